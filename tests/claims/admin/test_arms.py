"""Groups of a study as lines of text."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.admin.arms import ArmsField


def arm(label: str, **given: Any) -> dict[str, Any]:
    return {"label": label, "n": None, "mean": None, "sd": None, "events": None, **given}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("zinc", [arm("zinc")]),
        ("zinc | 60 | 5.1 | 1.2 |", [arm("zinc", n=60, mean=5.1, sd=1.2)]),
        ("placebo | 58 | | | 21\n\nzinc||||3", [arm("placebo", n=58, events=21), arm("zinc", events=3)]),
        ("zinc | 60 | -5,1", [arm("zinc", n=60, mean=-5.1)]),
    ],
)
def test_lines_are_read_and_shown_alike(text: str, expected: list[dict[str, Any]]) -> None:
    field = ArmsField()
    arms = field.clean(text)
    assert arms == expected
    assert field.clean(field.prepare_value(arms)) == expected
    assert not field.has_changed(arms, field.prepare_value(arms))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a | 1 | 2 | 3 | 4 | 5", "Groups, line 1: 6 places; at most 5 were expected: label | n | mean | sd | events."),
        ("a\n | 60", "Groups, line 2: the label of the group is missing before the first “|”."),
        ("a | many", "Groups, line 1: n is “many”; a number was expected, or nothing."),
        ("a | 1.5", "Groups, line 1: n is “1.5”; a whole number of people was expected."),
        ("a | -3", "Groups, line 1: n is “-3”; a whole number of people was expected."),
        ("a | 3 | inf", "Groups, line 1: mean is “inf”; a finite number was expected."),
        ("a | 3 | 1 | -2", "Groups, line 1: sd is -2; a standard deviation is not negative."),
        ("a | 3 | | | 4", "Groups, line 1: 4 events in 3 people; at most 3 were expected."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ArmsField().clean(text)
    assert caught.value.messages == [message]
