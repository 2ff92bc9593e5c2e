"""The printed sheet of a claim: bounded, fair to both sides, and honest about what it leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from claims.grade.vocabulary import Stance
from claims.views.sheet import LONGEST_REASON, chosen, citation_of, rating_of, row_of, sheet_of, shortened


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        pytest.param("Small trials.", 13, "Small trials.", id="as long as allowed"),
        pytest.param("Small trials, short.", 14, "Small trials…", id="ended at a word, without its comma"),
        pytest.param("Trials of a month.", 8, "Trials…", id="never inside a word"),
        pytest.param(None, 8, "", id="nothing"),
    ],
)
def test_a_long_text_ends_at_a_word(text: str | None, longest: int, expected: str) -> None:
    assert shortened(text, longest) == expected


@pytest.mark.parametrize(
    ("stances", "room", "kept"),
    [
        pytest.param("sssc", 4, [0, 1, 2, 3], id="all fit"),
        pytest.param("sssc", 2, [0, 3], id="the one that contradicts is not crowded out"),
        pytest.param("xsscc", 4, [1, 2, 3, 4], id="context gives way"),
        pytest.param("xsscc", 3, [1, 2, 3], id="in turn, in the order of the page"),
        pytest.param("ss", 0, [], id="no room"),
    ],
)
def test_each_stance_gives_in_turn(stances: str, room: float, kept: list[int]) -> None:
    words = {"s": Stance.SUPPORTS, "c": Stance.CONTRADICTS, "x": Stance.CONTEXT}
    rows = [{"stance": words[letter], "place": place} for place, letter in enumerate(stances)]
    assert [row["place"] for row in chosen(rows, [1.0] * len(rows), room)] == kept


@pytest.mark.parametrize(
    ("findings", "told", "more"),
    [
        pytest.param([], None, 0, id="none"),
        pytest.param([("a", "", None), ("b", "3 %", None)], "b", 1, id="one with a number before one without"),
        pytest.param([("a", "5 %", None), ("b", "3 %", "f"), ("c", "2 %", None)], "b", 2, id="one on a figure first"),
    ],
)
def test_the_most_telling_finding_is_told(findings: list[Any], told: str | None, more: int) -> None:
    row = row_of({"findings": [dict(zip(("what", "found", "figure"), each, strict=True)) for each in findings]})
    assert ((row["finding"] or {}).get("what"), row["more_findings"]) == (told, more)


def test_a_rating_names_what_moves_it_and_what_does_not() -> None:
    steps = [
        {"label": "starts at high", "reason": "Trials.", "moves": False},
        {"label": "risk of bias", "reason": "word " * 40, "moves": True},
        {"label": "imprecision", "reason": "", "moves": False},
    ]
    rating = rating_of({"steps": steps})
    assert (rating["start"]["label"], rating["still"]) == ("starts at high", ["imprecision"])
    assert [step["label"] for step in rating["moving"]] == ["risk of bias"]
    assert len(rating["moving"][0]["reason"]) <= LONGEST_REASON + 1


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        ({"container-title": "Nutrients", "DOI": "10.1/x", "PMID": "1"}, ("Nutrients", "10.1/x", "")),
        ({"container-title": "Clin. Trials.", "PMID": "1"}, ("Clin. Trials", "", "1")),
        ({"publisher": "Agency", "title": "Limits"}, ("Agency", "", "")),
        ({"title": "Limits"}, ("Limits", "", "")),
    ],
)
def test_a_citation_says_where_and_one_identifier(csl: dict[str, str], expected: tuple[str, str, str]) -> None:
    citation = citation_of({"number": 3, "short": "Doe 2020", "csl": csl})
    assert (citation["where"], citation["doi"], citation["pmid"]) == expected


@pytest.mark.parametrize(("short", "printed"), [("Doe 2020", "Doe 2020"), ("Doe n.d.", "Doe n.d")])
def test_a_name_that_ends_in_a_point_gets_no_second_one(short: str, printed: str) -> None:
    assert citation_of({"number": 3, "short": short, "csl": {"title": "Limits"}})["short"] == printed


def claim_with(sources: int, figures: int = 1, words: int = 10) -> dict[str, Any]:
    """Return what `sheet_of` takes, for a claim with as much of everything."""
    told = {"what": "Soreness after a week", "found": "3 %", "doubt": "p = 0.03", "figure": None}
    row = {
        "design": "rct-parallel",
        "stance": "supports",
        "risk_of_bias": "low",
        "indirectness": [],
        "findings": [told],
    }
    text = "word " * words
    sentences = dict.fromkeys(("claimed", "attribution", "found", "basis", "sure", "instead"), text)
    return {
        "summary": {**sentences, "figures": [{"verdict": "confirmed", "means": text}] * figures, "absolute": []},
        "notes": 0,
        "document": {
            "statement": text,
            "figures": [{"reason": text, "overridden": False}] * figures,
        },
        "evidence": [{**row, "number": number, "short": "Doe et al. 2020"} for number in range(1, sources + 1)],
        "references": [
            {"number": number, "short": "Doe et al. 2020", "csl": {"title": "Limits"}}
            for number in range(1, sources + 1)
        ],
        "assessments": [],
    }


def test_what_fits_is_all_there() -> None:
    sheet = sheet_of(**claim_with(3))
    assert [row["number"] for row in sheet["rows"]] == [1, 2, 3]
    assert [citation["number"] for citation in sheet["citations"]] == [1, 2, 3]
    assert (sheet["more_sources"], sheet["more_ratings"], sheet["more_figures"], sheet["flows"]) == (0, 0, 0, False)


def test_what_does_not_fit_is_counted() -> None:
    sheet = sheet_of(**claim_with(200, figures=5))
    assert 5 < len(sheet["rows"]) < 20
    assert len(sheet["rows"]) + sheet["more_sources"] == 200
    assert len(sheet["citations"]) == len(sheet["rows"])
    assert sheet["more_figures"] == 2


def test_a_longer_first_page_leaves_less_for_the_second() -> None:
    short, long = sheet_of(**claim_with(200)), sheet_of(**claim_with(200, words=40))
    assert (short["flows"], long["flows"]) == (False, True)
    assert len(long["rows"]) < len(short["rows"])


def test_notices_above_the_summary_take_their_room() -> None:
    claim = claim_with(200)
    assert sheet_of(**{**claim, "notes": 4})["flows"]
