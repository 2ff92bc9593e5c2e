"""Numbers that stand in relation: a ratio, a centre with its spread, a range, a list that shares one unit.

Conventions: "12 ± 3" is the range 9 to 15, but where the words tell of a mean, a standard deviation or a group
that was measured ("patients ate 12 ± 3 g") only the mean is asserted; "from 5 to 8" is a range, but "rose from 5
to 8" two values; "5:2" is the ratio 2.5.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.figures.numerals import DASH, GAP, GAP0, Numeral, read_digits
from claims.figures.pairs import group_end
from claims.figures.quantities import NUMBER_AHEAD, Amount, Quantity, next_amount, quantity_of, unit_behind
from claims.figures.quantity import Bound
from claims.figures.shares import read_share
from claims.figures.unit_names import MONEY
from claims.figures.unit_phrases import read_unit
from claims.figures.unit_rates import UnitPhrase

#: What joins a number to another one, where one can follow.
LINK = re.compile(
    rf"(?:-{GAP}(?P<hung>to|or|and){GAP}|{GAP0}(?P<dash>[{DASH}]){GAP0}|[{DASH}](?P<tied>to|or)[{DASH}]|{GAP}(?P<word>to|or|and|versus|vs\.?|&|through){GAP}"
    rf"|{GAP}(?P<of>of)(?:{GAP}(?:the|these|those|its|their|our|his|her|all))?"
    rf"(?:{GAP}(?:last|first|next|past|previous|latest|final|remaining|other))?{GAP}|{GAP0},{GAP}(?:(?P<last>and|or){GAP})?)"
    rf"(?={NUMBER_AHEAD})",
    re.IGNORECASE,
)
_SPREAD = re.compile(rf"{GAP0}(?:±|\+/-|\+-){GAP0}")
_EITHER_WAY = re.compile(r"(?:±|\+/-)\s{0,2}$")
_COLON = re.compile(r"\s?:\s?(?=[0-9])")
_MEAN = re.compile(
    r"\b(?:mean|means|average|averaged|averaging|aged|SDs?|SEM?|standard|baseline)\b|\bs\.[de]\.", re.IGNORECASE
)
#: Whose amounts are a mean and its spread: "patients ate 12 ± 3 g".
_MEASURED_GROUP = re.compile(
    r"\b(?:participants|patients|subjects|volunteers|people|adults|men|women|children|boys|girls|infants|controls|players|"
    r"athletes|runners|students|mice|rats|groups?)\b[^.;!?]*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(from|between)(?:{GAP}(?:the{GAP})?ages?{GAP}of)?(?:{GAP}(?:a|an|the|about|around|roughly|approximately|just|some|nearly|almost)){{0,2}}{GAP0}$",
    re.IGNORECASE,
)
#: Words before "from X to Y" that make it a change between two values, not a range.
_CHANGE = re.compile(
    r"\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|dr[oi]p(?:s|ped|ping)?|increas\w+|decreas\w+|declin\w+|reduc\w+|cut|cuts|cutting|"
    r"grew|grow\w*|climb\w*|went|gone|goes?|mov\w+|chang\w+|shift\w*|jump\w*|rais\w+|lower\w*|improv\w+|up|down|doubled|shrank|shrunk|"
    r"slow\w*|lift\w*|eas\w+|soar\w*|surg\w+|plung\w+|slump\w*|narrow\w*|widen\w*|expand\w*|swung|swing|trim\w*|slipp\w*|gain\w*)\b"
    r"(?:[^.;!?]|\.(?=\d)){0,40}$",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    rf"\b(?:rose|fell|dropped|slipped|gained|lost|climbed|jumped|added|up|down|increased|decreased|declined|improved|reduced)"
    rf"{GAP}(?:by{GAP})?$",
    re.IGNORECASE,
)
_MAX_LIST = 8


def read_relation(text: str, amount: Amount) -> list[Quantity]:
    """Read "1.8:1" and "12 ± 3": two numbers that are one quantity."""
    if colon := _COLON.match(text, amount.end):
        other = read_digits(text, colon.end())
        if other and other.value and not amount.money:
            value = float(f"{amount.value / other.value:.6g}")
            return [Quantity(value, value, amount.start, other.end, "ratio", "ratio")]
    before = text[max(0, amount.start - 5) : amount.start]
    if ("±" in before or "/-" in before) and (sign := _EITHER_WAY.search(text, max(0, amount.start - 5), amount.start)):
        return [_plus_minus(text, replace(amount, value=0.0, start=sign.start()), amount.number)]
    spread = _SPREAD.match(text, amount.end)
    other = read_digits(text, spread.end()) if spread else None
    return [_plus_minus(text, amount, other)] if other else []


def _plus_minus(text: str, amount: Amount, other: Numeral) -> Quantity:
    """A mean ± SD, and a change that was measured, assert the mean; any other ± the range from the lower end up."""
    unit = read_unit(text, other.end)
    end = unit.end if unit else other.end
    name, base = (unit.unit, unit.base) if unit else ("", "")
    begin = max(0, amount.start - 80)
    is_mean = any(words.search(text, begin, amount.start) for words in (_MEAN, _CHANGED_BY, _MEASURED_GROUP))
    if (amount.value and is_mean) or _MEAN.search(text, end, end + 16):
        return Quantity(amount.value, amount.value, amount.start, end, name, base)
    low, high = float(f"{amount.value - other.value:.12g}"), float(f"{amount.value + other.value:.12g}")
    return Quantity(low, high, amount.start, end, name, base, Bound.RANGE)


def read_range(text: str, first: Amount, own: UnitPhrase | None, link: re.Match[str]) -> list[Quantity]:
    """Read a range: two numbers joined by a dash, "to", "or", or by "and" behind "between"."""
    second = next_amount(text, link.end())
    if second is None:
        return _to_multiple(text, first, own, link)
    left = text[max(0, first.start - 40) : first.start].lower()
    named = "from" in left or "between" in left
    opening = _FROM.search(text, max(0, first.start - 40), first.start) if named else None
    if not _joins(text, first, second, link, opening):
        return []
    low = first.value * second.number.scale if first.number.scale == 1 and abs(first.value) < 1000 else first.value
    behind = _range_unit(text, own, second)
    if behind is None or low >= second.value or (first.number.spelled != second.number.spelled and link["dash"]):
        return []
    start = opening.start() if opening else first.start
    large = first.number.large or second.number.large
    unit, base = behind.unit, behind.base
    if not unit and opening and "age" in opening[0].lower():  # "between the ages of 18 and 65"
        unit = base = "years"
    quantity = Quantity(low, second.value, start, behind.end, unit, base, Bound.RANGE, large=large)
    quantity.spelled = second.number.spelled
    return [quantity]


def _to_multiple(text: str, first: Amount, own: UnitPhrase | None, link: re.Match[str]) -> list[Quantity]:
    """Read "two- to threefold", of which the second number and its unit are one word."""
    fold = read_share(text, link.end()) if own is None and not link["of"] else None
    if fold is None or fold.unit != "fold" or fold.value <= first.value:
        return []
    return [Quantity(first.value, fold.value, first.start, fold.end, "fold", "fold", Bound.RANGE, shared=True)]


def _joins(text: str, first: Amount, second: Amount, link: re.Match[str], opening: re.Match[str] | None) -> bool:
    """Tell whether the link makes a range: "from 5 to 8" does, "rose from 5 to 8" names two values."""
    word = (link["word"] or link["tied"] or link["hung"] or "").lower()
    opened = opening[1].lower() if opening else ""
    if word == "and":
        return opened == "between"
    if word == "to" and opening and opened == "from":
        return not _CHANGE.search(text, max(0, opening.start() - 48), opening.start())
    if word == "to" and not opening and _CHANGED_BY.search(text, max(0, first.start - 12), first.start):
        return second.value < 5 * first.value  # "fell 3p to 141p"
    if word == "or" and first.number.spelled and not link["hung"]:  # "one or two", not "three or six hours"
        return second.value <= first.value + 1 or second.value >= 10
    return bool(link["dash"]) or word in {"to", "or", "through"}


def _range_unit(text: str, own: UnitPhrase | None, second: Amount) -> UnitPhrase | None:
    """Return the unit of a range, or None where the two ends have different units."""
    behind = unit_behind(text, second, noun=True)
    if own is None:
        return behind or UnitPhrase("", "", second.end)
    if behind is None:
        return UnitPhrase(own.unit, own.base, second.end) if own.base in MONEY or own.base in {"%", "°C"} else None
    return behind if behind.base == own.base else None


def read_list(text: str, first: Amount) -> list[Quantity]:
    """Read numbers that share the unit of the last: "5, 10 and 20 mg", "12 of the 40 patients"."""
    items, closed = [first], False
    while len(items) < _MAX_LIST:
        link = LINK.match(text, items[-1].end)
        if link is None or link["dash"] or link["tied"]:
            return []
        following = next_amount(text, link.end())
        if following is None or bool(following.money) != bool(first.money):
            return []
        items.append(following)
        closed = closed or bool(link["word"] or link["of"] or link["last"] or link["hung"])
        unit = unit_behind(text, following, noun=True)
        if unit and (unit.base or unit.unit):
            return _sharing(items, unit) if closed else []
        if link["of"] and group_end(text, first.value, following.value, following.end) > following.end:
            return [replace(quantity_of(item, None, item.end), shared=True) for item in items]
    return []


def _sharing(items: list[Amount], unit: UnitPhrase) -> list[Quantity]:
    """Give every item the unit of the last; only the last one's span holds it."""
    return [quantity_of(item, unit if item is items[-1] else unit._replace(end=item.end), item.end) for item in items]
