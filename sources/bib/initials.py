"""Initials of given names, and particles that stand among them."""

from __future__ import annotations

import re

from sources.bib.record import Name

_RUN_OF_INITIALS = 3
"""Capitals alone, up to this many, are initials already (``HF``); a longer run is a name in capitals."""


def initials(given: str) -> list[list[str]]:
    """Return the initials, those of hyphenated names together: ``Jean-Pierre M.`` gives [[J, P], [M]]."""
    words = (word for word in re.split(r"[\s.]+(?!-)", given) if word.strip("-'’"))
    return [letter for word in words for letter in _of_word(word)]


def _of_word(word: str) -> list[list[str]]:
    if word.isalpha() and word.isupper() and len(word) <= _RUN_OF_INITIALS:
        return [[letter] for letter in word]
    parts = (part.strip(".'’") for part in re.split(r"[-\u2010\u2011]", word))
    return [[part[0].upper() for part in parts if part]]


def split_given(name: Name) -> tuple[str, str]:
    """Return (given names, surname), taking a particle at the end of the given names to the surname.

    Some exports write "Yvonne van der" and "Veen"; words without a capital are no given names.
    """
    if name.family is None:
        return "", name.surname
    words = (name.given or "").split()
    particle: list[str] = []
    while words and words[-1].isalpha() and words[-1].islower():
        particle.insert(0, words.pop())
    return " ".join(words), " ".join([*particle, name.surname])
