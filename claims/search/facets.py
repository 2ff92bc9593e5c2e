"""How many claims each choice of a filter would leave: one query, from the cube where it knows the filters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, CharField, Count, F, QuerySet, Sum, Value, When

from claims.models import FacetCell, Listing, ListingTerm
from claims.search.filters import FLAGGED, UNRATED, VOCABULARIES, Filters, label_of
from claims.search.rows import rows_for

SINGLE = ("verdict", "certainty", "kind", "flagged")
MANY = ("topic", "article", "stance")
FACETS = ("flagged", "verdict", "certainty", "kind", "stance", "topic", "article", "design")
ANY = "*"
#: Claims beyond this number are not counted one by one; a list then says "more than".
COUNT_CAP = 10_001

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: its value and label, the claims it would leave, and the query that makes or unmakes it."""

    value: str
    label: str
    count: int
    chosen: bool
    query: str


def is_in_cube(filters: Filters) -> bool:
    """Tell whether the cube alone can count what these filters leave."""
    return not (filters.q or filters.source or filters.design)


def facet_counts(filters: Filters) -> Counts:
    """Return facet -> value -> claims. Each facet is counted under every filter but its own."""
    cube = is_in_cube(filters)
    arms = [_cube_arm(filters, name) if cube and name != "design" else _counted_arm(filters, name) for name in FACETS]
    counts: Counts = defaultdict(dict)
    for name, value, claims in arms[0].union(*arms[1:], all=True):
        counts[name][UNRATED if (name, value) == ("certainty", "") else value] = claims
    return counts


def total_of(filters: Filters, counts: Counts) -> int:
    """Return how many claims the filters leave, up to the cap; counts that come from the cube know without asking."""
    if is_in_cube(filters):
        verdicts = counts["verdict"]
        return verdicts.get(filters.verdict, 0) if filters.verdict else sum(verdicts.values())
    return rows_for(filters)[:COUNT_CAP].count()


def facet_values(filters: Filters, name: str, counts: dict[str, int]) -> list[FacetValue]:
    """Return the choices of one facet; the one in force is among them even if it leaves nothing."""
    chosen = getattr(filters, name)
    counted = {**({chosen: 0} if chosen else {}), **counts}
    return [
        FacetValue(
            value=value,
            label=label_of(name, value),
            count=counted[value],
            chosen=value == chosen,
            query=filters.query(**{name: "" if value == chosen else value}),
        )
        for value in _ordered(name, counted)
    ]


def _ordered(name: str, counts: dict[str, int]) -> list[str]:
    if name in VOCABULARIES:
        order = [str(word) for word in VOCABULARIES[name]] + [UNRATED]
        return [value for value in order if value in counts]
    if name == "flagged":
        return [value for value in FLAGGED if value in counts]
    return sorted(counts, key=lambda value: (-counts[value], value))


def _cube_arm(filters: Filters, facet: str) -> QuerySet[Any, Any]:
    rows = FacetCell.objects.order_by()
    for name in SINGLE:
        if name != facet and (value := getattr(filters, name)):
            rows = rows.filter(**{name: _stored(name, value)})
    for name in MANY:
        if name == facet:
            rows = rows.exclude(**{name: ANY})
        else:
            rows = rows.filter(**{name: getattr(filters, name) or ANY})
    choice = _yes_or_no(flagged=True) if facet == "flagged" else F(facet)
    return _grouped(rows, facet, choice, Sum("claims"))


def _counted_arm(filters: Filters, facet: str) -> QuerySet[Any, Any]:
    counted = rows_for(replace(filters, **{facet: ""})).values("id")[:COUNT_CAP]
    if facet in SINGLE:
        choice = _yes_or_no(flagged__gt=0) if facet == "flagged" else F(facet)
        return _grouped(Listing.objects.order_by().filter(id__in=counted), facet, choice, Count("id"))
    terms = ListingTerm.objects.order_by().filter(field=facet, listing__in=counted)
    return _grouped(terms, facet, F("value"), Count("id"))


def _grouped(rows: QuerySet[Any, Any], facet: str, choice: Any, claims: Any) -> QuerySet[Any, Any]:
    named = rows.annotate(facet=Value(facet, output_field=CharField()), choice=choice).values("facet", "choice")
    grouped: QuerySet[Any, Any] = named.annotate(total=claims).values_list("facet", "choice", "total")
    return grouped


def _yes_or_no(**condition: Any) -> Case:
    return Case(When(**condition, then=Value("yes")), default=Value("no"), output_field=CharField())


def _stored(name: str, value: str) -> object:
    if name == "flagged":
        return value == "yes"
    return "" if (name, value) == ("certainty", UNRATED) else value
