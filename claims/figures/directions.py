"""Which way a change goes, as the words around its figure tell. Unknown stays None."""

from __future__ import annotations

from claims.figures.clauses import Clause
from claims.figures.quantity import Direction
from claims.figures.unit_names import AMOUNTS, COUNTED, RATIOS, UNITS

_UP = (
    "increase increases increased increasing rise rises rose risen rising raise raises raised raising grow grows "
    "grew grown growing growth gain gains gained gaining higher greater more up improve improves improved "
    "improving improvement boost boosts boosted boosting enhance enhances enhanced climb climbs climbed climbing "
    "surge surged jump jumped soar soared faster larger longer bigger better stronger heavier taller hotter "
    "warmer older likelier accelerate accelerates accelerated expand expanded doubled tripled "
    "extra rally rallied quicker lengthen lengthens lengthened lengthening prolong prolongs prolonged prolonging"
)
_DOWN = (
    "decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions decline "
    "declines declined declining drop drops dropped dropping fall falls fell fallen falling cut cuts cutting "
    "lower lowers lowered lowering less fewer lose loses lost losing loss slash slashed shrink shrank shrunk down "
    "smaller shorter slower diminish diminished alleviate alleviated ease eased eases shed slump slumped plunge "
    "plunged tumble tumbled weaker lighter cheaper colder cooler younger halve halved slowed slows slip slipped "
    "dip dipped relieve relieves relieved curb curbs curbed "
    "shorten shortens shortened shortening"
)
WAYS = dict.fromkeys(_UP.split(), Direction.INCREASE) | dict.fromkeys(_DOWN.split(), Direction.DECREASE)
#: Comparatives and particles: before a figure they tell its direction only next to it ("lower by 5", "down 5").
_BESIDE_WORDS = (
    "higher greater more up faster quicker larger longer bigger better stronger heavier taller hotter warmer older "
    "likelier extra lower less fewer down smaller shorter slower weaker lighter cheaper colder cooler younger"
)
#: Words behind which "lower" is a verb.
_BEFORE_VERB = frozenset({"not", "to", "can", "may", "will", "could", "might", "would", "should", "helps", "help"})
_BESIDE = frozenset(_BESIDE_WORDS.split())
#: Comparatives and nouns of change; any other word of `WAYS` is a verb too.
_COMPARED_WORDS = (
    "increase increases rise rises growth gain gains improvement boost surge jump decrease decreases reduction "
    "reductions decline declines drop drops fall falls cut cuts loss slump plunge dip"
)
COMPARED = _BESIDE | frozenset(_COMPARED_WORDS.split())
#: Words that may stand between "and" and a number that shares the verb before it.
_CARRY = frozenset({"by", "to", "from"})
_ANDS = frozenset({"and", "but", "while", "whereas"})
#: The last is what `folding` leaves of "n't".
_NEGATIONS = frozenset({"not", "no", "never", "neither", "nor", "without", "cannot", "t"})
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
#: How much more something changed, behind the verb that says which way.
_DEGREES = frozenset({"more", "less", "fewer"})
#: Words that tell of a figure only when they stand right behind it.
_BESIDE_ONLY = _DEGREES | {"up", "down"}
#: "dropped out", "fall asleep", "fell ill": the verb tells of no quantity.
_IDIOMS = frozenset({"out", "asleep", "ill", "sick", "apart"})
#: Behind a word that is noun and verb, these make it the noun: "a 5 mg increase in"; else it is "5 mg increases sleep".
_BEHIND_NOUN = frozenset(
    {"in", "of", "from", "over", "per", "was", "is", "at", "after", "with", "when", "compared", "than", "versus", "vs"}
)
_KNOWN = frozenset(UNITS.values())
#: Amounts that can be a dose; kilograms are mostly somebody's weight.
_TAKEN = AMOUNTS.keys() - {"kg"}
_NONE = Direction.NONE
_WAY_WORDS = frozenset(WAYS)


def direction_of(clause: Clause, base: str) -> Direction | None:
    """Return the way of the change: a comparison directly behind the figure, else the nearest verb before it.

    Behind people or things counted ``base`` a verb tells what they did ("12 athletes improved"), not how many more
    they were; "and" passes a direction on only where it joins like with like ("pain by 30 % and stiffness by 20 %").
    """
    words = clause.before[-9:]
    if _WAY_WORDS.isdisjoint(words) and _WAY_WORDS.isdisjoint(clause.after):
        return None
    counted = base in COUNTED or (base != "" and base not in _KNOWN and base not in RATIOS)
    if way := _told_behind(clause.after, words, base, counted=counted):
        return way
    words = joined(words)
    if not words or words[-1] in _ASIDE or (counted and words[-1] == "of" and words[-2:][0] not in WAYS):
        return None
    return verb_before(words)


def _told_behind(after: list[str], before: list[str], base: str, *, counted: bool) -> Direction | None:
    """Return the way that the first comparison or noun of change behind a figure tells; None where none does."""
    for place, word in enumerate(after[:4] if after[:1] != ["of"] else ()):
        way = WAYS.get(word)
        if way is None or (place and word in _BESIDE_ONLY):
            continue
        if not _IDIOMS.isdisjoint(after[place + 1 : place + 2]) or (counted and (place or word not in COMPARED)):
            return None
        if base in _TAKEN and not tells_change(after, place):
            return None
        last = before[-1] if before else ""
        if word in _DEGREES and last in WAYS and last not in _BESIDE:
            return WAYS[last]  # "fell 5 points more than": it fell
        return _NONE if last in _NEGATIONS else way
    return None


def verb_before(words: list[str]) -> Direction | None:
    """Return the way that the nearest verb tells, "none" behind a negation; None where none does."""
    for place in range(len(words) - 1, -1, -1):
        way = WAYS.get(words[place])
        if way is None or not _IDIOMS.isdisjoint(words[place + 1 : place + 2]):
            continue
        if (
            words[place] not in _BESIDE
            or words[place + 1 :] in ([], ["by"], ["from"], ["to"])
            or (words[place] == "lower" and words[place - 1 : place] and words[place - 1] in _BEFORE_VERB)
        ):
            return _NONE if _NEGATIONS.intersection(words[max(0, place - 2) : place]) else way
    return None


def tells_change(after: list[str], place: int) -> bool:
    """Tell whether the word behind an amount calls it a change, and is no verb of which the amount is the subject."""
    word = after[place]
    if word in _BESIDE or word not in COMPARED:
        return word in _BESIDE
    return place + 1 >= len(after) or after[place + 1] in _BEHIND_NOUN


def joined(words: list[str]) -> list[str]:
    """Return the words back to an "and" that joins another statement ("and costs"), or all."""
    if words and words[-1] not in _CARRY:
        for place in range(len(words) - 2, -1, -1):
            if words[place] in _ANDS:
                return words[place + 1 :]
    return words
