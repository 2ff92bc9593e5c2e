"""The geometry of the maps: nothing overlaps, nothing lies outside, and every number drawn is the number given."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.views.drawing_claims import CHIP_HEIGHT, ClaimMap, Dot, chip_width, claim_map
from claims.views.drawing_matrix import matrix, shade
from claims.views.drawing_timeline import NARROWEST, Circle, Spot, Timeline, radius_of, timeline

ROWS, COLUMNS, LANES = ["supported", "unsupported"], ["high", "low", "not_rated"], ["supports", "contradicts"]

cells = st.dictionaries(st.tuples(st.sampled_from(ROWS), st.sampled_from(COLUMNS)), st.integers(0, 60))
years = st.none() | st.integers(1850, 2100)
spots = st.lists(st.tuples(st.sampled_from(LANES), years, st.none() | st.integers(0, 10_000)), max_size=12)


def drawn(counts: dict[tuple[str, str], int], most: int = 20) -> ClaimMap:
    """Return a map whose cells have as many dots as they count, up to `most`."""
    names = iter(range(1, 10_000))
    dots = {
        cell: [Dot(f"C{next(names)}", "Zinc helps.") for _ in range(min(count, most))] for cell, count in counts.items()
    }
    return claim_map(ROWS, COLUMNS, counts, dots)


@given(cells)
def test_every_claim_has_a_place_of_its_own_in_its_cell(counts: dict[tuple[str, str], int]) -> None:
    whole = drawn(counts)

    boxes = [(chip, field) for field in whole.fields for chip in field.chips]
    for chip, field in boxes:
        assert field.column.start <= chip.x <= chip.x + chip.width <= field.column.start + field.column.length
        assert field.row.start <= chip.y <= chip.y + CHIP_HEIGHT <= field.row.start + field.row.length
    for (one, _), (other, _) in combinations(boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.y + CHIP_HEIGHT <= other.y or other.y + CHIP_HEIGHT <= one.y
    last_row, last_column = whole.rows[-1], whole.columns[-1]
    assert (whole.width, whole.height) == (
        last_column.start + last_column.length,
        last_row.start + last_row.length,
    )


@given(cells)
def test_the_numbers_of_the_evidence_map_add_up(counts: dict[tuple[str, str], int]) -> None:
    whole = drawn(counts)

    assert {(field.row.value, field.column.value): field.count for field in whole.fields} == {
        (row, column): counts.get((row, column), 0) for row in ROWS for column in COLUMNS
    }
    assert [len(field.chips) + field.more for field in whole.fields] == [field.count for field in whole.fields]
    assert sum(column.count for column in whole.columns) == whole.total == sum(counts.values())
    assert [[field.count for field in fields] for _, fields in whole.table] == [
        [counts.get((row, column), 0) for column in COLUMNS] for row in ROWS
    ]


def test_what_has_no_box_is_said() -> None:
    [field] = [field for field in drawn({("supported", "low"): 60}).fields if field.count]

    assert (len(field.chips), field.more) == (20, 40)
    assert field.chips[-1].y + CHIP_HEIGHT < field.more_y + CHIP_HEIGHT <= field.row.start + field.row.length


@pytest.mark.parametrize(
    ("counts", "fullest"),
    [({}, None), ({("supported", "low"): 1, ("unsupported", "high"): 3}, ("unsupported", "high"))],
)
def test_the_fullest_cell(counts: dict[tuple[str, str], int], fullest: tuple[str, str] | None) -> None:
    found = drawn(counts).fullest
    assert (found and (found.row.value, found.column.value)) == fullest


def test_a_long_name_makes_all_boxes_wider() -> None:
    assert chip_width({("a", "b"): [Dot("C1", "")]}) < chip_width({("a", "b"): [Dot("C123456", "")]})


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (10_000, 4)])
def test_shades(count: int, expected: int) -> None:
    assert shade(count) == expected


def test_a_matrix_draws_its_gaps() -> None:
    whole = matrix(["sleep", "cold"], ["rct-parallel", "animal"], {("sleep", "animal"): 3})

    assert [[cell.count for cell in cells] for _, cells in whole.table] == [[0, 3], [0, 0]]
    assert whole.gaps == 3
    assert len({(cell.x, cell.y) for cell in whole.cells}) == 4
    assert all(cell.x + whole.box[0] < whole.width and cell.y + whole.box[1] < whole.height for cell in whole.cells)
    assert all(cell.x >= whole.side for cell in whole.cells)


def test_a_long_topic_is_cut_but_keeps_its_value() -> None:
    [head] = matrix(["a topic with a very long name indeed"], ["animal"], {}).topics
    assert (head.value, head.shown) == ("a topic with a very long name indeed", "a topic with a very l…")


def of(given_spots: list[tuple[str, int | None, int | None]]) -> Timeline:
    """Return the timeline of (lane, year, participants)."""
    return timeline([Spot(place, *spot) for place, spot in enumerate(given_spots)], LANES)


def touching(one: Circle, other: Circle) -> bool:
    """Tell whether two circles touch on the narrowest screen."""
    across = (one.x - other.x) / 100 * NARROWEST
    return across**2 + (one.y - other.y) ** 2 < (one.radius + other.radius) ** 2


@given(spots)
def test_no_source_hides_another(given_spots: list[tuple[str, int | None, int | None]]) -> None:
    whole = of(given_spots)

    circles = [circle for lane in whole.lanes for circle in lane.circles]
    assert sorted(circle.spot.place for circle in circles) == list(range(len(given_spots)))
    assert [(one, other) for one, other in combinations(circles, 2) if touching(one, other)] == []
    for lane in whole.lanes:
        for circle in lane.circles:
            assert circle.spot.lane == lane.value
            assert lane.y < circle.y - circle.radius < circle.y + circle.radius < lane.y + lane.height
            assert circle.x / 100 * NARROWEST - circle.radius > 0
            assert circle.x / 100 * NARROWEST + circle.radius < NARROWEST
    assert whole.axis == sum(lane.height for lane in whole.lanes)


@given(spots)
def test_years_stand_in_order_between_the_ticks(given_spots: list[tuple[str, int | None, int | None]]) -> None:
    whole = of(given_spots)

    known = [circle for lane in whole.lanes for circle in lane.circles if circle.spot.year is not None]
    by_year = sorted(known, key=lambda circle: circle.spot.year or 0)
    assert [circle.x for circle in by_year] == sorted(circle.x for circle in known)
    assert bool(whole.ticks) == bool(known)
    assert all(whole.ticks[0].year <= (circle.spot.year or 0) <= whole.ticks[-1].year for circle in known)
    assert len(whole.ticks) <= 6
    assert whole.unknown == (len(known) < len(given_spots))


@pytest.mark.parametrize(
    ("case", "years_given", "ticks"),
    [
        ("one year alone", [2020], [2020, 2021]),
        ("neighbours", [2020, 2022], [2020, 2021, 2022]),
        ("a decade", [2013, 2022], [2012, 2014, 2016, 2018, 2020, 2022]),
        ("seventy years", [1954, 2025], [1940, 1960, 1980, 2000, 2020, 2040]),
        ("no year known", [None], []),
    ],
)
def test_ticks_are_round_years(case: str, years_given: list[int | None], ticks: list[int]) -> None:
    whole = of([("supports", year, None) for year in years_given])
    assert [tick.year for tick in whole.ticks] == ticks, case


def test_a_tick_stands_where_its_year_stands() -> None:
    whole = of([("supports", 2010, 5), ("supports", 2015, 5), ("contradicts", 2025, 5)])

    at = {tick.year: tick.at for tick in whole.ticks}
    assert [circle.at for lane in whole.lanes for circle in lane.circles] == [at[2010], at[2015], at[2025]]
    assert (at[2010], at[2025]) == ("9.0%", "91.0%")


@pytest.mark.parametrize(
    ("participants", "radius"),
    [(None, 12), (0, 12), (20, 12), (21, 15), (100, 15), (101, 19), (500, 19), (501, 24), (9099, 24)],
)
def test_sizes(participants: int | None, radius: int) -> None:
    assert radius_of(participants) == radius
