"""``datapackage.json``: the description of a bundle as a Frictionless Data Package, version 1."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.bundle.columns import Column, Table
from claims.bundle.files import read_text
from claims.bundle.problems import Problem
from claims.bundle.tables import TABLES
from sources.bib.json_text import read_json

PACKAGE_FILE = "datapackage.json"
#: Name of this layout of tables; a reader refuses any other.
FORMAT = "maglyc-bundle-1"
BIBLIOGRAPHY = "sources"
BIBLIOGRAPHY_PATH = "sources.json"
NAME = re.compile(r"[a-z0-9][-a-z0-9._]{0,119}")


@dataclass(frozen=True, slots=True)
class Package:
    """What the description says: name, title, and for each resource its path and announced number of rows."""

    name: str = ""
    title: str = ""
    paths: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def _problem(place: str, message: str) -> Problem:
    return Problem(PACKAGE_FILE, "", place, message)


def read_package(folder: Path) -> tuple[Package, list[Problem]]:
    """Return what the bundle's description says, and everything that is wrong with it."""
    text, problems = read_text(folder, PACKAGE_FILE)
    if problems:
        return Package(), problems
    value, broken = read_json(text)
    if broken:
        return Package(), [Problem(PACKAGE_FILE, item.place, "", item.message) for item in broken]
    if not isinstance(value, dict):
        return Package(), [_problem("", "expected an object with name, profile and resources")]
    resources, found = _read_resources(value.get("resources"))
    title = value.get("title")
    package = Package(
        name=str(value.get("name")),
        title=title if isinstance(title, str) else "",
        paths={name: item["path"] for name, item in resources.items()},
        rows={name: item["rows"] for name, item in resources.items() if isinstance(item.get("rows"), int)},
    )
    return package, [*_head_problems(value), *found]


def _head_problems(value: dict[str, Any]) -> list[Problem]:
    problems = []
    name = value.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        message = f"expected lower-case letters, digits, '.', '_' and '-' (at most 120), found {name!r}"
        problems.append(_problem("name", message))
    if value.get("format") != FORMAT:
        problems.append(_problem("format", f"expected {FORMAT}, found {value.get('format')!r}"))
    return problems


def _read_resources(items: Any) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    if not isinstance(items, list):
        return {}, [_problem("resources", "expected a list of resources")]
    resources: dict[str, dict[str, Any]] = {}
    problems = []
    for number, item in enumerate(items):
        place = f"resources[{number}]"
        if not isinstance(item, dict) or not isinstance(item.get("name"), str):
            problems.append(_problem(place, "expected an object with a name"))
        elif not isinstance(item.get("path"), str):
            problems.append(_problem(f"{place}.path", f"expected one path as text, found {item.get('path')!r}"))
        elif item["name"] in resources:
            problems.append(_problem(f"{place}.name", f"{item['name']} is described twice"))
        else:
            resources[item["name"]] = item
    missing = [name for name in (*TABLES, BIBLIOGRAPHY) if name not in resources and not problems]
    hint = "every table has to be there, an empty one with its header line"
    problems += [_problem("resources", f"expected a resource named {name}: {hint}") for name in missing]
    return resources, problems


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.kind == "codes":
        word = f"({'|'.join(re.escape(code) for code in column.words)})"
        constraints["pattern"] = f"{word}(;{word})*"
    elif column.words:
        constraints["enum"] = list(column.words)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.kind == "moment":
        constraints["pattern"] = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"
    limits = {"maxLength": column.longest, "minimum": column.least, "maximum": column.most}
    constraints |= {name: limit for name, limit in limits.items() if limit is not None}
    kind = column.kind if column.kind in ("integer", "number", "boolean", "date") else "string"
    found: dict[str, Any] = {"name": column.name, "type": kind, "description": column.means}
    return {**found, "constraints": constraints} if constraints else found


def _schema(table: Table) -> dict[str, Any]:
    columns = {column.name: column for column in table.columns}
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    # a key with an empty part, and a reference that may name nothing, are rules that only the loader can check
    if all(columns[name].required for name in table.key):
        schema["primaryKey"] = list(table.key)
    references = [
        {"fields": list(ref.columns), "reference": {"resource": ref.table, "fields": list(ref.to)}}
        for ref in table.references
        if all(columns[name].required for name in ref.columns)
    ]
    return {**schema, "foreignKeys": references} if references else schema


def _table_resource(table: Table, rows: int) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.means,
        "path": table.path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "header": True},
        "rows": rows,
        "schema": _schema(table),
    }


def _text_resource(name: str, path: str, *, kind: str, mediatype: str, means: str) -> dict[str, Any]:
    return {
        "name": name,
        "description": means,
        "path": path,
        "profile": "data-resource",
        "format": kind,
        "mediatype": mediatype,
        "encoding": "utf-8",
    }


def package_text(
    *, name: str, title: str, licences: list[dict[str, str]], rows: dict[str, int], texts: list[str]
) -> str:
    """Return ``datapackage.json``. ``rows`` counts the rows of each table; ``texts`` are the paths of article texts."""
    csl = "application/vnd.citationstyles.csl+json"
    resources = [_table_resource(table, rows[table.name]) for table in TABLES.values()]
    resources.append(
        _text_resource(BIBLIOGRAPHY, BIBLIOGRAPHY_PATH, kind="json", mediatype=csl, means="The sources as CSL-JSON.")
    )
    for number, path in enumerate(texts, 1):
        means = "One wording of an article; see article_versions."
        resources.append(_text_resource(f"text-{number}", path, kind="md", mediatype="text/markdown", means=means))
    package: dict[str, Any] = {"profile": "data-package", "format": FORMAT, "name": name, "title": title}
    if licences:
        package["licenses"] = licences
    return json.dumps({**package, "resources": resources}, ensure_ascii=False, indent=2) + "\n"
