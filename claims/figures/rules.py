"""What a rule of the figure check is, and a ruleset of them."""

from __future__ import annotations

from dataclasses import dataclass

from claims.figures.quantity import FigureVerdict


@dataclass(frozen=True, slots=True)
class Rule:
    """One verdict with the condition under which it is given and an example."""

    verdict: FigureVerdict
    when: str
    example: str


@dataclass(frozen=True, slots=True)
class FigureRuleset:
    """A ruleset that was superseded: its name, its rules, and what the one after it changed."""

    id: str
    rules: tuple[Rule, ...]
    changed: tuple[str, ...]
