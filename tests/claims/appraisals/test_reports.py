"""Appraisals in the reports: a table under the evidence, and two columns of the evidence table."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from pypdf import PdfReader

from claims.actions import record_appraisal
from tests.claims.appraisals.answers import AMSTAR_LOW, ROB2_SEVERAL, V2_STOPPED
from tests.claims.views.reading import plain
from tests.makers import make_claim, make_curator, make_published_claim, publish

pytestmark = pytest.mark.django_db

HEADING = "Appraisals by instrument"


def read(client: Client, extension: str) -> str:
    """Return the text of a claim's report."""
    response = client.get(f"/claims/C1/report.{extension}")
    content = response.getvalue()
    if extension == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    return plain(content.decode())


@pytest.fixture
def appraised(db: None) -> None:
    """C1, published with one appraised result."""
    claim = make_claim()
    record_appraisal(
        evidence=claim.evidence.get(),
        instrument="rob2-2019-assignment",
        answers=ROB2_SEVERAL,
        result="colds",
        user=make_curator(),
    )
    publish(claim)


@pytest.mark.parametrize("extension", ["html", "md", "pdf"])
def test_a_report_has_a_table_of_appraisals_in_words(client: Client, appraised: None, extension: str) -> None:
    text = read(client, extension)

    for part in (HEADING, "colds", "Randomisation: ! some concerns", "A decision is open"):
        assert part in text, part


@pytest.mark.parametrize("extension", ["html", "md", "pdf"])
def test_a_report_without_appraisals_has_no_such_table(client: Client, extension: str) -> None:
    make_published_claim()

    assert HEADING not in read(client, extension)


def test_the_evidence_table_names_the_instrument_and_its_judgement(client: Client, appraised: None) -> None:
    content = client.get("/claims/C1/report.csv?table=evidence").getvalue().decode("utf-8-sig")

    (row,) = csv.DictReader(io.StringIO(content))

    assert (row["appraisal"], row["appraisal_overall"]) == (
        "RoB 2, effect of assignment to the intervention",
        "some concerns",
    )


@pytest.mark.parametrize("extension", ["html", "md", "pdf"])
def test_a_report_says_why_nothing_was_judged_domain_by_domain(client: Client, extension: str) -> None:
    claim = make_claim()
    record_appraisal(
        evidence=claim.evidence.get(),
        instrument="robins-i-v2-draft-2025-11-20",
        answers=V2_STOPPED,
        user=make_curator(),
    )
    publish(claim)

    text = read(client, extension)

    # a narrow column of the PDF breaks longer words
    for part in ("B1 Did the authors try to", "B2 Is so much", "Therefore: stop here."):
        assert part in text, part


@pytest.mark.parametrize("extension", ["html", "md", "pdf"])
def test_a_report_has_the_computed_rating_beside_the_published_one(client: Client, extension: str) -> None:
    claim = make_claim()
    record_appraisal(
        evidence=claim.evidence.get(),
        instrument="amstar2-2017",
        answers=AMSTAR_LOW,
        published_rating="moderate",
        user=make_curator(),
    )
    publish(claim)

    text = read(client, extension)

    assert "Computed rating: low; published rating: moderate. Critical items: 2, 4, 7, 9, 11, 13, 15." in text
