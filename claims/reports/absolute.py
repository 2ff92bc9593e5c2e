"""Absolute effects in words: "12 fewer per 1,000 (from 20 fewer to 3 fewer)", and what they were computed from."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, pgettext

from claims.grade.absolute import UNIT_OF_RISK
from claims.reports.quantities import number_text, with_unit

Effect = dict[str, Any]
#: Stands for the unit of a scale that the record does not name.
UNNAMED = "?"


def absolute_text(effect: Effect) -> str:
    """Return the difference with its interval, each end saying which way it goes."""
    is_risk = effect["unit"] == UNIT_OF_RISK
    return gettext("%(value)s (from %(low)s to %(high)s)") % {
        "value": _directed(effect["value"], effect["unit"] or UNNAMED, is_risk=is_risk),
        "low": _directed(effect["low"], "", is_risk=is_risk),
        "high": _directed(effect["high"], "", is_risk=is_risk),
    }


def details_of(effect: Effect) -> list[str]:
    """Return what else can be said: both risks, the number needed to treat, the standardised difference."""
    said = []
    if effect["control"] is not None:
        risks = {"without": _people(effect["control"]), "with": _people(effect["control"] + effect["value"])}
        said.append(gettext("%(without)s per 1,000 without, %(with)s with it") % risks)
    if needed := effect["needed"]:
        template = (
            gettext("one more for every %(value)s treated (95%% CI %(low)s to %(high)s)")
            if effect["value"] > 0
            else gettext("one fewer for every %(value)s treated (95%% CI %(low)s to %(high)s)")
        )
        said.append(template % {name: number_text(number) for name, number in needed.items()})
    if standardised := effect["standardised"]:
        template = gettext("standardised %(value)s (95%% CI %(low)s to %(high)s)")
        said.append(template % {name: number_text(number) for name, number in standardised.items()})
    return said


def computed_from(effect: Effect) -> str:
    """Return the sentence that says who computed it, and from what."""
    return gettext("Computed by maglyc from %(basis)s.") % {"basis": effect["basis"]}


def absolute_sentence(effect: Effect) -> str:
    """Return everything on one line, as a report prints it."""
    said = "; ".join([absolute_text(effect), *details_of(effect)])
    lead = gettext("In absolute terms:")
    return f"{lead} {said}. {computed_from(effect)}"


def _directed(number: float, unit: str | None, *, is_risk: bool) -> str:
    """Return a number without its sign and the word for its direction: "12 fewer per 1,000", "0.4 points less"."""
    shown = _people(abs(number)) if is_risk else number_text(abs(number))
    if shown == "0":
        nothing = gettext("no more and no fewer per 1,000") if is_risk else gettext("no difference")
        return nothing if unit else pgettext("an effect", "none")
    if is_risk:
        word = pgettext("people", "more") if number > 0 else pgettext("people", "fewer")
        rate = gettext("per 1,000")  # not inside an f-string, where the catalogue does not see it
        return f"{shown} {word} {rate}" if unit else f"{shown} {word}"
    word = pgettext("amount", "more") if number > 0 else pgettext("amount", "less")
    return f"{with_unit(shown, unit if unit != UNNAMED else '')} {word}"


def _people(number: float) -> str:
    """Return a number of people in 1,000: whole, or with one decimal below one."""
    return number_text(round(number) if abs(number) >= 1 else round(number, 1))
