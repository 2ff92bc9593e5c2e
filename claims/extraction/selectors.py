"""How a place in a text is remembered: W3C Web Annotation TextQuoteSelector and TextPositionSelector in one."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32
"""Code points of context kept on either side."""


@dataclass(frozen=True)
class Selector:
    """The quote, what stands before and after it, and its span (code points, end exclusive)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def selector_for(text: str, start: int, end: int) -> Selector:
    """Return the selector of ``text[start:end]``; raise ValueError for a span that is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start} to {end} is no span of a text of {len(text)} characters: expected 0 ≤ start < end.")
    return Selector(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)
