"""What stands directly before a number: the text, and its last word, which settles most questions by itself."""

from __future__ import annotations

from dataclasses import dataclass

#: How many characters before a number are looked at.
WINDOW = 64
_OPENINGS = "([\"'—"


@dataclass(slots=True)
class Lead:
    """The characters before a number, and the last word among them in lower case without an opening sign."""

    left: str
    last: str


def lead_of(text: str, start: int) -> Lead:
    """Return what stands before ``start``; the last word is empty where none does."""
    left = text[start - WINDOW if start > WINDOW else 0 : start]
    words = left.rsplit(None, 1)
    return Lead(left, words[-1].lower().lstrip(_OPENINGS) if words else "")
