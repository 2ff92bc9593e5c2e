"""What the amounts in a text are amounts of: which compound a figure weighs, and how much magnesium that is."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.figures.elemental import elemental_dose, find_compound, other_metal, unlisted_salt
from claims.figures.quantity import Figure
from claims.figures.substances import SUBSTANCES, substance_in
from claims.figures.units import numerator, parse_unit

#: Words that end the name of what is weighed: "500 mg magnesium as glycinate" weighs magnesium.
_ENDS = re.compile(
    r"[^\w\s-]|\b(?:as|from|in|and|or|than|with|for|is|are|per|a|an|the|to|against|daily)\b", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:(?:daily|a day|per day|/day)\s+)?(?:of\s+)?")
_NAMED_BEFORE = re.compile(r"([\w\s-]{3,60})[:(]\s*$")


def weighed_figure(text: str, figure: Figure) -> Figure:
    """Return the figure with the substance in its unit that the words beside it name: "mg" of "magnesium glycinate".

    A concentration, an amount or equivalents are those of the one element that the whole text names, if it names one.
    Anything else, and a weight beside no such name, stays as it is.
    """
    unit = parse_unit(figure.unit)
    if unit.kind in {"amount", "equivalent"} or (unit.kind == "mass" and ("volume", -1) in unit.dimension):
        return _of_element(text, figure)
    if unit.kind != "mass" or unit.substance:
        return figure
    name = _substance(text, figure)
    if not name:
        return figure
    return _with_name(figure, name)


def _of_element(text: str, figure: Figure) -> Figure:
    named = substance_in(text)
    return _with_name(figure, named) if named in SUBSTANCES and not parse_unit(figure.unit).substance else figure


def _with_name(figure: Figure, name: str) -> Figure:
    counted = numerator(figure.unit)
    return replace(figure, unit=f"{counted} {name}{figure.unit.strip()[len(counted) :]}")


def elemental_sentences(figure: Figure) -> list[str]:
    """Return for each end of a weighed compound the sentence that shows its magnesium; empty for anything else.

    For a salt of another metal, one sentence says that no formula is listed.
    """
    unit = parse_unit(figure.unit)
    substance = unit.substance or ""
    compound = find_compound(substance) if unit.kind == "mass" and substance else None
    if compound is None:
        salt = unlisted_salt(substance)
        return [f"No formula is listed for {salt}, so the element in it is not worked out."] if salt else []
    ends = dict.fromkeys(end for end in (figure.low, figure.high) if end is not None and end >= 0)
    milligram = parse_unit(numerator(figure.unit)).factor * 1000.0
    return [elemental_dose(round(end * milligram, 9), compound.name).sentence for end in ends]


def _substance(text: str, figure: Figure) -> str:
    after = text[figure.end : figure.end + 80]
    start = _AFTER.match(after)
    phrase = _ENDS.split(after[start.end() if start else 0 :], maxsplit=1)[0]
    named = _NAMED_BEFORE.search(text[max(0, figure.start - 70) : figure.start])
    for words in (figure.text, " ".join(phrase.split()[:4]), named.group(1) if named else ""):
        if "elemental" in words.lower().split():
            return f"elemental {other_metal(words) or 'magnesium'}"
        compound = find_compound(words)
        name = f"magnesium {compound.name}" if compound else unlisted_salt(words)
        if name:
            return name
    return ""
