"""Reading figures from running English: every asserted quantity with its exact place in the text.

`read_figures` goes from one number to the next, reads the quantity that stands there (`assembly`), drops
what is no figure (`exclusions`, `plausible`) and weighs the words around it (`bounds`, `context`).
"""

from __future__ import annotations

import re

from claims.figures.anchors import find_anchors
from claims.figures.assembly import read_quantities
from claims.figures.bounds import BoundPhrase, bound_after, bound_before, limit_before, turned_by_not
from claims.figures.carried import carried_unit
from claims.figures.clauses import Clause, clause_around
from claims.figures.context import comparator_of, statistic_of
from claims.figures.directions import direction_of
from claims.figures.exclusions import estimate_interval_end, interval_end
from claims.figures.folding import fold
from claims.figures.lead import Lead, lead_of
from claims.figures.names import name_unit
from claims.figures.plausible import is_plausible
from claims.figures.pounds import means_money
from claims.figures.quantities import Quantity
from claims.figures.quantity import Bound, Direction, Figure
from claims.figures.skipping import skipped_end
from claims.figures.time_changes import direction_of_time
from claims.figures.typography import plain_signs
from claims.figures.unit_names import MEASURABLE, RATIOS, TIMES

_EXACTLY = Bound.EXACTLY
#: Words behind which a number can be an age, whatever follows it.
_AGES = frozenset({"aged", "age", "of"})
_NO_BOUND = frozenset({None, Bound.RANGE})
_OPEN_BELOW = frozenset({Bound.UP_TO, Bound.LESS_THAN})
_OPEN_ABOVE = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})

#: Words before "over" that leave it its meaning of more than.
_LASTING = ("lasted", "for", "by", "takes", "took", "take", "spent", "aged", "was", "is", "of")
#: People, before "over" and a number of years: an age.
_AGED = ("adults", "children", "women", "men", "people", "those", "anyone", "patients", "boys", "girls", "infants")
#: What may stand between two figures of which the second tells the way or time: "4,200 metres of climbing over".
_BETWEEN = re.compile(r"(?:\s+of\s+[a-z]+)?\s+")
_SPANS = frozenset({"innings", "games", "matches", "rounds", "seasons", "laps", "sessions", "visits", "meals"})

JSON_KEYS = ("start", "end", "text", "low", "high", "unit", "bound", "statistic", "direction", "comparator")


def read_figures(text: str) -> list[Figure]:
    """Return every figure asserted in ``text``, in order; spans are code points and never overlap.

    Open ends are None: "up to 40 %" has no low, "at least 300" no high, "exactly" and "about" have both equal.
    Conventions for words ("doubled", "one in five") are stated in `claims.figures.shares`, for ± and ranges in
    `claims.figures.ranges`; units are spelled as in `claims.figures.unit_names`. Never raises.
    """
    figures: list[Figure] = []
    done = 0
    before: Quantity | None = None
    source, text = text, plain_signs(text)
    folded = fold(text)
    for start, spelled in find_anchors(text, folded.numbers):
        if start < done:
            continue
        lead = lead_of(text, start)
        skip = start if spelled else skipped_end(text, start, lead)
        if skip > start:
            done = skip
            continue
        for quantity in read_quantities(text, start, spelled=spelled):
            if quantity.start < done:
                continue
            interval = interval_end(text, quantity.end) if quantity.base == "%" else quantity.end
            if interval > quantity.end:
                done = interval
                continue
            if quantity.start != start:
                lead = lead_of(text, quantity.start)
            figure = _figure(source, text, folded.words, quantity, lead, before, done)
            done = max(done, figure.end if figure else quantity.end)
            if figure:
                figures.append(figure)
                before = quantity
                done = estimate_interval_end(text, done) if _has_interval(quantity) else done
    return figures


def figure_json(figure: Figure) -> dict[str, object]:
    """Return the JSON object of a figure: the keys of `JSON_KEYS`, open or unknown values as None."""
    return {key: _plain(getattr(figure, key)) for key in JSON_KEYS}


def _plain(value: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return str(value) if isinstance(value, str) else value


def _has_interval(quantity: Quantity) -> bool:
    return (not quantity.unit or quantity.base in RATIOS) and quantity.bound is not Bound.RANGE


def _figure(
    source: str, text: str, words: str, quantity: Quantity, lead: Lead, before: Quantity | None, floor: int
) -> Figure | None:
    """Return the figure of a quantity with its bound and context, or None where it is not asserted as one."""
    before_it = bound_before(text, quantity.start, lead.last)
    named, carried = False, None
    if not quantity.unit or lead.last in _AGES:
        named = name_unit(text, quantity, before_it)
    if not quantity.unit:
        if carried := carried_unit(text, quantity, before):
            quantity.unit, quantity.base = carried
    elif quantity.base == "lb" and means_money(text, quantity, lead):
        quantity.unit, quantity.base = quantity.unit.replace("lb", "£", 1), "£"
    start, end, bound = _bounded(text, quantity, lead, before_it, floor, named=named)
    bounded = start < quantity.start or quantity.bound not in _NO_BOUND
    if not is_plausible(text, quantity, lead, bounded=bounded or (carried is not None and not carried.unit)):
        return None
    clause = clause_around(words, start, end - 3 if text.endswith(" of", start, end) else end)
    direction = quantity.direction or _direction(clause, quantity.base)
    statistic = quantity.statistic or statistic_of(quantity.unit, quantity.base, clause, direction)
    low, high = _ends(quantity, bound)
    return Figure(
        source[start:end], low, high, quantity.unit, bound, statistic, direction, comparator_of(text, clause),
        start=start, end=end,
    )  # fmt: skip


def _direction(clause: Clause, base: str) -> Direction | None:
    return direction_of_time(clause, base) if base in TIMES else direction_of(clause, base)


def _bounded(
    text: str, quantity: Quantity, lead: Lead, before: BoundPhrase | None, floor: int, *, named: bool
) -> tuple[int, int, Bound]:
    """Return the span with the words of the bound, and the bound."""
    if before and (before.edge < floor or (not named and _means_during(text, quantity, before, floor))):
        before = None
    after = bound_after(text, quantity.end)
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


def _means_during(text: str, quantity: Quantity, before: BoundPhrase, floor: int) -> bool:
    """Tell whether "over" means during and not more than: "over 12 weeks", "900 metres over 6.5 miles"."""
    if (
        before.words != "over" or text[before.edge : before.edge + 4].lower() != "over"
    ):  # "just over" never means during
        return False
    if quantity.base in MEASURABLE and floor and _BETWEEN.fullmatch(text, floor, before.edge):
        return True
    if not (quantity.base in TIMES or quantity.base in _SPANS):
        return False
    left = text[max(0, before.edge - 24) : before.edge].rstrip().lower()
    return not left.endswith(_LASTING) and not (quantity.base == "years" and left.endswith(_AGED))


def _ends(quantity: Quantity, bound: Bound) -> tuple[float | None, float | None]:
    if bound in _OPEN_BELOW:
        return None, quantity.high
    if bound in _OPEN_ABOVE:
        return quantity.low, None
    return quantity.low, quantity.high
