"""Two texts held against each other word by word, in pieces that a reader can follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

#: A number with its sign of per cent, a word with what binds it, a run of blanks, or one other sign.
TOKEN = re.compile(r"\s+|\d+(?:[.,]\d+)*%?|\w+(?:[-’'.]\w+)*|[^\w\s]")
SAME, GONE, NEW = "same", "gone", "new"
#: Below this share of common words (difflib's ratio) the two texts are easier to read one after the other.
LEAST_IN_COMMON = 0.45


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both have (``same``), that only the older has (``gone``), or only the newer (``new``)."""

    kind: str
    text: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text as blanks before, words, blanks after: a line through blanks would be seen as a sign."""
        words = self.text.strip()
        start = self.text.find(words)
        return self.text[:start], words, self.text[start + len(words) :]


def pieces_of(before: str, after: str) -> list[Piece]:
    """Return both texts as one run of pieces: without the new ones they are the older text, without the gone the newer.

    Texts that have too little in common are told whole, the older first.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not before or not after or matcher.ratio() < LEAST_IN_COMMON:
        return [piece for piece in (Piece(GONE, before), Piece(NEW, after)) if piece.text]
    found: list[Piece] = []
    for is_kept, run in groupby(_blocks(matcher, old), key=lambda block: block[0]):
        blocks = list(run)
        (_, old_start, _, new_start, _), (_, _, old_end, _, new_end) = blocks[0], blocks[-1]
        gone, come = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        found += [Piece(SAME, gone)] if is_kept else [Piece(GONE, gone), Piece(NEW, come)]
    return [piece for piece in found if piece.text]


def _blocks(matcher: SequenceMatcher[str], old: list[str]) -> list[tuple[bool, int, int, int, int]]:
    """Return difflib's blocks, each with whether it stays as it is.

    What both texts share between two changes changes with them where it is a single word or less: a reader follows
    one phrase for another more easily than every second word.
    """
    codes = matcher.get_opcodes()
    ends = (0, len(codes) - 1)
    return [
        (tag == "equal" and (place in ends or _words(old[a:b]) > 1), a, b, c, d)
        for place, (tag, a, b, c, d) in enumerate(codes)
    ]


def _words(tokens: list[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)
