"""How pages beside a claim's are cited, and that the citation of a retracted source says so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from claims.models import ListedSource, Publication
from claims.reports.standing import with_standing
from claims.views.citing import page_citation
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


@pytest.mark.parametrize(
    ("described", "title", "kind", "cited"),
    [
        ("a title", "Zinc and colds.", "retraction", "Berg. RETRACTED: Zinc and colds. J Zinc. 2019 [Retracted, "),
        ("replaced", "Zinc and colds", "retract_and_replace", "Berg. RETRACTED AND REPLACED: Zinc and colds. J Zinc. "),
        ("no title", "", "retraction", "Berg. Zinc and colds. J Zinc. 2019 [Retracted, retraction of 2026-03-09]"),
        ("another title", "Honey", "retraction", "Berg. Zinc and colds. J Zinc. 2019 [Retracted, retraction of "),
    ],
)
def test_the_title_of_a_source_tells_that_it_no_longer_stands(
    described: str, title: str, kind: str, cited: str
) -> None:
    told = with_standing("Berg. Zinc and colds. J Zinc. 2019", [notice(kind, "2026-03-09")], title=title)
    assert told[: len(cited)] == cited, described


def test_a_title_that_tells_of_the_retraction_itself_is_left_alone() -> None:
    title = "Retracted: Zinc and colds"
    assert with_standing(f"Berg. {title}.", [RETRACTION], title=title) == f"Berg. {title}.{RETRACTED}"


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
    text = shown(client, f"/sources/{citekey}/")
    assert text.count("[Retracted, retraction of 2024-05-01]") == 3
    assert text.count("RETRACTED: Zinc lozenges for the common cold, trial 1. ") == 3


@pytest.mark.django_db
@pytest.mark.parametrize("when", ["before", "after"])
def test_the_references_of_a_claim_cite_a_retracted_source_as_retracted(client: Client, when: str) -> None:
    """A notice shows at once, also in a version that was made before it."""
    gone, other = make_source(), make_source()
    if when == "before":
        make_notice(gone)
    make_published_claim(evidence=[{"source": gone}, {"source": other}])
    if when == "after":
        make_notice(gone)

    text = shown(client, "/claims/C1/")

    assert text.count("RETRACTED: Zinc lozenges for the common cold, trial 1. ") == 1
    assert text.count("[Retracted, retraction of 2024-05-01]") == 1
    assert "RETRACTED: Zinc lozenges for the common cold, trial 2" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["md", "html"])
def test_the_references_of_a_report_cite_a_retracted_source_as_retracted(client: Client, ending: str) -> None:
    source = make_source()
    make_notice(source)
    make_published_claim(evidence=[{"source": source}], verdict="unsupported")

    report = client.get(f"/claims/C1/report.{ending}").content.decode()

    assert report.count("RETRACTED: Zinc lozenges for the common cold, trial 1.") == 1
