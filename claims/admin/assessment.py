"""Assessments on the claim's page: changing one records a new one, and the one before is kept as superseded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.actions import record_assessment
from claims.admin.words import verdict_mark
from claims.grade.judgements import check_judgements
from claims.grade.rating import rate_certainty
from claims.grade.vocabulary import Certainty, Domain, Upgrade
from claims.models import Assessment
from sources.actions import User
from sources.admin.forms import VerbForm
from sources.admin.verbs import VerbFormSet, VerbInline

MOVES = (*Domain, *Upgrade)
DOWN = {0: "no step", -1: "−1 serious", -2: "−2 very serious", -3: "−3 extremely serious"}
UP = {0: "no step", 1: "+1", 2: "+2"}


def reason_name(move: str) -> str:
    """Return the name of the form field with the reason for a step."""
    return f"reason_{move}"


def _reason_field(move: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
    return forms.CharField(required=False, label=f"Why, {move.label}", widget=widget)


ReasonFields = type("ReasonFields", (forms.Form,), {reason_name(move.value): _reason_field(move) for move in MOVES})


class AssessmentForm(VerbForm, ReasonFields):  # type: ignore[misc,valid-type]
    """One set of judgements, each step with its reason beside it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for move in MOVES:
            if move.value in self.fields:
                steps = DOWN if isinstance(move, Domain) else UP
                self.fields[move.value] = forms.TypedChoiceField(
                    choices=list(steps.items()), coerce=int, label=move.label.capitalize(), help_text=move.definition
                )
                self.initial.setdefault(move.value, 0)
                self.initial.setdefault(reason_name(move.value), self.instance.reasons.get(move.value, ""))
        if self.instance.pk and "outcome" in self.fields:
            self.fields["outcome"].disabled = True

    def reasons(self) -> dict[str, str]:
        """Return the reasons that were given, by domain."""
        given = {move.value: self.cleaned_data.get(reason_name(move.value), "") for move in MOVES}
        return {name: reason for name, reason in given.items() if reason}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        # the row's own column, of which the form shows one part beside each step
        self.instance.reasons = self.reasons()
        return cleaned

    def validate_constraints(self) -> None:
        """Leave it to the formset to say, in plain words, that an outcome is assessed already."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        for problem in check_judgements(self.instance.judgements):
            if problem.severity == "error":
                group, _, name = problem.field.partition(".")
                field = reason_name(name) if group == "reasons" else name or group
                self.add_error(field if field in self.fields else None, problem.message)

    class Meta:
        widgets = {
            "start_reason": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "target": forms.TextInput(attrs={"class": "vTextField"}),
            "outcome": forms.TextInput(attrs={"class": "vTextField"}),
        }
        labels = {"start_reason": "Why it starts there"}


class AssessmentFormSet(VerbFormSet):
    """The current assessments of a claim, one for each outcome."""

    def clean(self) -> None:
        super().clean()
        outcomes: set[str] = set()
        for form in self.forms:
            if "outcome" not in form.cleaned_data:
                continue
            outcome = form.cleaned_data["outcome"]
            if outcome in outcomes:
                named = f"The outcome “{outcome}”" if outcome else "The claim as a whole"
                form.add_error(
                    "outcome", f"{named} is assessed already: change that assessment, or name another outcome."
                )
            outcomes.add(outcome)

    def record(self, form: Any, *, user: User, why: str) -> None:
        record_assessment(claim=self.instance, user=user, why=why, reasons=form.reasons(), **form.columns())

    def revise(self, form: Any, *, user: User, why: str) -> None:
        self.record(form, user=user, why=why)


class AssessmentInline(VerbInline):
    """How sure one can be, outcome by outcome."""

    model = Assessment
    form = AssessmentForm
    formset = AssessmentFormSet
    template = "admin/claims/claim/assessments.html"
    can_delete = False
    fields = [
        ("outcome", "critical"),
        "ruleset",
        "start",
        "start_reason",
        *((move.value, reason_name(move.value)) for move in MOVES),
        "target",
        "steps",
    ]
    readonly_fields = ["steps"]
    verbose_name_plural = "Assessment: how certain the evidence is (GRADE)"

    def get_queryset(self, request: HttpRequest) -> Any:
        current = super().get_queryset(request).filter(superseded_at__isnull=True)
        return current.select_related("recorded_by")

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        return 0

    @admin.display(description="computed certainty")
    def steps(self, assessment: Assessment) -> SafeString | str:
        """Return the certainty with the sum that leads to it, as last saved."""
        if assessment.pk is None:
            return "Is computed when the page is saved."
        return steps_shown(assessment)


def steps_shown(assessment: Assessment) -> SafeString:
    """Return certainty, steps, and by whom and when they were recorded."""
    rating = rate_certainty(assessment.judgements)
    rows = format_html_join(
        "",
        "<tr><th scope=row>{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
        ((step.label, f"{step.change:+d}" if step.change else "0", step.after, step.reason) for step in rating.steps),
    )
    return format_html(
        '{}<div class="scroll"><table class="steps"><thead><tr><th scope=col>step</th><th scope=col>change</th>'
        "<th scope=col>sum</th><th scope=col>reason</th></tr></thead><tbody>{}</tbody></table></div>"
        '<span class="quiet">recorded by {} on {}; saving a change records a new assessment</span>',
        verdict_mark(Certainty(rating.certainty)),
        rows,
        assessment.recorded_by.get_username() if assessment.recorded_by else "the program",
        f"{assessment.recorded_at:%Y-%m-%d}",
    )
