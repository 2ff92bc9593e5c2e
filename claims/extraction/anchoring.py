"""Finding a quote again in a text that may have changed; refusing rather than marking the wrong words.

Order and stop rules: the words at the recorded position among the words that stood around them; then every place
that reads alike (white space, quotes and dashes may be set differently, figures may differ), of which one is
taken only where it is the only one or its context decides. A place with another figure is a change of the claim
and not a match. Anything else is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.quotation import Place, Quotation
from claims.extraction.selectors import Selector, selector_for
from claims.extraction.typography import NUMBER
from claims.words import Word

__all__ = ["Anchor", "AnchorState", "Selector", "anchor", "selector_for"]

SELF_EVIDENT = 32
"""A quote of this many code points is found by its words alone; a shorter one needs a quarter of its context."""
DECISIVE = 2
"""Between several places the best must agree with half of the context, and this many times as much as the next."""


class AnchorState(Word):
    """What became of a quote in a text."""

    EXACT = "exact", "exact", "=", "The words stand where they stood."
    MOVED = "moved", "moved", "→", "The words stand elsewhere, or are set in other spaces, quotes or dashes."
    CHANGED = "changed", "changed", "≠", "The words are there with another figure."
    AMBIGUOUS = "ambiguous", "ambiguous", "?", "It is not certain which place is meant; none is marked."
    MISSING = "missing", "missing", "∅", "The words are not there."


@dataclass(frozen=True)
class Anchor:
    """Where the quote stands (code points, end exclusive) or ``None`` where that is not certain, and why.

    A changed quote has the span of the words as they read now.
    """

    start: int | None
    end: int | None
    state: AnchorState
    reason: str


def anchor(quote: str, text: str, *, prefix: str = "", suffix: str = "", position: int | None = None) -> Anchor:
    """Return where ``quote`` stands in ``text``; raise ValueError for a quote without a visible character.

    ``prefix`` and ``suffix`` are the words around it and ``position`` its start when it was taken, as
    `selector_for` gives them; each may be unknown. Without a position, the only place of a quote counts as exact.
    """
    wanted = Quotation(quote, prefix, suffix)
    if position is not None and wanted.stands_at(text, position):
        return Anchor(position, position + len(quote), AnchorState.EXACT, "The words stand at the recorded position.")
    places = wanted.places_in(text)
    if not places:
        return Anchor(None, None, AnchorState.MISSING, "The words are not in the text.")
    place, reason = _decide(wanted, places)
    if place is None:
        return Anchor(None, None, AnchorState.AMBIGUOUS, reason)
    if not place.same_figures:
        change = _change(wanted.words, place.words)
        return Anchor(place.start, place.end, AnchorState.CHANGED, f"{reason} A figure was changed: {change}.")
    if text[place.start : place.end] != quote:
        reason += " Spaces, quotes or dashes are set differently."
        return Anchor(place.start, place.end, AnchorState.MOVED, reason)
    state = AnchorState.EXACT if position in {None, place.start} else AnchorState.MOVED
    return Anchor(place.start, place.end, state, reason)


def _decide(wanted: Quotation, places: list[Place]) -> tuple[Place | None, str]:
    """The place that is meant, or none, and why.

    A place with other figures comes in only where no place has the same ones, or where its context agrees too
    well to be passed over: then the quote itself was edited and its twin elsewhere is another occurrence.
    """
    same = [place for place in places if place.same_figures]
    rival = max((place.agreement for place in places if not place.same_figures), default=0)
    place, reason = _best(wanted, same) if same else (None, "")
    if place and place.agreement >= DECISIVE * rival:
        return place, reason
    return _best(wanted, places) if rival or not same else (place, reason)


def _best(wanted: Quotation, places: list[Place]) -> tuple[Place | None, str]:
    ranked = sorted(places, key=lambda place: place.agreement, reverse=True)
    best, following = ranked[0], ranked[1].agreement if len(ranked) > 1 else 0
    if len(ranked) == 1:
        if len(wanted.words) < SELF_EVIDENT and 4 * best.agreement < wanted.context:
            return None, "The words stand in one place, but are few, and what is around them is other."
        return best, "The words stand in one place only."
    whole = best.agreement == wanted.context and following < best.agreement
    if wanted.context and (
        whole or (2 * best.agreement >= wanted.context and best.agreement >= DECISIVE * max(1, following))
    ):
        return best, f"The words stand in {len(ranked)} places; what is around them decides."
    return None, f"The words stand in {len(ranked)} places and nothing around them decides."


def _change(before: str, after: str) -> str:
    pairs = zip(NUMBER.findall(before), NUMBER.findall(after), strict=True)
    return ", ".join(f"{old} → {new}" for old, new in pairs if old != new)
