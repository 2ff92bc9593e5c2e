"""Numbers as English text writes them: digits in either style, powers of ten, fractions and number words.

Every function reads at one position of the text and looks at a bounded number of characters, so that
reading a whole text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: One gap inside a figure: up to three white-space characters, never a blank line.
GAP = r"\s{1,3}(?<!\n\n)"
#: The same, or nothing.
GAP0 = r"\s{0,3}(?<!\n\n)"
#: The dashes that may join two numbers (`typography` has made all but the em dash a hyphen).
DASH = "-—"

ONES = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
#: Short scales; the single letters are read only behind a currency sign, where they cannot be metres or kelvins.
SHORT_SCALES = {"bn": 1e9, "tn": 1e12, "mn": 1e6, "mln": 1e6, "m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

_VULGAR = "".join(VULGAR)
_DIGITS = re.compile(
    rf"""
    (?P<commas> [1-9][0-9]{{0,2}} (?:,[0-9]{{3}})+ (?:\.[0-9]+)? (?![0-9]) )
  | (?P<spaces> [1-9][0-9]{{0,2}} (?:[\ '][0-9]{{3}})+ (?![0-9]) (?:[.,][0-9]+)? )
  | (?P<points> [1-9][0-9]{{0,2}} (?: (?:\.[0-9]{{3}})+ ,[0-9]{{1,2}} | (?:\.[0-9]{{3}}){{2,}} ) (?![0-9]) )
  | (?P<fraction> (?:(?P<whole>[0-9]{{1,3}}){GAP})? (?P<top>[1-9][0-9]?) [/⁄] (?P<bottom>[1-9][0-9]?) (?![0-9/⁄]) )
  | (?P<vulgar> (?:[0-9]{{1,4}}\ ?)? [{_VULGAR}] )
  | (?P<plain> [0-9]+ (?:[.,·][0-9]+)? | \.[0-9]+ )
    """,
    re.VERBOSE,
)
_EXPONENT = r"(?:\^\(?([-+]?[0-9]{1,2})\)?|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))"
_TEN_POWER = re.compile(_EXPONENT)
_POWER = re.compile(
    rf"{GAP0}[×x*·⋅]{GAP0}10(?:{_EXPONENT}|(-[0-9]{{1,2}})(?![0-9]))|[eE]([-+]?[0-9]{{1,2}})(?![0-9A-Za-z])"
)
_ASCII = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
#: What a power of ten or a scale word begins with.
_MORE = rf"{GAP0}[×x*·⋅]|[eE][-+]?[0-9]|[\^⁻⁺⁰¹²³⁴-⁹]|(?:{GAP0}|-)(?i:doz|hu|tho|mil|bil|tri|bn|tn|mn|mln)"
_GOES_ON = re.compile(_MORE)
#: The commonest number: digits that nothing goes on from, in a group of their own.
SIMPLE = rf"([0-9]++(?:\.[0-9]++)?+)(?![.,·]?[0-9]|[/⁄'{_VULGAR}]|\s{{1,3}}[0-9{_VULGAR}]|{_MORE})"
_SIMPLE = re.compile(SIMPLE)
_SCALE = re.compile(rf"(?:{GAP0}|-)(dozen|hundred|thousand|million|billion|trillion|bn|tn|mn|mln)\b", re.IGNORECASE)
_LETTER_SCALE = re.compile(r"\s?([mbkt])(?![A-Za-z/])", re.IGNORECASE)
_NEXT_WORD = re.compile(rf"(?:{GAP}(?P<and>and{GAP})?|-)?(?P<word>[a-z]+)", re.IGNORECASE)
_AND_HALF = re.compile(rf"{GAP}and{GAP}an?{GAP}(half|quarter)\b", re.IGNORECASE)
#: Longer runs of digits are identifiers, not quantities.
MAX_DIGITS = 30


class Numeral(NamedTuple):
    """A number in a text: its value and span, whether words spell it, and whether it is plainly a large count.

    ``large`` is true behind a scale word or with grouped digits: such a number is never a year or a label.
    ``scale`` is the factor of the scale word, which a range shares ("2 to 3 million").
    """

    value: float
    start: int
    end: int
    spelled: bool = False
    large: bool = False
    scale: float = 1.0


def read_digits(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """Read the number written with digits at ``start``, with its power of ten and scale word if it has them.

    ``money`` allows the single-letter scales of amounts of money ("$2.5m"). Returns None where no number
    starts or where the run of digits is too long for a quantity.
    """
    if not money and (simple := _SIMPLE.match(text, start)):
        return Numeral(float(simple[0]), start, simple.end()) if simple.end() - start <= MAX_DIGITS else None
    match = _DIGITS.match(text, start)
    if match is None or match.end() - start > MAX_DIGITS:
        return None
    value, end = _digits_value(match), match.end()
    grouped = match.lastgroup in {"commas", "spaces", "points"}
    if not money and not _GOES_ON.match(text, end):
        return Numeral(value, start, end, large=grouped)
    if power := (_TEN_POWER.match(text, end) if value == 10 else _POWER.match(text, end)):
        exponent = int(power[power.lastindex or 0].translate(_ASCII))
        return Numeral(_exact((1 if value == 10 else value) * 10.0**exponent), start, power.end(), large=True)
    scale = _SCALE.match(text, end) or (_LETTER_SCALE.match(text, end) if money else None)
    if scale is None:
        return Numeral(value, start, end, large=grouped)
    factor = SCALES.get(scale[1].lower()) or SHORT_SCALES[scale[1].lower()]
    return Numeral(_exact(value * factor), start, scale.end(), large=True, scale=factor)


def _digits_value(match: re.Match[str]) -> float:
    token = match[0]
    match match.lastgroup:
        case "commas":
            return float(token.replace(",", ""))
        case "spaces":
            return float("".join(c for c in token if c in "0123456789.,").replace(",", "."))
        case "points":
            return float(token.replace(".", "").replace(",", "."))
        case "fraction":
            return _exact(float(match["whole"] or 0) + int(match["top"]) / int(match["bottom"]))
        case "vulgar":
            return _exact(float(token[:-1] or 0) + VULGAR[token[-1]])
        case _:
            return float(token.replace(",", ".").replace("·", "."))


def _exact(value: float) -> float:
    """Drop the noise that binary multiplication leaves behind (2.3 × 10⁹ is 2300000000)."""
    return float(f"{value:.12g}")


def read_words(text: str, start: int) -> Numeral | None:
    """Read the number spelled in words at ``start`` ("twenty-five", "one hundred and six", "two million")."""
    total, group, end, last, scale = 0.0, 0.0, start, "", 1.0
    while (match := _NEXT_WORD.match(text, end)) and (match.start("word") > end or end == start):
        kind, value = _word_kind(match["word"].lower())
        if not _may_follow(last, kind, joined=match["and"] is not None):
            break
        if kind == "scale" and value >= 1000:
            total, group = total + (group or 1) * value, 0.0
        else:
            group = (group or 1) * value if kind == "scale" else group + value
        scale = value if kind == "scale" else 1.0
        end, last = match.end(), kind
    if not last:
        return None
    value = total + group
    if half := _AND_HALF.match(text, end):
        value, end = value + (0.5 if half[1].lower() == "half" else 0.25), half.end()
    return Numeral(_exact(value), start, end, spelled=True, large=last == "scale", scale=scale)


def _word_kind(word: str) -> tuple[str, float]:
    if word in ONES:
        return "ones", ONES[word]
    if word in TENS:
        return "tens", TENS[word]
    return ("scale", SCALES[word]) if word in SCALES else ("", 0.0)


#: Which kind of number word may follow which; "and" is only read behind a scale word.
_ORDER = {
    "": {"ones", "tens", "scale"},
    "ones": {"scale"},
    "tens": {"ones", "scale"},
    "scale": {"ones", "tens", "scale"},
}


def _may_follow(last: str, kind: str, *, joined: bool) -> bool:
    return kind in _ORDER[last] and (not joined or last == "scale")
