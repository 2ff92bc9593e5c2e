"""Which of the quantities that can be read a text asserts, and with what bound: the words around each decide."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.figures.bounds import PERSONS, BoundPhrase, bound_after, bound_before, limit_before, turned_by_not
from claims.figures.carried import carried_unit
from claims.figures.counted_nouns import noun_of_one
from claims.figures.exclusions import estimate_interval_end
from claims.figures.lead import Lead
from claims.figures.names import name_unit
from claims.figures.numerals import GAP
from claims.figures.plausible import is_plausible
from claims.figures.pounds import means_money
from claims.figures.quantities import Quantity
from claims.figures.quantity import Bound
from claims.figures.unit_names import AMOUNTS, MEASURABLE, RATIOS, TIMES
from claims.figures.unit_rates import read_rates

_EXACTLY = Bound.EXACTLY
#: How many figures back a number can take its unit from.
_REMEMBERED = 4
#: "Aged 60 and over the curve fell": an age, whatever follows.
_AGES = frozenset({"aged", "ages"})
_OLDER = re.compile(rf"{GAP}(?:and|or){GAP}(over|above|older|under|younger)\b")
_YOUNGER = frozenset({"under", "younger"})
#: Words behind which a number can be an age or a ratio, whatever follows it.
_NAMING = frozenset({"aged", "age", "of", "over", "under", "above", "below"})
_NO_BOUND = frozenset({None, Bound.RANGE})
#: Words before "over" that leave it its meaning of more than.
_LASTING = ("lasted", "for", "by", "takes", "took", "take", "spent", "aged", "was", "is", "of")
#: People, before "over" and a number of years: an age.
_AGED = tuple(PERSONS)
#: What may stand between two figures of which the second tells the way or time: "4,200 metres of climbing over".
_BETWEEN = re.compile(r"(?:\s+of\s+[a-z]+)?\s+")
#: "Pour over two tablespoons of oil."
_POURED_OVER = re.compile(
    r"\b(?:pour|drizzle|sprinkle|spoon|scatter|ladle|grate|shave|crumble|squeeze)(?:d|ed|ing|s)?\s{1,3}$", re.IGNORECASE
)
#: "Over 75 years of age" is no time during which something happened.
_OF_AGE = re.compile(r"\b(?:of\s{1,3}age|old)\b")
_SPANS = frozenset({"innings", "games", "matches", "rounds", "seasons", "laps", "sessions", "visits", "meals"})


class Asserted(NamedTuple):
    """A quantity that the text asserts, its span with the words of its bound, and the bound.

    ``said_end`` is where what is said of it begins: behind the span, but for an "of" that the span ends with.
    """

    quantity: Quantity
    start: int
    end: int
    said_end: int
    bound: Bound


def asserted_of(text: str, quantities: Iterable[tuple[Quantity, Lead]]) -> Iterator[Asserted]:
    """Yield those of the quantities that the text asserts, with their bounds."""
    done = 0
    earlier: deque[Quantity] = deque(maxlen=_REMEMBERED)
    for quantity, lead in quantities:
        if quantity.start < done:
            continue
        asserted = _weighed(text, quantity, lead, earlier, done)
        done = asserted.end if asserted else quantity.end
        if asserted:
            yield asserted
            earlier.append(quantity)
            done = estimate_interval_end(text, done) if _has_interval(quantity) else done


def _has_interval(quantity: Quantity) -> bool:
    return (not quantity.unit or quantity.base in RATIOS) and quantity.bound is not Bound.RANGE


def _weighed(text: str, quantity: Quantity, lead: Lead, earlier: Sequence[Quantity], floor: int) -> Asserted | None:
    """Return a quantity with its unit and bound settled, or None where it is not asserted as one."""
    before_it = bound_before(text, quantity.start, lead.last)
    named, carried = False, None
    if not quantity.unit or lead.last in _NAMING:
        named = name_unit(text, quantity, before_it)
    if not quantity.unit:
        if carried := carried_unit(text, quantity, earlier):
            quantity.unit, quantity.base = carried
        elif quantity.low == quantity.high == 1:
            _read_one(text, quantity, before_it)
    elif quantity.base == "lb" and means_money(text, quantity, lead):
        quantity.unit, quantity.base = quantity.unit.replace("lb", "£", 1), "£"
    start, end, bound = _bounded(text, quantity, lead, before_it, floor, named=named)
    bounded = start < quantity.start or quantity.bound not in _NO_BOUND
    if not is_plausible(text, quantity, lead, bounded=bounded or (carried is not None and not carried.unit)):
        return None
    return Asserted(quantity, start, end, end - 3 if text.endswith(" of", start, end) else end, bound)


def _read_one(text: str, quantity: Quantity, before: BoundPhrase | None) -> None:
    """Give "at least one migraine" and "one egg a day" their unit, in place; one of a thing alone is no figure."""
    noun, end = noun_of_one(text, quantity.end)
    unit, end = read_rates(text, end, noun) if noun else ("", end)
    if unit != noun or (before and before.bound is Bound.AT_LEAST):
        quantity.unit, quantity.base, quantity.end = unit, noun, end
        quantity.shared = unit != noun


def _bounded(
    text: str, quantity: Quantity, lead: Lead, before: BoundPhrase | None, floor: int, *, named: bool
) -> tuple[int, int, Bound]:
    """Return the span with the words of the bound, and the bound."""
    if before and (before.edge < floor or (not named and _means_during(text, quantity, before, floor))):
        before = None
    after = _bound_behind(text, quantity, lead)
    if before is None and after is None and quantity.bound is None:
        return quantity.start, quantity.end, limit_before(text, quantity.start, lead.last) or _EXACTLY
    start = before.edge if before else quantity.start
    end = after.edge if after else quantity.end
    if quantity.bound is Bound.RANGE:
        return (start if before and before.bound is Bound.ABOUT else quantity.start), quantity.end, Bound.RANGE
    strong = [phrase.bound for phrase in (before, after) if phrase]
    if before and (turned := turned_by_not(text, before)):
        strong[0] = turned
    bound = (
        quantity.bound or (strong[0] if strong else None) or limit_before(text, quantity.start, lead.last) or _EXACTLY
    )
    return start, end, bound


def _bound_behind(text: str, quantity: Quantity, lead: Lead) -> BoundPhrase | None:
    """Return the bound behind a quantity, and add how often an amount is taken that stands behind the bound."""
    after = bound_after(text, quantity.end)
    if after is None and lead.last in _AGES and (older := _OLDER.match(text, quantity.end)):
        return BoundPhrase(Bound.LESS_THAN if older[1] in _YOUNGER else Bound.AT_LEAST, older.end())
    if after and quantity.base in AMOUNTS and quantity.unit == quantity.base:  # "3,200 IU or more daily"
        quantity.unit, edge = read_rates(text, after.edge, quantity.unit)
        after = after._replace(edge=edge)
    return after


def _means_during(text: str, quantity: Quantity, before: BoundPhrase, floor: int) -> bool:
    """Tell whether "over" means during and not more than: "over 12 weeks", "900 metres over 6.5 miles"."""
    if before.words != "over" or text[before.edge : before.edge + 4].lower() != "over":
        return False  # "just over" never means during
    if _POURED_OVER.search(text, max(0, before.edge - 16), before.edge):
        return True
    if quantity.base in MEASURABLE and floor and _BETWEEN.fullmatch(text, floor, before.edge):
        return True
    if not (quantity.base in TIMES or quantity.base in _SPANS):
        return False
    if quantity.base == "years" and _OF_AGE.search(text, quantity.number_end, quantity.end + 8):
        return False
    left = text[max(0, before.edge - 24) : before.edge].rstrip().lower()
    return not left.endswith(_LASTING) and not (quantity.base == "years" and left.endswith(_AGED))
