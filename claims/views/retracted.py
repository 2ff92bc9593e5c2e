"""Which listed claims rest on a source that was retracted, as of now, whatever their versions knew."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from claims.models import ListedSource, Listing, ListingTerm
from claims.reports.standing import INVALID, standing_after
from claims.search.filters import UNRATED

#: Claims that are looked at.
MOST = 2000
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Retracted:
    """The claims that rest on a retracted source, alone or among others: their numbers, and counts for the maps.

    ``cells`` counts them by verdict and certainty, ``designs`` by topic and the design of evidence from such a source.
    """

    claims: list[int] = field(default_factory=list)
    cells: Counter[Pair] = field(default_factory=Counter)
    designs: Counter[Pair] = field(default_factory=Counter)


def retracted_sources() -> frozenset[str]:
    """Return the citekeys of the sources in use that evidence may not rest on any more; one query."""
    rows = ListedSource.objects.filter(has_notice=True, in_use=True).values_list("citekey", "document_text")
    return frozenset(citekey for citekey, text in rows if standing_after(json.loads(text)["notices"]) in INVALID)


def resting_on_retracted() -> Retracted:
    """Return what rests on retracted sources; two queries, one where there are none."""
    found = Retracted()
    if not (retracted := retracted_sources()):
        return found
    citing = ListingTerm.objects.filter(field="source", value__in=retracted).values("listing")
    rows = Listing.objects.filter(id__in=citing).order_by("number")
    columns = rows.values_list("number", "verdict", "certainty", "publication__document_text")
    for number, verdict, certainty, text in columns[:MOST]:
        document = json.loads(text)
        designs = {item["design"] for item in document["evidence"] if item["source"] in retracted}
        found.claims.append(number)
        found.cells[verdict, certainty or UNRATED] += 1
        found.designs.update((topic, design) for topic in document["topics"] for design in designs)
    return found
