"""Find listed claims: filters in, one page of cards with facets out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy

from claims.models import Listing
from claims.search.facets import COUNT_CAP, FACETS, FacetValue, facet_counts, facet_values, is_in_cube, total_of
from claims.search.filters import Filters
from claims.search.keyset import SORTINGS
from claims.search.matching import in_title
from claims.search.query import TextQuery, read_query
from claims.search.rows import rows_for
from claims.search.snippets import marked, snippet
from claims.search.suggestion import suggest

BY_RELEVANCE = gettext_lazy(
    "Claims that have the words in their own statement, topic or figure come first, then the others."
)
NO_WORD = gettext_lazy("There is no word to search for in this.")
COUNTED_PART = gettext_lazy("More than %(number)s claims match; counts that are not kept ready are of as many of them.")


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a list. ``total`` stops at the cap (``capped``); ``next`` is the cursor of the next page.

    ``suggestion`` is another search that finds something where this one finds nothing, ``suggestion_query`` the
    query string that leads to it.
    """

    cards: list[dict[str, Any]]
    total: int
    capped: bool
    next: str | None
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    note: str = ""
    suggestion: str | None = None
    suggestion_query: str = ""


def find_claims(filters: Filters, *, limit: int = 25) -> Found:
    """Return one page of the claims that the filters leave, with counts for every other choice."""
    query = read_query(filters.q)
    sorting = SORTINGS[filters.sorting]
    columns = {"number", "card", sorting.column, "search_text" if query else "card"} - {"relevance"}
    rows = sorting.page(_ranked(filters, query).only(*columns), filters.after, limit + 1)
    counts = facet_counts(filters)
    total = total_of(filters, counts)
    capped = total >= COUNT_CAP and not is_in_cube(filters)
    suggestion = None if total or not query else suggest(filters)
    return Found(
        cards=[_card(row, query) for row in rows[:limit]],
        total=COUNT_CAP - 1 if capped else total,
        capped=capped,
        next=sorting.cursor(rows[limit - 1]) if len(rows) > limit else None,
        facets={name: facet_values(filters, name, counts[name]) for name in FACETS},
        note=_note(filters, query, total),
        suggestion=suggestion,
        suggestion_query=filters.query(q=suggestion) if suggestion else "",
    )


def sorted_rows(filters: Filters) -> QuerySet[Listing]:
    """Return all rows that the filters leave, in the order asked for, whatever the page."""
    return _ranked(filters, read_query(filters.q)).order_by(*SORTINGS[filters.sorting].order)


def _ranked(filters: Filters, query: TextQuery) -> QuerySet[Listing]:
    rows = rows_for(filters)
    if filters.sorting != "relevance":
        return rows
    if not query.wanted:
        return rows.annotate(relevance=Value(0))
    title: Q = in_title(query)
    return rows.annotate(relevance=Case(When(title, then=Value(1)), default=Value(0), output_field=IntegerField()))


def _card(row: Listing, query: TextQuery) -> dict[str, Any]:
    """Return the card; after a search its texts in parts, and a further line where the words occur."""
    if not query:
        return {**row.card, "snippet": []}
    shown = {name: row.card.get(name, "") for name in ("statement", "verdict_reason")}
    texts = [*shown.values(), *(figure["text"] for figure in row.card.get("figures", []))]
    return {
        **row.card,
        "found": {name: marked(text, query) for name, text in shown.items()},
        "snippet": snippet(row.search_text, query, shown=texts),
    }


def _note(filters: Filters, query: TextQuery, total: int) -> str:
    if filters.q and not query:
        return str(NO_WORD)
    ranked = BY_RELEVANCE if filters.sorting == "relevance" and query.wanted and total > 1 else ""
    counted = COUNTED_PART % {"number": number_format(COUNT_CAP - 1, force_grouping=True)} if total >= COUNT_CAP else ""
    return " ".join(str(part) for part in (ranked, counted) if part)
