"""Which way a difference of times goes: "17 minutes faster", "shortens it by 17 minutes", "adds 30 minutes".

Most times only pass ("fell over 12 weeks", "dropped out within 30 minutes"), so a verb counts only right before the
time or before "by", "to" and "from". Who is faster takes less time: it is a decrease.
"""

from __future__ import annotations

from claims.figures.clauses import Clause
from claims.figures.directions import COMPARED, WAYS, joined, tells_change, verb_before
from claims.figures.quantity import Direction

_SPEED = dict.fromkeys(("faster", "quicker", "sooner"), Direction.DECREASE) | {"slower": Direction.INCREASE}
_ADDED = frozenset({"add", "adds", "added", "adding"})
_EXTRA = frozenset({"extra", "additional"})
_TELLING = frozenset({*WAYS, *_SPEED, *_ADDED, *_EXTRA})
_PLACES = frozenset({"up", "down"})
#: Behind a time, these make it a point in time, whatever went before: "pain decreased 12 weeks later".
_POINTS = frozenset({"after", "before", "later", "earlier", "into", "ago", "following", "from"})
_TO_VALUE = frozenset({"by", "to", "from"})
_AVERAGE = frozenset({"an", "a", "the", "average", "mean", "median", "of"})
#: Only what lasts becomes longer or shorter by weeks; all else has changed by that time ("had fallen by 12 weeks").
_LONG = frozenset({"days", "weeks", "months", "years", "decades"})
_LASTING_WORDS = (
    "time times latency onset duration sleep life lifespan survival recovery stay stays wait waits healing age "
    "shorten shortens shortened shortening lengthen lengthens lengthened lengthening prolong prolongs prolonged "
    "prolonging longer shorter faster quicker slower older younger"
)
_LASTING = frozenset(_LASTING_WORDS.split())


def direction_of_time(clause: Clause, base: str) -> Direction | None:
    """Return the way of a difference of times in the unit ``base``; None for a time that only passes."""
    if _TELLING.isdisjoint(clause.before[-12:]) and _TELLING.isdisjoint(clause.after):
        return None
    after = clause.after[:2]
    if after and after[0] not in _PLACES:
        if after[0] in _SPEED or (after[0] in COMPARED and tells_change(clause.after, 0)):
            return _SPEED.get(after[0]) or WAYS[after[0]]
        if after[0] == "of" and not _EXTRA.isdisjoint(after):
            return Direction.INCREASE
        if after[0] in _POINTS:
            return None
    words = _up_to_link(joined(clause.before[-12:]))
    if not words or (base in _LONG and _LASTING.isdisjoint(words) and _LASTING.isdisjoint(clause.after)):
        return None
    return _told_before(words)


def _told_before(words: list[str]) -> Direction | None:
    last = words[-1]
    if last in _ADDED:
        return Direction.INCREASE
    link = last in _TO_VALUE
    verb = words[-2:-1] if link else words[-1:]
    if verb == ["up"] and last == "to":  # "up to 40 % within two days": a bound
        return None
    if verb and verb[0] in _SPEED:
        return _SPEED[verb[0]]
    return verb_before(words) if link or last in WAYS else None


def _up_to_link(words: list[str]) -> list[str]:
    """Return the words without "an average of" behind "by", and without "of" behind "an increase"."""
    place = len(words)
    while place and words[place - 1] in _AVERAGE:
        place -= 1
    ends = place and (words[place - 1] in _TO_VALUE or (words[place:] == ["of"] and words[place - 1] in WAYS))
    return words[:place] if ends else words
