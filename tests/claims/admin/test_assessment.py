"""What an assessment is held against is chosen on the claim's page, kept as one text, and shown with its numbers."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.models import Assessment, Claim
from tests.claims.admin.pages import errors_of, read_form, save
from tests.makers import make_claim

pytestmark = pytest.mark.django_db
FORM = "claim_form"


def page_of(claim: Claim) -> str:
    return f"/admin/claims/claim/{claim.pk}/change/"


def current(claim: Claim) -> Assessment:
    return claim.assessments.get(superseded_at__isnull=True)


@pytest.mark.parametrize(
    ("why", "kind", "values", "unit", "kept"),
    [
        ("no effect", "null", "", "", "null"),
        ("a difference that matters", "mid", "10", "%", "mid 10 %"),
        ("a range, however its values are spaced", "range", "2;5  ; 9.50", "pp", "range 2; 5; 9.5 pp"),
    ],
)
def test_a_target_is_chosen_in_parts(ada: Client, why: str, kind: str, values: str, unit: str, kept: str) -> None:
    claim = make_claim()
    parts = {"target_kind": kind, "target_values": values, "target_unit": unit}
    response = save(ada, page_of(claim), FORM, **{f"assessments-0-{name}": value for name, value in parts.items()})
    assert errors_of(response) == [], why
    assert current(claim).target == kept, why
    shown = read_form(ada, page_of(claim), FORM)
    assert shown["assessments-0-target_kind"] == kind


@pytest.mark.parametrize(
    ("kind", "values", "unit", "field", "said"),
    [
        ("mid", "abc", "points", "values",
         "“abc” is no number; expected values such as 2; 5.5, parted by semicolons."),
        ("range", "2, 5", "points", "values",
         "“2, 5” is no number; expected values such as 2; 5.5, parted by semicolons."),
        ("range", "5; 2", "points", "values", "A range takes at least one threshold, in rising order."),
        ("mid", "", "points", "values", "The smallest difference that matters takes exactly one value, and not zero."),
        ("null", "2", "", "values", "The target 'no effect' takes no value."),
        ("mid", "2", "", "unit",
         "Give the unit of the values, for ratios which ratio (risk ratio); decimals have a point."),
        ("mid", "-2", "risk ratio", "unit", "Thresholds of a ratio are above zero."),
        ("null", "", "points", "unit", "The target 'no effect' takes no unit, not 'points'."),
    ],
)  # fmt: skip
def test_a_target_that_makes_no_sense_is_refused_at_its_part(
    ada: Client, kind: str, values: str, unit: str, field: str, said: str
) -> None:
    claim = make_claim()
    parts = {"target_kind": kind, "target_values": values, "target_unit": unit}
    response = save(ada, page_of(claim), FORM, **{f"assessments-0-{name}": one for name, one in parts.items()})
    formsets = {inline.formset.prefix: inline.formset for inline in response.context["inline_admin_formsets"]}
    assert formsets["assessments"].forms[0].errors == {f"target_{field}": [said]}
    assert claim.assessments.get().target == ""


def test_a_target_that_was_stored_is_shown_in_parts_and_can_be_taken_away(ada: Client) -> None:
    claim = make_claim(assessments=[{"target": "range 2; 5 %"}])
    fields = read_form(ada, page_of(claim), FORM)
    parts = [fields[f"assessments-0-target_{name}"] for name in ("kind", "values", "unit")]
    assert parts == ["range", "2; 5", "%"]
    empty = {f"assessments-0-target_{name}": "" for name in ("kind", "values", "unit")}
    save(ada, page_of(claim), FORM, **empty)
    assert current(claim).target == ""


def test_words_that_no_rule_can_read_are_shown_as_they_were(ada: Client) -> None:
    claim = make_claim()
    claim.assessments.update(target="what people notice")
    page = ada.get(page_of(claim)).content.decode()
    assert "Recorded before, in words that no rule can read: “what people notice”." in page


def test_the_suggestion_stands_beside_the_step_with_its_target_and_information_size(ada: Client) -> None:
    claim = make_claim()
    given = {"target_kind": "mid", "target_values": "10", "target_unit": "%", "ois_sd": "20", "ois_difference": "10"}
    save(ada, page_of(claim), FORM, **{f"assessments-0-{name}": value for name, value in given.items()})
    assessment = current(claim)
    assert (assessment.ois_sd, assessment.ois_difference, assessment.ois_alpha) == (20.0, 10.0, None)
    page = " ".join(ada.get(page_of(claim)).content.decode().split())
    for said in (
        "The interval 20 (5 to 35) crosses 10 (smallest difference that matters (10 %)). "
        "There are 120 participants of an optimal information size of 126.",
        "Imprecision was judged against: smallest difference that matters (10 %).",
        "The optimal information size is 126 participants: enough to show a difference of 10 with a standard deviation"
        " of 20, at alpha 0.05 and power 0.8.",
        "Effects used:",
    ):
        assert said in page, said


def test_a_choice_that_differs_is_asked_for_its_reason(ada: Client) -> None:
    claim = make_claim(assessments=[{"reasons": {"risk_of_bias": "The taste."}}])
    page = ada.get(page_of(claim)).content.decode()
    assert "Differs: give the reason." in page
    assert "Imprecision is rated 0, the rules suggest -1: give the reason for that." in page
