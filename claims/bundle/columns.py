"""What a table of a bundle is made of: columns with their types and limits, keys and references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

#: ``codes`` is a list of words separated by semicolons; ``moment`` is UTC to the second, 2026-11-22T18:00:00Z.
Kind = Literal["text", "integer", "number", "boolean", "date", "moment", "codes"]

#: The largest whole number that every supported database keeps in an integer column.
LARGEST_INTEGER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what a cell may hold, and in words what it means.

    ``words`` are the only values allowed; ``pattern`` must match the whole cell and ``expected`` says it in words;
    ``longest`` counts code points. A column with ``content=False`` says how a bundle is laid out and is no part of
    what it says, so it does not count for the bundle's hash.
    """

    name: str
    means: str
    kind: Kind = "text"
    required: bool = False
    words: tuple[str, ...] = ()
    pattern: str = ""
    expected: str = ""
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    content: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose cells must name a row of another table; an ``optional`` one names none where its last is empty."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a bundle. Within the rows of its parent (the first reference) rows are sorted by ``order``.

    What remains after that is the order in the file, which therefore has a meaning where ``order`` is empty: it is
    the order in which figures, evidence, findings and omissions are shown.
    """

    name: str
    means: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    order: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return f"{self.name}.csv"

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def key_of(self, values: dict[str, Any]) -> tuple[Any, ...]:
        """Return what names a row among the rows of this table."""
        return tuple(values[name] for name in self.key)
