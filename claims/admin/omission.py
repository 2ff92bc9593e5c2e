"""Omissions: a material fact that an article leaves out, with the claims it bears on and the sources that show it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_lazy

from claims.actions import record_omission
from claims.admin.base import CurationAdmin
from claims.models import Omission, OmissionClaim, OmissionSource
from sources.admin.forms import KeyedForm
from sources.admin.history import Part
from sources.admin.verbs import VerbFormSet, VerbInline


class OmissionForm(KeyedForm):
    """A fact that is left out."""

    keyed_from = "statement"

    def clean(self) -> dict[str, Any] | None:
        if article := self.cleaned_data.get("article"):
            self.taken |= set(article.omissions.exclude(pk=self.instance.pk).values_list("key", flat=True))
        return super().clean()

    class Meta:
        widgets = {
            "statement": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "why_it_matters": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }


class LinkFormSet(VerbFormSet):
    """Rows that an omission points to; the verb on the omission keeps them all at once, in their order."""

    def chosen(self) -> list[Any]:
        """Return the rows pointed to, in the order of their positions."""
        kept = [form for form in self.forms if form.cleaned_data and not self._should_delete_form(form)]
        given = [(form.cleaned_data["position"], place, form) for place, form in enumerate(kept)]
        return [form.cleaned_data[self.target] for _, _, form in sorted(given, key=lambda row: row[:2])]


class ClaimLinks(LinkFormSet):
    """The claims that an omission bears on."""

    target = "claim"


class SourceLinks(LinkFormSet):
    """The sources that show an omission."""

    target = "source"


class LinkInline(VerbInline):
    """One row for each link, with its place in the order."""

    template = "admin/edit_inline/tabular.html"
    extra = 1


class ClaimLinkInline(LinkInline):
    """Claims."""

    model = OmissionClaim
    formset = ClaimLinks
    fields = ["claim", "position"]
    autocomplete_fields = ["claim"]
    verbose_name, verbose_name_plural = "claim", gettext_lazy("Claims it bears on, in this order")


class SourceLinkInline(LinkInline):
    """Sources."""

    model = OmissionSource
    formset = SourceLinks
    fields = ["source", "position"]
    autocomplete_fields = ["source"]
    verbose_name, verbose_name_plural = "source", gettext_lazy("Sources that show it, in this order")


@admin.register(Omission)
class OmissionAdmin(CurationAdmin):
    """What articles leave out."""

    form = OmissionForm
    inlines = [ClaimLinkInline, SourceLinkInline]
    list_display = ["article", "position", "statement"]
    list_display_links = ["statement"]
    list_filter = ["article"]
    list_select_related = ["article"]
    search_fields = ["statement", "why_it_matters", "key"]
    fields = ["article", "statement", "why_it_matters", ("position", "key")]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["article", "key"] if obj else []

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        omission = super().get_object(request, object_id, from_field)
        if omission:
            # what is done to an omission is told of its article
            omission.name = omission.article.name
        return omission

    def write(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> Any:
        if change and not form.changed_data:
            return obj
        given = form.columns(form.changed_data if change else None)
        given = {"article": obj.article, "key": obj.key, **given}
        return record_omission(omission=obj if change else None, user=request.user, **given)

    def write_parts(self, request: HttpRequest, obj: Any, form: Any, formsets: list[Any]) -> None:
        links = {f"{formset.target}s": formset.chosen() for formset in formsets if formset.has_changed()}
        if links:
            record_omission(omission=obj, article=obj.article, key=obj.key, user=request.user, **links)

    def history_parts(self, omission: Any) -> list[Part]:
        parents = frozenset({"omission"})
        claims, sources = OmissionClaim.history, OmissionSource.history
        return [
            *super().history_parts(omission),
            Part(claims.filter(omission_id=omission.pk), lambda record: gettext("Claim"), parents),
            Part(sources.filter(omission_id=omission.pk), lambda record: gettext("Source"), parents),
        ]
