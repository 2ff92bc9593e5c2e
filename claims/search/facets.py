"""How many claims each choice of a filter would leave, from the cube where possible, else counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet, Sum

from claims.models import FacetCell, Listing, ListingTerm
from claims.search.filters import UNRATED, VOCABULARIES, Filters, label_of

SINGLE = ("verdict", "certainty", "kind", "flagged")
MANY = ("topic", "article", "stance")
FACETS = ("flagged", "verdict", "certainty", "kind", "stance", "topic", "article", "design")
ANY = "*"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: its value and label, the claims it would leave, and the query that makes or unmakes it."""

    value: str
    label: str
    count: int
    chosen: bool
    query: str


def _stored(name: str, value: str) -> object:
    if name == "flagged":
        return value == "yes"
    return "" if (name, value) == ("certainty", UNRATED) else value


def _shown(name: str, value: object) -> str:
    if name == "flagged":
        return "yes" if value else "no"
    return UNRATED if (name, value) == ("certainty", "") else str(value)


def _cube_rows(filters: Filters, facet: str) -> QuerySet[FacetCell]:
    """Rows of the cube under every filter but the facet's own."""
    rows = FacetCell.objects.all()
    for name in SINGLE:
        if name != facet and (value := getattr(filters, name)):
            rows = rows.filter(**{name: _stored(name, value)})
    for name in MANY:
        if name == facet:
            rows = rows.exclude(**{name: ANY})
        else:
            rows = rows.filter(**{name: getattr(filters, name) or ANY})
    return rows


def _from_cube(filters: Filters, facet: str) -> dict[str, int]:
    rows = _cube_rows(filters, facet).values_list(facet).annotate(total=Sum("claims")).order_by()
    return {_shown(facet, value): total for value, total in rows}


def total_from_cube(filters: Filters) -> int:
    """Return how many claims the filters leave; only for filters that the cube knows."""
    return _cube_rows(filters, "").aggregate(total=Sum("claims"))["total"] or 0


def _counted(found: QuerySet[Listing], facet: str) -> dict[str, int]:
    if facet in SINGLE:
        column = "flagged" if facet == "flagged" else facet
        counts: dict[str, int] = {}
        for value, total in found.order_by().values_list(column).annotate(total=Count("id")):
            shown = _shown(facet, value)
            counts[shown] = counts.get(shown, 0) + total
        return counts
    terms = ListingTerm.objects.filter(field=facet, listing__in=found.order_by())
    return dict(terms.order_by().values_list("value").annotate(total=Count("id")))


def is_in_cube(filters: Filters) -> bool:
    """Tell whether the cube alone can answer for these filters."""
    return not (filters.q or filters.source or filters.design)


def _ordered(facet: str, counts: dict[str, int]) -> list[str]:
    if facet in VOCABULARIES:
        order = [str(word) for word in VOCABULARIES[facet]] + [UNRATED]
        return sorted(counts, key=order.index)
    if facet == "flagged":
        return sorted(counts, reverse=True)
    return sorted(counts, key=lambda value: (-counts[value], value))


def facet_values(filters: Filters, facet: str, rows_without: QuerySet[Listing]) -> list[FacetValue]:
    """Return the choices of one facet. ``rows_without`` are the claims under every filter but the facet's own."""
    cube = is_in_cube(filters) and facet not in ("design",)
    counts = _from_cube(filters, facet) if cube else _counted(rows_without, facet)
    chosen = getattr(filters, facet)
    if chosen:
        counts.setdefault(chosen, 0)
    return [
        FacetValue(
            value=value,
            label=label_of(facet, value),
            count=counts[value],
            chosen=value == chosen,
            query=filters.query(**{facet: "" if value == chosen else value}),
        )
        for value in _ordered(facet, counts)
    ]


def without(filters: Filters, facet: str) -> Filters:
    return replace(filters, **{facet: ""})
