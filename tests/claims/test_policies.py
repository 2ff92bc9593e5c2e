"""What keeps a claim from being submitted, published or withdrawn, and that each refusal says what to do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.actions import record_appraisal, remove_occurrence, revise_claim, submit_claim
from claims.grade.vocabulary import Domain, Upgrade
from claims.models import Claim
from claims.policies import (
    Refused,
    check_can_publish,
    check_can_submit,
    check_can_withdraw,
    reasons_against_publishing,
    reasons_against_submitting,
)
from sources.actions import record_notice
from tests.claims.appraisals.answers import ROBINS_SERIOUS
from tests.makers import make_claim, make_curator, make_notice, make_published_claim, make_source

pytestmark = pytest.mark.django_db

UNRATED = "Record an assessment: the claim has evidence, but its certainty is not rated."
BARE: dict[str, Any] = {"evidence": [], "assessments": []}

ALL_REASONS = dict.fromkeys(map(str, (*Domain, *Upgrade)), "Read as a whole.")
RATED_DOWN: dict[str, Any] = {"reasons": {"risk_of_bias": "The taste."}}
SUGGESTED = {"imprecision": -1, "reasons": {"risk_of_bias": "The taste.", "imprecision": "120 people."}}

# description, how the claim is made, reasons
SUBMITTING: list[tuple[str, dict[str, Any], list[str]]] = [
    ("complete", {}, []),
    ("no verdict", {"verdict": ""}, ["Choose a verdict for the claim."]),
    ("no reason", {"verdict_reason": ""}, ["Give the reason for the verdict."]),
    ("no wording", {"accurate_wording": ""}, ["Write an accurate wording that the evidence would allow."]),
    ("evidence without a rating", {"assessments": []}, [UNRATED]),
    ("an opinion needs no rating", {"assessments": [], "kind": "opinion"}, []),
    ("a definition needs no rating", {"assessments": [], "kind": "definition"}, []),
    (
        "supported by nothing",
        {**BARE, "verdict": "supported"},
        ["A claim cannot be “supported” without evidence: link a source or choose another verdict."],
    ),
    ("unsupported needs no evidence", {**BARE, "verdict": "unsupported"}, []),
    ("not checkable needs no evidence", {**BARE, "verdict": "not_checkable"}, []),
    ("untested needs no evidence", {**BARE, "verdict": "untested"}, []),
    ("a claim without figures", {"figures": []}, []),
    (
        "an override without a reason",
        {"figures": [{"verdict": "contradicted"}]},
        ["The verdict chosen for “up to 33%” differs from the computed one (best case only): give the reason."],
    ),
    ("an override with a reason", {"figures": [{"verdict": "contradicted", "explanation": "It is longer."}]}, []),
    (
        "a domain rated otherwise than suggested, without a reason",
        {"assessments": [{"reasons": {"risk_of_bias": "The taste."}}]},
        ["Imprecision is rated 0, the rules suggest -1: give the reason for that."],
    ),
    (
        "and one with blanks for a reason, for an outcome",
        {"assessments": [{"outcome": "sleep", "reasons": {"risk_of_bias": "The taste.", "imprecision": " \n"}}]},
        ["Imprecision for sleep is rated 0, the rules suggest -1: give the reason for that."],
    ),
    (
        "a start other than the suggested one, without a reason",
        {"assessments": [{"start": "low", "start_reason": ""}]},
        ["The starting level (low) differs from the suggested one (high): give the reason."],
    ),
    (
        "a cohort that starts high without ROBINS-I",
        {"evidence": [{"design": "cohort"}], "assessments": [{"ruleset": "grade18-robins-i"}]},
        ["Evidence without random allocation starts high only when it was assessed with ROBINS-I."],
    ),
    (
        "randomised trials rated up",
        {"assessments": [{"ruleset": "grade18-robins-i", "large_effect": 1, "reasons": ALL_REASONS}]},
        ["Rating up is for evidence without random allocation; randomised trials already start high."],
    ),
    ("a domain rated as suggested needs none", {"assessments": [SUGGESTED]}, []),
    ("what the rules cannot tell needs none", {"evidence": [{"n": None}], "assessments": [RATED_DOWN]}, []),
]


@pytest.mark.parametrize(("fields", "reasons"), [row[1:] for row in SUBMITTING], ids=[row[0] for row in SUBMITTING])
def test_what_a_claim_needs_before_it_is_submitted(fields: dict[str, Any], reasons: list[str]) -> None:
    claim = make_claim(**fields)
    assert reasons_against_submitting(claim) == reasons


def test_all_reasons_come_at_once() -> None:
    claim = make_claim(verdict="", verdict_reason="", accurate_wording="", assessments=[])
    remove_occurrence(occurrence=claim.occurrences.get(), user=make_curator())
    with pytest.raises(Refused) as refusal:
        check_can_submit(claim)
    assert refusal.value.reasons == (
        "Choose a verdict for the claim.",
        "Give the reason for the verdict.",
        "Write an accurate wording that the evidence would allow.",
        "Place at least one occurrence: say where an article makes the claim.",
        UNRATED,
    )
    assert str(refusal.value) == " ".join(refusal.value.reasons)


def test_what_is_submitted_waits() -> None:
    claim = make_claim()
    submit_claim(claim=claim, user=make_curator("ada"))
    assert reasons_against_submitting(claim) == ["C1 is submitted already and waits for another curator."]


def test_a_figure_needs_a_verdict() -> None:
    claim = make_claim()
    claim.figures.update(computed_verdict="")
    reasons = ["The figure “up to 33%” has no verdict yet: save the claim once to have it computed."]
    assert reasons_against_submitting(claim) == reasons


def test_a_target_from_before_its_form_was_checked_is_asked_for_again() -> None:
    claim = make_claim()
    claim.assessments.update(target="a difference people notice")
    (reason,) = reasons_against_submitting(claim)
    assert reason.startswith("Give the target of imprecision in a form that the rules can read: expected null, mid")


SAME = "link evidence that still stands or choose another verdict."

# description, verdict, stances of evidence from retracted sources, stances of evidence that stands, what is named
RETRACTED: list[tuple[str, str, list[str], list[str], str]] = [
    ("supported by a retracted source", "supported", ["supports"], [], "“supported” … (R1)"),
    ("in part, by two", "partly_supported", ["supports", "partly_supports"], [], "“partly supported” … (R1, R2)"),
    ("what stands tells neither way", "supported", ["supports"], ["inconclusive", "context"], "“supported” … (R1)"),
    ("what stands points the other way", "supported", ["supports"], ["contradicts"], "“supported” … (R1)"),
    ("contradicted by a retracted source", "contradicted", ["contradicts"], ["supports"], "“contradicted” … (R1)"),
    ("misleading by all that was retracted", "misleading", ["supports", "context"], [], "“misleading” … (R1, R2)"),
    ("misleading, and something stands", "misleading", ["supports"], ["context"], ""),
    ("another source supports it", "supported", ["supports"], ["partly_supports"], ""),
    ("only the other side was retracted", "supported", ["contradicts"], ["supports"], ""),
    ("unsupported rests on nothing", "unsupported", ["supports"], [], ""),
    ("supported with no stance for it", "supported", [], ["inconclusive"], ""),
]


@pytest.mark.parametrize(
    ("verdict", "retracted", "standing", "named"), [row[1:] for row in RETRACTED], ids=[row[0] for row in RETRACTED]
)
def test_no_verdict_rests_on_retracted_sources_alone(
    verdict: str, retracted: list[str], standing: list[str], named: str
) -> None:
    gone = [make_source(f"R{number}") for number, _ in enumerate(retracted, 1)]
    evidence = [{"stance": stance, "source": source} for stance, source in zip(retracted, gone, strict=True)]
    claim = make_claim(verdict=verdict, evidence=[*evidence, *({"stance": stance} for stance in standing)])
    assert reasons_against_submitting(claim) == []
    for source in gone:
        make_notice(source)
    reasons = [reason for reason in reasons_against_submitting(claim) if "retracted" in reason]
    said = f"A claim cannot be {named}: {SAME}".replace("…", "while every source for that is retracted")
    assert reasons == ([said] if named else [])


def test_each_outcome_is_held_to_the_designs_of_its_own_evidence() -> None:
    cramps = {"design": "cohort", "findings": [{"what": "Cramps a week"}]}
    sleep = {"findings": [{"what": "Hours of sleep"}]}
    rated = {"ruleset": "grade18-robins-i", "reasons": ALL_REASONS}
    assessments = [{"outcome": "cramps", **rated}, {"outcome": "sleep", "start": "low", "large_effect": 1, **rated}]
    claim = make_claim(evidence=[cramps, sleep], assessments=assessments)
    assert sorted(reasons_against_submitting(claim)) == [
        "cramps: Evidence without random allocation starts high only when it was assessed with ROBINS-I.",
        "sleep: Rating up is for evidence without random allocation; randomised trials already start high.",
    ]


def test_a_retracted_study_needs_no_assessment_with_robins_i() -> None:
    kept, gone = make_source("Kept2018"), make_source("Gone2019")
    cohorts = [{"design": "cohort", "source": source} for source in (kept, gone)]
    claim = make_claim(evidence=cohorts, assessments=[{"ruleset": "grade18-robins-i"}])
    evidence = claim.evidence.get(source=kept)
    record_appraisal(evidence=evidence, user=make_curator(), instrument="robins-i-2016", answers=ROBINS_SERIOUS)
    needed = "Evidence without random allocation starts high only when it was assessed with ROBINS-I."
    assert needed in reasons_against_submitting(claim)
    make_notice(gone)
    assert needed not in reasons_against_submitting(claim)


def test_what_was_retracted_and_reinstated_stands_again() -> None:
    claim = make_claim(evidence=[{"source": (source := make_source("R1"))}])
    make_notice(source, on=date(2024, 5, 1))
    make_notice(source, kind="reinstatement", on=date(2024, 6, 1))
    assert reasons_against_submitting(claim) == []


def test_a_retraction_between_the_two_curators_is_seen() -> None:
    claim = make_claim(evidence=[{"source": (source := make_source("R1"))}])
    submit_claim(claim=claim, user=make_curator("ada"))
    # the library's own verb knows of no claims, so the claim stays submitted
    record_notice(source=source, kind="retraction", on=date(2024, 5, 1), user=make_curator())
    (reason,) = reasons_against_publishing(claim, make_curator("ben"))
    assert reason == f"A claim cannot be “partly supported” while every source for that is retracted (R1): {SAME}"


def test_only_what_was_submitted_is_published() -> None:
    claim = make_claim()
    expected = ["Submit C1 first: only what was submitted for review can be published."]
    assert reasons_against_publishing(claim, make_curator("ben")) == expected


def test_nobody_publishes_what_they_submitted() -> None:
    claim = make_claim()
    submit_claim(claim=claim, user=make_curator("ada"))
    with pytest.raises(Refused) as refusal:
        check_can_publish(claim, make_curator("ada"), change_note="")
    expected = ("Ask another curator to publish it: nobody publishes what they submitted themselves.",)
    assert refusal.value.reasons == expected
    assert reasons_against_publishing(claim, make_curator("ben")) == []


def test_a_later_version_needs_a_change_note() -> None:
    claim = make_published_claim()
    revise_claim(claim=claim, user=make_curator("ada"), verdict_reason="One trial found less.")
    submit_claim(claim=claim, user=make_curator("ada"))
    ben = make_curator("ben")
    with pytest.raises(Refused) as refusal:
        check_can_publish(claim, ben, change_note="  ")
    expected = "Give a change note: say what is new since C1v1, and why, for readers of the claim."
    assert refusal.value.reasons == (expected,)
    check_can_publish(claim, ben, change_note="A second look at the trial.")


def test_nobody_publishes_what_nobody_is_known_to_have_submitted() -> None:
    claim = make_claim()
    Claim.objects.update(status="submitted")
    claim.refresh_from_db()
    expected = ["Submit C1 again: who submitted it is not known, so nobody can be told apart from them."]
    assert reasons_against_publishing(claim, make_curator("ben")) == expected


@pytest.mark.parametrize(
    ("is_public", "reason", "refused"),
    [
        (True, " \n", ("Give the reason for the withdrawal: readers of the claim's page will see it.",)),
        (False, "Its sources were retracted.", ("C1 has no current publication to withdraw.",)),
    ],
)
def test_what_a_withdrawal_needs(is_public: bool, reason: str, refused: tuple[str, ...]) -> None:
    claim = make_published_claim() if is_public else make_claim()
    with pytest.raises(Refused) as refusal:
        check_can_withdraw(claim, reason)
    assert refusal.value.reasons == refused
