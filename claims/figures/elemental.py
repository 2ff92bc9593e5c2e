"""How much magnesium is in a weight of a magnesium compound.

The share is computed from the formula and the atomic weights (`claims.figures.atoms`), never copied from a
label. A name that leaves the hydration open means the first form listed under it, and the sentence says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.atoms import molar_mass, parse_formula

_ELEMENT = "Mg"


@dataclass(frozen=True, slots=True)
class Compound:
    """A magnesium salt or chelate: name, formula and hydration as assumed, and other names for it."""

    name: str
    formula: str
    hydration: str
    aliases: tuple[str, ...] = ()

    @property
    def molar_mass(self) -> float:
        """Return the mass of one mole in g."""
        return molar_mass(self.formula)

    @property
    def fraction(self) -> float:
        """Return the share of magnesium by mass, 0 to 1."""
        atoms = parse_formula(self.formula)[_ELEMENT]
        return atoms * molar_mass(_ELEMENT) / self.molar_mass


@dataclass(frozen=True, slots=True)
class ElementalDose:
    """An elemental dose in mg and the sentence that shows how it was worked out."""

    mg: float
    sentence: str


COMPOUNDS: tuple[Compound, ...] = (
    Compound(
        "bisglycinate", "C4H8MgN2O4", "anhydrous", ("glycinate", "diglycinate", "glycine chelate", "glycinate chelate"),
    ),
    Compound("oxide", "MgO", "anhydrous"),
    Compound("citrate", "Mg3(C6H5O7)2", "anhydrous", ("trimagnesium dicitrate", "trimagnesium citrate", "dicitrate")),
    Compound("citrate nonahydrate", "Mg3(C6H5O7)2·9H2O", "nonahydrate", ("trimagnesium dicitrate nonahydrate",)),
    Compound("hydrogen citrate", "C6H6MgO7", "anhydrous", ("monomagnesium citrate", "monobasic citrate")),
    Compound("chloride", "MgCl2", "anhydrous"),
    Compound("chloride hexahydrate", "MgCl2·6H2O", "hexahydrate"),
    Compound("sulfate", "MgSO4", "anhydrous", ("sulphate",)),
    Compound("sulfate heptahydrate", "MgSO4·7H2O", "heptahydrate", ("sulphate heptahydrate", "epsom salt")),
    Compound("l-threonate", "Mg(C4H7O5)2", "anhydrous", ("threonate",)),
    Compound("malate", "MgC4H4O5", "anhydrous"),
    Compound("malate trihydrate", "MgC4H4O5·3H2O", "trihydrate"),
    Compound("taurate", "Mg(C2H6NO3S)2", "anhydrous"),
    Compound("acetyl taurate", "Mg(C4H8NO4S)2", "anhydrous", ("n-acetyl taurate", "acetyltaurate")),
    Compound("lactate", "Mg(C3H5O3)2", "anhydrous"),
    Compound("lactate dihydrate", "Mg(C3H5O3)2·2H2O", "dihydrate"),
    Compound("aspartate", "Mg(C4H6NO4)2", "anhydrous"),
    Compound("aspartate dihydrate", "Mg(C4H6NO4)2·2H2O", "dihydrate"),
    Compound("orotate", "Mg(C5H3N2O4)2", "anhydrous"),
    Compound("orotate dihydrate", "Mg(C5H3N2O4)2·2H2O", "dihydrate"),
    Compound("pidolate", "Mg(C5H6NO3)2", "anhydrous", ("pyroglutamate",)),
    Compound("gluconate", "Mg(C6H11O7)2", "anhydrous"),
    Compound("gluconate dihydrate", "Mg(C6H11O7)2·2H2O", "dihydrate"),
    Compound("carbonate", "MgCO3", "anhydrous"),
    Compound("hydroxide", "Mg(OH)2", "anhydrous", ("milk of magnesia",)),
)  # fmt: skip

_BY_NAME = {name: compound for compound in COMPOUNDS for name in (compound.name, *compound.aliases)}
_LONGEST_FIRST = sorted(_BY_NAME, key=lambda name: (-len(name), name))
_NAMED = re.compile(r"(?<![\w-])(" + "|".join(re.escape(name) for name in _LONGEST_FIRST) + r")(?![\w-])")


#: Other metals, and what else the name of a salt can belong to.
_OTHER_METALS = (
    "aluminium", "aluminum", "ammonium", "barium", "calcium", "chromium", "cobalt", "copper", "cupric", "ethylene",
    "ferric", "ferrous", "iron", "lithium", "manganese", "nickel", "nitric", "nitrous", "potassium", "selenium",
    "silver", "sodium", "strontium", "titanium", "zinc",
)  # fmt: skip
_FURTHER_SALTS = ("acetate", "ascorbate", "bicarbonate", "fumarate", "phosphate", "picolinate", "salicylate")
_METAL = re.compile(rf"(?<![\w-])(?:{'|'.join(_OTHER_METALS)})\b")
_MAGNESIUM = re.compile(r"magnesi(?:um|an?)\b")
_ANY_METAL = re.compile(rf"{_MAGNESIUM.pattern}|{_METAL.pattern}")
_OTHER_SALT = re.compile(
    rf"{_METAL.pattern}[ -](?:\w+[ -])?(?:{'|'.join(map(re.escape, (*_LONGEST_FIRST, *_FURTHER_SALTS)))})(?![\w-])"
)


def hydrations(compound: Compound) -> tuple[Compound, ...]:
    """Return a compound and the hydrates of it that are listed, which its name leaves open."""
    hydrates = [entry for entry in COMPOUNDS if entry.formula.startswith(f"{compound.formula}·")]
    return (compound, *hydrates)


def elemental_fraction(compound: str) -> Compound:
    """Return the compound of a name such as "glycinate" or "magnesium oxide"; its ``fraction`` is the share.

    Raises ValueError where the name is not in the table, because a share must not be guessed.
    """
    plain = " ".join(compound.lower().replace("magnesium ", " ").split())
    if plain not in _BY_NAME:
        known = ", ".join(entry.name for entry in COMPOUNDS)
        raise ValueError(f"no formula is listed for the compound {compound!r}; expected one of: {known}")
    return _BY_NAME[plain]


def find_compound(text: str) -> Compound | None:
    """Return the one magnesium compound that a text names, or None where it names none or several.

    A salt without a metal is taken for one of magnesium; one of another metal ("zinc citrate") is not.
    """
    plain = " ".join(text.lower().split())
    found = {_BY_NAME[match.group(1)] for match in _NAMED.finditer(plain) if _metal_at(plain, match.start()) == ""}
    return found.pop() if len(found) == 1 else None


def unlisted_salt(text: str) -> str:
    """Return the salt of another metal that a text names, in lower case ("calcium carbonate"), or "" for none.

    No formula is listed for such a salt, so nothing may be worked out from its weight.
    """
    match = _OTHER_SALT.search(" ".join(text.lower().split()))
    return match.group() if match else ""


def metals_in(text: str) -> frozenset[str]:
    """Return the metals that a text names, magnesium included, in lower case."""
    found = {match.group() for match in _ANY_METAL.finditer(text.lower())}
    return frozenset("magnesium" if _MAGNESIUM.match(name) else name for name in found)


def other_metal(text: str) -> str:
    """Return the metal that a text names where it names no magnesium, or ""."""
    plain = text.lower()
    match = _METAL.search(plain)
    return match.group() if match and not _MAGNESIUM.search(plain) else ""


def _metal_at(plain: str, start: int) -> str:
    """Return the other metal that the name of a salt at ``start`` belongs to, or "" for magnesium or none."""
    metals = [match.group() for match in _ANY_METAL.finditer(plain, 0, start)]
    if metals:
        return "" if _MAGNESIUM.match(metals[-1]) else metals[-1]
    return other_metal(plain)


def elemental_dose(mg_compound: float, compound: str) -> ElementalDose:
    """Return the magnesium in ``mg_compound`` milligrams of a compound, with the arithmetic in a sentence.

    elemental mass = compound mass x (atoms of Mg x 24.305) / molar mass of the formula. Raises ValueError for
    a negative weight or an unknown compound.
    """
    if not mg_compound >= 0:
        raise ValueError(f"a weight of {mg_compound} mg was given; expected zero or more")
    entry = elemental_fraction(compound)
    milligrams = mg_compound * entry.fraction
    shown = f"{milligrams:,.3g}" if milligrams < 1000 else f"{milligrams:,.0f}"
    sentence = (
        f"{mg_compound:,.10g} mg of magnesium {entry.name} ({entry.formula}, {entry.hydration}, "
        f"{entry.molar_mass:.2f} g/mol) is {100 * entry.fraction:.1f} % magnesium by mass, "
        f"that is {shown} mg of elemental magnesium."
    )
    return ElementalDose(milligrams, sentence)
