"""Whether a weight means the element or a compound, and the step from one to the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.elemental import Compound, elemental_dose, find_compound, other_metal, unlisted_salt
from claims.figures.quantity import Figure, Finding
from claims.figures.units import SUBSTANCES, parse_unit

_ELEMENTAL = re.compile(r"\belemental\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Conversion:
    """Factors that bring the claimed and the reported weight to the element, and the sentence that shows it.

    ``refusal`` says why the two weights cannot be compared at all; ``is_unclear`` tells that it is open whether one
    of them means the element or the compound.
    """

    claimed: float = 1.0
    reported: float = 1.0
    sentence: str = ""
    is_unclear: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a weight is said to weigh: a listed compound, an element, a salt without a formula here, or nothing."""

    compound: Compound | None = None
    is_element: bool = False
    unlisted: str = ""
    other_metal: str = ""

    @property
    def is_told(self) -> bool:
        return bool(self.compound or self.is_element or self.unlisted)


def substance_in(*texts: str) -> str | None:
    """Return the one element that the texts name, by which mass and amount of substance can be converted."""
    words = set(re.findall(r"[a-z]+", " ".join(texts).lower()))
    named = [name for name in SUBSTANCES if name in words and name != "chloride"]
    return named[0] if len(named) == 1 else None


def weight_conversion(figure: Figure, finding: Finding) -> Conversion:
    """Return how a claimed and a reported weight can be compared; nothing to do unless both are weights."""
    if parse_unit(figure.unit).kind != "mass" or parse_unit(finding.unit or "").kind != "mass":
        return Conversion()
    claimed = _weighed(figure.unit, figure.text)
    reported = _weighed(finding.unit or "", finding.what)
    if not reported.is_told and finding.value is not None and finding.value == finding.dose_mg_elemental:
        reported = _Weighed(is_element=True)
    refusal = _refusal(claimed, reported)
    if refusal:
        return Conversion(refusal=refusal)
    if claimed.compound and reported.is_element:
        sentence = _sentence(figure.high or figure.low, figure.unit, claimed.compound)
        return Conversion(claimed.compound.fraction, 1.0, sentence)
    if claimed.is_element and reported.compound:
        number = finding.value if finding.value is not None else finding.high
        return Conversion(1.0, reported.compound.fraction, _sentence(number, finding.unit or "", reported.compound))
    return Conversion(is_unclear=claimed.compound is not None and claimed.compound != reported.compound)


def _refusal(claimed: _Weighed, reported: _Weighed) -> str:
    """Say why two weights of different things cannot be compared; empty where they may be."""
    if not (claimed.is_told and reported.is_told) or (claimed.unlisted and claimed.unlisted == reported.unlisted):
        return ""
    unlisted = claimed.unlisted or reported.unlisted
    if unlisted:
        return f"no formula is listed for {unlisted}, so the element in it is not worked out"
    metals = (claimed.other_metal or "magnesium", reported.other_metal or "magnesium")
    if metals[0] != metals[1]:
        return f"that weighs {metals[1]}, while the claim weighs {metals[0]}"
    return ""


def _weighed(unit: str, words: str) -> _Weighed:
    substance = parse_unit(unit).substance
    named = substance or words
    both = f"{named} {words}"
    if substance == "magnesium" or _ELEMENTAL.search(both):
        return _Weighed(is_element=True, other_metal=other_metal(both))
    compound = find_compound(named)
    salt = "" if compound else unlisted_salt(named)
    return _Weighed(compound, unlisted=salt, other_metal=other_metal(named) if salt else "")


def _sentence(number: float | None, unit: str, compound: Compound) -> str:
    milligrams = (number or 0.0) * parse_unit(unit).factor * 1000.0
    return elemental_dose(round(milligrams, 9), compound.name).sentence
