"""What the words around a figure tell of it: what it is compared with and its statistic. Unknown stays None."""

from __future__ import annotations

import re

from claims.figures.clauses import Clause
from claims.figures.directions import WAYS
from claims.figures.quantity import Direction, Statistic
from claims.figures.unit_names import AMOUNTS, COUNTED, MEASURABLE, MONEY, RATIOS, TIMES, UNITS

_COMPARING = frozenset({"than", "vs", "vs.", "versus", "compared", "relative", "against", "over", "as"})
_THAN = re.compile(
    r"\b(?:than|vs\.?|versus|compared\s+(?:with|to)|relative\s+to|against|over(?=\s+(?:the\s+)?(?:placebo|control|baseline|usual))|as\s+(?:[a-z]+\s+)?as)\s+"
    r"(?:(?:with|in|among|on|for|under|after)\s+)?",
    re.IGNORECASE,
)
_THAN_FIRST = re.compile(r"\b(?:compared\s+(?:with|to)|relative\s+to|versus)\s+", re.IGNORECASE)
_NOUN_PHRASE = re.compile(r"[A-Za-z][\w'-]*(?:\s{1,3}[\w'-]+){0,5}")
#: "more than a year" compares with nothing; "than a year earlier" does.
_LENGTH_OF_TIME = re.compile(
    r"(?:(?:an?|one|two|three|four|five|[0-9]+) )?(?:day|week|month|year|hour|minute|decade)s?", re.IGNORECASE
)
_PHRASE_END = re.compile(
    r"\b(?:in|on|at|for|after|when|and|but|while|during|among|with|by|from|is|are|was|were|had|has|have|did|does|do|who|"
    r"that|which|or|between|over|because|since|within|as|per|fell|rose|reported|showed|will|would|can|could|may)\b"
)
_DOSE_WORDS = (
    "dose doses dosage dosages dosed dosing take takes taken taking took daily supplement supplements supplemented "
    "supplementation administered administer receive received receiving intake intakes inject injected ingest ingested "
    "rda allowance allowances "
    "prescribed prescribe orally intravenously infused infusion consume consumed tablet tablets capsule "
    "capsules serving need needs recommended swallow swallowed gave given give gives"
)
_DOSING = frozenset(_DOSE_WORDS.split())
_LEVELS = frozenset(
    {
        "level",
        "levels",
        "concentration",
        "concentrations",
        "mean",
        "average",
        "averaged",
        "median",
        "stood",
        "baseline",
        "reached",
    }
)
_DIFFERENCES = frozenset({"difference", "differences", "change", "changes"})
_AT_VALUE = frozenset({"to", "at", "was", "were", "is", "are", "from"})
_CONCENTRATIONS = frozenset({"mM", "µM", "nM"})
_KNOWN = frozenset(UNITS.values())


def comparator_of(text: str, clause: Clause, base: str, direction: Direction | None) -> str | None:
    """Return what the quantity is compared with, as the text says it: "than oxide", "versus placebo".

    A time or an amount taken is compared with nothing unless it is a difference: "300 mg helped more than placebo".
    """
    if direction is None and (base in TIMES or base in AMOUNTS):
        return None
    found, stop = None, clause.stop
    if clause.compares:
        found = _THAN.search(text, clause.end, stop)
    if found is None and not _COMPARING.isdisjoint(clause.before):
        found, stop = _THAN_FIRST.search(text, clause.begin, clause.start), clause.start
    phrase = _NOUN_PHRASE.match(text, found.end(), stop) if found else None
    if phrase is None:
        return None
    words = " ".join(_PHRASE_END.split(phrase[0], maxsplit=1)[0].split())
    return None if _LENGTH_OF_TIME.fullmatch(words) else words or None


def statistic_of(unit: str, base: str, clause: Clause, direction: Direction | None) -> Statistic | None:
    """Return the kind of quantity, where unit and words tell it."""
    if base in RATIOS:
        return Statistic.RATIO
    if base in TIMES:
        return Statistic.ABSOLUTE_CHANGE if _is_longer_or_shorter(clause, direction) else Statistic.DURATION
    if unit == "percentage points" or base == "basis points":
        return Statistic.ABSOLUTE_CHANGE if direction else None
    if base in {"%", "fold", "‰"}:
        return _share_statistic(base, clause, direction)
    if _is_change(clause, direction) or (base in MEASURABLE and not _DIFFERENCES.isdisjoint(clause.before[-5:])):
        return Statistic.ABSOLUTE_CHANGE
    return _amount_statistic(unit, base, clause)


def _share_statistic(base: str, clause: Clause, direction: Direction | None) -> Statistic | None:
    near = {*clause.before[-5:], *clause.after[:4]}
    if "absolute" in near and clause.before[-1:] not in (["to"], ["from"]):
        return Statistic.ABSOLUTE_CHANGE
    if "relative" in near and clause.after[1:2] != ["to"]:
        return Statistic.RELATIVE_CHANGE
    changed = _is_change(clause, direction)
    if base == "fold":
        return Statistic.RELATIVE_CHANGE if changed else Statistic.RATIO
    if changed:
        return Statistic.RELATIVE_CHANGE
    return Statistic.PROPORTION if clause.after[:1] == ["of"] else None


def _is_change(clause: Clause, direction: Direction | None) -> bool:
    """Tell whether the number is the size of a change: "fell by 5", "a 5 % rise", "5 % greater", not "rose to 5"."""
    if direction is None or direction is Direction.NONE:
        return False
    if clause.before and clause.before[-1] in _AT_VALUE and not any(word in WAYS for word in clause.after[:2]):
        return False
    return clause.before[-1:] == ["by"] or any(word in WAYS for word in (*clause.after[:3], *clause.before[-4:]))


def _is_longer_or_shorter(clause: Clause, direction: Direction | None) -> bool:
    """Tell whether a time is a difference ("20 minutes longer"), not what it came to ("fell to 20 minutes")."""
    if direction is None or direction is Direction.NONE:
        return False
    return clause.before[-1:] not in (["to"], ["from"]) or any(word in WAYS for word in clause.after[:1])


def _amount_statistic(unit: str, base: str, clause: Clause) -> Statistic | None:
    if base in AMOUNTS:
        if unit.endswith(("/L", "/dL", "/mL")) or base in _CONCENTRATIONS:
            return Statistic.LEVEL
        if "/day" in unit or "/kg" in unit or not _DOSING.isdisjoint(clause.before + clause.after[:5]):
            return Statistic.DOSE
    if base == "pH":
        return Statistic.LEVEL
    if base and base not in MONEY and (base in COUNTED or base not in _KNOWN):
        return Statistic.COUNT if "/" not in unit else None
    return None if _LEVELS.isdisjoint(clause.before[-5:]) else Statistic.LEVEL
