"""Pages by keyset: each page starts behind the last row of the one before, at the same cost at any depth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q, QuerySet

from claims.models import Listing


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
            value = int(value.timestamp() * 1_000_000)
        return f"{int(value)}.{row.number}"

    def behind(self, rows: QuerySet[Listing], cursor: str) -> QuerySet[Listing]:
        """Return the rows behind the cursor; one that cannot be read starts from the beginning."""
        place = self._read(cursor)
        if place is None:
            return rows
        value, number = place
        if self.column == "number":
            return rows.filter(number__gt=number)
        # the first condition repeats part of the second so that the database can use the index (keyset as OR
        # alone is walked from the start)
        first = Q(**{f"{self.column}__lte": value})
        return rows.filter(first, Q(**{f"{self.column}__lt": value}) | Q(number__gt=number))

    def _read(self, cursor: str) -> tuple[Any, int] | None:
        value, _, number = cursor.partition(".")
        if not (value.isascii() and value.isdigit() and number.isascii() and number.isdigit()):
            return None
        if len(value) > 17 or len(number) > 9:
            return None
        if self.column == "published_at":
            return datetime.fromtimestamp(int(value) / 1_000_000, tz=UTC), int(number)
        return int(value), int(number)


SORTINGS = {
    "number": Sorting("number"),
    "newest": Sorting("published_at"),
    "certainty": Sorting("certainty_rank"),
    "unsupported": Sorting("unsupported"),
    "relevance": Sorting("relevance"),
}
