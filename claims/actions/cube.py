"""The facet cube: counts of listed claims by every combination of values that lists filter by."""

from __future__ import annotations

from collections import Counter
from itertools import product

from django.db.models import F

from claims.models import FacetCell, Listing

#: Value of a many-valued dimension in the rows that count claims whatever their value.
ANY = "*"
DIMENSIONS = ("verdict", "certainty", "kind", "flagged", "topic", "article", "stance")


def cells_of(listing: Listing) -> set[tuple[object, ...]]:
    """Return the cells that one listed claim is counted in, as tuples in the order of `DIMENSIONS`."""
    values: dict[str, set[str]] = {"topic": {ANY}, "article": {ANY}, "stance": {ANY}}
    for field, value in listing.terms.values_list("field", "value"):
        if field in values:
            values[field].add(value)
    single = (listing.verdict, listing.certainty, listing.kind, listing.flagged > 0)
    return {(*single, *many) for many in product(values["topic"], values["article"], values["stance"])}


def count_listing(listing: Listing, sign: int) -> None:
    """Add (+1) or take away (-1) one claim in all its cells."""
    for cell in cells_of(listing):
        where = dict(zip(DIMENSIONS, cell, strict=True))
        if not FacetCell.objects.filter(**where).update(claims=F("claims") + sign):
            FacetCell.objects.create(**where, claims=sign)
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
