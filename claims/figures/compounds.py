"""One quantity in two units: "5 ft 7 in", "2 h 14 min", "6 lb 3 oz".

Convention: it is one figure in the smaller unit, where it is exact: 67 inches, 134 minutes, 99 oz.
"""

from __future__ import annotations

import re

from claims.figures.numerals import GAP, GAP0, read_digits, read_words
from claims.figures.quantities import Quantity
from claims.figures.unit_names import UNITS

#: The smaller unit that may follow a unit, and how many of it make one.
PARTS = {
    "feet": ("inches", 12), "hours": ("minutes", 60), "minutes": ("seconds", 60), "lb": ("oz", 16),
    "stone": ("lb", 14), "years": ("months", 12),
}  # fmt: skip
_AND = re.compile(rf"(?:,?{GAP}and{GAP}|{GAP0})(?=[0-9a-z])", re.IGNORECASE)
_UNIT = re.compile(rf"{GAP0}-?([A-Za-z]+)(?![\w/])")
#: "6 ft 3 in the air": a preposition, not inches.
_PREPOSITION = re.compile(rf"{GAP}(?:the|an?|its?|his|her|their|[0-9])\b", re.IGNORECASE)
_SHORT = {"in": "inches", "ins": "inches", "m": "minutes", "s": "seconds"}


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
