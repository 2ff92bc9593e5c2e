"""The library's page of a source, with what only this room knows: which claims rest on it.

`sources` may not know claims, so its own page records a notice and no more. This page takes its place and marks the
notice by `claims.actions.mark_notice`, which tells the claims.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from claims.actions import mark_notice
from claims.admin.base import CurationAdmin
from claims.grade.vocabulary import Design
from claims.models import Claim, ListedSource
from claims.models.validators import check_design
from sources.actions import User
from sources.admin.notice import NoticeFormSet, NoticeInline, notice_fields
from sources.admin.source import SourceAdmin, SourceForm
from sources.labels import choices
from sources.models import Source


def claim_links(claims: list[Claim]) -> SafeString:
    """Return the names of claims, each leading to its page in the admin."""
    pairs = ((reverse("admin:claims_claim_change", args=[claim.pk]), claim.name) for claim in claims)
    return format_html_join(", ", '<a href="{}">{}</a>', pairs)


class DesignedSourceForm(SourceForm):
    """A published work whose design is one of the vocabulary, which `sources` may not know, or empty."""

    design = forms.CharField(required=False, label=gettext_lazy("Design"), widget=forms.Select)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "design" in self.fields:
            offered = [("", "---------"), *choices(Design)]
            # a bundle may have brought another word: it is shown and refused, never dropped without a word
            stored = self.instance.design
            unknown = [(stored, stored)] if stored and stored not in set(Design) else []
            self.fields["design"].widget.choices = [*offered, *unknown]

    def clean_design(self) -> str:
        design: str = self.cleaned_data["design"]
        check_design(design)
        return design


class MarkingFormSet(NoticeFormSet):
    """New notices, told to the claims that rest on the source."""

    def record(self, form: Any, *, user: User, why: str) -> None:
        _, affected = mark_notice(source=self.instance, user=user, **notice_fields(form))
        self.affected = affected


class MarkingInline(NoticeInline):
    """A notice, as claims see it."""

    formset = MarkingFormSet


admin.site.unregister(Source)


@admin.register(Source)
class CitedSourceAdmin(SourceAdmin):
    """A published work and the claims that rest on it."""

    form = DesignedSourceForm
    inlines = [MarkingInline]
    refusals = CurationAdmin.refusals

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = list(super().get_fieldsets(request, obj))
        return (
            [*fieldsets[:-1], (gettext("What rests on it"), {"fields": ["cited_by"]}), fieldsets[-1]]
            if obj
            else fieldsets
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), "cited_by"] if obj else []

    def write_parts(self, request: HttpRequest, obj: Any, form: Any, formsets: list[Any]) -> None:
        super().write_parts(request, obj, form, formsets)
        request.marked = [formset.affected for formset in formsets if hasattr(formset, "affected")]  # type: ignore[attr-defined]

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        for affected in request.marked:  # type: ignore[attr-defined]
            self.tell_affected(request, obj, affected)
        return super().response_change(request, obj)

    def tell_affected(self, request: HttpRequest, source: Source, affected: list[Claim]) -> None:
        """Say which claims show the notice now and want to be looked at again."""
        if affected:
            text = format_html(
                gettext("The notice is recorded. Look again at {}: they rest on {}."),
                claim_links(affected),
                source.citekey,
            )
            self.message_user(request, text, messages.WARNING)
        else:
            self.message_user(
                request,
                gettext("The notice is recorded. No claim rests on %(citekey)s.") % {"citekey": source.citekey},
                messages.INFO,
            )

    def view_on_site(self, source: Source) -> str | None:
        """Return the address of the public page; only sources that a published claim cites have one."""
        return super().view_on_site(source) if ListedSource.objects.filter(citekey=source.citekey).exists() else None

    @admin.display(description=gettext_lazy("claims"))
    def cited_by(self, source: Source) -> SafeString | str:
        claims = list(Claim.objects.citing(source.pk).order_by("number"))
        return claim_links(claims) if claims else gettext("No claim rests on this source yet.")
