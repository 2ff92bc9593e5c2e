"""One quantity in two units: "5 ft 7 in", "2 h 14 min", "6 lb 3 oz", "an hour and 20 minutes", 5'7".

Convention: it is one figure in the smaller unit, where it is exact: 67 inches, 134 minutes, 99 oz.
"""

from __future__ import annotations

import re

from claims.figures.bounds import bound_before
from claims.figures.lead import lead_of
from claims.figures.numerals import GAP, GAP0, read_digits, read_words
from claims.figures.quantities import Quantity
from claims.figures.unit_names import UNITS
from claims.figures.unit_rates import read_rates

#: The smaller unit that may follow a unit, and how many of it make one.
PARTS = {
    "feet": ("inches", 12), "hours": ("minutes", 60), "minutes": ("seconds", 60), "lb": ("oz", 16),
    "stone": ("lb", 14), "years": ("months", 12),
}  # fmt: skip
#: Every unit that can be a part of such a quantity.
PARTIAL = PARTS.keys() | {smaller for smaller, _ in PARTS.values()}
_AND = re.compile(rf"(?:,?{GAP}and{GAP}|{GAP0})(?=[0-9a-z])", re.IGNORECASE)
_UNIT = re.compile(rf"{GAP0}-?([A-Za-z]+)(?![\w/])")
#: "6 ft 3 in the air": a preposition, not inches.
_PREPOSITION = re.compile(rf"{GAP}(?:the|an?|its?|his|her|their|[0-9])\b", re.IGNORECASE)
_SHORT = {"in": "inches", "ins": "inches", "m": "minutes", "s": "seconds"}


#: "an hour and" before the smaller part.
_ONE_LARGER = re.compile(rf"\ban?{GAP}(hour|minute|foot|pound|stone|year){GAP}and{GAP}$", re.IGNORECASE)
_SINGLE_TIME = re.compile(
    rf"an?{GAP}(second|minute|hour|day|week|month|year|decade|century)(?![\w'-])(?!{GAP}(?:ago|earlier|old)\b)",
    re.IGNORECASE,
)
_HEIGHT = re.compile(r"(?P<feet>[1-9])'\s?(?P<inches>1[01]|[0-9])(?P<half>½|\.5)?(?:\"|'')(?!\w)")


def read_single_time(text: str, start: int) -> Quantity | None:
    """Read "an hour" or "a year" behind a bound ("more than an hour"); None without one, or where it says when."""
    match = _SINGLE_TIME.match(text, start)
    if match is None or not bound_before(text, start, lead_of(text, start).last):
        return None
    base = UNITS[match[1].lower()]
    unit, end = read_rates(text, match.end(), base)
    return Quantity(1.0, 1.0, start, end, unit, base, spelled=True, number_end=match.end())


def read_height(text: str, start: int) -> Quantity | None:
    """Read a height in signs (5'7") as inches; None where none begins at ``start``."""
    match = _HEIGHT.match(text, start)
    if match is None or (start and (text[start - 1].isalnum() or text[start - 1] in ".,'")):
        return None
    inches = 12.0 * int(match["feet"]) + int(match["inches"]) + (0.5 if match["half"] else 0.0)
    return Quantity(inches, inches, start, match.end(), "inches", "inches", number_end=match.end())


def join_larger(text: str, quantity: Quantity) -> None:
    """Add the one larger unit that words put before ``quantity`` ("an hour and 20 minutes"), in place."""
    match = _ONE_LARGER.search(text, max(0, quantity.start - 20), quantity.start)
    smaller, factor = PARTS.get(UNITS[match[1].lower()], ("", 0)) if match else ("", 0)
    if match and quantity.unit == smaller and quantity.low == quantity.high < factor:
        quantity.low = quantity.high = factor + quantity.low
        quantity.start = match.start()


def join_parts(text: str, quantity: Quantity) -> None:
    """Add the part in a smaller unit that stands directly behind ``quantity``, in place."""
    smaller, factor = PARTS.get(quantity.unit, ("", 0))
    if not smaller or quantity.low != quantity.high or quantity.low != int(quantity.low):
        return
    gap = _AND.match(text, quantity.end)
    number = (read_digits(text, gap.end()) or read_words(text, gap.end())) if gap else None
    unit = _UNIT.match(text, number.end) if number and number.value < factor else None
    if number is None or unit is None or (_SHORT.get(unit[1]) or UNITS.get(unit[1])) != smaller:
        return
    if unit[1] == "in" and _PREPOSITION.match(text, unit.end()):
        return
    quantity.low = quantity.high = factor * quantity.low + number.value
    quantity.unit = quantity.base = smaller
    quantity.end = unit.end()
