"""Submit, publish and withdraw, by button and from the list; each refusal says what to do."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.actions import revise_claim, submit_claim
from claims.models import Claim
from sources.models import Event
from tests.claims.admin.pages import messages_of
from tests.makers import make_claim, make_curator, make_published_claim

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/claim/"


def url_of(claim: Claim, step: str) -> str:
    return f"{LIST}{claim.pk}/{step}/"


def status_of(claim: Claim) -> str:
    return Claim.objects.get(pk=claim.pk).status


def test_two_curators_publish_and_one_withdraws(ada: Client, ben: Client) -> None:
    claim = make_claim()
    said = ada.post(url_of(claim, "submit"), follow=True)
    assert (status_of(claim), messages_of(said)) == (
        "submitted",
        ["C1 is submitted: another curator can publish it now."],
    )
    assert "Change note" in ben.get(url_of(claim, "publish")).content.decode()
    said = ben.post(url_of(claim, "publish"), {"note": "first version"}, follow=True)
    assert (status_of(claim), messages_of(said)) == ("published", ["C1v1 is public now."])
    said = ada.post(url_of(claim, "withdraw"), {"note": "The trial was retracted."}, follow=True)
    assert (status_of(claim), messages_of(said)) == (
        "withdrawn",
        ["C1 is withdrawn; version 1 stays readable and says so."],
    )
    told = Event.objects.filter(verb__in=["submit_claim", "publish_claim", "withdraw_claim"]).order_by("pk")
    assert list(told.values_list("who__username", "verb", "object_name", "why")) == [
        ("ada", "submit_claim", "C1", ""),
        ("ben", "publish_claim", "C1v1", "first version"),
        ("ada", "withdraw_claim", "C1", "The trial was retracted."),
    ]


def test_what_is_missing_is_said_on_submitting(ada: Client) -> None:
    claim = make_claim(verdict="")
    said = ada.post(url_of(claim, "submit"), follow=True)
    assert status_of(claim) == "draft"
    assert messages_of(said) == [
        f'<a href="{LIST}{claim.pk}/change/">C1</a> was not submitted. Choose a verdict for the claim.'
    ]


def test_nobody_publishes_what_they_submitted(ada: Client) -> None:
    claim = make_claim()
    ada.post(url_of(claim, "submit"))
    said = ada.post(url_of(claim, "publish"), {"note": "mine"})
    assert status_of(claim) == "submitted"
    assert (
        "Ask another curator to publish it: nobody publishes what they submitted themselves." in messages_of(said)[-1]
    )


def test_a_withdrawal_needs_its_reason(ada: Client) -> None:
    claim = make_published_claim()
    said = ada.post(url_of(claim, "withdraw"), {"note": "  "})
    assert status_of(claim) == "published"
    assert "Give the reason for the withdrawal" in messages_of(said)[0]


@pytest.mark.parametrize("step", ["submit", "publish", "withdraw"])
def test_a_step_needs_its_permission(reader: Client, step: str) -> None:
    claim = make_published_claim()
    assert reader.post(url_of(claim, step), {"note": "x"}).status_code == 403
    assert f"{step}_selected" not in reader.get(LIST).content.decode()
    assert status_of(claim) == "published"


def test_a_step_by_link_alone_does_nothing(ada: Client) -> None:
    claim = make_claim()
    assert ada.get(url_of(claim, "submit")).status_code == 405
    assert ada.get(url_of(claim, "publish")).status_code == 200
    assert status_of(claim) == "draft"


@pytest.mark.parametrize("step", ["submit", "publish", "withdraw"])
def test_a_step_is_held_against_forged_requests(step: str) -> None:
    claim = make_claim()
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_curator("eve"))
    assert client.post(url_of(claim, step), {"note": "x"}).status_code == 403


def test_the_list_submits_what_is_ready_and_names_the_rest(ada: Client) -> None:
    ready, unready = make_claim(), make_claim(verdict="")
    chosen = {"action": "submit_selected", "_selected_action": [ready.pk, unready.pk]}
    said = messages_of(ada.post(LIST, chosen, follow=True))
    assert (status_of(ready), status_of(unready)) == ("submitted", "draft")
    assert said[0] == "C1 is submitted: another curator can publish it now."
    assert "C2</a> was not submitted. Choose a verdict for the claim." in said[1]


def test_a_later_version_asks_for_its_note(ada: Client, ben: Client) -> None:
    claim = make_published_claim()
    revise_claim(claim=claim, user=make_curator("ada"), verdict="misleading")
    ada.post(url_of(claim, "submit"))
    assert " required" in ben.get(url_of(claim, "publish")).content.decode().split("<textarea")[1].split(">")[0]
    said = ben.post(url_of(claim, "publish"), {"note": " "})
    (said_so,) = messages_of(said)
    assert said_so.endswith("Give a change note: say what is new since C1v1, and why, for readers of the claim.")
    assert claim.publications.count() == 1


def test_the_list_publishes_after_asking_for_the_note(ada: Client) -> None:
    claims = [make_claim(), make_claim()]
    for claim in claims:
        submit_claim(claim=claim, user=make_curator("ben"))
    chosen = {"action": "publish_selected", "_selected_action": [claim.pk for claim in claims]}
    asked = ada.post(LIST, chosen).content.decode()
    assert "Publish C1, C2" in asked
    assert [status_of(claim) for claim in claims] == ["submitted", "submitted"]
    ada.post(LIST, {**chosen, "note": "first versions"}, follow=True)
    assert [status_of(claim) for claim in claims] == ["published", "published"]
    assert [claim.publications.get().change_note for claim in claims] == ["first versions"] * 2


def test_the_list_withdraws_with_a_reason(ada: Client) -> None:
    claim = make_published_claim()
    chosen = {"action": "withdraw_selected", "_selected_action": [claim.pk]}
    ada.post(LIST, {**chosen, "note": "No longer asserted."}, follow=True)
    assert status_of(claim) == "withdrawn"
    assert claim.withdrawals.get().reason == "No longer asserted."


def test_deleting_is_not_offered(ada: Client) -> None:
    claim = make_claim()
    assert "delete_selected" not in ada.get(LIST).content.decode()
    assert ada.post(f"{LIST}{claim.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Claim.objects.count() == 1
