"""What keeps a finding from confirming a figure although the numbers agree, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from claims.figures.maxima import is_maximum
from claims.figures.quantity import Bound, Figure, Finding
from claims.figures.roles import is_one_arm_only
from claims.words import Word


class LimitKind(Word):
    """What a limit does to a finding."""

    BARRED = "barred", "cannot support a figure at all"
    INDIRECT = "indirect", "is about something else than the claim"
    PART = "part", "is only a part of the result"


@dataclass(frozen=True, slots=True)
class Limit:
    """One reason why a finding does not confirm a figure; ``clause`` completes the words "the finding"."""

    kind: LimitKind
    code: str
    clause: str


#: Notices after which a source supports nothing, unless it was reinstated.
WITHDRAWING = {
    "retraction": "comes from a source that was retracted",
    "withdrawal": "comes from a source that was withdrawn",
    "retract_and_replace": "comes from a version that was retracted and replaced; only the new version can be used",
}
#: Notices that leave a source standing but belong beside its numbers.
CAUTIONING = {
    "correction": "has been corrected; the number should be compared with the corrected version",
    "expression_of_concern": "stands under an expression of concern by its journal",
}
#: Codes of indirectness, as the vocabulary of the appraisal has them.
INDIRECT = {
    "species": "was made in animals, tissue or cells, not in people",
    "population": "is about other people than the claim",
    "form": "is about another salt or product than the claim",
    "dose": "is about another dose or way of giving it",
    "comparator": "has no comparison, or another one than the claim",
    "outcome_surrogate": "measures a stand-in, not the outcome that the claim is about",
    "baseline_status": "is about people with another nutrient status",
    "elemental_vs_compound": "leaves open whether the weight means the element or the compound",
}
_NOT_HUMAN = frozenset({"animal", "in-vitro"})
#: "In the subgroup of women" is a part of those who took part; "in all subgroups" is not.
_SUBGROUP = re.compile(
    r"\b(?<!all )(?<!every )(?<!each )(?<!no )sub-?group\b(?! (?:differences?|effects?|interaction))"
    r"|\bresponders (?:only|alone)\b",
    re.IGNORECASE,
)
_COMMON_WORDS = frozenset({"magnesium", "implied", "sentence", "same", "dose", "arm", "group", "with", "from", "the"})
_NO_COMPARISON = frozenset({"none", "no comparator", "no control", "no comparison"})


def is_withdrawn(notices: Collection[str]) -> bool:
    """Tell whether the notices on a source take it out of use: withdrawn and not reinstated."""
    kinds = _kinds(notices)
    return bool(kinds & WITHDRAWING.keys()) and "reinstatement" not in kinds


def cautions_of(finding: Finding) -> tuple[str, ...]:
    """Return the clauses for notices that do not withdraw the source of a finding."""
    kinds = _kinds(finding.notices)
    return tuple(clause for kind, clause in CAUTIONING.items() if kind in kinds)


def _kinds(notices: Collection[str]) -> set[str]:
    """Return kinds of notices in one spelling: "Retract-and-replace" is "retract_and_replace"."""
    return {"_".join(kind.lower().replace("-", " ").replace("_", " ").split()) for kind in notices}


def limits_of(finding: Finding, figure: Figure) -> tuple[Limit, ...]:
    """Return everything that keeps a finding from confirming the figure, in the order it should be told."""
    return (*_barring(finding), *_indirect(finding, figure), *_partial(finding, figure))


def _barring(finding: Finding) -> list[Limit]:
    limits = []
    if is_withdrawn(finding.notices):
        clause = next(clause for kind, clause in WITHDRAWING.items() if kind in _kinds(finding.notices))
        limits.append(Limit(LimitKind.BARRED, "withdrawn", clause))
    if finding.stance == "context":
        limits.append(Limit(LimitKind.BARRED, "context", "was recorded as background that does not test the claim"))
    return limits


def _indirect(finding: Finding, figure: Figure) -> list[Limit]:
    codes = set(finding.indirectness)
    if finding.design in _NOT_HUMAN:
        codes.add("species")
    if _compares_with_something_else(figure.comparator, finding.comparator):
        codes.add("comparator")
    clauses = {**{code: f"is indirect ({code})" for code in codes}, **INDIRECT}
    ordered = [code for code in INDIRECT if code in codes] + sorted(codes - INDIRECT.keys())
    return [Limit(LimitKind.INDIRECT, code, clauses[code]) for code in ordered]


def _partial(finding: Finding, figure: Figure) -> list[Limit]:
    limits = []
    if is_maximum(finding) and figure.bound not in {Bound.UP_TO, Bound.LESS_THAN}:
        limits.append(Limit(LimitKind.PART, "maximum", "is a maximum, which the claim presents as usual"))
    if finding.subgroup or _SUBGROUP.search(finding.what):
        limits.append(Limit(LimitKind.PART, "subgroup", "holds for a subgroup only, not for all who took part"))
    if is_one_arm_only(finding):
        clause = "is the change within one group, which is not an effect: the other group may have changed as much"
        limits.append(Limit(LimitKind.PART, "one_arm", clause))
    return limits


def _compares_with_something_else(claimed: str | None, studied: str) -> bool:
    """Tell whether both comparators are stated and share no telling word."""
    if not claimed or not studied:
        return False
    if studied.strip().lower() in _NO_COMPARISON:
        return True
    return not (_telling_words(claimed) & _telling_words(studied))


def _telling_words(text: str) -> set[str]:
    words = {word.removesuffix("s") for word in re.findall(r"[a-z]{3,}", text.lower())}
    return words - _COMMON_WORDS or words
