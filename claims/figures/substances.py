"""Substances whose mass, amount, equivalents or activity convert into each other, and how a text names them.

Elements: mass = amount x molar mass, equivalents = amount x charge of the ion. Vitamins: one international unit is
0.025 µg of vitamin D2 or D3, 0.3 µg of retinol and 0.67 mg of natural vitamin E (WHO reference preparations, as the
US FDA converts them for labels, 2019). Vitamin A as carotene and synthetic vitamin E have other factors, so a vitamin A
or E whose form is not told is not converted.
"""

from __future__ import annotations

import re

from claims.figures.atoms import ATOMIC_WEIGHTS

#: Name -> (element, charge of its ion): what mass, amount and equivalents can be converted for.
SUBSTANCES: dict[str, tuple[str, int]] = {
    "magnesium": ("Mg", 2), "calcium": ("Ca", 2), "zinc": ("Zn", 2), "sodium": ("Na", 1), "potassium": ("K", 1),
    "chloride": ("Cl", 1),
}  # fmt: skip
#: Name -> mass in g of one international unit.
ACTIVITIES: dict[str, float] = {"vitamin d": 0.025e-6, "retinol": 0.3e-6, "natural vitamin e": 0.67e-3}

_NAMES = {
    **{name: re.compile(rf"(?<![a-z]){name}(?![a-z])") for name in SUBSTANCES if name != "chloride"},
    "vitamin d": re.compile(r"\bvitamin d[23]?\b|\b(?:chole|cole|ergo)calciferol"),
    "retinol": re.compile(r"\bretin(?:ol\b|yl )"),
    "natural vitamin e": re.compile(r"\bnatural vitamin e\b|\b(?:d|rrr)-(?:alpha|α)-tocopher"),
}


def substance_in(*texts: str) -> str | None:
    """Return the substance of the table that the first text with any of them names; None for none or several."""
    for text in texts:
        plain = " ".join(text.lower().split())
        named = [name for name, pattern in _NAMES.items() if pattern.search(plain)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def mass_of_one(substance: str) -> dict[str, float]:
    """Return the mass in g of one g, one mol and one equivalent, or one international unit, by kind.

    Raises ValueError naming the substances that are known.
    """
    name = substance.lower()
    if name in ACTIVITIES:
        return {"mass": 1.0, "activity": ACTIVITIES[name]}
    if name not in SUBSTANCES:
        raise ValueError(f"unknown substance {substance!r}; expected one of {', '.join(sorted(_NAMES))}")
    element, charge = SUBSTANCES[name]
    return {"mass": 1.0, "amount": ATOMIC_WEIGHTS[element], "equivalent": ATOMIC_WEIGHTS[element] / charge}
