"""Which evidence of a claim an assessment rests on: what still stands, and is about the outcome rated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.grade.estimates import names_outcome
from claims.grade.vocabulary import Design, Stance
from claims.models.evidence import Evidence, Finding


@dataclass(frozen=True, slots=True)
class Studies:
    """The evidence that counts, and why it is that; ``reason`` is empty where all of the claim's evidence counts."""

    used: tuple[Evidence, ...]
    reason: str = ""

    @property
    def designs(self) -> list[Design]:
        """The designs of what bears on the claim, context aside."""
        return [Design(item.design) for item in self.used if item.stance != Stance.CONTEXT]


def on_outcome(item: Evidence, outcome: str) -> list[Finding]:
    """Return the findings about an outcome, all of them where none is named."""
    found = item.findings.all()
    return [one for one in found if not outcome or names_outcome(outcome, f"{item.outcome} {one.what}")]


def studies_for(evidence: Iterable[Evidence], outcome: str) -> Studies:
    """Return the evidence for an assessment of this outcome.

    Evidence of a retracted source is left out. Where an outcome is named, only evidence with findings on it counts;
    evidence without findings counts where its own outcome is that one. If none names it, all evidence counts.
    """
    items = list(evidence)
    standing = [item for item in items if item.excluded is None]
    bearing = [item for item in standing if item.stance != Stance.CONTEXT]
    named = [item for item in bearing if outcome and _is_about(item, outcome)]
    said = [_about(outcome, named) if outcome and bearing else "", _left_out(items)]
    return Studies(tuple(named or standing), " ".join(sentence for sentence in said if sentence))


def _is_about(item: Evidence, outcome: str) -> bool:
    if item.findings.all():
        return bool(on_outcome(item, outcome))
    return names_outcome(outcome, item.outcome)


def _about(outcome: str, named: Sequence[Evidence]) -> str:
    if not named:
        return f"No evidence is recorded as being about {outcome}, so all evidence that bears on the claim was used."
    return f"Only evidence about {outcome} was used: {_names(named)}."


def _left_out(items: Sequence[Evidence]) -> str:
    gone = [item for item in items if item.excluded]
    return f"Not counted, because its source was retracted: {_names(gone)}." if gone else ""


def _names(items: Sequence[Evidence]) -> str:
    return ", ".join(item.source.citekey for item in items)
