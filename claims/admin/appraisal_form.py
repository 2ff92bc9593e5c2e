"""The form of an instrument: a choice for each question, the overall decision, and what the instrument adds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from claims.documents.appraisal_instrument import AMSTAR2
from claims.grade.instruments.amstar2 import DEFAULT_CRITICAL
from claims.grade.instruments.domains import DomainSpec
from claims.grade.instruments.instrument import Instrument
from claims.grade.instruments.questions import ChoiceNotOpen, Question
from claims.models import Appraisal, Evidence
from sources.admin.verbs import sentences_of
from sources.labels import label, translated

#: The last choice of every question; one key leads from it to the first answer.
UNANSWERED = ("", gettext_lazy("open"))


def field_of(question: str) -> str:
    """Return the name of the form field with the answer to a question."""
    return f"q-{question}"


def answers_in(instrument: Instrument, data: Mapping[str, Any]) -> dict[str, str]:
    """Return what was sent for each question of the instrument, allowed or not; unanswered ones are left out."""
    given = {question.id: data.get(field_of(question.id)) or "" for question in instrument.questions()}
    return {question: answer for question, answer in given.items() if answer}


def _question_field(question: Question) -> forms.ChoiceField:
    choices = [*((word.value, label(word)) for word in question.answers), UNANSWERED]
    return forms.ChoiceField(
        required=False,
        label=f"{question.id} {translated(question.text)}",
        help_text=question.help,
        choices=choices,
        widget=forms.RadioSelect,
    )


def _area() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})


class AppraisalForm(forms.Form):
    """All questions of one instrument about one result; the verb that keeps it decides what is allowed."""

    result = forms.CharField(
        required=False,
        max_length=200,
        label=gettext_lazy("Result appraised"),
        help_text=gettext_lazy(
            "Which outcome, comparison and time, as the source reports it. Empty: the source as a whole."
        ),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    overall_choice = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Your decision"),
        help_text=gettext_lazy("Only where the rule leaves one. “As computed” takes what the answers give."),
    )
    choice_reason = forms.CharField(
        required=False,
        label=gettext_lazy("Reason for your decision"),
        help_text=gettext_lazy("Has to be given with a decision; readers see it."),
        widget=_area(),
    )
    published_rating = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Published rating"),
        help_text=gettext_lazy(
            "What others printed for the same result or work. It is kept beside the computed rating."
        ),
    )
    why = forms.CharField(
        required=False,
        max_length=100,
        label=gettext_lazy("Why this appraisal"),
        help_text=gettext_lazy("For the history: for instance what was read anew."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, label_suffix="", **options)
        self.instrument = instrument
        for question in instrument.questions():
            self.fields[field_of(question.id)] = _question_field(question)
        words = [(word.value, label(word)) for word in instrument.overall_words]
        self.fields["published_rating"].choices = [("", gettext("none known")), *words]  # type: ignore[attr-defined]
        self.fields["overall_choice"].choices = [("", gettext("as computed")), *words]  # type: ignore[attr-defined]
        if instrument.id == AMSTAR2:
            self.add_amstar2()

    def add_amstar2(self) -> None:
        """Add what only AMSTAR 2 has: which items are critical."""
        self.fields["critical"] = forms.MultipleChoiceField(
            label=gettext("Critical items"),
            choices=[(spec.id, f"{spec.id} {translated(spec.label)}") for spec in self.instrument.domains],
            initial=list(DEFAULT_CRITICAL),
            widget=forms.CheckboxSelectMultiple,
            help_text=gettext(
                "A plain no to one of these is a critical flaw. Marked are those that the instrument proposes."
            ),
            error_messages={"required": gettext("Mark at least one item as critical.")},
        )

    @property
    def values(self) -> Mapping[str, Any]:
        """Return what was understood of the input, or what the form starts from."""
        if not self.is_bound:
            return {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        self.is_valid()
        return self.cleaned_data

    def appraisal(self) -> Appraisal:
        """Return what the form holds as an appraisal that is not stored."""
        values = self.values
        return Appraisal(
            instrument=self.instrument.id,
            answers=answers_in(self.instrument, values),
            critical=values.get("critical") or [],
            overall_choice=values.get("overall_choice") or "",
        )

    def columns(self) -> dict[str, Any]:
        """Return the cleaned input as `record_appraisal` takes it."""
        names = ("result", "overall_choice", "choice_reason", "why", "critical", "published_rating")
        given = {name: self.cleaned_data[name] for name in names if name in self.fields}
        return {
            **given,
            "instrument": self.instrument.id,
            "answers": answers_in(self.instrument, self.cleaned_data),
        }

    def refuse(self, refusal: Exception) -> None:
        """Say what the verb refused at the field that it is about, or above the form."""
        name = None
        if isinstance(refusal.__cause__, ChoiceNotOpen):
            name = "overall_choice"
        elif isinstance(refusal, ValidationError) and self.cleaned_data.get("overall_choice"):
            name = None if self.cleaned_data.get("choice_reason") else "choice_reason"
        for sentence in sentences_of(refusal):
            self.add_error(name, sentence)

    def sections(self, judgement: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the domains in order: the questions with their fields, whether each is asked, and the judgement."""
        found = self.instrument
        specs = [*([found.triage] if found.triage else []), *found.domains]
        return [
            {"spec": spec, "judgement": judged, "questions": self._asked(spec, judgement["asked"])}
            for spec, judged in zip(specs, judgement["domains"], strict=True)
        ]

    def _asked(self, spec: DomainSpec, asked: Mapping[str, bool]) -> list[dict[str, Any]]:
        return [
            {"question": question, "field": self[field_of(question.id)], "asked": asked[question.id]}
            for question in spec.questions
        ]


def initial_from(appraisal: Appraisal | None, evidence: Evidence) -> dict[str, Any]:
    """Return what a form starts with: the appraisal to go on from, or the outcome of the evidence."""
    if appraisal is None:
        return {"result": evidence.outcome[:200]}
    started = {field_of(question): answer for question, answer in appraisal.answers.items()}
    if appraisal.critical:
        started["critical"] = appraisal.critical
    names = ("result", "overall_choice", "choice_reason", "published_rating")
    return {**started, **{name: getattr(appraisal, name) for name in names}}
