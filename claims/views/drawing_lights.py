"""Geometry of the summary of a traffic-light table: one bar for each domain, a part for each judgement.

Places and widths are percentages of a bar, so that a bar fits any column. The numbers stand in a table beside the
bars. Each result counts once, as no weights are known that would suit every reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: (symbol, word) of a judgement.
Mark = tuple[str, str]
#: Per cent of a bar from which a part is wide enough to be written on.
WRITTEN_FROM = 12.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many results of a domain have one judgement: where its part of the bar starts and ends, in per cent."""

    symbol: str
    word: str
    count: int
    percent: int
    start: float
    width: float
    middle: float
    written: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One domain; ``shares`` are the judgements that some result has, in the order of the marks."""

    label: str
    shares: list[Share]


def bars(labels: Sequence[str], rows: Sequence[Sequence[Mark]], marks: Sequence[Mark]) -> list[Bar]:
    """Return a bar for each label; ``rows`` hold the mark of each result in the order of the labels.

    ``marks`` are all judgements in the order in which they are drawn. Raises ValueError for rows of another length.
    """
    for row in rows:
        if len(row) != len(labels):
            raise ValueError(f"expected a judgement for each of {len(labels)} domains, found {len(row)}")
    return [_bar(label, [row[place] for row in rows], marks) for place, label in enumerate(labels)]


def _bar(label: str, found: Sequence[Mark], marks: Sequence[Mark]) -> Bar:
    shares: list[Share] = []
    before = 0
    for symbol, word in marks:
        count = found.count((symbol, word))
        if not count:
            continue
        start, width = _per_cent(before, len(found)), _per_cent(count, len(found))
        middle = _per_cent(2 * before + count, 2 * len(found))
        shares.append(Share(symbol, word, count, round(width), start, width, middle, width >= WRITTEN_FROM))
        before += count
    return Bar(label, shares)


def _per_cent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)
