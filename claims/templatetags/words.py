"""What templates need to show the words of the vocabularies, dates and identifiers as a reader expects them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.documents.vocabularies import words_of
from claims.reports.quantities import number_text
from claims.search.filters import UNRATED, label_of
from claims.words import Word
from sources import labels
from sources.bib.identifiers import doi_url, pmcid_url, pmid_url

register = template.Library()


@dataclass(frozen=True, slots=True)
class Shown:
    """A word as a reader sees it, in the language of the site."""

    value: str
    label: str
    symbol: str = ""
    definition: str = ""


@register.filter
def word(value: str | None, vocabulary: str) -> Shown:
    """Return the word with its label, symbol and definition; a value of an older vocabulary is its own label."""
    if not value or value == UNRATED:
        return Shown(UNRATED, label_of("certainty", UNRATED), "–", gettext("Nobody has rated how sure one can be."))
    try:
        return shown(words_of(vocabulary)(value))
    except ValueError:
        return Shown(value, value.replace("_", " "))


@register.filter
def shown(member: Word) -> Shown:
    """Return a member of any vocabulary as a reader sees it."""
    return Shown(member.value, labels.label(member), member.symbol, labels.definition(member))


@register.filter
def translated(text: str) -> str:
    """Return a text of the program's own tables in the language of the site."""
    return labels.translated(text)


@register.simple_tag
def record_lang() -> SafeString:
    """Say that an element holds text of the record, where that is in another language than the site."""
    return labels.record_attribute()


@register.simple_tag
def record(text: str) -> str:
    """Show text of the record within a sentence of the site; it says its language only where that is another one."""
    return labels.record_text(text)


@register.inclusion_tag("_parts/mark.html")
def mark(value: str | None, vocabulary: str, size: str = "") -> dict[str, Any]:
    """Show a value as symbol, word and colour together, never by colour alone."""
    found = word(value, vocabulary)
    return {"word": found, "symbol": found.symbol, "vocabulary": vocabulary, "size": size}


def _moment(value: str | date | datetime) -> date:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@register.filter
def number(value: float) -> str:
    """Return a number as the site's language writes it, e.g. ``2,624``."""
    return number_text(value)


@register.filter
def day(value: str | date | datetime | None) -> str:
    """Return the day of an ISO text or date in the form of the site's language, e.g. ``22 November 2026``."""
    return date_format(_moment(value), "DATE_FORMAT") if value else ""


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
