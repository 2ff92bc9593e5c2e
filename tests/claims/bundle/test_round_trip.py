"""Load, export, load gives the same hash, whatever the knowledge base holds."""

from __future__ import annotations

import string
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claims.bundle.bibliography import without_empty
from claims.bundle.cells import read_cell, write_cell
from claims.bundle.columns import Column
from claims.bundle.content import Bundle, Row, in_order
from claims.bundle.exporting import export_bundle
from claims.bundle.loading import bundle_hash, load_bundle
from claims.bundle.reading import read_bundle
from claims.bundle.tables import TABLES
from claims.bundle.writing import text_path, write_bundle
from claims.documents.canonical import canonical_number, sha256_of
from claims.grade.vocabulary import Design
from tests.claims.bundle.small import assessment, row, write_small

NASTY = [
    "=1+1",
    "-2",
    "+3",
    "@x",
    '"',
    '""',
    ",",
    ";",
    "a\nb",
    "a\r\nb",
    "a\rb",
    " x ",
    "é",
    "e\u0301",
    "😀",
    "\u2028",
    "\t",
    "'",
    "NULL",
]
TEXTS = st.one_of(
    st.sampled_from(NASTY), st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)
)
SLUGS = st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=8)
NUMBERS = st.one_of(st.integers(0, 10**6), st.floats(0, 1e9, allow_nan=False)).map(float).map(canonical_number)


def cells(column: Column) -> st.SearchStrategy[Any]:
    """Return values that a cell of the column may hold; empty ones where it may be empty."""
    if column.kind == "codes":
        return st.lists(st.sampled_from(column.words), unique=True)
    some: st.SearchStrategy[Any]
    if column.words:
        some = st.sampled_from(column.words)
    elif column.name == "design":
        some = st.sampled_from([str(design) for design in Design])
    elif column.kind == "integer":
        # nothing is about nobody
        some = st.integers(1 if column.name == "n" else column.least or 0, column.most or 100)
    elif column.kind == "number":
        some = NUMBERS
    elif column.kind == "boolean":
        some = st.booleans()
    elif column.kind == "date":
        some = st.dates().map(lambda day: f"{max(day.year, 1000)}-06-{day.day % 28 + 1:02}")
    elif column.name == "url":
        some = st.just("https://example.org/a?b=1,2")
    elif column.name == "doi":
        some = st.just("10.1000/x")
    elif column.pattern:
        some = SLUGS
    else:
        some = TEXTS
    empty = None if column.kind in ("integer", "number") else ""
    return some.filter(_says_something) if column.required else st.one_of(st.just(empty), some)


def _says_something(value: Any) -> bool:
    return not isinstance(value, str) or bool(value.strip())


def rows_of(table: str, **own: Any) -> st.SearchStrategy[Row]:
    """Return rows of the table with the given cells and any others; no public name is given."""
    columns = {column.name: cells(column) for column in TABLES[table].columns if column.name not in own}
    given_cells = {
        name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in own.items()
    }
    return st.fixed_dictionaries(columns | given_cells).map(Row)


JUDGED_AGAINST = {"target": "range 2; 5  points", "ois_control_risk": 0.1, "ois_relative_reduction": -0.3}
JUDGED_AGAINST |= {"ois_alpha": 0.01, "ois_unit": "points"}
NAMES = st.lists(SLUGS, unique=True, max_size=3)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(["article-journal", "report", "webpage"]), "title": TEXTS.map(str.strip).filter(bool)},
    optional={
        "author": st.lists(st.fixed_dictionaries({"family": TEXTS.map(str.strip).filter(bool)}), max_size=2),
        "issued": st.sampled_from([{"date-parts": [[1999, 2]]}, {"date-parts": [[1999], [2001]]}, {"raw": "1999?"}]),
        "note": TEXTS,
        "custom": st.dictionaries(SLUGS, TEXTS, max_size=2),
    },
)


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """Return small knowledge bases: several articles with versions, claims, sources, notices, omissions."""
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    texts: dict[tuple[str, int], str] = {}
    sources, claims = draw(NAMES), draw(NAMES)
    items = {key: without_empty({"id": key, **draw(ITEMS)}) for key in sources}
    for key in sources:
        tables["sources_curation"].append(draw(rows_of("sources_curation", id="", citekey=key)))
        warnings = enumerate(draw(st.lists(TEXTS.filter(_says_something), max_size=2)), 1)
        tables["source_warnings"] += [
            row("source_warnings", source=key, position=n, warning=text) for n, text in warnings
        ]
        tables["notices"] += draw(st.lists(rows_of("notices", source=key), max_size=1))
    for key in claims:
        _draw_claim(draw, tables, key, sources)
    for slug in draw(NAMES):
        tables["articles"].append(draw(rows_of("articles", id="", slug=slug)))
        for number, text in enumerate(draw(st.lists(TEXTS.map(lambda text: f"{text}."), unique=True, max_size=2)), 1):
            texts[slug, number] = text
            version = {"article": slug, "version": number, "sha256": sha256_of(text)}
            tables["article_versions"].append(row("article_versions", **version, path=text_path(slug, number)))
            for key in claims:
                _draw_occurrence(draw, tables, {"claim": key, "article": slug, "version": number}, text)
        for key in draw(NAMES):
            tables["omissions"].append(draw(rows_of("omissions", article=slug, key=key)))
            link = {"article": slug, "omission": key}
            tables["omission_claims"] += [row("omission_claims", **link, claim=claim) for claim in reversed(claims)]
            tables["omission_sources"] += [row("omission_sources", **link, source=source) for source in sources[:1]]
    return Bundle("generated", "Generated", in_order(tables), items, texts)


def _draw_claim(draw: st.DrawFn, tables: dict[str, list[Row]], key: str, sources: list[str]) -> None:
    tables["claims"].append(draw(rows_of("claims", id="", key=key)))
    topics = draw(st.lists(TEXTS.map(str.strip).filter(bool), max_size=2, unique_by=str.lower))
    tables["topics"] += [row("topics", claim=key, topic=topic) for topic in topics]
    figures = draw(st.lists(SLUGS, unique=True, max_size=2))
    ends = {"low": 1, "high": st.one_of(st.none(), st.just(2.5))}
    tables["figures"] += [draw(rows_of("figures", claim=key, key=figure, **ends)) for figure in figures]
    tables["assessments"] += draw(
        st.sampled_from([[], [assessment(key)], [assessment(key), assessment(key, outcome="b", **JUDGED_AGAINST)]])
    )
    for source in sources:
        link = {"claim": key, "source": source}
        tables["evidence"].append(draw(rows_of("evidence", **link)))
        for finding in draw(st.lists(SLUGS, unique=True, max_size=2)):
            bears_on = st.sampled_from(["", *figures])
            numbers = {"low": None, "value": 2, "ci_low": st.just(-1.25), "ci_high": 2, "figure": bears_on}
            tables["findings"].append(draw(rows_of("findings", **link, key=finding, **numbers)))
            arms = draw(st.lists(rows_of("arms", **link, finding=finding, arm=0, n=9, events=3), max_size=2))
            tables["arms"] += [Row({**arm.values, "arm": number}) for number, arm in enumerate(arms, 1)]


def _draw_occurrence(draw: st.DrawFn, tables: dict[str, list[Row]], link: dict[str, Any], text: str) -> None:
    for start in draw(st.sets(st.integers(0, len(text) - 1), max_size=2)):
        place = {"start": start, "end": len(text), "quote": text[start:], "prefix": text[:start], "suffix": ""}
        tables["occurrences"].append(draw(rows_of("occurrences", **link, **place)))
    if draw(st.booleans()):
        place = {"start": None, "end": None, "quote": "lost"}
        tables["occurrences"].append(draw(rows_of("occurrences", **link, **place)))


@pytest.mark.django_db
def test_one_of_everything_survives_a_move(tmp_path: Path) -> None:
    made = write_small(tmp_path / "made")
    first = moved(made, tmp_path / "first")
    assert first == moved(tmp_path / "first", tmp_path / "second")
    tables = [read_bundle(tmp_path / name)[0].tables for name in ("made", "first")]
    made_counts, moved_counts = ({name: len(rows) for name, rows in held.items()} for held in tables)
    assert moved_counts == made_counts


class Undo(Exception):
    """Ends an example, so that the next one finds the database empty."""


def moved(folder: Path, to: Path) -> str:
    """Load the bundle into an empty database, export it, and return the hash of what came out."""
    try:
        with transaction.atomic():
            load_bundle(folder)
            _, problems = export_bundle(to, name="moved", title="Moved", licences=[])
            assert problems == []
            raise Undo
    except Undo:
        return bundle_hash(to)


@pytest.mark.django_db
# without shrinking, which takes minutes where each example fills a database: the problem names its row anyway
@settings(max_examples=20, phases=[Phase.explicit, Phase.generate])
@given(bundle=bundles())
def test_load_export_load_gives_the_same_hash(bundle: Bundle) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name for name in ("made", "first", "second")]
        write_bundle(bundle, folders[0], licences=[])
        assert bundle_hash(folders[0]) == bundle.sha256
        first, second = moved(folders[0], folders[1]), moved(folders[1], folders[2])
        assert first == second
        files = [
            {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")} for folder in folders[1:]
        ]
        assert files[0] == files[1]
        assert without_names(folders[0], bundle) == without_names(folders[1], bundle)


def without_names(folder: Path, bundle: Bundle) -> str:
    """Return the hash of what the bundle in the folder says, public names aside."""
    read, problems = read_bundle(folder)
    assert problems == []
    for rows in read.tables.values():
        for found in rows:
            if "id" in found.values:
                found.values["id"] = ""
    by_key = {name: sorted(rows, key=lambda found: found.values.get("key", found.values.get("slug", "")))
              if name in ("claims", "articles") else rows for name, rows in read.tables.items()}  # fmt: skip
    by_key["sources_curation"] = sorted(read.tables["sources_curation"], key=lambda found: found.values["citekey"])
    return Bundle("", "", in_order(by_key), read.items, read.texts).sha256


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_survives_its_cell(value: float) -> None:
    column = Column("value", "Any number.", kind="number")
    assert float(read_cell(column, write_cell(value))) == value
