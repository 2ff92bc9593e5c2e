"""The groups of a study as people type them: one line for each, ``label | n | mean | SD | events``.

More events than people are read as they are typed: a source may print them, and the checks of what sources report
say so.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from claims.figures.quantity import Arm
from claims.forms.numbers import read_number, read_whole_number

MOST_ARMS = 6
#: A number behind a comma or a semicolon: "zinc, 60, 5.1". A name such as "zinc, then placebo" has none.
_COMMAS = re.compile(r"[,;\t]\s*[-+−]?\d[\d.]*\s*(?:[,;\t]|$)")
EXPECTED = gettext_lazy("expected: label | n | mean | SD | events")


def read_arms(typed: str, *, most: int | None = None) -> tuple[Arm, ...]:
    """Return the groups of the lines, not more than ``most``; parts may be empty or left out at the end.

    Raises ValueError naming the line and what was expected.
    """
    lines = [(number, line) for number, line in enumerate(typed.splitlines(), start=1) if line.strip()]
    if most is not None and len(lines) > most:
        said = gettext("%(number)d groups were typed; expected at most %(most)d.")
        raise ValueError(said % {"number": len(lines), "most": most})
    return tuple(_arm(line, number) for number, line in lines)


def _arm(line: str, number: int) -> Arm:
    label, *parts = (part.strip() for part in line.split("|"))
    if not label or len(parts) > 4:
        said = (
            gettext("Line %(line)d has %(parts)d parts; %(expected)s.")
            if label
            else gettext("Line %(line)d has no label; %(expected)s.")
        )
        raise ValueError(said % {"line": number, "parts": len(parts) + 1, "expected": EXPECTED})
    if not parts and _COMMAS.search(label):
        said = gettext("Line %(line)d has commas between its parts; %(expected)s, with upright strokes between them.")
        raise ValueError(said % {"line": number, "expected": EXPECTED})
    n, mean, sd, events = [*parts, *[""] * (4 - len(parts))]
    try:
        spread = read_number(sd) if sd else None
        if spread is not None and spread < 0:
            raise ValueError(gettext("“%(typed)s” was typed as SD; expected zero or more.") % {"typed": sd})
        return Arm(
            label,
            n=read_whole_number(n, lowest=1) if n else None,
            mean=read_number(mean) if mean else None,
            sd=spread,
            events=read_whole_number(events, lowest=0) if events else None,
        )
    except ValueError as error:
        raise ValueError(gettext("Line %(line)d: %(problem)s") % {"line": number, "problem": error}) from error


def arm_line(arm: Arm) -> str:
    """Return a group as it is typed, so that `read_arms` reads the same group again."""
    values = (arm.label, arm.n, arm.mean, arm.sd, arm.events)
    return " | ".join("" if value is None else _typed(value) for value in values).rstrip(" |")


def _typed(value: str | float) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)


class ArmsField(forms.CharField):
    """The groups of a study; nothing typed is an empty tuple."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 600, "widget": widget, **options})

    def clean(self, value: Any) -> Any:
        """Return the groups as a tuple of `Arm`."""
        try:
            return read_arms(super().clean(value), most=MOST_ARMS)
        except ValueError as error:
            raise forms.ValidationError(str(error), code="arms") from error
