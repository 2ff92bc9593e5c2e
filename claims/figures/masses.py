"""Whether a weight or an amount means the element or a compound, and the step from one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.figures.elemental import Compound, elemental_dose, find_compound, hydrations, metals_in, unlisted_salt
from claims.figures.quantity import Figure, Finding
from claims.figures.units import numerator, parse_unit

_ELEMENTAL = re.compile(r"\belemental\b", re.IGNORECASE)
#: "300 mg of magnesium" weighs the element, "300 mg of magnesium tablets" leaves it open.
_OF_THE_ELEMENT = re.compile(
    r"\b(?:k|m|µ|μ|mc)?g\s+(?:of\s+)?magnesium\b(?!\s+(?:\w+\s+)?(?:salts?|supplements?|powders?|tablets?|capsules?|"
    r"compounds?|chelates?|complex|products?)\b)",
    re.IGNORECASE,
)
#: Amounts of substance count the ions of the element.
_COUNTING_IONS = frozenset({"amount", "equivalent"})
_CLAIM_IS_OPEN = "weighs the compound, while the claim leaves open whether it means the element or the compound"


@dataclass(frozen=True, slots=True)
class Conversion:
    """Factors that bring the claimed and the reported weight to the element, and the sentence that shows it.

    ``refusal`` says why the two cannot be compared at all. ``limits`` are codes of indirectness that follow, each with
    its clause, or "" for the usual one. ``substance`` is the element where a compound was taken for its content.
    """

    claimed: float = 1.0
    reported: float = 1.0
    sentence: str = ""
    refusal: str = ""
    limits: tuple[tuple[str, str], ...] = ()
    substance: str | None = None


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a weight is said to weigh: a listed compound, the element, a salt without a formula here, or nothing."""

    compounds: tuple[Compound, ...] = ()
    is_element: bool = False
    unlisted: str = ""
    metal: str = ""


def weight_conversions(figure: Figure, finding: Finding) -> tuple[Conversion, ...]:
    """Return how a claimed and a reported weight or amount can be compared, the likeliest way first.

    There is one way, that does nothing, unless one of them is a weight; there are several where a name leaves open how
    much water is in the compound.
    """
    kinds = {parse_unit(figure.unit).kind, parse_unit(finding.unit or "").kind}
    if not kinds <= {"mass", *_COUNTING_IONS}:
        return (Conversion(),)
    claimed = _weighed(figure.unit, figure.text)
    reported = _weighed(finding.unit or "", finding.what, finding.intervention or " ")
    if not (reported.compounds or reported.unlisted) and finding.value in _elemental_doses(finding):
        reported = _Weighed(is_element=True, metal=reported.metal)
    refusal = _refusal(claimed, reported)
    if refusal:
        return (Conversion(refusal=refusal),)
    return tuple(_ways(claimed, reported, figure, finding)) or (Conversion(),)


def _elemental_doses(finding: Finding) -> set[float]:
    return set() if finding.dose_mg_elemental is None else {finding.dose_mg_elemental}


def _ways(claimed: _Weighed, reported: _Weighed, figure: Figure, finding: Finding) -> Iterator[Conversion]:
    claims = (figure.high if figure.high is not None else figure.low, figure.unit)
    reports = (finding.value if finding.value is not None else finding.high, finding.unit or "")
    if claimed.compounds and reported.is_element:
        for compound in claimed.compounds:
            sentence = _sentence(*claims, compound, claimed.compounds)
            yield Conversion(compound.fraction, 1.0, sentence, substance="magnesium")
    elif claimed.is_element and reported.compounds:
        for compound in reported.compounds:
            sentence = _sentence(*reports, compound, reported.compounds)
            yield Conversion(1.0, compound.fraction, sentence, substance="magnesium")
    elif claimed.compounds and reported.compounds and claimed.compounds[0] != reported.compounds[0]:
        salts = claimed.compounds[0].formula.partition("·")[0], reported.compounds[0].formula.partition("·")[0]
        limits = () if salts[0] == salts[1] else (("form", ""),)
        for compound in claimed.compounds:
            for other in reported.compounds:
                both = (_sentence(*claims, compound, claimed.compounds), _sentence(*reports, other, reported.compounds))
                sentence = "; ".join(part.rstrip(".") for part in both)
                yield Conversion(compound.fraction, other.fraction, sentence, limits=limits, substance="magnesium")
    elif bool(claimed.compounds) != bool(reported.compounds):
        yield Conversion(limits=(("elemental_vs_compound", "" if claimed.compounds else _CLAIM_IS_OPEN),))


def _refusal(claimed: _Weighed, reported: _Weighed) -> str:
    """Say why two weights of different things cannot be compared; empty where they may be."""
    told = [bool(side.compounds or side.is_element or side.unlisted) for side in (claimed, reported)]
    unlisted = claimed.unlisted or reported.unlisted
    if unlisted and all(told) and claimed.unlisted != reported.unlisted:
        return f"no formula is listed for {unlisted}, so the element in it is not worked out"
    if claimed.metal and reported.metal and claimed.metal != reported.metal:
        return f"that weighs {reported.metal}, while the claim weighs {claimed.metal}"
    return ""


def _weighed(unit: str, words: str, given: str = "") -> _Weighed:
    """Return what is weighed, as the unit tells it, else the words; ``given`` tells at most the metal."""
    parsed = parse_unit(unit)
    substance = parsed.substance or ""
    metal = _metal(substance, words, given)
    # A concentration weighs what is dissolved, whatever was taken.
    is_dissolved = ("volume", -1) in parsed.dimension
    compound = None if is_dissolved and not substance else find_compound(substance or words)
    is_named = compound is not None and bool(substance)
    if parsed.kind in _COUNTING_IONS or substance in metals_in(substance):
        return _Weighed(is_element=True, metal=metal)
    if not is_named and _ELEMENTAL.search(f"{substance} {words}"):
        return _Weighed(is_element=True, metal=metal or "magnesium")
    if compound is not None:
        is_dry = "anhydrous" in f"{substance} {words}".lower()
        return _Weighed((compound,) if is_dry else hydrations(compound), metal="magnesium")
    salt = "" if is_dissolved and not substance else unlisted_salt(substance or words)
    is_element = not salt and not given and _OF_THE_ELEMENT.search(words) is not None
    return _Weighed(is_element=is_element, unlisted=salt, metal=metal)


def _metal(*texts: str) -> str:
    """Return the one metal that the first text with any names; "" where none is named or several are."""
    named = next(filter(None, map(metals_in, texts)), frozenset())
    return next(iter(named)) if len(named) == 1 else ""


def _sentence(number: float | None, unit: str, compound: Compound, listed: tuple[Compound, ...]) -> str:
    milligrams = (number or 0.0) * parse_unit(numerator(unit)).factor * 1000.0
    sentence = elemental_dose(round(milligrams, 9), compound.name).sentence
    return sentence if compound is listed[0] else f"as the {compound.hydration}, which the name leaves open, {sentence}"
