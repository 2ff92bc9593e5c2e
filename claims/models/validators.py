"""What columns of claims may hold. Each validator raises ValidationError saying what was expected."""

from __future__ import annotations

import math
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from claims.grade.targets import parse_target
from claims.grade.vocabulary import Design, Domain, Indirectness, Upgrade

ARM_MEMBERS = ("label", "n", "mean", "sd", "events")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def arm_problem(arm: object) -> str:
    """Return what is wrong with a group, as the end of a sentence about it, or an empty text."""
    if not isinstance(arm, dict) or set(arm) - set(ARM_MEMBERS) or not isinstance(arm.get("label", ""), str):
        return f"is an object of {', '.join(ARM_MEMBERS)}"
    for name in ("n", "events"):
        value = arm.get(name)
        if value is not None and (type(value) is not int or value < 0):
            return f"counts {name} in whole people, not {value!r}"
    if arm.get("n") == 0:
        return "has people: expected n above 0, left out where it is not known"
    for name in ("mean", "sd"):
        value = arm.get(name)
        if value is not None and not _is_number(value):
            return f"gives {name} as a number, not {value!r}"
    if (arm.get("sd") or 0) < 0:
        return "has a standard deviation that is not negative"
    return ""


def check_arms(value: Any) -> None:
    """Accept a list of ``{"label", "n", "mean", "sd", "events"}``, any of them absent or null but a text as label."""
    if not isinstance(value, list):
        raise ValidationError(gettext("The groups of a study are a list."))
    for place, arm in enumerate(value, 1):
        if problem := arm_problem(arm):
            raise ValidationError(f"Group {place}: a group {problem}.")


def check_design(value: str) -> None:
    """Accept a code of `Design` or an empty text. It is for the design of a source, which `sources` may not know."""
    if value and value not in set(Design):
        raise ValidationError(
            gettext("“%(given)s” is no design of the vocabulary; expected %(designs)s, or nothing.")
            % {"given": value, "designs": ", ".join(Design)}
        )


def check_codes(value: Any) -> None:
    """Accept a list of codes of `Indirectness`, each once."""
    known = [str(code) for code in Indirectness]
    if not isinstance(value, list) or len(set(map(str, value))) != len(value):
        raise ValidationError(gettext("Give a list of codes, each once."))
    if unknown := [str(code) for code in value if code not in known]:
        raise ValidationError(f"Unknown code {', '.join(unknown)}: choose from {', '.join(known)}.")


def check_reasons(value: Any) -> None:
    """Accept an object from codes of `Domain` and `Upgrade` to texts."""
    known = [str(code) for words in (Domain, Upgrade) for code in words]
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise ValidationError(gettext("Give the reasons as texts by domain."))
    if unknown := [str(code) for code in value if code not in known]:
        raise ValidationError(f"Unknown domain {', '.join(unknown)}: choose from {', '.join(known)}.")


def check_target(value: str) -> None:
    """Accept what `claims.grade.targets.parse_target` reads."""
    try:
        parse_target(value)
    except ValueError as error:
        raise ValidationError(f"The target of imprecision: {error}") from error
