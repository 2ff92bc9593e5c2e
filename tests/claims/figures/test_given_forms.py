"""The form in which something was given is read from its words: named forms, or by rule why there is none."""

from __future__ import annotations

import pytest

from claims.figures.elemental import COMPOUNDS
from claims.figures.given_forms import Form, forms_given

F = Form

CASES: list[tuple[str, str, list[Form]]] = [
    ("a salt", "magnesium oxide, 500 mg a day", [F.OXIDE]),
    ("another name of a compound", "magnesium diglycinate, isotope-labelled", [F.BISGLYCINATE]),
    ("a chelate by its amino acid", "buffered magnesium glycinate chelate", [F.BISGLYCINATE]),
    ("an amino acid that is not named", "magnesium amino-acid chelate (amino acid not named)", [F.CHELATE]),
    ("another nutrient", "zinc acetate lozenges", [F.ACETATE]),
    ("capitals and spelling", "Epsom salt (magnesium sulphate)", [F.SULFATE]),
    ("a hydrate is its salt", "magnesium chloride hexahydrate", [F.CHLORIDE]),
    ("a hydrate that has no formula here", "magnesium oxide monohydrate", [F.OXIDE]),
    ("one compound of two acids", "magnesium citrate malate", [F.CITRATE_MALATE]),
    ("the longer name wins", "acetyl taurate", [F.ACETYL_TAURATE]),
    ("several, in the order of the table", "sulfate, oxide and citrate", [F.OXIDE, F.CITRATE, F.SULFATE]),
    ("one that is ruled out", "citrate, oxide (no glycinate)", [F.OXIDE, F.CITRATE]),
    ("ruled out with its nutrient", "oxide without any magnesium citrate", [F.OXIDE]),
    ("some named, others not", "glycinate (1 study), unspecified (1)", [F.BISGLYCINATE, F.NOT_STATED]),
    ("food", "magnesium-rich mineral water", [F.FOOD]),
    ("added to food", "dietary magnesium (salt not seen)", [F.FOOD, F.NOT_STATED]),
    ("a supplement is no food", "dietary supplement of zinc gluconate", [F.GLUCONATE]),
    ("laboratory", "magnesium ion in the bath", [F.ION]),
    ("nothing", "none (two-hour walk)", [F.NONE]),
    ("empty", "", [F.NOT_STATED]),
    ("said not to be told", "magnesium, 365 mg a day (salt not stated)", [F.NOT_STATED]),
    ("a nutrient alone", "supplemental magnesium", [F.NOT_STATED]),
    ("a mixture alone", "various", [F.NOT_STATED]),
    ("only the weight is unclear", "magnesium oxide (elemental or compound weight not stated)", [F.OXIDE]),
    ("a nutrient that was not given", "gut bacteria (no magnesium)", [F.OTHER]),
    ("something else", "creatine monohydrate", [F.OTHER]),
    ("no salt at all", "supervised exercise", [F.OTHER]),
    ("an amino acid is no glycinate", "glycine before bed", [F.OTHER]),
    ("a gas is no oxide", "inhaled nitric oxide", [F.OTHER]),
]


@pytest.mark.parametrize(("why", "intervention", "forms"), CASES)
def test_forms_are_read(why: str, intervention: str, forms: list[Form]) -> None:
    assert list(forms_given(intervention)) == forms, why


@pytest.mark.parametrize("compound", COMPOUNDS, ids=lambda compound: compound.name)
def test_every_name_of_the_formula_table_is_one_form(compound: object) -> None:
    names = (compound.name, *compound.aliases)  # type: ignore[attr-defined]
    read = {forms_given(f"magnesium {name}") for name in names}
    assert len(read) == 1
    assert read.isdisjoint({(F.OTHER,), (F.NOT_STATED,)})


def test_every_form_can_be_read() -> None:
    texts = [text for _, text, _ in CASES] + [
        "milk of magnesia", "magnesium carbonate", "monomagnesium citrate", "malate",
        "lactate", "aspartate", "orotate", "pidolate", "taurate", "l-threonate", "picolinate", "fumarate", "ascorbate",
        "phosphate",
    ]  # fmt: skip
    assert {form for text in texts for form in forms_given(text)} == set(Form)
