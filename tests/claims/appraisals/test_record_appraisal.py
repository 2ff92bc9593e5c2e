"""Appraisals by an instrument: recorded, superseded, refused, and shown in the document."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from claims.actions import record_appraisal
from claims.documents.appraisal_instrument import appraisal_part
from claims.models import Appraisal, Evidence
from sources.models import Event
from tests.makers import make_claim, make_curator, publish

pytestmark = pytest.mark.django_db

#: Answers that leave every domain of RoB 2 (assignment) at low risk.
LOW = {
    "1.1": "Y", "1.2": "Y", "1.3": "N", "2.1": "N", "2.2": "N", "2.6": "Y", "3.1": "Y", "4.1": "N", "4.2": "N",
    "4.3": "N", "5.1": "Y", "5.2": "N", "5.3": "N",
}  # fmt: skip


def make_evidence() -> Evidence:
    evidence = make_claim().evidence.first()
    assert evidence is not None
    return evidence


def record(evidence: Evidence, answers: dict[str, str], **fields: str) -> Appraisal:
    given = {"instrument": "rob2-2019-assignment", "user": make_curator(), **fields}
    return record_appraisal(evidence=evidence, answers=answers, **given)  # type: ignore[arg-type]


def test_complete_answers_give_an_overall_judgement() -> None:
    part = appraisal_part(record(make_evidence(), LOW))

    assert (part["overall"], part["complete"], part["decision_open"]) == ("low", True, False)
    assert [light["word"] for light in part["lights"]] == ["low"] * 6


def test_unanswered_question_leaves_the_domain_incomplete_and_never_low() -> None:
    part = appraisal_part(record(make_evidence(), {**LOW, "3.1": ""}))

    third = part["domains"][2]
    assert (third["missing"], part["overall"], part["complete"]) == (["3.1"], None, False)
    assert part["lights"][2]["word"] == "not complete"


def test_new_appraisal_supersedes_the_one_before() -> None:
    evidence = make_evidence()
    before = record(evidence, LOW)

    after = record(evidence, {**LOW, "1.1": "N"})

    before.refresh_from_db()
    assert before.superseded_at == after.recorded_at
    assert appraisal_part(after)["overall"] == "some concerns"


@pytest.mark.parametrize(
    ("why", "answers", "fields", "said"),
    [
        ("unknown question", {"9.9": "Y"}, {}, "9.9"),
        ("unknown answer", {"1.1": "perhaps"}, {}, "perhaps"),
        ("a choice that is not open", LOW, {"overall_choice": "high", "choice_reason": "Because."}, "high"),
        (
            "a published rating that RoB 2 does not give",
            LOW,
            {"published_rating": "moderate"},
            "published rating 'moderate' is not known; allowed: low, some_concerns, high",
        ),
        (
            "a published rating that AMSTAR 2 does not give",
            {},
            {"instrument": "amstar2-2017", "published_rating": "perfect"},
            "AMSTAR 2: published rating 'perfect' is not known; allowed: high, moderate, low, critically_low",
        ),
    ],
)
def test_what_the_instrument_does_not_know_is_refused(
    why: str, answers: dict[str, str], fields: dict[str, str], said: str
) -> None:
    evidence = make_evidence()
    events = Event.objects.count()

    with pytest.raises(ValidationError, match=said):
        record(evidence, answers, **fields)

    assert (evidence.appraisals.count(), Event.objects.count()) == (0, events), why


def test_choice_among_several_concerns_needs_its_reason() -> None:
    several = {**LOW, "1.1": "N", "5.1": "NI"}
    evidence = make_evidence()

    with pytest.raises(ValidationError, match="reason"):
        record(evidence, several, overall_choice="high")

    part = appraisal_part(record(evidence, several, overall_choice="high", choice_reason="Both matter."))
    assert (part["computed"], part["overall"], part["choice_reason"]) == ("some concerns", "high", "Both matter.")


def test_document_of_the_claim_carries_the_appraisal() -> None:
    claim = make_claim()
    evidence = claim.evidence.first()
    assert evidence is not None
    record(evidence, LOW)

    document = publish(claim).document

    appraisals = document["evidence"][0]["appraisals"]
    assert [item["overall"] for item in appraisals] == ["low"]


def test_amstar_2_keeps_the_published_rating_beside_the_computed_one() -> None:
    answers = {str(item): "yes" for item in range(1, 17)} | {"7": "no"}

    part = appraisal_part(record(make_evidence(), answers, instrument="amstar2-2017", published_rating="moderate"))

    assert (part["computed"], part["published_rating"], part["published_differs"]) == ("low", "moderate", True)
    assert part["critical_flaws"] == ["7"]


def test_recording_reopens_the_claim_and_leaves_one_event() -> None:
    claim = make_claim()
    publish(claim)
    claim.refresh_from_db()
    evidence = claim.evidence.first()
    assert evidence is not None
    events = Event.objects.count()

    record(evidence, LOW)

    claim.refresh_from_db()
    assert (claim.status, Event.objects.count() - events) == ("draft", 1)
    assert Event.objects.latest("id").verb == "record_appraisal"
