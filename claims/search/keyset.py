"""Pages by keyset: each page starts behind the last row of the one before, at the same cost at any depth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from claims.models import Listing

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
#: Digits of a cursor's value and number: what the columns can hold, and less than what makes a date overflow.
VALUE_DIGITS, NUMBER_DIGITS = 17, 9


@dataclass(frozen=True, slots=True)
class Sorting:
    """A column to sort by, downwards unless it is the number itself; ties go by rising number."""

    column: str

    @property
    def order(self) -> list[str]:
        return ["number"] if self.column == "number" else [f"-{self.column}", "number"]

    def cursor(self, row: Listing) -> str:
        """Return the text that leads to the page behind this row."""
        value = getattr(row, self.column)
        if isinstance(value, datetime):
            value = (value - EPOCH) // MICROSECOND
        return f"{value}.{row.number}"

    def page(self, rows: QuerySet[Listing], cursor: str, limit: int) -> list[Listing]:
        """Return the first rows behind the cursor; a cursor that cannot be read starts from the beginning.

        The ties of the row before and what follows them are asked for apart, because either alone is one stretch of
        the index, while a condition that joins them by "or" is checked row by row from the first tie on.
        """
        place = self._read(cursor)
        if place is None:
            return list(rows.order_by(*self.order)[:limit])
        value, number = place
        if self.column == "number":
            return list(rows.filter(number__gt=number).order_by("number")[:limit])
        found = list(rows.filter(**{self.column: value}, number__gt=number).order_by("number")[:limit])
        if len(found) < limit:
            lower = rows.filter(**{f"{self.column}__lt": value}).order_by(*self.order)
            found += lower[: limit - len(found)]
        return found

    def _read(self, cursor: str) -> tuple[Any, int] | None:
        value, _, number = cursor.partition(".")
        if not (value.isascii() and value.isdigit() and number.isascii() and number.isdigit()):
            return None
        if len(value) > VALUE_DIGITS or len(number) > NUMBER_DIGITS:
            return None
        if self.column == "published_at":
            return EPOCH + int(value) * MICROSECOND, int(number)
        return int(value), int(number)


SORTINGS = {
    "number": Sorting("number"),
    "newest": Sorting("published_at"),
    "certainty": Sorting("certainty_rank"),
    "unsupported": Sorting("unsupported"),
    "relevance": Sorting("relevance"),
}
