"""Doses of which one side states the time and the other does not: "2,000 mg glycinate a day", "282 mg elemental".

Unknown is said, never guessed: where the numbers agree if the open side means the same time, the figure follows from
the source on that reading, and the reason says so; where they do not, nothing is made of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.figures.mismatch import given
from claims.figures.quantity import Figure, Finding, Statistic
from claims.figures.roles import figure_role, finding_role
from claims.figures.units import parse_unit, time_part

#: Words that say of an amount that it is one portion, and so none of a day.
_ONE_PORTION = re.compile(
    r"\b(?:single|(?:per|each|every|one|a)\s+(?:dose|tablet|capsule|pill|serving|sachet|portion|meal|gel|drink|bottle))\b"
    r"|\b(?:twice|thrice|(?:two|three|four|\d)\s+times)\b",
    re.IGNORECASE,
)


def on_one_time(figure: Figure, finding: Finding) -> tuple[Figure, Finding, str] | None:
    """Return figure and finding with the time of the one that states it, and a clause that says what is not stated.

    None where both state a time or neither does, one of them is no dose, or the finding is about one portion.
    """
    claimed, reported = time_part(figure.unit), time_part(finding.unit or "")
    roles = {finding_role(finding), figure_role(figure)}
    if bool(claimed) == bool(reported) or not roles <= {Statistic.DOSE, None} or finding.unit is None:
        return None
    if reported:
        timed = replace(figure, unit=f"{figure.unit}/{reported}", statistic=Statistic.DOSE)
        clause = f"{given(finding)}, while the claim does not say per how long; as {_dose(reported)}"
        return timed, finding, clause
    if _ONE_PORTION.search(finding.what):
        return None
    clause = f"{given(finding)} without saying per how long; as {_dose(claimed)}"
    return figure, replace(finding, unit=f"{finding.unit}/{claimed}", statistic=Statistic.DOSE), clause


def is_dose(finding: Finding) -> bool:
    """Tell whether a finding is said to be a dose, so that its time is all that is open."""
    return finding_role(finding) is Statistic.DOSE


def _dose(time: str) -> str:
    return "a daily dose" if parse_unit(time).factor == 1.0 else f"a dose per {time}"
