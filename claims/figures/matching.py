"""How one finding bears on one figure: the relation of the numbers, the limits of the finding, and a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.figures.amounts import Amount, amounts_of, canonical, show
from claims.figures.limits import INDIRECT, Limit, LimitKind, limits_of
from claims.figures.masses import Conversion, substance_in, weight_conversion
from claims.figures.orientation import claimed_sizes, is_null, is_taken_as_size, turn
from claims.figures.quantity import Figure, Finding, Statistic
from claims.figures.relations import Claimed, Relation, Span, relate
from claims.figures.roles import CHANGES, RATIO_KINDS, figure_role, finding_role, is_calendar_year
from claims.figures.rounding import equal_within, half_step, precision
from claims.figures.units import convert, parse_unit, without_substance

POOLED_DESIGNS = frozenset({"meta-analysis"})
#: Sources that state or recommend values; every other design is a study on the point.
STATING_DESIGNS = frozenset({"guideline", "expert-opinion", "narrative-review"})


@dataclass(frozen=True, slots=True)
class Bearing:
    """One finding seen from one figure; ``amount`` is what was compared, ``why`` a sentence without its subject."""

    finding: Finding
    relation: Relation
    why: str
    amount: Amount | None = None
    span: Span | None = None
    limits: tuple[Limit, ...] = ()
    is_derived: bool = False

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
    weights = weight_conversion(figure, finding)
    if weights.is_unclear and not any(limit.code == "elemental_vs_compound" for limit in limits):
        clause = INDIRECT["elemental_vs_compound"]
        limits = (*limits, Limit(LimitKind.INDIRECT, "elemental_vs_compound", clause))
    compared = [_compare(amount, finding, figure, weights) for amount in amounts_of(finding)]
    comparable = [bearing for bearing in compared if bearing is not None]
    if not comparable:
        return Bearing(finding, Relation.NOT_COMPARABLE, _why_not(finding, figure), limits=limits)
    chosen = _chosen(comparable, limits)
    return replace(chosen, why=chosen.why + _confusable(finding, figure), limits=limits)


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
    substance = substance_in(figure.text, figure.unit, finding.what, finding.intervention, finding.unit or "")
    unit = without_substance(claimed.unit)
    scale = convert(weights.reported, without_substance(amount.unit), unit, substance=substance)
    if scale is None:
        return None
    turned = turn(replace(amount, statistic=claimed.statistic or amount.statistic), figure, claimed, finding)
    if turned is None:
        return Bearing(finding, Relation.NOT_COMPARABLE, "does not tell whether its number is a rise or a fall")
    sizes = claimed_sizes(figure, claimed)
    steps = [precision(end, unit, substance=substance) for end in (sizes.low, sizes.high) if end is not None]
    asked = _scaled_claim(sizes, weights.claimed, max(steps))
    span = _scaled_span(turned, scale, amount, substance)
    relation = relate(asked, span)
    if amount.statistic in CHANGES:
        relation = _effect(relation, asked, span, is_null(amount, finding))
    how = amount.arithmetic or weights.sentence
    is_derived = amount.is_worked_out or bool(weights.sentence)
    why = _sentence(relation, amount, figure, how)
    if is_taken_as_size(amount, figure, claimed, finding):
        why += "; its direction is not stated, so the number is taken as the size of the fall it was recorded for"
    return Bearing(finding, relation, why, amount, span, (), is_derived)


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
    steps = [precision(number, amount.unit, substance=substance) for number in amount.numbers]
    step = 0.0 if amount.is_worked_out else max(steps)
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


def _sentence(relation: Relation, amount: Amount, figure: Figure, how: str) -> str:
    stated = _stated(amount)
    worked = f" ({how.rstrip('.')})" if how else ""
    return f"{'yields' if how else 'reports'} {stated}{worked}, {relation.label} “{figure.text}”"


def _stated(amount: Amount) -> str:
    interval = ""
    if amount.ci_low is not None and amount.ci_high is not None:
        interval = f" (95 % interval {show(amount.ci_low)} to {show(amount.ci_high)})"
    if amount.value is not None:
        value = float(f"{amount.value:.3g}") if amount.is_worked_out else amount.value
        return f"{show(value)} {amount.unit}{interval}"
    ends = " to ".join(show(end) for end in (amount.low, amount.high) if end is not None)
    return f"{ends} {amount.unit}{interval}"


def _why_not(finding: Finding, figure: Figure) -> str:
    if is_calendar_year(finding):
        return f"gives a year of the calendar ({finding.value:.0f}), which alone is no length of time"
    if finding.unit is None or not any(number is not None for number in (finding.value, finding.low, finding.high)):
        return "reports no number with a unit"
    role, claimed = finding_role(finding), figure_role(figure)
    stated = _stated(Amount(finding.value, finding.low, finding.high, finding.unit, role))
    if role is None:
        return f"gives {stated} without saying what kind of quantity it is, and a bare number confirms nothing"
    if claimed is not None and role is not claimed:
        return f"gives {stated}, {_role_clash(claimed, role)}"
    return f"gives {stated}, which cannot be converted into the claimed unit ({figure.unit})"


def _confusable(finding: Finding, figure: Figure) -> str:
    """Warn where the reported number looks like the claimed one but is the other kind of change."""
    role, claimed = finding_role(finding), figure_role(figure)
    number = figure.high if figure.high is not None else figure.low
    if finding.value is None or number is None or role is claimed or not {role, claimed} <= CHANGES:
        return ""
    if not equal_within(abs(finding.value), abs(number), half_step(number)) or claimed is None:
        return ""
    return f"; the {show(abs(finding.value))} in the source is {_role_clash(claimed, role)}" if role else ""


def _role_clash(claimed: Statistic, role: Statistic) -> str:
    if (claimed, role) == (Statistic.RELATIVE_CHANGE, Statistic.ABSOLUTE_CHANGE):
        return "an absolute change; read as a relative one it would take percentage points for per cent"
    if (claimed, role) == (Statistic.ABSOLUTE_CHANGE, Statistic.RELATIVE_CHANGE):
        return "a relative change; shown as an absolute one it would look like more than it is"
    both = " and changes" if {claimed, role} <= CHANGES else ""
    return f"which is a {role.label}{both}, while the claim states a {claimed.label}"
