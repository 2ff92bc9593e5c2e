"""What is suggested for a begun search. The same table holds on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest

from claims.search.completion import CLAIMS, LONGEST, complete, is_begun_by, typed
from tests.claims.search.library import publish_library
from tests.claims.search.listings import make_listings
from tests.makers import make_claim

#: What is typed -> (text, what is suggested: claims by what tests call them, topics with #, sources with @).
TYPED: dict[str, tuple[str, list[str]]] = {
    "a word begun": ("loz", ["cold"]),
    "a word of a statement begun": ("mag", ["mind"]),
    "a whole word": ("lozenges", ["cold"]),
    "another form of the word": ("lozenge", ["cold"]),
    "beyond the stem while typing": ("sorenes", ["sore"]),
    "a longer word of the same beginning": ("sorenesses", ["sore"]),
    "a word that only begins like a stem": ("coldest", []),
    "a topic and its claim": ("slee", ["sleep", "#sleep"]),
    "capital letters and diacritics": ("ANXIÉ", ["mind"]),
    "without diacritics": ("anxiet", ["mind"]),
    "several words, the last begun": ("muscle sor", ["sore"]),
    "several words in any order": ("soreness runn", ["sore"]),
    "a word left out": ("-zinc sore", ["sore"]),
    "only a word left out": ("-zinc", []),
    "a claim's code, and the same signs elsewhere": ("c1", ["cold", "drink"]),
    "a figure": ("40", ["cold"]),
    "elsewhere, where no statement has it": ("nervou", ["mind"]),
    "a phrase": ('"muscle soreness"', ["sore"]),
    "a phrase begun": ('"muscle sor', []),
    "an author": ("lüden", ["cold", "@Lifters2013"]),
    "an author's two names in any order": ("ludenscheidt mul", ["cold", "@Lifters2013"]),
    "an author with letters of their own": ("frøyl", ["sleep", "@Froyland2004"]),
    "an author without letters of their own": ("froyl", ["sleep", "@Froyland2004"]),
    "a letter that stands for two": ("thor", ["sleep", "@Froyland2004"]),
    "author and year": ("stone 2019", ["mind", "sore", "sleep", "drink", "@Stone2001"]),
    "a DOI": ("10.1519/jsc.0b013", ["cold", "@Lifters2013"]),
    "a DOI as an address": ("https://doi.org/10.1519/JSC", ["cold", "@Lifters2013"]),
    "the middle of a DOI": ("1519/jsc", ["cold"]),
    "a PMID begun": ("PMID: 22692", ["cold", "@Lifters2013"]),
    "a citekey": ("lifters2", ["cold", "@Lifters2013"]),
    "Cyrillic": ("магн", ["sleep"]),
    "a sign of no word": ("%%", []),
    "signs of a database": ("_' OR 1=1", []),
}


def _called(text: str, names: dict[str, str]) -> list[str]:
    called = {"claim": lambda name: names[name], "topic": "#{}".format, "source": "@{}".format}
    return [called[item.kind](item.name) for item in complete(typed(text))]


@pytest.mark.django_db
def test_what_is_suggested() -> None:
    names = publish_library()
    assert {why: _called(text, names) for why, (text, _) in TYPED.items()} == {
        why: expected for why, (_, expected) in TYPED.items()
    }


@pytest.mark.django_db
def test_suggestions_say_what_they_lead_to() -> None:
    publish_library()
    source = complete("lifters2013")[-1]
    assert (source.text, source.detail) == ("Müller-Lüdenscheidt 2019", "Lifting · PMID 22692110")
    topic = complete("slee")[-1]
    assert (topic.text, topic.detail) == ("sleep", "1")


@pytest.mark.django_db
def test_a_draft_is_never_suggested() -> None:
    publish_library()
    make_claim(statement="A zinctastic secret.", topics=["zinctastic"])
    assert complete("zinctas") == []


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "queries"), [("cal", 3), ("rest", 4), ("zz", 4), ("", 0)])
def test_queries_do_not_grow(text: str, queries: int, django_assert_num_queries: Any) -> None:
    make_listings(30)
    with django_assert_num_queries(queries):
        found = complete(text)
    assert len(found) <= CLAIMS


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  zinc \n lozenges ", "zinc lozenges"),
        ("z", ""),
        (" \x00 ", ""),
        ("x" * 500, "x" * LONGEST),
    ],
)
def test_what_is_typed_is_cut_to_size(text: str, kept: str) -> None:
    assert typed(text) == kept


@pytest.mark.parametrize(
    ("text", "wanted", "is_begun"),
    [("Risk of bias", ["bi", "ri"], True), ("Risk of bias", ["ias"], False), ("Risk of bias", [], False)],
)
def test_words_begun(text: str, wanted: list[str], is_begun: bool) -> None:
    assert is_begun_by(text, wanted) is is_begun
