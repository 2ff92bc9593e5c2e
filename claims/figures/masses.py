"""Whether a weight means the element or a compound, and the step from one to the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.elemental import Compound, elemental_dose, find_compound
from claims.figures.quantity import Figure, Finding
from claims.figures.units import SUBSTANCES, parse_unit

ELEMENTAL = "elemental"


@dataclass(frozen=True, slots=True)
class Conversion:
    """Factors that bring the claimed and the reported weight to the element, and the sentence that shows it."""

    claimed: float = 1.0
    reported: float = 1.0
    sentence: str = ""
    is_unclear: bool = False


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
    if reported is None and finding.value is not None and finding.value == finding.dose_mg_elemental:
        reported = ELEMENTAL
    if isinstance(claimed, Compound) and reported == ELEMENTAL:
        return Conversion(claimed.fraction, 1.0, _sentence(figure.high or figure.low, figure.unit, claimed))
    if claimed == ELEMENTAL and isinstance(reported, Compound):
        number = finding.value if finding.value is not None else finding.high
        return Conversion(1.0, reported.fraction, _sentence(number, finding.unit or "", reported))
    return Conversion(is_unclear=isinstance(claimed, Compound) and claimed != reported)


def _weighed(unit: str, words: str) -> Compound | str | None:
    substance = parse_unit(unit).substance
    if substance == "magnesium" or "elemental" in words.lower().split():
        return ELEMENTAL
    return find_compound(substance) if substance else find_compound(words)


def _sentence(number: float | None, unit: str, compound: Compound) -> str:
    milligrams = (number or 0.0) * parse_unit(unit).factor * 1000.0
    return elemental_dose(round(milligrams, 9), compound.name).sentence
