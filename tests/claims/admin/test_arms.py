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
        ("zinc | 1 500 | 1234567.8", [arm("zinc", n=1500, mean=1234567.8)]),
        ("zinc, then placebo", [arm("zinc, then placebo")]),
        ("a | 3 | | | 4", [arm("a", n=3, events=4)]),
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
        ("a | 1 | 2 | 3 | 4 | 5", "Line 1 has 6 parts; expected: label | n | mean | SD | events."),
        ("a\n | 60", "Line 2 has no label; expected: label | n | mean | SD | events."),
        ("a | many", "Line 1: “many” is no number; expected a whole number of at least 1."),
        ("a | 1.5", "Line 1: “1.5” was typed; expected a whole number of at least 1."),
        ("a | -3", "Line 1: “-3” was typed; expected a whole number of at least 1."),
        ("a | 3 | inf", "Line 1: “inf” is no number; expected a number such as 12, -3.5 or 0,75."),
        ("a | 3 | 1 | -2", "Line 1: “-2” was typed as SD; expected zero or more."),
        ("a | 0", "Line 1: “0” was typed; expected a whole number of at least 1."),
        (
            "a | 3\nmg, 50, 10",
            "Line 2 has commas between its parts; expected: label | n | mean | SD | events,"
            " with upright strokes between them.",
        ),
        ("a | 1,500", "Line 1: “1,500” can be read in two ways; write 1500 or 1.5."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ArmsField().clean(text)
    assert caught.value.messages == [message]
