"""Two numbers with a slash between them: blood pressure (140/90 mmHg), a part of a group (31/50 patients), strengths.

Conventions: each is two quantities, but a score is its own number ("4/5 stars"). Two weights are the strengths of a
combination ("5/10 mg") where they cannot be a fraction in its lowest terms. A pair of which nothing tells what it
counts ("31/50", "8/10") is not read, since it may as well be a fraction, a score or a date.
"""

from __future__ import annotations

import re
from math import gcd

from claims.figures.bounds import bound_before, turned_by_not
from claims.figures.lead import lead_of
from claims.figures.numerals import GAP, GAP0
from claims.figures.quantities import Quantity
from claims.figures.quantity import Bound
from claims.figures.unit_names import AMOUNTS, COUNTED, MEASURABLE
from claims.figures.unit_phrases import read_unit

_PAIR = re.compile(r"([1-9][0-9]{0,3})\s?[/⁄]\s?([1-9][0-9]{0,3})(?![0-9/⁄]|[.,·][0-9])")
_MORE = rf"(?:(?:-|{GAP}(?:to|and|or|versus|vs){GAP})[0-9]{{2,3}}/[0-9]{{2,3}})?"
_PRESSURE = re.compile(rf"(?P<more>{_MORE}){GAP0}(?:mm{GAP0}Hg|mmhg)(?![A-Za-z])")
_OF_BLOOD = re.compile(rf"\b(?:blood{GAP}pressures?|BP)\b[^.;!?]*$", re.IGNORECASE)
_SHARE = re.compile(rf"{GAP0}[(\[]{GAP0}(?P<share>[0-9]{{1,3}}(?:[.,·][0-9]+)?)\s?(?:%|per{GAP0}cent){GAP0}[)\]]")
#: What a score is counted in.
SCORES = frozenset({"stars", "points"})


def read_pair(text: str, start: int) -> list[Quantity]:
    """Read the two quantities of the pair that begins at ``start``; [] where none does or nothing tells its kind."""
    pair = _PAIR.match(text, start)
    if pair is None or text[start - 1 : start] in {"/", "."}:
        return []
    first, second = float(pair[1]), float(pair[2])
    end = group_end(text, first, second, pair.end())
    beside = end == pair.end()
    unit = read_unit(text, end, noun=second >= 10 or text.startswith(" stars", end))
    if unit and beside and unit.base in AMOUNTS and (first > second or gcd(int(first), int(second)) > 1):
        return _two(pair, unit.unit, unit.end, None, unit.base)
    if first > second:
        return _pressure(text, pair)
    if unit and beside and unit.base in SCORES:
        return [Quantity(first, first, pair.start(), unit.end, unit.base, unit.base, shared=True)]
    if unit and (unit.unit != unit.base or unit.base in MEASURABLE or not (beside or unit.base in COUNTED)):
        unit = None
    if beside:
        return _two(pair, unit.base, unit.end, None) if unit else []
    return _two(pair, unit.base if unit else "", pair.end(), None)


def group_end(text: str, part: float, group: float, end: int) -> int:
    """Return the end of the bracketed percentage that agrees with a part of a group ("(62 %)"), or ``end``."""
    share = _SHARE.match(text, end)
    if share is None or not 0 < part <= group:
        return end
    printed = share["share"].replace(",", ".").replace("·", ".")
    half_step = 0.5 * 10.0 ** -len(printed.partition(".")[2])
    return share.end() if abs(100 * part / group - float(printed)) <= half_step + 1e-9 else end


def _pressure(text: str, pair: re.Match[str]) -> list[Quantity]:
    """Read systolic and diastolic pressure; a bound before the pair holds for both."""
    start, end = pair.span()
    unit = _PRESSURE.match(text, end)
    if unit is None:
        likely = 60 <= float(pair[1]) <= 260 and 30 <= float(pair[2]) <= 160
        if not likely or text[end : end + 1].isalpha() or not _OF_BLOOD.search(text, max(0, start - 64), start):
            return []
    before = bound_before(text, start, lead_of(text, start).last)
    bound = (turned_by_not(text, before) or before.bound) if before else None
    return _two(pair, "mmHg", end if unit is None or unit["more"] else unit.end(), bound)


def _two(pair: re.Match[str], unit: str, end: int, bound: Bound | None, base: str = "") -> list[Quantity]:
    """Return both quantities; they are marked as read for certain, or the sign between them would rule them out."""
    values = (float(pair[1]), float(pair[2]))
    spans = ((pair.start(), pair.end(1)), (pair.start(2), end))
    return [
        Quantity(value, value, *span, unit, base or unit, bound, shared=True)
        for value, span in zip(values, spans, strict=True)
    ]
