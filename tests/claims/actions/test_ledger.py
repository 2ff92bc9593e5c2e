"""The ledger of judgements that differ from the suggested ones: appended, one current row, who chose and when."""

from __future__ import annotations

from typing import Any

import pytest

from claims.actions import (
    record_appraisal,
    record_assessment,
    record_figure,
    remove_figure,
    revise_evidence,
    revise_figure,
    revise_finding,
)
from claims.models import Claim, Override
from tests.claims.appraisals.answers import ROB2_LOW, ROB2_SEVERAL
from tests.makers import make_claim, make_curator, make_published_claim, publish

pytestmark = pytest.mark.django_db

FIGURE = "figure:figure-1"
#: What a finding has to say to confirm the figure: the number, and by its words that it is a fall.
FALL = {"what": "Reduction in days with a cold", "value": 33.0}


def entries(claim: Claim, subject: str = FIGURE) -> list[tuple[Any, ...]]:
    """Return the ledger on a subject, oldest first: suggested, chosen, reason, by whom, whether it is current."""
    rows = claim.overrides.filter(subject=subject).order_by("id")
    return [(row.suggested, row.chosen, row.reason, row.made_by_name, row.superseded_at is None) for row in rows]


def choose(claim: Claim, verdict: str, explanation: str = "", *, by: str) -> None:
    figure = Claim.objects.get(pk=claim.pk).figures.get()
    revise_figure(figure=figure, verdict=verdict, explanation=explanation, user=make_curator(by))


def test_a_decision_that_an_instrument_leaves_is_entered_with_who_and_why() -> None:
    claim = make_claim()
    given: dict[str, Any] = {"evidence": claim.evidence.get(), "instrument": "rob2-2019-assignment", "result": "days"}
    subject = f"appraisal:{claim.evidence.get().source.citekey}:rob2-2019-assignment:days"
    record_appraisal(**given, answers=ROB2_SEVERAL, user=make_curator("ada"))
    assert entries(claim, subject) == []
    decided = {"overall_choice": "high", "choice_reason": "Both point the same way."}
    record_appraisal(**given, answers=ROB2_SEVERAL, **decided, user=make_curator("ben"))
    high = ("some_concerns", "high", "Both point the same way.", "ben")
    assert entries(claim, subject) == [(*high, True)]
    record_appraisal(**given, answers=ROB2_LOW, user=make_curator("ada"))
    assert entries(claim, subject) == [(*high, False)]


def test_the_computed_verdict_follows_the_findings() -> None:
    claim = make_claim()
    computed = [claim.figures.get().computed_verdict]
    for value in (33.0, 60.0):
        found = {**FALL, "value": value, "ci_low": 5.0, "ci_high": 90.0}
        revise_finding(finding=claim.evidence.get().findings.get(), user=make_curator(), **found)
        computed.append(claim.figures.get().computed_verdict)
    assert computed == ["best_case_only", "confirmed", "understated"]
    assert all(claim.figures.get().computed_reasons)


def test_no_choice_and_the_suggested_choice_leave_no_entry() -> None:
    claim = make_claim()
    suggested = claim.figures.get().computed_verdict
    choose(claim, suggested, by="ada")
    assert entries(claim) == []


def test_each_new_choice_supersedes_the_one_before() -> None:
    claim = make_claim()
    suggested = claim.figures.get().computed_verdict
    choose(claim, "contradicted", "It is longer.", by="ada")
    choose(claim, "contradicted", "It is much longer.", by="ben")
    choose(claim, "contradicted", "It is much longer.", by="cleo")
    choose(claim, "not_in_sources", "It is nowhere.", by="cleo")
    choose(claim, suggested, "It is nowhere.", by="ada")

    assert entries(claim) == [
        (suggested, "contradicted", "It is longer.", "ada", False),
        (suggested, "contradicted", "It is much longer.", "ben", False),
        (suggested, "not_in_sources", "It is nowhere.", "cleo", False),
    ]


def test_a_new_suggestion_supersedes_but_the_choice_stays_its_chooser_s() -> None:
    claim = make_claim()
    suggested = claim.figures.get().computed_verdict
    choose(claim, "contradicted", "It is longer.", by="ada")
    revise_finding(finding=claim.evidence.get().findings.get(), user=make_curator("ben"), **FALL)

    assert entries(claim) == [
        (suggested, "contradicted", "It is longer.", "ada", False),
        ("confirmed", "contradicted", "It is longer.", "ada", True),
    ]
    first, second = claim.overrides.filter(subject=FIGURE).order_by("id")
    assert (second.made_by, second.made_at) == (make_curator("ada"), first.made_at)


def test_a_choice_that_becomes_an_override_is_its_chooser_s() -> None:
    claim = make_claim()
    suggested = claim.figures.get().computed_verdict
    choose(claim, suggested, "So it is.", by="cleo")
    chosen_at = claim.figures.get().history.latest("history_date").history_date
    revise_finding(finding=claim.evidence.get().findings.get(), user=make_curator("ben"), **FALL)

    assert entries(claim) == [("confirmed", suggested, "So it is.", "cleo", True)]
    assert claim.overrides.get(subject=FIGURE).made_at <= chosen_at


def test_what_is_no_longer_there_has_no_current_entry() -> None:
    claim = make_claim()
    suggested = claim.figures.get().computed_verdict
    choose(claim, "contradicted", "It is longer.", by="ada")
    remove_figure(figure=claim.figures.get(), user=make_curator("ben"))
    assert entries(claim) == [(suggested, "contradicted", "It is longer.", "ada", False)]


def test_a_removed_figure_leaves_its_findings() -> None:
    claim = make_claim()
    remove_figure(figure=claim.figures.get(), user=make_curator("ben"), why="twice")
    finding = claim.evidence.get().findings.get()
    newest = finding.history.latest("history_id")
    assert (finding.figure, newest.figure_id, newest.history_user) == (None, None, make_curator("ben"))


def test_a_judgement_that_the_rules_would_not_suggest_is_entered() -> None:
    claim = make_claim(evidence=[{"indirectness": ["population"]}])
    subject = "assessment:claim:indirectness"
    ((suggested, chosen, *_),) = entries(claim, subject)
    assert (suggested, chosen) == ("-1", "0")

    revise_evidence(evidence=claim.evidence.get(), indirectness=[], user=make_curator("ben"))

    assert [row[-1] for row in entries(claim, subject)] == [False]


def test_an_outcome_with_a_long_name_fits_into_the_ledger() -> None:
    claim = make_claim(evidence=[{"indirectness": ["population"]}], assessments=[])
    outcome = "x" * 200
    given = {"start": "high", "start_reason": "A trial.", "outcome": outcome}
    record_assessment(claim=claim, user=make_curator("ben"), **given)
    longest = max(claim.overrides.values_list("subject", flat=True), key=len)
    assert longest.startswith(f"assessment:{outcome}:")
    assert len(longest) <= Override._meta.get_field("subject").max_length


def test_the_reason_is_asked_for_before_submitting_and_published_with_both_values() -> None:
    claim = make_published_claim()
    suggested = claim.figures.get().computed_verdict
    choose(claim, "contradicted", "It is longer.", by="ada")
    document = publish(claim).document

    (override,) = [row for row in document["overrides"] if row["subject"] == FIGURE]
    told = {name: override[name] for name in ("suggested", "chosen", "reason", "by")}
    assert told == {"suggested": suggested, "chosen": "contradicted", "reason": "It is longer.", "by": "ada"}


def test_two_figures_have_an_entry_each() -> None:
    claim = make_claim()
    choose(claim, "contradicted", "It is longer.", by="ada")
    copied = {"text": "up to 33%", "high": 33.0, "unit": "%", "bound": "up_to", "statistic": "relative_change"}
    record_figure(claim=claim, key="other", verdict="overstated", explanation="No.", user=make_curator("ben"), **copied)
    current = claim.overrides.filter(subject__startswith="figure:", superseded_at__isnull=True)
    assert sorted(current.values_list("subject", "chosen", "made_by_name")) == [
        ("figure:figure-1", "contradicted", "ada"),
        ("figure:other", "overstated", "ben"),
    ]
