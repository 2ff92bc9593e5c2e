"""Suggestions while somebody types: claims, topics and sources that the last word, begun, and the words before it name.

Claims are looked for by their codes, statements, topics and figures, and only where these name nothing by all of their
text; sources by names, years and identifiers. Both databases give the same, in an order that needs no scoring.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Q, Sum

from claims.documents.search_text import fold, words_of
from claims.models import FacetCell, ListedSource, Listing
from claims.search.facets import ANY
from claims.search.matching import begun_in_title, in_title, matches, without
from claims.search.query import LEAD, TextQuery, read_query

#: What is typed is cut here; nobody needs a suggestion for more, and each text is one address to keep.
LONGEST = 80
SHORTEST = 2
CLAIMS, TOPICS, SOURCES = 5, 3, 4


@dataclass(frozen=True, slots=True)
class Completion:
    """One suggestion: its kind (claim, topic, source), the public name it leads to, its text and a detail."""

    kind: str
    name: str
    text: str
    detail: str = ""


def typed(text: str) -> str:
    """Return what somebody typed on one line, cut to size; empty where it is too short to suggest anything."""
    line = " ".join(text.replace("\x00", "").split())[:LONGEST].rstrip()
    return line if len(line) >= SHORTEST else ""


def is_begun_by(text: str, wanted: list[str]) -> bool:
    """Tell whether each of the wanted folded words begins some word of the text."""
    words = words_of(text)
    return bool(wanted) and all(any(word.startswith(begun) for word in words) for begun in wanted)


def complete(text: str) -> list[Completion]:
    """Return suggestions for what `typed` returned: claims by number, topics by claims, sources by name."""
    if not text:
        return []
    return [*_claims(text), *_topics(text), *_sources(text)]


def _claims(text: str) -> list[Completion]:
    query = read_query(text)
    if not query.wanted:
        return []
    *before, last = query.terms
    # the last word may go on unless it is part of a phrase or left out
    goes_on = text[-1].isalnum() and text.count('"') % 2 == 0 and not last.excluded
    begun = TextQuery((*before, replace(last, prefix=True))) if goes_on else query
    title = in_title(TextQuery(tuple(before))) & begun_in_title(last) if goes_on else in_title(query)
    return _listed(title & without(query)) or _listed(matches(query) | matches(begun))


def _listed(condition: Q) -> list[Completion]:
    rows = Listing.objects.filter(condition).order_by("number").values_list("number", "statement")
    return [Completion("claim", f"C{number}", statement) for number, statement in rows[:CLAIMS]]


def _topics(text: str) -> list[Completion]:
    wanted = words_of(text)
    cells = FacetCell.objects.filter(article=ANY, stance=ANY, form=ANY).exclude(topic=ANY)
    rows = cells.values_list("topic").annotate(total=Sum("claims")).order_by("-total", "topic")
    found = [(topic, total) for topic, total in rows if is_begun_by(topic, wanted)]
    return [Completion("topic", topic, topic, str(total)) for topic, total in found[:TOPICS]]


def _sources(text: str) -> list[Completion]:
    """Return the sources of which each word typed begins a key; an identifier is one key, however it is cut."""
    rows = ListedSource.objects.filter(in_use=True).order_by("sort_name", "number")
    wanted = [key for part in LEAD.sub("", text).split() for key in _keys(part)]
    if not wanted:
        return []
    for key in wanted:
        rows = rows.filter(keys__contains=f" {key}")
    return [_source(row) for row in rows.only("document_text")[:SOURCES]]


def _keys(part: str) -> list[str]:
    """Return what to look for: a part of letters and digits as it is, such as a DOI or PMCID, others word by word."""
    is_mixed = any(sign.isdigit() for sign in part) and any(sign.isalpha() for sign in part)
    return [fold(part)] if is_mixed or part.startswith("10.") else words_of(part)


def _source(row: ListedSource) -> Completion:
    document = row.document
    csl = document["csl"]
    numbers = [f"{name} {csl[name]}" for name in ("PMID", "DOI") if csl.get(name)][:1]
    return Completion("source", document["citekey"], document["short"], " · ".join([csl["title"], *numbers]))
