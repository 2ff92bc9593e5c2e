"""What `make lighthouse` asks for and writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import chromium, lighthouse, npm, quality
from tools.pages import KINDS
from tools.problem import Problem


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Lighthouse seem installed: the suite neither fetches nor runs it."""
    monkeypatch.setattr(npm, "modules", lambda name: tmp_path / name)
    monkeypatch.setattr(npm, "node", lambda: Path("/opt/node"))


def test_a_page_is_rated_in_all_categories_by_a_browser_without_a_screen() -> None:
    command = lighthouse.command("http://127.0.0.1:8000/", "desktop", Path("report.json"))
    assert command[0] == "/opt/node"
    assert "--preset=desktop" in command
    assert "--only-categories=performance,accessibility,best-practices,seo" in command
    assert command[-1].startswith("--chrome-flags=--headless=new --no-sandbox ")
    assert "MAP *" not in command[-1]


@pytest.mark.parametrize(("given", "expected"), [(1, 100), (0.98, 98), (0.975, 98), (0, 0)])
def test_a_score_is_told_in_hundredths(monkeypatch: pytest.MonkeyPatch, given: float, expected: int) -> None:
    report = {"categories": {name: {"score": given} for name in lighthouse.CATEGORIES}}
    monkeypatch.setattr(lighthouse, "rated", lambda address, device: report)
    assert lighthouse.scores("http://127.0.0.1/", "phone") == dict.fromkeys(lighthouse.CATEGORIES, expected)


def test_a_page_that_could_not_be_rated_is_no_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    report = {"categories": {name: {"score": None if name == "seo" else 1} for name in lighthouse.CATEGORIES}}
    monkeypatch.setattr(lighthouse, "rated", lambda address, device: report)
    with pytest.raises(Problem, match=r"^Lighthouse could not rate http://127\.0\.0\.1/ in seo\.$"):
        lighthouse.scores("http://127.0.0.1/", "phone")


def test_what_lighthouse_says_is_shown_when_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "node", lambda: Path("/bin/sh"))
    monkeypatch.setattr(lighthouse, "PROGRAM", "no-such-program")
    monkeypatch.setattr(chromium, "program", lambda: "/bin/false")
    with pytest.raises(Problem, match=r"no-such-program.*\nLighthouse did not rate http://127\.0\.0\.1/ \(exit "):
        lighthouse.rated("http://127.0.0.1/", "phone")


@pytest.mark.parametrize(
    ("description", "says", "failures", "runs"),
    [
        ("rated at once", "", 0, 1),
        ("asked to be run again", "No trace (NO_NAVSTART). Please run Lighthouse again.", 2, 3),
        ("asked once too often", "No trace (NO_NAVSTART). Please run Lighthouse again.", 3, None),
        ("another error", "The page is not there.", 1, None),
    ],
)
def test_a_load_that_was_not_traced_is_repeated(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, description: str, says: str, failures: int, runs: int | None
) -> None:
    log = tmp_path / "log"
    script = f"""
        echo run >> {log}
        if [ $(wc -l < {log}) -le {failures} ]; then echo "{says}"; exit 1; fi
        for word; do case $word in --output-path=*) echo '{{"done": true}}' > "${{word#*=}}";; esac; done
    """
    monkeypatch.setattr(npm, "node", lambda: Path("/bin/sh"))
    program = npm.modules("lighthouse") / lighthouse.PROGRAM
    program.parent.mkdir(parents=True)
    program.write_text(script, encoding="utf-8")
    monkeypatch.setattr(chromium, "program", lambda: "/bin/false")

    if runs:
        assert lighthouse.rated("http://127.0.0.1/", "phone") == {"done": True}
    else:
        with pytest.raises(Problem, match=re.escape(says)):
            lighthouse.rated("http://127.0.0.1/", "phone")
    assert len(log.read_text(encoding="utf-8").split()) == (runs or min(failures, lighthouse.TRIES))


def test_a_table_is_markdown() -> None:
    assert quality.table(("kind", "kB"), [["home", "12.0"]]) == "| kind | kB |\n| --- | --- |\n| home | 12.0 |"


def test_the_written_page_keeps_what_pages_are_held_to() -> None:
    text = quality.PAGE.read_text(encoding="utf-8")
    scores = re.findall(
        r"^\| (\w+) `[^`]+` \| (phone|desktop) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE
    )
    assert {row[:2] for row in scores} == {(kind, device) for kind in quality.RATED for device in lighthouse.DEVICES}
    assert min(int(score) for row in scores for score in row[2:]) >= quality.LEAST_SCORE
    rows = re.findall(r"^\| ([\w-]+) `[^`]+` \| \d+ \| ([\d.]+) \| ([\d.]+) \| 0 \| 0 \|$", text, re.MULTILINE)
    assert {kind for kind, _, _ in rows} <= set(KINDS)
    assert len(rows) > 20
    assert max(float(size) for _, size, _ in rows) <= quality.HEAVIEST / 1000
    assert text.endswith("Everything is kept.\n")
