"""A quote with what stood around it, and the places of a text that read like it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.typography import NUMBER, is_cut, read_plainly

CHANCE = 3
"""Fewer code points than this agree by chance (a space, a stop) and count as none."""


@dataclass(frozen=True)
class Place:
    """A span of the text that reads like the quote; ``agreement`` is in code points of context."""

    start: int
    end: int
    words: str
    same_figures: bool
    agreement: int


class Quotation:
    """The quote as it reads, its context, and how its edges lay; ValueError for a quote without visible words."""

    def __init__(self, quote: str, prefix: str, suffix: str) -> None:
        self._exact = (quote, prefix, suffix)
        reading = read_plainly(prefix + quote + suffix)
        first = sum(place < len(prefix) for place in reading.places)
        last = sum(place < len(prefix) + len(quote) for place in reading.places)
        covered = reading.text[first:last]
        self.words = covered.strip()
        if not self.words:
            raise ValueError("The quote is empty: expected the words to look for.")
        first += len(covered) - len(covered.lstrip())
        last = first + len(self.words)
        self._prefix, self._suffix = reading.text[:first], reading.text[last:]
        self._cuts = is_cut(reading.text, first), is_cut(reading.text, last)
        self.context = len(self._prefix) + len(self._suffix)

    def stands_at(self, text: str, position: int) -> bool:
        """Whether the quote stands at ``position`` to the letter, with all that is known to have been around it."""
        quote, prefix, suffix = self._exact
        end = position + len(quote)
        if position < len(prefix) or text[position - len(prefix) : end + len(suffix)] != prefix + quote + suffix:
            return False
        whole = prefix + quote + suffix
        first, last = len(prefix), len(prefix) + len(quote)
        return (is_cut(whole, first), is_cut(whole, last)) == (is_cut(text, position), is_cut(text, end))

    def places_in(self, text: str) -> list[Place]:
        """Return every place that reads like the quote, with the same figures or with others, in order."""
        reading = read_plainly(text)
        pieces = map(re.escape, NUMBER.split(self.words))
        # A lookahead, so that places which overlap are seen and none is taken for the only one.
        pattern = re.compile(f"(?=({NUMBER.pattern.join(pieces)}))")
        places = []
        for found in pattern.finditer(reading.text):
            first, last = found.span(1)
            if self._cuts == (is_cut(reading.text, first), is_cut(reading.text, last)):
                start, end = self._as_set(text, *reading.span(first, last))
                same = found[1] == self.words
                places.append(Place(start, end, found[1], same, self._agreement(reading.text, first, last)))
        return places

    def _as_set(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The span with the white space that the quote itself began and ended with, where it is there."""
        quote = self._exact[0]
        wider = start - (len(quote) - len(quote.lstrip())), end + len(quote) - len(quote.rstrip())
        return wider if wider[0] >= 0 and text[slice(*wider)] == quote else (start, end)

    def _agreement(self, text: str, first: int, last: int) -> int:
        before = text[max(0, first - len(self._prefix)) : first]
        after = text[last : last + len(self._suffix)]
        return _agreeing(self._prefix[::-1], before[::-1]) + _agreeing(self._suffix, after)


def _agreeing(known: str, found: str) -> int:
    length = min(len(known), len(found))
    agreeing = next((index for index in range(length) if known[index] != found[index]), length)
    return agreeing if agreeing >= CHANCE or agreeing == len(known) else 0
