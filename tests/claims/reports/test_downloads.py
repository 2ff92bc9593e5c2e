"""Reports from their addresses: names, headers, refusals, and lists that are streamed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.actions import withdraw_claim
from claims.reports.formats import FORMATS
from claims.reports.gathering import MAX_SET, texts_of
from claims.views.reports import BLOCK, blocks
from tests.claims.reports.published import SLUG, publish_both
from tests.claims.search.listings import make_listings
from tests.makers import make_article, make_claim, make_curator, make_published_claim

STARTS = {"csv": "\ufeff", "json": '{"schema"', "md": "# ", "html": "<!doctype html>", "pdf": "%PDF-"}


def _addresses(ending: str) -> dict[str, str]:
    return {
        "C1v1": reverse("claim-report", args=[1, ending]),
        "C1v1 ": reverse("version-report", args=[1, 1, ending]),
        SLUG: reverse("article-report", args=[SLUG, ending]),
        "claims": reverse("claims-export", args=[ending]) + "?q=zinc&flagged=yes",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("ending", FORMATS)
def test_every_report_downloads_under_its_name_and_can_be_revalidated(client: Client, ending: str) -> None:
    publish_both()
    for name, address in _addresses(ending).items():
        response = client.get(address)
        written = response.getvalue()
        assert (response.status_code, response["Content-Type"]) == (200, FORMATS[ending].media_type), address
        assert response["Content-Disposition"] == f'attachment; filename="{name.strip()}.{ending}"'
        assert response["X-Robots-Tag"] == "noindex"
        assert written.startswith(STARTS[ending].encode())
        again = client.get(address, headers={"If-None-Match": response["ETag"]})
        assert (again.status_code, again.getvalue(), again["ETag"]) == (304, b"", response["ETag"])
        assert client.get(address).getvalue() == written
        assert client.head(address).status_code == 200


@pytest.mark.django_db
def test_a_filtered_list_holds_what_the_list_shows(client: Client) -> None:
    publish_both()
    loaded = json.loads(client.get("/claims/export.json?verdict=untested").getvalue())
    assert [claim["id"] for claim in loaded["claims"]] == ["C2"]
    assert loaded["about"]["selection"] == "verdict: untested; in the article's order."
    assert loaded["about"]["link"].endswith("/claims/?verdict=untested")
    lines = client.get("/claims/export.csv?verdict=untested&table=evidence").getvalue().decode()
    assert list(csv.DictReader(io.StringIO(lines.removeprefix("\ufeff")))) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/claims/C99/report.pdf", 404, "There is no published claim C99.\n"),
        ("/claims/C1/v9/report.csv", 404, "There is no published version 9 of claim C1.\n"),
        ("/articles/none/report.md", 404, "There is no published article “none”.\n"),
        (
            "/claims/export.json?flagged=maybe",
            400,
            "There is no choice of figures “maybe”; choose from: yes, no.\n",
        ),
        ("/claims/export.csv?table=all", 400, "There is no table “all”; choose from: figures, evidence, overrides.\n"),
        (
            "/claims/C1/report.csv?table=all",
            400,
            "There is no table “all”; choose from: figures, evidence, overrides.\n",
        ),
    ],
)
def test_what_cannot_be_given_is_said_in_a_sentence(client: Client, address: str, status: int, said: str) -> None:
    publish_both()
    response = client.get(address)
    assert (response.status_code, response.getvalue().decode()) == (status, said)
    assert (response["Content-Type"], response["X-Robots-Tag"]) == ("text/plain; charset=utf-8", "noindex")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/claims/C1/report.docx", "/claims/Cx/report.pdf", "/claims/export.exe"])
def test_there_are_no_other_formats(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_nothing_is_written_through_a_report(client: Client) -> None:
    publish_both()
    assert client.post("/claims/C1/report.csv").status_code == 405


@pytest.mark.django_db
def test_a_withdrawn_claim_has_reports_of_its_versions_only(client: Client) -> None:
    claim = make_published_claim()
    withdraw_claim(claim=claim, user=make_curator(), reason="The article was taken down.")
    gone = client.get(f"/claims/C{claim.number}/report.md")
    kept = client.get(f"/claims/C{claim.number}/v1/report.md")
    said = gone.getvalue().decode()
    assert gone.status_code == 404
    assert re.fullmatch(r"Claim C1 was withdrawn on \d{1,2} [A-Z][a-z]+ \d{4}: The article was taken down\.\n", said)
    assert kept.status_code == 200
    assert "was withdrawn on" in kept.getvalue().decode()
    assert json.loads(client.get("/claims/export.json").getvalue())["claims"] == []


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "json", "md", "html"])
def test_drafts_are_in_no_report(client: Client, ending: str) -> None:
    publish_both()
    make_claim(statement="Draftword is never shown.", quote="Nobody was harmed.")
    for address in _addresses(ending).values():
        assert b"Draftword" not in client.get(address.split("?")[0]).getvalue()


@pytest.mark.django_db
def test_a_long_list_is_streamed_but_not_set(client: Client) -> None:
    make_listings(MAX_SET + 1)
    refused = client.get("/claims/export.md")
    assert refused.status_code == 400
    assert refused.getvalue().decode() == "More than 1000 claims: narrow the list down, or take CSV or JSON.\n"


def test_blocks_are_made_of_what_was_read_so_far() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for _ in range(10):
            read += 1
            yield "x" * (BLOCK // 2)

    sent = blocks(texts())
    assert (len(next(sent)), read) == (BLOCK, 2)
    assert (len(next(sent)), read) == (BLOCK, 4)
    assert sum(len(block) for block in sent) == 3 * BLOCK


@pytest.mark.django_db
def test_a_streamed_list_reads_rows_as_they_are_sent(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_listings(1_200, size=40)
    passed = 0

    def counted(rows: object) -> Iterator[str]:
        nonlocal passed
        for text in texts_of(rows):  # type: ignore[arg-type]
            passed += 1
            yield text

    monkeypatch.setattr("claims.views.reports.texts_of", counted)
    monkeypatch.setattr("claims.reports.report.Coverage.add", lambda self, document: self.versions.append("C1v1"))
    response = client.get("/claims/export.json")
    parts = iter(response.streaming_content)  # type: ignore[attr-defined]
    first = next(parts)
    assert BLOCK <= len(first) < 2 * BLOCK
    assert passed < 400
    rest = b"".join(parts)
    assert passed == 1_200
    assert len(json.loads(first + rest)["claims"]) == 1_200


#: An export -> (address, queries: the content version, the rows, and what is counted ahead).
QUERIES = {
    "list as CSV": ("/claims/export.csv", 3),
    "list as JSON": ("/claims/export.json", 2),
    "list as Markdown": ("/claims/export.md", 2),
    "claim": ("/claims/C1/report.md", 2),
    "article": (f"/articles/{SLUG}/report.html", 3),
}


@pytest.mark.django_db
@pytest.mark.parametrize("item_count", [0, 2])
@pytest.mark.parametrize("what", QUERIES)
def test_queries_are_few_and_independent_of_the_rows(client: Client, what: str, item_count: int) -> None:
    publish_both()
    for _ in range(item_count):
        make_published_claim(article=make_article(SLUG), quote="Nobody was harmed.")
    address, expected = QUERIES[what]
    with CaptureQueriesContext(connection) as queries:
        client.get(address).getvalue()
    assert len(queries) == expected
