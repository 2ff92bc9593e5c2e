"""Notices on their source's page: recorded once, never edited away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from sources.actions import User, record_notice
from sources.admin.fields import IdentifierField
from sources.admin.forms import VerbForm
from sources.admin.verbs import VerbFormSet, VerbInline
from sources.bib.identifiers import parse_doi
from sources.models import Notice


class NoticeForm(VerbForm):
    """A notice; its own DOI as it is pasted."""

    doi = IdentifierField(read=parse_doi, label=gettext_lazy("DOI of the notice"))


class NoticeFormSet(VerbFormSet):
    """New notices; those that are there stay as they are."""

    def record(self, form: Any, *, user: User, why: str) -> None:
        record_notice(source=self.instance, user=user, **notice_fields(form))


def notice_fields(form: Any) -> dict[str, Any]:
    """Return what the form says, in the words of the verbs."""
    given = form.columns(["kind", "reason", "doi", "url"])
    return {**given, "on": form.cleaned_data["date"]}


class NoticeInline(VerbInline):
    """A retraction, correction or other notice."""

    model = Notice
    form = NoticeForm
    formset = NoticeFormSet
    fields = [("kind", "date"), "reason", ("doi", "url")]
    extra = 1
    can_delete = False
    verbose_name_plural = gettext_lazy("Notices: what the publisher announced about this work")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return self._parent_may(request, "change")
