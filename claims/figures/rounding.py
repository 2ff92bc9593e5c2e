"""How precisely a number is printed, and whether two quantities are equal within that precision."""

from __future__ import annotations

from decimal import Decimal

from claims.figures.substances import mass_of_one
from claims.figures.units import (
    RATIO_KINDS,
    SCALED_KINDS,
    UNITS,
    convert,
    fold_to_percent_change,
    parse_unit,
)

#: A number below ten with fewer significant digits is read as if it had this many: "1 year" is 0.95 to 1.05 years.
_LEAST_DIGITS = 2
#: More digits than a measured quantity has and fewer than a float carries, so that a conversion leaves no tail.
_MOST_DIGITS = 9
#: Room for the binary representation of decimals, and for a conversion there and back.
_FLOAT_SHARE = 1e-9


def printed_decimals(value: float) -> int:
    """Return the number of decimals that a value is printed with: 23.5 -> 1, 40 and 40.0 -> 0."""
    exponent = _shortest(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_step(value: float) -> float:
    """Return half a unit of the last printed decimal: 23.5 -> 0.05, 40 -> 0.5."""
    return 0.5 * 10.0 ** -printed_decimals(value)


def shared_half_step(*values: float) -> float:
    """Return half a unit of the last decimal of numbers that are printed together, as 0.62 (0.25 to 1.00) is.

    A number does not keep the zeros at its end, so the one with the most decimals tells them for all.
    """
    return min(map(half_step, values))


def precision(value: float, unit: str, *, substance: str | None = None) -> float:
    """Return how far, in ``unit``, a value whose printed form is not known may lie from the unrounded one.

    Per cent, percentage points, counts and scale points: half a unit of the last decimal. Whole multiples
    ("2-fold"): 0.05-fold; other ratios: half a per cent and its decimals. Mass, amount, volume and time: the same
    half a unit of the last decimal, in the unit in which the quantity needs the fewest digits and is the smallest
    number from ten, so that 0.3 g and 300 mg are equally precise. For a claim, whose words are known, see
    `claims.figures.printed_steps`.
    """
    kind = parse_unit(unit).kind
    if kind in SCALED_KINDS:
        return abs(value) * _printed_share(value, unit, substance)
    if kind in RATIO_KINDS:
        return 0.05 if value % 1 == 0 else half_step(fold_to_percent_change(value)) / 100
    return half_step(value)


def equal_within(left: float, right: float, tolerance: float) -> bool:
    """Tell whether two numbers differ by no more than a tolerance, apart from floating-point noise."""
    return abs(left - right) <= tolerance + _FLOAT_SHARE * max(abs(left), abs(right))


def same_quantity(
    left: float, left_unit: str, right: float, right_unit: str, *, substance: str | None = None
) -> bool | None:
    """Tell whether two printed quantities are equal within the coarser of their roundings.

    Returns None where the units do not measure the same kind, which is neither yes nor no.
    """
    converted = convert(right, right_unit, left_unit, substance=substance)
    step = convert(precision(right, right_unit, substance=substance), right_unit, left_unit, substance=substance)
    if converted is None or step is None:
        return None
    return equal_within(left, converted, max(precision(left, left_unit, substance=substance), step))


def _printed_share(value: float, unit: str, substance: str | None) -> float:
    """Return the relative half step of the shortest way to print a quantity in any unit of its kind."""
    if value == 0:
        return 0.0
    printings = [float(f"{abs(number):.{_MOST_DIGITS}g}") for number in _printings(value, unit, substance)]
    fewest = min(map(_digits, printings))
    shortest = [number for number in printings if _digits(number) == fewest]
    number = min((number for number in shortest if number >= 10), default=max(shortest))
    if number >= 10:
        return half_step(number) / number
    mantissa = float(f"{number:.12e}".split("e")[0])
    return 0.5 * 10.0 ** (1 - max(_LEAST_DIGITS, _digits(number))) / mantissa


def _printings(value: float, unit: str, substance: str | None) -> list[float]:
    """Return the number that the quantity has in each unit of its kind, denominators in their base units."""
    parsed = parse_unit(unit)
    in_base = value * parsed.factor
    sizes = [size for kind, size in UNITS.values() if kind == parsed.kind]
    grams = mass_of_one(substance) if substance else {}
    if parsed.kind in grams:
        in_base *= grams[parsed.kind]
        sizes = [size * grams[kind] for kind, size in UNITS.values() if kind in grams]
    return [value, *(in_base / size for size in sizes)]


def _digits(number: float) -> int:
    return len(f"{abs(number):.{_MOST_DIGITS - 1}e}".split("e")[0].replace(".", "").rstrip("0")) or 1


def _shortest(value: float) -> Decimal:
    return Decimal(repr(round(value, 12))).normalize()
