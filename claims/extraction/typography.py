"""Text as it reads rather than as it is set: white space, quotation marks, dashes and invisible marks made alike.

Digits, letters and signs that carry meaning are never touched, so equal readings have equal figures.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SINGLE_QUOTES = "‘’‚‛′`´"
_DOUBLE_QUOTES = "“”„‟«»″"
_DASHES = "‐‑‒–—―−"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ALIKE = (
    dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_INVISIBLE, "")
    | {"…": "..."}
)
NUMBER = re.compile(r"\d++(?:[.,]\d++)*+")


@dataclass(frozen=True)
class Reading:
    """The text as it reads, and for each of its code points the place in the text it came from."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original text of ``self.text[start:end]``."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=8)
def read_plainly(text: str) -> Reading:
    """Return the reading: runs of white space as one space, marks made alike, accents taken apart (NFD)."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            plain = "" if letters and letters[-1] == " " else " "
        else:
            plain = _ALIKE[letter] if letter in _ALIKE else unicodedata.normalize("NFD", letter)
        letters += plain
        places += [place] * len(plain)
    return Reading("".join(letters), tuple(places))


def is_cut(text: str, place: int) -> bool:
    """Return whether a boundary at ``place`` would run through a word, a number or a composed character."""
    before, after = text[max(0, place - 2) : place], text[place : place + 2]
    if not before or not after:
        return False
    if unicodedata.category(after[0]).startswith("M") or after[0] == "\u200d" or before[-1] == "\u200d":
        return True
    if "\U0001f3fb" <= after[0] <= "\U0001f3ff":
        return True
    if _is_letter(before[-1]) and _is_letter(after[0]):
        return True
    return _joins(before[-1:] + after) or _joins(before + after[:1])


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.category(letter).startswith("M")


def _joins(three: str) -> bool:
    """A mark between two digits belongs to a number or a range: 40.5, 1,000, 30-40, 1/2."""
    return len(three) == 3 and three[0].isdigit() and three[2].isdigit() and three[1] in ".,:/" + "-" + _DASHES
