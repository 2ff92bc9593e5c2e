"""The queue of problems that readers reported: its columns and filters."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext, gettext_lazy

from claims.admin.claim_list import ChoiceFilter
from claims.models import Claim, Problem
from claims.models.problem_words import WAITING
from sources.labels import label


class WaitingFilter(ChoiceFilter):
    """Reports that wait for somebody, and those that were answered."""

    title, parameter_name = gettext_lazy("to do"), "todo"
    conditions = {
        "waiting": gettext_lazy("waiting for an answer"),
        "mine": gettext_lazy("taken by me"),
        "answered": gettext_lazy("answered"),
    }

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "waiting":
                return queryset.waiting()
            case "mine":
                return queryset.waiting().filter(taken_by=request.user)
            case "answered":
                return queryset.exclude(state__in=WAITING)
            case _:
                return queryset


class ReportedClaimFilter(admin.SimpleListFilter):
    """Reports about a claim."""

    title, parameter_name = gettext_lazy("claim"), "claim"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        claims = Claim.objects.filter(reported_problems__isnull=False).distinct().order_by("number")
        return [
            ("none", gettext("about no claim")),
            *((str(claim.number), claim.name) for claim in claims.only("number")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "none":
            return queryset.filter(claim=None)
        known = self.value() and self.value().isdecimal() and len(self.value()) < 9
        return queryset.filter(claim__number=self.value()) if known else queryset


class ProblemColumns(admin.ModelAdmin):  # type: ignore[type-arg]
    """What the queue shows of a report."""

    @admin.display(description=gettext_lazy("problem"), ordering="kind")
    def kind_label(self, problem: Problem) -> str:
        return label(problem.kind_word)

    @admin.display(description=gettext_lazy("about"), ordering="claim__number")
    def about(self, problem: Problem) -> SafeString | str:
        """Link the claim here, with the version and the source that the reader had before them; else name the page."""
        if problem.claim is None:
            return problem.page or "–"
        url = reverse("admin:claims_claim_change", args=[problem.claim.pk])
        name = f"{problem.claim.name}v{problem.version}" if problem.version else problem.claim.name
        return format_html('<a href="{}">{}</a> {}', url, name, problem.citekey)

    @admin.display(description=gettext_lazy("message"))
    def start(self, problem: Problem) -> str:
        return str(Truncator(problem.message).chars(120))

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def shown_state(self, problem: Problem) -> str:
        who = f" ({problem.taken_by.get_username()})" if problem.is_waiting and problem.taken_by else ""
        return f"{problem.word.symbol} {label(problem.word)}{who}"
