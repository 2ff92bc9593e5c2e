"""The words of problems that readers report: what is wrong, and what became of the report."""

from __future__ import annotations

from claims.words import Word


class ProblemKind(Word):
    """What a reader says is wrong with a page."""

    WRONG_FIGURE = ("wrong_figure", "a wrong figure", "", "A number on the page differs from what its source says.")
    WRONG_SOURCE = ("wrong_source", "a wrong source", "", "A source is cited that does not say this, or is misread.")
    MISSING_EVIDENCE = ("missing_evidence", "missing evidence", "", "A study that bears on this is not cited.")
    ACCESSIBILITY = ("accessibility", "hard to use", "", "A part of the page cannot be read, heard or reached.")
    OTHER = ("other", "something else", "", "Anything else that is wrong or unclear.")


class ProblemState(Word):
    """What became of a report; the last three are its outcomes."""

    OPEN = ("open", "waiting", "○", "A curator has not looked at it yet.")
    TAKEN = ("taken", "being looked at", "◐", "A curator is looking at it.")
    CORRECTED = ("corrected", "corrected", "●", "It led to a change.")
    UNCHANGED = ("unchanged", "answered without a change", "=", "A curator looked at it, and what is public stands.")
    DECLINED = ("declined", "not taken up", "–", "It is outside what this site can answer.")


#: States in which a report waits for a curator, and those in which it is answered.
WAITING = (ProblemState.OPEN, ProblemState.TAKEN)
OUTCOMES = (ProblemState.CORRECTED, ProblemState.UNCHANGED, ProblemState.DECLINED)
