"""Every facet's counts equal those counted by hand, for every combination of filters."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from claims.models import Listing
from claims.search.facets import FACETS
from claims.search.filters import UNRATED, Filters
from claims.search.listing import find_claims
from tests.claims.search.listings import KINDS, TERMS, VERDICTS, make_listings

CHOICES: dict[str, list[str]] = {
    "verdict": ["", VERDICTS[0]],
    "certainty": ["", UNRATED, "high"],
    "kind": ["", KINDS[1]],
    "flagged": ["", "yes", "no"],
    "topic": ["", "sleep"],
    "article": ["", "pills"],
    "stance": ["", TERMS["stance"][0]],
    "design": ["", "animal"],
    "form": ["", "citrate"],
    "source": ["", "Berg2019"],
    "q": ["", "sore", "-zinc", "sor* calm"],
}
COMBINATIONS = [Filters(**dict(zip(CHOICES, values, strict=True))) for values in product(*CHOICES.values())]


def _values(row: Listing) -> dict[str, set[str]]:
    terms = list(row.terms.all())
    return {
        "verdict": {row.verdict},
        "certainty": {row.certainty or UNRATED},
        "kind": {row.kind},
        "flagged": {"yes" if row.flagged else "no"},
        **{field: {term.value for term in terms if term.field == field} for field in TERMS},
    }


def _matches(row: Listing, values: dict[str, set[str]], filters: Filters) -> bool:
    words = set(row.body_words.split())
    texts = {
        "": True,
        "sore": "sore" in words,
        "-zinc": "zinc" not in words,
        "sor* calm": "sore" in words and "calm" in words,
    }
    chosen = [(name, getattr(filters, name)) for name in CHOICES if name != "q"]
    return texts[filters.q] and all(not value or value in values[name] for name, value in chosen)


def _by_hand(rows: list[tuple[Listing, dict[str, set[str]]]], filters: Filters) -> dict[str, Any]:
    facets = {}
    for facet in FACETS:
        free = replace(filters, **{facet: ""})
        counts = Counter(value for row, values in rows if _matches(row, values, free) for value in values[facet])
        if chosen := getattr(filters, facet):
            counts.setdefault(chosen, 0)
        facets[facet] = dict(counts)
    return {"total": sum(_matches(row, values, filters) for row, values in rows), **facets}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_counts_are_those_counted_by_hand(seed: int) -> None:
    make_listings(40, seed=seed)
    rows = [(row, _values(row)) for row in Listing.objects.prefetch_related("terms")]
    some = random.Random(seed).sample(COMBINATIONS, 30)
    plain = [filters for filters in COMBINATIONS if not (filters.q or filters.source or filters.design)]
    for filters in [*random.Random(seed).sample(plain, 30), *some]:
        found = find_claims(filters, limit=5)
        given = {name: {value.value: value.count for value in values} for name, values in found.facets.items()}
        assert {"total": found.total, **given} == _by_hand(rows, filters), filters


@pytest.mark.django_db
def test_choices_stand_in_the_order_of_their_vocabulary_and_lead_to_and_fro() -> None:
    make_listings(40)
    facets = find_claims(Filters(certainty="high", q="sore")).facets
    assert [value.value for value in facets["certainty"]] == ["high", "low", UNRATED]
    assert [value.value for value in facets["flagged"]] == ["yes", "no"]
    assert [(value.value, value.chosen, value.query) for value in facets["certainty"]][:2] == [
        ("high", True, "q=sore"),
        ("low", False, "q=sore&certainty=low"),
    ]
    topics = [(-value.count, value.value) for value in facets["topic"]]
    assert topics == sorted(topics)


@pytest.mark.django_db
def test_forms_stand_by_their_number() -> None:
    make_listings(40)
    forms = [(-value.count, value.value) for value in find_claims(Filters()).facets["form"]]
    assert forms == sorted(forms)
    assert len(forms) == 2


@pytest.mark.django_db
def test_a_choice_that_leaves_nothing_can_be_taken_back() -> None:
    make_listings(5)
    (value,) = [value for value in find_claims(Filters(topic="unheard-of")).facets["topic"] if value.chosen]
    assert (value.label, value.count, value.query) == ("unheard-of", 0, "")
