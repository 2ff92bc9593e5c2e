"""Page ranges as the two citation styles print them."""

from __future__ import annotations

import re

_RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*[-\u2010-\u2015\u2212]+\s*([A-Za-z]*)(\d+)")
_DASH = re.compile(r"(?<=\w)\s*[-\u2010-\u2015\u2212]+\s*(?=\w)")


def short_pages(pages: str) -> str:
    """Return the ranges without repeated digits: 1161-1168 gives 1161-8, S10-S18 gives S10-8.

    Citing Medicine, chapter 1, location (pagination): digits are not repeated unless a letter follows them
    (126A-127A stays), a letter before the number is given once.
    """
    return ", ".join(_short(part.strip()) for part in pages.split(",") if part.strip())


def _short(pages: str) -> str:
    found = _same_series(pages)
    if not found:
        return _DASH.sub("-", pages)
    letters, first, last = found
    while len(last) > 1 and len(first) == len(last) and first[0] == last[0]:
        first, last = first[1:], last[1:]
    return f"{letters}{found[1]}-{last}"


def full_pages(pages: str) -> str:
    """Return the ranges in full with an en dash: 1161-8 gives 1161–1168 (APA 7, 9.25)."""
    return ", ".join(_full(part.strip()) for part in pages.split(",") if part.strip())


def _full(pages: str) -> str:
    found = _same_series(pages)
    if not found:
        return _DASH.sub("–", pages)
    letters, first, last = found
    return f"{letters}{first}–{letters}{last}"


def _same_series(pages: str) -> tuple[str, str, str] | None:
    """Letters, first and last number in full, where the range rises within one series; otherwise nothing."""
    found = _RANGE.fullmatch(pages)
    if not found or found[3] not in {"", found[1]}:
        return None
    first, last = found[2], found[4]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return (found[1], first, last) if int(last) >= int(first) else None
