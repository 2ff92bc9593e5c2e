"""The quantity at one place of a text: a number or a range with its unit, or several that share one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claims.figures.bounds import bound_after
from claims.figures.numerals import DASH, GAP, GAP0, ONES, SCALES, TENS, Numeral, read_digits, read_words
from claims.figures.quantity import Bound, Direction
from claims.figures.shares import HALF_SCALE, Share, read_odds, read_share, is_multiple
from claims.figures.unit_names import MONEY, UNITS
from claims.figures.unit_phrases import UnitPhrase, read_rate, read_unit

_SIGN = re.compile(
    r"(?:(?<![\w$€£¥₹])(?P<code>US\$|AU?\$|CA?\$|USD|EUR|GBP|CHF|JPY|INR|AUD|CAD|CNY|RMB|Rs\.?)|(?P<sign>[$€£¥₹]))\s?$"
)
_SIGN_AHEAD = re.compile(r"(?P<sign>US\$|AU?\$|CA?\$|[$€£¥₹])\s?")
_MINUS = re.compile(rf"(?:(?:^|(?<=[\s(\[=:<>≤≥~≈±/]))-|\b(?:minus|negative){GAP})$", re.IGNORECASE)
_MINUS_AHEAD = re.compile(rf"-|minus{GAP}", re.IGNORECASE)
_WORD_AHEAD = re.compile(r"(?:an?\s{1,3})?([a-z]+)", re.IGNORECASE)
_LINK = re.compile(
    rf"{GAP0}(?P<dash>[{DASH}]){GAP0}|[{DASH}](?P<tied>to|or)[{DASH}]|{GAP}(?P<word>to|or|and|versus|vs\.?|&|through){GAP}"
    rf"|{GAP}(?P<of>of)(?:{GAP}(?:the|these|those|its|their|our|his|her|all))?{GAP}|{GAP0},{GAP}(?:(?P<last>and|or){GAP})?",
    re.IGNORECASE,
)
_SPREAD = re.compile(rf"{GAP0}(?:±|\+/-|\+-){GAP0}")
_EITHER_WAY = re.compile(r"(?:±|\+/-)\s{0,2}$")
_COLON = re.compile(r"\s?:\s?(?=[0-9])")
_MEAN = re.compile(
    r"\b(?:mean|means|average|averaged|averaging|SDs?|SEM?|standard|baseline)\b|\bs\.[de]\.", re.IGNORECASE
)
_RATIO_OF = re.compile(
    rf"\bratios?{GAP}(?:of|was|is)(?:{GAP}(?:about|around|roughly|at{GAP}least))?{GAP}$", re.IGNORECASE
)
_FROM = re.compile(
    rf"\b(from|between)(?:{GAP}(?:a|an|the|about|around|roughly|approximately|just|some|nearly|almost)){{0,2}}{GAP0}$",
    re.IGNORECASE,
)
#: "2.5m people": behind digits and before people or things, a letter is a scale.
_MILLIONS = re.compile(
    rf"[mk]{GAP}(?:people|men|women|children|adults|patients|users|customers|homes|households|jobs|workers|voters|votes|visitors|"
    r"tourists|passengers|viewers|residents|copies|cars|barrels|units|students|pupils|members|followers|subscribers|tonnes|deaths)\b",
    re.IGNORECASE,
)
#: Words before "from X to Y" that make it a change between two values, not a range.
_CHANGE = re.compile(
    r"\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|dr[oi]p(?:s|ped|ping)?|increas\w+|decreas\w+|declin\w+|reduc\w+|cut|cuts|cutting|"
    r"grew|grow\w*|climb\w*|went|goes?|mov\w+|chang\w+|shift\w*|jump\w*|rais\w+|lower\w*|improv\w+|up|down|doubled|shrank|shrunk|"
    r"slow\w*|eas\w+|soar\w*|surg\w+|plung\w+|slump\w*|narrow\w*|widen\w*|expand\w*|swung|swing|trim\w*|slipp\w*|gain\w*)\b"
    r"[^.;!?\d]{0,40}$",
    re.IGNORECASE,
)
_MAX_LIST = 8


@dataclass(slots=True)
class Quantity:
    """One quantity as read, before the words around it are weighed. ``opened`` marks "from" or "between"."""

    low: float
    high: float
    start: int
    end: int
    unit: str = ""
    base: str = ""
    bound: Bound | None = None
    direction: Direction | None = None
    spelled: bool = False
    large: bool = False
    shared: bool = False


@dataclass(slots=True)
class Amount:
    """A number with the sign of money or minus that belongs to it."""

    number: Numeral
    value: float
    start: int
    end: int
    money: str = ""


def read_amount(text: str, start: int, *, spelled: bool) -> Amount | None:
    """Read the number at an anchor together with the sign before it."""
    if spelled:
        number = _spelled(text, start)
        return None if number is None else _signed(text, number, "")
    left = text[max(0, start - 5) : start]
    sign = _SIGN.search(left)
    money = UNITS.get((sign["code"] or sign["sign"]).rstrip("."), "") if sign else ""
    if left.endswith(".") and (len(left) < 2 or left[-2] in " =<>(~≈-"):
        start -= 1
    number = read_digits(text, start, money=bool(money))
    if number is None:
        return None
    if _MILLIONS.match(text, number.end):
        number = read_digits(text, start, money=True) or number
    if sign:
        number = number._replace(start=start - len(left) + sign.start())
    return _signed(text, number, money)


def _signed(text: str, number: Numeral, money: str) -> Amount:
    minus = _MINUS.search(text, max(0, number.start - 12), number.start)
    value = -number.value if minus else number.value
    return Amount(number, value, minus.start() if minus else number.start, number.end, money)


def _spelled(text: str, start: int) -> Numeral | None:
    """Read number words; "a million", "a dozen" and "half a dozen" too, but not "a five"."""
    if half := HALF_SCALE.match(text, start):
        return Numeral(SCALES[half[1].lower()] / 2, start, half.end(), spelled=True, large=True)
    ahead = _WORD_AHEAD.match(text, start)
    if ahead is None or (
        ahead[1].lower() not in ONES and ahead[1].lower() not in TENS and ahead[1].lower() not in SCALES
    ):
        return None
    has_article = ahead.start(1) > start
    number = read_words(text, ahead.start(1))
    if number is None or (not has_article and ahead[1].lower() in SCALES):
        return None
    return number._replace(start=start)


def _next_amount(text: str, start: int) -> Amount | None:
    """Read the second number of a range or list, with a sign before it."""
    begin, money = start, ""
    if sign := _SIGN_AHEAD.match(text, start):
        money, start = UNITS[sign["sign"]], sign.end()
    minus = _MINUS_AHEAD.match(text, start)
    at = minus.end() if minus else start
    number = read_digits(text, at, money=bool(money)) or _spelled(text, at)
    if number is None:
        return None
    return Amount(number, -number.value if minus else number.value, begin, number.end, money)


def read_quantities(text: str, start: int, *, spelled: bool) -> list[Quantity]:
    """Read what stands at the anchor: one quantity, or several with one unit ("5, 10 and 20 mg"); [] if nothing."""
    if spelled and (share := read_share(text, start)):
        return [_shared(share)]
    amount = read_amount(text, start, spelled=spelled)
    if amount is None:
        return []
    if not amount.money and (share := read_odds(text, amount.number)):
        return [_shared(share)]
    quantities = _compared(text, amount) or _ranged(text, amount) or _listed(text, amount) or [_single(text, amount)]
    if quantities[-1].unit == "times" and is_multiple(text, quantities[-1].end):
        for quantity in quantities:
            quantity.unit = quantity.base = "fold"
    return quantities


def _shared(share: Share) -> Quantity:
    return Quantity(
        share.value, share.value, share.start, share.end, share.unit, share.unit, direction=share.direction, shared=True
    )


def _unit_behind(text: str, amount: Amount, *, noun: bool) -> UnitPhrase | None:
    if not amount.money:
        return read_unit(text, amount.end, noun=noun)
    return read_rate(text, amount.end, amount.money)


def _compared(text: str, amount: Amount) -> list[Quantity]:
    """Read "1.8:1" and "12 ± 3": two numbers that are one quantity."""
    if colon := _COLON.match(text, amount.end):
        other = read_digits(text, colon.end())
        if other and other.value and not amount.money:
            value = float(f"{amount.value / other.value:.6g}")
            return [Quantity(value, value, amount.start, other.end, "ratio", "ratio")]
    if sign := _EITHER_WAY.search(text, max(0, amount.start - 5), amount.start):
        return [_plus_minus(text, replace(amount, value=0.0, start=sign.start()), amount.number)]
    spread = _SPREAD.match(text, amount.end)
    other = read_digits(text, spread.end()) if spread else None
    return [_plus_minus(text, amount, other)] if other else []


def _plus_minus(text: str, amount: Amount, other: Numeral) -> Quantity:
    """A mean ± SD asserts the mean; any other ± asserts the range from the lower to the upper end."""
    unit = read_unit(text, other.end)
    end = unit.end if unit else other.end
    name, base = (unit.unit, unit.base) if unit else ("", "")
    if (
        amount.value
        and _MEAN.search(text, max(0, amount.start - 80), amount.start)
        or _MEAN.search(text, end, end + 16)
    ):
        return Quantity(amount.value, amount.value, amount.start, end, name, base)
    low, high = float(f"{amount.value - other.value:.12g}"), float(f"{amount.value + other.value:.12g}")
    return Quantity(low, high, amount.start, end, name, base, Bound.RANGE)


def _ranged(text: str, first: Amount) -> list[Quantity]:
    """Read a range: two numbers joined by a dash, "to", "or", or by "and" behind "between"."""
    own = _unit_behind(text, first, noun=False)
    own = own if own and (own.base or first.money) else None
    link = _LINK.match(text, own.end if own else first.end)
    second = _next_amount(text, link.end()) if link else None
    if link is None or second is None:
        return []
    opening = _FROM.search(text, max(0, first.start - 40), first.start)
    word = (link["word"] or link["tied"] or "").lower()
    if not (
        link["dash"]
        or word in {"to", "or", "through"}
        or (word == "and" and opening and opening[1].lower() == "between")
    ):
        return []
    if (
        word == "to"
        and opening
        and opening[1].lower() == "from"
        and _CHANGE.search(text, max(0, opening.start() - 48), opening.start())
    ):
        return []
    low = first.value * second.number.scale if first.number.scale == 1 and abs(first.value) < 1000 else first.value
    behind = _range_unit(text, own, second)
    if behind is None or low >= second.value or (first.number.spelled != second.number.spelled and link["dash"]):
        return []
    start = opening.start() if opening else first.start
    large = first.number.large or second.number.large
    quantity = Quantity(low, second.value, start, behind.end, behind.unit, behind.base, Bound.RANGE, large=large)
    quantity.spelled = second.number.spelled
    return [quantity]


def _range_unit(text: str, own: UnitPhrase | None, second: Amount) -> UnitPhrase | None:
    """Return the unit of a range, or None where the two ends have different units."""
    behind = _unit_behind(text, second, noun=True)
    if own is None:
        return behind or UnitPhrase("", "", second.end)
    if behind is None:
        return UnitPhrase(own.unit, own.base, second.end) if own.base in MONEY or own.base in {"%", "°C"} else None
    return behind if behind.base == own.base else None


def _listed(text: str, first: Amount) -> list[Quantity]:
    """Read numbers that share the unit of the last: "5, 10 and 20 mg", "12 of the 40 patients"."""
    items, closed = [first], False
    while len(items) < _MAX_LIST:
        link = _LINK.match(text, items[-1].end)
        if link is None or link["dash"] or link["tied"]:
            return []
        following = _next_amount(text, link.end())
        if following is None or bool(following.money) != bool(first.money):
            return []
        items.append(following)
        closed = closed or bool(link["word"] or link["of"] or link["last"])
        unit = _unit_behind(text, following, noun=True)
        if unit and (unit.base or unit.unit):
            return _with_unit(items, unit) if closed else []
    return []


def _with_unit(items: list[Amount], unit: UnitPhrase) -> list[Quantity]:
    quantities = [
        Quantity(i.value, i.value, i.start, i.end, unit.unit, unit.base, spelled=i.number.spelled, large=i.number.large)
        for i in items
    ]
    quantities[-1].end = unit.end
    return quantities


def _single(text: str, amount: Amount) -> Quantity:
    """Read one number with the unit behind it; "or more" may stand between the two ("3 or more days")."""
    after = bound_after(text, amount.end)
    begin = after.edge if after else amount.end
    unit = _unit_behind(text, amount, noun=True) if not after or amount.money else read_unit(text, begin)
    bound = after.bound if after else None
    number = amount.number
    if unit is None:
        return Quantity(
            amount.value, amount.value, amount.start, begin, "", "", bound, spelled=number.spelled, large=number.large
        )
    return Quantity(
        amount.value, amount.value, amount.start, unit.end, unit.unit, unit.base, bound,
        spelled=number.spelled, large=number.large,
    )  # fmt: skip
