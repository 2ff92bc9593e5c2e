"""What the words around a figure tell of it: direction, comparator and statistic. Unknown stays None."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.quantity import Direction, Statistic
from claims.figures.unit_names import AMOUNTS, COUNTED, MONEY, RATIOS, TIMES, UNITS

_UP = (
    "increase increases increased increasing rise rises rose risen rising raise raises raised raising grow grows "
    "grew grown growing growth gain gains gained gaining higher greater more up improve improves improved "
    "improving improvement boost boosts boosted boosting enhance enhances enhanced climb climbs climbed climbing "
    "surge surged jump jumped soar soared faster larger longer bigger better stronger heavier taller hotter "
    "warmer older likelier accelerate accelerates accelerated expand expanded doubled tripled "
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
#: Comparatives and particles: before a figure they tell its direction only next to it ("lower by 5", "down 5").
_BESIDE_WORDS = (
    "higher greater more up faster larger longer bigger better stronger heavier taller hotter warmer older likelier "
    "extra lower less fewer down smaller shorter slower weaker lighter cheaper colder cooler younger"
)
#: Words behind which "lower" is a verb.
_BEFORE_VERB = frozenset({"not", "to", "can", "may", "will", "could", "might", "would", "should", "helps", "help"})
_BESIDE = frozenset(_BESIDE_WORDS.split())
#: Comparatives and nouns of change; any other word of `WAYS` is a verb too.
_COMPARED_WORDS = (
    "increase increases rise rises growth gain gains improvement boost surge jump decrease decreases reduction "
    "reductions decline declines drop drops fall falls cut cuts loss slump plunge dip"
)
_COMPARED = _BESIDE | frozenset(_COMPARED_WORDS.split())
#: Words that may stand between "and" and a number that shares the verb before it.
_CARRY = frozenset({"by", "to", "from"})
_ANDS = frozenset({"and", "but", "while", "whereas"})
_NEGATIONS = frozenset(
    {"not", "no", "never", "neither", "nor", "without", "cannot", "didnt", "doesnt", "dont", "hasnt"}
)
_ASIDE = frozenset(
    [
        "in",
        "for",
        "after",
        "within",
        "during",
        "over",
        "at",
        "among",
        "since",
        "every",
        "aged",
        "on",
        "until",
        "before",
        "with",
        "and",
        "or",
    ]
)
#: What ends a sentence in `folding.Folded.words`.
_STOPS = (". ", ".\n", "\n\n")
_BREAKS = frozenset({"and", "but", "while", "whereas", "although"})
#: How many words behind a figure can tell of it.
_NEXT = 5
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
_AT_VALUE = frozenset({"to", "at", "was", "were", "is", "are", "from"})
_CONCENTRATIONS = frozenset({"mM", "µM", "nM"})
_KNOWN = frozenset(UNITS.values())
_LEFT, _RIGHT = 64, 80
_NONE = Direction.NONE


@dataclass(slots=True)
class Clause:
    """What stands around a figure in its own sentence: the places, and the words in lower case.

    ``begin`` is where the part before the figure begins, ``stop`` where the part behind it stops. ``after`` holds at
    most the five words before the next break; ``compares`` says that a word of comparison stands behind the figure.
    """

    begin: int
    start: int
    end: int
    stop: int
    before: list[str]
    after: list[str]
    compares: bool


def clause_around(words: str, start: int, end: int) -> Clause:
    """Return what stands before and behind a figure, within its own sentence and a window of some words.

    ``words`` is the text as `folding.Folded.words`.
    """
    begin = start - _LEFT if start > _LEFT else 0
    left, right = words[begin:start], words[end : end + _RIGHT]
    if (stop := max(left.rfind(". "), left.rfind(".\n"), left.rfind("\n\n"))) >= 0:
        begin, left = begin + stop + 1, left[stop + 1 :]
    for stop_sign in _STOPS:
        if (stop := right.find(stop_sign)) >= 0:
            right = right[:stop]
    after = right.partition(",")[0].replace(".", " ").replace("0", " ").split(None, _NEXT)[:_NEXT]
    if not _BREAKS.isdisjoint(after):
        after = after[: next(place for place, word in enumerate(after) if word in _BREAKS)]
    before = left.replace(",", " ").replace(".", " ").replace("0", " ").split()
    return Clause(begin, start, end, end + len(right), before, after, _may_compare(right))


def _may_compare(part: str) -> bool:
    """Tell whether a word of comparison can stand in a part; `_THAN` decides."""
    return (
        "than" in part or "vs" in part or "versus" in part or "compared" in part or "relative" in part
        or "against" in part or "over" in part or part.count("as") > 1
    )  # fmt: skip


def direction_of(clause: Clause, base: str) -> Direction | None:
    """Return the way of the change: a comparison directly behind the figure, else the nearest verb before it.

    Behind people or things counted ``base`` a verb tells what they did ("12 athletes improved"), not how many more
    they were; "and" passes a direction on only where it joins like with like ("pain by 30 % and stiffness by 20 %").
    """
    counted = base in COUNTED or (base != "" and base not in _KNOWN and base not in RATIOS)
    for place, word in enumerate(clause.after[:4] if clause.after[:1] != ["of"] else ()):
        if (way := WAYS.get(word)) and (place < 2 or word not in {"more", "less", "fewer", "up", "down"}):
            if counted and (place or word not in _COMPARED):
                break
            return way
    words = _joined(clause.before[-9:])
    if not words or words[-1] in _ASIDE or (counted and words[-1] == "of" and words[-2:][0] not in WAYS):
        return None
    for place in range(len(words) - 1, -1, -1):
        way = WAYS.get(words[place])
        if way and (
            words[place] not in _BESIDE
            or words[place + 1 :] in ([], ["by"], ["from"], ["to"])
            or (words[place] == "lower" and words[place - 1 : place] and words[place - 1] in _BEFORE_VERB)
        ):
            return _NONE if _NEGATIONS.intersection(words[max(0, place - 2) : place]) else way
    return None


def _joined(words: list[str]) -> list[str]:
    """Return the words back to an "and" that joins another statement ("and costs"), or all."""
    if words and words[-1] not in _CARRY:
        for place in range(len(words) - 2, -1, -1):
            if words[place] in _ANDS:
                return words[place + 1 :]
    return words


def comparator_of(text: str, clause: Clause) -> str | None:
    """Return what the quantity is compared with, as the text says it: "than oxide", "versus placebo"."""
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
        return Statistic.DURATION
    if unit == "percentage points" or base == "basis points":
        return Statistic.ABSOLUTE_CHANGE if direction else None
    if base in {"%", "fold", "‰"}:
        return _share_statistic(base, clause, direction)
    if _is_change(clause, direction):
        return Statistic.ABSOLUTE_CHANGE
    return _amount_statistic(unit, base, clause)


def _share_statistic(base: str, clause: Clause, direction: Direction | None) -> Statistic | None:
    near = {*clause.before[-5:], *clause.after[:4]}
    if "absolute" in near:
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
    if direction is None or direction is _NONE:
        return False
    if clause.before and clause.before[-1] in _AT_VALUE and not any(word in WAYS for word in clause.after[:2]):
        return False
    return any(word in WAYS for word in (*clause.after[:3], *clause.before[-4:]))


def _amount_statistic(unit: str, base: str, clause: Clause) -> Statistic | None:
    if base in AMOUNTS:
        if unit.endswith(("/L", "/dL", "/mL")) or base in _CONCENTRATIONS:
            return Statistic.LEVEL
        if "/day" in unit or "/kg" in unit or not _DOSING.isdisjoint(clause.before + clause.after[:5]):
            return Statistic.DOSE
    if base and base not in MONEY and (base in COUNTED or base not in _KNOWN):
        return Statistic.COUNT if "/" not in unit else None
    return None if _LEVELS.isdisjoint(clause.before[-5:]) else Statistic.LEVEL
