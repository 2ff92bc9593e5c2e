"""Lists and dates as text: what is read, what is shown again, what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from sources.admin.fields import AuthorsField, LinesField, PartialDateField


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("2019", [2019]),
        ("2019-3", [2019, 3]),
        ("2019-03-14", [2019, 3, 14]),
        ("2020-02-29", [2020, 2, 29]),
    ],
)
def test_partial_dates(text: str, expected: list[int]) -> None:
    field = PartialDateField(required=False)
    assert field.clean(text) == expected
    assert field.clean(field.prepare_value(expected)) == expected


@pytest.mark.parametrize("text", ["19", "2019-13", "2019-02-30", "March 2019", "2019-03-14-1", "[2019]"])
def test_no_dates(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PartialDateField(required=False).clean(text)
    assert caught.value.messages == [f"“{text}”: write 2019, 2019-03 or 2019-03-14, as much as is known."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg, Eva", [{"family": "Berg", "given": "Eva"}]),
        ("Plato", [{"family": "Plato"}]),
        (
            "van der Berg, E. J.\n\n{EFSA Panel}",
            [{"family": "van der Berg", "given": "E. J."}, {"literal": "EFSA Panel"}],
        ),
    ],
)
def test_authors(text: str, expected: list[dict[str, Any]]) -> None:
    field = AuthorsField(required=False)
    assert field.clean(text) == expected
    assert not field.has_changed(expected, field.prepare_value(expected))


@pytest.mark.parametrize("text", ["Eva Berg", ", Eva", "{}", "{EFSA", "EFSA} Panel, X"])
def test_no_authors(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        AuthorsField(required=False).clean(text)
    assert caught.value.messages[0].startswith(f"“{text}”: write a person as “Family, Given”")


def test_lines() -> None:
    field = LinesField(required=False)
    assert field.clean(" one \n\ntwo") == ["one", "two"]
    assert not field.has_changed(["one", "two"], "one\r\ntwo\r\n")
    assert field.has_changed(["one"], "one\ntwo")
