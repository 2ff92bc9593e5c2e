"""Geometry of the evidence map: verdicts as rows, certainties as columns, each claim a small box in its cell.

All lengths are in CSS pixels of an unscaled drawing, so a box is as large as a finger needs (24 px, WCAG 2.5.8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt
from types import MappingProxyType

LABELS, HEAD = 172, 58
CHIP_HEIGHT, GAP, PAD = 24, 4, 8
COUNT_HEIGHT, LOWEST_ROW, NARROWEST_COLUMN = 28, 48, 104
#: Boxes beside each other in the fullest cell of a column.
FEWEST_ABREAST, MOST_ABREAST = 2, 8

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dot:
    """A claim to draw: its public name and statement, and a sign for the corner of its box where there is one."""

    id: str
    statement: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """The box of one claim; the name stands centred at (`middle`, `baseline`)."""

    x: int
    y: int
    width: int
    middle: int
    baseline: int
    dot: Dot

    @property
    def corner(self) -> int:
        """Where a sign stands centred: the upper right corner, a little inside."""
        return self.x + self.width - 3


@dataclass(frozen=True, slots=True)
class Band:
    """A row or column: the value it stands for, where it begins, how far it goes, and how many claims it holds."""

    value: str
    start: int
    length: int
    count: int

    @property
    def middle(self) -> int:
        return self.start + self.length // 2


@dataclass(frozen=True, slots=True)
class Field:
    """One cell: its place, its count, the boxes drawn in it, and how many claims have none (`more`).

    ``retracted`` of the claims rest on a source that was retracted.
    """

    row: Band
    column: Band
    count: int
    chips: list[Chip]
    more: int
    more_y: int
    retracted: int = 0


@dataclass(frozen=True, slots=True)
class ClaimMap:
    """The whole drawing; `fields` go row by row, empty cells included."""

    width: int
    height: int
    rows: list[Band]
    columns: list[Band]
    fields: list[Field]

    @property
    def total(self) -> int:
        return sum(row.count for row in self.rows)

    @property
    def table(self) -> list[tuple[Band, list[Field]]]:
        """The same numbers, row by row."""
        return [(row, [field for field in self.fields if field.row is row]) for row in self.rows]

    @property
    def fullest(self) -> Field | None:
        """The cell with most claims; the first of several, ``None`` where there are no claims at all."""
        return max(self.fields, key=lambda field: field.count) if self.total else None


def claim_map(
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Mapping[Cell, int],
    dots: Mapping[Cell, Sequence[Dot]],
    retracted: Mapping[Cell, int] = MappingProxyType({}),
) -> ClaimMap:
    """Return the drawing. The mappings are by (row, column); a cell may have fewer dots than it counts."""
    chip = chip_width(dots)
    abreast = {column: _abreast([len(dots.get((row, column), ())) for row in rows]) for column in columns}
    across = _bands(
        columns,
        LABELS,
        [max(NARROWEST_COLUMN, abreast[column] * (chip + GAP) - GAP + 2 * PAD) for column in columns],
        [sum(counts.get((row, column), 0) for row in rows) for column in columns],
    )
    down = _bands(
        rows,
        HEAD,
        [max(_height(counts, dots, (row, column), abreast[column]) for column in columns) for row in rows],
        [sum(counts.get((row, column), 0) for column in columns) for row in rows],
    )
    fields = [
        replace(
            _field(row, column, counts, dots, abreast[column.value], chip),
            retracted=retracted.get((row.value, column.value), 0),
        )
        for row in down
        for column in across
    ]
    return ClaimMap(_end(across), _end(down), down, across, fields)


def chip_width(dots: Mapping[Cell, Sequence[Dot]]) -> int:
    """Return the width of a box in which the longest of the names has room."""
    return 14 + 9 * max((len(dot.id) for cell in dots.values() for dot in cell), default=2)


def _abreast(sizes: Sequence[int]) -> int:
    return min(MOST_ABREAST, max(FEWEST_ABREAST, ceil(sqrt(1.4 * max(sizes)))))


def _height(counts: Mapping[Cell, int], dots: Mapping[Cell, Sequence[Dot]], cell: Cell, abreast: int) -> int:
    drawn = len(dots.get(cell, ()))
    lines = ceil(drawn / abreast) + (counts.get(cell, 0) > drawn)
    return max(LOWEST_ROW, COUNT_HEIGHT + lines * (CHIP_HEIGHT + GAP) + PAD)


def _bands(values: Sequence[str], start: int, lengths: Sequence[int], counts: Sequence[int]) -> list[Band]:
    starts = [start + sum(lengths[:number]) for number in range(len(values))]
    return [Band(*row) for row in zip(values, starts, lengths, counts, strict=True)]


def _end(bands: Sequence[Band]) -> int:
    return bands[-1].start + bands[-1].length


def _field(
    row: Band,
    column: Band,
    counts: Mapping[Cell, int],
    dots: Mapping[Cell, Sequence[Dot]],
    abreast: int,
    chip: int,
) -> Field:
    cell = (row.value, column.value)
    top = row.start + COUNT_HEIGHT
    chips = []
    for number, dot in enumerate(dots.get(cell, ())):
        x = column.start + PAD + number % abreast * (chip + GAP)
        y = top + number // abreast * (CHIP_HEIGHT + GAP)
        chips.append(Chip(x, y, chip, x + chip // 2, y + 17, dot))
    count = counts.get(cell, 0)
    below = top + ceil(len(chips) / abreast) * (CHIP_HEIGHT + GAP)
    return Field(row, column, count, chips, max(0, count - len(chips)), below)
