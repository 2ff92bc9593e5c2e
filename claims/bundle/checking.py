"""Whether the rows of a bundle fit together: keys, references, ranges, quotes, identifiers. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.bundle.appraising import appraisal_problems
from claims.bundle.assessing import assessment_problems
from claims.bundle.columns import Table
from claims.bundle.content import Bundle, Row, Values
from claims.bundle.package import BIBLIOGRAPHY, BIBLIOGRAPHY_PATH
from claims.bundle.problems import Problem
from claims.bundle.tables import ARMS, ARTICLE_VERSIONS, FIGURES, FINDINGS, OCCURRENCES, SOURCES_CURATION, TABLES
from claims.models.validators import ARM_MEMBERS, arm_problem

Found = Iterator[tuple[str, str]]


def check_bundle(bundle: Bundle) -> list[Problem]:
    """Return everything that does not fit together, table by table."""
    problems: list[Problem] = []
    for table in TABLES.values():
        rows = bundle.rows(table.name)
        problems += [*_duplicates(table, rows), *_dangling(table, rows, bundle)]
    for table, check in ((FIGURES, _figure), (FINDINGS, _finding), (ARMS, _arm)):
        rows = [row for row in bundle.rows(table.name) if not row.bad]
        problems += [_at(table, row, *found) for row in rows for found in check(row.values)]
    for row in [row for row in bundle.rows(OCCURRENCES.name) if not row.bad]:
        problems += [_at(OCCURRENCES, row, *found) for found in _occurrence(row.values, bundle)]
    problems += [*_versions(bundle), *assessment_problems(bundle), *appraisal_problems(bundle), *_bibliography(bundle)]
    return problems


def _at(table: Table, row: Row, field: str, message: str) -> Problem:
    return Problem(table.path, row.place, field, message)


def _duplicates(table: Table, rows: list[Row]) -> list[Problem]:
    problems = []
    for columns in (table.key, ("id",)) if "id" in table.names else (table.key,):
        first: dict[tuple[Any, ...], Row] = {}
        for row in rows:
            key = tuple(row.values[name] for name in columns)
            if row.bad.intersection(columns) or (columns == ("id",) and not key[0]):
                continue
            if key in first:
                shown = ", ".join(str(part) for part in key)
                message = f"expected each key once, but {shown} is already on {first[key].place or 'another row'}"
                problems.append(_at(table, row, ", ".join(columns), message))
            first.setdefault(key, row)
    return problems


def _dangling(table: Table, rows: list[Row], bundle: Bundle) -> list[Problem]:
    problems = []
    for reference in table.references:
        if reference.table in bundle.unread:
            continue
        known = {tuple(values[name] for name in reference.to) for values in bundle.values(reference.table)}
        for row in rows:
            key = tuple(row.values[name] for name in reference.columns)
            named = key[-1] != "" or not reference.optional
            if named and key not in known and not row.bad.intersection(reference.columns):
                there = TABLES[reference.table].path
                message = f"expected {', '.join(reference.to)} of a row of {there}, found {', '.join(map(str, key))}"
                problems.append(_at(table, row, ", ".join(reference.columns), message))
    return problems


def _in_order(values: Values, low: str, high: str) -> Found:
    if values[low] is not None and values[high] is not None and values[low] > values[high]:
        yield low, f"expected at most {high}, which is {values[high]}, found {values[low]}"


def _figure(values: Values) -> Found:
    yield from _in_order(values, "low", "high")
    if values["low"] is None and values["high"] is None:
        yield "low", "expected a low or a high end, found neither"


def _finding(values: Values) -> Found:
    yield from _in_order(values, "low", "high")
    yield from _in_order(values, "ci_low", "ci_high")
    low, value, high = values["ci_low"], values["value"], values["ci_high"]
    if (low is None) != (high is None):
        yield "ci_low", "expected both ends of the confidence interval or neither"
    elif value is not None and low is not None and low <= high and not low <= value <= high:
        yield "value", f"expected a value inside its confidence interval, {low} to {high}, found {value}"


def _arm(values: Values) -> Found:
    if problem := arm_problem({name: values[name] for name in ARM_MEMBERS}):
        yield "", f"a group {problem}"
    elif values["n"] is not None and (values["events"] or 0) > values["n"]:
        yield "events", f"expected at most as many events as people, which are {values['n']}, found {values['events']}"


def _occurrence(values: Values, bundle: Bundle) -> Found:
    start, end, text = values["start"], values["end"], bundle.texts.get((values["article"], values["version"]))
    if (start is None) != (end is None):
        yield "start", "expected both start and end or neither"
    elif start is not None and start >= end:
        yield "start", f"expected a start before the end, which is {end}, found {start}"
    elif start is not None and text is not None and text[start:end] != values["quote"]:
        yield "quote", f"expected the quote at {start}–{end} of the text, found {text[start:end][:80]!r} there"
    elif start is not None and text is not None:
        if not text[:start].endswith(values["prefix"]):
            yield "prefix", "expected the words right before the quote"
        if not text[end:].startswith(values["suffix"]):
            yield "suffix", "expected the words right after the quote"


def _versions(bundle: Bundle) -> Iterator[Problem]:
    """Yield where the wordings of an article are not numbered 1, 2, 3 or where two are the same."""
    seen: dict[str, list[str]] = {}
    for row in [row for row in bundle.rows(ARTICLE_VERSIONS.name) if not row.bad]:
        article, number, digest = (row.values[name] for name in ("article", "version", "sha256"))
        earlier = seen.setdefault(article, [])
        if number > len(earlier) + 1:
            yield _at(ARTICLE_VERSIONS, row, "version", f"expected {len(earlier) + 1}, the next number, found {number}")
        if digest and digest in earlier:
            message = f"the text is the same as that of version {earlier.index(digest) + 1}"
            yield _at(ARTICLE_VERSIONS, row, "path", message)
        earlier.append(digest)


def _bibliography(bundle: Bundle) -> Iterator[Problem]:
    """Yield where the two tables of sources do not name the same works, or two works share an identifier."""
    if bundle.unread.intersection((BIBLIOGRAPHY, SOURCES_CURATION.name)):
        return
    rows = {row.values["citekey"]: row for row in bundle.rows(SOURCES_CURATION.name) if "citekey" not in row.bad}
    for key, row in rows.items():
        if key not in bundle.items:
            yield _at(SOURCES_CURATION, row, "citekey", f"expected an item with the id {key} in {BIBLIOGRAPHY_PATH}")
    for number, key in enumerate(bundle.items, 1):
        if key not in rows:
            message = f"expected a row with the citekey {key} in {SOURCES_CURATION.path}"
            yield Problem(BIBLIOGRAPHY_PATH, f"item {number} ({key})", "id", message)
    for member in ("DOI", "PMID", "PMCID"):
        yield from _shared(member, bundle.items.items())


def _shared(member: str, items: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for number, (key, item) in enumerate(items, 1):
        identifier = str(item.get(member, "")).lower()
        if identifier and identifier in first:
            message = f"{first[identifier]} has the same {member}, {item[member]}: one work is one source"
            yield Problem(BIBLIOGRAPHY_PATH, f"item {number} ({key})", member, message)
        first.setdefault(identifier, key)
