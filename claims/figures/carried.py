"""The unit that a bare number takes over from the figure before it: "40,000 tickets, 2,500 more than last year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.figures.exclusions import year_end
from claims.figures.numerals import GAP, GAP0
from claims.figures.quantities import Quantity
from claims.figures.unit_names import COUNTED, MEASURABLE, RATIOS

_BESIDE = re.compile(rf"{GAP0}(?:and|or|to|versus|vs\.?){GAP}", re.IGNORECASE)
_OF_THEM = re.compile(rf"{GAP}(?:(?:more|fewer|less){GAP}than|(?P<of>of){GAP}(?:them|whom|which|these|those))\b")
#: "Of the 40 patients, 12 died and 3 withdrew": what some of a group did.
_OF = re.compile(rf"\bof{GAP}(?:the{GAP})?$", re.IGNORECASE)
_ACTED = re.compile(
    rf"(?:{GAP}\([^()]{{1,12}}\))?{GAP}(?:were|was|are|had|have|did|fell|left|took|got|felt|slept|withdrew|became|began|[a-z]{{2,}}ed)\b"
)
_PARALLEL = re.compile(
    rf"{GAP}(?P<place>in|for|among|with|at|on|after|before){GAP}[^.;:\d]{{2,40}}?,?{GAP}(?:and|versus|against|but|to)"
    rf"(?:{GAP}only|{GAP}just|{GAP}about)?{GAP}"
)
#: What stands behind a ratio that was named earlier: "0.98 (95% CI 0.76 to 1.27)".
_INTERVAL_BEHIND = re.compile(
    rf"{GAP0}[(\[]{GAP0}(?:[0-9]{{2}}(?:\.[0-9])?{GAP0}%{GAP0})?(?:C(?:r)?I\b|confidence|credible)"
)
_SENTENCE = re.compile(r"[.!?;]\s|\n\n")
_CLOSED = re.compile(rf"[.,;)]|$|{GAP}(?:in|on|with|against)\b")


class Carried(NamedTuple):
    """A unit taken over; ``unit`` may be empty where the figure before is a plain number too."""

    unit: str
    base: str


def carried_unit(text: str, quantity: Quantity, earlier: Sequence[Quantity]) -> Carried | None:
    """Return the unit that a number without one shares with a quantity before it; None where it shares none.

    ``earlier`` are the last quantities read, of which mostly the last alone counts.
    """
    if not earlier or quantity.unit or earlier[-1].end > quantity.start:
        return None
    if not quantity.large and year_end(text, quantity.start) > quantity.start:
        return None
    before = earlier[-1]
    if quantity.start - before.end <= 64 and _shares(text, quantity, before, text[before.end : quantity.start]):
        return Carried(before.unit, before.base)
    further = _further_back(text, quantity, earlier)
    return Carried(further.unit, further.base) if further else None


def _further_back(text: str, quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity | None:
    """Return the ratio of the same sentence for a number with an interval, and its group for a part of a group."""
    bases = RATIOS if _INTERVAL_BEHIND.match(text, quantity.end) else COUNTED if quantity.shared else {}
    for before in reversed(earlier):
        if before.base in bases and not _SENTENCE.search(text, before.end, quantity.start):
            return before
    return None


def _shares(text: str, quantity: Quantity, before: Quantity, gap: str) -> bool:
    counted = bool(before.unit) and before.base not in MEASURABLE
    if _BESIDE.fullmatch(gap):
        if not quantity.spelled and not before.shared and text[before.end - 1 : before.end].isdigit():
            return True
        return counted and gap.strip() == "to" and _CLOSED.match(text, quantity.end) is not None
    if counted and ";" not in gap:  # what some of those counted before were or did
        if them := _OF_THEM.match(text, quantity.end):
            return gap.count(".") <= (them["of"] is not None)
        if "." not in gap and _ACTED.match(text, quantity.end):
            is_carried = before.end == before.number_end
            return is_carried or _OF.search(text, max(0, before.start - 8), before.start) is not None
    parallel = _PARALLEL.fullmatch(gap) if before.unit and not quantity.spelled else None
    return parallel is not None and re.match(rf"{GAP}{parallel['place']}\b", text[quantity.end :][:12]) is not None
