"""Numbers and groups as readers type them."""

from __future__ import annotations

import re

import pytest

from claims.figures.quantity import Arm
from claims.forms.arms import read_arms
from claims.forms.numbers import read_number


@pytest.mark.parametrize(
    ("typed", "expected", "why"),
    [
        ("12", 12.0, "a whole number"),
        ("-3.5", -3.5, "a decimal point"),
        ("0,75", 0.75, "a decimal comma"),
        ("0,500", 0.5, "no thousands begin with nought"),
        ("−2", -2.0, "a true minus sign"),
        ("1 500", 1500.0, "grouped by a space"),
        ("1,500.5", 1500.5, "comma for thousands, point for decimals"),
        ("1.500,5", 1500.5, "point for thousands, comma for decimals"),
        ("1,500,000", 1500000.0, "two groups are thousands"),
        ("1.500.000", 1500000.0, "two groups with points are thousands"),
        (".5", 0.5, "without nought"),
        ("1e-3", 0.001, "scientific"),
        ("0", 0.0, "nought"),
    ],
)
def test_numbers_are_read(typed: str, expected: float, why: str) -> None:
    assert read_number(typed) == expected, why


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("1,500", "“1,500” can be read in two ways; write 1500 or 1.5."),
        ("abc", "“abc” is no number; expected a number such as 12, -3.5 or 0,75."),
        ("٣", "“٣” is no number; expected a number such as 12, -3.5 or 0,75."),
        ("1e99", "“1e99” is too large to be compared."),
        ("1e-99", "“1e-99” is too small to be compared."),
        ("nan", "“nan” is no number; expected a number such as 12, -3.5 or 0,75."),
        ("40 %", "“40 %” is no number; expected a number such as 12, -3.5 or 0,75."),
    ],
)
def test_what_is_no_number_is_refused(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read_number(typed)


def test_groups_are_read_line_by_line() -> None:
    typed = "glycinate | 12 | 23,5\n\n oxide | 12 | 22.8 | 4\nnobody |  |  |  | 3"

    assert read_arms(typed) == (
        Arm("glycinate", n=12, mean=23.5),
        Arm("oxide", n=12, mean=22.8, sd=4.0),
        Arm("nobody", events=3),
    )


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("a | x", "Line 1: “x” is no number; expected a whole number of at least 1."),
        ("a | 0", "Line 1: “0” was typed; expected a whole number of at least 1."),
        ("a | 5\nb | 2.5", "Line 2: “2.5” was typed; expected a whole number of at least 1."),
        ("a | 5 | 1 | -1", "Line 1: “-1” was typed as SD; expected zero or more."),
        ("a | 1,500", "Line 1: “1,500” can be read in two ways; write 1500 or 1.5."),
        ("| 5", "Line 1 has no label; expected: label | n | mean | SD | events."),
        ("a | 1 | 2 | 3 | 4 | 5", "Line 1 has 6 parts; expected: label | n | mean | SD | events."),
        ("a\nb\nc", "3 groups were typed; expected at most 2."),
    ],
)
def test_groups_that_cannot_be_read_are_refused(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read_arms(typed, most=2)


def test_a_curator_may_type_any_number_of_groups() -> None:
    assert len(read_arms("a\nb\nc\nd\ne\nf\ng")) == 7
