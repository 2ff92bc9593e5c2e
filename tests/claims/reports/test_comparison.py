"""The page and every report say what an assessment was held against, and which effects were compared."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from claims.reports.comparison import comparison_of
from claims.reports.formats import FORMATS
from claims.reports.gathering import claim_report
from claims.reports.view_model import claim_view
from tests.claims.views.reading import shown
from tests.makers import make_published_claim

pytestmark = pytest.mark.django_db
ASSESSMENT = {"target": "mid 10 %", "ois_sd": 20.0, "ois_difference": 10.0}
POINTS = {"key": "mood", "what": "Mood.", "figure": None, "unit": "points", "statistic": "absolute_change"}
SAID = [
    "Imprecision was judged against: smallest difference that matters (10 %).",
    "The optimal information size is 126 participants",
    "One effect is used, in %, on days with a cold.",
    "Effects used:",
    "Berg2019: Days with a cold, zinc against placebo: 20% (95% CI 5 to 35)",
    "Effects left out",
    "Berg2019: Mood: its unit (points) does not convert into",
]


def published() -> dict[str, Any]:
    claim = make_published_claim(evidence=[{"findings": [{}, POINTS]}], assessments=[ASSESSMENT])
    return dict(claim.publications.get().document)


@pytest.mark.parametrize("ending", ["md", "html", "pdf"])
def test_a_report_tells_it(ending: str) -> None:
    published()
    written = FORMATS[ending].write(claim_report(1, site="http://x"))
    words = (
        written.decode() if ending != "pdf" else "\n".join(p.extract_text() for p in PdfReader(BytesIO(written)).pages)
    )
    plain = " ".join(words.replace("\\", "").split())
    assert [part for part in SAID if part not in plain] == []


def test_the_csv_has_both_in_columns() -> None:
    published()
    text = FORMATS["csv"].write(claim_report(1, site="http://x")).decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text))
    assert (row["imprecision_target"], row["information_size"]) == ("mid 10 %", "126")


def test_the_page_tells_it(client: Client) -> None:
    published()
    text = shown(client, "/claims/C1/")
    assert [part for part in SAID if part not in text] == []
    assert "The interval 20 (5 to 35) crosses 10 (smallest difference that matters (10 %))." in text


def test_a_document_from_before_is_shown_as_it_was() -> None:
    document = published()
    for name in ("target_reason", "information_size", "effects"):
        del document["assessments"][0][name]
    assert comparison_of(document["assessments"][0]) is None
    assert claim_view(document, {"Berg2019": 1})["assessments"][0]["comparison"] is None
    for ending in FORMATS:
        report = replace(claim_report(1, site="http://x"), claims=(document,))
        assert FORMATS[ending].write(report)
