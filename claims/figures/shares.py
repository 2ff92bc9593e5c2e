"""Quantities that words carry by themselves: "a third of", "doubled", "twice as", "threefold".

Conventions: a share of a whole is a percentage ("a fifth" is 20 %, "two-thirds" 66.67 %); a multiple is
in "fold" ("doubled", "twice as high" and "three times" are 2, 2 and 3 fold); "halved" and "cut in half" are a
decrease of 50 %; a fraction of a unit is that unit ("half an hour" is 0.5 hours).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.figures.numerals import GAP, ONES, SCALES, TENS
from claims.figures.quantity import Direction
from claims.figures.unit_names import COUNTED, MEASURABLE, UNITS
from claims.figures.unit_phrases import read_unit
from claims.figures.unit_rates import read_rate

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_TOPS = {
    "": 1,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_LONGEST_FIRST = "|".join(sorted(_PARTS, key=len, reverse=True))
_FRACTION = re.compile(
    rf"(?:(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)(?:{GAP}|-))?(?P<part>{_LONGEST_FIRST})\b",
    re.IGNORECASE,
)
#: "half a dozen", "half a million": a number, not a share.
HALF_SCALE = re.compile(rf"half(?:{GAP}an?{GAP}|-)({'|'.join(SCALES)})\b", re.IGNORECASE)
_OF = re.compile(
    rf"{GAP}(?P<of>of\b|(?=(?:the|its|their|his|her|our|your|that|those|these|all|as|what)\b))", re.IGNORECASE
)
_OF_A_UNIT = re.compile(rf"(?:{GAP}of)?(?:{GAP}an?)?(?=\s|-)", re.IGNORECASE)
_COMPARED = re.compile(
    rf"{GAP}(?:more|less|fewer|higher|lower|greater|smaller|larger|bigger|faster|slower|longer|shorter|cheaper|better|worse|"
    r"increase|decrease|reduction|rise|drop|fall|cut|decline|said|say|were|was|had|have|reported)\b",
    re.IGNORECASE,
)
_SHARE_LEFT = re.compile(
    r"(?:\b(?:by|about|around|roughly|nearly|almost|than|least|as|over|under|to|approximately|only|just|some|up|in|another|"
    r"first|second|last|top|bottom|one)|^|[(,;:])\s*$",
    re.IGNORECASE,
)
#: "a half-life", "two-thirds-full": part of a longer word.
_HYPHENATED = re.compile("-[A-Za-z]")
#: Words before a bare "half" that make it one of two parts, not an amount.
_NOT_A_SHARE_WORDS = "first second other better latter each early late top bottom upper lower back front"
_NOT_A_SHARE = frozenset(_NOT_A_SHARE_WORDS.split())
_STEMS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0}
_MULTIPLE = _STEMS | {f"{word}fold": value for word, value in (ONES | TENS | SCALES).items() if value > 1}
_MULTIPLE_WORD = re.compile(
    rf"(?P<stem>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es(?!{GAP}(?:match|title|final|partner|champion|team|event|tennis|tour|crown|draw|specialist|player|win|pair))"
    rf"|[ey](?={GAP}(?:the|that|those|what|its|their|his|her|our|your|as|in{GAP}(?:size|number|price|value))\b))(?![\w-])"
    rf"|(?P<fold>{'|'.join(sorted(_MULTIPLE.keys() - _STEMS.keys()))})\b",
    re.IGNORECASE,
)
_HALVED = re.compile(r"halv(?:ed|ing|es)\b", re.IGNORECASE)
_TWICE = re.compile(r"twice|thrice", re.IGNORECASE)
_ONCE = re.compile(
    rf"once(?={GAP}(?:(?:an?|per|each|every){GAP}(?:hour|day|night|week|month|year)|daily|nightly|weekly|monthly|yearly)\b)",
    re.IGNORECASE,
)
_IN_HALF = re.compile(r"\bin\s{1,3}$", re.IGNORECASE)
_TIMES = re.compile(
    rf"{GAP}(?:as|more|less|fewer|the|what|that|those|these|their|its|his|her|greater|than|over|in{GAP}excess|"
    r"(?!under|after|other|over|per|later|ever|never|together|however|whether|either|earlier|winner|number|summer|winter)"
    r"[a-z]{2,}er)\b",
    re.IGNORECASE,
)


#: "2/3 of the patients", "3/4 of an hour".
_DIGITS_OF = re.compile(rf"([1-9][0-9]?)[/⁄]([1-9][0-9]{{0,2}}){GAP}of\b")


class Share(NamedTuple):
    """A quantity carried by a word: value, canonical unit, span, and the direction if the word has one."""

    value: float
    unit: str
    start: int
    end: int
    direction: Direction | None = None
    odds: bool = False


def read_share(text: str, start: int) -> Share | None:
    """Read the fraction, multiple or "twice" that begins at ``start``; None where the words mean something else."""
    if (match := _MULTIPLE_WORD.match(text, start)) and not _is_game(text, match):
        value = _MULTIPLE[(match["stem"] or match["fold"]).lower()]
        return Share(value, "fold", start, match.end(), Direction.INCREASE if match["stem"] else None)
    if match := _HALVED.match(text, start):
        return Share(50.0, "%", start, match.end(), Direction.DECREASE)
    if match := _TWICE.match(text, start):
        return _times(text, 2.0 if match[0][1:2].lower() == "w" else 3.0, start, match.end())
    if match := _ONCE.match(text, start):
        often = _times(text, 1.0, start, match.end())
        return often if often.unit != "times" else None
    match = _FRACTION.match(text, start)
    return _fraction(text, match) if match else None


def read_share_in_digits(text: str, start: int) -> Share | None:
    """Read the fraction before "of" that begins at ``start``: of a unit it is that unit, of all else per cent."""
    match = _DIGITS_OF.match(text, start)
    if match is None or text[start - 1 : start] in {"/", "."} or int(match[1]) >= int(match[2]):
        return None
    share = int(match[1]) / int(match[2])
    if unit := _of_a_unit(text, match.end(2)):
        return Share(round(share, 4), unit[0], start, unit[1])
    return Share(round(100 * share, 2), "%", start, match.end())


def _is_game(text: str, match: re.Match[str]) -> bool:
    """Tell whether "doubles" is the game or a pair, not the verb: "the men's doubles"."""
    if match[0][-2:].lower() != "es":
        return False
    words = text[max(0, match.start() - 16) : match.start()].lower().split()
    return bool(words) and (words[-1].endswith("'s") or words[-1] in {"the", "mixed", "in", "and", "at", "a", "of"})


def _times(text: str, value: float, start: int, end: int) -> Share:
    """Read what "twice" or "three times" means: a multiple before a comparison, else how often."""
    if _TIMES.match(text, end):
        return Share(value, "fold", start, end)
    often = read_rate(text, end, "times")
    return Share(value, often.unit, start, often.end)


def is_multiple(text: str, end: int) -> bool:
    """Tell whether "three times" is followed by a comparison, which makes it a multiple and not a count."""
    return _TIMES.match(text, end) is not None


def _fraction(text: str, match: re.Match[str]) -> Share | None:
    top, part = (match["top"] or "").lower(), match["part"].lower()
    if part == "half" and HALF_SCALE.match(text, match.start("part")):
        return None
    share = _TOPS[top] / _PARTS[part]
    plain = top in {"", "a", "an"} and part not in {"half", "halves"}
    if top == "" and (plain or not _half_counts(text, match)):
        return None
    unit = _of_a_unit(text, match.end())
    if unit is None and _HYPHENATED.match(text, match.end()):
        return None
    if unit:
        return Share(round(share, 4), unit[0], match.start(), unit[1])
    of = _OF.match(text, match.end())
    left = text[max(0, match.start() - 16) : match.start()]
    if top in {"a", "an"} and left.lower().endswith(" and ") and (larger := _unit_and_part(text, match, share)):
        return larger
    if plain and not (of or _COMPARED.match(text, match.end()) or (top and _SHARE_LEFT.search(left))):
        return None
    if part == "half" and _IN_HALF.search(left):
        return Share(50.0, "%", match.start(), match.end(), Direction.DECREASE)
    return Share(round(100 * share, 2), "%", match.start(), of.end("of") if of and of["of"] else match.end())


#: "an hour and" before "a half".
_ONE_AND = re.compile(rf"\b(?:an?|one){GAP}([a-z]+){GAP}and{GAP}$", re.IGNORECASE)


def _unit_and_part(text: str, match: re.Match[str], share: float) -> Share | None:
    """Read "a year and a half": one and a part of a unit; None where no unit stands before the part."""
    before = _ONE_AND.search(text, max(0, match.start() - 24), match.start())
    unit = UNITS.get(before[1].lower(), "") if before else ""
    if before is None or unit not in MEASURABLE or len(before[1]) < 3:
        return None
    return Share(1 + round(share, 4), unit, before.start(), match.end())


def _half_counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a bare "half" is a quantity: "half of", "half the", "by half", not "first half" or "half-life"."""
    left = text[max(0, match.start() - 16) : match.start()]
    words = left.split()
    if words and words[-1].lower() in _NOT_A_SHARE:
        return False
    return bool(_OF.match(text, match.end()) or _SHARE_LEFT.search(left) or _of_a_unit(text, match.end()))


def _of_a_unit(text: str, end: int) -> tuple[str, int] | None:
    """Read the unit that a fraction is taken of: "half an hour", "a quarter of a mile", "half-mile"."""
    lead = _OF_A_UNIT.match(text, end)
    unit = read_unit(text, lead.end(), noun=False) if lead else None
    if unit is None or not unit.base or unit.base in COUNTED or unit.base in {"points", "quarters"}:
        return None
    return unit.unit, unit.end
