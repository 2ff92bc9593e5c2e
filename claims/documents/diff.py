"""What changed between two documents: a flat list of places with the value before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: Members that differ between any two versions and say nothing about the content.
NOT_CONTENT = frozenset({"version", "published_at", "approval", "change_note"})
#: What names an item of a list, so that an inserted item does not make all later ones differ.
NAMES = ("key", "citekey", "source", "subject", "outcome", "name", "quote", "label")


@dataclass(frozen=True, slots=True)
class Difference:
    """A place (path of names) where two documents differ; ``None`` stands for absent."""

    place: tuple[str, ...]
    before: Any
    after: Any


def _named(items: list[Any]) -> dict[str, Any] | None:
    for name in NAMES:
        if items and all(isinstance(item, dict) and name in item for item in items):
            named = {str(item[name]): item for item in items}
            return named if len(named) == len(items) else None
    return None


def _members(value: Any) -> dict[str, Any] | None:
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return _named(value)
    return None


def _walk(before: Any, after: Any, place: tuple[str, ...]) -> list[Difference]:
    if before == after:
        return []
    old, new = _members(before), _members(after)
    if old is None or new is None:
        return [Difference(place, before, after)]
    keys = [*old, *(key for key in new if key not in old)]
    return [found for key in keys for found in _walk(old.get(key), new.get(key), (*place, str(key)))]


def diff_documents(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """Return the differences in content between two documents of the same claim or article."""
    old = {key: value for key, value in before.items() if key not in NOT_CONTENT}
    new = {key: value for key, value in after.items() if key not in NOT_CONTENT}
    return _walk(old, new, ())
