"""Standard atomic weights, and molar mass from a chemical formula.

Source of the weights: IUPAC Commission on Isotopic Abundances and Atomic Weights, abridged standard atomic
weights to five significant digits (Prohaska et al. 2022, Pure Appl Chem 94:573, Table 3).
"""

from __future__ import annotations

import re

#: Abridged standard atomic weight of the elements that occur in nutrient salts, in g/mol.
ATOMIC_WEIGHTS: dict[str, float] = {
    "H": 1.0080, "B": 10.81, "C": 12.011, "N": 14.007, "O": 15.999, "F": 18.998, "Na": 22.990, "Mg": 24.305,
    "Si": 28.085, "P": 30.974, "S": 32.06, "Cl": 35.45, "K": 39.098, "Ca": 40.078, "Cr": 51.996, "Mn": 54.938,
    "Fe": 55.845, "Cu": 63.546, "Zn": 65.38, "Se": 78.971, "Br": 79.904, "I": 126.90,
}  # fmt: skip

_TOKEN = re.compile(r"([A-Z][a-z]?)(\d*)|(\()|(\))(\d*)")
_LEADING = re.compile(r"(\d+)(?=[A-Z(])")
_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def parse_formula(formula: str) -> dict[str, int]:
    """Return the number of atoms of each element in a formula such as ``C4H8MgN2O4`` or ``MgSO4·7H2O``.

    Parts of a hydrate are joined by ``·``, ``.`` or ``*``; a number before a part multiplies it.
    Raises ValueError naming the formula and the place that cannot be read.
    """
    atoms: dict[str, int] = {}
    for part in re.split(r"[·.*]", formula.strip().translate(_DIGITS)):
        leading = _LEADING.match(part)
        times = int(leading.group(1)) if leading else 1
        for element, number in _parse_part(part[leading.end() :] if leading else part, formula).items():
            atoms[element] = atoms.get(element, 0) + times * number
    return atoms


def molar_mass(formula: str) -> float:
    """Return the molar mass of a formula in g/mol; raises ValueError where it cannot be read."""
    return sum(ATOMIC_WEIGHTS[element] * number for element, number in parse_formula(formula).items())


def _parse_part(part: str, formula: str) -> dict[str, int]:
    stack: list[dict[str, int]] = [{}]
    position = 0
    while position < len(part):
        token = _TOKEN.match(part, position)
        if token is None:
            raise ValueError(f"formula {formula!r}: cannot read {part[position:]!r}; expected an element symbol")
        _take(token, stack, formula)
        position = token.end()
    if len(stack) != 1 or not stack[0]:
        raise ValueError(f"formula {formula!r}: empty, or a bracket is not closed")
    return stack[0]


def _take(token: re.Match[str], stack: list[dict[str, int]], formula: str) -> None:
    element, number, opening, closing, times = token.groups()
    if element:
        if element not in ATOMIC_WEIGHTS:
            raise ValueError(f"formula {formula!r}: no atomic weight is listed for {element!r}")
        stack[-1][element] = stack[-1].get(element, 0) + int(number or 1)
    elif opening:
        stack.append({})
    elif closing and len(stack) == 1:
        raise ValueError(f"formula {formula!r}: a bracket is closed that was not opened")
    else:
        for inner, count in stack.pop().items():
            stack[-1][inner] = stack[-1].get(inner, 0) + count * int(times or 1)
