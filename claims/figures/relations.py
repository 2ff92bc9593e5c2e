"""How a reported amount stands to a claimed one: equal, smaller, larger, only its best case, the opposite."""

from __future__ import annotations

from dataclasses import dataclass

from claims.figures.quantity import Bound
from claims.figures.rounding import equal_within
from claims.words import Word

#: "About 40" allows a tenth on either side, if rounding does not allow more.
ABOUT_SHARE = 0.10


class Relation(Word):
    """What one reported amount is to the claimed figure; the label goes between the two in a sentence."""

    EQUAL = "equal", "which is the claimed"
    HOLDS = "holds", "from which follows the claimed"
    REACHED = "reached", "which reaches only at its most favourable end the claimed"
    INSIDE = "inside", "which overlaps with, but does not state, the claimed"
    SMALLER = "smaller", "which is less than the claimed"
    LARGER = "larger", "which is more than the claimed"
    NO_EFFECT = "no_effect", "which cannot be told from no effect, against the claimed"
    OPPOSITE = "opposite", "which is no such change or one the other way, against the claimed"
    NOT_COMPARABLE = "not_comparable", "which is another quantity than the claimed"


#: Relations under which a finding contains the figure.
FOUND = frozenset({Relation.EQUAL, Relation.HOLDS})


@dataclass(frozen=True, slots=True)
class Span:
    """The reported numbers turned into the claimed direction and unit; ``step`` is how precisely they are printed."""

    value: float | None
    low: float | None
    high: float | None
    ci_low: float | None
    ci_high: float | None
    step: float

    @property
    def is_open(self) -> bool:
        """Tell whether only one end of a range is known, so that nothing tells the usual amount."""
        return self.value is None and (self.low is None) != (self.high is None)

    @property
    def typical(self) -> tuple[float, float]:
        """Return the ends of the typical amount: the value twice, or the reported range."""
        if self.value is not None:
            return self.value, self.value
        return self.extremes

    @property
    def extremes(self) -> tuple[float, float]:
        """Return the ends of the reported range, or the value twice."""
        known = [number for number in (self.low, self.high) if number is not None]
        if not known and self.value is not None:
            known = [self.value]
        return min(known), max(known)

    @property
    def best(self) -> float:
        """Return the most favourable number reported, the end of the interval included."""
        return max(number for number in (*self.extremes, *self.typical, self.ci_high) if number is not None)


@dataclass(frozen=True, slots=True)
class Claimed:
    """The claimed ends as sizes in the claimed direction; at least one is known, and low <= high."""

    bound: Bound
    low: float | None
    high: float | None
    step: float

    @property
    def number(self) -> float:
        """Return the one number of a claim that is not a range."""
        upper_first = self.bound in {Bound.UP_TO, Bound.LESS_THAN}
        first, second = (self.high, self.low) if upper_first else (self.low, self.high)
        return first if first is not None else second or 0.0


def relate(claimed: Claimed, span: Span) -> Relation:
    """Return how a reported amount stands to a claimed one, by the bound of the claim."""
    tolerance = max(claimed.step, span.step)
    if claimed.low is not None and claimed.high is not None and claimed.low < claimed.high:
        return _to_range(claimed.low, claimed.high, span, tolerance)
    number = claimed.number
    if span.is_open and claimed.bound not in _LIKE_BOUNDS[span.low is None]:
        return _to_open(number, span, tolerance)
    if claimed.bound is Bound.ABOUT:
        tolerance = max(tolerance, ABOUT_SHARE * abs(number))
    if claimed.bound is Bound.UP_TO:
        return _to_number(number, span.extremes[1], span.extremes[1], span, tolerance)
    if claimed.bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return _to_lower_limit(number, span, tolerance, claimed.bound is Bound.MORE_THAN)
    if claimed.bound is Bound.LESS_THAN:
        return Relation.HOLDS if _exceeds(number, span.extremes[1]) else Relation.LARGER
    return _to_number(number, *span.typical, span, tolerance)


#: Bounds that a result with one known end can state: "up to" where only its high end is known, else "at least".
_LIKE_BOUNDS = {
    True: frozenset({Bound.UP_TO, Bound.LESS_THAN}),
    False: frozenset({Bound.AT_LEAST, Bound.MORE_THAN}),
}


def _to_open(number: float, span: Span, tolerance: float) -> Relation:
    """Hold a number against a result of which only the highest or only the lowest is known."""
    end = span.extremes[0]
    if span.low is None:
        return Relation.REACHED if end >= number - tolerance else Relation.SMALLER
    return Relation.LARGER if end > number + tolerance else Relation.INSIDE


def _to_number(number: float, low: float, high: float, span: Span, tolerance: float) -> Relation:
    if equal_within(low, number, tolerance) and equal_within(high, number, tolerance):
        return Relation.EQUAL
    if low > number:
        return Relation.LARGER
    if high < number:
        return Relation.REACHED if span.best >= number - tolerance else Relation.SMALLER
    return Relation.REACHED if equal_within(high, number, tolerance) else Relation.INSIDE


def _to_lower_limit(number: float, span: Span, tolerance: float, is_strict: bool) -> Relation:
    low = span.extremes[0]
    if not is_strict and equal_within(low, number, tolerance):
        return Relation.EQUAL
    if _exceeds(low, number):
        return Relation.HOLDS
    return Relation.REACHED if _exceeds(span.best, number) else Relation.SMALLER


def _to_range(low: float, high: float, span: Span, tolerance: float) -> Relation:
    bottom, top = span.extremes
    if equal_within(bottom, low, tolerance) and equal_within(top, high, tolerance):
        return Relation.EQUAL
    if _is_interval(span, low, high, tolerance):
        return Relation.HOLDS
    if bottom > high + tolerance:
        return Relation.LARGER
    if top < low - tolerance:
        return Relation.REACHED if span.best >= low - tolerance else Relation.SMALLER
    return Relation.INSIDE


def _is_interval(span: Span, low: float, high: float, tolerance: float) -> bool:
    if span.ci_low is None or span.ci_high is None:
        return False
    return equal_within(span.ci_low, low, tolerance) and equal_within(span.ci_high, high, tolerance)


def _exceeds(left: float, right: float) -> bool:
    """Tell whether one number lies above another by more than a unit conversion leaves as noise."""
    return left > right and not equal_within(left, right, 0.0)
