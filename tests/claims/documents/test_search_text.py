"""How letters of other languages are read in texts and queries alike."""

from __future__ import annotations

import unicodedata

import pytest

from claims.documents.search_text import LETTERS, fold

FOLDED = [
    ("plain", "Zinc", "zinc"),
    ("letters with signs", "Córdova Müller Åse", "cordova muller ase"),
    ("signs of their own", "Co\u0301rdova", "cordova"),
    ("o with a stroke", "Frøyland ØRE", "froyland ore"),
    ("and with an accent on it", "ǿre", "ore"),
    ("l with a stroke", "Łoś Paweł", "los pawel"),
    ("sharp s, small and capital", "Straße STRAẞE", "strasse strasse"),
    ("two letters in one", "Ærø œdema ﬁber", "aero oedema fiber"),
    ("d with a stroke, eth and thorn", "Đorđe Guðrún Þór", "dorde gudrun thor"),
    ("i with and without its dot", "Yıldız İnci", "yildiz inci"),
    ("other letters with a stroke, and eng", "Ħal Ŧoŋŋa", "hal tonna"),
    ("other scripts", "Магний 镁", "магнии 镁"),
    ("digits and signs", "10.1000/Ø", "10.1000/o"),
]


@pytest.mark.parametrize(("why", "text", "expected"), FOLDED)
def test_letters_are_folded(why: str, text: str, expected: str) -> None:
    assert fold(text) == expected, why
    assert fold(expected) == expected, why


def test_every_letter_of_the_table_needs_it() -> None:
    assert [sign for sign in LETTERS if unicodedata.normalize("NFKD", sign.casefold()) != sign] == []
    assert [letters for letters in LETTERS.values() if not letters.isascii()] == []
