from __future__ import annotations

from typing import Any

import pytest

from sources.bib.matching import Match, match_works
from sources.bib.record import Name, Record


def work(**fields: Any) -> Record:
    return Record(id="x", type="article-journal", **fields)


TITLED = {"title": "Magnésium & sleep: a trial", "issued": (2022, 3), "author": (Name("Møller", "A."),)}


@pytest.mark.parametrize(
    ("why", "a", "b", "expected"),
    [
        (
            "DOIs ignore case",
            work(doi="10.1000/ABC", title="One"),
            work(doi="10.1000/abc", title="Two"),
            Match(True, ("Same DOI: 10.1000/abc.",)),
        ),
        (
            "another DOI is another work, whatever the title (a preprint and its article)",
            work(doi="10.1000/a", **TITLED),
            work(doi="10.1000/b", **TITLED),
            Match(False, ("Different DOI: 10.1000/a and 10.1000/b.",)),
        ),
        (
            "identifiers of different kinds: the description decides",
            work(pmid="1", **TITLED),
            work(pmcid="PMC1", **TITLED),
            Match(True, ("Same title, year, first author.",)),
        ),
        (
            "identifiers that disagree with one another",
            work(doi="10.1000/a", pmid="1"),
            work(doi="10.1000/a", pmid="2"),
            Match(
                None,
                (
                    "Same DOI: 10.1000/a.",
                    "Different PMID: 1 and 2.",
                    "The identifiers disagree: one of the records is wrong.",
                ),
            ),
        ),
        (
            "accents, case, markup and punctuation do not count",
            work(**TITLED),
            work(title="<i>MAGNESIUM</i> &  Sleep — a trial.", issued=(2022,), author=(Name("Møller", "Anna"),)),
            Match(True, ("Same title, year, first author.",)),
        ),
        (
            "an unknown year leaves it open",
            work(**TITLED),
            work(**TITLED | {"issued": None}),
            Match(None, ("Same title, first author.", "Not known in both: year.")),
        ),
        (
            "same title, another year: perhaps a new edition, perhaps the date of going online",
            work(**TITLED),
            work(**TITLED | {"issued": (2023,)}),
            Match(None, ("Same title, first author.", "Different year.")),
        ),
        (
            "another title alone: perhaps a translated or shortened one",
            work(**TITLED),
            work(**TITLED | {"title": "Magnesium and sleep"}),
            Match(None, ("Same year, first author.", "Different title.")),
        ),
        (
            "another title and another author",
            work(**TITLED),
            work(**TITLED | {"title": "Zinc", "author": (Name("Reno"),)}),
            Match(False, ("Same year.", "Different title, first author.")),
        ),
        ("nothing known", work(), work(), Match(None, ("Not known in both: title, year, first author.",))),
    ],
)
def test_whether_two_records_are_one_work(why: str, a: Record, b: Record, expected: Match) -> None:
    assert match_works(a, b) == expected, why
    assert match_works(b, a).same == expected.same, why
