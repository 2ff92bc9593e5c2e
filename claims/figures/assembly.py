"""What stands at one place of a text: a share in words, numbers in relation, or one number with its unit."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.figures.bounds import bound_after
from claims.figures.compounds import PARTIAL, join_larger, join_parts, read_height, read_single_time
from claims.figures.counted_nouns import counted_noun
from claims.figures.exclusions import spread_end
from claims.figures.numerals import GAP, GAP0
from claims.figures.odds import read_odds, read_odds_of_things, score_end
from claims.figures.pairs import SCORES, read_pair
from claims.figures.quantities import Amount, Quantity, next_amount, quantity_of, read_amount, unit_behind
from claims.figures.quantity import Bound, Statistic
from claims.figures.ranges import LINK, read_list, read_range, read_relation
from claims.figures.shares import Share, is_multiple, read_share, read_share_in_digits
from claims.figures.unit_names import MEASURABLE
from claims.figures.unit_phrases import read_noun, read_unit
from claims.figures.unit_rates import UnitPhrase, read_rate

#: What must follow a number that is part of odds ("in", "out of"), a ratio (":") or has a spread ("±").
_RELATED = re.compile(rf"{GAP0}(?:[:±+]|-?in\b|-?out\b)")
#: The first characters of such a relation, and what may follow a space there; anything else needs no look.
_RELATED_OPENS = frozenset(" \n:±+-io")
_RELATED_BEGINS = frozenset(" \n:±+-io")
#: "300 of the birds": counts what it is taken from.
_OF_GROUP = re.compile(rf"{GAP}of{GAP}(?:the|these|those|its|their|our|his|her)(?={GAP}[a-z])")
#: "4.1 fewer migraine days per month": the thing counted stands behind the comparison.
_MORE_OF = re.compile(rf"{GAP}(?:more|fewer|less|extra|additional|further){GAP0}(?={GAP}[a-z])")
_ONCE = re.compile(rf"\bonce(?:{GAP}(?:or|to){GAP}|[-/])$", re.IGNORECASE)
#: "the 16:8 diet", "a 5:2 plan"
_NAME_OF_DIET = re.compile(rf":[0-9]{{1,2}}(?:{GAP}|-)(?:diet|plan|fast|fasting|method|schedule|approach|protocol)\b")
_LINK_OPENS = frozenset(" \n,-—")
_LINK_BEGINS = frozenset(" \n,-—toavTOAV&")


def read_quantities(text: str, start: int, *, spelled: bool) -> list[Quantity]:
    """Read what stands at the anchor: one quantity, or several with one unit ("5, 10 and 20 mg"); [] if nothing."""
    if spelled and (share := read_share(text, start)):
        return [_often(text, _shared(share))]
    if spelled and (time := read_single_time(text, start)):
        join_parts(text, time)
        return [time]
    if "/" in text[start + 1 : start + 5] and not spelled:
        if share := read_share_in_digits(text, start):
            return [_shared(share)]
        if pair := read_pair(text, start):
            return pair
    if text[start + 1 : start + 2] == "'" and (height := read_height(text, start)):
        return [height]
    amount = read_amount(text, start, spelled=spelled)
    if amount is None or _NAME_OF_DIET.match(text, amount.end):
        return []
    quantities = _related(text, amount) or _measured(text, amount)
    if quantities[0].unit in PARTIAL and len(quantities) == 1:
        join_larger(text, quantities[0])
        join_parts(text, quantities[0])
    unit = quantities[-1].unit
    if unit == "times" and is_multiple(text, quantities[-1].end):
        for quantity in quantities:
            quantity.unit = quantity.base = "fold"
    elif unit.startswith("fold/") and "fold" not in text[start : quantities[-1].end]:  # "2x a day" is how often
        for quantity in quantities:
            quantity.unit, quantity.base = unit.replace("fold", "times", 1), "times"
    return quantities


def _shared(share: Share) -> Quantity:
    quantity = Quantity(share.value, share.value, share.start, share.end, share.unit, share.unit, shared=True)
    quantity.direction = share.direction
    if share.direction:
        quantity.statistic = Statistic.RELATIVE_CHANGE
    elif share.odds:
        quantity.statistic = Statistic.PROPORTION
    return quantity


def _often(text: str, quantity: Quantity) -> Quantity:
    """Begin "once or twice a day" at its first word, in place."""
    once = _ONCE.search(text, max(0, quantity.start - 12), quantity.start) if quantity.low == 2 else None
    if once and quantity.unit.startswith("times"):
        quantity.low, quantity.bound, quantity.start = 1.0, Bound.RANGE, once.start()
    return quantity


def _related(text: str, amount: Amount) -> list[Quantity]:
    ahead = text[amount.end : amount.end + 2]
    related = ahead[:1] in _RELATED_OPENS and not (ahead[:1] == " " and ahead[1:] not in _RELATED_BEGINS)
    is_small = amount.value < 10 and "in" in text[amount.end + 3 : amount.end + 24]
    if is_small and (share := read_odds_of_things(text, amount.number)):
        return [_shared(share)]
    if not (related and _RELATED.match(text, amount.end)):
        before = text[max(0, amount.start - 5) : amount.start] if amount.signed else ""
        if "±" not in before and "/-" not in before:
            return []
    if end := score_end(text, amount.number):
        scored = read_noun(text, end)
        unit = scored if scored and scored.base in SCORES else None
        return [replace(quantity_of(amount, unit, end), shared=True)]
    if not amount.money and (share := read_odds(text, amount.number)):
        return [_shared(share)]
    return read_relation(text, amount)


def _measured(text: str, amount: Amount) -> list[Quantity]:
    """Read the unit behind the number, and what a link joins to it."""
    own = read_rate(text, amount.end, amount.money) if amount.money else read_unit(text, amount.end, noun=False)
    measured = own if own and own.base else None
    if link := _link(text, measured.end if measured else amount.end):
        several = read_range(text, amount, measured, link) or (
            [] if measured and not amount.money else read_list(text, amount)
        )
        if several:
            return several
    return [quantity_of(amount, own, amount.end) if own else _counted(text, amount)]


def _link(text: str, end: int) -> re.Match[str] | None:
    ahead = text[end : end + 2]
    if ahead[:1] not in _LINK_OPENS or (ahead[:1] == " " and ahead[1:] not in _LINK_BEGINS):
        return None
    return LINK.match(text, end)


def _unit_of_next(text: str, end: int) -> UnitPhrase | None:
    """Read the unit of the number that a link joins: "from 7.8 (SD 5.0) to 5.1 attacks a week"."""
    link = _link(text, end)
    following = next_amount(text, link.end()) if link and link["word"] else None
    return unit_behind(text, following, noun=True) if following else None


def _described(text: str, amount: Amount) -> UnitPhrase | None:
    """Read the things that a figure of their own describes: "three 10-minute walks" counts walks."""
    inner = next_amount(text, amount.end + 1) if text[amount.end + 1 : amount.end + 2].isdigit() else None
    size = unit_behind(text, inner, noun=False) if inner else None
    noun = counted_noun(text, size.end)[0] if size else ""
    return UnitPhrase(noun, noun, amount.end) if noun else None


def _counted(text: str, amount: Amount) -> Quantity:
    """Read a number of things; "or more" may stand between the two ("3 or more days")."""
    after = bound_after(text, amount.end)
    begin = after.edge if after else amount.end
    unit = read_unit(text, begin) if after else read_noun(text, begin)
    if unit is None and (spread := spread_end(text, amount.end)) > amount.end:
        behind = read_unit(text, spread, noun=False) or _unit_of_next(text, spread)
        unit = behind._replace(end=amount.end) if behind else None
    if unit is None and amount.number.spelled:
        unit = _described(text, amount)
    if unit is None and (more := _MORE_OF.match(text, amount.end)):
        things = read_unit(text, more.end())
        unit = things._replace(end=amount.end) if things else None
    if unit is None and (group := _OF_GROUP.match(text, amount.end)):
        members = read_unit(text, group.end())
        unit = members._replace(end=amount.end) if members and members.base not in MEASURABLE else None
    return quantity_of(amount, unit, begin, after.bound if after else None)
