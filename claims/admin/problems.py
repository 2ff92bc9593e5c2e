"""What readers report, as a queue: to read here, and to take and answer by its verbs. Nothing is edited."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from claims.admin.base import CurationAdmin
from claims.admin.claim import NAMED
from claims.admin.problem_list import ProblemColumns, ReportedClaimFilter, WaitingFilter
from claims.admin.problem_steps import ProblemSteps
from claims.models import Problem


@admin.register(Problem)
class ProblemAdmin(ProblemSteps, ProblemColumns, CurationAdmin):
    """Reported problems: those that wait first, the oldest on top; then answered ones, the newest on top."""

    change_form_template = "admin/claims/problem/change_form.html"
    list_display = ["reference", "reported_at", "kind_label", "about", "start", "shown_state"]
    list_display_links = ["reference"]
    list_filter = [WaitingFilter, "kind", "state", ReportedClaimFilter]
    list_select_related = ["claim", "taken_by"]
    ordering = [F("answered_at").desc(nulls_first=True), "reported_at"]
    search_fields = ["reference", "message", "page", "note"]
    search_help_text = gettext_lazy("A code such as P-7K3M-9QX2, a claim such as C12, or words of the message.")
    fieldsets = [
        (
            gettext_lazy("Report"),
            {
                "fields": [
                    "kind_label",
                    "claim_links",
                    "page_link",
                    "whole_message",
                    "link_given",
                    "address",
                    "reported_at",
                ]
            },
        ),
        (
            gettext_lazy("Answer"),
            {"fields": ["shown_state", "taken_by", "note", "answered_by", "answered_at", "answered_version"]},
        ),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        if match := NAMED.fullmatch(search_term.strip()):
            return queryset.filter(claim__number=int(match[1])), False
        return super().get_search_results(request, queryset, search_term)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Problem]:
        return super().get_queryset(request).select_related("claim", "taken_by", "answered_by")

    def view_on_site(self, problem: Problem) -> str:
        """Return the page where the reader finds the answer."""
        return reverse("problem", args=[problem.reference])

    @admin.display(description=gettext_lazy("claim"))
    def claim_links(self, problem: Problem) -> SafeString | str:
        """Link the claim here and the version that the reader had before them."""
        if problem.claim is None:
            return gettext("none")
        here = reverse("admin:claims_claim_change", args=[problem.claim.pk])
        link = format_html('<a href="{}">{}</a> {}', here, problem.claim.name, problem.claim.statement)
        if problem.version is None:
            return link
        there = reverse("claim-version", args=[problem.claim.number, problem.version])
        read = gettext("version %(version)s, as the reader saw it") % {"version": problem.version}
        return format_html('{}<br><a href="{}">{}</a> {}', link, there, read, problem.citekey)

    @admin.display(description=gettext_lazy("page"))
    def page_link(self, problem: Problem) -> SafeString | str:
        return format_html('<a href="{}">{}</a>', problem.page, problem.page) if problem.page else gettext("not known")

    @admin.display(description=gettext_lazy("message"))
    def whole_message(self, problem: Problem) -> SafeString:
        return format_html('<div class="reported-message">{}</div>', problem.message)

    @admin.display(description=gettext_lazy("source given"))
    def link_given(self, problem: Problem) -> SafeString | str:
        if not problem.link:
            return gettext("none")
        return format_html('<a href="{}" rel="noreferrer">{}</a>', problem.link, problem.link)

    @admin.display(description=gettext_lazy("e-mail for an answer"))
    def address(self, problem: Problem) -> SafeString | str:
        """Link a letter to the reader, as long as their address is kept."""
        if not problem.email:
            return gettext("none given") if problem.is_waiting else gettext("none kept")
        subject = quote(gettext("Your report %(name)s") % {"name": problem.name})
        return format_html('<a href="mailto:{}?subject={}">{}</a>', problem.email, subject, problem.email)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        context.update(may_resolve=self.may_resolve(request))
        return super().render_change_form(request, context, *args, **options)
