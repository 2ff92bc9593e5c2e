"""Numbers with the signs that belong to them, and the quantity that is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.numerals import (
    GAP,
    MAX_DIGITS,
    ONES,
    SCALES,
    SIMPLE,
    TENS,
    VULGAR,
    Numeral,
    read_digits,
    read_words,
)
from claims.figures.quantity import Bound, Direction, Statistic
from claims.figures.shares import HALF_SCALE
from claims.figures.unit_names import UNITS
from claims.figures.unit_phrases import read_unit
from claims.figures.unit_rates import UnitPhrase, read_rate

#: A plain number behind a word or a bracket: no sign can belong to it.
_PLAIN = re.compile(rf"(?:(?<=[a-z,;:)] )|(?<=[a-z] \())(?<!inus )(?<!egative )(?<!Rs ){SIMPLE}(?![mkMK]\s)")
_SIGN = re.compile(
    r"(?:(?<![\w$€£¥₹])(?P<code>US\$|AU?\$|CA?\$|USD|EUR|GBP|CHF|JPY|INR|AUD|CAD|CNY|RMB|Rs\.?)|(?P<sign>[$€£¥₹]))\s?$"
)
_SIGN_AHEAD = re.compile(r"(?P<sign>US\$|AU?\$|CA?\$|[$€£¥₹])\s?")
_SIGN_ENDS = frozenset("$€£¥₹DRPFYMBs.")
_MINUS = re.compile(rf"(?:(?:^|(?<=[\s(\[=:<>≤≥~≈±/]))-|\b(?:minus|negative){GAP})$", re.IGNORECASE)
_MINUS_ENDS = frozenset("seSE")
_BEFORE_MINUS = frozenset(" \n([=:<>≤≥~≈±/")
_MONEY_OPENS = frozenset("$€£¥₹UAC")
_MINUS_OPENS = frozenset("-mM")
_MINUS_AHEAD = re.compile(rf"-|minus{GAP}", re.IGNORECASE)
_NUMBER_WORDS = frozenset({*ONES, *TENS, *SCALES, "half"})
_FIRST_DIGITS = frozenset({*"0123456789.", *VULGAR})
_WORD_AHEAD = re.compile(r"(?:an?\s{1,3})?([a-z]+)", re.IGNORECASE)
#: What the second number of a range or list may begin with: a figure, a sign, "minus" or a number word.
NUMBER_AHEAD = (
    rf"[-+0-9.{''.join(VULGAR)}]|(?:US|AU?|CA?)?[$€£¥₹]|minus|(?:an?\s{{1,3}})?(?:{'|'.join(sorted(_NUMBER_WORDS))})"
)
#: "52.6m phones": nobody gives a length to the decimetre before a plural.
_MANY = re.compile(rf"m{GAP}[A-Za-z]{{3,}}s\b")
#: "2.5m people": behind digits and before people or things, a letter is a scale.
_LETTERS = frozenset("mkMK")
_MILLIONS = re.compile(
    rf"[mk]{GAP}(?:people|men|women|children|adults|patients|users|customers|homes|households|jobs|workers|voters|votes|visitors|"
    r"tourists|passengers|viewers|steps|views|reviews|downloads|residents|copies|cars|barrels|units|students|pupils|members|followers|subscribers|tonnes|deaths)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Quantity:
    """One quantity as read, before the words around it are weighed.

    ``base`` is the unit without its rates, ``shared`` marks a share or multiple that words carry by themselves,
    ``number_end`` is where the number ends and its unit begins.
    """

    low: float
    high: float
    start: int
    end: int
    unit: str = ""
    base: str = ""
    bound: Bound | None = None
    direction: Direction | None = None
    statistic: Statistic | None = None
    spelled: bool = False
    large: bool = False
    shared: bool = False
    number_end: int = 0


@dataclass(slots=True)
class Amount:
    """A number with the sign of money or minus that belongs to it; ``signed`` is false where none can stand before."""

    number: Numeral
    value: float
    start: int
    end: int
    money: str = ""
    signed: bool = True


def read_amount(text: str, start: int, *, spelled: bool) -> Amount | None:
    """Read the number at an anchor together with the sign before it."""
    if not spelled and (plain := _PLAIN.match(text, start)) and plain.end() - start <= MAX_DIGITS:
        value, end = float(plain[1]), plain.end()
        return Amount(Numeral(value, start, end), value, start, end, signed=False)
    if spelled:
        number = _spelled(text, start)
        return None if number is None else _signed(text, number, "")
    left = text[max(0, start - 5) : start]
    sign = _SIGN.search(left) if left.rstrip()[-1:] in _SIGN_ENDS else None
    money = UNITS.get((sign["code"] or sign["sign"]).rstrip("."), "") if sign else ""
    if left[-1:] == "." and (len(left) < 2 or left[-2] in " =<>(~≈-"):
        start -= 1
    number = read_digits(text, start, money=bool(money))
    if number is None:
        return None
    if text[number.end : number.end + 1] in _LETTERS and (
        _MILLIONS.match(text, number.end) or ("." in text[start : number.end] and _MANY.match(text, number.end))
    ):
        number = read_digits(text, start, money=True) or number
    if sign:
        number = number._replace(start=start - len(left) + sign.start())
    return _signed(text, number, money)


def _signed(text: str, number: Numeral, money: str) -> Amount:
    minus = None
    left = text[max(0, number.start - 12) : number.start]
    if left[-1:] == "-" and (len(left) == 1 or left[-2] in _BEFORE_MINUS):
        minus = _MINUS.search(text, number.start - 1, number.start)
    elif (left := left.rstrip())[-1:] in _MINUS_ENDS and left.lower().endswith(("minus", "negative")):
        minus = _MINUS.search(text, max(0, number.start - 12), number.start)
    value = -number.value if minus else number.value
    return Amount(number, value, minus.start() if minus else number.start, number.end, money)


def _spelled(text: str, start: int) -> Numeral | None:
    """Read number words; "a million", "a dozen" and "half a dozen" too, but not "a five"."""
    ahead = _WORD_AHEAD.match(text, start)
    word = ahead[1].lower() if ahead else ""
    if ahead is None or word not in _NUMBER_WORDS:
        return None
    if word == "half":
        half = HALF_SCALE.match(text, start)
        return Numeral(SCALES[half[1].lower()] / 2, start, half.end(), spelled=True, large=True) if half else None
    has_article = ahead.start(1) > start
    number = read_words(text, ahead.start(1))
    if number is None or (not has_article and word in SCALES):
        return None
    return number._replace(start=start)


def next_amount(text: str, start: int) -> Amount | None:
    """Read the second number of a range or list, with a sign before it."""
    begin, money = start, ""
    if text[start : start + 1] in _MONEY_OPENS and (sign := _SIGN_AHEAD.match(text, start)):
        money, start = UNITS[sign["sign"]], sign.end()
    minus = _MINUS_AHEAD.match(text, start) if text[start : start + 1] in _MINUS_OPENS else None
    at = minus.end() if minus else start + text.startswith("+", start)
    first = text[at : at + 1]
    number = read_digits(text, at, money=bool(money)) if first in _FIRST_DIGITS else _spelled(text, at)
    if number is None:
        return None
    return Amount(number, -number.value if minus else number.value, begin, number.end, money)


def unit_behind(text: str, amount: Amount, *, noun: bool) -> UnitPhrase | None:
    """Read the unit of an amount; money has its own already and can only be followed by a rate."""
    if not amount.money:
        return read_unit(text, amount.end, noun=noun)
    return read_rate(text, amount.end, amount.money)


def quantity_of(amount: Amount, unit: UnitPhrase | None, end: int, bound: Bound | None = None) -> Quantity:
    """Return one amount with its unit; without one it ends at ``end``."""
    name, base, end = unit or ("", "", end)
    value, number = amount.value, amount.number
    return Quantity(
        value, value, amount.start, end, name, base, bound, None, None, number.spelled, number.large, False, amount.end
    )  # fmt: skip
