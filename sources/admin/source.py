"""Published works: what they are, how they are identified, what was read of them, and their notices."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_lazy

from sources.actions import add_source, revise_source
from sources.admin.fields import AuthorsField, IdentifierField, LinesField, PartialDateField
from sources.admin.forms import VerbForm
from sources.admin.history import Part
from sources.admin.history_page import HistoryPage
from sources.admin.notice import NoticeInline
from sources.admin.verbs import VerbAdmin
from sources.bib.identifiers import normalise_pmcid, normalise_pmid, parse_doi
from sources.models import Source

SEARCHED = ("citekey", "title", "doi", "pmid", "pmcid", "authors")


class SourceForm(VerbForm):
    """A published work, with its lists as lines of text."""

    authors = AuthorsField(
        required=False,
        label=gettext_lazy("Authors"),
        help_text=gettext_lazy("One on each line: “Family, Given” for a person, {Name in braces} for an organisation."),
    )
    issued = PartialDateField(
        required=False,
        label=gettext_lazy("Published"),
        help_text=gettext_lazy("2019, 2019-03 or 2019-03-14: as much of the date as is known."),
    )
    doi = IdentifierField(read=parse_doi, label=gettext_lazy("DOI"))
    pmid = IdentifierField(read=normalise_pmid, label=gettext_lazy("PMID"))
    pmcid = IdentifierField(read=normalise_pmcid, label=gettext_lazy("PMCID"))
    warnings = LinesField(
        required=False,
        label=gettext_lazy("Reservations"),
        help_text=gettext_lazy("What is doubtful about this record, one on each line."),
    )
    why = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("Why (for the history)"),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "authors" in self.fields:
            self.fields["authors"] = AuthorsField(
                required=False,
                known=self.instance.authors,
                label=self.fields["authors"].label,
                help_text=self.fields["authors"].help_text,
            )


@admin.register(Source)
class SourceAdmin(HistoryPage, VerbAdmin):
    """The library. `claims.admin` extends this page, because a notice concerns claims too."""

    form = SourceForm
    inlines = [NoticeInline]
    list_display = ["citekey", "short_title", "year", "design", "scope", "notice_count"]
    list_filter = ["type", "design", "scope", "identifier_status", "notices__kind"]
    search_fields = list(SEARCHED)
    search_help_text = gettext_lazy("Citekey, title, DOI, PMID, PMCID or author.")
    ordering = ["citekey"]
    fieldsets = [
        (gettext_lazy("The work"), {"fields": ["citekey", "type", "title", "authors", "issued"]}),
        (gettext_lazy("Where it appeared"), {"fields": ["container_title", ("volume", "issue", "page")]}),
        (gettext_lazy("Identifiers"), {"fields": [("doi", "pmid", "pmcid"), "url", "identifier_status"]}),
        (
            gettext_lazy("What it is and what was read"),
            {"fields": [("design", "n"), "funding", "scope", "summary", "warnings"]},
        ),
        (gettext_lazy("This change"), {"fields": ["why"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["citekey"] if obj else []

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(notice_total=Count("notices", distinct=True))

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Find works that have every word in some column."""
        for word in search_term.split():
            # an author's name is kept as JSON, in which SQLite has letters beyond ASCII written as escapes
            wanted = Q(authors__icontains=json.dumps(word)[1:-1])
            for column in SEARCHED:
                wanted |= Q(**{f"{column}__icontains": word})
            queryset = queryset.filter(wanted)
        return queryset, False

    def write(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> Any:
        why = form.cleaned_data["why"]
        if not change:
            return add_source(user=request.user, why=why, **form.columns())
        if changes := form.columns(form.changed_data):
            return revise_source(source=obj, user=request.user, why=why, **changes)
        return obj

    def view_on_site(self, source: Source) -> str | None:
        """Return the address of the public page."""
        return f"/sources/{source.citekey}/"

    def history_parts(self, source: Any) -> list[Part]:
        return [
            *super().history_parts(source),
            Part(
                source.notices.model.history.filter(source_id=source.pk),
                lambda record: gettext("Notice of %(date)s") % {"date": record.date},
                frozenset({"source"}),
            ),
        ]

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def short_title(self, source: Source) -> str:
        return source.title if len(source.title) < 100 else f"{source.title[:99].rstrip()}…"

    @admin.display(description=gettext_lazy("year"))
    def year(self, source: Source) -> str:
        return str(source.issued[0]) if source.issued else "–"

    @admin.display(description=gettext_lazy("notices"), ordering="notice_total")
    def notice_count(self, source: Any) -> str:
        return f"⚠ {source.notice_total}" if source.notice_total else gettext("none")
