"""What kind of quantity a number is: recorded, settled by its unit or its arms, or unknown.

Only what the unit or the recorded data settle is inferred; a bare "%" stays unknown, because it can be a
relative change, a share or a level.
"""

from __future__ import annotations

import re

from claims.figures.elemental import find_compound
from claims.figures.quantity import Arm, Figure, Finding, Statistic
from claims.figures.rounding import equal_within, half_step
from claims.figures.units import RATIO_KINDS, parse_unit

__all__ = [
    "CHANGES",
    "RATIO_KINDS",
    "figure_role",
    "finding_role",
    "is_calendar_year",
    "is_one_arm_only",
    "two_groups",
    "value_is_difference",
]

#: Statistics whose number is an effect: it has a direction, and "no effect" is a possible value.
CHANGES = frozenset({Statistic.RELATIVE_CHANGE, Statistic.ABSOLUTE_CHANGE})

_SCALES = ("point", "score", "unit", "effect", "difference", "eta", "scale")
_AMOUNTS_TAKEN = frozenset({"mass", "amount", "equivalent", "activity"})
_NAMED_DOSE = re.compile(r"\b(?:dos(?:e|es|age)|intakes?|supplement(?:ed|ation)?)\b", re.IGNORECASE)
#: An amount that leaves or stays in the body, or a change after a dose, is none.
_NO_DOSE = re.compile(
    r"\b(?:urin\w*|excret\w*|stool|f(?:a)?ecal|absorbed|retained|retention|serum|plasma|blood|after|rise|fall|change)\b",
    re.IGNORECASE,
)
_FROM_THE_START = re.compile(
    r"\b(?:from|since|versus|vs\.?|against|than|over|below|above|compared (?:with|to)) (?:(?:the|their|its) )?"
    r"(?:start|baseline|before)\b"
    r"|\bbefore (?:and|to|-) ?after\b|\bpre[- ]?(?:to[- ]?)?post\b|\buncontrolled\b|\bsingle[- ](?:arm|group)\b"
    r"|\b(?:no|without an?y?) (?:control|comparison)\b|\bin the (?!same |whole )(?:[\w-]+ ){1,2}(?:group|arm)\b",
    re.IGNORECASE,
)
_BETWEEN_GROUPS = re.compile(
    r"\b(?:placebo|controls?|between|versus|vs\.?|against|than|compared (?:with|to)|groups|arms|minus|difference)\b",
    re.IGNORECASE,
)
#: Designs in which nobody is compared with anybody.
_UNCOMPARED_DESIGNS = frozenset({"case-series", "case-report"})
_BEFORE_AFTER = ("before", "after", "baseline", "start", "finish", "peak", "pre-", "post-")


def figure_role(figure: Figure) -> Statistic | None:
    """Return the statistic of a claimed figure, from its unit where the text does not tell."""
    return _by_unit(figure.unit, figure.statistic)


def finding_role(finding: Finding) -> Statistic | None:
    """Return the statistic of a finding, from its unit or its arms where it is not recorded."""
    settled = _by_unit(finding.unit or "", finding.statistic)
    if settled is Statistic.DOSE and finding.statistic is None and _is_excreted(finding.what):
        return None
    if settled in {None, Statistic.DOSE, Statistic.DURATION} and finding.statistic is None:
        if value_is_difference(finding):
            return Statistic.ABSOLUTE_CHANGE
        if _is_plain_count(finding):
            return Statistic.COUNT
        if settled is None and _is_named_dose(finding):
            return Statistic.DOSE
    return settled


def is_calendar_year(finding: Finding) -> bool:
    """Tell whether a finding is a year of the calendar, not a length of time."""
    year = finding.value if (finding.unit or "").strip().lower() in {"year", "calendar year"} else None
    return year is not None and 1000 <= year < 3000 and year == int(year)


def two_groups(finding: Finding) -> tuple[Arm, Arm] | None:
    """Return the two arms of a comparison between groups, the treated one first; None for anything else."""
    if len(finding.arms) != 2 or any(_is_time_point(arm) for arm in finding.arms):
        return None
    return finding.arms[0], finding.arms[1]


def value_is_difference(finding: Finding) -> bool:
    """Tell whether the value is the difference of the means of two arms, whatever its sign."""
    means = [arm.mean for arm in finding.arms]
    if finding.value is None or len(means) != 2 or means[0] is None or means[1] is None:
        return False
    steps = half_step(finding.value) + half_step(means[0]) + half_step(means[1])
    return equal_within(abs(finding.value), abs(means[0] - means[1]), steps)


def is_one_arm_only(finding: Finding) -> bool:
    """Tell whether a finding is a change within one group, which is not an effect of the treatment.

    So it is if its value is the mean of the first of two arms, if it has one arm, if its arms are points in
    time, if the record calls it a change within a group or since the start and names no comparison, or if the design
    has none.
    """
    if finding_role(finding) not in CHANGES | {None}:
        return False
    words = f"{finding.what} {finding.p or ''} {finding.note}".lower()
    if "within the group" in words or "within-group" in words or "group alone" in words:
        return True
    if "within the " in finding.what.lower() and any(end in finding.what.lower() for end in (" group", " arm")):
        return True
    if two_groups(finding) is None and finding_role(finding) in CHANGES and _has_no_comparison(finding):
        return True
    if not finding.arms or (value_is_difference(finding) and two_groups(finding)):
        return False
    if len(finding.arms) == 1 or any(_is_time_point(arm) for arm in finding.arms):
        return finding_role(finding) in CHANGES
    return finding.value is not None and finding.value == finding.arms[0].mean


def _has_no_comparison(finding: Finding) -> bool:
    """Tell whether a change is reported from start to end, or for one group, with nothing to compare it with."""
    if finding.design in _UNCOMPARED_DESIGNS:
        return True
    rest, times = _FROM_THE_START.subn(" ", finding.what)
    return bool(times) and not _BETWEEN_GROUPS.search(rest)


def _by_unit(unit: str, stated: Statistic | None) -> Statistic | None:
    parsed = parse_unit(unit)
    if parsed.kind == "points":
        return Statistic.ABSOLUTE_CHANGE
    if stated is not None:
        return stated
    if parsed.kind in RATIO_KINDS:
        return Statistic.RATIO
    if parsed.dimension == (("time", 1),):
        return Statistic.DURATION
    is_taken = ("time", -1) in parsed.dimension or "body_mass" in dict(parsed.dimension)
    if parsed.kind == "mass" and len(parsed.dimension) == 1 and parsed.substance:
        is_taken = parsed.substance == "magnesium" or find_compound(parsed.substance) is not None
    return Statistic.DOSE if parsed.kind in _AMOUNTS_TAKEN and is_taken else None


def _is_named_dose(finding: Finding) -> bool:
    """Tell whether the words of a finding call its weight or amount a dose."""
    parsed = parse_unit(finding.unit or "")
    if parsed.kind not in _AMOUNTS_TAKEN or len(parsed.dimension) != 1 or finding.arms or finding.p:
        return False
    return bool(_NAMED_DOSE.search(finding.what)) and not _NO_DOSE.search(finding.what)


def _is_excreted(what: str) -> bool:
    """Tell whether an amount per day is said to leave the body: the one other thing such a unit is used for."""
    words = what.lower()
    return ("urin" in words or "excret" in words) and not any(word in words for word in ("dose", "intake"))


def _is_plain_count(finding: Finding) -> bool:
    kind = parse_unit(finding.unit or "").kind
    if not kind.startswith("word:") or any(word in kind for word in _SCALES):
        return False
    if finding.arms or finding.p or finding.ci_low is not None or finding.ci_high is not None:
        return False
    return finding.value is not None and finding.value >= 0 and finding.value == int(finding.value)


def _is_time_point(arm: Arm) -> bool:
    label = arm.label.lower()
    return "(change)" not in label and any(word in label for word in _BEFORE_AFTER)
