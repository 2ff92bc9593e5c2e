"""From the bearings of all findings to one verdict: which evidence speaks first, and what it says.

Order: direct before indirect, the whole study before a part of it, pooled before single studies. Within a group of
equal rank the side with more people speaks. A group that does not settle the figure passes the word to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.figures.amounts import show
from claims.figures.decision import FOUND, Decision, is_sized
from claims.figures.limits import LimitKind
from claims.figures.matching import Bearing
from claims.figures.printed_steps import claimed_step
from claims.figures.quantity import Bound, Figure, FigureVerdict, Statistic
from claims.figures.relations import Claimed, Relation, Span, relate
from claims.figures.roles import figure_role, is_calendar_year
from claims.figures.rounding import equal_within
from claims.figures.units import convert
from claims.figures.weighing import against_equals

_FOLLOWS = "The figure follows by arithmetic from what a source reports for the same thing."
_FOLLOWS_IF = "The figure follows from what a source reports, provided that one side means what the other states."


def decide(figure: Figure, bearings: Sequence[Bearing], *, names_source: bool) -> Decision:
    """Return the verdict on a figure from the bearings of all findings recorded for it, in a fixed order."""
    standing = [bearing for bearing in bearings if not bearing.has(LimitKind.BARRED)]
    comparable = [bearing for bearing in standing if bearing.is_comparable]
    direct = [bearing for bearing in comparable if not bearing.has(LimitKind.INDIRECT)]
    parts = [bearing for bearing in direct if bearing.has(LimitKind.PART)]
    whole = [bearing for bearing in direct if not bearing.has(LimitKind.PART)]
    return (
        _by_years(figure, standing)
        or _by_direct(figure, [bearing for bearing in whole if bearing.is_pooled], parts)
        or _by_direct(figure, [bearing for bearing in whole if not bearing.is_pooled], parts)
        or _by_parts(figure, parts)
        or _by_indirect([bearing for bearing in comparable if bearing.has(LimitKind.INDIRECT)])
        or _nothing_found(standing, names_source)
    )


def _by_years(figure: Figure, standing: list[Bearing]) -> Decision | None:
    """A record that is at least so old: the years of two sources show it whatever the date of the article.

    Directness does not matter here: the year is a fact about the source, not a result in its participants.
    """
    dated = [bearing for bearing in standing if is_calendar_year(bearing.finding)]
    years = sorted({bearing.finding.value or 0.0 for bearing in dated})
    if figure_role(figure) is not Statistic.DURATION or len(years) < 2 or figure.low is None:
        return None
    length = convert(years[-1] - years[0], "years", figure.unit)
    if figure.bound not in {Bound.AT_LEAST, Bound.MORE_THAN} or length is None:
        return None
    claimed = Claimed(figure.bound, figure.low, None, claimed_step(figure))
    if relate(claimed, Span(length, None, None, None, None, 0.0)) not in FOUND:
        return None
    lead = (
        f"The sources are dated {years[0]:.0f} to {years[-1]:.0f}, and {years[-1]:.0f} − {years[0]:.0f} = "
        f"{years[-1] - years[0]:.0f} years, which already covers the claimed “{figure.text}”."
    )
    told = [
        replace(bearing, relation=Relation.HOLDS, why=f"is dated {bearing.finding.value:.0f}", limits=())
        for bearing in dated
    ]
    return Decision(FigureVerdict.DERIVABLE, lead, tuple(told), is_joint=True)


def _by_direct(figure: Figure, group: list[Bearing], parts: list[Bearing]) -> Decision | None:
    reported = [bearing for bearing in group if bearing.relation is Relation.EQUAL and not bearing.is_derived]
    if reported:
        lead = "A source reports this figure for the same thing."
        return against_equals(figure, group, Decision(FigureVerdict.CONFIRMED, lead, tuple(reported)))
    found = [bearing for bearing in group if bearing.relation in FOUND]
    if found:
        lead = _FOLLOWS if any(not bearing.is_assumed for bearing in found) else _FOLLOWS_IF
        return against_equals(figure, group, Decision(FigureVerdict.DERIVABLE, lead, tuple(found)))
    return _by_both_ends(figure, group) or (_best_case(group + parts) if group else None) or _by_size(figure, group)


def _by_both_ends(figure: Figure, group: list[Bearing]) -> Decision | None:
    """A claimed range whose ends are the lowest and the highest of several studies."""
    values = [bearing.span.value for bearing in group if bearing.span and bearing.span.value is not None]
    if len(values) < 2 or len(values) < len(group) or figure.low is None or figure.high is None:
        return None
    ends = sorted((abs(figure.low), abs(figure.high)))
    steps = [max(claimed_step(figure), bearing.span.step) for bearing in group if bearing.span]
    if not all(equal_within(*pair, max(steps)) for pair in zip(ends, (min(values), max(values)), strict=True)):
        return None
    if figure.bound is not Bound.RANGE or any(bearing.relation is not Relation.INSIDE for bearing in group):
        return None
    lead = f"The lowest and the highest of {len(values)} results are {show(min(values))} and {show(max(values))}."
    return Decision(FigureVerdict.DERIVABLE, lead, tuple(group), is_joint=True)


def _best_case(group: list[Bearing]) -> Decision | None:
    reached = [
        bearing
        for bearing in group
        if bearing.relation is Relation.REACHED or (bearing.has(LimitKind.PART) and bearing.relation in FOUND)
    ]
    lead = "Only the most favourable part of a result reaches the figure: an upper end, a subgroup or one group alone."
    return Decision(FigureVerdict.BEST_CASE_ONLY, lead, tuple(reached)) if reached else None


def _by_size(figure: Figure, group: list[Bearing]) -> Decision | None:
    """All that the group reports lies on one side of the figure, or the group leaves it open."""
    relations = {bearing.relation for bearing in group}
    if not relations or relations & (FOUND | {Relation.INSIDE, Relation.REACHED}):
        return None
    if not is_sized(figure, group):
        lead = "Sources report the same quantity with another value."
        return Decision(FigureVerdict.CONTRADICTED, lead, tuple(group))
    if relations == {Relation.OPPOSITE}:
        lead = "Sources report the same quantity without such a change, or with one the other way."
        return Decision(FigureVerdict.CONTRADICTED, lead, tuple(group))
    if relations <= {Relation.SMALLER, Relation.NO_EFFECT, Relation.OPPOSITE}:
        lead = "Sources report the same quantity, but less of it than claimed or nothing that can be told from none."
        return Decision(FigureVerdict.OVERSTATED, lead, tuple(group))
    if relations == {Relation.LARGER}:
        return Decision(FigureVerdict.UNDERSTATED, "Sources report the same quantity, but more of it.", tuple(group))
    return None


def _by_parts(figure: Figure, parts: list[Bearing]) -> Decision | None:
    best = _best_case(parts)
    if best is not None:
        return best
    decision = _by_size(figure, parts)
    # A part of a study can show that even the best case stays below the figure, nothing else.
    return decision if decision is not None and decision.verdict is FigureVerdict.OVERSTATED else None


def _by_indirect(group: list[Bearing]) -> Decision | None:
    found = [bearing for bearing in group if bearing.relation in FOUND]
    lead = "The figure is carried over: it is found only in evidence about something else than the claim."
    return Decision(FigureVerdict.EXTRAPOLATED, lead, tuple(found)) if found else None


def _nothing_found(standing: list[Bearing], names_source: bool) -> Decision:
    if not standing:
        lead = "No standing finding is recorded for this figure, so no source was found that states it."
        return Decision(FigureVerdict.UNSOURCED, lead)
    if names_source or any(bearing.is_study for bearing in standing):
        lead = "Sources on the point were read, and none of them contains the figure."
        return Decision(FigureVerdict.NOT_IN_SOURCES, lead, tuple(standing), is_joint=True)
    lead = "The article names no source, and the official or expert values on record do not contain the figure."
    return Decision(FigureVerdict.UNSOURCED, lead, tuple(standing), is_joint=True)
