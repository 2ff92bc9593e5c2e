"""The list of claims: search, filters with counts, sorting, stable addresses."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from claims.search.facets import FacetValue
from claims.search.filters import LABELS, SORTS, Filters
from claims.search.known import without_unknown
from claims.search.listing import Found, find_claims
from claims.views.caching import public_page
from claims.views.page import page

#: Choices of a facet that are shown at once, and at most; those between are a step away.
FACET_LENGTH, FACET_MOST = 10, 60


@public_page
def claim_list(request: HttpRequest) -> HttpResponse:
    """Show the claims that the address asks for; a value of a filter that does not exist is named and left out."""
    filters, problems = Filters.read(request.GET)
    found = find_claims(filters)
    if not found.total:
        filters, unknown = without_unknown(filters)
        problems += unknown
        found = find_claims(filters) if unknown else found
    return render(request, "claims/claims.html", list_context(filters, found, problems))


def list_context(filters: Filters, found: Found, problems: list[str]) -> dict[str, Any]:
    """Return the context of the list page."""
    parts = filters.describe()
    titles = titles_of(found.cards)
    said = ", ".join(f"{LABELS[part.field]} {part.label}" for part in parts)
    query = filters.query(after=filters.after)
    return page(
        gettext("Claims: %(filters)s") % {"filters": said} if said else gettext("Claims"),
        description=ngettext(
            "%(claims)d claim of health articles, with its verdict, certainty and figure check.",
            "%(claims)d claims of health articles, each with its verdict, certainty and figure check.",
            found.total,
        )
        % {"claims": found.total},
        path=reverse("claims") + (f"?{query}" if query else ""),
        section="claims",
        filters=filters,
        found=found,
        parts=parts,
        problems=problems,
        sorts=[(value, label) for value, label in SORTS.items() if filters.q or value != "relevance"],
        facets=[_facet(name, values) for name, values in found.facets.items() if values],
        titles=titles,
        phrases=[(part.phrase(titles.get(part.value, "")), part.query) for part in parts],
        kept=[(part.field, part.value) for part in parts if part.field != "q"],
        query=filters.query(),
        following=filters.query(after=found.next) if found.next else "",
    )


def _facet(name: str, values: list[FacetValue]) -> dict[str, Any]:
    """Return a facet with the choices shown at once and the others, which are open where one of them is chosen."""
    more = values[FACET_LENGTH:FACET_MOST]
    return {
        "label": LABELS[name],
        "first": values[:FACET_LENGTH],
        "more": more,
        "left_out": max(0, len(values) - FACET_MOST),
        "is_open": any(value.chosen for value in more),
    }


def titles_of(cards: list[dict[str, Any]]) -> dict[str, str]:
    """Return the titles of the articles that the cards name, by slug; filters know an article by its slug only."""
    return {place["slug"]: place["title"] for card in cards for place in card["occurrences"]}
