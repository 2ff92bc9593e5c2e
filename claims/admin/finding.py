"""Findings inside their evidence: what it reports, in numbers, with what does not fit together said beside it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import helpers
from django.contrib.admin.widgets import AdminTextareaWidget
from django.forms.models import inlineformset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy

from claims.actions import record_finding, remove_finding, revise_finding
from claims.admin.arms import ArmsField
from claims.documents.pure import pure_finding
from claims.figures.consistency import check_consistency
from claims.models import Evidence, Figure, Finding
from sources.actions import User
from sources.admin.fields import PlainNumberField
from sources.admin.forms import KeyedForm
from sources.admin.verbs import VerbFormSet

FIELDSETS = [
    (
        None,
        {
            "fields": [
                "what",
                ("figure", "statistic"),
                ("value", "unit"),
                ("ci_low", "ci_high", "p"),
                ("low", "high"),
                "arms",
                "subgroup",
                "note",
                ("position", "key"),
                "DELETE",
            ]
        },
    )
]
NUMBERS = ("value", "low", "high", "ci_low", "ci_high")


class FindingForm(KeyedForm):
    """A quantity that the evidence reports."""

    keyed_from = "what"
    arms = ArmsField()

    class Meta:
        model = Finding
        fields = [
            "what", "figure", "statistic", "value", "unit", "ci_low", "ci_high", "p", "low", "high", "arms", "subgroup",
            "note", "position", "key",
        ]  # fmt: skip
        field_classes = dict.fromkeys(NUMBERS, PlainNumberField)
        widgets = {
            "what": AdminTextareaWidget(attrs={"rows": 2}),
            "note": AdminTextareaWidget(attrs={"rows": 2}),
            "p": forms.TextInput,
            "unit": forms.TextInput,
        }
        labels = {
            "figure": gettext_lazy("Bears on figure"),
            "low": gettext_lazy("Range from"),
            "high": gettext_lazy("Range to"),
            "subgroup": gettext_lazy("Only a subgroup"),
        }
        help_texts = {
            "figure": gettext_lazy("Only a finding recorded for a figure can confirm or refute it."),
            "value": gettext_lazy("The difference, ratio or level itself."),
            "ci_low": gettext_lazy("Lower end of the 95 % confidence interval."),
            "p": gettext_lazy("As printed, e.g. &lt;0.001."),
            "low": gettext_lazy("Where a range is reported instead of one value."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in NUMBERS:
            self.fields[name].widget = forms.NumberInput(attrs={"step": "any"})

    @cached_property
    def lines(self) -> helpers.AdminForm:
        """The form as the admin's templates lay one out."""
        fieldsets = FIELDSETS if "DELETE" in self.fields else without_delete()
        return helpers.AdminForm(self, fieldsets, {})

    @property
    def summary(self) -> str:
        """Return the finding on one line, as saved."""
        row = self.instance
        number = "" if row.value is None else f"{row.value:g} {row.unit}".strip()
        interval = "" if row.ci_low is None or row.ci_high is None else f"({row.ci_low:g} to {row.ci_high:g})"
        return " · ".join(filter(None, [f"{number} {interval}".strip(), row.what]))

    @property
    def problems(self) -> list[str]:
        """Return what does not fit together in the finding, as saved."""
        if self.instance.pk is None:
            return []
        return [problem.message for problem in check_consistency(pure_finding(self.instance, self.instance.evidence))]


def without_delete() -> Any:
    """Return the layout of a finding that is not saved yet."""
    name, options = FIELDSETS[0]
    return [(name, {"fields": [line for line in options["fields"] if line != "DELETE"]})]


class BaseFindingFormSet(VerbFormSet):
    """The findings of one piece of evidence; ``figures`` are the claim's, read once for the page."""

    def __init__(self, *args: Any, figures: list[Figure], **options: Any) -> None:
        self.choices = [("", gettext("no figure of the claim")), *((figure.pk, figure.text) for figure in figures)]
        self.texts = {figure.pk: figure for figure in figures}
        super().__init__(*args, **options)
        # the page has read all findings with the evidence
        self._queryset = list(self.instance.findings.all()) if self.instance.pk else []
        self.taken = {finding.key for finding in self._queryset}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["figure"].choices = self.choices
        form.taken = self.taken
        if form.instance.figure_id in self.texts:
            form.instance.figure = self.texts[form.instance.figure_id]

    def record(self, form: Any, *, user: User, why: str) -> None:
        record_finding(evidence=self.instance, user=user, why=why, **form.columns())

    def revise(self, form: Any, *, user: User, why: str) -> None:
        revise_finding(finding=form.instance, user=user, why=why, **form.columns(form.changed_data))

    def remove(self, row: Any, *, user: User, why: str) -> None:
        remove_finding(finding=row, user=user, why=why)


FindingFormSet = inlineformset_factory(
    Evidence, Finding, form=FindingForm, formset=BaseFindingFormSet, extra=1, can_delete=True, can_delete_extra=False
)
