"""Absolute effects in words, on the page and in every report."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client

from claims.grade.absolute_rules import describe_absolute
from claims.reports.absolute import absolute_sentence, absolute_text, details_of
from tests.claims.views.reading import shown
from tests.makers import make_published_claim

EFFECT: dict[str, Any] = {
    "value": -12.0,
    "low": -20.0,
    "high": -3.4,
    "unit": "per 1,000",
    "control": None,
    "needed": None,
    "standardised": None,
    "basis": "the reported risk difference of -0.012 (-0.02 to -0.0034)",
}


@pytest.mark.parametrize(
    ("why", "fields", "text"),
    [
        ("fewer", {}, "12 fewer per 1,000 (from 20 fewer to 3 fewer)"),
        ("both ways", {"value": 5.0, "low": -2.0, "high": 11.6}, "5 more per 1,000 (from 2 fewer to 12 more)"),
        ("rare", {"value": 0.4, "low": 0.0, "high": 0.9}, "0.4 more per 1,000 (from none to 0.9 more)"),
        ("nothing", {"value": 0.0, "high": 2.0}, "no more and no fewer per 1,000 (from 20 fewer to 2 more)"),
        ("a unit", {"value": 1.5, "high": 2.5, "unit": "days"}, "1.5\u00a0days more (from 20 less to 2.5 more)"),
        ("a unit and nothing", {"value": 0.0, "high": 2.5, "unit": "days"}, "no difference (from 20 less to 2.5 more)"),
        ("no unit", {"unit": None}, "12 less (from 20 less to 3.4 less)"),
    ],
)
def test_differences_say_their_direction(why: str, fields: dict[str, Any], text: str) -> None:
    assert absolute_text({**EFFECT, **fields}) == text, why


@pytest.mark.parametrize(
    ("fields", "details"),
    [
        ({}, []),
        ({"control": 60.0}, ["60 per 1,000 without, 48 with it"]),
        (
            {"needed": {"value": 84, "low": 50, "high": 295}},
            ["one fewer for every 84 treated (95% CI 50 to 295)"],
        ),
        (
            {"value": 12.0, "needed": {"value": 84, "low": 50, "high": 295}},
            ["one more for every 84 treated (95% CI 50 to 295)"],
        ),
        (
            {"standardised": {"value": -0.53, "low": -0.97, "high": -0.08}},
            ["standardised −0.53 (95% CI −0.97 to −0.08)"],
        ),
    ],
)
def test_details(fields: dict[str, Any], details: list[str]) -> None:
    assert details_of({**EFFECT, **fields}) == details


def test_a_sentence_says_what_it_was_computed_from() -> None:
    assert absolute_sentence(EFFECT) == (
        "In absolute terms: 12 fewer per 1,000 (from 20 fewer to 3 fewer). "
        "Computed by maglyc from the reported risk difference of -0.012 (-0.02 to -0.0034)."
    )


def publish_counts(**evidence: Any) -> None:
    arms = [{"label": "zinc", "n": 100, "events": 20}, {"label": "placebo", "n": 100, "events": 40}]
    finding = {
        "key": "week",
        "what": "Colds of a week",
        "value": 0.5,
        "unit": "risk ratio",
        "statistic": "ratio",
        "ci_low": 0.3,
        "ci_high": 0.8,
        "p": "",
        "arms": arms,
    }
    make_published_claim(evidence=[{"n": 200, "findings": [finding], **evidence}])


SAID = "200 fewer per 1,000 (from 280 fewer to 80 fewer)"
BASIS = (
    "Computed by maglyc from the reported risk ratio of 0.5 (0.3 to 0.8) and a risk of 400 per 1,000 "
    "(placebo: 40 of 100), taken as fixed."
)


@pytest.mark.django_db
def test_the_page_shows_it_in_the_summary_and_in_the_table(client: Client) -> None:
    publish_counts()
    text = shown(client, "/claims/C1/")
    summary, table = text.split("The evidence", 1)
    assert f"Colds of a week: {SAID} {BASIS} Berg" in summary
    assert f"{SAID} ; 400 per 1,000 without, 200 with it ; one fewer for every 5 treated (95% CI 4 to 13) ." in table
    assert BASIS in table


@pytest.mark.django_db
def test_the_summary_leaves_out_context(client: Client) -> None:
    publish_counts(stance="context")
    summary, table = shown(client, "/claims/C1/").split("The evidence", 1)
    assert (SAID in summary, SAID in table) == (False, True)


@pytest.mark.django_db
def test_nothing_is_said_where_nothing_can_be_had(client: Client) -> None:
    make_published_claim()
    text = shown(client, "/claims/C1/")
    assert "Computed by maglyc" not in text
    assert "In people and amounts" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("extension", ["md", "html"])
def test_reports_carry_it(client: Client, extension: str) -> None:
    publish_counts()
    report = client.get(f"/claims/C1/report.{extension}").content.decode()
    assert SAID in report
    assert "one fewer for every 5 treated" in report


@pytest.mark.django_db
def test_json_and_csv_hold_the_numbers(client: Client) -> None:
    publish_counts()
    (claim,) = client.get("/claims/C1/report.json").json()["claims"]
    (effect,) = claim["evidence"][0]["findings"][0]["absolute"]
    assert (effect["value"], effect["low"], effect["high"], effect["control"]) == (-200, -280, -80, 400)
    assert effect["needed"] == {"value": 5, "low": 4, "high": 13}
    table = b"".join(client.get("/claims/C1/report.csv?table=evidence")).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    said = {name: row[f"absolute_{name}"] for name in ("value", "low", "high", "unit", "number_needed", "basis")}
    assert said == {
        "value": "-200",
        "low": "-280",
        "high": "-80",
        "unit": "per 1,000",
        "number_needed": "5",
        "basis": BASIS,
    }
    assert row["forms"] == "acetate"


@pytest.mark.django_db
def test_the_methodology_says_how_they_are_computed(client: Client) -> None:
    text = shown(client, "/methodology/")
    for _, rule, source in describe_absolute()[0].rows:
        assert f"{rule} {source}" in text
