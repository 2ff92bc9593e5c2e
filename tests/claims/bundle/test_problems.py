"""Every way a bundle can be broken is told with file, row and field, all at once, and nothing is loaded."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.bundle.checking import check_bundle
from claims.bundle.files import MAX_FILE_BYTES
from claims.bundle.problems import LISTED, BundleProblems, Problem
from claims.bundle.reading import read_bundle
from tests.claims.bundle.small import QUOTE, SLUG, START, assessment, changed, occurrence, row, write_small

Break = Callable[[Path], object]
TEXT_FILE = f"articles/{SLUG}-v1.md"


def problems_of(folder: Path) -> list[str]:
    bundle, problems = read_bundle(folder)
    return [str(problem) for problem in [*problems, *check_bundle(bundle)]]


def package(change: Callable[[dict], object]) -> Break:  # type: ignore[type-arg]
    def apply(folder: Path) -> None:
        path = folder / "datapackage.json"
        value = json.loads(path.read_text(encoding="utf-8"))
        change(value)
        path.write_text(json.dumps(value), encoding="utf-8")

    return apply


def resource_path(name: str, path: object) -> Break:
    def change(value: dict) -> None:  # type: ignore[type-arg]
        next(item for item in value["resources"] if item["name"] == name)["path"] = path

    return package(change)


def text(name: str, old: str, new: str) -> Break:
    return lambda folder: changed(folder, name, old, new)


def cut(name: str, size: int) -> Break:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-size])


def content(name: str, data: bytes) -> Break:
    return lambda folder: (folder / name).write_bytes(data)


def item(**members: object) -> Break:
    def apply(folder: Path) -> None:
        path = folder / "sources.json"
        items = json.loads(path.read_text(encoding="utf-8"))
        items[0].update(members)
        path.write_text(json.dumps(items), encoding="utf-8")

    return apply


BROKEN: list[tuple[str, Break, str]] = [
    ("no description", lambda folder: (folder / "datapackage.json").unlink(),
     "datapackage.json: expected a file here, found no such file"),
    ("a description that is no JSON", content("datapackage.json", b"{"),
     "datapackage.json, line 1, column 2: not JSON: Expecting property name enclosed in double quotes"),
    ("another format", package(lambda value: value.update(format="other-2")),
     "datapackage.json, format: expected maglyc-bundle-1, found 'other-2'"),
    ("a name that is none", package(lambda value: value.update(name="Zinc!")),
     "datapackage.json, name: expected lower-case letters, digits, '.', '_' and '-' (at most 120), found 'Zinc!'"),
    ("a table that is not described", package(lambda value: value["resources"].pop(4)),
     "datapackage.json, resources: expected a resource named notices: every table has to be there, an "
     "empty one with its header line"),
    ("a path out of the folder", resource_path("notices", "../notices.csv"),
     "../notices.csv: expected the path of a file inside the bundle, with / between names and without .."),
    ("an absolute path", resource_path("notices", "/etc/passwd"),
     "/etc/passwd: expected the path of a file inside the bundle, with / between names and without .."),
    ("an address as path", resource_path("notices", "https://example.org/notices.csv"),
     "https://example.org/notices.csv: expected the path of a file inside the bundle, with / between "
     "names and without .."),
    ("several paths", resource_path("notices", ["a.csv", "b.csv"]),
     "datapackage.json, resources[4].path: expected one path as text, found ['a.csv', 'b.csv']"),
    ("a path to a folder", resource_path("notices", "articles"),
     "articles: expected a file here, found something that is no regular file"),
    ("a missing file", lambda folder: (folder / "notices.csv").unlink(),
     "notices.csv: expected a file here, found no such file"),
    ("an oversized file", lambda folder: os.truncate(folder / "notices.csv", MAX_FILE_BYTES + 1),
     "notices.csv: expected at most 268,435,456 bytes, found 268,435,457"),
    ("another encoding", content("topics.csv", "claim,topic\nshorter-cold,käse\n".encode("latin-1")),
     "topics.csv, line 2: expected UTF-8 text, found byte 0xE4 at byte 27 of the file"),
    ("a binary file", content("topics.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
     "topics.csv, line 1: expected UTF-8 text, found byte 0x89 at byte 1 of the file"),
    ("a file cut off in a row", cut("findings.csv", 1),
     "findings.csv: expected a line end after the last row: the file may be cut off"),
    ("a file cut off in a quoted cell", content("topics.csv", b'claim,topic\nshorter-cold,"zi'),
     "topics.csv, line 2: not readable as CSV from this row on: unexpected end of data"),
    ("a file cut off after a row", content("topics.csv", b"claim,topic\nshorter-cold,cold\n"),
     "topics.csv: datapackage.json announces 2 rows, found 1: cut off, or the number is old"),
    ("an empty file", content("notices.csv", b""),
     "notices.csv, line 1: expected a header: source,kind,date,reason,doi,url"),
    ("a missing column", text("topics.csv", "claim,topic", "claim,theme"),
     "topics.csv, line 1, topic: expected this column, which is missing"),
    ("an unknown column", text("topics.csv", "claim,topic", "claim,theme"),
     "topics.csv, line 1, theme: expected only the columns claim, topic"),
    ("too many cells", text("topics.csv", "cold,cold", "cold,cold,more"),
     "topics.csv, line 2: expected 2 cells as in the header, found 3"),
    ("an unknown word", text("claims.csv", ",definition,", ",poetry,"),
     "claims.csv, line 3, kind: expected one of efficacy, safety, mechanism, pharmacokinetics, dosage, "
     "comparison, definition, prevalence, opinion, found 'poetry'"),
    ("an unknown code in a list", text("evidence.csv", "form;dose", "form;colour"),
     "evidence.csv, line 2, indirectness: expected any of species, population, form, dose, comparator, "
     "outcome_surrogate, baseline_status, elemental_vs_compound, each once, "
     "separated by semicolons, found 'form;colour'"),
    ("a number that is none", text("findings.csv", ",20,", ",NaN,"),
     "findings.csv, line 2, value: expected a number, with a point for decimals, found 'NaN'"),
    ("a date that is none", text("notices.csv", "2020-02-01", "2020-02-31"),
     "notices.csv, line 2, date: expected a date such as 2026-11-22, found '2020-02-31'"),
    ("an empty required cell", text("claims.csv", "Zinc is a metal.", ""),
     "claims.csv, line 3, statement: expected a value, found nothing"),
    ("a duplicate key", text("claims.csv", ",zinc-is-a-metal,", ",shorter-cold,"),
     "claims.csv, line 3, key: expected each key once, but shorter-cold is already on line 2"),
    ("a dangling claim", text("topics.csv", "shorter-cold,cold", "longer-cold,cold"),
     "topics.csv, line 2, claim: expected key of a row of claims.csv, found longer-cold"),
    ("a dangling source", text("omission_sources.csv", "Roe2019", "Doe2019"),
     "omission_sources.csv, line 2, source: expected citekey of a row of sources_curation.csv, found Doe2019"),
    ("a figure of no claim", text("findings.csv", ",third,", ",fourth,"),
     "findings.csv, line 2, claim, figure: expected claim, key of a row of figures.csv, found shorter-cold, fourth"),
    ("a low above the high", text("figures.csv", ",,33,", ",40,33,"),
     "figures.csv, line 2, low: expected at most high, which is 33, found 40"),
    ("a figure without a value", text("figures.csv", ",,33,", ",,,"),
     "figures.csv, line 2, low: expected a low or a high end, found neither"),
    ("a value outside its interval", text("findings.csv", ",20,", ",50,"),
     "findings.csv, line 2, value: expected a value inside its confidence interval, 5 to 35, found 50"),
    ("half an interval", text("findings.csv", ",5,35,", ",5,,"),
     "findings.csv, line 2, ci_low: expected both ends of the confidence interval or neither"),
    ("more events than people", text("arms.csv", "zinc,40,4,1.5,", "zinc,40,4,1.5,41"),
     "arms.csv, line 2, events: expected at most as many events as people, which are 40, found 41"),
    ("an empty text", content(TEXT_FILE, b"\n"),
     f"article_versions.csv, line 2, path: {TEXT_FILE}: expected text, found nothing"),
    ("a negative dose", text("evidence.csv", "13.3", "-13.3"),
     "evidence.csv, line 2, dose_mg_elemental: expected at least 0, found '-13.3'"),
    ("a quote that is not there", lambda folder: rewrite(folder, occurrence("shorter-cold", start=START + 1)),
     f"occurrences.csv, line 2, quote: expected the quote at {START + 1}–{START + len(QUOTE)} of the text, "
     f"found {QUOTE[1:]!r} there"),
    ("other words before the quote", lambda folder: rewrite(folder, occurrence("shorter-cold", prefix="was ")),
     "occurrences.csv, line 2, prefix: expected the words right before the quote"),
    ("a changed text", lambda folder: changed(folder, TEXT_FILE, "# Zinc", "# Iron"),
     f"article_versions.csv, line 2, sha256: the text of {TEXT_FILE} has "),
    ("a text out of the folder", text("article_versions.csv", TEXT_FILE, "../secret.md"),
     "article_versions.csv, line 2, path: ../secret.md: expected the path of a file inside the bundle"),
    ("a certainty that the rules do not give",
     lambda folder: rewrite(folder, assessment("shorter-cold", certainty="high")),
     "assessments.csv, line 2, certainty: expected moderate, which these steps lead to, found high"),
    ("a target in words", lambda folder: rewrite(folder, assessment("shorter-cold", target="what people notice")),
     "assessments.csv, line 2, target: expected null, mid VALUE UNIT (mid 3 points) or range VALUE; VALUE UNIT "
     "(range 2; 5 mmHg), found 'what people notice'. 'what' is no imprecision target; expected null, mid or range."),
    ("half an information size", lambda folder: rewrite(folder, assessment("shorter-cold", ois_sd=3)),
     "assessments.csv, line 2, ois_sd: An optimal information size needs a control risk with a relative reduction, "
     "or a standard deviation with a difference, and not both."),
    ("a step without a reason", lambda folder: rewrite(folder, assessment("shorter-cold", imprecision_reason="")),
     "assessments.csv, line 2, reasons.imprecision: Imprecision is rated -1 without a reason."),
    ("an answer that the instrument does not know", text("answers.csv", "1.2,NI", "1.2,maybe"),
     "appraisals.csv, line 2: "),
    ("a published rating that the instrument does not give", text("appraisals.csv", ",low", ",critical"),
     "appraisals.csv, line 2: RoB 2, effect of assignment to the intervention: published rating 'critical' is not "),
    ("an answer to no appraisal", text("answers.csv", "rob2-2019-assignment,,1.2", "rob2-2019-adhering,,1.2"),
     "answers.csv, line 3, claim, source, instrument, result: expected claim, source, instrument, result of a row"),
    ("a bad DOI", item(DOI="zinc"),
     "sources.json, item 1 (Roe2019), DOI: 'zinc' is not a DOI: expected 10., a registrant number, a "
     "slash and a suffix, such as 10.1000/182."),
    ("an unknown type", item(type="map"),
     "sources.json, item 1 (Roe2019), type: expected one of article-journal, article, book, chapter, "
     "report, thesis, webpage, dataset, found 'map'"),
    ("a source without a title", item(title=None),
     "sources.json, item 1 (Roe2019), title: expected a title, found nothing"),
    ("a source that is only described", item(id="Doe2019"),
     "sources_curation.csv, line 2, citekey: expected an item with the id Roe2019 in sources.json"),
    ("a source that is not described", item(id="Doe2019"),
     "sources.json, item 1 (Doe2019), id: expected a row with the citekey Doe2019 in sources_curation.csv"),
    ("a bibliography cut off", cut("sources.json", 4),
     "sources.json, line 20, column 3: not JSON: Expecting ',' delimiter"),
]  # fmt: skip


def rewrite(folder: Path, changed_row: object) -> None:
    """Write the bundle anew with one row of occurrences or assessments in the place of the first."""
    name = "occurrences" if "quote" in changed_row.values else "assessments"  # type: ignore[attr-defined]
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    write_small(folder, **{name: [changed_row]})  # type: ignore[list-item]


def test_the_small_bundle_is_sound(tmp_path: Path) -> None:
    assert problems_of(write_small(tmp_path / "zinc")) == []


@pytest.mark.parametrize(("harm", "expected"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_bundle(tmp_path: Path, harm: Break, expected: str) -> None:
    folder = write_small(tmp_path / "zinc")
    harm(folder)
    assert [problem for problem in problems_of(folder) if problem.startswith(expected)] != [], problems_of(folder)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "zinc")
    (tmp_path / "notices.csv").write_text("source,kind,date\n")
    (folder / "notices.csv").unlink()
    (folder / "notices.csv").symlink_to(tmp_path / "notices.csv")
    assert problems_of(folder) == ["notices.csv: leads out of the bundle's folder"]


def test_all_problems_are_told_at_once_and_each_once(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "zinc")
    changed(folder, "claims.csv", ",efficacy,", ",poetry,")
    changed(folder, "findings.csv", ",20,", ",x,")
    changed(folder, "topics.csv", "shorter-cold,zinc", "other,zinc")
    (folder / "omissions.csv").unlink()
    places = [problem.partition(": ")[0] for problem in problems_of(folder)]
    assert places == [
        "claims.csv, line 2, kind",
        "findings.csv, line 2, value",
        "omissions.csv",
        "topics.csv, line 3, claim",
    ]


def test_a_line_number_counts_lines_and_not_rows(tmp_path: Path) -> None:
    folder = write_small(
        tmp_path / "zinc",
        source_warnings=[
            row("source_warnings", source="Roe2019", position=1, warning="two\nlines"),
            row("source_warnings", source="Nobody", position=2, warning="x"),
        ],
    )
    expected = "source_warnings.csv, line 4, source: expected citekey of a row of sources_curation.csv, found Nobody"
    assert problems_of(folder) == [expected]


def test_a_long_list_is_cut_with_a_count() -> None:
    problems = [Problem("claims.csv", f"line {number}", "", "bad") for number in range(LISTED + 20)]
    lines = BundleProblems(problems).report().splitlines()
    assert len(lines) == LISTED + 2
    assert lines[-2:] == ["... and 20 more", f"{LISTED + 20} problems found."]
