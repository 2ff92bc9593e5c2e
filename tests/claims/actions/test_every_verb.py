"""What holds for every verb: one event, a history that says who and why, all or nothing, and a draft after it."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from claims.actions import revise_claim, revise_figure, submit_claim
from claims.models import Claim
from sources.models import Event
from tests.claims.actions.verbs import ALL, ON_CLAIMS, WHY, Verb, make_everything
from tests.makers import make_curator, publish

pytestmark = pytest.mark.django_db

REFUSING = [verb for verb in ALL if verb.bad]


def name_of(verb: Verb) -> str:
    return verb.name


def whole_database() -> dict[str, list[dict[str, Any]]]:
    """Return every row of both apps, histories and events included."""
    tables = [model for app in ("claims", "sources") for model in apps.get_app_config(app).get_models()]
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in tables}


def newest_history(before: dict[str, list[dict[str, Any]]]) -> list[models.Model]:
    """Return the entries of all histories that were not there."""
    found = []
    for app in ("claims", "sources"):
        for model in apps.get_app_config(app).get_models():
            if hasattr(model, "history_type") or model.__name__.startswith("Historical"):
                known = len(before[model._meta.label])
                found += list(model._default_manager.order_by("pk"))[known:]
    return found


@pytest.mark.parametrize("verb", ALL, ids=name_of)
def test_a_verb_leaves_one_event_and_signs_the_history(verb: Verb) -> None:
    claim = make_everything()
    arguments = verb.needs(claim)
    before = whole_database()
    known = Event.objects.count()

    verb.call(arguments)

    (event,) = Event.objects.order_by("pk")[known:]
    assert (event.who, event.verb) == (make_curator("ben"), verb.event or verb.name)
    if verb.takes_why:
        assert event.why == WHY
    signed = [entry for entry in newest_history(before) if entry.history_change_reason != "computed"]
    assert signed != []
    assert {entry.history_user for entry in signed} == {make_curator("ben")}
    if verb.takes_why:
        assert WHY in {entry.history_change_reason for entry in signed}


@pytest.mark.parametrize("verb", REFUSING, ids=name_of)
def test_a_refused_verb_leaves_everything_as_it_was(verb: Verb) -> None:
    claim = make_everything()
    arguments = verb.needs(claim)
    make_curator("ben")
    before = whole_database()

    with pytest.raises(ValidationError) as refusal:
        verb.call({**arguments, **verb.bad})

    assert refusal.value.messages != []
    assert whole_database() == before


@pytest.mark.parametrize("verb", ON_CLAIMS, ids=name_of)
@pytest.mark.parametrize("status", ["submitted", "published"])
def test_a_change_makes_the_claim_a_draft_and_leaves_what_is_public(verb: Verb, status: str) -> None:
    claim = make_everything()
    if status == "published":
        publish(claim)
    else:
        submit_claim(claim=claim, user=make_curator("ada"))
    public = list(claim.publications.values())
    arguments = verb.needs(Claim.objects.get(pk=claim.pk))

    verb.call(arguments)

    claim.refresh_from_db()
    assert (claim.status, claim.submitted_by) == ("draft", None)
    assert list(claim.publications.values()) == public


def test_a_stale_row_does_not_hide_that_the_claim_was_submitted() -> None:
    claim = make_everything()
    stale = claim.figures.select_related("claim").get()
    submit_claim(claim=Claim.objects.get(pk=claim.pk), user=make_curator("ada"))
    assert stale.claim.status == "draft"

    revise_figure(figure=stale, text="33 per cent", user=make_curator("ben"))

    assert Claim.objects.get().status == "draft"


def test_a_stale_claim_does_not_undo_what_others_changed() -> None:
    claim = make_everything()
    stale = Claim.objects.get()
    revise_claim(claim=claim, verdict_reason="A better reason.", user=make_curator("ada"))

    revise_claim(claim=stale, statement="Another statement.", user=make_curator("ben"))

    after = Claim.objects.get()
    assert (after.statement, after.verdict_reason) == ("Another statement.", "A better reason.")


def test_topics_have_a_history() -> None:
    claim = make_everything()
    revise_claim(claim=claim, topics=["noses", " colds "], user=make_curator("ben"))
    revise_claim(claim=claim, topics=["noses"], user=make_curator("ada"))

    history = claim.topic_links.model.history.order_by("history_id")
    assert [(entry.tag.name, entry.history_type, entry.history_user.username) for entry in history] == [
        ("colds", "+", "ada"),
        ("noses", "+", "ben"),
        ("colds", "-", "ada"),
    ]
    assert [topic.name for topic in claim.topics.all()] == ["noses"]
