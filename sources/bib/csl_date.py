"""CSL-JSON dates: ``{"date-parts": [[2012, 12, 3]]}`` to ``(2012, 12, 3)`` and back, with whatever else they hold."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from sources.bib.record import Date

EXPECTED = 'expected an object such as {"date-parts": [[2012, 12, 3]]} with a year, or a year and month, or a full date'


def read_date(value: Any) -> tuple[Date | None, dict[str, Any]]:
    """Return the date (the first, of a range) and the members that it does not carry; raise ValueError."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is not a date: {EXPECTED}")
    rest = {key: member for key, member in value.items() if key != "date-parts"}
    if "date-parts" not in value:
        if not rest:
            raise ValueError(f"the date is empty: {EXPECTED}")
        return None, rest
    parts = value["date-parts"]
    if not isinstance(parts, list | tuple) or not parts:
        raise ValueError(f"{parts!r} are not date parts: {EXPECTED}")
    first, *others = [_parts(part) for part in parts]
    if others:
        rest["date-parts"] = [list(other) for other in others]
    return first, rest


def _parts(value: Any) -> Date:
    try:
        date = tuple(_integer(part) for part in value)
    except TypeError as error:
        raise ValueError(f"{value!r} is not a date: {EXPECTED}") from error
    if not 1 <= len(date) <= 3:
        raise ValueError(f"{value!r} has {len(date)} parts: {EXPECTED}")
    if len(date) > 1 and not 1 <= date[1] <= 12:
        raise ValueError(f"there is no month {date[1]}: expected 1 to 12")
    if len(date) > 2 and not 1 <= date[2] <= _last_day(date[0], date[1]):
        raise ValueError(f"there is no day {date[2]} in month {date[1]} of {date[0]}")
    return date


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1] if 1 <= year <= 9999 else 31


def _integer(value: Any) -> int:
    """CSL-JSON allows the parts as numbers and as digits in a string."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and len(value) <= 6 and value.lstrip("-").isascii() and value.lstrip("-").isdigit():
        return int(value)
    raise ValueError(f"{value!r} is not a whole number: {EXPECTED}")


def write_date(date: Date | None, rest: Mapping[str, Any]) -> dict[str, Any]:
    """Return the CSL-JSON date; the inverse of `read_date`."""
    value = dict(rest)
    if date is not None:
        value["date-parts"] = [list(date), *rest.get("date-parts", [])]
    return value
