"""What a bundle says, whatever its files look like: rows in one order, and the hash of all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from claims.bundle.columns import Table
from claims.bundle.tables import TABLES
from claims.documents.canonical import canonical_json, sha256_of

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one row by column, and the line of the file on which it starts (0: not from a file).

    ``bad`` are the columns whose cells could not be read; they hold what an empty cell stands for, and checks that
    need them are left out, so that one mistake is reported once.
    """

    values: Values
    line: int = 0
    bad: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        return f"line {self.line}" if self.line else ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A whole knowledge base as plain values.

    ``tables`` holds the rows of every table of `TABLES`; ``items`` the CSL-JSON item of each source by citekey,
    without empty members; ``texts`` the wordings by article slug and version number. ``name`` and ``title`` are the
    package's own and no part of its content. ``unread`` names the tables that may lack rows because of problems.
    """

    name: str
    title: str
    tables: dict[str, list[Row]] = field(default_factory=dict)
    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    texts: dict[tuple[str, int], str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def rows(self, table: str) -> list[Row]:
        return self.tables.get(table, [])

    def values(self, table: str) -> list[Values]:
        return [row.values for row in self.rows(table)]

    @property
    def sha256(self) -> str:
        """SHA-256 of the canonical content: equal knowledge bases have equal hashes."""
        return sha256_of(canonical_json(self._content()))

    def _content(self) -> dict[str, Any]:
        """Return all that counts: the tables, the bibliography and, by their hashes, the texts."""
        tables = {name: [_counting(table, values) for values in self.values(name)] for name, table in TABLES.items()}
        return {"tables": tables, "items": [self.items[key] for key in sorted(self.items)]}


def _counting(table: Table, values: Values) -> Values:
    return {column.name: values[column.name] for column in table.columns if column.content}


def _comparable(value: Any) -> tuple[bool, Any]:
    """Return a sort key that puts what is absent last, on every database alike."""
    return (value is None, 0 if value is None else value)


def _public_number(row: Row) -> tuple[bool, int]:
    """Sort by public name; rows without one keep their order after those that have one."""
    name = row.values["id"]
    return (not name, int(name[1:]) if name else 0)


def in_order(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the tables with their rows in canonical order (see `Table`); rows without a parent come last."""
    ordered: dict[str, list[Row]] = {}
    for name, table in TABLES.items():
        rows = tables.get(name, [])
        if table.references:
            ordered[name] = _below_parents(table, rows, ordered[table.references[0].table])
        else:
            ordered[name] = sorted(rows, key=_public_number)
    return ordered


def _below_parents(table: Table, rows: list[Row], parents: list[Row]) -> list[Row]:
    reference = table.references[0]
    ranks = {tuple(row.values[name] for name in reference.to): rank for rank, row in enumerate(parents)}

    def place(row: Row) -> tuple[Any, ...]:
        parent = tuple(row.values[name] for name in reference.columns)
        return (ranks.get(parent, len(ranks)), *(_comparable(row.values[name]) for name in table.order))

    return sorted(rows, key=place)
