"""What publishers announce about published works, and what it means for relying on them."""

from __future__ import annotations

from sources.words import Word


class NoticeKind(Word):
    """The kind of a notice."""

    RETRACTION = "retraction", "retraction", "✗", "The work is withdrawn from the published record."
    CORRECTION = "correction", "correction", "✎", "An error was corrected; the work still stands."
    EXPRESSION_OF_CONCERN = "expression_of_concern", "expression of concern", "⚠", "The publisher has doubts and is looking into them."
    REINSTATEMENT = "reinstatement", "reinstatement", "↺", "An earlier retraction was taken back."
    RETRACT_AND_REPLACE = "retract_and_replace", "retraction and replacement", "⇄", "The work was withdrawn and replaced by a corrected one."
