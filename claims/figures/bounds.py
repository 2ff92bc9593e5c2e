"""The words and signs around a number that say how it limits the quantity."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.figures.lead import lead_of
from claims.figures.numerals import GAP, GAP0
from claims.figures.quantity import Bound

_PHRASES: dict[Bound, str] = {
    Bound.UP_TO: "up to, as much as, as many as, as high as, as large as, as far as, as long as, as great as, at most, "
    "at the most, never more than, not over, not above, not beyond, never above, not exceed, not exceeding, "
    "not to exceed, never exceed, never exceeds, without exceeding, maximum of, max, max., within, capped at, "
    "limited to, ceiling of, cap of, a maximum, less than or equal to, ≤, <=, ⩽, =<",
    Bound.AT_LEAST: "at least, at the least, at the very least, minimum of, min., as little as, "
    "as few as, as low as, as short as, not below, not under, never below, a minimum, "
    "greater than or equal to, more than or equal to, starting at, "
    "starting from, from the age of, ≥, >=, ⩾",
    Bound.MORE_THAN: "over, above, exceeding, exceeds, exceeded, exceed, in excess of, beyond, topping, topped, "
    "surpassing, surpassed, "
    "after the age of, past the age of, over the age of, above the age of, "
    "upwards of, upward of, north of, >",
    Bound.LESS_THAN: "under, below, south of, short of, before the age of, until the age of, "
    "under the age of, below the age of, <",
    Bound.ABOUT: "about, around, approximately, approx., approx, roughly, circa, ca., ca, c., some, nearly, almost, "
    "close to, an estimated, estimated, in the region of, in the order of, on the order of, of the order of, "
    "in the neighbourhood of, in the neighborhood of, in the vicinity of, nearing, approaching, virtually, broadly, "
    "something like, somewhere around, just about, perhaps, ~, ≈, ∼, ≃, ≅, ±~",
}
_MORE = (
    "more greater higher longer larger bigger older heavier taller faster hotter warmer wider deeper better later "
    "further farther thicker louder stronger"
)
_LESS = "less fewer lower younger shorter smaller lighter slower cheaper colder cooler thinner narrower earlier nearer"
BEFORE = {phrase: bound for bound, line in _PHRASES.items() for phrase in line.split(", ")}
for _words, _bound, _negated in (
    (_MORE, Bound.MORE_THAN, Bound.UP_TO),
    (_LESS, Bound.LESS_THAN, Bound.AT_LEAST),
):
    for _word in _words.split():
        BEFORE |= {f"{_word} than": _bound, f"no {_word} than": _negated, f"not {_word} than": _negated}
#: The last word of a phrase -> of how many words the longest such phrase is.
_MOST_WORDS: dict[str, int] = {}
for _phrase in BEFORE:
    *_, _last = _phrase.split()
    _MOST_WORDS[_last] = max(len(_phrase.split()), _MOST_WORDS.get(_last, 0))
_LAST_WORDS = _MOST_WORDS.keys()
_OPENING = "(\"'[—"
_SIGNS = re.compile(r"(?:[<>≤≥⩽⩾~≈∼≃≅]=?|=<)\s{0,2}$")
_SIGN_ENDS = frozenset("<>≤≥⩽⩾~≈∼≃≅=")
#: Words that may stand between a bound and its number without changing it.
_FILLERS = frozenset(
    {"a", "an", "another", "additional", "further", "extra", "full", "of", "roughly", "just", "only", "merely"}
)
#: "was moved up to 50 mg", "stepped up to 20 minutes": the way to a value, not its limit.
_MOVING_WORDS = (
    "moved move went built stepped scaled bumped titrated ramped edged crept inched ticked climbed rose jumped"
)
_MOVING = frozenset(_MOVING_WORDS.split())
_MOVED = frozenset({"me", "him", "her", "them", "us", "it", "you", "myself", "himself", "herself", "themselves"})
#: What may stand between "within the" and a time.
_NEXT = frozenset({"first", "next", "last", "past", "following", "coming"})
_MAY_BOUND = _LAST_WORDS | _FILLERS | _NEXT
#: Adverbs that belong to the bound they stand before.
_ADVERBS = frozenset(
    {"well", "just", "slightly", "far", "little", "substantially", "considerably", "anything", "a", "the"}
)
_AFTER = re.compile(
    rf"(?P<plus>\+(?![0-9])|-plus\b)|,?{GAP}(?:"
    r"(?P<least>(?:or|and)\s{1,3}(?:more|greater|over|older|above|higher|longer|better|up|upwards?|beyond)(?!\s+(?:than|to|the|[0-9]))"
    r"|at\s{1,3}(?:the\s{1,3})?(?:very\s{1,3})?least|minimum|plus)"
    r"|(?P<most>(?:or|and)\s{1,3}(?:less|fewer|under|younger|below|lower|shorter|smaller)(?!\s+(?:than|the|[0-9]))"
    r"|at\s{1,3}(?:the\s{1,3})?(?:very\s{1,3})?most|maximum|max|tops)"
    r"|(?P<about>or\s{1,3}so|or\s{1,3}thereabouts|(?:old,?\s{1,3})?give\s{1,3}or\s{1,3}take(?!\s{1,3}[0-9])|more\s{1,3}or\s{1,3}less))(?![A-Za-z-])",
    re.IGNORECASE,
)
#: "8 min at 160 °C" are minutes.
_LIMIT = re.compile(
    rf"\b(max(?:imum|imal)?|(?<![0-9])(?<![0-9]\s)min(?:imum|imal)?)\b(?:{GAP}[a-z]+){{0,4}}?{GAP}(?:of|is|was|at|to){GAP0}$"
)
#: What a bound behind a number opens with; anything else needs no look.
_AFTER_WORDS = ["or", "an", "at", "mi", "ma", "mo", "pl", "to", "gi", "ol"]
_AFTER_OPENS = frozenset([", g", *(gap + word for gap in " \n" for word in _AFTER_WORDS)])
_PLUS = frozenset("+-")
_GAPS = frozenset(["  ", " \n", "\n "])
_LIMIT_ENDS = frozenset({"of", "is", "was", "at", "to"})
_GROUPS = {"plus": Bound.AT_LEAST, "least": Bound.AT_LEAST, "most": Bound.UP_TO, "about": Bound.ABOUT}
_TURNED = {Bound.MORE_THAN: Bound.UP_TO, Bound.LESS_THAN: Bound.AT_LEAST}
_NOT = re.compile(
    r"(?:\b(?:not|never|cannot)|n't)\s{1,3}(?!only|just|clear|known|sure|certain|because|whether)"
    r"(?:[a-z]+\s{1,3}){0,3}$",
    re.IGNORECASE,
)
#: People whose age a bound tells: "not suitable for children under 12" denies something else.
_PERSON_WORDS = "adults children women men people those anyone patients boys girls infants"
PERSONS = frozenset(_PERSON_WORDS.split())
#: "None of the trials lasted longer than": what a clause denies from its beginning.
_NONE = re.compile(
    r"(?:[.;!?:]\s{1,3}(?i:no|none|neither|nobody)|\b(?:and|but)\s{1,3}(?:no|none|neither))\s[^.,;:!?()]*$"
)
_WINDOW = 48
#: How far back a clause can begin that denies a bound.
_CLAUSE = 80


class BoundPhrase(NamedTuple):
    """A bound and the position where its words begin (before a number) or end (behind it)."""

    bound: Bound
    edge: int
    words: str = ""


def bound_before(text: str, start: int, last: str) -> BoundPhrase | None:
    """Return the bound stated directly before ``start``; of two, the outer ("up to about 40" is up to).

    ``last`` is the word before ``start``, as `lead_of` gives it.
    """
    found = _one_before(text, start) if last in _MAY_BOUND or last[-1:] in _SIGN_ENDS else None
    if found is None:
        return None
    last = lead_of(text, found.edge).last
    outer = _one_before(text, found.edge) if last in _MAY_BOUND or last[-1:] in _SIGN_ENDS else None
    return outer if outer and outer.bound is not Bound.ABOUT else found


def _one_before(text: str, start: int) -> BoundPhrase | None:
    window = text[max(0, start - _WINDOW) : start]
    if window.rstrip()[-1:] in _SIGN_ENDS and (sign := _SIGNS.search(window)):
        return BoundPhrase(
            BEFORE.get(sign[0].strip(), Bound.ABOUT), start - len(window) + sign.start(), sign[0].strip()
        )
    words = window.lower().split()[-5:]
    if words[-1:] and words[-1] in _NEXT and words[-3:-1] == ["within", "the"]:
        return BoundPhrase(Bound.UP_TO, start - len(window) + _start_of(window, 3), "within")
    skipped = 0
    while words and words[-1] in _FILLERS and words[-2:][0] + " " + words[-1] not in BEFORE and skipped < 2:
        if " ".join(words[-2:]) in BEFORE or " ".join(words[-4:]) in BEFORE or words[-1] in BEFORE:
            break
        if words[-1] == "of" and " ".join(words[-3:]) in BEFORE:
            break
        words.pop()
        skipped += 1
    if not words or words[-1].lstrip(_OPENING) not in _LAST_WORDS:
        return None
    return _longest(window, words, skipped, start - len(window))


def _longest(window: str, words: list[str], skipped: int, offset: int) -> BoundPhrase | None:
    for size in range(min(_MOST_WORDS.get(words[-1].lstrip(_OPENING), 1), len(words)), 0, -1):
        phrase = " ".join(words[-size:]).lstrip(_OPENING)
        if (bound := BEFORE.get(phrase)) and not (phrase == "up to" and _moves(words)):
            taken = size + skipped
            while size < len(words) and words[-size - 1] in _ADVERBS:
                size, taken = size + 1, taken + 1
            return BoundPhrase(bound, offset + _start_of(window, taken), phrase)
    return None


def _moves(words: list[str]) -> bool:
    """Tell whether the words before "up to" move somebody there: "went", "moved me"."""
    before = words[:-2]
    return bool(before) and (before[-1] in _MOVING or (before[-1] in _MOVED and before[-2:][0] in _MOVING))


def _start_of(window: str, count: int) -> int:
    """Return where the last ``count`` words of the window begin."""
    edge = len(window)
    for _ in range(count):
        edge = len(window[:edge].rstrip())
        while edge and not window[edge - 1].isspace():
            edge -= 1
    return edge + len(window[edge:]) - len(window[edge:].lstrip(_OPENING))


def turned_by_not(text: str, phrase: BoundPhrase) -> Bound | None:
    """Return the bound that a negated verb makes of a phrase: "do not take more than" is up to."""
    if phrase.bound not in _TURNED or lead_of(text, phrase.edge).last in PERSONS:
        return None
    left = text[max(0, phrase.edge - _CLAUSE) : phrase.edge]
    if ("No" in left or " no" in left) and _NONE.search(f". {left}" if phrase.edge <= _CLAUSE else left):
        return _TURNED[phrase.bound]
    left = left[-32:].lower()
    if "not" not in left and "n't" not in left and "never" not in left:
        return None
    return _TURNED[phrase.bound] if _NOT.search(left) else None


def bound_after(text: str, end: int) -> BoundPhrase | None:
    """Return the bound stated directly behind ``end``: "or more", "+", "at most", "or so"."""
    ahead = text[end : end + 3].lower()
    if ahead not in _AFTER_OPENS and ahead[:1] not in _PLUS and ahead[:2] not in _GAPS:
        return None
    match = _AFTER.match(text, end)
    return BoundPhrase(_GROUPS[match.lastgroup or ""], match.end(), match[0].strip().lower()) if match else None


def limit_before(text: str, start: int, last: str) -> Bound | None:
    """Return the bound of a stated limit: "the maximum daily dose is 400 mg"; ``last`` is the word before it."""
    if last not in _LIMIT_ENDS:
        return None
    window = text[max(0, start - _WINDOW) : start].lower()
    if "max" not in window and "min" not in window:
        return None
    match = _LIMIT.search(window)
    return None if match is None else (Bound.UP_TO if match[1].startswith("max") else Bound.AT_LEAST)
