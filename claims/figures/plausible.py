"""Whether a number that was read is asserted as a quantity, or only stands in the text."""

from __future__ import annotations

import re

from claims.figures.exclusions import (
    TELLING,
    follows_month,
    in_address,
    is_labelled,
    is_patent,
    is_test_statistic,
    names_scale,
    year_end,
)
from claims.figures.lead import Lead
from claims.figures.numerals import GAP
from claims.figures.quantities import Quantity
from claims.figures.quantity import Bound
from claims.figures.skipping import is_joined
from claims.figures.unit_names import COUNTED, MEASURABLE, TIMES

_HYPHENS = "-"
_POINTING = re.compile(r"\b(?:the|these|those|both|our|their|other|first|last)\s{1,3}$", re.IGNORECASE)
_YEAR_LEFT = re.compile(
    rf"\b(?:in|since|by|until|till|before|after|during|from|to|of|early|late|mid|through|the|and|between|around|circa|year|spring|an?|"
    rf"summer|autumn|winter|fall|January|February|March|April|May|June|July|August|September|October|November|December)(?:{GAP}|-)$|[(,'-]\s?$|^$",
    re.IGNORECASE,
)
_ONE_TIME = re.compile(
    r"\b(?:in|for|within|after|by|of|per|another|just|only|over|under|than|lasted|least|about)\s{1,3}$", re.IGNORECASE
)
_ONE_UNSURE = frozenset({"days", "nights", "points", "units", "bar", "stone", "quarters", "m", "drops", "feet"})
_SCORE_NAMES = (
    "score scores scored scoring index indices average averages averaged mean median total totals totalled totaled "
    "number count counts rating value values crew population staff crowd audience capacity workforce attendance sample "
    "fleet target threshold limit group BMI IQ level levels rose rise risen fell fallen dropped climbed grew increased "
    "decreased reached hit went up down sum treat harm coefficient ratio size density rank serves Serves yields Yields "
    "NNT NNH β r d g n N κ R² R2 kappa"
)
_SCORE_LINKS = "of to from by at was were is are around"
_SCORED = re.compile(
    rf"\b(?:{'|'.join(_SCORE_NAMES.split())})\b"
    rf"(?:[^.;!?\d]{{0,40}}?\b(?:{'|'.join(_SCORE_LINKS.split())})|\s?[=:])?\s{{0,3}}-?$"
)
_SCORE_LAST = frozenset(f"{_SCORE_NAMES} {_SCORE_LINKS}".lower().split())
_EQUATION = re.compile(r"(?<![A-Za-z])[A-Za-zβκρη]²?\s?[=:]\s?-?$")
#: "one person every 34 seconds"
_EVERY = re.compile(rf"{GAP}every{GAP}[0-9a-z]")
#: "312 (30.5 %)" and "; 12 were arrested": people or things that were named before.
_SHARE_BEHIND = re.compile(rf"{GAP}[(\[][0-9]{{1,3}}(?:[.,·][0-9]+)?\s?(?:%|per)")
#: "14-10" as a result of a game: the second number is smaller, or it would be a range.
_TALLY = re.compile(r"-[0-9]{1,3}(?![0-9%.,]*[0-9%])")
_ACTED_ON = re.compile(rf"{GAP}(?:were|are|died|had|have)\b")
_CLAUSE_START = re.compile(rf"(?:^|[;,.]{GAP}|\band{GAP})$")
#: "the Six Nations", "the Three Gorges"
_IN_NAME = re.compile(r"[A-Za-z,]\s{1,3}$")
_NAME_GOES_ON = re.compile(rf"[A-Z][a-z]+{GAP}[A-Z][a-z]")
_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]+\s{1,3}$")


def is_plausible(text: str, quantity: Quantity, lead: Lead, *, bounded: bool) -> bool:
    """Tell whether a quantity is asserted; ``bounded`` says that a bound word limits it."""
    left = lead.left
    if quantity.shared:
        return True
    if quantity.spelled:
        return _spelled_counts(text, quantity, lead, bounded=bounded)
    if not _stands_free(text, quantity) or names_scale(text, left, quantity.end) or in_address(text, quantity.start):
        return False
    measured = (quantity.base in MEASURABLE and quantity.base != "points") or quantity.unit.startswith("per ")
    if lead.last in TELLING or not lead.last.isalpha():
        if is_test_statistic(lead) or (quantity.large and is_patent(lead)):
            return False
        if (is_labelled(lead) or follows_month(lead)) and (not measured or _is_suffix(text, quantity)):
            return quantity.large or (quantity.high > 99 and quantity.base in COUNTED)
        if lead.last == "per" and measured:  # "Per 100 g:" is what the others are taken over
            return False
    if quantity.unit:
        return measured or bounded or _counts(text, quantity, left)
    return _bare_counts(text, quantity, lead, bounded=bounded)


def _spelled_counts(text: str, quantity: Quantity, lead: Lead, *, bounded: bool) -> bool:
    """A number word counts with a unit or a bound; "one study found" and "the two groups" only point."""
    left = lead.left
    if names_scale(text, left, quantity.end):
        return False
    if _NAME_GOES_ON.match(text, quantity.start) and _IN_NAME.search(left):
        return False
    if quantity.high == 1 and text[quantity.start] in "aA":  # "an hour" needs its bound
        return bounded
    if not quantity.unit:
        return (quantity.large and bounded) or (bounded and quantity.high > 1)
    if is_labelled(lead):
        return quantity.base in MEASURABLE
    if quantity.low == quantity.high == 1:
        if quantity.base not in MEASURABLE:
            return bounded or _EVERY.match(text, quantity.end) is not None
        return quantity.base not in _ONE_UNSURE or bool(_ONE_TIME.search(left)) or "/" in quantity.unit
    return bounded or quantity.high != 2 or not (_POINTING.search(left) and quantity.base not in TIMES)


def _stands_free(text: str, quantity: Quantity) -> bool:
    """Tell whether the number is no part of a name: B12, omega-3, 3D, 5-star."""
    before = text[quantity.start - 1 : quantity.start]
    if before and before != " " and is_joined(text, quantity.start, before):
        return False
    after = text[quantity.end : quantity.end + 2]
    if after[:1].isalpha() or after[:1] == "_":
        return False
    return bool(quantity.unit) or not (after[:1] in _HYPHENS and after[1:].isalpha()) or not after


def _is_suffix(text: str, quantity: Quantity) -> bool:
    """Tell whether the unit is one letter that touches the number, as in "grade 2C"."""
    return quantity.number_end == quantity.end - 1 and text[quantity.number_end].isalpha()


def _counts(text: str, quantity: Quantity, left: str) -> bool:
    """Tell whether a number of things is meant, not a year or a name before a plural noun."""
    start = quantity.end - len(text[quantity.start : quantity.end].lstrip("-"))
    if not quantity.large and year_end(text, start) > start and quantity.low == quantity.high:
        return quantity.base in COUNTED and not _YEAR_LEFT.search(left)
    proper = left.rstrip().rpartition(" ")[2][:1].isupper() and _PROPER.search(left)
    return not (proper and quantity.base not in COUNTED and quantity.low == quantity.high)


def _bare_counts(text: str, quantity: Quantity, lead: Lead, *, bounded: bool) -> bool:
    """A number without a unit needs evidence: a bound, a size that only quantities have, or a word such as "score"."""
    if quantity.bound is Bound.RANGE:
        if not quantity.large and 1000 <= quantity.low < quantity.high <= 2100:
            return False
        return bounded or quantity.large or text[quantity.start : quantity.start + 1].isalpha() or _is_scored(lead)
    if (year_end(text, quantity.start) > quantity.start and not quantity.large) or _TALLY.match(text, quantity.end):
        return False
    if "/" in text[quantity.start : quantity.end + 1]:  # a fraction, a score, a pair: nothing tells which
        return False
    if quantity.large or bounded:
        return True
    if _SHARE_BEHIND.match(text, quantity.end) or (
        _ACTED_ON.match(text, quantity.end) and _CLAUSE_START.search(lead.left)
    ):
        return True
    fractional = quantity.low != int(quantity.low) or "." in text[quantity.start : quantity.end]
    if fractional:
        return not _PROPER.search(lead.left) and bool(lead.left.strip())
    return _is_scored(lead)


def _is_scored(lead: Lead) -> bool:
    """Tell whether a word before a bare number says what it counts or scores: "an index of 5", "n = 40"."""
    if lead.last.isalpha() and lead.last not in _SCORE_LAST:
        return False
    return bool(_SCORED.search(lead.left) or _EQUATION.search(lead.left))
