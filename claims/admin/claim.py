"""A claim on one page, in the order in which a curator thinks.

What it says, where, its figures, the evidence with its findings, the assessment, and last the verdict and wording.
"""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from claims.actions import draft_claim, revise_claim
from claims.admin.appraisal import ClaimAppraisals
from claims.admin.assessment import AssessmentInline
from claims.admin.base import CurationAdmin
from claims.admin.claim_form import ClaimForm
from claims.admin.claim_history import claim_parts
from claims.admin.claim_list import ArticleFilter, ClaimColumns, FlaggedFilter, TodoFilter, TopicFilter, listed
from claims.admin.evidence import EvidenceInline
from claims.admin.figure import FigureInline
from claims.admin.occurrence import OccurrenceInline
from claims.admin.workflow import ClaimWorkflow
from claims.models import Claim
from claims.policies import reasons_against_submitting
from sources.admin.history import Part

NAMED = re.compile(r"[Cc](\d+)(?:v\d+)?")


@admin.register(Claim)
class ClaimAdmin(ClaimWorkflow, ClaimAppraisals, ClaimColumns, CurationAdmin):
    """Claims, and everything that belongs to them."""

    form = ClaimForm
    inlines = [OccurrenceInline, FigureInline, EvidenceInline, AssessmentInline]
    change_form_template = "admin/claims/claim/change_form.html"
    list_display = ["public_name", "short_statement", "status", "shown_verdict", "certainty", "flagged"]
    list_display_links = ["public_name", "short_statement"]
    list_filter = [TodoFilter, "status", "verdict", "kind", FlaggedFilter, ArticleFilter, TopicFilter]
    search_fields = ["statement", "key", "accurate_wording"]
    search_help_text = gettext_lazy("C12, or words of the statement, of the accurate wording or of the key.")
    ordering = ["number"]
    fieldsets = [
        (
            gettext_lazy("Claim"),
            {
                "fields": [
                    "statement",
                    ("kind", "wording_strength", "attribution"),
                    "filed",
                    "new_topics",
                    "key",
                ]
            },
        ),
        (
            gettext_lazy("Verdict and wording"),
            {"fields": ["verdict", "verdict_reason", "accurate_wording", "why"], "classes": ["closing"]},
        ),
    ]

    class Media:
        js = ["js/admin/findings.js"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["key"] if obj else []

    def get_queryset(self, request: HttpRequest) -> Any:
        claims = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.url_name == "claims_claim_changelist"
        return listed(claims) if is_list else claims

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Return no parts for a claim that is not there yet: it is drafted first."""
        return list(self.inlines) if obj else []

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        if match := NAMED.fullmatch(search_term.strip()):
            return queryset.filter(number=int(match[1])), False
        return super().get_search_results(request, queryset, search_term)

    def write(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> Any:
        why = form.cleaned_data["why"]
        if not change:
            return draft_claim(user=request.user, why=why, topics=form.topic_names, **form.columns())
        request.status_before = obj.status  # type: ignore[attr-defined]
        changes = form.columns(form.changed_data)
        refiled = {"filed", "new_topics"} & set(form.changed_data)
        if changes or refiled:
            topics = form.topic_names if refiled else None
            revise_claim(claim=obj, user=request.user, why=why, topics=topics, **changes)
        return obj

    def write_parts(self, request: HttpRequest, obj: Any, form: Any, formsets: list[Any]) -> None:
        super().write_parts(request, obj, form, formsets)
        for unit in [unit for formset in formsets for unit in getattr(formset, "unknown_units", [])]:
            text = gettext(
                "“%(unit)s” is no unit that the program knows. It is kept; only a finding in the same unit can be "
                "compared with it."
            )
            self.message_user(request, text % {"unit": unit}, messages.WARNING)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        text = gettext("%(name)s is drafted. Now say where it is made, with which figures, and link the evidence.") % {
            "name": obj.name
        }
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:claims_claim_change", args=[obj.pk]))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        before, now = request.status_before, Claim.objects.values_list("status", flat=True).get(pk=obj.pk)  # type: ignore[attr-defined]
        if before == Claim.Status.SUBMITTED and now == Claim.Status.DRAFT:
            text = gettext("%(name)s was submitted. Because of this change it is a draft again: submit it anew.") % {
                "name": obj.name
            }
            self.message_user(request, text, messages.WARNING)
        elif before != now:
            text = gettext(
                "%(name)s is a draft now. Its published version stays public until a new one is published."
            ) % {"name": obj.name}
            self.message_user(request, text, messages.WARNING)
        return super().response_change(request, obj)

    def view_on_site(self, claim: Claim) -> str | None:
        """Return the address of the public page, where a version was published."""
        return f"/claims/{claim.name}/" if claim.publications.exists() else None

    def history_parts(self, claim: Any) -> list[Part]:
        return claim_parts(claim)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        claim = context.get("original")
        if claim:
            context.update(
                missing=reasons_against_submitting(claim) if claim.status == Claim.Status.DRAFT else [],
                current=claim.publications.filter(is_current=True).defer("document_text").first(),
                overrides=claim.overrides.all(),
                superseded=claim.assessments.filter(superseded_at__isnull=False).select_related("recorded_by"),
                may={step: self.may(request, step) for step in ("submit", "publish", "withdraw")},
            )
        return super().render_change_form(request, context, *args, **options)
