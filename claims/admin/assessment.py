"""Assessments on the claim's page: changing one records a new one, and the one before is kept as superseded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext, gettext_lazy

from claims.actions import record_assessment
from claims.admin.assessment_steps import steps_shown
from claims.admin.assessment_target import (
    OIS_FIELDS,
    OIS_LABELS,
    TARGET_FIELDS,
    TargetFields,
    target_parts,
    unread_note,
    written_target,
)
from claims.documents.appraisal_part import assessment_part
from claims.grade.judgements import check_judgements
from claims.grade.vocabulary import Domain, Upgrade
from claims.models import Assessment, Claim
from claims.models.appraisal import assessed_with_robins_i
from claims.models.studies import studies_for
from sources.actions import User
from sources.admin.forms import VerbForm
from sources.admin.verbs import VerbFormSet, VerbInline
from sources.labels import named

MOVES = (*Domain, *Upgrade)
DOWN = {
    0: gettext_lazy("no step"),
    -1: gettext_lazy("−1 serious"),
    -2: gettext_lazy("−2 very serious"),
    -3: gettext_lazy("−3 extremely serious"),
}
UP = {0: gettext_lazy("no step"), 1: "+1", 2: "+2"}


def reason_name(move: str) -> str:
    """Return the name of the form field with the reason for a step."""
    return f"reason_{move}"


def _reason_field(move: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
    return forms.CharField(
        required=False, label=format_lazy(gettext_lazy("Why, {what}"), what=named(move)), widget=widget
    )


ReasonFields = type("ReasonFields", (forms.Form,), {reason_name(move.value): _reason_field(move) for move in MOVES})


class AssessmentForm(VerbForm, TargetFields, ReasonFields):  # type: ignore[misc,valid-type]
    """One set of judgements, each step with its reason beside it, and what imprecision was judged against."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for move in MOVES:
            if move.value in self.fields:
                steps = DOWN if isinstance(move, Domain) else UP
                self.fields[move.value] = forms.TypedChoiceField(
                    choices=list(steps.items()),
                    coerce=int,
                    label=capfirst(named(move)),
                    help_text=gettext_lazy(move.definition),
                )
                self.initial.setdefault(move.value, 0)
                self.initial.setdefault(reason_name(move.value), self.instance.reasons.get(move.value, ""))
        if "target_kind" in self.fields:
            self.initial.update(target_parts(self.instance))
            self.fields["target_kind"].help_text = unread_note(self.instance)
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
        if "target_kind" in self.fields:
            try:
                self.instance.target = written_target(cleaned)
            except ValidationError as error:
                self.add_error(None, error)
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
            "outcome": forms.TextInput(attrs={"class": "vTextField"}),
        }
        labels = {"start_reason": gettext_lazy("Why it starts there"), **OIS_LABELS}


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
                named = (
                    gettext("The outcome “%(outcome)s”") % {"outcome": outcome}
                    if outcome
                    else gettext("The claim as a whole")
                )
                form.add_error(
                    "outcome",
                    gettext("%(named)s is assessed already: change that assessment, or name another outcome.")
                    % {"named": named},
                )
            outcomes.add(outcome)

    def record(self, form: Any, *, user: User, why: str) -> None:
        own = {"reasons": form.reasons(), "target": form.instance.target}
        record_assessment(claim=self.instance, user=user, why=why, **own, **form.columns())

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
        TARGET_FIELDS[:1],
        TARGET_FIELDS[1:],
        *OIS_FIELDS,
        "steps",
    ]
    readonly_fields = ["steps"]
    verbose_name_plural = gettext_lazy("Assessment: how certain the evidence is (GRADE)")

    def get_queryset(self, request: HttpRequest) -> Any:
        current = super().get_queryset(request).filter(superseded_at__isnull=True)
        return current.select_related("recorded_by")

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        return 0

    @admin.display(description=gettext_lazy("computed certainty"))
    def steps(self, assessment: Assessment) -> SafeString | str:
        """Return the certainty with the sum that leads to it, as last saved."""
        if assessment.pk is None:
            return gettext("Is computed when the page is saved.")
        claim = self._claim(assessment)
        return steps_shown(assessment_part(claim, assessment), assessment, _warnings(claim, assessment))

    def _claim(self, assessment: Assessment) -> Claim:
        """Return the claim with what suggestions are made from, fetched once (an inline lives for one request)."""
        if not hasattr(self, "_fetched"):
            needed = ("evidence__source__notices", "evidence__findings", "evidence__appraisals")
            self._fetched = Claim.objects.prefetch_related(*needed).get(pk=assessment.claim_id)
        return self._fetched


def _warnings(claim: Claim, assessment: Assessment) -> list[str]:
    """Return what the ruleset forbids or asks to look at again, the designs of the evidence on it considered."""
    studies = studies_for(claim.evidence.all(), assessment.outcome)
    used = assessed_with_robins_i(studies.used)
    problems = check_judgements(assessment.judgements, designs=studies.designs, robins_i_used=used)
    return [problem.message for problem in problems]
