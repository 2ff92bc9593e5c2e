"""How pages beside a claim's are cited, and that the citation of a retracted source says so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from claims.models import ListedSource, Publication
from claims.views.citing import page_citation, with_standing
from tests.claims.views.reading import shown
from tests.makers import SLUG, make_notice, make_published_article, make_published_claim, make_source

ADDRESS = "http://127.0.0.1:8000/maps/"

#: What is tested, day, edition, Vancouver, APA.
CITATIONS: list[tuple[str, date | None, str, str, str]] = [
    (
        "a day",
        date(2026, 3, 9),
        "",
        f"maglyc [Internet]. Maps. 2026 Mar 9. Available from: {ADDRESS}",
        f"maglyc. (2026, March 9). Maps. {ADDRESS}",
    ),
    (
        "a version",
        date(2026, 3, 9),
        "version 2",
        f"maglyc [Internet]. Maps, version 2. 2026 Mar 9. Available from: {ADDRESS}",
        f"maglyc. (2026, March 9). Maps (version 2). {ADDRESS}",
    ),
    (
        "nothing is published",
        None,
        "",
        f"maglyc [Internet]. Maps. [date unknown]. Available from: {ADDRESS}",
        f"maglyc. (n.d.). Maps. {ADDRESS}",
    ),
]


@pytest.mark.parametrize(("described", "day", "edition", "vancouver", "apa"), CITATIONS, ids=[r[0] for r in CITATIONS])
def test_a_page_is_cited_with_its_state(
    described: str, day: date | None, edition: str, vancouver: str, apa: str
) -> None:
    found = page_citation("Maps", "/maps/", day=day, edition=edition)
    assert (found["vancouver"], found["apa"]) == (vancouver, apa), described


def notice(kind: str, day: str, **fields: Any) -> dict[str, Any]:
    """Return a notice as a source's document has it."""
    return {"kind": kind, "date": day, "doi": None, "url": None, **fields}


RETRACTED = " [Retracted, retraction of 2026-03-09]"
RETRACTION, REINSTATEMENT = notice("retraction", "2026-03-09"), notice("reinstatement", "2026-04-01")

#: What is tested, the notices, what is added to the citation.
STANDINGS: list[tuple[str, list[dict[str, Any]], str]] = [
    ("no notice", [], ""),
    ("a correction", [notice("correction", "2026-03-09")], ""),
    ("a retraction", [RETRACTION], RETRACTED),
    (
        "with a DOI",
        [{**RETRACTION, "doi": "10.5555/r"}],
        " [Retracted, retraction of 2026-03-09: https://doi.org/10.5555/r]",
    ),
    ("a reinstatement later", [RETRACTION, REINSTATEMENT], ""),
    (
        "a correction after it",
        [RETRACTION, notice("correction", "2026-05-01")],
        " [Retracted, retraction of 2026-03-09]",
    ),
]


@pytest.mark.parametrize(("described", "notices", "added"), STANDINGS, ids=[row[0] for row in STANDINGS])
def test_a_citation_tells_that_a_source_no_longer_stands(
    described: str, notices: list[dict[str, Any]], added: str
) -> None:
    assert with_standing("Berg 2019.", notices) == f"Berg 2019.{added}", described


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", [f"/articles/{SLUG}/", "/topics/zinc/", "/sources/Berg2019/", "/maps/", "/methodology/"]
)
def test_pages_can_be_cited(client: Client, address: str) -> None:
    make_published_claim(topics=["zinc"], evidence=[{"source": make_source()}])
    make_published_article()
    text = shown(client, address)
    assert text.count("Cite this page Vancouver maglyc [Internet].") == 1
    assert f"Available from: http://127.0.0.1:8000{address} APA" in text


@pytest.mark.django_db
def test_a_page_is_dated_by_the_newest_publication(client: Client) -> None:
    make_published_claim()
    day = Publication.objects.get().published_at.date()
    assert f"maglyc. ({day:%Y}, {day:%B} {day.day}). Maps of the evidence." in shown(client, "/maps/")


@pytest.mark.django_db
def test_the_page_of_a_retracted_source_cites_it_as_retracted(client: Client) -> None:
    source = make_source()
    make_published_claim(evidence=[{"source": source}])
    make_notice(source)
    [citekey] = ListedSource.objects.values_list("citekey", flat=True)
    assert shown(client, f"/sources/{citekey}/").count("[Retracted, retraction of ") == 3
