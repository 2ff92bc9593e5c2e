"""Suggestions and totals rest on the evidence that still stands and is about the outcome rated, and say so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from claims.grade.estimates import names_outcome
from claims.models import Claim
from tests.claims.documents.test_claim_document import document_of
from tests.makers import make_claim, make_notice, make_source

pytestmark = pytest.mark.django_db
CRAMPS = {"n": 500, "risk_of_bias": "low", "outcome": "cramps a week"}
ONSET = {"n": 20, "risk_of_bias": "high", "outcome": "time to sleep onset", "indirectness": ["form"]}


def two_outcomes(*outcomes: str) -> Claim:
    evidence: list[Mapping[str, Any]] = [
        {**CRAMPS, "source": make_source("Abel2018"), "findings": [{"what": "Cramps a week", "unit": "cramps"}]},
        {**ONSET, "source": make_source("Berg2019"), "findings": [{"what": "Minutes awake", "unit": "minutes"}]},
    ]
    changes = {"figure": None, "statistic": "absolute_change"}
    for item in evidence:
        item["findings"][0].update(changes)
    return make_claim(evidence=evidence, assessments=[{"outcome": outcome} for outcome in outcomes])


def suggested(document: dict[str, Any], outcome: str) -> dict[str, Any]:
    part = next(one for one in document["assessments"] if one["outcome"] == outcome)
    return {row["name"]: row for row in part["suggestions"]} | {"studies": part["studies"]}


def test_each_outcome_is_judged_by_its_own_evidence() -> None:
    document = document_of(two_outcomes("cramps", "Sleep onset"))
    cramps, onset = suggested(document, "cramps"), suggested(document, "Sleep onset")
    steps = [(rows["risk_of_bias"]["suggested"], rows["indirectness"]["suggested"]) for rows in (cramps, onset)]
    assert steps == [(0, 0), (-2, -1)]
    assert onset["start"]["numbers"] == {"rct-parallel": 1.0}
    assert onset["studies"] == {"used": ["Berg2019"], "reason": "Only evidence about Sleep onset was used: Berg2019."}
    assert onset["risk_of_bias"]["reason"] == (
        "High risk of bias: 100 % of the information (20 of 20 participants); low risk: 0 % of the information (0 of 20"
        " participants). Only evidence about Sleep onset was used: Berg2019."
    )
    assert "20 participants" in onset["imprecision"]["reason"]
    assert "500 participants" in cramps["imprecision"]["reason"]


def test_all_evidence_counts_where_none_names_the_outcome() -> None:
    rows = suggested(document_of(two_outcomes("mood")), "mood")
    said = "No evidence is recorded as being about mood, so all evidence that bears on the claim was used."
    assert rows["studies"] == {"used": ["Abel2018", "Berg2019"], "reason": said}
    assert {row["reason"].endswith(said) for name, row in rows.items() if name != "studies"} == {True}
    assert rows["risk_of_bias"]["numbers"]["high_share"] == 20 / 520


def test_all_evidence_counts_without_a_word_where_no_outcome_is_named() -> None:
    rows = suggested(document_of(two_outcomes("")), "")
    assert rows["studies"] == {"used": ["Abel2018", "Berg2019"], "reason": ""}


def test_evidence_without_findings_counts_by_its_own_outcome_and_context_never() -> None:
    evidence: list[Mapping[str, Any]] = [
        {**CRAMPS, "source": make_source("Abel2018"), "findings": []},
        {**CRAMPS, "source": make_source("Berg2019"), "stance": "context"},
        {**ONSET, "source": make_source("Cole2020"), "findings": []},
    ]
    claim = make_claim(evidence=evidence, assessments=[{"outcome": "cramps"}])
    assert suggested(document_of(claim), "cramps")["studies"]["used"] == ["Abel2018"]


@pytest.mark.parametrize(
    ("outcome", "text", "names"),
    [
        ("sleep onset", "Time to SLEEP onset (min)", True),
        ("sleep onset", "onset of sleep", True),
        ("sleep onset", "hours of sleep", False),
        ("cramp", "cramps a week", False),
    ],
)
def test_a_text_names_an_outcome_by_all_of_its_words(outcome: str, text: str, names: bool) -> None:
    assert names_outcome(outcome, text) == names


#: What was announced -> (kinds with their days, where the work stands if it supports nothing).
NOTICES: list[tuple[str, list[tuple[str, date]], str | None]] = [
    ("a retraction", [("retraction", date(2024, 5, 1))], "retracted"),
    ("a replacement", [("retract_and_replace", date(2024, 5, 1))], "replaced"),
    ("a concern", [("expression_of_concern", date(2024, 5, 1))], None),
    ("a correction", [("correction", date(2024, 5, 1))], None),
    ("a reinstatement", [("retraction", date(2024, 5, 1)), ("reinstatement", date(2025, 5, 1))], None),
    (
        "a second retraction",
        [("retraction", date(2023, 5, 1)), ("reinstatement", date(2024, 5, 1)), ("retraction", date(2025, 5, 1))],
        "retracted",
    ),
    ("an order nobody knows", [("retraction", date(2024, 5, 1)), ("reinstatement", date(2024, 5, 1))], "unclear"),
]


@pytest.mark.parametrize(
    ("announced", "standing"), [row[1:] for row in NOTICES], ids=[row[0].replace(" ", "-") for row in NOTICES]
)
def test_what_a_notice_does_to_evidence(announced: list[tuple[str, date]], standing: str | None) -> None:
    berg = make_source("Berg2019")
    claim = make_claim(figures=[{"high": 20.0, "bound": "exactly", "text": "20%"}], evidence=[{"source": berg}])
    for kind, on in announced:
        make_notice(berg, kind=kind, on=on)
    document = document_of(claim)
    excluded = document["evidence"][0]["excluded"]
    assert (excluded and excluded["standing"]) == standing
    totals = document["totals"]
    counted = [totals[name] for name in ("evidence", "excluded", "bearing", "participants")]
    assert counted == ([1, 1, 0, 0] if standing else [1, 0, 1, 120])
    assert sum(totals["stances"].values()) == (0 if standing else 1)
    # the figure check follows the same notices
    computed = document["figures"][0]["computed"]["verdict"]
    assert (computed == "unsourced") == bool(standing)


def test_a_retracted_source_carries_no_suggestion_and_is_named() -> None:
    berg = make_source("Berg2019")
    claim = make_claim(evidence=[{"source": berg, "n": 900, "risk_of_bias": "low"}, {"n": 50, "risk_of_bias": "high"}])
    make_notice(berg)
    document = document_of(claim)
    rows, said = suggested(document, ""), "Not counted, because its source was retracted: Berg2019."
    assert rows["studies"] == {"used": ["Berg2020"], "reason": said}
    assert rows["risk_of_bias"]["suggested"] == -2
    assert rows["start"]["numbers"] == {"rct-parallel": 1.0}
    effects = document["assessments"][0]["effects"]
    assert [one["source"] for one in effects["used"]] == ["Berg2020"]
    assert [(one["source"], one["reason"]) for one in effects["left_out"]] == [("Berg2019", "its source was retracted")]


def test_nothing_can_be_suggested_from_a_retracted_source_alone() -> None:
    berg = make_source("Berg2019")
    claim = make_claim(evidence=[{"source": berg}])
    make_notice(berg)
    rows = suggested(document_of(claim), "")
    assert {rows[name]["suggested"] for name in ("start", "risk_of_bias", "indirectness", "imprecision")} == {None}
    assert rows["start"]["reason"].endswith("Not counted, because its source was retracted: Berg2019.")
