"""The listed claims that filters leave, as one queryset without an order."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Listing, ListingTerm
from claims.search.filters import UNRATED, Filters
from claims.search.matching import matches
from claims.search.query import read_query

#: Terms that few claims share are looked up from their index; a list in order is walked past the others.
RARE = ("article", "source")
COMMON = ("topic", "stance", "design", "form")


def rows_for(filters: Filters) -> QuerySet[Listing]:
    """Return the listed claims that the filters leave, in no order yet; none where a search has no word in it."""
    rows = Listing.objects.order_by()
    for name in ("verdict", "kind"):
        if value := getattr(filters, name):
            rows = rows.filter(**{name: value})
    if filters.certainty:
        rows = rows.filter(certainty="" if filters.certainty == UNRATED else filters.certainty)
    if filters.flagged:
        rows = rows.filter(flagged__gt=0) if filters.flagged == "yes" else rows.filter(flagged=0)
    rows = rows.filter(_terms(filters))
    if filters.q:
        query = read_query(filters.q)
        rows = rows.filter(matches(query)) if query else rows.none()
    return rows


def _terms(filters: Filters) -> Q:
    condition = Q()
    for name in RARE:
        if value := getattr(filters, name):
            condition &= Q(id__in=ListingTerm.objects.filter(field=name, value=value).values("listing"))
    for name in COMMON:
        if value := getattr(filters, name):
            condition &= Q(Exists(ListingTerm.objects.filter(listing=OuterRef("pk"), field=name, value=value)))
    return condition
