"""Two copies of a text in which a search need not look at case, signs or letters beyond ASCII.

Both keep the positions of the text. They are made once for a whole text, by tables over single bytes, because
that takes less time than to find the words around a few figures with patterns.
"""

from __future__ import annotations

from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from claims.figures.numerals import VULGAR

#: Stand for the em dash and for a fraction sign, which have no single byte.
_EM_DASH, _FRACTION = "\x1c", "\x1d"
#: What may stand before a number word besides a space.
_OPENINGS = "\n(-\"'/[*" + _EM_DASH
#: Signs behind which a sentence speaks of something else, and signs that end it where a space follows.
_BREAKS, _STOPS = ",:()[]" + _EM_DASH, ".;!?"
_NUMBERS = bytes.maketrans(
    f"123456789{_FRACTION}{ascii_uppercase}{_OPENINGS}".encode(),
    f"{'0' * 10}{ascii_lowercase}{' ' * len(_OPENINGS)}".encode(),
)
_KEPT_SIGNS = dict.fromkeys(_BREAKS, ",") | dict.fromkeys(_STOPS, ".") | dict.fromkeys(digits, "0") | {"\n": "\n"}
_WORDS = (
    "".join(chr(code).lower() if chr(code) in ascii_letters else _KEPT_SIGNS.get(chr(code), " ") for code in range(128))
    .ljust(256)
    .encode()
)


class Folded(NamedTuple):
    """``numbers``: small letters, "0" for every digit, a space for signs that may stand before a number word.

    ``words``: small letters, "," for every sign that parts a sentence, "." for every one that can end it, "0" for
    digits, new lines, and a space for all else.
    """

    numbers: str
    words: str


def fold(text: str) -> Folded:
    """Return the folded copies of a text whose signs are plain (`typography.plain_signs`)."""
    if not text.isascii():
        text = text.replace("—", _EM_DASH)
        for sign in VULGAR:
            text = text.replace(sign, _FRACTION)
    plain = text.encode("ascii", "replace")
    return Folded(plain.translate(_NUMBERS).decode("ascii"), plain.translate(_WORDS).decode("ascii"))
