"""What `docs/figures.md` states is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.figures.checking import RULES, RULESET
from claims.figures.elemental import elemental_dose, elemental_fraction
from claims.figures.printed_steps import claimed_step
from claims.figures.quantity import TRACED, UNSUPPORTED, Bound, Direction, Statistic
from claims.figures.reading import figure_json, read_figures
from claims.figures.units import convert, fold_to_percent_change

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "figures.md").read_text(encoding="utf-8")


def rows_of(heading: str) -> list[list[str]]:
    """Return the cells of the tables whose first column has this heading."""
    tables = re.findall(rf"^\| {heading} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.M)
    assert tables, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for table in tables for line in table.splitlines()]


CONVENTIONS = rows_of("wording")
BOUNDS = rows_of("bound")


def test_every_bound_is_named() -> None:
    assert [row[0] for row in BOUNDS] == [f"`{bound}`" for bound in Bound]


@pytest.mark.parametrize("row", BOUNDS, ids=lambda row: row[0])
def test_every_example_of_a_bound_reads_as_stated(row: list[str]) -> None:
    bound, low, high, example = row
    (figure,) = [figure_json(figure) for figure in read_figures(f"It cuts soreness by {example}.")]

    shown = ["null" if figure[end] is None else str(figure[end]) for end in ("low", "high")]
    assert [f"`{figure['bound']}`", *shown] == [bound, low, high]


@pytest.mark.parametrize("row", CONVENTIONS, ids=lambda row: row[0])
def test_every_convention_is_kept(row: list[str]) -> None:
    _, example, low, high, unit = row
    found = [figure_json(figure) for figure in read_figures(f"We saw {example}.")]

    shown = [
        [*("null" if figure[end] is None else str(figure[end]) for end in ("low", "high")), f"`{figure['unit']}`"]
        for figure in found
    ]
    assert [low, high, unit] in shown


def test_every_verdict_is_named_in_the_order_of_the_rules() -> None:
    assert [row[0] for row in rows_of("verdict")] == [f"`{rule.verdict}`" for rule in RULES]


def test_flagged_and_unsupported_are_as_stated() -> None:
    flagged = re.search(r"every verdict but `(\w+)` and `(\w+)`, and \*unsupported\* under `(\w+)` and\n`(\w+)`", PAGE)
    assert flagged is not None
    assert ({flagged[1], flagged[2]}, {flagged[3], flagged[4]}) == (set(TRACED), set(UNSUPPORTED))


def test_every_statistic_and_direction_is_named() -> None:
    told = re.search(r"what kind of quantity the number is: (.*?)\. The direction is (.*?)\.", PAGE, re.S)
    assert told is not None
    assert re.findall(r"`(\w+)`", told[1]) == list(Statistic)
    assert re.findall(r"`(\w+)`", told[2]) == list(Direction)


def test_the_numbers_are_right() -> None:
    assert f"`{RULESET}`" in PAGE
    assert convert(1, "mmol", "mg", substance="magnesium") == pytest.approx(24.305)
    assert (fold_to_percent_change(2), round(fold_to_percent_change(0.6))) == (100, -40)
    assert round(elemental_dose(2000, "bisglycinate").mg) == 282
    assert [f"{100 * elemental_fraction(name).fraction:.1f}" for name in ("bisglycinate", "oxide")] == ["14.1", "60.3"]
    assert "(1 mmol of magnesium is 24.305 mg)" in PAGE
    assert "(C4H8MgN2O4, anhydrous) contain 282 mg of magnesium, 14.1 %; oxide (MgO) is\n  60.3 % magnesium" in PAGE


@pytest.mark.parametrize(
    ("phrase", "unit", "statistic", "direction"),
    [
        ("cuts soreness by up to 40 % and costs 2,000 mg", "mg", None, None),
        ("12 athletes improved", "athletes", "count", None),
        ("320 mg a day cut attacks by 41.6 %", "mg/day", "dose", None),
        ("320 mg a day cut attacks by 41.6 %", "%", "relative_change", "decrease"),
        ("adds 30 minutes", "minutes", "absolute_change", "increase"),
        ("is 17 minutes faster", "minutes", "absolute_change", "decrease"),
        ("within 30 minutes", "minutes", "duration", None),
    ],
)
def test_every_phrase_in_the_text_is_read_as_stated(
    phrase: str, unit: str, statistic: str | None, direction: str | None
) -> None:
    assert phrase in " ".join(PAGE.split())
    found = [figure_json(figure) for figure in read_figures(f"It {phrase}.")]
    assert (statistic, direction) == next(
        (figure["statistic"], figure["direction"]) for figure in found if figure["unit"] == unit
    )


@pytest.mark.parametrize("text", ["31/50", "8/10", "120/80"])
def test_two_numbers_with_a_slash_are_not_read_by_themselves(text: str) -> None:
    assert f'"{text}"' in PAGE
    assert read_figures(f"It was {text}.") == []


#: What is printed, and the ends of what it may stand for.
PRINTED = re.findall(r'"([^"]+)"\s(?:is\s)?([\d,.]+)(?:-fold)? to\s([\d,.]+\d)', PAGE)


def test_five_printed_numbers_are_explained() -> None:
    assert [row[0] for row in PRINTED] == ["17 minutes", "1.5 h", "2,000 mg", "100 %", "doubled"]


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: row[0])
def test_a_number_is_as_exact_as_it_is_printed(row: tuple[str, str, str]) -> None:
    text, low, high = row
    (figure,) = read_figures(f"It was {text}.")
    step = claimed_step(figure) / (100 if figure.unit == "fold" else 1)  # of multiples in per cent
    ends = [float(end.replace(",", "")) for end in (low, high)]
    assert [figure.high - step, figure.high + step] == pytest.approx(ends)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 1998.",
        "Table 2 shows it.",
        "They took vitamin B12.",
        "It was so for type 2 diabetes (p = 0.03).",
        "As said before [12].",
    ],
)
def test_what_is_no_figure_is_not_read(text: str) -> None:
    assert read_figures(text) == []
