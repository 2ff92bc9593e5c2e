"""How precisely a number is printed, and whether two quantities are equal within that precision."""

from __future__ import annotations

from decimal import Decimal

from claims.figures.units import SCALED_KINDS, UNITS, convert, fold_to_percent_change, mass_of_one, parse_unit

#: A number with fewer significant digits is read as if it had this many: "300 mg" is 295 to 305 mg.
_LEAST_DIGITS = 2
#: However few digits are printed, two scaled quantities further apart than this share are not the same.
_WIDEST_SHARE = 0.02
#: Room for the binary representation of decimals, and for a conversion there and back.
_FLOAT_SHARE = 1e-9


def printed_decimals(value: float) -> int:
    """Return the number of decimals that a value is printed with: 23.5 -> 1, 40 and 40.0 -> 0."""
    exponent = _shortest(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_step(value: float) -> float:
    """Return half a unit of the last printed decimal: 23.5 -> 0.05, 40 -> 0.5."""
    return 0.5 * 10.0 ** -printed_decimals(value)


def precision(value: float, unit: str, *, substance: str | None = None) -> float:
    """Return how far, in ``unit``, a printed value may lie from the unrounded one.

    Per cent, percentage points, counts and scale points: half a unit of the last decimal. Whole multiples
    ("2-fold", and so 100 %): 0.05-fold. Mass, amount, volume and time: half a unit of the last
    significant digit (at least two digits), at most 2 %, in whichever unit the quantity is roundest, so that
    0.3 g and 300 mg are equally precise.
    """
    kind = parse_unit(unit).kind
    if kind in SCALED_KINDS:
        return abs(value) * _significant_share(value, unit, substance)
    if kind == "percent" and value > 0 and value % 100 == 0:
        return 5.0
    if kind == "ratio":
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


def _significant_share(value: float, unit: str, substance: str | None) -> float:
    """Return the relative half step of the roundest way to print a quantity in any unit of its kind."""
    if value == 0:
        return 0.0
    roundest = min(_printings(value, unit, substance), key=lambda number: (_digits(number), abs(number)))
    mantissa = float(f"{abs(roundest):.12e}".split("e")[0])
    return min(_WIDEST_SHARE, 0.5 * 10.0 ** (1 - max(_LEAST_DIGITS, _digits(roundest))) / mantissa)


def _printings(value: float, unit: str, substance: str | None) -> list[float]:
    """Return the number that the quantity has in each unit of its kind, denominators in their base units."""
    parsed = parse_unit(unit)
    in_base = value * parsed.factor
    sizes = [size for kind, size in UNITS.values() if kind == parsed.kind]
    if substance and parsed.kind in {"mass", "amount", "equivalent"}:
        grams = mass_of_one(substance)
        in_base *= grams[parsed.kind]
        sizes = [size * grams[kind] for kind, size in UNITS.values() if kind in grams]
    return [value, *(in_base / size for size in sizes)]


def _digits(number: float) -> int:
    # Nine digits: fewer than a float carries, so that a conversion there and back leaves no tail.
    return len(f"{abs(number):.8e}".split("e")[0].replace(".", "").rstrip("0")) or 1


def _shortest(value: float) -> Decimal:
    return Decimal(repr(round(value, 12))).normalize()
