"""How one finding bears on one figure: the relation of the numbers, the limits of the finding, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.figures.amounts import Amount, amounts_of, canonical, show
from claims.figures.limits import INDIRECT, Limit, LimitKind, limits_of
from claims.figures.masses import Conversion, weight_conversions
from claims.figures.mismatch import confusable_number, given, stated, why_not
from claims.figures.orientation import claimed_sizes, is_null, is_taken_as_size, turn
from claims.figures.printed_p import is_one_sided
from claims.figures.printed_steps import claimed_step
from claims.figures.quantity import Figure, Finding, Statistic
from claims.figures.relations import FOUND, Claimed, Relation, Span, relate
from claims.figures.roles import CHANGES, RATIO_KINDS, figure_role, is_calendar_year
from claims.figures.rounding import precision
from claims.figures.substances import substance_in
from claims.figures.units import convert, parse_unit, without_substance
from claims.figures.untimed import is_dose, on_one_time

POOLED_DESIGNS = frozenset({"meta-analysis"})
#: Sources that state or recommend values; every other design is a study on the point.
STATING_DESIGNS = frozenset({"guideline", "expert-opinion", "narrative-review"})


@dataclass(frozen=True, slots=True)
class Bearing:
    """One finding seen from one figure; ``amount`` is what was compared, ``why`` a sentence without its subject.

    ``is_assumed`` tells that one side leaves open what the other states, and was taken to mean the same.
    """

    finding: Finding
    relation: Relation
    why: str
    amount: Amount | None = None
    span: Span | None = None
    limits: tuple[Limit, ...] = ()
    is_derived: bool = False
    is_assumed: bool = False

    def has(self, kind: LimitKind) -> bool:
        """Tell whether a limit of this kind holds."""
        return any(limit.kind is kind for limit in self.limits)

    @property
    def is_comparable(self) -> bool:
        """Tell whether the finding reports the claimed quantity at all."""
        return self.relation is not Relation.NOT_COMPARABLE

    @property
    def is_pooled(self) -> bool:
        """Tell whether the finding pools several studies."""
        return self.finding.design in POOLED_DESIGNS

    @property
    def is_study(self) -> bool:
        """Tell whether the finding comes from a study, not from a body or an author that states a value."""
        return self.finding.design not in STATING_DESIGNS


def bear(finding: Finding, figure: Figure) -> Bearing:
    """Compare one finding with a figure that has at least one end and a statistic or a unit."""
    limits = limits_of(finding, figure)
    ways = weight_conversions(figure, finding)
    if ways[0].refusal:
        return Bearing(finding, Relation.NOT_COMPARABLE, f"{given(finding)}; {ways[0].refusal}", limits=limits)
    known = {limit.code for limit in limits}
    for code, clause in ways[0].limits:
        if code not in known:
            limits = (*limits, Limit(LimitKind.INDIRECT, code, clause or INDIRECT[code]))
    chosen = _held_against(finding, figure, ways, limits) or _on_one_time(finding, figure, limits)
    if chosen is None:
        return Bearing(finding, Relation.NOT_COMPARABLE, why_not(finding, figure), limits=limits)
    return replace(chosen, why=chosen.why + confusable_number(finding, figure), limits=limits)


def _held_against(
    finding: Finding, figure: Figure, ways: Sequence[Conversion], limits: tuple[Limit, ...]
) -> Bearing | None:
    """Return the bearing by the first way that finds the figure, else by the likeliest; None for another quantity."""
    bearings = []
    for way in ways:
        compared = [_compare(amount, finding, figure, way) for amount in amounts_of(finding)]
        comparable = [bearing for bearing in compared if bearing is not None]
        if comparable:
            bearings.append(_chosen(comparable, limits))
    return next((bearing for bearing in bearings if bearing.relation in FOUND), bearings[0] if bearings else None)


def _on_one_time(finding: Finding, figure: Figure, limits: tuple[Limit, ...]) -> Bearing | None:
    """Return how a dose bears on the figure if the side that states no time means that of the other."""
    timed = on_one_time(figure, finding)
    if timed is None:
        return None
    figure_timed, finding_timed, clause = timed
    bearing = _held_against(finding_timed, figure_timed, weight_conversions(figure_timed, finding_timed), limits)
    if bearing is None:
        return None
    why = f"{clause} it {bearing.why}"
    if bearing.relation in FOUND and is_dose(finding):
        return replace(bearing, finding=finding, why=why, is_derived=True, is_assumed=True)
    return Bearing(finding, Relation.NOT_COMPARABLE, why)


def _chosen(comparable: list[Bearing], limits: tuple[Limit, ...]) -> Bearing:
    """Prefer what the source reports; but within one group, what is left beyond the other group."""
    is_one_arm = any(limit.code == "one_arm" for limit in limits)
    worked_out = [bearing for bearing in comparable if bearing.amount and bearing.amount.is_worked_out]
    return worked_out[0] if is_one_arm and worked_out else comparable[0]


def _compare(amount: Amount, finding: Finding, figure: Figure, weights: Conversion) -> Bearing | None:
    """Return how one amount of a finding stands to the figure, or None if it is another quantity."""
    claimed = claimed_amount(figure)
    if not _same_role(claimed.statistic, amount.statistic) or is_calendar_year(finding):
        return None
    substance = weights.substance or _substance(figure, finding)
    unit = without_substance(claimed.unit)
    scale = convert(weights.reported, without_substance(amount.unit), unit, substance=substance)
    if scale is None:
        return None
    turned = turn(replace(amount, statistic=claimed.statistic or amount.statistic), figure, claimed, finding)
    if turned is None:
        return Bearing(finding, Relation.NOT_COMPARABLE, "does not tell whether its number is a rise or a fall")
    sizes = claimed_sizes(figure, claimed)
    asked = _scaled_claim(sizes, weights.claimed, claimed_step(figure, substance))
    span = _scaled_span(turned, scale, amount, substance)
    relation = relate(asked, span)
    if amount.statistic in CHANGES:
        relation = _effect(relation, asked, span, is_null(amount, finding))
    how = amount.arithmetic or weights.sentence
    is_size = is_taken_as_size(amount, figure, claimed, finding)
    is_derived = amount.is_worked_out or bool(weights.sentence) or is_size
    converted = "" if how or scale == 1.0 else _converted(amount, scale, unit)
    why = _sentence(relation, amount, figure, how, converted) + _taken_as(relation, amount, finding, is_size=is_size)
    return Bearing(finding, relation, why, amount, span, (), is_derived, is_assumed=is_size)


def _taken_as(relation: Relation, amount: Amount, finding: Finding, *, is_size: bool) -> str:
    """Say what of the finding was taken in a way that its numbers alone do not tell; empty for nothing."""
    told = ""
    if is_size:
        told += "; its direction is not stated, so the number is taken as the size of the fall it was recorded for"
    if relation is Relation.NO_EFFECT and is_one_sided(finding.p) and finding.ci_low is None:
        told += "; its p is one-sided, and so doubled"
    if amount.direction and amount.statistic in CHANGES:
        told += f"; its groups give the direction ({amount.direction})"
    return told


def _substance(figure: Figure, finding: Finding) -> str | None:
    """Return the substance that the claim or the finding names, or None where they name none or two."""
    claimed = substance_in(figure.unit, figure.text)
    reported = substance_in(finding.unit or "", finding.what, finding.outcome, finding.intervention)
    return None if claimed and reported and claimed != reported else claimed or reported


def claimed_amount(figure: Figure) -> Amount:
    """Return the claimed quantity in the canonical form of its statistic."""
    low, high = figure.low, figure.high
    kind = parse_unit(figure.unit).kind
    if kind in RATIO_KINDS and figure.direction == "decrease":
        # "A threefold fall" means a third is left.
        inverted = [1.0 / end if end is not None and end > 1 else end for end in (low, high)]
        low, high = inverted
    return canonical(Amount(None, low, high, figure.unit, figure_role(figure)))


def _same_role(claimed: Statistic | None, reported: Statistic | None) -> bool:
    # A statistic that the claim leaves open takes the one that the source states; the reverse would be a guess.
    return reported is not None and claimed in {None, reported}


def _scaled_claim(sizes: Claimed, factor: float, step: float) -> Claimed:
    low = None if sizes.low is None else sizes.low * factor
    high = None if sizes.high is None else sizes.high * factor
    return Claimed(sizes.bound, low, high, step * factor)


def _scaled_span(turned: Amount, scale: float, amount: Amount, substance: str | None) -> Span:
    printed = [precision(number, amount.unit, substance=substance) for number in amount.numbers]
    step = 0.0 if amount.is_worked_out else amount.step or max(printed)
    value, low, high, ci_low, ci_high = (
        None if number is None else number * scale
        for number in (turned.value, turned.low, turned.high, turned.ci_low, turned.ci_high)
    )
    return Span(value, low, high, ci_low, ci_high, step * scale)


def _effect(relation: Relation, asked: Claimed, span: Span, null: bool) -> Relation:
    """Turn a relation of sizes into one of effects: none at all, or the other way."""
    if asked.number <= 0:
        return relation
    if max(span.typical) <= 0:
        return Relation.OPPOSITE
    return Relation.NO_EFFECT if null else relation


def _sentence(relation: Relation, amount: Amount, figure: Figure, how: str, converted: str) -> str:
    worked = f" ({how.rstrip('.')})" if how else converted
    return f"{'yields' if how else 'reports'} {stated(amount)}{worked}, {relation.label} “{figure.text}”"


def _converted(amount: Amount, scale: float, unit: str) -> str:
    """Return the amount in the unit of the claim."""
    ends = [amount.value] if amount.value is not None else [amount.low, amount.high]
    shown = " to ".join(show(float(f"{end * scale:.4g}")) for end in ends if end is not None)
    return f" (that is {shown} {unit})"
