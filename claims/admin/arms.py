"""The groups of a study as text: one line for each, ``label | n | mean | sd | events``, a blank where unknown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

COLUMNS = ("label", "n", "mean", "sd", "events")
HELP = (
    "One line for each group: label | n | mean | sd | events. Leave a place blank where it is not reported, "
    "e.g. “zinc | 60 | 5.1 | 1.2 |” or “placebo | 58 | | | 21”."
)
Arm = dict[str, Any]


def arm_line(arm: Arm) -> str:
    """Return a group as typed."""
    values = ("" if arm.get(name) is None else arm[name] for name in COLUMNS)
    return " | ".join(f"{value:g}" if isinstance(value, float) else str(value) for value in values).rstrip(" |")


def _number(text: str, name: str, place: str) -> float | int | None:
    if not text:
        return None
    try:
        number = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        raise ValidationError(f"{place}: {name} is “{text}”; a number was expected, or nothing.") from None
    if number != number or number in {float("inf"), float("-inf")}:
        raise ValidationError(f"{place}: {name} is “{text}”; a finite number was expected.")
    if name in {"n", "events"}:
        if number != int(number) or number < 0:
            raise ValidationError(f"{place}: {name} is “{text}”; a whole number of people was expected.")
        return int(number)
    return number


def read_arm(line: str, place: str) -> Arm:
    """Return the group on a line. Raises ValidationError naming the place and what was expected there."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) > len(COLUMNS):
        raise ValidationError(
            f"{place}: {len(parts)} places; at most {len(COLUMNS)} were expected: {' | '.join(COLUMNS)}."
        )
    label, *numbers = parts
    if not label:
        raise ValidationError(f"{place}: the label of the group is missing before the first “|”.")
    given = dict(zip(COLUMNS[1:], [*numbers, "", "", "", ""], strict=False))
    arm = {"label": label, **{name: _number(text, name, place) for name, text in given.items()}}
    if arm["sd"] is not None and arm["sd"] < 0:
        raise ValidationError(f"{place}: sd is {arm['sd']:g}; a standard deviation is not negative.")
    if None not in (arm["n"], arm["events"]) and arm["events"] > arm["n"]:
        raise ValidationError(
            f"{place}: {arm['events']} events in {arm['n']} people; at most {arm['n']} were expected."
        )
    return arm


class ArmsField(forms.CharField):
    """The groups of a finding, kept as a list of mappings and typed as lines."""

    widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField arms"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "label": "Groups", "help_text": HELP, **options})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(arm_line(arm) for arm in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in (self.prepare_value(value) or "").splitlines()]
        return [read_arm(line, f"Groups, line {place}") for place, line in enumerate(lines, 1) if line]

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = self.prepare_value(initial or [])
        return [line.strip() for line in before.splitlines()] != [line.strip() for line in (data or "").splitlines()]
