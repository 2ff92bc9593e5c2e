"""How many claims each choice of a filter would leave: one query, from the cube where it knows the filters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.db import connections, router

from claims.models import Listing
from claims.search.filters import FLAGGED, UNRATED, VOCABULARIES, Filters, label_of
from claims.search.query import read_query
from claims.search.rows import rows_for

SINGLE = ("verdict", "certainty", "kind", "flagged")
MANY = ("topic", "article", "stance", "form")
FACETS = ("flagged", "verdict", "certainty", "kind", "stance", "form", "topic", "article", "design")
ANY = "*"
#: Claims beyond this number are not counted one by one; a list then says "more than".
COUNT_CAP = 10_001

FLAGGED_CELL = "CASE WHEN flagged THEN 'yes' ELSE 'no' END"
FLAGGED_ROW = "CASE WHEN flagged > 0 THEN 'yes' ELSE 'no' END"

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class _Arm:
    """The counts of one facet as a part of the query for all; written out, as building it took longer than running."""

    sql: str
    parameters: tuple[Any, ...]


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
    counts: Counts = defaultdict(dict)
    if filters.q and not read_query(filters.q):
        return counts
    cube = is_in_cube(filters)
    arms = [_cube_arm(filters, name) for name in FACETS if name != "design"] if cube else []
    arms += _counted_arms(filters, ["design"] if cube else [*FACETS])
    statement = " UNION ALL ".join(arm.sql for arm in arms)
    with connections[router.db_for_read(Listing)].cursor() as cursor:
        cursor.execute(statement, [value for arm in arms for value in arm.parameters])
        for name, value, claims in cursor.fetchall():
            counts[name][UNRATED if (name, value) == ("certainty", "") else value] = int(claims)
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
        known = [value for value in order if value in counts]
        # forms have no order of their own, and many; the common ones come first, equals in the vocabulary's order
        return sorted(known, key=lambda value: -counts[value]) if name == "form" else known
    if name == "flagged":
        return [value for value in FLAGGED if value in counts]
    return sorted(counts, key=lambda value: (-counts[value], value))


def _cube_arm(filters: Filters, facet: str) -> _Arm:
    """Sum the cells under the filters; a many-valued facet that nothing filters is held at the cells for any value."""
    where: list[str] = []
    parameters: list[object] = []
    for name in (*SINGLE, *MANY):
        value = getattr(filters, name)
        if name == facet:
            where += [f"{name} <> %s"] * (name in MANY)
            parameters += [ANY] * (name in MANY)
        elif value or name in MANY:
            where.append(f"{name} = %s")
            parameters.append(_stored(name, value or ANY))
    choice = FLAGGED_CELL if facet == "flagged" else facet
    condition = " AND ".join(where)
    sql = f"SELECT '{facet}', {choice}, SUM(claims) FROM claims_facetcell WHERE {condition} GROUP BY 2"  # noqa: S608 names of ours
    return _Arm(sql, tuple(parameters))


def _counted_arms(filters: Filters, facets: list[str]) -> list[_Arm]:
    """Count listed claims one by one, up to the cap; facets that nothing filters share what they count among."""
    arms = []
    among: dict[Filters, tuple[str, tuple[Any, ...]]] = {}
    for facet in facets:
        free = replace(filters, **{facet: "", "sort": "", "after": ""})
        if free not in among:
            among[free] = rows_for(free).values("id")[:COUNT_CAP].query.sql_with_params()
        rows, parameters = among[free]
        if facet in SINGLE:
            choice, table, condition = FLAGGED_ROW if facet == "flagged" else facet, "claims_listing", "id"
        else:
            choice, table, condition = "value", "claims_listingterm", f"field = '{facet}' AND listing_id"
        sql = f"SELECT '{facet}', {choice}, COUNT(id) FROM {table} WHERE {condition} IN ({rows}) GROUP BY 2"  # noqa: S608 names of ours
        arms.append(_Arm(sql, parameters))
    return arms


def _stored(name: str, value: str) -> object:
    if name == "flagged":
        return value == "yes"
    return "" if (name, value) == ("certainty", UNRATED) else value
