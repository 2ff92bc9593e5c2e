"""From certainty to words: what a sentence may say, whether a claim says more, and a sentence that keeps to it.

The scheme of the statements (certainty by size of effect) is that of GRADE guidelines 26 (Santesso 2020); the
sentences are the project's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from claims.grade.strength import STRENGTH_WORDS, base_form, strength_of, third_person
from claims.grade.vocabulary import Certainty, Indirectness, Verdict, WordingStrength

__all__ = [
    "ALLOWED",
    "SIZES",
    "STRENGTH_WORDS",
    "Effect",
    "WordingCheck",
    "allowed_wording",
    "check_wording",
    "propose_sentence",
    "strength_of",
]

Size = Literal["large", "moderate", "small", "trivial"]
#: Sizes of an effect, from the largest; "trivial" is little or no difference.
SIZES: tuple[Size, ...] = ("large", "moderate", "small", "trivial")


@dataclass(frozen=True, slots=True)
class Effect:
    """The pieces of a statement: ``subject`` acts, ``verb`` (base form or third person) says how, on ``outcome``."""

    subject: str
    verb: str
    outcome: str
    plural: bool = False

    def __post_init__(self) -> None:
        if not (self.subject.strip() and self.verb.strip() and self.outcome.strip()):
            raise ValueError("A statement needs a subject, a verb and an outcome.")


#: Certainty to the word before the verb; very low certainty has a sentence of its own.
_HEDGE = {Certainty.HIGH: "", Certainty.MODERATE: "probably", Certainty.LOW: "may"}
_UNSURE = "The evidence is very uncertain about the effect of {subject} on {outcome}"
_UNRATED = "The evidence on the effect of {subject} on {outcome} was not rated"

#: What each certainty allows a claim to say, in words for the reader.
ALLOWED: Mapping[Certainty, str] = MappingProxyType(
    {
        Certainty.HIGH: "A plain statement of the effect and its size.",
        Certainty.MODERATE: "The effect with “probably” or “likely”.",
        Certainty.LOW: "The effect with “may”.",
        Certainty.VERY_LOW: "The effect with “may” at most, and that the evidence is very uncertain.",
    }
)
_STRONGEST = {
    Certainty.HIGH: WordingStrength.ABSOLUTE,
    Certainty.MODERATE: WordingStrength.ASSOCIATIONAL,
    Certainty.LOW: WordingStrength.HEDGED,
    Certainty.VERY_LOW: None,
}
_RANK = {
    WordingStrength.HEDGED: 0,
    WordingStrength.ASSOCIATIONAL: 1,
    WordingStrength.CAUSAL: 2,
    WordingStrength.ABSOLUTE: 3,
}
_ASSERTING = frozenset({WordingStrength.CAUSAL, WordingStrength.ABSOLUTE})

#: Why an extrapolation forbids a plain statement.
INDIRECT_PROBLEMS: Mapping[Indirectness, str] = MappingProxyType(
    {
        Indirectness.SPECIES: "It rests on animals or cells and speaks of people.",
        Indirectness.POPULATION: "It rests on other people than those it speaks of.",
        Indirectness.FORM: "It rests on another form than the one it names.",
        Indirectness.DOSE: "It rests on another dose than the one it is about.",
        Indirectness.COMPARATOR: "It rests on another comparison than the one it implies, or on none.",
        Indirectness.OUTCOME_SURROGATE: "It rests on a marker and speaks of what people notice.",
        Indirectness.BASELINE_STATUS: "It rests on people with another supply of the nutrient.",
        Indirectness.ELEMENTAL_VS_COMPOUND: "It is not clear whether a weight means the element or the compound.",
    }
)
#: What is wrong with the wording when one of its figures has this verdict; traced figures have no problem.
FIGURE_PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "confirmed": "",
        "derivable": "",
        "extrapolated": "A figure is carried over from another form, group, dose or outcome.",
        "best_case_only": "A figure is reached only in the most favourable case.",
        "overstated": "A figure is larger than what sources report.",
        "understated": "A figure is smaller than what sources report.",
        "contradicted": "A figure disagrees with what sources report.",
        "not_in_sources": "A figure is in none of the sources that were read.",
        "unsourced": "A figure has no source.",
        "not_checkable": "A figure is not a quantity that a source could report.",
    }
)
#: What is wrong with the wording when the claim has this verdict: for any wording, and for plain statements only.
VERDICT_PROBLEMS: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        Verdict.SUPPORTED: ("", ""),
        Verdict.PARTLY_SUPPORTED: ("", "It states without conditions what holds only in part."),
        Verdict.UNSUPPORTED: ("No adequate evidence was found for it.", ""),
        Verdict.CONTRADICTED: ("The best evidence found points the other way.", ""),
        Verdict.MISLEADING: ("It is put so that a reader is likely to draw a wrong conclusion.", ""),
        Verdict.NOT_CHECKABLE: ("", "It states as fact what no evidence could settle."),
        Verdict.UNTESTED: ("Nobody was found to have studied it.", ""),
    }
)


@dataclass(frozen=True, slots=True)
class WordingCheck:
    """Whether a claim is worded within its evidence, every problem in a sentence, and what would be allowed."""

    ok: bool
    problems: tuple[str, ...]
    allowed: str


def allowed_wording(certainty: Certainty | None, size: Size | None, effect: Effect) -> str:
    """Return the statement that this certainty allows about an effect of this size, without a full stop.

    ``size`` is ``None`` where it is not known; ``certainty`` is ``None`` where nothing was rated. Raises `ValueError`
    for a size that is none of `SIZES`.
    """
    if size is not None and size not in SIZES:
        raise ValueError(f"{size!r} is no size of effect; expected one of {', '.join(SIZES)}.")
    if certainty is None or certainty == Certainty.VERY_LOW:
        pattern = _UNRATED if certainty is None else _UNSURE
        return pattern.format(subject=_within_sentence(effect.subject), outcome=effect.outcome)
    hedge = _HEDGE[Certainty(certainty)]
    if size == "trivial":
        return _join(
            _capitalise(effect.subject),
            hedge,
            _verb("make", hedge, effect),
            "little or no difference to",
            effect.outcome,
        )
    greatly = "greatly" if size == "large" else ""
    slightly = "slightly" if size == "small" else ""
    verb = _verb(base_form(effect.verb), hedge, effect)
    return _join(_capitalise(effect.subject), hedge, greatly, verb, effect.outcome, slightly)


def propose_sentence(
    subject: str,
    verb: str,
    outcome: str,
    certainty: Certainty | None,
    size: Size | None = None,
    direction: str | None = None,
    *,
    plural: bool = False,
) -> str:
    """Return a whole sentence that says as much as the certainty allows, and names the certainty where it is not high.

    ``direction`` is "increase", "decrease" or "none" (no change found, worded as little or no difference); it stands
    in for an empty ``verb``. At very low certainty an effect is proposed only if its way and size are given.
    ``plural`` is for a subject such as "magnesium salts".
    """
    if direction not in (None, "increase", "decrease", "none"):
        raise ValueError(f"{direction!r} is no direction; expected increase, decrease or none.")
    chosen = verb.strip() or {"increase": "increase", "decrease": "reduce"}.get(direction or "", "affect")
    effect = Effect(subject, chosen, outcome, plural)
    seen: Size | None = "trivial" if direction == "none" else size
    if certainty == Certainty.VERY_LOW and seen and (verb.strip() or direction):
        # The other statement of GRADE guidelines 26 for very low certainty; it names no large effect.
        told = allowed_wording(Certainty.LOW, "moderate" if seen == "large" else seen, effect)
        return f"{told}; the evidence is very uncertain."
    told = allowed_wording(certainty, seen, effect)
    if certainty in (None, Certainty.HIGH, Certainty.VERY_LOW):
        return f"{told}."
    return f"{told}; the certainty of the evidence is {Certainty(certainty).label}."


def check_wording(
    strength: WordingStrength,
    certainty: Certainty | None,
    *,
    indirectness: Collection[str] = (),
    figure_verdicts: Collection[str] = (),
    claim_verdict: Verdict | None = None,
) -> WordingCheck:
    """Return whether a claim put this strongly stays within its evidence, with every problem in a sentence.

    ``indirectness`` are the codes of the evidence the claim rests on, ``figure_verdicts`` those of its figures.
    """
    strength = WordingStrength(strength)
    problems = [
        *_strength_problems(strength, certainty),
        *_verdict_problems(strength, claim_verdict),
        *(text for code, text in INDIRECT_PROBLEMS.items() if code in set(indirectness) and strength in _ASSERTING),
        *(text for verdict, text in FIGURE_PROBLEMS.items() if verdict in set(figure_verdicts) and text),
    ]
    allowed = (
        ALLOWED[Certainty(certainty)]
        if certainty
        else "The evidence was not rated, so no strength of wording is named."
    )
    return WordingCheck(not problems, tuple(problems), allowed)


def _strength_problems(strength: WordingStrength, certainty: Certainty | None) -> list[str]:
    if certainty is None:
        return []
    strongest = _STRONGEST[Certainty(certainty)]
    if strongest is None and strength == WordingStrength.HEDGED:
        return ["It leaves out that the evidence is very uncertain; a hedge alone says too much."]
    if strongest is None or _RANK[strength] > _RANK[strongest]:
        put = strength.definition.rstrip(".").lower()
        return [f"It is {put}, which evidence of {Certainty(certainty).label} certainty does not allow."]
    return []


def _verdict_problems(strength: WordingStrength, verdict: Verdict | None) -> list[str]:
    always, plain = VERDICT_PROBLEMS[Verdict(verdict)] if verdict else ("", "")
    return [text for text in (always, plain if strength in _ASSERTING else "") if text]


def _verb(base: str, hedge: str, effect: Effect) -> str:
    """Return the verb as it stands after the subject: base form after "may" or a plural, else third person."""
    return base if effect.plural or hedge == "may" else third_person(base)


def _join(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _capitalise(text: str) -> str:
    return text.strip()[:1].upper() + text.strip()[1:]


def _within_sentence(text: str) -> str:
    """Lower the first letter of an ordinary word; names in capitals or with digits (B12, EDTA) stay."""
    text = text.strip()
    return text[:1].lower() + text[1:] if re.match(r"[A-Z][a-z]+\b", text) else text
