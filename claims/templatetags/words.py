"""What templates need to show the words of the vocabularies, dates and identifiers as a reader expects them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.dateformat import format as format_date

from claims.figures.quantity import Bound, Direction, FigureVerdict, Statistic
from claims.grade.vocabulary import (
    Attribution,
    Certainty,
    Design,
    Domain,
    Indirectness,
    Kind,
    RiskOfBias,
    Scope,
    Stance,
    Upgrade,
    Verdict,
    WordingStrength,
)
from claims.search.filters import UNRATED, label_of
from claims.words import Word
from sources.bib.identifiers import doi_url, pmcid_url, pmid_url
from sources.bib.notices import NoticeKind

register = template.Library()

VOCABULARIES: dict[str, type[Word]] = {
    "attribution": Attribution,
    "bound": Bound,
    "certainty": Certainty,
    "design": Design,
    "direction": Direction,
    "domain": Domain,
    "figure": FigureVerdict,
    "indirectness": Indirectness,
    "kind": Kind,
    "notice": NoticeKind,
    "risk": RiskOfBias,
    "scope": Scope,
    "stance": Stance,
    "statistic": Statistic,
    "upgrade": Upgrade,
    "verdict": Verdict,
    "wording": WordingStrength,
}
NOT_RATED = {
    "value": UNRATED,
    "label": label_of("certainty", UNRATED),
    "symbol": "–",
    "definition": "Nobody has rated how sure one can be.",
}


@register.filter
def word(value: str | None, vocabulary: str) -> Any:
    """Return the word with its label, symbol and definition; a value of an older vocabulary is its own label."""
    if not value:
        return NOT_RATED
    try:
        return VOCABULARIES[vocabulary](value)
    except ValueError:
        return {"value": value, "label": value.replace("_", " "), "symbol": "", "definition": ""}


@register.inclusion_tag("_parts/mark.html")
def mark(value: str | None, vocabulary: str, size: str = "") -> dict[str, Any]:
    """Show a value as symbol, word and colour together, never by colour alone."""
    shown = word(value, vocabulary)
    symbol = shown["symbol"] if isinstance(shown, dict) else shown.symbol
    return {"word": shown, "symbol": symbol, "vocabulary": vocabulary, "size": size}


def _moment(value: str | date | datetime) -> date:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@register.filter
def day(value: str | date | datetime | None) -> str:
    """Return the day of an ISO text or date in words, e.g. ``22 November 2026``."""
    return format_date(_moment(value), "j F Y") if value else ""


@register.filter
def iso(value: str | date | datetime | None) -> str:
    """Return the day of an ISO text or date as ``2026-11-22``, for machines."""
    return _moment(value).strftime("%Y-%m-%d") if value else ""


@register.filter
def entry(mapping: dict[str, str], key: str) -> str:
    """Return the entry of a mapping, or the key itself where there is none."""
    return mapping.get(key, key)


register.filter("doi_url", doi_url)
register.filter("pmid_url", pmid_url)
register.filter("pmcid_url", pmcid_url)
