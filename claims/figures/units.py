"""Units of claimed and reported quantities: reading them, converting them, telling whether two are the same.

Mass, amount of substance, equivalents, international units, volume and time convert into each other within their
kind; all but volume and time also across kinds when the substance is named. Per cent, percentage points and ratios are
three kinds that never convert by `convert`: the step from one to another needs a baseline or a rule and is made, and
shown, elsewhere. What is not known here stays a word that equals only itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.substances import mass_of_one
from claims.figures.unit_spellings import plain_unit

#: Symbol or word -> (kind, size in the base unit of the kind: g, mol, eq, L, day, %, percentage point, ratio).
UNITS: dict[str, tuple[str, float]] = {
    "kg": ("mass", 1e3), "g": ("mass", 1.0), "mg": ("mass", 1e-3), "ug": ("mass", 1e-6), "ng": ("mass", 1e-9),
    "mcg": ("mass", 1e-6), "kilogram": ("mass", 1e3), "gram": ("mass", 1.0), "milligram": ("mass", 1e-3),
    "microgram": ("mass", 1e-6), "nanogram": ("mass", 1e-9), "tonne": ("mass", 1e6), "t": ("mass", 1e6),
    "lb": ("mass", 453.59237), "pound": ("mass", 453.59237), "oz": ("mass", 28.349523125),
    "ounce": ("mass", 28.349523125),
    "mol": ("amount", 1.0), "mmol": ("amount", 1e-3), "umol": ("amount", 1e-6), "nmol": ("amount", 1e-9),
    "mole": ("amount", 1.0), "millimole": ("amount", 1e-3),
    "eq": ("equivalent", 1.0), "meq": ("equivalent", 1e-3), "milliequivalent": ("equivalent", 1e-3),
    "iu": ("activity", 1.0), "i.u.": ("activity", 1.0), "international unit": ("activity", 1.0),
    "l": ("volume", 1.0), "dl": ("volume", 0.1), "cl": ("volume", 1e-2), "ml": ("volume", 1e-3), "ul": ("volume", 1e-6),
    "litre": ("volume", 1.0), "liter": ("volume", 1.0), "millilitre": ("volume", 1e-3),
    "milliliter": ("volume", 1e-3),
    "s": ("time", 1 / 86400), "sec": ("time", 1 / 86400), "second": ("time", 1 / 86400),
    "min": ("time", 1 / 1440), "minute": ("time", 1 / 1440), "h": ("time", 1 / 24), "hr": ("time", 1 / 24),
    "hour": ("time", 1 / 24), "d": ("time", 1.0), "day": ("time", 1.0), "week": ("time", 7.0),
    "wk": ("time", 7.0), "month": ("time", 365.25 / 12), "year": ("time", 365.25), "yr": ("time", 365.25),
    "decade": ("time", 3652.5),
    "%": ("percent", 1.0), "percent": ("percent", 1.0), "per cent": ("percent", 1.0), "pct": ("percent", 1.0),
    "‰": ("percent", 0.1), "per mille": ("percent", 0.1), "basis point": ("points", 0.01),
    "kj": ("energy", 1.0), "kcal": ("energy", 4.184), "j": ("energy", 1e-3),
    "percentage point": ("points", 1.0), "%-point": ("points", 1.0), "pp": ("points", 1.0),
    "risk difference": ("points", 100.0), "proportion": ("percent", 100.0),
    "fold": ("ratio", 1.0), "-fold": ("ratio", 1.0), "times": ("ratio", 1.0),
    "x": ("ratio", 1.0), "×": ("ratio", 1.0), "ratio": ("ratio", 1.0), ":1": ("ratio", 1.0),
    "risk ratio": ("ratio", 1.0), "relative risk": ("ratio", 1.0), "odds ratio": ("odds ratio", 1.0),
    "hazard ratio": ("hazard ratio", 1.0), "rate ratio": ("rate ratio", 1.0),
    "incidence rate ratio": ("rate ratio", 1.0),
}  # fmt: skip

#: Kinds whose no effect is 1; (ratio - 1) x 100 is the relative change in per cent of what each compares.
RATIO_KINDS = frozenset({"ratio", "odds ratio", "hazard ratio", "rate ratio"})

#: Kinds in which a number can be printed in several units, so that its precision depends on the unit chosen.
SCALED_KINDS = frozenset({"mass", "amount", "equivalent", "activity", "volume", "time", "energy"})

#: Kinds that say how much of a substance there is, and may name it: "mg glycinate", "IU vitamin D".
_OF_WHAT = frozenset({"mass", "amount", "equivalent", "activity"})
_PER_COUNT = re.compile(r"^(?:per|in|/)\s*(10*(?:[ ,]?000)*)(?:\s+\D+)?$")
_QUANTITY = re.compile(r"^(\d+(?:\.\d+)?)\s*(\D.*)$")
_PER = re.compile(r"(?=/)|(?= per\b)|(?= (?:a|each|every) (?:day|week)\b)|(?= (?:dai|week)ly\b)")
_OF_SUBSTANCE = re.compile(r"^(\S+)\s+(?:of\s+)?(.+)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as kinds with exponents, its size in base units, and the substance it names, if any."""

    dimension: tuple[tuple[str, int], ...]
    factor: float
    substance: str | None = None

    @property
    def kind(self) -> str:
        """Return the kind of what is counted: the first part, before any "per"; "number" where there is none."""
        return next((name for name, exponent in self.dimension if exponent > 0), "number")


def parse_unit(text: str) -> Unit:
    """Read a unit such as "mg/day", "mg per kg per day", "mmol/24 h", "mg glycinate" or "percentage points".

    A word that is not known becomes a kind of its own, which equals only the same word.
    """
    plain = plain_unit(text, UNITS)
    counted = _PER_COUNT.match(plain)
    if counted:
        return Unit((("percent", 1),), 100.0 / int(re.sub(r"\D", "", counted.group(1))))
    if plain in UNITS:
        return _unit_of([(*UNITS[plain], 1)], None)
    factors = [part.strip() for part in re.split(r"/|\bper\b", plain)]
    if not plain:
        return Unit((), 1.0)
    name, size, substance = _part(factors[0])
    parts = [(name, size, 1)]
    for part in filter(None, factors[1:]):
        kind, size, _ = _part(part)
        # A weight that a dose is given per is the body's, which must not cancel against the dose.
        parts.append(("body_mass" if kind == "mass" and name in _OF_WHAT else kind, size, -1))
    return _unit_of(parts, substance)


def convert(value: float, from_unit: str, to_unit: str, *, substance: str | None = None) -> float | None:
    """Return ``value`` in ``to_unit``, or None where the two units do not measure the same kind.

    ``substance`` (see `claims.figures.substances`) allows mass, amount of substance, equivalents and international
    units to be converted: mass = amount x molar mass, equivalents = amount x charge. Raises
    ValueError for an unknown substance.
    """
    source, target = parse_unit(from_unit), parse_unit(to_unit)
    if source.substance and target.substance and source.substance != target.substance:
        return None
    if source.dimension != target.dimension and substance is not None:
        source, target = _as_mass(source, substance), _as_mass(target, substance)
    if source.dimension != target.dimension:
        return None
    return value * source.factor / target.factor


def without_substance(unit: str) -> str:
    """Return a unit without the substance it names: "mg glycinate/day" becomes "mg/day"."""
    substance = parse_unit(unit).substance
    if substance is None:
        return unit
    first = numerator(unit)
    return first.split()[0] + unit.strip()[len(first) :]


def fold_to_percent_change(fold: float) -> float:
    """Return the relative change in per cent that a ratio means: 2-fold is +100 %, 0.6-fold is -40 %."""
    return (fold - 1.0) * 100.0


def percent_change_to_fold(percent: float) -> float:
    """Return the ratio that a relative change in per cent means: +100 % is 2-fold."""
    return 1.0 + percent / 100.0


def numerator(text: str) -> str:
    """Return what a unit counts, before any "per": "mg glycinate/day" counts "mg glycinate"."""
    return _PER.split(text.strip(), maxsplit=1)[0].strip()


def time_part(text: str) -> str:
    """Return the time that a unit is taken over ("24 h" of "mmol/24 h"), or "" where it names none."""
    plain = plain_unit(text, UNITS)
    parts = [part.strip() for part in re.split(r"/|\bper\b", plain)[1:]]
    return next((part for part in parts if parse_unit(part).kind == "time"), "")


def _part(text: str) -> tuple[str, float, str | None]:
    """Return kind, size and substance of one factor of a unit."""
    times = 1.0
    counted = _QUANTITY.match(text)
    if counted and _singular(counted.group(2)) in UNITS:
        times, text = float(counted.group(1)), counted.group(2)
    if _singular(text) in UNITS:
        kind, size = UNITS[_singular(text)]
        return kind, times * size, None
    named = _OF_SUBSTANCE.match(text)
    if named and UNITS.get(_singular(named.group(1)), ("", 0))[0] in _OF_WHAT:
        kind, size = UNITS[_singular(named.group(1))]
        return kind, times * size, _substance_name(named.group(2))
    return f"word:{_singular_words(text)}", 1.0, None


def _substance_name(text: str) -> str:
    plain = text.removesuffix(".").strip()
    return "magnesium" if plain in {"elemental", "elemental magnesium", "mg", "magnesium ion"} else plain


def _unit_of(parts: list[tuple[str, float, int]], substance: str | None) -> Unit:
    exponents: dict[str, int] = {}
    factor = 1.0
    for kind, size, exponent in parts:
        exponents[kind] = exponents.get(kind, 0) + exponent
        factor *= size**exponent
    dimension = tuple(sorted((kind, exponent) for kind, exponent in exponents.items() if exponent))
    return Unit(dimension, factor, substance)


def _as_mass(unit: Unit, substance: str) -> Unit:
    grams = mass_of_one(substance)
    parts = [("mass" if kind in grams else kind, grams.get(kind, 1.0), exponent) for kind, exponent in unit.dimension]
    merged = _unit_of(parts, unit.substance)
    return Unit(merged.dimension, merged.factor * unit.factor, unit.substance)


def _singular_words(text: str) -> str:
    return " ".join(_singular(word) for word in text.split())


def _singular(word: str) -> str:
    if word in UNITS or len(word) < 4 or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word
