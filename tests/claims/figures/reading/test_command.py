"""`manage.py read_figures` as a user calls it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "It reduced soreness by up to 40% versus placebo.\nMost people take 100–200 mg daily."


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("read_figures", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_is_a_list_of_objects_with_open_ends_null(text_file: Path) -> None:
    assert json.loads(printed(str(text_file), "--format", "json")) == [
        {
            "start": 23, "end": 32, "text": "up to 40%", "low": None, "high": 40, "unit": "%", "bound": "up_to",
            "statistic": "relative_change", "direction": "decrease", "comparator": "placebo",
        },
        {
            "start": 66, "end": 82, "text": "100–200 mg daily", "low": 100, "high": 200, "unit": "mg/day",
            "bound": "range", "statistic": "dose", "direction": None, "comparator": None,
        },
    ]  # fmt: skip


def test_a_text_without_figures_is_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Vitamin B12 was discovered in 1948.", encoding="utf-8")
    assert json.loads(printed(str(path), "--format", "json")) == []


def test_the_table_is_aligned(text_file: Path) -> None:
    assert printed(str(text_file), "--format", "table").splitlines() == [
        "start  end  text              low  high  unit    bound  statistic        direction  comparator",
        "23     32   up to 40%         –    40    %       up_to  relative_change  decrease   placebo",
        "66     82   100–200 mg daily  100  200   mg/day  range  dose             –          –",
    ]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfabout 5 mg")))
    assert [(row["start"], row["text"]) for row in json.loads(printed("-", "--format", "json"))] == [(0, "about 5 mg")]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"gone\.txt cannot be read: No such file or directory\."):
        printed(str(tmp_path / "gone.txt"))


def test_the_byte_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "5 µg".encode("latin-1"))
    with pytest.raises(CommandError, match=r"latin\.txt is not UTF-8: byte 5 \(0xb5\) cannot be decoded"):
        printed(str(path))
