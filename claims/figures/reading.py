"""Reading figures from running English: every asserted quantity with its exact place in the text.

`read_figures` reads the quantity at every number (`assembly`), passes over what is none (`skipping`), keeps what the
text asserts (`asserting`) and tells what the words around it say of it (`clauses`, `directions`, `context`). Each of
these steps is taken for all numbers before the next: that takes a tenth less time than all steps for one number.
"""

from __future__ import annotations

from claims.figures.anchors import find_anchors
from claims.figures.assembly import read_quantities
from claims.figures.asserting import Asserted, asserted_of
from claims.figures.clauses import Clause, clause_around
from claims.figures.context import comparator_of, statistic_of
from claims.figures.directions import direction_of
from claims.figures.exclusions import interval_end, spread_end
from claims.figures.folding import fold
from claims.figures.lead import Lead, lead_of
from claims.figures.quantities import Quantity
from claims.figures.quantity import Bound, Direction, Figure, Statistic
from claims.figures.skipping import skipped_end
from claims.figures.time_changes import direction_of_time
from claims.figures.typography import plain_signs
from claims.figures.unit_names import TIMES

_OPENED = (" (", " [")
_OPEN_BELOW = frozenset({Bound.UP_TO, Bound.LESS_THAN})
_OPEN_ABOVE = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
JSON_KEYS = ("start", "end", "text", "low", "high", "unit", "bound", "statistic", "direction", "comparator")


def read_figures(text: str) -> list[Figure]:
    """Return every figure asserted in ``text``, in order; spans are code points and never overlap.

    Open ends are None: "up to 40 %" has no low, "at least 300" no high, "exactly" and "about" have both equal.
    Conventions for words ("doubled", "one in five") are stated in `claims.figures.shares`, for ± and ranges in
    `claims.figures.ranges`; units are spelled as in `claims.figures.unit_names`. Never raises.
    """
    source, text = text, plain_signs(text)
    folded = fold(text)
    quantities = _read(text, find_anchors(text, folded.numbers))
    asserted = list(asserted_of(text, quantities))
    clauses = [clause_around(folded.words, each.start, each.said_end) for each in asserted]
    directions = [_direction(each.quantity, clause) for each, clause in zip(asserted, clauses, strict=True)]
    statistics = list(map(_statistic, asserted, clauses, directions))
    comparators = [
        comparator_of(text, clause, each.quantity.base, direction)
        for each, clause, direction in zip(asserted, clauses, directions, strict=True)
    ]
    return [_figure(source, *told) for told in zip(asserted, statistics, directions, comparators, strict=True)]


def _read(text: str, anchors: list[tuple[int, bool]]) -> list[tuple[Quantity, Lead]]:
    """Return every quantity that can be read at the anchors, with what stands before it."""
    found = []
    done = 0
    for start, spelled in anchors:
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
            done = interval_end(text, quantity.end) if quantity.base == "%" else quantity.end
            if done == quantity.end:
                done = spread_end(text, done) if text.startswith(_OPENED, done) else done
                found.append((quantity, lead if quantity.start == start else lead_of(text, quantity.start)))
    return found


def _direction(quantity: Quantity, clause: Clause) -> Direction | None:
    told = direction_of_time if quantity.base in TIMES else direction_of
    return quantity.direction or told(clause, quantity.base or quantity.unit)


def _statistic(asserted: Asserted, clause: Clause, direction: Direction | None) -> Statistic | None:
    quantity = asserted.quantity
    return quantity.statistic or statistic_of(quantity.unit, quantity.base, clause, direction)


def _figure(
    source: str, asserted: Asserted, statistic: Statistic | None, direction: Direction | None, comparator: str | None
) -> Figure:
    quantity, start, end, _, bound = asserted
    low = None if bound in _OPEN_BELOW else quantity.low
    high = None if bound in _OPEN_ABOVE else quantity.high
    return Figure(
        source[start:end], low, high, quantity.unit, bound, statistic, direction, comparator, start=start, end=end
    )


def figure_json(figure: Figure) -> dict[str, object]:
    """Return the JSON object of a figure: the keys of `JSON_KEYS`, open or unknown values as None."""
    return {key: _plain(getattr(figure, key)) for key in JSON_KEYS}


def _plain(value: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return str(value) if isinstance(value, str) else value
