"""The form of an instrument: answers go in, judgements and the stored appraisal come out."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client

from claims.admin.appraisal_judgement import judgement_of
from claims.documents.appraisal_instrument import judged
from claims.grade.instruments.registry import INSTRUMENTS, judge
from claims.models import Appraisal, Evidence
from sources.models import Event
from tests.claims.admin.pages import messages_of, read_form
from tests.claims.appraisals.answers import (
    ADHERING_LOW,
    AMSTAR_LOW,
    ROB2_LOW,
    ROB2_SEVERAL,
    ROBINS_SERIOUS,
    V2_BEGUN,
)
from tests.makers import make_claim, make_curator, make_published_claim

pytestmark = pytest.mark.django_db

ROB2, AMSTAR2 = "rob2-2019-assignment", "amstar2-2017"
FORM = "appraisal_form"

# instrument, answers, the overall judgement that follows or None
TRIPS = [
    (ROB2, ROB2_LOW, "low"),
    ("rob2-2019-adhering", ADHERING_LOW, "low"),
    ("robins-i-2016", ROBINS_SERIOUS, "serious"),
    ("robins-i-v2-draft-2025", V2_BEGUN, None),
    ("robins-i-v2-draft-2025-11-20", V2_BEGUN, None),
    (AMSTAR2, AMSTAR_LOW, "low"),
]


def evidence_of(claim: Any) -> Evidence:
    found: Evidence = claim.evidence.get()
    return found


def page_of(evidence: Evidence, instrument: str) -> str:
    return f"/admin/claims/claim/{evidence.claim_id}/appraisals/{evidence.pk}/{instrument}/"


def typed(answers: dict[str, str]) -> dict[str, str]:
    return {f"q-{question}": answer for question, answer in answers.items()}


def send(client: Client, evidence: Evidence, instrument: str, answers: dict[str, str], **fields: Any) -> Any:
    """Fill in the form as it stands, press a button, and follow."""
    url = page_of(evidence, instrument)
    button = {"_record": "Record appraisal"} if "_judge" not in fields else {}
    return client.post(url, {**read_form(client, url, FORM), **typed(answers), **button, **fields}, follow=True)


def text_of(response: Any) -> str:
    return " ".join(unescape(response.content.decode()).split())


def test_every_instrument_makes_the_trip() -> None:
    assert {instrument for instrument, _, _ in TRIPS} == set(INSTRUMENTS)


@pytest.mark.parametrize(("instrument", "answers", "overall"), TRIPS)
def test_answers_are_kept_as_given_and_filled_in_again(
    ben: Client, instrument: str, answers: dict[str, str], overall: str | None
) -> None:
    evidence = evidence_of(make_claim())

    send(ben, evidence, instrument, answers, result="Days with a cold")

    kept = evidence.appraisals.get()
    result = judged(kept)
    assert (kept.instrument, kept.result, kept.answers) == (instrument, "Days with a cold", answers)
    assert (result.overall.label if result.overall else None, kept.recorded_by.get_username()) == (overall, "ben")
    again = read_form(ben, f"{page_of(evidence, instrument)}?from={kept.pk}", FORM)
    assert {name[2:]: value for name, [value] in items_with(again, "q-") if value} == answers


def items_with(fields: dict[str, Any], start: str) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in fields.items() if name.startswith(start)]


@pytest.mark.parametrize(
    ("why", "instrument", "answers", "fields", "place"),
    [
        ("an answer that the question lacks", ROB2, {"1.1": "perhaps"}, {}, "q-1.1"),
        ("a choice not open", ROB2, ROB2_LOW, {"overall_choice": "high", "choice_reason": "So."}, "overall_choice"),
        ("a choice without a reason", ROB2, ROB2_SEVERAL, {"overall_choice": "high"}, "choice_reason"),
        ("a rating that AMSTAR 2 lacks", AMSTAR2, AMSTAR_LOW, {"published_rating": "perfect"}, "published_rating"),
        ("no critical item", AMSTAR2, AMSTAR_LOW, {"critical": []}, "critical"),
        ("a result that is too long", ROB2, ROB2_LOW, {"result": "x" * 201}, "result"),
    ],
)
def test_a_refusal_shows_at_its_place_and_nothing_is_stored(
    ben: Client, why: str, instrument: str, answers: dict[str, str], fields: dict[str, str], place: str
) -> None:
    evidence = evidence_of(make_claim())
    events = Event.objects.count()

    response = send(ben, evidence, instrument, answers, **fields)

    assert list(response.context["form"].errors) == [place], why
    assert (Appraisal.objects.count(), Event.objects.count()) == (0, events), why
    said = response.context["form"].errors[place][0]
    assert said in text_of(response)
    # what was filled in is still there
    shown = {name: value for name, value in response.context["form"].data.items() if name.startswith("q-")}
    assert {name: shown[name] for name in typed(answers)} == typed(answers)


def test_without_a_script_a_button_shows_judgements_and_stores_nothing(ben: Client) -> None:
    evidence = evidence_of(make_claim())
    events = Event.objects.count()

    response = send(ben, evidence, ROB2, ROB2_LOW, _judge="Show judgements")

    text = text_of(response)
    assert (Appraisal.objects.count(), Event.objects.count()) == (0, events)
    # five domains, the whole, and the whole once more in the strip
    assert text.count('<span class="word">low</span>') == 7
    assert "Therefore: low" in text
    assert "All 5 domains are low." in text
    assert 'name="q-1.1" value="Y" id="id_q-1.1_0" checked' in text


def test_a_question_that_is_not_asked_is_said_to_be_so_and_its_answer_is_kept(ben: Client) -> None:
    evidence = evidence_of(make_claim())

    response = send(ben, evidence, ROB2, {**ROB2_LOW, "2.7": "PN"}, _judge="Show judgements")

    text = text_of(response)
    assert '<fieldset class="question not-asked" data-question="2.7">' in text
    assert '<fieldset class="question" data-question="2.6">' in text
    assert 'name="q-2.7" value="PN" id="id_q-2.7_3" checked' in text


@pytest.mark.parametrize(("instrument", "answers", "overall"), [*TRIPS, (ROB2, ROB2_SEVERAL, "some concerns")])
def test_the_script_gets_what_the_instrument_judges(
    ben: Client, instrument: str, answers: dict[str, str], overall: str | None
) -> None:
    evidence = evidence_of(make_claim())
    events = Event.objects.count()

    given = ben.post(f"{page_of(evidence, instrument)}judge/", typed(answers)).json()

    expected = judge(instrument, answers)
    domains = [*([expected.triage] if expected.triage else []), *expected.domains]
    assert [(item["id"], item["path"], item["missing"]) for item in given["domains"]] == [
        (domain.id, list(domain.path), list(domain.missing)) for domain in domains
    ]
    assert (given["overall"]["computed"], given["overall"]["reason"]) == (overall, expected.overall_reason)
    assert [choice["value"] for choice in given["overall"]["choices"]] == [word.value for word in expected.choices]
    assert given == judgement_of(Appraisal(instrument=instrument, answers=answers))
    assert (Appraisal.objects.count(), Event.objects.count()) == (0, events)


def test_the_script_is_told_of_a_wrong_answer_and_of_a_choice_that_is_not_open(ben: Client) -> None:
    url = f"{page_of(evidence_of(make_claim()), ROB2)}judge/"

    wrong = ben.post(url, {"q-1.1": "perhaps"})
    closed = ben.post(url, {**typed(ROB2_LOW), "overall_choice": "high"}).json()

    assert (wrong.status_code, "perhaps" in wrong.json()["error"]) == (400, True)
    assert (closed["overall"]["word"], "'high'" in closed["overall"]["refused"]) == ("low", True)


def test_other_critical_items_change_the_rating_and_are_kept(ben: Client) -> None:
    evidence = evidence_of(make_claim())

    given = ben.post(f"{page_of(evidence, AMSTAR2)}judge/", {**typed(AMSTAR_LOW), "critical": ["2", "7", "10"]}).json()
    send(ben, evidence, AMSTAR2, AMSTAR_LOW, critical=["2", "7", "10"], published_rating="high")

    kept = evidence.appraisals.get()
    assert (given["overall"]["word"], kept.critical, kept.published_rating) == (
        "critically low",
        ["2", "7", "10"],
        "high",
    )
    result = judged(kept)
    assert result.overall is not None
    assert result.overall.label == "critically low"


def test_a_new_appraisal_takes_the_place_of_the_one_before_and_both_are_listed(ada: Client, ben: Client) -> None:
    evidence = evidence_of(make_claim())
    send(ada, evidence, ROB2, ROB2_LOW)

    response = send(ben, evidence, ROB2, ROB2_SEVERAL)

    old, new = evidence.appraisals.order_by("pk")
    assert (old.superseded_at, new.superseded_at) == (new.recorded_at, None)
    text = text_of(response)
    assert f"recorded by ada on {old.recorded_at:%Y-%m-%d}, superseded on {old.superseded_at:%Y-%m-%d}" in text
    assert f"recorded by ben on {new.recorded_at:%Y-%m-%d}</span>" in text
    history = text_of(ben.get(f"/admin/claims/claim/{evidence.claim_id}/history/"))
    assert f"Appraisal of Berg2019 by {ROB2} added" in history


def test_an_open_decision_is_kept_with_its_reason(ben: Client) -> None:
    evidence = evidence_of(make_claim())

    response = send(ben, evidence, ROB2, ROB2_SEVERAL, overall_choice="high", choice_reason="Both matter here.")

    assert "A person decided on high. Reason given: Both matter here." in text_of(response)


@pytest.mark.parametrize(
    ("risk", "differs"), [("low", False), ("some_concerns", True), ("high", True), ("unclear", True)]
)
def test_another_risk_of_bias_is_said_and_not_changed(ben: Client, risk: str, differs: bool) -> None:
    evidence = evidence_of(make_claim(evidence=[{"risk_of_bias": risk}]))

    response = send(ben, evidence, ROB2, ROB2_LOW)

    evidence.refresh_from_db()
    assert evidence.risk_of_bias == risk
    assert ("Nothing was changed: decide which holds and say why." in text_of(response)) == differs


def test_a_rating_that_others_printed_is_kept_for_any_instrument(ben: Client) -> None:
    evidence = evidence_of(make_claim())

    response = send(ben, evidence, ROB2, ROB2_LOW, published_rating="some_concerns")

    assert Appraisal.objects.get().published_rating == "some_concerns"
    assert "Published rating: some concerns." in text_of(response)


def test_recording_makes_a_published_claim_a_draft_and_says_so(ben: Client) -> None:
    evidence = evidence_of(make_published_claim())

    response = send(ben, evidence, ROB2, ROB2_LOW)

    assert messages_of(response) == [
        f"The appraisal of Berg2019 by {INSTRUMENTS[ROB2].title}, is recorded: low. All 5 domains are low.",
        "C1 is a draft now: submit it, so that readers come to see the appraisal.",
    ]


@pytest.mark.parametrize(
    ("design", "title"),
    [
        ("rct-crossover", INSTRUMENTS[ROB2].title),
        ("cohort", INSTRUMENTS["robins-i-2016"].title),
        ("meta-analysis", INSTRUMENTS[AMSTAR2].title),
        ("animal", None),
    ],
)
def test_the_claims_page_proposes_the_instrument_that_suits_the_design(
    ben: Client, design: str, title: str | None
) -> None:
    claim = make_claim(evidence=[{"design": design}])

    text = text_of(ben.get(f"/admin/claims/claim/{claim.pk}/change/"))

    assert text.count("suits the design") == (title is not None)
    assert title is None or f">Appraise with {title}</a>" in text
    for instrument, found in INSTRUMENTS.items():
        offered = f'href="{page_of(evidence_of(claim), instrument)}"' in text
        assert offered is not bool(found.superseded_by)


def test_the_form_of_a_superseded_instrument_leads_to_the_one_that_took_its_place(ben: Client) -> None:
    evidence = evidence_of(make_claim())

    text = text_of(ben.get(page_of(evidence, "robins-i-v2-draft-2025")))

    newer = page_of(evidence, "robins-i-v2-draft-2025-11-20")
    assert f'<a href="{newer}">Use the charts that took its place.</a>' in text
    assert "took its place" not in text_of(ben.get(newer))


def test_who_may_only_look_sees_appraisals_and_records_none(ben: Client, reader: Client) -> None:
    evidence = evidence_of(make_claim())
    send(ben, evidence, ROB2, ROB2_LOW)
    listing = f"/admin/claims/claim/{evidence.claim_id}/appraisals/"

    text = text_of(reader.get(listing))

    assert "All 5 domains are low." in text
    assert "Appraise with" not in text
    for url in (page_of(evidence, ROB2), f"{page_of(evidence, ROB2)}judge/"):
        assert reader.post(url, typed(ROB2_LOW)).status_code == 403
        assert Client().post(url, typed(ROB2_LOW)).status_code == 302
    assert (Appraisal.objects.count(), Client().get(listing).status_code) == (1, 302)


@pytest.mark.parametrize("wrong", ["no-such-instrument", "amstar2"])
def test_an_unknown_instrument_and_evidence_of_another_claim_are_not_found(ben: Client, wrong: str) -> None:
    evidence, other = evidence_of(make_claim()), evidence_of(make_claim())

    assert ben.get(page_of(evidence, wrong)).status_code == 404
    assert ben.get(page_of(evidence, ROB2).replace(f"/{evidence.pk}/rob", f"/{other.pk}/rob")).status_code == 404


@pytest.mark.parametrize("item_count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("", 8), ("{evidence}/" + ROB2 + "/", 7)])
def test_the_pages_need_the_same_queries_however_much_is_recorded(
    ben: Client, item_count: int, address: str, queries: int, django_assert_num_queries: Any
) -> None:
    claim = make_claim(evidence=[{}] * item_count)
    for evidence in claim.evidence.all():
        for place in range(item_count):
            send(ben, evidence, ROB2, ROB2_LOW, result=str(place))
    url = f"/admin/claims/claim/{claim.pk}/appraisals/{address.format(evidence=evidence.pk)}"
    make_curator()

    with django_assert_num_queries(queries):
        assert ben.get(url).status_code == 200
