"""Who paid: industry, somebody independent, or unknown, read from a source's funding statement."""

from __future__ import annotations

import re

from claims.words import Word


class Funding(Word):
    """Who paid for a study, as far as its statement tells."""

    INDUSTRY = "industry", "industry", "", "A maker or seller paid, supplied the authors or ran the study."
    INDEPENDENT = "independent", "independent", "", "A public body, a university or a foundation paid."
    UNKNOWN = "unknown", "unknown", "", "The statement does not tell or was not seen."


_UNKNOWN = re.compile(r"not (?:seen|stated|reported|given|known)|unknown|none declared|outside the", re.I)
_INDUSTRY = re.compile(
    r"\b(?:manufacturers?|makers?|sellers?|company|companies|industry|industrial|commercial|employed|employees?"
    r"|executive|owners?|own organi[sz]ation|pharmaceuticals?|inc|gmbh|ltd|llc|s\.?a\.?r\.?l)\b",
    re.I,
)
_INDEPENDENT = re.compile(
    r"\b(?:public|government\w*|ministr(?:y|ies)|universit\w+|national|department of|institutes? of|federal"
    r"|foundation|charit\w+|research council|nih|academy)\b",
    re.I,
)


def read_funding(statement: str) -> Funding:
    """Return who paid. Any part of industry counts as industry; a statement that was not seen is unknown."""
    if not statement.strip() or _UNKNOWN.search(statement):
        return Funding.UNKNOWN
    if _INDUSTRY.search(statement):
        return Funding.INDUSTRY
    return Funding.INDEPENDENT if _INDEPENDENT.search(statement) else Funding.UNKNOWN
