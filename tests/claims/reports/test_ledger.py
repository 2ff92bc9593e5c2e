"""The ledger of overrides is on the page of a claim and in every report: both values, the reason, who and when."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

from claims.actions import record_appraisal
from claims.grade.vocabulary import Domain
from claims.reports.csv_report import BOM
from claims.reports.formats import FORMATS
from claims.reports.gathering import claim_report
from tests.claims.appraisals.answers import ROB2_SEVERAL
from tests.claims.reports.test_formats import _pdf_text
from tests.claims.views.reading import shown
from tests.makers import make_claim, make_curator, make_published_claim, publish

pytestmark = pytest.mark.django_db

FIGURE: dict[str, Any] = {"text": "up to 33%", "verdict": "overstated", "explanation": "The mean is the usual result."}
STEP: dict[str, Any] = {
    "imprecision": -2,
    "reasons": dict.fromkeys(map(str, Domain), "Judged.") | {"imprecision": "Very few people took part."},
}
#: About what, what the rules say, what was chosen, why.
TOLD = [
    ("RoB 2, effect of assignment to the intervention, Berg2019", "some concerns", "high", "Both point the same way."),
    ("imprecision", "−1", "−2", "Very few people took part."),
    ("figure “up to 33%”", "best case only", "overstated", "The mean is the usual result."),
]


@pytest.fixture
def overridden() -> list[dict[str, Any]]:
    """Publish a claim of which a figure, a step and an overall risk of bias were chosen otherwise; its ledger."""
    claim = make_claim(figures=[FIGURE], assessments=[STEP])
    decided = {"overall_choice": "high", "choice_reason": "Both point the same way.", "answers": ROB2_SEVERAL}
    record_appraisal(
        evidence=claim.evidence.get(), instrument="rob2-2019-assignment", user=make_curator("ada"), **decided
    )
    publish(claim)
    found: list[dict[str, Any]] = claim.publications.get().document["overrides"]
    return found


def rows_of(client: Client, table: str) -> list[dict[str, str]]:
    """Return the rows of a CSV report of the claim."""
    text = client.get(f"/claims/C1/report.csv?table={table}").content.decode().removeprefix(BOM)
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.usefixtures("overridden")
def test_the_page_has_the_ledger(client: Client) -> None:
    text = shown(client, "/claims/C1/")

    assert "Where a person chose otherwise than the rules" in text
    said = "RoB 2, effect of assignment to the intervention, Berg2019 some concerns high Both point the same way. ada, "
    assert said in text
    assert "Imprecision −1 −2 Very few people took part. ada, " in text
    assert "Figure “up to 33%” best case only overstated The mean is the usual result. ada, " in text


@pytest.mark.usefixtures("overridden")
@pytest.mark.parametrize("ending", ["md", "html", "pdf"])
def test_a_report_to_read_has_the_ledger(ending: str) -> None:
    written = FORMATS[ending].write(claim_report(1, site="http://x"))
    words = " ".join((_pdf_text(written) if ending == "pdf" else re.sub("<[^>]*>", " ", written.decode())).split())
    ledger = words.partition("Judgements that differ from the computed ones")[2]
    if ending == "pdf":
        ledger = re.sub(r"(?<=[a-z])- (?=[a-z])", "", ledger)  # words that were broken at the end of a line

    for about, computed, chosen, reason in TOLD:
        row = re.search(
            rf"{re.escape(about)}\W+{computed}\W+{chosen}\W+{re.escape(reason)}\W+ada\W+\d+ \w+ 20\d\d", ledger
        )
        assert row, f"{about} in {ledger[:600]}"


@pytest.mark.parametrize("table", ["figures", "evidence"])
def test_every_row_of_a_csv_report_has_the_ledger(client: Client, overridden: list[dict[str, Any]], table: str) -> None:
    cells = [
        f"{about}: computed {computed}, chosen {chosen}: {reason.rstrip('.')} (ada, {item['at']})"
        for (about, computed, chosen, reason), item in zip(TOLD, overridden, strict=True)
    ]

    assert {row["overrides"] for row in rows_of(client, table)} == {"; ".join(cells)}


def test_the_ledger_is_a_table_of_its_own(client: Client, overridden: list[dict[str, Any]]) -> None:
    names = ("claim", "about", "computed", "chosen", "reason", "by", "at", "ruleset")
    expected = [
        ("C1", *told, item["by"], item["at"], item["ruleset"]) for told, item in zip(TOLD, overridden, strict=True)
    ]

    assert [tuple(row[name] for name in names) for row in rows_of(client, "overrides")] == expected


def test_a_claim_without_overrides_has_an_empty_ledger(client: Client) -> None:
    make_published_claim(figures=[], evidence=[], assessments=[], verdict="untested")

    assert rows_of(client, "overrides") == []
    assert [row["overrides"] for row in rows_of(client, "figures")] == [""]


def test_json_has_the_ledger(client: Client, overridden: list[dict[str, Any]]) -> None:
    report = json.loads(client.get("/claims/C1/report.json").content)
    assert [claim["overrides"] for claim in report["claims"]] == [overridden]
