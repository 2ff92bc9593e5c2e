"""Numbers as readers type them: a decimal point or a decimal comma, a true minus sign, grouped thousands."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

#: Beyond these sizes a number is a slip of the keyboard, and arithmetic with it says nothing.
SMALLEST, LARGEST = 1e-9, 1e12
EXPECTED = gettext_lazy("expected a number such as 12, -3.5 or 0,75")

_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_GROUPED_COMMA = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
_EITHER = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")


class TwoWays(ValueError):
    """What was typed is one number to some readers and another to others."""


def read_number(typed: str) -> float:
    """Return the number that was typed. Raises ValueError saying what was expected.

    One comma with three digits behind it ("1,500") is refused, because it is 1500 to some readers and 1.5 to others.
    """
    plain = re.sub(r"\s", "", typed.replace("−", "-").replace("–", "-"))
    if _EITHER.fullmatch(plain):
        whole, part = plain.replace(",", ""), float(plain.replace(",", "."))
        raise TwoWays(
            gettext("“%(typed)s” can be read in two ways; write %(whole)s or %(part)s.")
            % {"typed": typed, "whole": whole, "part": part}
        )
    if _GROUPED_COMMA.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "") if "," in plain else plain.replace(".", "")
    else:
        plain = plain.replace(",", ".")
    if not plain.isascii() or not _PLAIN.fullmatch(plain):
        raise ValueError(gettext("“%(typed)s” is no number; %(expected)s.") % {"typed": typed, "expected": EXPECTED})
    return _within_limits(float(plain), typed)


def read_whole_number(typed: str, *, lowest: int) -> int:
    """Return the whole number that was typed. Raises ValueError saying what was expected."""
    expected = gettext("expected a whole number of at least %(lowest)d") % {"lowest": lowest}
    given = {"typed": typed, "expected": expected}
    try:
        number = read_number(typed)
    except TwoWays:
        raise
    except ValueError:
        raise ValueError(gettext("“%(typed)s” is no number; %(expected)s.") % given) from None
    if number != int(number) or number < lowest:
        raise ValueError(gettext("“%(typed)s” was typed; %(expected)s.") % given)
    return int(number)


def _within_limits(number: float, typed: str) -> float:
    if number and not SMALLEST <= abs(number) <= LARGEST:
        said = (
            gettext("“%(typed)s” is too large to be compared.")
            if abs(number) > LARGEST
            else gettext("“%(typed)s” is too small to be compared.")
        )
        raise ValueError(said % {"typed": typed})
    return number


class NumberField(forms.CharField):
    """A number or nothing (None)."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 24, "widget": widget, **options})

    def clean(self, value: Any) -> Any:
        """Return the number as a float, or None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return read_number(typed)
        except ValueError as error:
            raise forms.ValidationError(str(error), code="number") from error


class WholeNumberField(forms.CharField):
    """A whole number of at least ``lowest``, or nothing (None)."""

    def __init__(self, *, lowest: int, **options: Any) -> None:
        self.lowest = lowest
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 24, "widget": widget, **options})

    def clean(self, value: Any) -> Any:
        """Return the number as an int, or None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return read_whole_number(typed, lowest=self.lowest)
        except ValueError as error:
            raise forms.ValidationError(str(error), code="number") from error
