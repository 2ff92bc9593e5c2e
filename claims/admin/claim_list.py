"""The list of claims: its columns and filters, in a number of queries that does not grow with the rows."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from claims.figures.quantity import is_flagged
from claims.grade.overall import overall_certainty
from claims.grade.vocabulary import Certainty, Verdict
from claims.models import Article, Assessment, Claim, Evidence, Figure, Topic
from claims.policies import UNRATED_KINDS
from sources.labels import label


def listed(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Fetch with the claims what the columns show."""
    current = Assessment.objects.filter(superseded_at__isnull=True)
    figures = Figure.objects.only("claim", "verdict", "computed_verdict")
    return claims.select_related("submitted_by").prefetch_related(
        Prefetch("assessments", queryset=current, to_attr="current_assessments"), Prefetch("figures", queryset=figures)
    )


def certainty_of(claim: Any) -> Certainty | None:
    """Return the certainty across the claim's critical outcomes."""
    ratings = {row.outcome: (Certainty(row.certainty), row.critical) for row in claim.current_assessments}
    return overall_certainty(ratings).certainty if ratings else None


class ClaimColumns(admin.ModelAdmin):  # type: ignore[type-arg]
    """What the list shows of a claim."""

    @admin.display(description=gettext_lazy("claim"), ordering="number")
    def public_name(self, claim: Claim) -> str:
        return claim.name

    @admin.display(description=gettext_lazy("statement"), ordering="statement")
    def short_statement(self, claim: Claim) -> str:
        return claim.statement if len(claim.statement) < 140 else f"{claim.statement[:139].rstrip()}…"

    @admin.display(description=gettext_lazy("verdict"), ordering="verdict")
    def shown_verdict(self, claim: Claim) -> str:
        if not claim.verdict:
            return "–"
        verdict = Verdict(claim.verdict)
        return f"{verdict.symbol} {label(verdict)}"

    @admin.display(description=gettext_lazy("certainty"))
    def certainty(self, claim: Claim) -> str:
        certainty = certainty_of(claim)
        return format_html("{} {}", certainty.symbol, label(certainty)) if certainty else "–"

    @admin.display(description=gettext_lazy("flagged figures"))
    def flagged(self, claim: Claim) -> str:
        figures = list(claim.figures.all())
        flags = sum(is_flagged(figure.final_verdict) for figure in figures)
        return gettext("%(count)d of %(all)d") % {"count": flags, "all": len(figures)} if figures else "–"


class ChoiceFilter(admin.SimpleListFilter):
    """A filter of named conditions."""

    conditions: dict[str, str] = {}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(self.conditions.items())


class TopicFilter(admin.SimpleListFilter):
    """Claims filed under a topic."""

    title, parameter_name = gettext_lazy("topic"), "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(pk), name) for pk, name in Topic.objects.values_list("pk", "name")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        known = self.value() and self.value().isdigit()
        return queryset.filter(topic_links__tag=self.value()) if known else queryset


class ArticleFilter(admin.SimpleListFilter):
    """Claims that an article makes."""

    title, parameter_name = gettext_lazy("article"), "article"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(article.pk), str(article)) for article in Article.objects.all()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        known = self.value() and self.value().isdigit()
        return queryset.filter(occurrences__version__article=self.value()).distinct() if known else queryset


class FlaggedFilter(ChoiceFilter):
    """Claims with a figure that is not traced to a source."""

    title, parameter_name = gettext_lazy("figures"), "figures"
    conditions = {"flagged": gettext_lazy("with a flagged figure"), "clear": gettext_lazy("with none flagged")}

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        flagged = Claim.objects.with_flagged_figures().values("pk")
        if self.value() == "flagged":
            return queryset.filter(pk__in=flagged)
        return queryset.exclude(pk__in=flagged) if self.value() == "clear" else queryset


class TodoFilter(ChoiceFilter):
    """Claims that wait for somebody."""

    title, parameter_name = gettext_lazy("to do"), "todo"
    conditions = {
        "my-review": gettext_lazy("awaiting my review"),
        "review": gettext_lazy("awaiting anybody's review"),
        "assessment": gettext_lazy("missing an assessment"),
        "evidence": gettext_lazy("without evidence"),
        "verdict": gettext_lazy("without a verdict"),
        "published-draft": gettext_lazy("public, and changed since"),
    }

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        evidence = Evidence.objects.filter(claim=OuterRef("pk"))
        rated = Assessment.objects.filter(claim=OuterRef("pk"), superseded_at__isnull=True)
        match self.value():
            case "my-review":
                return queryset.awaiting_review().exclude(submitted_by=request.user)
            case "review":
                return queryset.awaiting_review()
            case "assessment":
                return queryset.filter(Exists(evidence), ~Exists(rated)).exclude(kind__in=UNRATED_KINDS)
            case "evidence":
                return queryset.filter(~Exists(evidence))
            case "verdict":
                return queryset.filter(verdict="")
            case "published-draft":
                return queryset.filter(publications__is_current=True).exclude(status=Claim.Status.PUBLISHED)
            case _:
                return queryset
