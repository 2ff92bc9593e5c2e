"""Turn a query into conditions on `Listing`, in the language of the database's own full-text index."""

from __future__ import annotations

from dataclasses import replace

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from claims.search.query import Term, TextQuery

#: Words hold folded letters and digits only (claims.documents.search_text), so quoting them is enough.
Condition = RawSQL
#: Shorter beginnings of what is typed are no stem of anything.
SHORTEST_STEM = 3


def _fts5(term: Term, column: str) -> str:
    words = term.words if term.prefix else term.stems
    phrase = " + ".join(f'"{word}"' for word in words)
    return f"{{{column}}} : {phrase}{'*' if term.prefix else ''}"


def _tsquery(term: Term) -> str:
    words = term.words if term.prefix else term.stems
    return " <-> ".join(f"'{word}'" for word in words) + (":*" if term.prefix else "")


def rows_with(term: Term, column: str) -> Condition:
    """Return a subquery of the ids of listed claims in whose column the term occurs."""
    return _rows(_fts5(term, column) if connection.vendor == "sqlite" else _tsquery(term), column)


def _rows(match: str, column: str) -> Condition:
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM claims_listing_fts WHERE claims_listing_fts MATCH %s"
        return RawSQL(sql, [match])  # noqa: S611 the query is a parameter
    sql = f"SELECT id FROM claims_listing WHERE {column}_fts @@ %s::tsquery"  # noqa: S608 column is one of ours
    return RawSQL(sql, [match])  # noqa: S611 the query is a parameter


def matches(query: TextQuery) -> Q:
    """Return the condition that all wanted terms occur and no excluded one does."""
    condition = Q()
    for term in query.wanted:
        condition &= Q(id__in=rows_with(term, _column(term)))
    return condition & without(query)


def without(query: TextQuery) -> Q:
    """Return the condition that no excluded term occurs."""
    condition = Q()
    for term in query.excluded:
        condition &= ~Q(id__in=rows_with(term, _column(term)))
    return condition


def in_title(query: TextQuery) -> Q:
    """Return the condition that all wanted terms occur in the id, statement, topics or figures themselves.

    The title is kept as stems only, so the beginning of a word is looked for as the beginning of a stem or as a stem.
    """
    condition = Q()
    for term in query.wanted:
        in_it = Q(id__in=rows_with(term, "title_stems"))
        if term.prefix:
            in_it |= Q(id__in=rows_with(replace(term, prefix=False), "title_stems"))
        condition &= in_it
    return condition


def begun_in_title(term: Term) -> Q:
    """Return the condition that the term, whose last word may go on, occurs in the title.

    A word goes on beyond its stem while it is typed ("bioavailab" is longer than "bioavail"), so a stem that the last
    word begins with is enough where the claim holds a word that the last word begins.
    """
    begun = replace(term, prefix=True)
    found = in_title(TextQuery((begun,)))
    last = term.words[-1]
    stems = [last[:length] for length in range(SHORTEST_STEM, len(last))]
    if len(term.words) == 1 and stems:
        found |= Q(id__in=_rows_with_any(stems, "title_stems")) & Q(id__in=rows_with(begun, "body_words"))
    return found


def _rows_with_any(words: list[str], column: str) -> Condition:
    """Return a subquery of the ids of listed claims in whose column any of the words occurs."""
    if connection.vendor == "sqlite":
        either = " OR ".join(f'"{word}"' for word in words)
        return _rows(f"{{{column}}} : ({either})", column)
    return _rows(" | ".join(f"'{word}'" for word in words), column)


def _column(term: Term) -> str:
    return "body_words" if term.prefix else "body_stems"
