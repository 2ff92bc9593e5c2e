"""Geometry of a timeline: years from left to right, one lane for each stance, a circle for each source.

Across, places are in per cent of the width, so the drawing is as wide as the screen; lengths are in CSS pixels. Circles
that would touch on the narrowest screen stand below each other on every screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

#: Per cent of the width: where the first and the last tick stand, the latter also where some years are unknown.
FIRST, LAST, LAST_BESIDE_UNKNOWN, EDGE, UNKNOWN = 9.0, 91.0, 71.0, 79.0, 89.5
#: Width in pixels that a screen of 320 px leaves.
NARROWEST = 288
LANE_HEAD, LANE_PAD, APART, AXIS = 30, 8, 3, 30
STEPS, MOST_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500), 5
#: Radius of the circle for up to so many participants; the last one is for more.
SIZES = ((20, 12), (100, 15), (500, 19))
LARGEST, UNSIZED = 24, 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A source to draw: its place in the caller's order, year of issue and participants, ``None`` where unknown."""

    place: int
    lane: str
    year: int | None
    participants: int | None


@dataclass(frozen=True, slots=True)
class Circle:
    """One source in its lane; ``sized`` tells whether the radius stands for participants."""

    spot: Spot
    x: float
    y: int
    radius: int
    baseline: int
    sized: bool

    @property
    def at(self) -> str:
        return per_cent(self.x)

    @property
    def sign_y(self) -> int:
        """Where a sign stands at the upper right of the circle."""
        return self.y - self.radius // 2


@dataclass(frozen=True, slots=True)
class Lane:
    """One stance; empty lanes are drawn, so that what is missing is seen."""

    value: str
    y: int
    height: int
    circles: list[Circle]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    x: float
    year: int

    @property
    def at(self) -> str:
        return per_cent(self.x)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing. ``unknown`` tells whether it has a column for unknown years, from `EDGE` on."""

    height: int
    axis: int
    lanes: list[Lane]
    ticks: list[Tick]
    unknown: bool
    edge: str = f"{EDGE}%"
    unknown_at: str = f"{UNKNOWN}%"


def timeline(spots: Sequence[Spot], lanes: Sequence[str]) -> Timeline:
    """Return the spots in lanes from top to bottom. Raises KeyError where a spot has none of these lanes."""
    years = [spot.year for spot in spots if spot.year is not None]
    unknown = len(years) < len(spots)
    ticks = _ticks(years, LAST_BESIDE_UNKNOWN if unknown else LAST)
    by_lane: dict[str, list[Spot]] = {lane: [] for lane in lanes}
    for spot in spots:
        by_lane[spot.lane].append(spot)
    drawn, y = [], 0
    for value, inside in by_lane.items():
        circles, height = _lane([(_x(spot, ticks), spot) for spot in inside], y)
        drawn.append(Lane(value, y, height, circles))
        y += height
    return Timeline(y + AXIS, y, drawn, ticks, unknown)


def per_cent(x: float) -> str:
    """Return a place across as an attribute of the drawing, in every language with a point."""
    return f"{x:.1f}%"


def radius_of(participants: int | None) -> int:
    """Return the radius of a circle; the steps are the same for every claim, so timelines can be compared."""
    if participants is None:
        return UNSIZED
    return next((radius for most, radius in SIZES if participants <= most), LARGEST)


def _ticks(years: Sequence[int], end: float) -> list[Tick]:
    if not years:
        return []
    step = next((step for step in STEPS if _span(years, step) <= MOST_STEPS * step), STEPS[-1])
    first, span = floor(min(years) / step) * step, _span(years, step)
    marked = range(first, first + span + 1, step)
    return [Tick(FIRST + (end - FIRST) * (year - first) / span, year) for year in marked]


def _span(years: Sequence[int], step: int) -> int:
    """Return the years between the first and the last tick, at least one step."""
    return max(step, ceil(max(years) / step) * step - floor(min(years) / step) * step)


def _x(spot: Spot, ticks: Sequence[Tick]) -> float:
    if spot.year is None:
        return UNKNOWN
    first, last = ticks[0], ticks[-1]
    return first.x + (last.x - first.x) * (spot.year - first.year) / (last.year - first.year)


def _lane(placed: Sequence[tuple[float, Spot]], top: int) -> tuple[list[Circle], int]:
    """Return the circles of a lane, those that would touch below each other, and the lane's height."""
    lines: list[list[tuple[float, int, Spot]]] = []
    for x, spot in sorted(placed, key=lambda pair: (pair[0], pair[1].place)):
        radius = radius_of(spot.participants)
        line = next((line for line in lines if _clear(line[-1][0], line[-1][1], x, radius)), None)
        if line is None:
            lines.append([(x, radius, spot)])
        else:
            line.append((x, radius, spot))
    circles, y = [], top + LANE_HEAD
    for line in lines:
        half = max(radius for _, radius, _ in line)
        circles += [
            Circle(spot, x, y + half, radius, y + half + 4, spot.participants is not None) for x, radius, spot in line
        ]
        y += 2 * half + APART
    return sorted(circles, key=lambda circle: circle.x), y - top + LANE_PAD


def _clear(x: float, radius: int, next_x: float, next_radius: int) -> bool:
    """Tell whether two circles beside each other do not touch, even on the narrowest screen."""
    return (next_x - x) / 100 * NARROWEST >= radius + next_radius + APART
