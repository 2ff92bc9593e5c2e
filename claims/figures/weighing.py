"""Evidence of equal rank that does not agree: which side has more people behind it.

A figure that one small trial reports is not confirmed while larger trials of the same rank report otherwise. Studies
that share participants or a source count once, by their largest number of people, and a body of data that reports
the figure is not counted against it; so one more study that reports the figure never weakens it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claims.figures.amounts import show
from claims.figures.decision import FOUND, Decision, is_sized
from claims.figures.matching import Bearing
from claims.figures.quantity import Figure, FigureVerdict, Finding
from claims.figures.relations import Relation

#: A result that reaches the figure only with the end of its interval is less than the figure too.
LESS = frozenset({Relation.REACHED, Relation.SMALLER, Relation.NO_EFFECT, Relation.OPPOSITE})
MORE = frozenset({Relation.LARGER})


@dataclass(frozen=True, slots=True)
class Side:
    """Findings on one side, the bodies of data they come from, and their people (None where one is not known)."""

    bearings: tuple[Bearing, ...]
    people: tuple[int | None, ...]

    @property
    def known(self) -> int:
        """Return the people of the bodies whose number is known."""
        return sum(number for number in self.people if number is not None)

    @property
    def is_known(self) -> bool:
        """Tell whether the number of people is known for every body."""
        return None not in self.people

    def outweighs(self, other: Side) -> bool:
        """Tell whether this side has more people; where not all are known, more bodies and no fewer known people."""
        if self.is_known and other.is_known:
            return self.known > other.known
        is_heavier = self.known > other.known or self.known == other.known == 0
        return len(self.people) > len(other.people) and is_heavier

    def told(self) -> str:
        """Return how much evidence this is: "2 sources with 4,000 people"."""
        sources = "1 source" if len(self.people) == 1 else f"{len(self.people)} sources"
        if not self.is_known:
            return sources
        return f"{sources} with {show(self.known)} {'person' if self.known == 1 else 'people'}"


def against_equals(figure: Figure, group: Sequence[Bearing], decision: Decision) -> Decision:
    """Hold a figure that was found against evidence of the same rank that reports less, or more, of the same."""
    if not is_sized(figure, group):
        return decision
    found = [bearing for bearing in group if bearing.relation in FOUND]
    bearing_it, less, more = (
        side_of(found),
        side_of([bearing for bearing in group if bearing.relation in LESS], without=found),
        side_of([bearing for bearing in group if bearing.relation in MORE], without=found),
    )
    if less.outweighs(bearing_it):
        lead = (
            f"Only the most favourable evidence of its rank reaches the figure ({bearing_it.told()}); less, or nothing "
            f"that can be told from none, was found in {less.told()}."
        )
        return Decision(FigureVerdict.BEST_CASE_ONLY, lead, (*decision.bearings, *less.bearings))
    if more.outweighs(bearing_it):
        lead = f"More evidence of the same rank found more than the figure: {more.told()} against {bearing_it.told()}."
        return Decision(FigureVerdict.UNDERSTATED, lead, (*decision.bearings, *more.bearings))
    if less.bearings or more.bearings:
        told = " and ".join(side.told() for side in (less, more) if side.bearings)
        lead = f"{decision.lead} Evidence of the same rank does not agree: {told} against {bearing_it.told()}."
        return replace(decision, lead=lead)
    return decision


def side_of(bearings: Sequence[Bearing], *, without: Collection[Bearing] = ()) -> Side:
    """Return the side of some bearings, leaving out bodies of data that speak for the other side."""
    others = {_body(bearing.finding) for bearing in without}
    kept = tuple(bearing for bearing in bearings if _body(bearing.finding) not in others)
    bodies: dict[str, int | None] = {}
    for bearing in kept:
        people, body = people_of(bearing.finding), _body(bearing.finding)
        known = bodies.get(body)
        bodies[body] = people if known is None else max(known, people or 0)
    return Side(kept, tuple(bodies.values()))


def people_of(finding: Finding) -> int | None:
    """Return how many people a finding is about: as recorded, else all groups together, else None."""
    if finding.n is not None:
        return finding.n
    sizes = [arm.n for arm in finding.arms]
    return sum(size for size in sizes if size is not None) if sizes and None not in sizes else None


def _body(finding: Finding) -> str:
    return finding.cluster or finding.source or finding.key
