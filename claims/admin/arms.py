"""The groups of a finding in the admin: kept as a list of mappings, typed as lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from claims.figures.quantity import Arm
from claims.forms.arms import arm_line, read_arms

HELP = gettext_lazy(
    "One line for each group: label | n | mean | sd | events. Leave a place blank where it is"
    " not reported, e.g. “zinc | 60 | 5.1 | 1.2 |” or “placebo | 58 | | | 21”."
)


def _lines(arms: list[Mapping[str, Any]]) -> str:
    return "\n".join(arm_line(Arm(**arm)) for arm in arms)


class ArmsField(forms.CharField):
    """The groups of a finding, kept as a list of mappings and typed as lines."""

    widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField arms"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "label": gettext_lazy("Groups"), "help_text": HELP, **options})

    def prepare_value(self, value: Any) -> Any:
        return _lines(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        try:
            return [asdict(arm) for arm in read_arms(self.prepare_value(value) or "")]
        except ValueError as error:
            raise ValidationError(str(error), code="arms") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = self.prepare_value(initial or [])
        return [line.strip() for line in before.splitlines()] != [line.strip() for line in (data or "").splitlines()]
