"""`manage.py export_report` writes what the addresses give."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from claims.reports.formats import FORMATS
from tests.claims.reports.published import SLUG, publish_both


def _export(*arguments: str) -> str:
    said = StringIO()
    call_command("export_report", *arguments, stderr=said)
    return said.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("ending", FORMATS)
def test_the_file_is_the_download(tmp_path: Path, client: Client, ending: str) -> None:
    publish_both()
    wanted = {
        "C1": f"/claims/C1/report.{ending}",
        "C1v1": f"/claims/C1/v1/report.{ending}",
        SLUG: f"/articles/{SLUG}/report.{ending}",
        "--filter=q=zinc&sort=newest": f"/claims/export.{ending}?q=zinc&sort=newest",
    }
    for what, address in wanted.items():
        output = tmp_path / "report"
        _export(what, "--format", ending, "--output", str(output))
        assert output.read_bytes() == client.get(address).getvalue(), what


@pytest.mark.django_db
def test_standard_output_carries_the_report_alone(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    publish_both()
    said = _export("C1", "--format", "json")
    written = capfdbinary.readouterr().out
    assert json.loads(written)["about"]["claims"] == 1
    assert said == f"One claim, C1v1. 1 claim, {len(written)} bytes.\n"


@pytest.mark.django_db
def test_the_table_of_evidence(tmp_path: Path, client: Client) -> None:
    publish_both()
    output = tmp_path / "evidence.csv"
    _export("C1", "--format", "csv", "--table", "evidence", "--output", str(output))
    assert output.read_bytes() == client.get("/claims/C1/report.csv?table=evidence").getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["C9"], "There is no published claim C9."),
        (["C1v9"], "There is no published version 9 of claim C1."),
        (["nowhere"], "There is no published article “nowhere”."),
        (["--filter", "kind=odd"], "There is no kind “odd”; choose from: "),
        (["--filter", "shoe=1"], "There is no filter “shoe”; choose from: "),
        (["C1", "--filter", "kind=safety"], "Name a claim or article, or give --filter, but not both."),
        (["C1", "--output", "/nowhere/at/all"], "/nowhere/at/all cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_exported_is_said(arguments: list[str], said: str) -> None:
    publish_both()
    with pytest.raises(CommandError) as refused:
        _export(*arguments, "--format", "md")
    assert str(refused.value)[: len(said)] == said
