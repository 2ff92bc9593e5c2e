"""Units in one spelling before they are read: short names of measures, "mm Hg", "daily", both letters for micro."""

from __future__ import annotations

import re
from collections.abc import Collection

from claims.figures.unit_names import UNITS as NAMED

#: Names that only their capitals tell from other words: "or", "hr" for hour, "mm" for millimetre.
_AS_WRITTEN = {
    "RR": "risk ratio", "OR": "odds ratio", "HR": "hazard ratio", "IRR": "rate ratio", "RD": "risk difference",
    "mM": "mmol/l", "µM": "umol/l", "μM": "umol/l", "uM": "umol/l", "nM": "nmol/l",
}  # fmt: skip
_ADJUSTED = re.compile(r"a(?=(?:RR|OR|HR|IRR)$)")
_ESTIMATED = re.compile(r"^(?:(?:un)?adjusted|crude|pooled|summary) (?=\w+ ratio$|relative risk$|risk difference$)")
#: Those who took part are counted alike under each of these names.
_PEOPLE = "people|persons?|participants?|patients?|subjects?|individuals?|volunteers?|respondents?"
_QUALIFIERS = (
    (re.compile(rf"^(%|per ?cent) of (?:the |all )?(?:{_PEOPLE}|adults|women|men|children|users|athletes)$"), r"\1"),
    (re.compile(rf"^(?:{_PEOPLE})$"), "people"),
    (re.compile(r"[µμ]"), "u"),
    (re.compile(r"\b(?:a|each|every) day\b|\bdaily\b"), "per day"),
    (re.compile(r"\b(?:a|each|every) week\b|\bweekly\b"), "per week"),
    (re.compile(r"\bbody ?weight\b|\bbw\b"), ""),
)


def _spellings() -> dict[str, str]:
    """Return the spellings of reading in lower case; what is two units in lower case (mm and mM) is left out."""
    found: dict[str, set[str]] = {}
    for spelling, name in NAMED.items():
        found.setdefault(spelling.lower(), set()).add(name.lower())
    return {spelling: names.pop() for spelling, names in found.items() if len(names) == 1}


_SPELLINGS = _spellings()


def plain_unit(text: str, known: Collection[str]) -> str:
    """Return a unit in lower case and one spelling; a whole unit that is in ``known`` keeps its own."""
    short = _ADJUSTED.sub("", text.strip())
    plain = _ESTIMATED.sub("", _AS_WRITTEN.get(short) or " ".join(text.strip().lower().split()))
    if plain in known:
        return plain
    plain = _SPELLINGS.get(plain, plain)
    for pattern, written in _QUALIFIERS:
        plain = pattern.sub(written, plain)
    return plain
