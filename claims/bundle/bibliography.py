"""``sources.json``: the bibliographic data of the sources as CSL-JSON, and how they map to the columns of a source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.bundle.files import read_bytes
from claims.bundle.problems import Problem
from sources.bib.csl import csl_item, parse_csl
from sources.bib.json_text import read_json
from sources.models.source import TYPES

Item = dict[str, Any]

#: Members of a CSL item that have a column of their own, and how many characters that holds.
COLUMNS: dict[str, tuple[str, int | None]] = {
    "title": ("title", None),
    "container-title": ("container_title", 300),
    "volume": ("volume", 40),
    "issue": ("issue", 40),
    "page": ("page", 40),
    "DOI": ("doi", 250),
    "PMID": ("pmid", 12),
    "PMCID": ("pmcid", 16),
    "URL": ("url", 500),
}
_EMPTY: tuple[Any, ...] = (None, "", [], {})


def read_bibliography(folder: Path, path: str) -> tuple[dict[str, Item], list[Problem]]:
    """Return the items by id, in normal form and without empty members, and everything wrong with the file."""
    data, problems = read_bytes(folder, path)
    if problems:
        return {}, problems
    value, broken = read_json(data)
    if not broken and not isinstance(value, list):
        return {}, [Problem(path, "", "", f"expected a list of CSL-JSON items, found {type(value).__name__}")]
    records, found = ([], broken) if broken else parse_csl(value)
    problems = [_placed(path, problem.place, problem.message) for problem in found]
    items = {record.id: without_empty(csl_item(record)) for record in records}
    for number, item in enumerate(items.values(), 1):
        place = f"item {number} ({item['id']})"
        problems += [Problem(path, place, field, message) for field, message in _item_problems(item)]
    return items, problems


def _placed(path: str, place: str, message: str) -> Problem:
    row, _, field = place.partition(", ")
    return Problem(path, row, field, message)


def without_empty(item: Item) -> Item:
    """Return the item without members that say nothing."""
    return {member: value for member, value in item.items() if value not in _EMPTY}


def _item_problems(item: Item) -> Iterator[tuple[str, str]]:
    types = [name for name, _ in TYPES]
    if item["type"] not in types:
        yield "type", f"expected one of {', '.join(types)}, found {item['type']!r}"
    if "title" not in item:
        yield "title", "expected a title, found nothing"
    for member, (_, longest) in COLUMNS.items():
        if longest and len(str(item.get(member, ""))) > longest:
            yield member, f"expected at most {longest} characters, found {len(str(item[member]))}"
    if "\\u0000" in json.dumps(item):
        yield "", "expected text without NUL characters"


def is_plain_date(value: Any) -> bool:
    """Tell whether a CSL date is a single date and nothing else, which the column ``issued`` can hold."""
    return isinstance(value, dict) and set(value) == {"date-parts"} and len(value["date-parts"]) == 1


def columns_of(item: Item) -> dict[str, Any]:
    """Return the columns of `Source` that the item fills; what has no column goes to ``extra``."""
    rest = {member: value for member, value in item.items() if member not in {"id", "type", "author", *COLUMNS}}
    columns: dict[str, Any] = {name: item.get(member, "") for member, (name, _) in COLUMNS.items()}
    columns |= {"type": item["type"], "authors": item.get("author", []), "issued": []}
    if is_plain_date(rest.get("issued")):
        columns["issued"] = rest.pop("issued")["date-parts"][0]
    return {**columns, "extra": rest}


def bibliography_text(items: Iterable[Item]) -> str:
    """Return ``sources.json`` with the items in the order given."""
    return json.dumps(list(items), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
