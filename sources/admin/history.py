"""What changed, when, by whom and why: the history of a row and of the rows below it, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext

#: Bookkeeping that says nothing to a reader of the history.
SILENT = frozenset({"created_at", "updated_at", "recorded_at"})
ACTIONS = {"+": "added", "~": "changed", "-": "removed"}
Segments = list[tuple[str, bool]]


@dataclass(frozen=True)
class Part:
    """Historical records of one kind of row, how to name a row, and the columns that need no telling."""

    records: models.QuerySet[Any]
    name: Callable[[Any], str]
    parents: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Change:
    """One field before and after, each as pieces of text with a mark where they differ."""

    field: str
    before: Segments
    after: Segments


@dataclass(frozen=True)
class Entry:
    """One row added, changed or removed."""

    when: datetime
    who: str
    why: str
    what: str
    action: str
    changes: list[Change]


def readable(value: Any) -> str:
    """Return a stored value as a reader would write it; lists and mappings are never shown as JSON."""
    if value is None or value == "" or value == [] or value == {}:
        return "–"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, Mapping):
        return "; ".join(f"{name.replace('_', ' ')}: {readable(item)}" for name, item in value.items())
    if isinstance(value, list):
        return " / ".join(readable(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def compare(before: str, after: str) -> tuple[Segments, Segments]:
    """Return both texts in pieces, each marked where it differs from the other; word by word."""
    old, new = before.split(" "), after.split(" ")
    left: Segments = []
    right: Segments = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if end > start:
            left.append((" ".join(old[start:end]), tag != "equal"))
        if new_end > new_start:
            right.append((" ".join(new[new_start:new_end]), tag != "equal"))
    return left, right


def entries_of(parts: list[Part]) -> list[Entry]:
    """Return every change of all parts, newest first. One query for each part and for each model pointed to."""
    rows = [(part, record) for part in parts for record in part.records.select_related("history_user")]
    names = _names_of_related([record for _, record in rows])
    entries: list[tuple[Any, Entry]] = []
    for part in parts:
        own = sorted((record for owner, record in rows if owner is part), key=lambda row: (row.id, row.history_id))
        for _, versions in groupby(own, key=lambda row: row.id):
            entries += _entries(part, list(versions), names)
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0], reverse=True)]


def _entries(part: Part, versions: list[Any], names: dict[tuple[Any, Any], str]) -> Iterator[tuple[Any, Entry]]:
    for before, record in zip([None, *versions], versions, strict=False):
        changes = [] if record.history_type == "-" else list(_changes(part, before, record, names))
        if before and record.history_type == "~" and not changes:
            continue
        who = record.history_user.get_username() if record.history_user else gettext("the program")
        entry = Entry(
            record.history_date,
            who,
            record.history_change_reason or "",
            part.name(record),
            ACTIONS[record.history_type],
            changes,
        )
        yield (record.history_date, record.history_id), entry


def _changes(part: Part, before: Any, record: Any, names: dict[tuple[Any, Any], str]) -> Iterator[Change]:
    for field in record.tracked_fields:
        if field.primary_key or field.name in SILENT | part.parents:
            continue
        old, new = (_shown(row, field, names) if row else "–" for row in (before, record))
        if old != new:
            yield Change(capfirst(str(field.verbose_name)), *compare(old, new))


def _shown(record: Any, field: Any, names: dict[tuple[Any, Any], str]) -> str:
    value = getattr(record, field.attname)
    if field.remote_field and value is not None:
        return names.get((field.related_model, value), f"#{value}, since removed")
    return readable(dict(field.flatchoices).get(value, value) if field.choices else value)


def _names_of_related(records: list[Any]) -> dict[tuple[Any, Any], str]:
    """Return how the rows that the records point to are called, by model and key."""
    wanted: dict[Any, set[Any]] = {}
    for record in records:
        for field in record.tracked_fields:
            if field.remote_field and getattr(record, field.attname) is not None:
                wanted.setdefault(field.related_model, set()).add(getattr(record, field.attname))
    names = {}
    for model, keys in wanted.items():
        for row in model._default_manager.select_related().filter(pk__in=keys):
            names[(model, row.pk)] = str(row)
    return names
