"""What changed between two documents: a flat list of places with the value before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.documents.canonical import canonical_json

#: Members that differ between any two versions and say nothing about the content.
NOT_CONTENT = frozenset({"version", "published_at", "approval", "change_note"})
#: What names an item of a list, so that an inserted item does not make all later ones differ.
NAMES = ("key", "citekey", "source", "subject", "outcome", "name", "quote", "label")
#: Last part of the place that tells that the items of a list, or some of them, come in another order.
ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place (path of names) where two documents differ; ``None`` stands for absent.

    A list whose common items come in another order differs at ``(…, "order")``, with the names as they come.
    """

    place: tuple[str, ...]
    before: Any
    after: Any


def _named(items: list[Any]) -> dict[str, Any] | None:
    """Return the items by what names each of them, or None where nothing does."""
    if not items:
        return {}
    for name in NAMES:
        if all(isinstance(item, dict) and name in item for item in items):
            named = {str(item[name]): item for item in items}
            return named if len(named) == len(items) else None
    return None


def _members(before: Any, after: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return the members by name of two values that can be compared member by member."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before, after
    if isinstance(before, list) and isinstance(after, list):
        old, new = _named(before), _named(after)
        return None if old is None or new is None else (old, new)
    return None


def _reordered(before: dict[str, Any], after: dict[str, Any], place: tuple[str, ...]) -> list[Difference]:
    old, new = [name for name in before if name in after], [name for name in after if name in before]
    return [Difference((*place, ORDER), old, new)] if old != new else []


def _walk(before: Any, after: Any, place: tuple[str, ...]) -> list[Difference]:
    # Python takes True for 1; the documents do not
    if before == after and canonical_json(before) == canonical_json(after):
        return []
    members = _members(before, after)
    if members is None:
        return [Difference(place, before, after)]
    old, new = members
    keys = [*old, *(key for key in new if key not in old)]
    found = [change for key in keys for change in _walk(old.get(key), new.get(key), (*place, str(key)))]
    return found + (_reordered(old, new, place) if isinstance(before, list) else [])


def diff_documents(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """Return the differences in content between two documents of the same claim or article."""
    old = {key: value for key, value in before.items() if key not in NOT_CONTENT}
    new = {key: value for key, value in after.items() if key not in NOT_CONTENT}
    return _walk(old, new, ())
