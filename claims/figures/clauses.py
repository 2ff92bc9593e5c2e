"""The words around a figure within its own sentence, on which direction, comparator and statistic rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What ends a sentence where a full stop may end an abbreviation, in `folding.Folded.words`.
_STOP = re.compile(r"\.(?=\s)(?<!\bvs\.)(?<!\bapprox\.)|\n\n")
_BREAKS = frozenset({"and", "but", "while", "whereas", "although"})
#: How many words behind a figure can tell of it.
_NEXT = 5
_LEFT, _RIGHT = 64, 80


@dataclass(slots=True)
class Clause:
    """What stands around a figure in its own sentence: the places, and the words in lower case.

    ``begin`` is where the part before the figure begins, ``stop`` where the part behind it stops. ``after`` holds at
    most the five words before the next break; ``compares`` says that a word of comparison stands behind the figure.
    """

    begin: int
    start: int
    end: int
    stop: int
    before: list[str]
    after: list[str]
    compares: bool


def clause_around(words: str, start: int, end: int) -> Clause:
    """Return what stands before and behind a figure, within its own sentence and a window of some words.

    ``words`` is the text as `folding.Folded.words`.
    """
    left, right = words[start - _LEFT if start > _LEFT else 0 : start], words[end : end + _RIGHT]
    if "vs." in left or "approx." in left:
        left = _STOP.split(left)[-1]
    else:
        left = left.rpartition("\n\n")[2].rpartition(".\n")[2].rpartition(". ")[2]
    if "vs." in right or "approx." in right:
        right = _STOP.split(right, maxsplit=1)[0]
    else:
        right = right.partition("\n\n")[0].partition(".\n")[0].partition(". ")[0]
    after = right.partition(",")[0].replace(".", " ").replace("0", " ").split(None, _NEXT)[:_NEXT]
    if not _BREAKS.isdisjoint(after):
        after = after[: next(place for place, word in enumerate(after) if word in _BREAKS)]
    before = left.replace(",", " ").replace(".", " ").replace("0", " ").split()
    return Clause(start - len(left), start, end, end + len(right), before, after, _may_compare(right))


def _may_compare(part: str) -> bool:
    """Tell whether a word of comparison can stand in a part; `_THAN` decides."""
    return (
        "than" in part or "vs" in part or "versus" in part or "compared" in part or "relative" in part
        or "against" in part or "over" in part or part.count("as") > 1
    )  # fmt: skip
