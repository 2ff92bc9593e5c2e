"""The unit behind a number: a name of the table, a thing counted, and what it is taken per."""

from __future__ import annotations

import re

from claims.figures.counted_nouns import counted_noun
from claims.figures.numerals import GAP, GAP0
from claims.figures.unit_names import UNITS
from claims.figures.unit_rates import UnitPhrase, phrase_pattern, read_rates

_HEAD = re.compile(rf"({GAP0}-?{GAP0})([°º]{GAP0}[CF](?![A-Za-z])|[%‰°º℃℉Ω€£¥₹$×]|[A-Za-zµ]+(?:[²³]|[23](?!\w))?)")
_PHRASES = [spelling for spelling in UNITS if re.search(r"[ .-]", spelling)]
_PHRASE = re.compile(rf"(?:{phrase_pattern(_PHRASES)})(?![A-Za-z])", re.IGNORECASE)
_PHRASE_HEADS = frozenset(match[0].lower() for p in _PHRASES if (match := re.match(r"[A-Za-z]+|[°º]", p)))
_PHRASE_UNITS = {spelling.lower(): UNITS[spelling] for spelling in _PHRASES}
#: Symbols that before a plural noun are a part of its name.
_ATTRIBUTES = frozenset({"SD", "AU", "PB"})
_PLURAL = re.compile(rf"{GAP}[a-z]{{2,}}s\b")
#: Read only behind a hyphen: "a 30-strong crew", "a 12-time champion".
_HYPHENATED = {"strong": "people", "time": "times"}
#: Read only where they touch the number: "41C", "95p", "5ft 7in".
_TIGHT = {"C": "°C", "F": "°F", "p": "pence", "in": "inches"}

#: What needs no second look: longer than a letter, the beginning of no phrase, nowhere a part of a name.
_LOOKED_AT = _PHRASE_HEADS | {word.lower() for word in (*_ATTRIBUTES, *_HYPHENATED, *_TIGHT)}
_PLAIN_UNITS = {
    word: unit for word, unit in UNITS.items() if word == "%" or (len(word) > 1 and word.lower() not in _LOOKED_AT)
}


def read_unit(text: str, start: int, *, noun: bool = True) -> UnitPhrase | None:
    """Read the unit that begins at ``start``, directly behind a number; None where there is none.

    ``noun`` allows a plural noun that is in no table ("14 clinics") to be the unit.
    """
    base, end = _base(text, start)
    if not base and noun:
        base, end = counted_noun(text, start)
    rated, end = read_rates(text, end, base)
    return UnitPhrase(rated, base, end) if rated else None


def read_noun(text: str, start: int) -> UnitPhrase | None:
    """Read the plural noun at ``start`` where `read_unit` has found no unit of a table; None where there is none."""
    base, end = counted_noun(text, start)
    if not base:
        return None
    rated, end = read_rates(text, end, base)
    return UnitPhrase(rated, base, end)


def _base(text: str, start: int) -> tuple[str, int]:
    head = _HEAD.match(text, start)
    if head is None:
        return "", start
    joint, word = head.groups()
    if plain := _PLAIN_UNITS.get(word):
        return plain, head.end()
    if not word.isalpha():
        word = "".join(word.split())
    lowered = word.lower()
    if lowered in _PHRASE_HEADS and (phrase := _PHRASE.match(text, head.start(2))):
        return _PHRASE_UNITS[" ".join(phrase[0].lower().split())], phrase.end()
    if not joint and word in _TIGHT and not text[max(0, start - 3) : start].isdigit():
        return _TIGHT[word], head.end()
    if joint == "-" and lowered in _HYPHENATED:
        return _HYPHENATED[lowered], head.end()
    if (word == "d" and not joint) or (word in _ATTRIBUTES and _PLURAL.match(text, head.end())):
        return "", start  # "3d" has three dimensions, "two SD cards" are cards
    unit = UNITS.get(word) or (UNITS.get(lowered) if len(word) > 1 else None)
    if unit is None or (len(word) == 1 and (word.isalpha() or word == "×") and not _stands_alone(text, head)):
        return "", start
    return unit, head.end()


def _stands_alone(text: str, head: re.Match[str]) -> bool:
    """Tell whether a single letter is a unit symbol: "5 m" and "2x", not "2 x 3", "2 T-shirts" or "5 s's"."""
    if head[2] in "xX×" and (head[1] or text[head.end() : head.end() + 2].strip()[:1].isdigit()):
        return False
    following = text[head.end() : head.end() + 2]
    return not (following[:1] in ("-", "'", "_") and following[1:].isalpha()) and not following[:1].isdigit()
