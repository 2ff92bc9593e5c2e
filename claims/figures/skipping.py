"""Digits that are passed over before anything is read: what stands before them, or their shape, says enough."""

from __future__ import annotations

import re

from claims.figures.exclusions import LABELS, NUMBER, TO, bracket_end, is_labelled, shape_end
from claims.figures.lead import Lead
from claims.figures.numerals import DASH, GAP0

#: A number that no shape begins with: "40 %", "12.5 mg". What follows must not begin a time, a month or a recall.
_MEASURED = re.compile(r"[1-9][0-9]*+(?:[.,][0-9]+)?+(?: ?%| (?=[b-gi-nq-z])|[.,)](?!\s{0,3}[0-9]))")
_LOOSE_LEFT = re.compile(
    rf"(?<![A-Za-z])(?:CIs?|CrIs?|confidence intervals?|IQR){GAP0}(?:[:=,(\[]|of|was|were|from)*{GAP0}[{DASH}]?$"
)
_LOOSE = re.compile(rf"{NUMBER}(?:{TO}{NUMBER})?")
#: A number that closes its clause: no unit can follow.
_LONE = re.compile(r"[0-9]{1,4}+(?=[.;)](?![0-9])|,(?!\s?[0-9]))")
_YEAR_WORDS = frozenset({"in", "since", "by", "until", "till", "before", "after", "during", "from", "early", "late"})
#: The last words behind which a number that closes its clause can be a label or a year.
_POINTING = LABELS | _YEAR_WORDS
#: The last words before a stand-alone interval.
_INTERVAL_LAST = frozenset({"ci", "cis", "cri", "cris", "interval", "intervals", "iqr", "of", "was", "were", "from"})
_BLANKS = frozenset({"", " ", "\n"})
#: Codes of money may touch their number; any other letter makes it a name.
_CODES = ("USD", "EUR", "GBP", "CHF", "JPY", "INR", "AUD", "CAD", "CNY", "RMB", "Rs")


def skipped_end(text: str, start: int, lead: Lead) -> int:
    """Return where to go on behind a date, time, identifier, citation mark or stand-alone interval, or ``start``."""
    before = text[start - 1 : start]
    if before not in _BLANKS:
        if is_joined(text, start, before) and not text.endswith(_CODES, 0, start):
            return start + 1
        if before in "[(" and (end := bracket_end(text, start)) > start:
            return end
    last = lead.last
    if last in _POINTING and (lone := _LONE.match(text, start)) and (is_labelled(lead) or _is_year(lead, lone[0])):
        return lone.end()
    if not _MEASURED.match(text, start) and (end := shape_end(text, start)) > start:
        return end
    return start if last.isalpha() and last not in _INTERVAL_LAST else _loose_interval_end(text, start)


def _is_year(lead: Lead, number: str) -> bool:
    return len(number) == 4 and lead.last in _YEAR_WORDS and "1000" <= number <= "2100"


def is_joined(text: str, start: int, before: str) -> bool:
    """Tell whether the number at ``start`` is a part of a name: B12, omega-3, 10:45; ``before`` stands before it."""
    if before.isalpha() or before in "#_@\\/":
        return True
    earlier = text[start - 2 : start - 1]
    return (before in "-*" and earlier.isalnum()) or (before in ".:," and earlier.isdigit())


def _loose_interval_end(text: str, start: int) -> int:
    """Return the end of "CI 0.2-0.9" where no level stands before it, or ``start``."""
    window = text[start - 32 if start > 32 else 0 : start]
    if ("C" not in window and "IQR" not in window and "onfidence" not in window) or not _LOOSE_LEFT.search(
        text, max(0, start - 32), start
    ):
        return start
    match = _LOOSE.match(text, start)
    return match.end() if match else start
