"""What publishers announce about published works, and what it means for relying on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sources.words import Word


class NoticeKind(Word):
    """The kind of a notice."""

    RETRACTION = "retraction", "retraction", "✗", "The work is withdrawn from the published record."
    CORRECTION = "correction", "correction", "✎", "An error was corrected; the work still stands."
    EXPRESSION_OF_CONCERN = (
        "expression_of_concern",
        "expression of concern",
        "⚠",
        "The publisher has doubts and is looking into them.",
    )
    REINSTATEMENT = "reinstatement", "reinstatement", "↺", "An earlier retraction was taken back."
    RETRACT_AND_REPLACE = (
        "retract_and_replace",
        "retraction and replacement",
        "⇄",
        "The work was withdrawn and replaced by a corrected one.",
    )


class StandingWord(Word):
    """Where a work stands after all notices about it."""

    UNMARKED = "unmarked", "no notice", "", "No notice about the work is recorded."
    CORRECTED = "corrected", "corrected", "✎", "The work stands as corrected."
    REINSTATED = "reinstated", "reinstated", "↺", "The work was retracted and stands again."
    CONCERN = "concern", "under an expression of concern", "⚠", "The publisher has doubts about the work."
    REPLACED = "replaced", "retracted and replaced", "⇄", "What the first version reported no longer stands."
    RETRACTED = "retracted", "retracted", "✗", "The work no longer stands."
    UNCLEAR = "unclear", "retraction unclear", "?", "Whether the work was retracted or reinstated last is not known."


@dataclass(frozen=True)
class Standing:
    """Where a work stands, whether evidence may no longer rest on it, and why."""

    word: StandingWord
    invalidates: bool
    reason: str

    @property
    def label(self) -> str:
        return self.word.label


DatedNotice = tuple[NoticeKind, date | None]
"""A notice's kind and date; ``None`` where the date is not known."""

_WITHDRAWING = {
    NoticeKind.RETRACTION: StandingWord.RETRACTED,
    NoticeKind.RETRACT_AND_REPLACE: StandingWord.REPLACED,
}


def standing(notices: Sequence[DatedNotice]) -> Standing:
    """Return where the work stands: the latest of retraction and reinstatement decides, in whatever order they come.

    Where that order is not known (a date is missing, or both are of one day), the work counts as invalid until
    somebody has looked. A correction or an expression of concern never invalidates.
    """
    withdrawn = sorted((notice for notice in notices if notice[0] in _WITHDRAWING), key=_by_date)
    reinstated = sorted((notice for notice in notices if notice[0] is NoticeKind.REINSTATEMENT), key=_by_date)
    if withdrawn and reinstated:
        if _order_unknown(withdrawn, reinstated):
            reason = "It is not known whether the retraction or the reinstatement came last; it counts as retracted."
            return Standing(StandingWord.UNCLEAR, True, reason)
        if _by_date(reinstated[-1]) < _by_date(withdrawn[-1]):
            reinstated = []
    if withdrawn and not reinstated:
        kind, when = withdrawn[-1]
        return Standing(_WITHDRAWING[kind], True, f"The last word is the {kind.label} {_on(when)}.")
    return _while_it_stands(notices, reinstated)


def _while_it_stands(notices: Sequence[DatedNotice], reinstated: list[DatedNotice]) -> Standing:
    """A concern older than the reinstatement is settled by it."""
    settled = _by_date(reinstated[-1]) if reinstated else date.min
    concerns = [notice for notice in notices if notice[0] is NoticeKind.EXPRESSION_OF_CONCERN]
    concerns = sorted((notice for notice in concerns if _by_date(notice) >= settled), key=_by_date)
    corrections = sorted((notice for notice in notices if notice[0] is NoticeKind.CORRECTION), key=_by_date)
    if concerns:
        reason = f"An expression of concern {_on(concerns[-1][1])} has not been settled by a later reinstatement."
        return Standing(StandingWord.CONCERN, False, reason)
    if reinstated:
        return Standing(StandingWord.REINSTATED, False, f"The last word is the reinstatement {_on(reinstated[-1][1])}.")
    if corrections:
        reason = f"A correction {_on(corrections[-1][1])} leaves the work standing; check what was corrected."
        return Standing(StandingWord.CORRECTED, False, reason)
    return Standing(StandingWord.UNMARKED, False, "No notice is recorded.")


def _by_date(notice: DatedNotice) -> date:
    """An undated notice is taken as the latest: the cautious reading."""
    return notice[1] or date.max


def _order_unknown(withdrawn: list[DatedNotice], reinstated: list[DatedNotice]) -> bool:
    undated = any(when is None for _, when in (*withdrawn, *reinstated))
    return undated or withdrawn[-1][1] == reinstated[-1][1]


def _on(when: date | None) -> str:
    return f"of {when.isoformat()}" if when else "of unknown date"
