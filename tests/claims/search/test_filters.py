"""Filters are read from an address, said in words, and written back."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict

from claims.search.filters import Filters


def test_filters_survive_the_way_through_an_address() -> None:
    filters = Filters(q='"a b" ü&c', verdict="supported", certainty="not_rated", topic="x y", flagged="no", after="1.2")
    again, problems = Filters.read(dict(parse_qsl(filters.query(after=filters.after))))
    assert (again, problems) == (filters, [])


def test_a_change_of_filter_goes_to_the_first_page() -> None:
    assert Filters(q="x", after="1.2", sort="newest").query(kind="safety") == "q=x&kind=safety&sort=newest"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("verdict=maybe", "There is no verdict “maybe”; choose from: "),
        ("certainty=sure", "There is no certainty “sure”; choose from: high, moderate, low, very_low, not_rated."),
        ("flagged=1", "There is no choice of figures “1”; choose from: yes, no."),
        ("stance=loud", "There is no stance “loud”; choose from: supports, partly_supports, contradicts, "),
        ("kind=odd", "There is no kind “odd”; choose from: efficacy, "),
        ("design=odd", "There is no study design “odd”; choose from: meta-analysis, "),
        ("form=odd", "There is no form given “odd”; choose from: bisglycinate, "),
        ("sort=up", "There is no order “up”; choose from: relevance, number, newest, certainty, unsupported."),
    ],
)
def test_a_value_that_does_not_exist_is_named_and_left_out(given: str, named: str) -> None:
    filters, problems = Filters.read(QueryDict(given))
    assert filters == Filters()
    assert [problem[: len(named)] for problem in problems] == [named]


@pytest.mark.parametrize("given", ["q=", "q=%00", "unheard=1", "verdict=%20", "q=%20%20"])
def test_nothing_filters_nothing(given: str) -> None:
    assert Filters.read(QueryDict(given)) == (Filters(), [])


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (Filters(), "All published claims; in the article's order."),
        (Filters(q="sore"), "search: sore; best match first."),
        (Filters(sort="relevance"), "All published claims; in the article's order."),
        (
            Filters(q="sore", flagged="yes", certainty="not_rated", sort="newest"),
            "search: sore; certainty: not rated; figures: with a flagged figure; newest first.",
        ),
    ],
)
def test_the_sentence_says_what_is_in_force(filters: Filters, sentence: str) -> None:
    assert filters.sentence == sentence


@pytest.mark.parametrize(
    ("filters", "phrase"),
    [
        (Filters(q="sore"), "that match “sore”"),
        (Filters(verdict="supported"), "judged supported"),
        (Filters(certainty="very_low"), "with very low certainty"),
        (Filters(certainty="not_rated"), "whose certainty is not rated"),
        (Filters(kind="safety"), "of the kind safety"),
        (Filters(topic="sleep"), "on sleep"),
        (Filters(article="pills"), "in the article “pills”"),
        (Filters(flagged="no"), "without a flagged figure"),
        (Filters(stance="contradicts"), "with evidence that contradicts"),
        (Filters(design="cohort"), "with evidence from: cohort study"),
        (Filters(form="citrate"), "where the form given is: citrate"),
        (Filters(form="not_stated"), "where the form given is: not stated"),
        (Filters(source="Berg2019"), "that rest on Berg2019"),
    ],
)
def test_each_filter_is_a_part_of_a_sentence(filters: Filters, phrase: str) -> None:
    (part,) = filters.describe()
    assert part.phrase() == phrase


def test_a_phrase_takes_a_better_label() -> None:
    (part,) = Filters(article="pills").describe()
    assert part.phrase("All about pills") == "in the article “All about pills”"


def test_each_part_leads_to_the_list_without_it() -> None:
    parts = Filters(q="sore", kind="safety", sort="newest").describe()
    assert [(part.field, part.label, part.query) for part in parts] == [
        ("q", "sore", "kind=safety&sort=newest"),
        ("kind", "safety", "q=sore&sort=newest"),
    ]
