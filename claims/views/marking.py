"""An article's text with the claims marked in place, as plain values that a template can print.

Claims overlap: a sentence can make three. So each block is cut at every start and end of a claim; a piece knows
which claims cover it, and the sign of a claim stands where the claim ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from claims.extraction.blocks import Block, BlockKind, read_blocks


@dataclass(frozen=True, slots=True)
class Span:
    """Where one claim stands in the text: code points, end exclusive."""

    start: int
    end: int
    card: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same claims; ``card`` is the shortest of them, ``ending`` those that end here.

    ``starting`` names the claims that begin here, so that each can be linked to.
    """

    text: str
    depth: int = 0
    card: dict[str, Any] | None = None
    starting: tuple[str, ...] = ()
    ending: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block with its pieces and the cards of the claims that it makes, each card once, in order."""

    kind: BlockKind
    level: int
    pieces: list[Piece]
    cards: list[dict[str, Any]] = field(default_factory=list)
    paragraph: int | None = None


def spans_in(cards: list[dict[str, Any]], slug: str, version: int | None) -> list[Span]:
    """Return the anchored places of the claims in one version of the article's text."""
    return [
        Span(place["start"], place["end"], card)
        for card in cards
        for place in card["occurrences"]
        if place["slug"] == slug and place["version"] == version and place["start"] is not None
    ]


def mark_text(text: str, spans: list[Span]) -> list[MarkedBlock]:
    """Return the blocks of the text with the claims marked in them."""
    seen: set[str] = set()
    return [_mark_block(text, block, spans, seen) for block in read_blocks(text)]


def _mark_block(text: str, block: Block, spans: list[Span], seen: set[str]) -> MarkedBlock:
    inside = sorted(
        (span for span in spans if span.start < block.end and span.end > block.start),
        key=lambda span: (span.start, -span.end, span.card["id"]),
    )
    pieces = [piece for line in block.lines for piece in _mark_line(text, line.start, line.end, inside, block)]
    cards = {span.card["id"]: {**span.card, "again": span.card["id"] in seen} for span in inside}
    fresh = [replace(piece, starting=tuple(_unseen(piece.starting, seen))) for piece in pieces]
    return MarkedBlock(block.kind, block.level, fresh, list(cards.values()), block.paragraph)


def _unseen(names: tuple[str, ...], seen: set[str]) -> Iterator[str]:
    """Yield the names not met before, so that each can be the address of one place only."""
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name


def _mark_line(text: str, start: int, end: int, spans: list[Span], block: Block) -> list[Piece]:
    cuts = {start, end}
    cuts |= {cut for span in spans for cut in (span.start, span.end) if start < cut < end}
    places = sorted(cuts)
    separator = "" if end == block.end else " "
    pieces = [_piece(text, left, right, spans, block) for left, right in pairwise(places)]
    return [*pieces, Piece(separator)] if separator else pieces


def _piece(text: str, left: int, right: int, spans: list[Span], block: Block) -> Piece:
    over = [span for span in spans if span.start <= left and span.end >= right]
    if not over:
        return Piece(text[left:right])
    shortest = min(over, key=lambda span: (span.end - span.start, span.card["id"]))
    return Piece(
        text[left:right],
        len(over),
        shortest.card,
        tuple(span.card["id"] for span in over if max(span.start, block.start) == left),
        tuple(span.card for span in over if min(span.end, block.end) == right),
    )
