"""What a reader types to try the rules: a sentence, and up to four findings. Nothing of it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from claims.figures.quantity import Statistic
from claims.forms.arms import ArmsField
from claims.forms.numbers import NumberField, WholeNumberField
from claims.grade.vocabulary import Attribution, Certainty, Design, Indirectness, Scope, Stance
from claims.grade.wording import SIZES
from claims.words import Word
from sources import labels
from sources.bib.notices import NoticeKind

LONGEST_TEXT = 2000
NOT_STATED = gettext_lazy("not stated")
MOST_FINDINGS = 4
#: What acts is one thing or several.
NUMBERS = ("one", "several")
#: What a new row starts with.
DEFAULTS = {"unit": "%", "design": Design.RCT_PARALLEL, "stance": Stance.SUPPORTS}
#: A row in which none of these is filled is empty, whatever is chosen in its lists.
TELLING = ("what", "value", "low", "high", "ci_low", "ci_high", "p", "arms")
#: What no row starts with: where one of these is filled, the reader means the row to count.
MEANT = ("source", "notice", "figure", "subgroup", "indirectness", "n", "comparator", "scope", "cluster")


def _choose(words: type[Word], label: Any, nothing: Any = NOT_STATED, **options: Any) -> forms.ChoiceField:
    choices = [("", nothing), *labels.choices(words)]
    told = {"invalid_choice": _not_listed(words)}
    return forms.ChoiceField(choices=choices, required=False, label=label, error_messages=told, **options)


def _not_listed(values: Iterable[str]) -> Any:
    # the value is put in later, by the field that refuses it
    return format_lazy("{} {}.", gettext_lazy("“%(value)s” is not in the list; expected one of:"), ", ".join(values))


def _short(label: Any, length: int, **options: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=length, required=False, widget=widget, **options)


class TextField(forms.CharField):
    """Running text; a line ends with one character, whatever the browser sends."""

    def to_python(self, value: Any) -> Any:
        """Return the text with plain line ends."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class SentenceForm(forms.Form):
    """The sentence to be read, and what its wording is to be held against."""

    text = TextField(
        label=gettext_lazy("Sentence"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=gettext_lazy("One sentence or a paragraph in English, at most 2,000 characters."),
        error_messages={
            "required": gettext_lazy(
                "Nothing was typed here; expected a sentence, for example “cuts soreness by up to 40 %”."
            ),
            "max_length": gettext_lazy("%(show_value)d characters were typed; expected at most %(limit_value)d."),
        },
    )
    attribution = _choose(
        Attribution,
        gettext_lazy("What the sentence names as its source"),
        gettext_lazy("nothing stated"),
        help_text=gettext_lazy("Vague: it appeals to studies without naming any."),
    )
    certainty = _choose(Certainty, gettext_lazy("Certainty of the evidence"), gettext_lazy("not chosen"))
    size = forms.ChoiceField(
        label=gettext_lazy("Size of the effect"),
        required=False,
        choices=[
            ("", gettext_lazy("not known")),
            *((size, pgettext_lazy("size of an effect", size)) for size in SIZES),
        ],
        error_messages={"invalid_choice": _not_listed(SIZES)},
    )
    subject = _short(
        gettext_lazy("What acts"), 100, help_text=gettext_lazy("For a proposed sentence, for example “magnesium”.")
    )
    number = forms.ChoiceField(
        label=gettext_lazy("One or several"),
        required=False,
        choices=[
            ("", gettext_lazy("as the words read")),
            ("one", pgettext_lazy("number of what acts", "one")),
            ("several", pgettext_lazy("number of what acts", "several")),
        ],
        help_text=gettext_lazy("Whether the verb says “reduces” or “reduce”."),
        error_messages={"invalid_choice": _not_listed(NUMBERS)},
    )
    verb = _short(
        gettext_lazy("What it does"), 40, help_text=gettext_lazy("For example “reduces”; empty: as the figures say.")
    )
    outcome = _short(gettext_lazy("On what"), 100, help_text=gettext_lazy("For example “muscle soreness”."))


class FindingForm(forms.Form):
    """One finding: what a source reports, and what of its study bears on the check."""

    what = _short(
        gettext_lazy("What was found"),
        200,
        help_text=gettext_lazy("For example “soreness after a week, against placebo”."),
    )
    value = NumberField(
        label=gettext_lazy("Value"),
        help_text=gettext_lazy("A fall with a minus sign, a rise with a plus sign; without one, as the words read."),
    )
    low = NumberField(label=gettext_lazy("Range from"))
    high = NumberField(label=gettext_lazy("Range to"))
    unit = _short(gettext_lazy("Unit"), 40)
    statistic = _choose(Statistic, gettext_lazy("Kind of number"))
    ci_low = NumberField(label=gettext_lazy("95 % CI from"))
    ci_high = NumberField(label=gettext_lazy("95 % CI to"))
    p = _short(gettext_lazy("p"), 40, help_text=gettext_lazy("As printed: 0.03, <0.001."))
    arms = ArmsField(
        label=gettext_lazy("Groups"),
        help_text=gettext_lazy("One line each: label | n | mean | SD | events. Parts may stay empty."),
    )
    design = _choose(Design, gettext_lazy("Design"))
    stance = _choose(Stance, gettext_lazy("Stance"))
    indirectness = forms.MultipleChoiceField(
        label=gettext_lazy("Differs from the sentence in"),
        choices=labels.choices(Indirectness),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _not_listed(Indirectness)},
    )
    subgroup = forms.BooleanField(label=gettext_lazy("Holds for a subgroup only"), required=False)
    source = _short(gettext_lazy("Source"), 80, help_text=gettext_lazy("For example “Berg 2019”."))
    comparator = _short(gettext_lazy("Compared with"), 80, help_text=gettext_lazy("For example “placebo”."))
    n = WholeNumberField(label=gettext_lazy("People"), lowest=1, help_text=gettext_lazy("Of the whole study."))
    cluster = _short(
        gettext_lazy("Shares its people with"),
        40,
        help_text=gettext_lazy("One word of your choice for all findings of the same people."),
    )
    scope = _choose(Scope, gettext_lazy("What was read"))
    notice = _choose(NoticeKind, gettext_lazy("Notice on the source"), gettext_lazy("none"))
    figure = WholeNumberField(
        label=gettext_lazy("About figure"),
        lowest=1,
        help_text=gettext_lazy("Its number in the result; empty: every figure."),
    )

    def __init__(self, *arguments: Any, figure_count: int | None = None, **options: Any) -> None:
        """``figure_count`` is how many figures were read, or None where that is not known yet."""
        super().__init__(*arguments, **options)
        self.figure_count = figure_count

    def clean_figure(self) -> int | None:
        """Refuse the number of a figure that was not read."""
        number: int | None = self.cleaned_data["figure"]
        if number is not None and self.figure_count is not None and number > self.figure_count:
            raise forms.ValidationError(
                gettext("There is no figure %(number)d; %(expected)s.")
                % {"number": number, "expected": _figures_read(self.figure_count)}
            )
        return number

    def clean_p(self) -> str:
        """Return p as printed, with a decimal point."""
        return re.sub(r"(?<=[0-9]),(?=[0-9])", ".", self.cleaned_data["p"])

    def clean(self) -> dict[str, Any]:
        """Ask for both ends of an interval, and for a result where a row has none."""
        cleaned = super().clean() or self.cleaned_data
        if self.is_empty and any(cleaned.get(name) for name in MEANT):
            self.add_error("what", gettext("This finding says nothing yet; expected what was found, or a value."))
        ends = {name: cleaned.get(name) for name in ("ci_low", "ci_high")}
        for name, end in ends.items():
            other = "ci_low" if name == "ci_high" else "ci_high"
            if end is None and ends[other] is not None and name not in self.errors:
                self.add_error(name, gettext("One end is missing; expected both ends of the interval, or neither."))
        return cleaned

    @property
    def is_empty(self) -> bool:
        """Tell whether the row says nothing that could be compared."""
        return not any(str(self[name].value() or "").strip() for name in TELLING)


def _figures_read(count: int) -> str:
    if count == 0:
        return gettext("no figure was read, so leave this empty")
    if count == 1:
        return gettext("expected 1, the only figure read")
    return gettext("expected a number from 1 to %(count)d") % {"count": count}
