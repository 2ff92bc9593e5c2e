"""The direction of claimed and reported changes, and whether a reported change includes no effect."""

from __future__ import annotations

from dataclasses import replace

from claims.figures.amounts import Amount
from claims.figures.printed_p import parse_p
from claims.figures.quantity import Direction, Figure, Finding
from claims.figures.relations import Claimed
from claims.figures.roles import CHANGES, RATIO_KINDS
from claims.figures.told_ways import is_told_fall
from claims.figures.units import parse_unit

#: Stances under which a finding was recorded as speaking for the claim, and so for the direction it claims.
_FOR_THE_CLAIM = frozenset({"supports", "partly_supports"})


def claimed_direction(figure: Figure, claimed: Amount) -> Direction | None:
    """Return the claimed direction: as recorded, else a fall where the claimed number is negative."""
    if figure.direction not in {None, Direction.NONE}:
        return figure.direction
    return Direction.DECREASE if max(claimed.numbers) < 0 else figure.direction


def claimed_sizes(figure: Figure, claimed: Amount) -> Claimed:
    """Return the claimed ends as sizes; a fall of -20 to -10 is one of 10 to 20. The step is left at 0."""
    low, high = claimed.low, claimed.high
    if claimed.statistic in CHANGES and max(end for end in (low, high) if end is not None) < 0:
        low, high = (None if end is None else -end for end in (high, low))
    return Claimed(figure.bound, low, high, 0.0)


def turn(amount: Amount, figure: Figure, claimed: Amount, finding: Finding) -> Amount | None:
    """Return an amount with its numbers positive in the claimed direction, or None if its direction is unknown.

    A positive number may be the size of a change (see `Finding`): it goes the way that the words of the finding tell.
    Where they tell none, it is a rise, and the size of a claimed fall only if the source was recorded as speaking for
    the claim; else its direction is unknown.
    """
    if amount.statistic not in CHANGES:
        return amount
    direction = claimed_direction(figure, claimed)
    if direction in {None, Direction.NONE}:
        return _mirrored(amount) if max(amount.numbers) < 0 else amount
    is_fall = _is_fall(amount, finding)
    if is_fall is None:
        return None if direction is Direction.DECREASE and finding.stance not in _FOR_THE_CLAIM else amount
    if min(amount.numbers) < 0 or amount.is_signed:
        return _mirrored(amount) if direction is Direction.DECREASE else amount
    return amount if is_fall == (direction is Direction.DECREASE) else _mirrored(amount)


def is_taken_as_size(amount: Amount, figure: Figure, claimed: Amount, finding: Finding) -> bool:
    """Tell whether a positive number counts as the size of a claimed fall only because it was recorded for it."""
    falls = amount.statistic in CHANGES and claimed_direction(figure, claimed) is Direction.DECREASE
    return falls and _is_fall(amount, finding) is None


def is_null(amount: Amount, finding: Finding) -> bool:
    """Tell whether a change is compatible with no effect: by its interval or the reported one, else by its p."""
    if amount.statistic not in CHANGES:
        return False
    if amount.ci_low is not None and amount.ci_high is not None:
        return amount.ci_low <= 0 <= amount.ci_high
    if finding.ci_low is not None and finding.ci_high is not None:
        none = 1.0 if parse_unit(finding.unit or "").kind in RATIO_KINDS else 0.0
        return finding.ci_low <= none <= finding.ci_high
    printed = parse_p(finding.p)
    return printed is not None and printed.is_not_significant


def _is_fall(amount: Amount, finding: Finding) -> bool | None:
    if amount.is_signed or min(amount.numbers) < 0:
        return min(amount.numbers) < 0
    return False if finding.is_signed else is_told_fall(finding.what)


def _mirrored(amount: Amount) -> Amount:
    def minus(number: float | None) -> float | None:
        return None if number is None else -number

    return replace(
        amount, value=minus(amount.value), low=minus(amount.high), high=minus(amount.low),
        ci_low=minus(amount.ci_high), ci_high=minus(amount.ci_low),
    )  # fmt: skip
