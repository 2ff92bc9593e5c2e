"""The fields of an assessment that say what imprecision is judged against: kind, values and unit of the target."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.grade.targets import TargetKind, checked_target, read_target
from claims.models import Assessment
from sources.labels import choices

TARGET_FIELDS = ("target_kind", "target_values", "target_unit")
OIS_FIELDS = (
    ("ois_control_risk", "ois_relative_reduction"),
    ("ois_sd", "ois_difference", "ois_unit"),
    ("ois_alpha", "ois_power"),
)
OIS_LABELS = {
    "ois_control_risk": _("Optimal information size: risk without treatment"),
    "ois_sd": _("or of a mean: standard deviation"),
}
_NUMBER = re.compile(r"[-+−]?\d+(?:\.\d+)?")
KINDS = [("", _("not said")), *choices(TargetKind)]


class TargetFields(forms.Form):
    """A target in parts, which are written down as one text in the column of the model."""

    target_kind = forms.ChoiceField(required=False, choices=KINDS, label=_("Imprecision is judged against"))
    target_values = forms.CharField(
        required=False,
        label=_("Value or values"),
        help_text=_("One for the smallest difference, several in rising order for a range: 2; 5. Decimals by a point."),
    )
    target_unit = forms.CharField(
        required=False, label=_("Unit of the values"), help_text=_("For ratios which ratio, such as risk ratio.")
    )


def target_parts(assessment: Assessment) -> dict[str, str]:
    """Return the stored target as initial values of the fields; empty where there is none or it cannot be read."""
    target = assessment.imprecision_target
    if target is None:
        return dict.fromkeys(TARGET_FIELDS, "")
    values = "; ".join(repr(float(value)).removesuffix(".0") for value in target.values)
    return dict(zip(TARGET_FIELDS, (target.kind.value, values, target.unit), strict=True))


def unread_note(assessment: Assessment) -> Any:
    """Return a note on a target that was stored in words that no rule can read, else an empty text."""
    if not assessment.target or assessment.imprecision_target is not None:
        return ""
    return format_lazy(_("Recorded before, in words that no rule can read: “{target}”."), target=assessment.target)


def written_target(cleaned: dict[str, Any]) -> str:
    """Return the text of the target that the fields describe. Raises ValidationError naming the field."""
    kind, typed, unit = (str(cleaned.get(name) or "").strip() for name in TARGET_FIELDS)
    if not kind:
        if typed or unit:
            raise ValidationError({"target_kind": _("Choose what the values are: a difference or a range.")})
        return ""
    place = "target_values"
    try:
        values = _values(typed)
        read_target(kind, values)
        place = "target_unit"
        return checked_target(kind, values, unit).write()
    except ValueError as error:
        raise ValidationError({place: str(error)}) from error


def _values(typed: str) -> tuple[float, ...]:
    """Return the numbers that were typed. Raises ValueError for one that is none, and for commas, which are either."""
    parts = [part.strip() for part in typed.split(";")] if typed else []
    if wrong := [part for part in parts if not _NUMBER.fullmatch(part)]:
        said = gettext("“%(typed)s” is no number; expected values such as 2; 5.5, parted by semicolons.")
        raise ValueError(said % {"typed": wrong[0]})
    return tuple(float(part.replace("−", "-")) for part in parts)
