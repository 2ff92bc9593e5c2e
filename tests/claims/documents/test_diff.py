"""A difference names every place that changed and no other."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.documents.diff import Difference, diff_documents

A, B, C = ({"key": key, "text": key.upper()} for key in "abc")

# description, before, after, (place, value before, value after)
TABLE: list[tuple[str, dict[str, Any], dict[str, Any], list[tuple[tuple[str, ...], Any, Any]]]] = [
    ("equal", {"a": [A, B]}, {"a": [A, B]}, []),
    ("a text", {"a": "x"}, {"a": "y"}, [(("a",), "x", "y")]),
    ("inside", {"a": {"b": {"c": 1}}}, {"a": {"b": {"c": 2}}}, [(("a", "b", "c"), 1, 2)]),
    ("a new member", {}, {"a": 1}, [(("a",), None, 1)]),
    ("a member gone", {"a": 1}, {}, [(("a",), 1, None)]),
    ("null is absent", {"a": None}, {}, []),
    ("truth is not one", {"a": 1, "b": 0}, {"a": True, "b": False}, [(("a",), 1, True), (("b",), 0, False)]),
    ("a float that is whole", {"a": 1}, {"a": 1.0}, []),
    ("one inserted before others", {"f": [B, C]}, {"f": [A, B, C]}, [(("f", "a"), None, A)]),
    ("one removed before others", {"f": [A, B, C]}, {"f": [B, C]}, [(("f", "a"), A, None)]),
    ("the first of a list", {"f": []}, {"f": [A]}, [(("f", "a"), None, A)]),
    ("the last of a list", {"f": [A]}, {"f": []}, [(("f", "a"), A, None)]),
    ("another order", {"f": [A, B]}, {"f": [B, A]}, [(("f", "order"), ["a", "b"], ["b", "a"])]),
    (
        "another order and one more",
        {"f": [A, B]},
        {"f": [C, B, A]},
        [(("f", "c"), None, C), (("f", "order"), ["a", "b"], ["b", "a"])],
    ),
    (
        "inside a named item",
        {"f": [A, B]},
        {"f": [A, {"key": "b", "text": "new"}]},
        [(("f", "b", "text"), "B", "new")],
    ),
    ("a list of texts as a whole", {"t": ["a", "b"]}, {"t": ["b"]}, [(("t",), ["a", "b"], ["b"])]),
    ("names that occur twice", {"f": [A, A]}, {"f": [A, B]}, [(("f",), [A, A], [A, B])]),
    ("items of which one has no name", {"f": [A, {}]}, {"f": [A]}, [(("f",), [A, {}], [A])]),
    ("a list that becomes an object", {"f": [A]}, {"f": {"a": A}}, [(("f",), [A], {"a": A})]),
    (
        "evidence by its source",
        {"e": [{"source": "X", "n": 1}]},
        {"e": [{"source": "X", "n": 2}]},
        [(("e", "X", "n"), 1, 2)],
    ),
    ("what is not content", {"version": 1, "approval": {}}, {"version": 2, "change_note": "x", "published_at": ""}, []),
    ("such a name further inside", {"a": {"version": 1}}, {"a": {"version": 2}}, [(("a", "version"), 1, 2)]),
]


@pytest.mark.parametrize(("before", "after", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_differences(before: dict[str, Any], after: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    untouched = copy.deepcopy((before, after))
    assert diff_documents(before, after) == [Difference(*row) for row in expected]
    assert (before, after) == untouched


NAMES = st.text("abcdef", min_size=1, max_size=3)
LEAVES = st.integers(0, 9) | st.text("xyz", max_size=3) | st.booleans()
NAMED_LISTS = st.lists(
    st.fixed_dictionaries({"key": NAMES, "value": LEAVES}), max_size=4, unique_by=lambda row: row["key"]
)
DOCUMENTS = st.recursive(
    st.dictionaries(NAMES, LEAVES | NAMED_LISTS | st.lists(st.text(max_size=2), max_size=3), max_size=4),
    lambda inner: st.dictionaries(NAMES, inner | LEAVES, max_size=3),
    max_leaves=6,
)


def paths(value: Any, place: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the places of all leaves, the items of lists by their keys."""
    if isinstance(value, dict):
        return [found for name, item in value.items() for found in paths(item, (*place, name))]
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return [found for item in value for found in paths(item["value"], (*place, item["key"], "value"))]
    return [place]


def put(document: Any, place: tuple[str, ...], value: object) -> None:
    """Set the leaf at the place."""
    for name in place[:-1]:
        document = document[name] if isinstance(document, dict) else next(i for i in document if i["key"] == name)
    document[place[-1]] = value


@given(DOCUMENTS)
def test_nothing_differs_from_itself(document: dict[str, Any]) -> None:
    assert diff_documents(document, copy.deepcopy(document)) == []


@given(DOCUMENTS, st.data())
def test_every_changed_leaf_is_named_and_nothing_else(document: dict[str, Any], data: st.DataObject) -> None:
    leaves = sorted(set(paths(document)))
    chosen = set(data.draw(st.lists(st.sampled_from(leaves), max_size=3))) if leaves != [()] and leaves else set()
    after = copy.deepcopy(document)
    for place in chosen:
        put(after, place, "changed")
    assert {found.place for found in diff_documents(document, after)} == chosen


@given(DOCUMENTS, DOCUMENTS)
def test_the_way_back_is_the_same_way(before: dict[str, Any], after: dict[str, Any]) -> None:
    there, back = diff_documents(before, after), diff_documents(after, before)
    turned = {(found.place, str(found.after), str(found.before)) for found in back}
    assert {(found.place, str(found.before), str(found.after)) for found in there} == turned
