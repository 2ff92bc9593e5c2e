"""Shares told by two numbers: "one in five", "7 out of 10 firms", "one child in five". They are percentages."""

from __future__ import annotations

import re

from claims.figures.counted_nouns import counted_noun
from claims.figures.numerals import GAP, Numeral, read_digits, read_words
from claims.figures.shares import Share
from claims.figures.unit_names import COUNTED, MEASURABLE, UNITS
from claims.figures.unit_phrases import read_unit

_ONE_OF = re.compile(rf"(?:{GAP}(?:in|out{GAP}of)(?:{GAP}every)?{GAP}|-(?:in|out-of)-)(?=[0-9a-z])", re.IGNORECASE)
#: "one child in five": what is counted stands between the two numbers.
_ONE_THING_OF = re.compile(rf"{GAP}(?P<noun>[a-z]+){GAP}in(?:{GAP}every)?{GAP}(?=[0-9a-z])")
#: A verb may end like a plural noun: "one child in five suffers from it", not "one child in five schools".
_VERB_WORDS = (
    "falls suffers suffer lives live dies die eats eat drinks drink sleeps sleep smokes smoke reports report feels "
    "feel develops develop experiences experience lacks lack uses use wakes wake snores snore needs need struggles "
    "struggle"
)
VERBS = frozenset(_VERB_WORDS.split())
#: Of whom more than one can be a share ("two women in five"); "three goals in five" may be games.
_PEOPLE = frozenset({"people", "children", "women", "men", "adults", "patients", "participants", "girls", "boys"})
_NO_NOUNS = frozenset({"out", "or", "and", "more", "less", "times", "was", "were", "is", "are", "each", "per"})
#: "rated it 8 out of 10", "pain fell from 8 out of 10 to 3 out of 10": a score, not a share of ten things.
_SCORED = re.compile(
    r"\b(?:rat(?:ed|es|ings?)|scor(?:e|es|ed|ing)|graded?|marks?|pain|severity|intensity|satisfaction)\b[^.;!?]{0,48}"
    r"(?<!\bin)(?<!\bby)(?<!\bfor)(?<!\bamong)\s{1,3}$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"{GAP}out{GAP}of{GAP}([0-9]{{1,3}})(?![0-9.,]?[0-9])")
_ENDS = re.compile(rf"\s*(?:[.,;:)!?]|$|{GAP}(?:stars|points|to|and|at|after|before|on|in|with|when|for|by|from)\b)")
_WORD = re.compile(rf"{GAP}([a-z]+)")


def read_odds(text: str, first: Numeral) -> Share | None:
    """Read "one in five", "7 out of 10" or "1-in-4" behind its first number as a percentage."""
    link = _ONE_OF.match(text, first.end)
    if link is None or first.value < 1 or first.value != int(first.value):
        return None
    second = _second(text, link.end(), max(2.0, first.value))
    if second is None:
        return None
    if "out" not in link[0].lower() and (_is_year(second) or _is_measured(text, second.end) or first.value > 99):
        return None
    return _share(first, second)


def score_end(text: str, first: Numeral) -> int | None:
    """Return the end of "8.5 out of 10" where it is a score (a broken number, or scoring words before); else None."""
    link = _OUT_OF.match(text, first.end)
    if link is None or first.value > float(link[1]) or not _ENDS.match(text, link.end()):
        return None
    is_score = first.value != int(first.value) or _SCORED.search(text, max(0, first.start - 64), first.start)
    return link.end() if is_score else None


def read_odds_of_things(text: str, first: Numeral) -> Share | None:
    """Read "one child in five" as a percentage; None where the second number counts or measures its own."""
    if not 1 <= first.value <= 9 or first.value != int(first.value):
        return None
    link = _ONE_THING_OF.match(text, first.end)
    if link is None or link["noun"] in _NO_NOUNS:
        return None
    if UNITS.get(link["noun"]) in MEASURABLE and "every" not in link[0]:
        return None
    if first.value > 1 and link["noun"] not in _PEOPLE:
        return None
    second = _second(text, link.end(), first.value + 1)
    if second is None or _is_year(second) or read_unit(text, second.end, noun=False):
        return None
    word = _WORD.match(text, second.end)
    if counted_noun(text, second.end)[0] and not (word and word[1] in VERBS):
        return None
    return _share(first, second)


def _second(text: str, start: int, least: float) -> Numeral | None:
    """Return the whole number at ``start`` if it is large enough to be what a share is taken of."""
    second = read_digits(text, start) or read_words(text, start)
    return second if second and second.value >= least and second.value == int(second.value) else None


def _share(first: Numeral, second: Numeral) -> Share:
    percent = 100 * first.value / second.value
    value = round(percent, 2) if percent >= 1 else float(f"{percent:.3g}")
    return Share(value, "%", first.start, second.end, odds=True)


def _is_year(number: Numeral) -> bool:
    return 1000 <= number.value <= 2100 and not number.large


def _is_measured(text: str, end: int) -> bool:
    unit = read_unit(text, end, noun=False)
    return unit is not None and unit.base not in COUNTED
