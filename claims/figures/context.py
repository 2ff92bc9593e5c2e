"""What the words around a figure tell of it: direction, comparator and statistic. Unknown stays None."""

from __future__ import annotations

import re

from claims.figures.quantity import Direction, Statistic
from claims.figures.unit_names import AMOUNTS, COUNTED, MONEY, RATIOS, TIMES, UNITS

_UP = (
    "increase increases increased increasing rise rises rose risen rising raise raises raised raising grow grows "
    "grew grown growing growth gain gains gained gaining higher greater more up improve improves improved "
    "improving improvement boost boosts boosted boosting enhance enhances enhanced climb climbs climbed climbing "
    "surge surged jump jumped soar soared faster larger longer bigger better stronger heavier taller hotter "
    "warmer older likelier add adds added accelerate accelerates accelerated expand expanded doubled tripled "
    "extra rally rallied"
)
_DOWN = (
    "decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions decline "
    "declines declined declining drop drops dropped dropping fall falls fell fallen falling cut cuts cutting "
    "lower lowers lowered lowering less fewer lose loses lost losing loss slash slashed shrink shrank shrunk down "
    "smaller shorter slower diminish diminished alleviate alleviated ease eased eases shed slump slumped plunge "
    "plunged tumble tumbled weaker lighter cheaper colder cooler younger halve halved slowed slows slip slipped "
    "dip dipped relieve relieves relieved curb curbs curbed"
)
WAYS = dict.fromkeys(_UP.split(), Direction.INCREASE) | dict.fromkeys(_DOWN.split(), Direction.DECREASE)
_WORD = re.compile(r"[a-z]+(?:n't)?")
_NEGATIONS = frozenset({"not", "no", "never", "neither", "nor", "without", "cannot"})
_STOP = re.compile(r"[.;!?](?=\s|$)|\n\n")
_BREAK = re.compile(r"[,;:.!?()\[\]—]|\b(?:and|but|while|whereas|although)\b")
_THAN = re.compile(
    r"\b(?:than|vs\.?|versus|compared\s+(?:with|to)|relative\s+to|against|over|as\s+(?:[a-z]+\s+)?as)\s+", re.IGNORECASE
)
_THAN_FIRST = re.compile(r"\b(?:compared\s+(?:with|to)|relative\s+to|versus)\s+", re.IGNORECASE)
_NOUN_PHRASE = re.compile(r"[A-Za-z][\w'-]*(?:\s[\w'-]+){0,5}")
_PHRASE_END = re.compile(
    r"\b(?:in|on|at|for|after|when|and|but|while|during|among|with|by|from|is|are|was|were|had|has|have|did|does|do|who|"
    r"that|which|or|between|over|because|since|within|as|per|fell|rose|reported|showed|will|would|can|could|may)\b"
)
_DOSE_WORDS = re.compile(
    r"\b(?:dos(?:e|es|age|ages|ed|ing)|tak(?:e|es|en|ing)|took|daily|supplement\w*|administ\w+|receiv\w+|intakes?|inject\w*|"
    r"ingest\w*|prescri\w+|orally|intravenous\w*|infus\w+|consum\w+|tablets?|capsules?|serving|needs?|recommended)\b",
    re.IGNORECASE,
)
_LEVEL_WORDS = re.compile(
    r"\b(?:levels?|concentrations?|mean|average|averaged|median|stood|baseline|reached)\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"\s{0,3}of\b|\s{1,3}(?:said|say|were|had|have|reported)\b")
_TO_LEFT = re.compile(r"\b(?:to|at|was|were|is|are|from)\s{1,3}$", re.IGNORECASE)
_KNOWN = frozenset(UNITS.values())
_LEFT, _RIGHT = 64, 80


def clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and behind a figure, within its own sentence and a window of some words."""
    left = text[max(0, start - _LEFT) : start]
    for stop in _STOP.finditer(left):
        left = left[stop.end() - len(left) :] if stop.end() < len(left) else ""
        break
    right = _STOP.split(text[end : end + _RIGHT], maxsplit=1)[0]
    return left, right


def direction_of(left: str, right: str) -> Direction | None:
    """Return the way of the change: a comparison directly behind the figure, else the nearest verb before it."""
    for word in _WORD.findall(_BREAK.split(right.lower(), maxsplit=1)[0])[:4]:
        if way := WAYS.get(word):
            return way
    words = _WORD.findall(left.lower())[-9:]
    for place in range(len(words) - 1, -1, -1):
        if way := WAYS.get(words[place]):
            return Direction.NONE if _NEGATIONS.intersection(words[max(0, place - 2) : place]) else way
    return None


def comparator_of(left: str, right: str) -> str | None:
    """Return what the quantity is compared with, as the text says it: "than oxide", "versus placebo"."""
    for part, place in ((right, _THAN.search(right)), (left, _THAN_FIRST.search(left))):
        phrase = _NOUN_PHRASE.match(part, place.end()) if place else None
        if phrase:
            words = _PHRASE_END.split(phrase[0], maxsplit=1)[0].strip()
            if words:
                return " ".join(words.split())
    return None


def statistic_of(figure_unit: str, base: str, left: str, right: str, direction: Direction | None) -> Statistic | None:
    """Return the kind of quantity, where unit and words tell it."""
    if base in RATIOS:
        return Statistic.RATIO
    if base in TIMES:
        return Statistic.DURATION
    if figure_unit == "percentage points" or base == "basis points":
        return Statistic.ABSOLUTE_CHANGE if direction else None
    if base in {"%", "fold", "‰"}:
        return _share_statistic(base, left, right, direction)
    if _is_change(left, right, direction):
        return Statistic.ABSOLUTE_CHANGE
    return _amount_statistic(figure_unit, base, left, right)


def _share_statistic(base: str, left: str, right: str, direction: Direction | None) -> Statistic | None:
    near = f"{left[-40:]} {right[:40]}".lower()
    if "absolute" in near:
        return Statistic.ABSOLUTE_CHANGE
    if "relative" in near and "relative to" not in near:
        return Statistic.RELATIVE_CHANGE
    if base == "fold":
        return Statistic.RELATIVE_CHANGE if _is_change(left, right, direction) else Statistic.RATIO
    if _is_change(left, right, direction):
        return Statistic.RELATIVE_CHANGE
    return Statistic.PROPORTION if _OF_WHOLE.match(right) or left.endswith(" of ") else None


def _is_change(left: str, right: str, direction: Direction | None) -> bool:
    """Tell whether the number is the size of a change: "fell by 5", "a 5 % rise", "5 % greater", not "rose to 5"."""
    if direction in {None, Direction.NONE} or _TO_LEFT.search(left):
        return False
    words = _WORD.findall(right.lower())[:3]
    if any(word in WAYS for word in words):
        return True
    before = _WORD.findall(left.lower())[-3:]
    return any(word in WAYS for word in before)


def _amount_statistic(unit: str, base: str, left: str, right: str) -> Statistic | None:
    if base in AMOUNTS:
        if re.search(r"/(?:L|dL|mL)$", unit) or base in {"mM", "µM", "nM"}:
            return Statistic.LEVEL
        if "/day" in unit or "/kg" in unit or _DOSE_WORDS.search(left) or _DOSE_WORDS.search(right[:32]):
            return Statistic.DOSE
    if base and base not in MONEY and (base in COUNTED or base not in _KNOWN):
        return Statistic.COUNT if "/" not in unit else None
    return Statistic.LEVEL if _LEVEL_WORDS.search(left[-32:]) else None
