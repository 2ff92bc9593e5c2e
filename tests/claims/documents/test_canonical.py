"""Equal content has equal bytes, whatever way it was written down."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.documents.canonical import canonical_json, sha256_of, timestamp

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=6), children, max_size=4),
    max_leaves=20,
)

PRINTED: list[tuple[str, Any, str]] = [
    ("sorted keys, no white space", {"b": 1, "a": [1, 2]}, '{"a":[1,2],"b":1}'),
    ("Unicode as it is", {"é": "µg – ≤ \U0001f9c2"}, '{"é":"µg – ≤ \U0001f9c2"}'),
    ("keys by code point", {"Z": 1, "a": 2, "é": 3}, '{"Z":1,"a":2,"é":3}'),
    ("a whole float as an integer", 30.0, "30"),
    ("minus zero as zero", -0.0, "0"),
    ("a fraction as short as it is exact", 0.1, "0.1"),
    ("a large whole float", 9007199254740991.0, "9007199254740991"),
    ("a float beyond whole exactness", 1e16, "1e+16"),
    ("a big integer in full", 10**30, "1" + "0" * 30),
    ("a big negative integer in full", -(10**30), "-1" + "0" * 30),
    ("truth is no number", [True, 1, False, 0], "[true,1,false,0]"),
    ("a tuple as a list", (1, (2,)), "[1,[2]]"),
    ("nothing", None, "null"),
    ("quotes and line ends", 'a"\n\\', '"a\\"\\n\\\\"'),
]


@pytest.mark.parametrize(("value", "printed"), [row[1:] for row in PRINTED], ids=[row[0] for row in PRINTED])
def test_how_values_are_printed(value: Any, printed: str) -> None:
    assert canonical_json(value) == printed


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_has_no_place(value: float) -> None:
    with pytest.raises(ValueError, match="must be finite"):
        canonical_json({"figures": [{"low": value}]})


@given(JSON)
def test_reading_and_printing_again_changes_nothing(value: Any) -> None:
    printed = canonical_json(value)
    assert canonical_json(json.loads(printed)) == printed


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=5))
def test_the_order_of_members_does_not_matter(value: dict[str, Any]) -> None:
    turned = dict(reversed(value.items()))
    assert sha256_of(canonical_json(turned)) == sha256_of(canonical_json(value))


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    # FIPS 180-4: the hash of no bytes
    assert sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_times_are_utc_to_the_second() -> None:
    moment = datetime(2026, 11, 22, 18, 0, 0, 999999, tzinfo=UTC)
    assert timestamp(moment) == "2026-11-22T18:00:00Z"
    assert timestamp(moment.astimezone(timezone(timedelta(hours=5, minutes=45)))) == "2026-11-22T18:00:00Z"
