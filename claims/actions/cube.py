"""The facet cube: counts of listed claims by every combination of values that lists filter by."""

from __future__ import annotations

from collections import Counter
from itertools import product

from django.db.models import F

from claims.models import FacetCell, Listing

#: Value of a many-valued dimension in the rows that count claims whatever their value.
ANY = "*"
SINGLE = ("verdict", "certainty", "kind", "flagged")
#: Dimensions in which a claim can have several values.
MANY = ("topic", "article", "stance", "form")
DIMENSIONS = (*SINGLE, *MANY)


def _values_of(listing: Listing) -> dict[str, set[str]]:
    """Return the values of a listed claim in the dimensions of which it can have several."""
    values: dict[str, set[str]] = {name: {ANY} for name in MANY}
    for field, value in listing.terms.values_list("field", "value"):
        if field in values:
            values[field].add(value)
    return values


def cells_of(listing: Listing) -> set[tuple[object, ...]]:
    """Return the cells that one listed claim is counted in, as tuples in the order of `DIMENSIONS`."""
    single = (listing.verdict, listing.certainty, listing.kind, listing.flagged > 0)
    return {(*single, *many) for many in product(*_values_of(listing).values())}


def count_listing(listing: Listing, sign: int) -> None:
    """Add (+1) or take away (-1) one claim in all its cells."""
    cells = cells_of(listing)
    among = {f"{name}__in": {cell[place] for cell in cells} for place, name in enumerate(DIMENSIONS)}
    known = FacetCell.objects.filter(**among).values_list("pk", *DIMENSIONS)
    there = {tuple(row): pk for pk, *row in known}
    FacetCell.objects.filter(pk__in=there.values()).update(claims=F("claims") + sign)
    FacetCell.objects.bulk_create(
        [FacetCell(**dict(zip(DIMENSIONS, cell, strict=True)), claims=sign) for cell in cells - set(there)]
    )
    FacetCell.objects.filter(claims=0).delete()


def rebuild_cube() -> None:
    """Count all listed claims anew."""
    counts: Counter[tuple[object, ...]] = Counter()
    for listing in Listing.objects.prefetch_related("terms"):
        counts.update(cells_of(listing))
    FacetCell.objects.all().delete()
    FacetCell.objects.bulk_create(
        [FacetCell(**dict(zip(DIMENSIONS, cell, strict=True)), claims=count) for cell, count in counts.items()]
    )
