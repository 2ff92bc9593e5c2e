"""Absolute effects from what one piece of evidence reports, each with the sentence that says what it is based on.

Computed only where the numbers are on record: a risk ratio, odds ratio or hazard ratio with its interval and a control
risk; a risk difference with its interval; events and sizes, or means, SDs and sizes, of two separate groups; a
standardised difference with its interval and the groups' SDs. Anything else gives nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.figures.amounts import show
from claims.figures.quantity import Arm, Finding
from claims.figures.rounding import printed_decimals
from claims.grade.arms_compared import Compared, compared
from claims.grade.control_risk import ControlRisk, control_risks
from claims.grade.mean_difference import in_natural_units, mean_difference, pooled_sd, standardised_difference
from claims.grade.measures import RISK_DIFFERENCE, is_standardised, ratio_of
from claims.grade.risk import (
    Estimate,
    NumberNeeded,
    Ratio,
    difference_by_ratio,
    difference_of_counts,
    number_needed,
)
from claims.grade.vocabulary import Design

PER = 1000
UNIT_OF_RISK = "per 1,000"
_REVIEWS = frozenset({Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW})
#: Designs whose counts in two groups are shares of the people that each group stands for.
_COUNTED = frozenset({Design.RCT_PARALLEL, Design.NONRANDOMISED_TRIAL, Design.COHORT, Design.CROSS_SECTIONAL})
_NOT_PEOPLE = frozenset({Design.ANIMAL, Design.IN_VITRO})
_TRIALS = frozenset({Design.RCT_PARALLEL, Design.RCT_CROSSOVER, Design.NONRANDOMISED_TRIAL})


@dataclass(frozen=True, slots=True)
class AbsoluteEffect:
    """An absolute effect in ``unit``: a risk difference per 1,000 people, or a difference of means in natural units.

    ``control`` is the risk without the intervention per 1,000, where it is known; ``basis`` ends the sentence
    "computed from ...".
    """

    estimate: Estimate
    unit: str
    basis: str
    control: float | None = None
    needed: NumberNeeded | None = None
    standardised: Estimate | None = None


def absolute_effects(finding: Finding, beside: Sequence[Finding] = ()) -> tuple[AbsoluteEffect, ...]:
    """Return the absolute effects of a finding; several where its evidence states several baseline risks.

    ``beside`` are all findings of the same evidence, among which a stated baseline risk is looked for.
    """
    measure = ratio_of(finding)
    interval = _reported(finding)
    if measure and interval:
        if finding.design in _NOT_PEOPLE:
            return ()
        return tuple(_by_ratio(finding, measure, interval, risk) for risk in control_risks(finding, beside))
    if (finding.unit or "").strip().lower() == RISK_DIFFERENCE and interval:
        return (_by_difference(finding, interval),)
    groups = compared(finding)
    effect = _by_counts(finding, groups) or _by_means(finding, groups) or _by_standardised(finding, interval)
    return (effect,) if effect else ()


def _reported(finding: Finding) -> Estimate | None:
    if finding.value is None or finding.ci_low is None or finding.ci_high is None:
        return None
    if not finding.ci_low <= finding.value <= finding.ci_high or (ratio_of(finding) and finding.ci_low <= 0):
        return None
    return Estimate(finding.value, finding.ci_low, finding.ci_high)


def _by_ratio(finding: Finding, measure: Ratio, ratio: Estimate, risk: ControlRisk) -> AbsoluteEffect:
    said = f"the reported {measure} of {_printed(ratio)} and {risk.said}, taken as fixed"
    difference = difference_by_ratio(ratio, measure, risk.share)
    return _risk_effect(finding, difference, said, control=risk.share)


def _by_difference(finding: Finding, difference: Estimate) -> AbsoluteEffect:
    return _risk_effect(finding, difference, f"the reported risk difference of {_printed(difference)}")


def _risk_effect(finding: Finding, difference: Estimate, said: str, *, control: float | None = None) -> AbsoluteEffect:
    treats = finding.design in _TRIALS | _REVIEWS
    return AbsoluteEffect(
        estimate=_rounded(difference, PER, 1),
        unit=UNIT_OF_RISK,
        basis=said,
        control=round(PER * control, 1) if control is not None else None,
        needed=number_needed(difference) if treats else None,
    )


def _by_counts(finding: Finding, groups: Compared | None) -> AbsoluteEffect | None:
    """Return the risk difference of the counts; not of a review, whose totals hide who was compared with whom."""
    if groups is None or finding.design not in _COUNTED:
        return None
    first, second = groups.treated, groups.control
    counts = (first.events or 0, first.n or 0, second.events or 0, second.n or 0)
    if not (_is_counted(first) and _is_counted(second)):
        return None
    difference = difference_of_counts(*counts)
    said = f"{_counted(first)} against {_counted(second)}; interval by Newcombe's score method"
    return _risk_effect(finding, difference, said, control=counts[2] / counts[3])


def _by_means(finding: Finding, groups: Compared | None) -> AbsoluteEffect | None:
    pair = groups.with_means if groups else None
    if groups is None or pair is None or ratio_of(finding):
        return None
    decimals = max(printed_decimals(group.mean) for group in pair)
    said = (
        f"means and SDs of {pair[0].n} people ({groups.treated.label}) and {pair[1].n} ({groups.control.label}); "
        "interval by Welch's method"
    )
    return AbsoluteEffect(
        estimate=_rounded(mean_difference(*pair), 1, decimals),
        unit="" if is_standardised(finding) else finding.unit or "",
        basis=said,
        standardised=_rounded(standardised_difference(*pair), 1, 2),
    )


def _by_standardised(finding: Finding, interval: Estimate | None) -> AbsoluteEffect | None:
    """Return a standardised difference in the groups' own unit, which the finding's unit does not name."""
    groups = compared(finding, need_sizes=False)
    sd = _shared_sd(groups) if groups else None
    if interval is None or sd is None or not is_standardised(finding):
        return None
    decimals = max(printed_decimals(arm.sd or 0.0) for arm in finding.arms)
    said = f"the reported standardised difference of {_printed(interval)} and an SD of {show(round(sd, decimals + 1))}"
    return AbsoluteEffect(estimate=_rounded(in_natural_units(interval, sd), 1, decimals), unit="", basis=said)


def _shared_sd(groups: Compared) -> float | None:
    """Return the SD of both groups together; without sizes that of the control group, as in Glass's delta."""
    pair = groups.with_means
    return pooled_sd(*pair) if pair else groups.control.sd or None


def _is_counted(arm: Arm) -> bool:
    return bool(arm.n) and arm.events is not None and 0 <= arm.events <= (arm.n or 0)


def _counted(arm: Arm) -> str:
    return f"{arm.events} of {arm.n} ({arm.label})"


def _printed(estimate: Estimate) -> str:
    return f"{show(estimate.value)} ({show(estimate.low)} to {show(estimate.high)})"


def _rounded(estimate: Estimate, factor: float, decimals: int) -> Estimate:
    # adding zero turns a negative zero into zero
    numbers = (round(factor * number, decimals) + 0.0 for number in (estimate.value, estimate.low, estimate.high))
    return Estimate(*numbers)
