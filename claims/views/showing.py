"""Which claims an article page draws: all of them, or those of one sort. The choice is in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from claims.grade.vocabulary import Verdict

Card = dict[str, Any]

#: Value of ``show`` in the address, what the legend calls it, and which cards it keeps; "" is everything.
CHOICES: tuple[tuple[str, Any, Callable[[Card], bool]], ...] = (
    ("", gettext_lazy("All claims"), lambda card: True),
    ("flagged", gettext_lazy("With a flagged figure"), lambda card: bool(card["flag"])),
    ("contradicted", gettext_lazy("Contradicted"), lambda card: card["verdict"] == Verdict.CONTRADICTED),
    ("unsupported", gettext_lazy("Unsupported"), lambda card: card["verdict"] == Verdict.UNSUPPORTED),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of the legend: its value in the address, its words, how many claims it keeps, and whether it is on."""

    value: str
    label: str
    count: int
    is_current: bool


def choices_for(cards: list[Card], show: str) -> list[Choice]:
    """Return the entries of the legend; a ``show`` that is not known means everything."""
    current = known(show)
    return [
        Choice(value, str(label), sum(1 for card in cards if keeps(card)), value == current)
        for value, label, keeps in CHOICES
    ]


def shown_cards(cards: list[Card], show: str) -> list[Card]:
    """Return the cards that the choice keeps, in their order; everything where it is not known."""
    return [card for value, _, keeps in CHOICES if value == known(show) for card in cards if keeps(card)]


def known(show: str) -> str:
    """Return the choice where it is one, else the one for everything."""
    return show if any(show == value for value, _, _ in CHOICES) else ""


def problem_with(show: str) -> str:
    """Return the sentence that there is no such choice; empty where there is."""
    if known(show) == show:
        return ""
    allowed = ", ".join(value for value, _, _ in CHOICES if value)
    said = gettext("There is no choice of claims “%(value)s”; choose from: %(allowed)s. All claims are marked.")
    return said % {"value": show[:200], "allowed": allowed}
