"""CSL-JSON 1.0.2: reading into records with every problem named, and canonical writing.

Nothing is lost on the way: a member without a field of its own, and the raw value of a field that could not be
read, stay in ``Record.extra`` and are written again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sources.bib.csl_date import read_date, write_date
from sources.bib.csl_name import read_names, write_names
from sources.bib.csl_type import TYPES
from sources.bib.frozen import FrozenMapping, thaw
from sources.bib.identifiers import normalise_pmcid, normalise_pmid, normalise_url, parse_doi
from sources.bib.json_text import read_json
from sources.bib.problems import Problem
from sources.bib.record import Record


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ValueError(f"{value!r} is not a text")


_TEXTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "title": ("title", str),
    "container-title": ("container_title", str),
    "container-title-short": ("container_title_short", str),
    "volume": ("volume", str),
    "issue": ("issue", str),
    "page": ("page", str),
    "edition": ("edition", str),
    "publisher": ("publisher", str),
    "publisher-place": ("publisher_place", str),
    "language": ("language", str),
    "DOI": ("doi", parse_doi),
    "PMID": ("pmid", normalise_pmid),
    "PMCID": ("pmcid", normalise_pmcid),
    "URL": ("url", normalise_url),
}
_DATES = ("issued", "accessed")


def parse_csl(source: str | bytes | Iterable[Any]) -> tuple[list[Record], list[Problem]]:
    """Return the records of a CSL-JSON list (text, UTF-8 bytes, or items already read) and what is wrong with it.

    An item without a usable id, or with the id of an earlier one, gives a problem and no record; any other
    problem leaves that field empty and keeps its raw value in ``extra``.
    """
    if isinstance(source, str | bytes):
        source, problems = read_json(source)
        if problems:
            return [], problems
    if not isinstance(source, Iterable) or isinstance(source, Mapping | str):
        return [], [Problem("CSL-JSON", f"expected a list of items, found {type(source).__name__}")]
    reader = _Reader()
    for number, item in enumerate(source, start=1):
        reader.read_item(number, item)
    return list(reader.records.values()), reader.problems


class _Reader:
    """Collects the records and problems of one list."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.problems: list[Problem] = []
        self._place = ""

    def read_item(self, number: int, item: Any) -> None:
        self._place = f"item {number}"
        if not isinstance(item, Mapping):
            return self._report("", f"expected an object, found {item!r}")
        key = item.get("id")
        if not isinstance(key, str | int) or isinstance(key, bool) or not str(key).strip():
            return self._report("id", f"expected a text that names the item, found {key!r}")
        key = str(key).strip()
        self._place = f"item {number} ({key})"
        if key in self.records:
            return self._report("id", "an earlier item has the same id")
        self.records[key] = self._record(key, item)
        return None

    def _record(self, key: str, item: Mapping[str, Any]) -> Record:
        fields: dict[str, Any] = {"id": key, "type": self._type(item)}
        extra: dict[str, Any] = {}
        for member, value in item.items():
            if member in {"id", "type"}:
                continue
            try:
                self._read_member(member, value, fields, extra)
            except ValueError as error:
                self._report(member, str(error))
                extra[member] = value
        return Record(**fields, extra=FrozenMapping(extra))

    def _type(self, item: Mapping[str, Any]) -> str:
        value = item.get("type")
        if not isinstance(value, str) or value not in TYPES:
            self._report("type", f"expected a CSL type such as article-journal, report or webpage, found {value!r}")
        return value if isinstance(value, str) and value else "document"

    def _read_member(self, member: str, value: Any, fields: dict[str, Any], extra: dict[str, Any]) -> None:
        if member in _TEXTS:
            name, normalise = _TEXTS[member]
            if value is not None and (text := _text(value)):
                fields[name] = normalise(text)
        elif member in _DATES:
            if value is not None:
                fields[member], rest = read_date(value)
                extra.update({member: rest} if rest else {})
        elif member == "author":
            fields["author"] = read_names(() if value is None else value)
        else:
            extra[member] = value

    def _report(self, field: str, message: str) -> None:
        self.problems.append(Problem(f"{self._place}, {field}" if field else self._place, message))


def write_csl(records: Iterable[Record]) -> str:
    """Return canonical CSL-JSON: items by id, members by name, absent members left out, two spaces, UTF-8 text."""
    items = [csl_item(record) for record in sorted(records, key=lambda record: record.id)]
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def csl_item(record: Record) -> dict[str, Any]:
    """Return the record as one CSL-JSON item of plain dicts and lists."""
    item: dict[str, Any] = thaw(record.extra)
    for member in _DATES:
        rest = item.get(member, {})
        if isinstance(rest, dict) and (date := write_date(getattr(record, member), rest)):
            item[member] = date
    item |= {member: text for member, (name, _) in _TEXTS.items() if (text := getattr(record, name)) is not None}
    if record.author:
        item["author"] = write_names(record.author)
    return item | {"id": record.id, "type": record.type}
