"""No page of the admin writes past the actions: each is saved here once, and none has Django's own ways to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.forms.models import BaseInlineFormSet
from django.test import Client

from claims.models import Article, ArticlePublication, Claim, Omission, Problem, Publication, Topic
from sources.admin.forms import VerbForm
from sources.admin.verbs import NoVerb, VerbAdmin, VerbFormSet, VerbInline
from sources.models import Event, Source
from tests.claims.admin.pages import errors_of, save
from tests.makers import make_article, make_claim, make_omission, make_source

pytestmark = pytest.mark.django_db

OURS = {model: page for model, page in admin.site._registry.items() if model._meta.app_label in {"claims", "sources"}}
READ_ONLY = {Event, Publication, ArticlePublication, Problem}


def change_of(row: Any) -> str:
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def add_of(model: Any) -> str:
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/add/"


def change_claim(client: Client) -> Any:
    return save(client, change_of(make_claim()), "claim_form", statement="Changed.")


def change_source(client: Client) -> Any:
    return save(client, change_of(make_source()), "source_form", title="Changed.")


def change_article(client: Client) -> Any:
    return save(client, change_of(make_article()), "article_form", title="Changed.", new_text="# Changed\n\nNew words.")


def change_omission(client: Client) -> Any:
    return save(client, change_of(make_omission()), "omission_form", statement="Changed.")


def add_topic(client: Client) -> Any:
    return save(client, add_of(Topic), "topic_form", name="Changed.")


# page -> what saves it once, and the verb that must have been called
SAVED: dict[Any, tuple[Callable[[Client], Any], str]] = {
    Claim: (change_claim, "revise_claim"),
    Source: (change_source, "revise_source"),
    Article: (change_article, "record_article"),
    Omission: (change_omission, "record_omission"),
    Topic: (add_topic, "record_topic"),
}


def test_every_page_is_either_saved_here_or_only_to_look_at() -> None:
    assert set(OURS) == set(SAVED) | READ_ONLY


@pytest.mark.parametrize("model", list(SAVED), ids=lambda model: model.__name__)
def test_saving_a_page_leaves_an_event_and_history(ben: Client, model: Any) -> None:
    change, verb = SAVED[model]
    response = change(ben)
    assert errors_of(response) == []
    assert Event.objects.filter(verb=verb, who__username="ben").count() == 1
    if hasattr(model, "history"):
        assert model.history.first().history_user.get_username() == "ben"


@pytest.mark.parametrize("model", list(OURS), ids=lambda model: model.__name__)
def test_a_page_has_no_way_past_the_verbs(model: Any) -> None:
    page = OURS[model]
    kept = ("save_model", "save_related", "save_formset", "delete_model", "delete_queryset", "get_actions")
    for name in kept:
        assert getattr(type(page), name) is getattr(VerbAdmin, name), name
    assert issubclass(page.form, VerbForm)
    assert not page.list_editable
    for inline in page.inlines:
        assert issubclass(inline, VerbInline)
        assert issubclass(inline.formset, VerbFormSet)
        assert inline.formset.save is VerbFormSet.save


def test_a_page_without_a_verb_raises_and_saves_nothing(rf: Any) -> None:
    page = VerbAdmin(Claim, admin.site)
    claim = make_claim()
    claim.statement = "Past the verbs"
    with pytest.raises(NoVerb):
        page.save_model(rf.post("/"), claim, None, True)
    with pytest.raises(NoVerb):
        page.save_formset(rf.post("/"), None, None, True)
    with pytest.raises(NoVerb):
        page.delete_model(rf.post("/"), claim)
    with pytest.raises(NoVerb):
        page.delete_queryset(rf.post("/"), Claim.objects.all())
    assert Claim.objects.get().statement != "Past the verbs"


def test_a_formset_without_verbs_raises() -> None:
    formset = VerbFormSet.__new__(VerbFormSet)
    for call in (
        lambda: formset.save(),
        lambda: formset.record(None, user=None, why=""),
        lambda: formset.revise(None, user=None, why=""),
        lambda: formset.remove(Claim(), user=None, why=""),
    ):
        with pytest.raises(NoVerb):
            call()
    assert issubclass(VerbFormSet, BaseInlineFormSet)
    assert issubclass(VerbInline, InlineModelAdmin)


@pytest.mark.parametrize("model", sorted(READ_ONLY, key=str), ids=lambda model: model.__name__)
def test_what_is_only_to_look_at_offers_no_change(ada: Client, rf: Any, model: Any, django_user_model: Any) -> None:
    request = rf.get("/")
    request.user = django_user_model.objects.create_superuser("root")
    page = OURS[model]
    assert (
        page.has_add_permission(request),
        page.has_change_permission(request),
        page.has_delete_permission(request),
    ) == (False, False, False)
    assert ada.get(f"/admin/{model._meta.app_label}/{model._meta.model_name}/").status_code == 200


def test_a_superuser_deletes_nothing(admin_client: Client) -> None:
    rows = [make_claim(), make_source(), make_article(), make_omission(), Topic.objects.get()]
    for row in rows:
        assert admin_client.post(change_of(row).replace("change", "delete"), {"post": "yes"}).status_code == 403
        listing = f"/admin/{row._meta.app_label}/{row._meta.model_name}/"
        admin_client.post(listing, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
        assert type(row).objects.filter(pk=row.pk).exists()
