"""CSV opens safely in a spreadsheet and reads back as it was written."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from claims.reports.csv_report import BOM, columns_of, evidence_rows, figure_rows, safe, write_csv
from claims.reports.gathering import article_report, claim_report
from tests.claims.reports.published import SLUG, publish_both

#: What the value is -> (value, cell).
CELLS: dict[str, tuple[Any, Any]] = {
    "a formula": ("=1+1", "'=1+1"),
    "a plus": ("+1", "'+1"),
    "a minus in a text": ("-1", "'-1"),
    "an at sign": ("@SUM(A1)", "'@SUM(A1)"),
    "a tab": ("\t=1", "'\t'=1"),
    "a tab before a word": ("\tword", "'\tword"),
    "a carriage return": ("\r=1", "'\r'=1"),
    "a line feed": ("\nword", "'\nword"),
    "full width": ("＝1+1", "'＝1+1"),
    "full width plus": ("＋1", "'＋1"),
    "full width minus": ("－1", "'－1"),
    "full width at": ("＠SUM", "'＠SUM"),
    "behind blanks": ("  =1", "  '=1"),
    "behind a no-break space": ("\u00a0=1", "\u00a0'=1"),
    "behind a sign without width": ("\u200b=1", "\u200b'=1"),
    "behind a byte order mark": ("\ufeff=1", "\ufeff'=1"),
    "DDE": ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    "DDE behind a number": ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
    "behind what other settings split cells at": ("a;=1;b", "a;'=1;b"),
    "on a later line": ("a\n=1", "a\n'=1"),
    "an equals sign inside": ("p = 0.03", "p = 0.03"),
    "a hyphen inside": ("follow-up", "follow-up"),
    "a true minus sign": ("−5", "−5"),
    "a negative number": (-5, -5),
    "a negative fraction": (-0.25, -0.25),
    "nothing": (None, ""),
    "yes": (True, "yes"),
    "no": (False, "no"),
    "empty": ("", ""),
}


def test_no_cell_is_a_formula() -> None:
    assert {what: safe(value) for what, (value, _) in CELLS.items()} == {
        what: cell for what, (_, cell) in CELLS.items()
    }


def _read(written: bytes) -> list[dict[str, str]]:
    text = written.decode("utf-8")
    assert (text[0], text[1]) == (BOM, "e" if text[1] == "e" else "c")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.mark.django_db
def test_figures_read_back() -> None:
    publish_both()
    report = article_report(SLUG, site="http://x")
    rows = _read(write_csv(report))
    assert [row["claim"] for row in rows] == ["C1", "C2"]
    first, second = rows
    assert first["statement"] == report.claims[0]["statement"]
    assert first["verdict_reason"] == "'=cmd|' /C calc'!A0"
    assert (first["figure"], first["low"], first["high"], first["unit"]) == ("up to 33%", "", "33", "%")
    assert (first["evidence"], first["participants"], first["sources"]) == ("2", "240", "Berg2019; Olsen2020")
    assert (second["figure"], second["figure_flagged"], second["checked_against"]) == ("", "", "nothing")
    said = [(row["exported"], row["claims_exported"], row["as_of"]) for row in rows]
    assert said == [(report.title, "2", report.coverage.as_of)] * 2
    checked = [(row["claims_checked_full_text"], row["claims_checked_nothing"]) for row in rows]
    assert checked == [("1", "1")] * 2


@pytest.mark.django_db
def test_evidence_reads_back_with_negative_numbers() -> None:
    hostile, _ = publish_both()
    rows = _read(write_csv(claim_report(hostile.number, site="http://x"), "evidence"))
    assert [(row["source"], row["read"], row["finding_value"]) for row in rows] == [
        ("Berg2019", "abstract only", "-20"),
        ("Olsen2020", "full text", ""),
    ]
    assert (rows[0]["imprecision_target"], rows[0]["information_size"]) == ("not chosen", "not given")
    assert (rows[0]["finding_ci_low"], rows[0]["population"], rows[0]["rulesets"].count("grade")) == (
        "-35",
        "'@SUM(A1)",
        1,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "rows_of"), [("figures", figure_rows), ("evidence", evidence_rows)])
def test_the_header_names_the_columns_of_every_row(table: str, rows_of: Any) -> None:
    hostile, _ = publish_both()
    (document,) = claim_report(hostile.number, site="http://x").claims
    header = columns_of(table)
    assert len(header) == len(set(header))
    assert [list(row) == header[: len(row)] for row in rows_of(document)] == [True] * len(list(rows_of(document)))


@pytest.mark.django_db
def test_lines_end_as_the_format_wants() -> None:
    hostile, _ = publish_both()
    written = write_csv(claim_report(hostile.number, site="http://x"))
    assert written.endswith(b"\r\n")
    assert written.startswith(BOM.encode())
