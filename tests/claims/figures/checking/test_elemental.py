"""Elemental shares against formula masses worked out by hand from the IUPAC abridged atomic weights."""

from __future__ import annotations

import pytest

from claims.figures.atoms import molar_mass, parse_formula
from claims.figures.elemental import COMPOUNDS, elemental_dose, elemental_fraction, find_compound

# Share in per cent = atoms of Mg x 24.305 / formula mass, e.g. glycinate: C 48.044 + H 8.064 + Mg 24.305 +
# N 28.014 + O 63.996 = 172.423; 24.305 / 172.423 = 14.10 %. Tolerance 0.01: the last digit printed here.
SHARES = [
    ("glycinate", 14.10),
    ("oxide", 60.30),
    ("citrate", 16.16),
    ("citrate nonahydrate", 11.89),
    ("chloride", 25.53),
    ("chloride hexahydrate", 11.96),
    ("sulfate", 20.19),
    ("sulfate heptahydrate", 9.86),
    ("L-threonate", 8.25),
    ("malate", 15.54),
    ("taurate", 8.92),
    ("lactate", 12.01),
    ("lactate dihydrate", 10.19),
    ("aspartate", 8.42),
    ("orotate", 7.27),
    ("carbonate", 28.83),
    ("hydroxide", 41.68),
    ("gluconate", 5.86),
]


@pytest.mark.parametrize(("name", "percent"), SHARES)
def test_share(name: str, percent: float) -> None:
    assert 100 * elemental_fraction(name).fraction == pytest.approx(percent, abs=0.01)


def test_every_compound_holds_magnesium_and_has_one_owner_for_each_name() -> None:
    names = [name for compound in COMPOUNDS for name in (compound.name, *compound.aliases)]
    assert len(names) == len(set(names))
    assert all(0 < compound.fraction < 1 and compound.hydration for compound in COMPOUNDS)


@pytest.mark.parametrize("compound", [entry for entry in COMPOUNDS if "H2O" in entry.formula])
def test_hydration_agrees_with_the_formula(compound: object) -> None:
    words = {"2": "dihydrate", "3": "trihydrate", "6": "hexahydrate", "7": "heptahydrate", "9": "nonahydrate"}
    formula, hydration = compound.formula, compound.hydration  # type: ignore[attr-defined]
    assert hydration == words[formula.split("·")[1].removesuffix("H2O")]


def test_two_grams_of_glycinate_are_282_mg_of_magnesium() -> None:
    dose = elemental_dose(2000, "glycinate")
    assert dose.mg == pytest.approx(281.92, abs=0.01)
    assert dose.sentence == (
        "2,000 mg of magnesium bisglycinate (C4H8MgN2O4, anhydrous, 172.42 g/mol) is 14.1 % magnesium by mass, "
        "that is 282 mg of elemental magnesium."
    )


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="no formula is listed for the compound 'yeast complex'"):
        elemental_fraction("yeast complex")
    with pytest.raises(ValueError, match="expected zero or more"):
        elemental_dose(-1, "oxide")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2,000 mg magnesium glycinate", "bisglycinate"),
        ("magnesium bisglycinate (a glycinate)", "bisglycinate"),
        ("acetyl taurate, 500 mg", "acetyl taurate"),
        ("oxide or citrate", None),
        ("dioxide", None),
        ("400 mg", None),
    ],
)
def test_find_compound(text: str, name: str | None) -> None:
    found = find_compound(text)
    assert (found.name if found else None) == name


def test_formulas_with_brackets_and_water() -> None:
    assert parse_formula("Mg3(C6H5O7)2·9H2O") == {"Mg": 3, "C": 12, "H": 28, "O": 23}
    assert parse_formula("MgSO₄·7H₂O") == {"Mg": 1, "S": 1, "O": 11, "H": 14}
    assert molar_mass("MgO") == pytest.approx(40.304)


@pytest.mark.parametrize("formula", ["", "Mg(OH", "MgO)", "Xx2", "mgO", "Mg-O", "MgO·"])
def test_a_formula_that_cannot_be_read_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match="formula"):
        parse_formula(formula)
