"""Files to plain rows, with every problem named. Nothing here touches the database."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from claims.bundle.bibliography import read_bibliography
from claims.bundle.cells import empty_value, read_cell
from claims.bundle.columns import Column, Table
from claims.bundle.content import Bundle, Row, Values, in_order
from claims.bundle.files import read_text
from claims.bundle.package import BIBLIOGRAPHY, Package, read_package
from claims.bundle.problems import Problem
from claims.bundle.tables import ARTICLE_VERSIONS, TABLES
from claims.documents.canonical import sha256_of


def read_bundle(folder: Path) -> tuple[Bundle, list[Problem]]:
    """Return what the bundle in this folder says, rows in canonical order, and everything wrong with its files."""
    package, problems = read_package(folder)
    tables: dict[str, list[Row]] = {}
    unread = {name for name in (*TABLES, BIBLIOGRAPHY) if name not in package.paths}
    for name, table in TABLES.items():
        if name in package.paths:
            tables[name], found = _read_table(folder, table, package)
            problems += found
            if any(not problem.field or problem.row == "line 1" for problem in found):
                unread.add(name)
    items, found = read_bibliography(folder, package.paths[BIBLIOGRAPHY]) if BIBLIOGRAPHY in package.paths else ({}, [])
    problems += found
    if found and not items:
        unread.add(BIBLIOGRAPHY)
    texts, found = _read_texts(folder, package, tables.get(ARTICLE_VERSIONS.name, []))
    problems += found
    return Bundle(package.name, package.title, in_order(tables), items, texts, frozenset(unread)), problems


def _read_table(folder: Path, table: Table, package: Package) -> tuple[list[Row], list[Problem]]:
    path = package.paths[table.name]
    text, problems = read_text(folder, path)
    if problems:
        return [], problems
    if text and not text.endswith(("\n", "\r")):
        problems.append(Problem(path, "", "", "expected a line end after the last row: the file may be cut off"))
    rows, found = _parse(path, table, text)
    problems += found
    announced = package.rows.get(table.name, len(rows))
    if not problems and announced != len(rows):
        message = f"datapackage.json announces {announced} rows, found {len(rows)}: cut off, or the number is old"
        problems.append(Problem(path, "", "", message))
    return rows, problems


def _lines(path: str, text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the line it starts on; broken CSV ends it with a problem."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(path, f"line {start}", "", f"not readable as CSV from this row on: {error}"))


def _parse(path: str, table: Table, text: str) -> tuple[list[Row], list[Problem]]:
    problems: list[Problem] = []
    lines = _lines(path, text, problems)
    header = next(lines, None)
    if header is None:
        return [], [*problems, Problem(path, "line 1", "", f"expected a header: {','.join(table.names)}")]
    names = header[1]
    problems += _header_problems(path, table, names)
    if problems:
        return [], problems
    columns = {column.name: column for column in table.columns}
    absent = {column.name: empty_value(column) for column in table.columns if column.name not in names}
    rows = []
    for line, cells in lines:
        if len(cells) != len(names):
            message = f"expected {len(names)} cells as in the header, found {len(cells)}"
            problems.append(Problem(path, f"line {line}", "", message))
            continue
        values, found = _read_row(path, line, [columns[name] for name in names], cells)
        problems += found
        rows.append(Row({**absent, **values}, line, frozenset(problem.field for problem in found)))
    return rows, problems


def _header_problems(path: str, table: Table, names: list[str]) -> list[Problem]:
    problems = []
    for name in dict.fromkeys(names):
        if name not in table.names:
            message = f"expected only the columns {', '.join(table.names)}"
            problems.append(Problem(path, "line 1", name[:60] or "(no name)", message))
        elif names.count(name) > 1:
            problems.append(Problem(path, "line 1", name, "the column is there twice"))
    missing = [column.name for column in table.columns if column.required and column.name not in names]
    return problems + [Problem(path, "line 1", name, "expected this column, which is missing") for name in missing]


def _read_row(path: str, line: int, columns: list[Column], cells: list[str]) -> tuple[Values, list[Problem]]:
    values: Values = {}
    problems = []
    for column, cell in zip(columns, cells, strict=True):
        try:
            values[column.name] = read_cell(column, cell)
        except ValueError as error:
            values[column.name] = empty_value(column)
            problems.append(Problem(path, f"line {line}", column.name, str(error)))
    return values, problems


def _read_texts(folder: Path, package: Package, rows: list[Row]) -> tuple[dict[tuple[str, int], str], list[Problem]]:
    """Return the article texts; their hashes are checked, and filled in where the table has none."""
    texts: dict[tuple[str, int], str] = {}
    problems = []
    for row in rows:
        if row.bad:
            continue
        text, found = read_text(folder, row.values["path"])
        table_path = package.paths[ARTICLE_VERSIONS.name]
        if not found and "\x00" in text:
            found = [Problem(row.values["path"], "", "", "expected text, found a NUL character")]
        elif not found and not text.strip():
            found = [Problem(row.values["path"], "", "", "expected text, found nothing")]
        problems += [Problem(table_path, row.place, "path", str(problem)) for problem in found]
        if not found:
            digest = sha256_of(text)
            if row.values["sha256"] not in ("", digest):
                message = f"the text of {row.values['path']} has {digest}: it was changed or cut off"
                problems.append(Problem(table_path, row.place, "sha256", message))
            row.values["sha256"] = digest
            texts[row.values["article"], row.values["version"]] = text
    return texts, problems
