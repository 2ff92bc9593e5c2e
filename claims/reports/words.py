"""How reports print values: labels of the vocabularies, numbers, figures, findings, doses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.dateformat import format as format_date

from claims.documents.vocabularies import words_of
from claims.grade.vocabulary import Certainty
from claims.reports.quantities import doubt_text, found_text, number_text


def label(vocabulary: str, value: str | None, missing: str = "not rated") -> str:
    """Return the words for a stored value; ``missing`` where there is none."""
    return words_of(vocabulary)(value).label if value else missing


def marked(vocabulary: str, value: str | None, missing: str = "not rated") -> str:
    """Return symbol and words for a stored value."""
    if not value:
        return missing
    word = words_of(vocabulary)(value)
    return f"{word.symbol} {word.label}".strip()


def finding_text(finding: dict[str, Any]) -> str:
    """Print what a finding reports: words, size or range, interval, p, subgroup."""
    subgroup = "subgroup only" if finding["subgroup"] else ""
    numbers = "; ".join(part for part in (found_text(finding), doubt_text(finding), subgroup) if part)
    return f"{finding['what']}: {numbers}" if numbers else str(finding["what"])


def dose(value: float | None) -> str:
    """Print an elemental dose."""
    return "not stated" if value is None else f"{number_text(value)} mg/day"


def participants(value: int | None) -> str:
    return "not stated" if value is None else number_text(value)


def day(moment: str) -> str:
    """Print the day of a date or time in ISO form, e.g. ``22 November 2026``; empty where there is none."""
    return format_date(datetime.fromisoformat(moment), "j F Y") if moment else ""


def change(levels: int) -> str:
    """Print a GRADE step with its sign."""
    return f"{levels:+d}".replace("-", "−") if levels else "0"


def judgement(value: str) -> str:
    """Print a judgement as an override keeps it: a GRADE step, a level, or the verdict of a figure."""
    if value.lstrip("-").isdigit():
        return change(int(value))
    return value.replace("_", " ")


#: Certainty by its level in the sum of GRADE steps.
LEVELS = {4: Certainty.HIGH, 3: Certainty.MODERATE, 2: Certainty.LOW, 1: Certainty.VERY_LOW}


def level(total: int) -> str:
    """Print a running sum of GRADE steps, which can leave the scale on the way."""
    if total > max(LEVELS):
        return "above high"
    return LEVELS[total].label if total in LEVELS else "below very low"
