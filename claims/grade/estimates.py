"""Which reported effects are held against a target and against each other, and which are left out and why.

Effects can only be compared where they are of one outcome, one statistic and units that convert into each other. So
findings are put in such groups, and one group is used: that of the target's unit where one was chosen, else the one
that most independent sources share. Nothing is dropped silently: every finding with an interval is either used or
left out with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.figures.units import convert, parse_unit
from claims.grade.targets import ImprecisionTarget, Scale, scale_of

#: Statistics (codes of `claims.figures.quantity.Statistic`) that are no effect, so that "no effect" says nothing.
NO_EFFECTS = frozenset({"level", "dose", "count", "duration", "proportion"})

#: The kind of unit of an odds ratio.
ODDS_RATIO = "odds ratio"

NONE_GIVEN = "No finding gives an effect with its interval."


@dataclass(frozen=True, slots=True)
class Estimate:
    """One effect with its 95 % interval as a finding reports it; ``unit`` is "risk ratio" and the like for ratios.

    ``n`` are the participants of the source, ``cluster`` joins sources that share them. ``statistic`` is empty where it
    is not recorded. ``is_context`` marks findings of sources that only give context, ``is_retracted`` those of sources
    that no longer stand.
    """

    source: str
    finding: str
    what: str
    value: float
    low: float
    high: float
    unit: str
    outcome: str = ""
    statistic: str = ""
    subgroup: bool = False
    n: int | None = None
    cluster: str | None = None
    is_context: bool = False
    is_retracted: bool = False

    @property
    def scale(self) -> Scale:
        """Whether it is a ratio or a difference."""
        return scale_of(self.unit)

    @property
    def is_odds_ratio(self) -> bool:
        """Whether it is a ratio of odds, which is none of risks."""
        return parse_unit(self.unit).kind == ODDS_RATIO


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A finding with an interval that was not used, and why, as the end of a sentence."""

    source: str
    finding: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The effects that are used, all in ``unit``, and those left out; ``reason`` says why these, in a sentence."""

    used: tuple[Estimate, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unit: str = ""
    reason: str = NONE_GIVEN


def compare_estimates(
    estimates: Sequence[Estimate], *, target: ImprecisionTarget | None = None, outcome: str = ""
) -> Comparison:
    """Return the effects to use, one for each source, converted into one unit.

    ``outcome`` is what was rated: where it is named, only findings count whose outcome or wording holds all its words.
    """
    unit = target.unit if target else ""
    barred = {id(one): why for one in estimates if (why := _bar(one, unit, outcome))}
    usable = [one for one in estimates if id(one) not in barred]
    groups = _groups(usable)
    if not groups:
        return Comparison((), tuple(_left(one, barred[id(one)]) for one in estimates), unit, _nothing(estimates))
    group = max(groups, key=_weight)
    used = _one_each(group)
    reasons = {id(one): _why_not(one, group, used) for one in usable}
    left_out = [_left(one, barred.get(id(one)) or reasons[id(one)]) for one in estimates if one not in used]
    shared = unit or group[0].unit
    converted = tuple(_in_unit(one, shared) for one in used)
    return Comparison(converted, tuple(left_out), shared, _why(group, groups, used, unit))


def _bar(one: Estimate, unit: str, outcome: str) -> str:
    """Return why an effect cannot be used whatever the others are, or an empty text."""
    if one.is_retracted:
        return "its source was retracted"
    if one.is_context:
        return "its source only gives context"
    if one.statistic in NO_EFFECTS:
        return f"it is a {one.statistic}, not an effect"
    if one.scale == "ratio" and min(one.low, one.value) <= 0:
        return "a ratio and its interval lie above zero"
    if unit and convert(1.0, one.unit, unit) is None:
        return f"its unit ({one.unit or 'none'}) does not convert into that of the target ({unit})"
    if outcome and not names_outcome(outcome, f"{one.outcome} {one.what}"):
        return f"it is not recorded as being about {outcome}"
    return ""


def names_outcome(outcome: str, text: str) -> bool:
    """Tell whether a text holds all words of an outcome; upper and lower case are the same, order does not count."""
    return _words(outcome) <= _words(text)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _groups(estimates: Iterable[Estimate]) -> list[list[Estimate]]:
    """Return the effects that may be compared, group by group, in the order in which they came."""
    groups: list[list[Estimate]] = []
    for one in estimates:
        for group in groups:
            if _alike(one, group[0]):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _alike(one: Estimate, other: Estimate) -> bool:
    return not _difference(one, other)


def _difference(one: Estimate, other: Estimate) -> str:
    """Return in what two effects differ so that they cannot be compared, or an empty text."""
    if one.scale != other.scale:
        return f"it is a {one.scale}, the effects used are {other.scale}s"
    if convert(1.0, one.unit, other.unit) is None:
        return f"its unit ({one.unit or 'none'}) does not convert into {other.unit or 'one'}"
    if one.statistic != other.statistic:
        return f"its statistic ({_named(one.statistic)}) is not that of the effects used ({_named(other.statistic)})"
    if _label(one.outcome) != _label(other.outcome):
        return f"its outcome ({one.outcome or 'not recorded'}) is another than {other.outcome or 'one not recorded'}"
    return ""


def _named(statistic: str) -> str:
    return statistic.replace("_", " ") or "not recorded"


def _label(outcome: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", outcome.casefold()))


def _weight(group: Sequence[Estimate]) -> tuple[int, int]:
    """Return what makes a group the one to use: independent sources, then participants."""
    people: dict[str, int] = {}
    for one in group:
        key = one.cluster or f"\0{one.source}"
        people[key] = max(people.get(key, 0), one.n or 0)
    return len(people), sum(people.values())


def _one_each(group: Sequence[Estimate]) -> list[Estimate]:
    """Return one effect for each source: of all participants before a subgroup, then the first recorded."""
    chosen: dict[str, Estimate] = {}
    for one in sorted(group, key=lambda one: one.subgroup):
        chosen.setdefault(one.source, one)
    return [one for one in group if chosen[one.source] is one]


def _why_not(one: Estimate, group: Sequence[Estimate], used: Sequence[Estimate]) -> str:
    if difference := _difference(one, group[0]):
        return difference
    taken = next(other for other in used if other.source == one.source)
    if one.subgroup and not taken.subgroup:
        return f"it is about a part of the participants, and {taken.finding} is about all"
    return f"one finding of each source counts, and {taken.finding} comes first"


def _left(one: Estimate, reason: str) -> LeftOut:
    return LeftOut(one.source, one.finding, one.what, reason)


def _in_unit(one: Estimate, unit: str) -> Estimate:
    if one.unit == unit:
        return one
    # units only scale, so the ends of the interval keep their order
    factor = convert(1.0, one.unit, unit)
    assert factor is not None, f"{one.unit} was grouped with {unit}"
    value, low, high = (float(f"{number * factor:.12g}") for number in (one.value, one.low, one.high))
    return replace(one, value=value, low=low, high=high, unit=unit)


def _nothing(estimates: Sequence[Estimate]) -> str:
    return "No finding gives an effect that can be used." if estimates else NONE_GIVEN


def _why(group: Sequence[Estimate], groups: Sequence[object], used: Sequence[Estimate], unit: str) -> str:
    count = "One effect is used" if len(used) == 1 else f"{len(used)} effects are used"
    first = group[0]
    about = f"{count}, in {unit or first.unit or 'no unit'}" + (f", on {first.outcome}" if first.outcome else "")
    if len(groups) == 1:
        return f"{about}."
    return (
        f"{about}. The findings fall into {len(groups)} groups that cannot be compared with each other; this one has"
        " the most independent sources, then the most participants, or was recorded first."
    )
