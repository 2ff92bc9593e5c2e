"""Turn a query into conditions on `Listing`, in the language of the database's own full-text index."""

from __future__ import annotations

from dataclasses import replace

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from claims.search.query import Term, TextQuery

#: Words hold folded letters and digits only (claims.documents.search_text), so quoting them is enough.
Condition = RawSQL


def _fts5(term: Term, column: str) -> str:
    words = term.words if term.prefix else term.stems
    phrase = " + ".join(f'"{word}"' for word in words)
    return f"{{{column}}} : {phrase}{'*' if term.prefix else ''}"


def _tsquery(term: Term) -> str:
    words = term.words if term.prefix else term.stems
    return " <-> ".join(f"'{word}'" for word in words) + (":*" if term.prefix else "")


def rows_with(term: Term, column: str) -> Condition:
    """Return a subquery of the ids of listed claims in whose column the term occurs."""
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM claims_listing_fts WHERE claims_listing_fts MATCH %s"
        return RawSQL(sql, [_fts5(term, column)])  # noqa: S611 the query is a parameter
    sql = f"SELECT id FROM claims_listing WHERE {column}_fts @@ %s::tsquery"  # noqa: S608 column is one of ours
    return RawSQL(sql, [_tsquery(term)])  # noqa: S611 the query is a parameter


def matches(query: TextQuery) -> Q:
    """Return the condition that all wanted terms occur and no excluded one does."""
    condition = Q()
    for term in query.wanted:
        condition &= Q(id__in=rows_with(term, _column(term)))
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


def _column(term: Term) -> str:
    return "body_words" if term.prefix else "body_stems"
