"""Figures on the claim's page: the quantity, and beside the chosen verdict the computed one with its reasons."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from claims.actions import record_figure, remove_figure, revise_figure
from claims.admin.words import verdict_mark
from claims.figures.quantity import Bound, FigureVerdict
from claims.figures.unit_names import UNITS as UNIT_NAMES
from claims.figures.units import UNITS, parse_unit
from claims.models import Figure
from sources.actions import User
from sources.admin.forms import KeyedForm
from sources.admin.verbs import VerbFormSet, VerbInline
from sources.labels import choices, record_attribute

UP = ("low", gettext_lazy("“Up to” and “less than” have a high end only: leave the low end empty."))
DOWN = ("high", gettext_lazy("“At least” and “more than” have a low end only: leave the high end empty."))
#: Bound -> the end that stays empty, and what is said where both ends are the same number.
ONE_END = {Bound.UP_TO: UP, Bound.LESS_THAN: UP, Bound.AT_LEAST: DOWN, Bound.MORE_THAN: DOWN}
COUNTED_UNITS = frozenset(name.lower() for name in (*UNIT_NAMES, *UNIT_NAMES.values()))
KNOWN_KINDS = frozenset(kind for kind, _ in UNITS.values()) | {"body_mass", "number"}


def is_known(unit: str) -> bool:
    """Tell whether figures in the unit can be converted, or it is a word that articles count in, such as "people"."""
    return unit.strip().lower() in COUNTED_UNITS or all(kind in KNOWN_KINDS for kind, _ in parse_unit(unit).dimension)


class FigureForm(KeyedForm):
    """A figure; its chosen verdict may be left to the computed one."""

    keyed_from = "text"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "verdict" in self.fields:
            self.fields["verdict"].choices = [("", gettext("as computed")), *choices(FigureVerdict)]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        bound, low = cleaned.get("bound"), cleaned.get("low")
        if bound in ONE_END and low is not None and low == cleaned.get("high"):
            end, said = ONE_END[bound]
            self.add_error(end, said)
        return cleaned

    class Meta:
        widgets = {
            "explanation": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "text": forms.TextInput(attrs={"class": "vTextField"}),
        }
        labels = {"explanation": gettext_lazy("Why this verdict")}
        help_texts = {
            "low": gettext_lazy("Empty: no lower end."),
            "high": gettext_lazy("Empty: no upper end."),
            "verdict": gettext_lazy(
                "Choose one only where you disagree with the computed verdict; then give the reason."
            ),
            "explanation": gettext_lazy("Needed where the chosen verdict differs from the computed one."),
            "comparator": gettext_lazy("Compared with what, where the article says."),
            "population": gettext_lazy("In whom, where the article says."),
        }


class FigureFormSet(VerbFormSet):
    """The figures of a claim."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.taken = self.taken

    @property
    def unknown_units(self) -> list[str]:
        """Units that were typed just now and that nothing can be converted into or from."""
        kept = [form for form in self.forms if "unit" in form.changed_data and not self._should_delete_form(form)]
        return [unit for form in kept if (unit := form.cleaned_data.get("unit", "")) and not is_known(unit)]

    @property
    def taken(self) -> set[str]:
        """Keys that are in use in this claim."""
        if not hasattr(self, "_taken"):
            self._taken = {figure.key for figure in self.get_queryset()}
        return self._taken

    def record(self, form: Any, *, user: User, why: str) -> None:
        record_figure(claim=self.instance, user=user, why=why, **form.columns())

    def revise(self, form: Any, *, user: User, why: str) -> None:
        revise_figure(figure=form.instance, user=user, why=why, **form.columns(form.changed_data))

    def remove(self, row: Any, *, user: User, why: str) -> None:
        remove_figure(figure=row, user=user, why=why)


class FigureInline(VerbInline):
    """What the claim asserts in numbers."""

    model = Figure
    form = FigureForm
    formset = FigureFormSet
    template = "admin/claims/claim/figures.html"
    fields = [
        ("text", "bound"),
        ("low", "high", "unit"),
        ("statistic", "direction"),
        ("comparator", "population"),
        "computed",
        "verdict",
        "explanation",
        ("position", "key"),
    ]
    readonly_fields = ["computed"]
    verbose_name_plural = gettext_lazy("Figures: the numbers that the claim asserts")

    @admin.display(description=gettext_lazy("computed verdict"))
    def computed(self, figure: Figure) -> SafeString | str:
        """Return the computed verdict with its reasons, as last saved."""
        if not figure.computed_verdict:
            return gettext("Is computed when the page is saved.")
        reasons = format_html_join(
            "", "<li{}>{}</li>", ((record_attribute(), reason) for reason in figure.computed_reasons)
        )
        differs = (
            " " + gettext("The verdict chosen below differs; both are kept and shown.") if figure.is_overridden else ""
        )
        return format_html(
            '{}{}<ul class="reasons">{}</ul><span class="quiet">{} {}</span>',
            verdict_mark(FigureVerdict(figure.computed_verdict)),
            differs,
            reasons,
            gettext("ruleset"),
            figure.computed_ruleset,
        )
