"""Find listed claims: filters in, one page of cards with facets out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from claims.models import Listing, ListingTerm
from claims.search.facets import FACETS, FacetValue, facet_values, is_in_cube, total_from_cube, without
from claims.search.filters import UNRATED, Filters
from claims.search.keyset import SORTINGS
from claims.search.matching import in_title, matches
from claims.search.query import TextQuery, read_query
from claims.search.snippets import snippet

#: Counting stops here; beyond it a list says "more than".
COUNT_CAP = 10_001


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a list. ``total`` stops at the cap (``capped``); ``next`` is the cursor of the next page."""

    cards: list[dict[str, Any]]
    total: int
    capped: bool
    next: str | None
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    note: str = ""


def _has_term(name: str, value: str) -> Exists:
    return Exists(ListingTerm.objects.filter(listing=OuterRef("pk"), field=name, value=value))


def rows_for(filters: Filters) -> QuerySet[Listing]:
    """Return the listed claims that the filters leave, in no order yet."""
    rows = Listing.objects.all()
    for name in ("verdict", "kind"):
        if value := getattr(filters, name):
            rows = rows.filter(**{name: value})
    if filters.certainty:
        rows = rows.filter(certainty="" if filters.certainty == UNRATED else filters.certainty)
    if filters.flagged:
        rows = rows.filter(flagged__gt=0) if filters.flagged == "yes" else rows.filter(flagged=0)
    for name in ("topic", "article", "stance", "design", "source"):
        if value := getattr(filters, name):
            rows = rows.filter(_has_term(name, value))
    if filters.q:
        query = read_query(filters.q)
        rows = rows.filter(matches(query)) if query else rows.none()
    return rows


def sorted_rows(filters: Filters, *, first: bool = False) -> QuerySet[Listing]:
    """Return the filtered rows in the order asked for, from the cursor on unless ``first``."""
    rows = rows_for(filters)
    if filters.sorting == "relevance":
        title = in_title(read_query(filters.q)) if filters.q else Q()
        best = Case(When(title, then=Value(1)), default=Value(0), output_field=IntegerField()) if title else Value(0)
        rows = rows.annotate(relevance=best)
    sorting = SORTINGS[filters.sorting]
    if filters.after and not first:
        rows = sorting.behind(rows, filters.after)
    return rows.order_by(*sorting.order)


def _total(filters: Filters) -> int:
    if is_in_cube(filters):
        return total_from_cube(filters)
    return len(rows_for(filters).order_by().values_list("id")[:COUNT_CAP])


def _card(row: Listing, query: TextQuery) -> dict[str, Any]:
    return {**row.card, "snippet": snippet(row.search_text, query) if query else []}


def find_claims(filters: Filters, *, limit: int = 25) -> Found:
    """Return one page of the claims that the filters leave, with counts for every other choice."""
    rows = list(
        sorted_rows(filters).only("number", "card", "search_text", SORTINGS["newest"].column, *_columns(filters))[
            : limit + 1
        ]
    )
    query = read_query(filters.q)
    total = _total(filters)
    return Found(
        cards=[_card(row, query) for row in rows[:limit]],
        total=min(total, COUNT_CAP - 1),
        capped=total >= COUNT_CAP,
        next=SORTINGS[filters.sorting].cursor(rows[limit - 1]) if len(rows) > limit else None,
        facets={name: facet_values(filters, name, rows_for(without(filters, name))) for name in FACETS},
        note=_note(filters),
    )


def _columns(filters: Filters) -> list[str]:
    column = SORTINGS[filters.sorting].column
    return [] if column == "relevance" else [column]


def _note(filters: Filters) -> str:
    if filters.sorting != "relevance" or not filters.q:
        return ""
    return "Claims that have the words in their own statement, topic or figure come first, then the others by number."
