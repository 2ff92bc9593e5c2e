"""Geometry of the outcome matrix: topics as rows, study designs as columns, a number where there is evidence.

All lengths are in CSS pixels of an unscaled drawing. An empty cell is drawn too: what nobody studied is to be seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

HEAD, SLANT = 212, 140
COLUMN, ROW, GAP = 42, 30, 3
#: Counts from which a cell is one shade darker.
SHADES = (1, 2, 4, 8)
#: Letters of a topic's name that are shown, and the width of one.
LONGEST_NAME, LETTER = 22, 9


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a topic and a design meet. ``shade`` is 0 for a gap and up to 4; the number stands centred.

    ``retracted`` of the counted claims have evidence of that design from a source that was retracted; the sign for it
    stands at (`sign_x`, `sign_y`).
    """

    topic: str
    design: str
    count: int
    shade: int
    x: int
    y: int
    middle: int
    baseline: int
    retracted: int = 0

    @property
    def sign_x(self) -> int:
        return self.x + COLUMN - GAP - 7

    @property
    def sign_y(self) -> int:
        return self.y + 12


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a row or column and the point where it is written; ``shown`` is cut where it is too long."""

    value: str
    shown: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole drawing, cells row by row. ``side`` is the width of the names, ``box`` the size of a cell."""

    width: int
    height: int
    side: int
    topics: list[Head]
    designs: list[Head]
    cells: list[Cell]
    box: tuple[int, int] = (COLUMN - GAP, ROW - GAP)

    @property
    def table(self) -> list[tuple[str, list[Cell]]]:
        """The same numbers, row by row."""
        across = len(self.designs)
        return [(topic.value, self.cells[row * across : (row + 1) * across]) for row, topic in enumerate(self.topics)]

    @property
    def gaps(self) -> int:
        return sum(cell.count == 0 for cell in self.cells)


def matrix(
    topics: Sequence[str],
    designs: Sequence[str],
    counts: Mapping[tuple[str, str], int],
    retracted: Mapping[tuple[str, str], int] = MappingProxyType({}),
) -> Matrix:
    """Return the drawing; the mappings are by (topic, design), nothing where there is none."""
    rows = [Head(topic, _cut(topic), 0, HEAD + number * ROW + 19) for number, topic in enumerate(topics)]
    side = 2 * LETTER + LETTER * max((len(row.shown) for row in rows), default=0)
    columns = [
        Head(design, design, side + number * COLUMN + COLUMN // 2, HEAD - 8) for number, design in enumerate(designs)
    ]
    cells = [
        replace(
            _cell(topic, design, counts.get((topic, design), 0), side + across * COLUMN, HEAD + down * ROW),
            retracted=retracted.get((topic, design), 0),
        )
        for down, topic in enumerate(topics)
        for across, design in enumerate(designs)
    ]
    width, height = side + len(designs) * COLUMN + SLANT, HEAD + len(topics) * ROW + GAP
    return Matrix(width, height, side, rows, columns, cells)


def shade(count: int) -> int:
    """Return how dark a cell is, 0 for none up to 4."""
    return sum(count >= bound for bound in SHADES)


def _cell(topic: str, design: str, count: int, x: int, y: int) -> Cell:
    return Cell(topic, design, count, shade(count), x, y, x + (COLUMN - GAP) // 2, y + 19)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
