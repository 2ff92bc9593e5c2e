"""The chemical form in which something was given, read from the words of an intervention.

A form is the salt, chelate or other partner of a nutrient, whatever the nutrient: "magnesium citrate" and "zinc
citrate" are both citrates. Hydrates count as their salt. What the table does not know is "other", and a nutrient or
a mixture whose form is not told is "not stated"; nothing is guessed from a brand or from a dose.
"""

from __future__ import annotations

import re

from claims.figures.elemental import COMPOUNDS
from claims.words import Word


class Form(Word):
    """In which form the thing studied was given."""

    BISGLYCINATE = "bisglycinate", "glycinate (bisglycinate)", "", "Bound to glycine, an amino acid."
    CHELATE = "amino_acid_chelate", "amino-acid chelate, not named", "", "Bound to an amino acid that is not named."
    OXIDE = "oxide", "oxide", "", "The oxide, which holds the most of the element by weight and dissolves poorly."
    HYDROXIDE = "hydroxide", "hydroxide", "", "The hydroxide, such as milk of magnesia."
    CARBONATE = "carbonate", "carbonate", "", "The salt of carbonic acid."
    CITRATE = "citrate", "citrate", "", "A salt of citric acid."
    HYDROGEN_CITRATE = "hydrogen_citrate", "hydrogen citrate", "", "An acid salt of citric acid."
    CITRATE_MALATE = "citrate_malate", "citrate malate", "", "One compound of citric and malic acid."
    MALATE = "malate", "malate", "", "A salt of malic acid."
    LACTATE = "lactate", "lactate", "", "A salt of lactic acid."
    ACETATE = "acetate", "acetate", "", "A salt of acetic acid."
    GLUCONATE = "gluconate", "gluconate", "", "A salt of gluconic acid."
    ASPARTATE = "aspartate", "aspartate", "", "A salt of aspartic acid."
    OROTATE = "orotate", "orotate", "", "A salt of orotic acid."
    PIDOLATE = "pidolate", "pidolate", "", "A salt of pyroglutamic acid."
    TAURATE = "taurate", "taurate", "", "Bound to taurine."
    ACETYL_TAURATE = "acetyl_taurate", "acetyl taurate", "", "Bound to acetylated taurine."
    THREONATE = "threonate", "L-threonate", "", "A salt of L-threonic acid."
    PICOLINATE = "picolinate", "picolinate", "", "A salt of picolinic acid."
    FUMARATE = "fumarate", "fumarate", "", "A salt of fumaric acid."
    ASCORBATE = "ascorbate", "ascorbate", "", "A salt of ascorbic acid, which is vitamin C."
    PHOSPHATE = "phosphate", "phosphate", "", "A salt of phosphoric acid."
    CHLORIDE = "chloride", "chloride", "", "A salt of hydrochloric acid."
    SULFATE = "sulfate", "sulfate", "", "A salt of sulphuric acid, such as Epsom salt."
    ION = "ion", "free ion", "", "The ion itself in a solution, as in laboratory work."
    FOOD = "food", "food and drink", "", "As part of what people or animals eat and drink."
    NONE = "none", "nothing given", "", "The evidence says that nothing was given."
    NOT_STATED = "not_stated", "not stated", "", "The text read does not say in which form it was given."
    OTHER = "other", "other form", "", "Something else than the forms that are told apart here."


#: Names beyond those of the formula table; None marks a name that holds another one and is no form.
_FURTHER: dict[str, Form | None] = {
    "amino acid chelate": Form.CHELATE, "amino-acid chelate": Form.CHELATE, "taurinate": Form.TAURATE,
    "citrate malate": Form.CITRATE_MALATE, "citrate-malate": Form.CITRATE_MALATE, "acetate": Form.ACETATE,
    "picolinate": Form.PICOLINATE, "fumarate": Form.FUMARATE, "ascorbate": Form.ASCORBATE,
    "phosphate": Form.PHOSPHATE, "ion": Form.ION, "ions": Form.ION, "ionic": Form.ION, "free magnesium": Form.ION,
    "diet": Form.FOOD, "diets": Form.FOOD, "dietary": Form.FOOD, "food": Form.FOOD, "foods": Form.FOOD,
    "mineral water": Form.FOOD, "drinking water": Form.FOOD, "almonds": Form.FOOD,
    "dietary supplement": None, "dietary supplements": None, "food supplement": None, "food supplements": None,
    "non-food": None, "nitric oxide": None, "nitrous oxide": None, "chloride channel": None,
}  # fmt: skip
_HYDRATION = re.compile(r"[ -]\w*hydrate$")
_LEFT_OUT = re.compile(r"(?:\bno|\bnot|\bwithout|\bexcept|\bnor|\bother than)\s+(?:any\s+)?(?:\w+\s+)?$")
_UNTOLD = re.compile(
    r"\b(?:salt|form|compound|chelate|product)s?\s+not\s+(?:stated|named|seen|specified|given|disclosed|reported|known|in)\b"
    r"|\bunspecified\b|\b(?:salt|form)s?\s+unknown\b|^not (?:stated|known|named)\b|^unknown\b"
)
#: Words for a thing that is given in one of several forms, or for a mixture of them.
_SEVERAL = re.compile(
    r"\b(?:magnesium|calcium|zinc|iron|potassium|sodium|selenium|copper|chromium|manganese|salts?|forms|sources|"
    r"supplements|supplementation|various|mixed)\b"
)
_NOTHING = re.compile(r"^(?:none|nothing|no intervention|no treatment)\b")


def _names() -> dict[str, Form | None]:
    """Return name -> form: every name of the formula table, hydrates under their salt, and the further ones."""
    names: dict[str, Form | None] = {}
    for compound in COMPOUNDS:
        salt = _HYDRATION.sub("", compound.name).removeprefix("l-").replace(" ", "_")
        names |= dict.fromkeys((compound.name, *compound.aliases), Form(salt))
    return names | _FURTHER


FORM_NAMES = _names()
_LONGEST_FIRST = sorted(FORM_NAMES, key=lambda name: (-len(name), name))
_NAMED = re.compile(r"(?<![\w-])(" + "|".join(re.escape(name) for name in _LONGEST_FIRST) + r")(?![\w-])")


def forms_given(intervention: str) -> tuple[Form, ...]:
    """Return the forms that an intervention names, in the order of `Form`; always at least one.

    A form that the text rules out ("no glycinate") does not count. Where none is named: ``NONE`` if the text says that
    nothing was given, ``NOT_STATED`` if it is empty, says that the form is not told, or names a nutrient or a mixture
    alone, else ``OTHER``. A text may name some forms and say that others are not told.
    """
    plain = " ".join(intervention.lower().split())
    if _NOTHING.match(plain):
        return (Form.NONE,)
    named = {form for name in _said(_NAMED, plain) if (form := FORM_NAMES[name]) is not None}
    if not plain or _UNTOLD.search(plain) or (not named and _said(_SEVERAL, plain)):
        named.add(Form.NOT_STATED)
    return tuple(form for form in Form if form in named) or (Form.OTHER,)


def _said(words: re.Pattern[str], plain: str) -> list[str]:
    """Return the words found in the text that it does not rule out."""
    return [match[0] for match in words.finditer(plain) if not _LEFT_OUT.search(plain[: match.start()])]
