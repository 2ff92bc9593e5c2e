"""The unit behind a number: a name of the table, a thing counted, and what it is taken per."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.figures.numerals import GAP, GAP0, read_digits
from claims.figures.unit_names import ADVERBS, AMOUNTS, COUNTED, DENOMINATOR_OF, MONEY, TIMES, UNITS

_HEAD = re.compile(rf"({GAP0}-?{GAP0})([°º]{GAP0}[CF](?![A-Za-z])|[%‰°º℃℉Ω€£¥₹$×]|[A-Za-zµ]+(?:[²³]|[23](?!\w))?)")
_NOUN = re.compile(rf"{GAP}([A-Za-z][A-Za-z'-]*)")


def _phrase_pattern(spellings: list[str]) -> str:
    """Return an alternation, longest first, in which a space is any gap."""
    ordered = sorted(spellings, key=len, reverse=True)
    return "|".join(re.escape(spelling).replace(r"\ ", GAP) for spelling in ordered)


_PHRASES = [spelling for spelling in UNITS if re.search(r"[ .-]", spelling)]
_PHRASE = re.compile(rf"(?:{_phrase_pattern(_PHRASES)})(?![A-Za-z])", re.IGNORECASE)
_PHRASE_HEADS = frozenset(match[0].lower() for p in _PHRASES if (match := re.match(r"[A-Za-z]+|[°º]", p)))
_PHRASE_UNITS = {spelling.lower(): UNITS[spelling] for spelling in _PHRASES}

_RATE = re.compile(
    rf"(?:(?P<slash>{GAP0}/{GAP0})|{GAP}(?P<per>per|for{GAP}every|in{GAP}every|every|each|an?){GAP})"
    rf"(?P<over>[0-9][0-9., ]*[0-9]|[0-9])?{GAP0}"
    rf"(?P<name>[A-Za-z]+[²³23]?(?:(?:{GAP}|-)[A-Za-z]+){{0,3}})?"
)
#: "a year ago" and "a day later" say when, not how often.
_IN_TIME = re.compile(rf"{GAP}(?:ago|later|earlier|before|after|old)\b", re.IGNORECASE)
_INVERSE = re.compile(rf"(?:{GAP0}[·⋅.]?)([A-Za-z]{{1,4}})(?:⁻¹|-1(?![0-9]))")
_ADVERB = re.compile(rf"{GAP}({_phrase_pattern(list(ADVERBS))})\b(?!-)", re.IGNORECASE)
#: "6 g of salt a day", "300 mg elemental magnesium daily": words between an amount and how often.
_NOT_SUBSTANCE = (
    "more|less|fewer|than|higher|lower|as|is|was|were|are|ago|an?|every|until|over|by|twice|thrice|times"
    "|and|or|for|in|to|on|at|per"
)
_SUBSTANCE = re.compile(
    rf"(?:{GAP}of)?(?:{GAP}(?!(?:{_NOT_SUBSTANCE})\b)[a-z][a-z-]*){{1,3}}?"
    rf"(?={GAP}(?:(?:per|an?|each|every){GAP}(?:day|night|week|month|year)|daily|once{GAP}daily|nightly|weekly)\b)",
    re.IGNORECASE,
)
#: "150 minutes of brisk walking a week".
_ACTIVITY = re.compile(
    rf"{GAP}of(?:{GAP}(?!(?:{_NOT_SUBSTANCE})\b)[a-z][a-z-]*){{1,3}}?(?={GAP}(?:(?:per|an?|each|every){GAP}(?:day|night|week|month|year)"
    r"|daily|weekly|nightly)\b)",
    re.IGNORECASE,
)
#: What may follow a unit that has a denominator; anything else ends the phrase at once.
_MORE = re.compile(
    rf"{GAP0}(?:/|(?:per|for|in|every|each|an?|once|daily|nightly|hourly|weekly|monthly|quarterly|yearly|annually)\b"
    r"|[·⋅.]?[A-Za-z]{1,4}(?:⁻¹|-1))",
    re.IGNORECASE,
)
_GAPS = frozenset(" \n/")
_MORE_BEGINS_TWO = "pe fo in ev ea an on da ni ho we mo qu ye"
_MORE_BEGINS = frozenset([*_MORE_BEGINS_TWO.split(), "a ", "a\n", "a"])
_CLOSES = frozenset(["", ",", ";", ")", "]", ":", "%"])
_NOT_NOUN_WORDS = (
    "a an the and or but of in on at to for from by with than as is was are were be been being has had have having "
    "does do did not no nor so if that this these those its his her their our your my it he she they we you who "
    "whom which what when where while whereas because since until before after during between among across against "
    "about over under above below per via plus minus versus vs compared relative out off up down into onto within "
    "without through says said seems shows means includes remains makes gives takes gets goes comes becomes needs "
    "helps works causes leads contains remains lies stands begins ends always perhaps sometimes nowadays afterwards "
    "towards besides can could may might will would shall should must also still even only just then there here "
    "more less fewer least most higher lower greater each every both either neither such ago later earlier last "
    "next last january february march april june july august september october november december am pm"
)
_NOT_NOUN = frozenset(_NOT_NOUN_WORDS.split())
_MASS_NOUNS = frozenset(
    [
        "physics",
        "mathematics",
        "economics",
        "politics",
        "athletics",
        "statistics",
        "ethics",
        "news",
        "sports",
        "gas",
        "across",
        "always",
    ]
)
#: Read only where they touch the number: "41C", "95p", "5ft 7in".
_TIGHT = {"C": "°C", "F": "°F", "p": "pence", "in": "inches"}
_POURED = AMOUNTS.keys() | MONEY.keys() | {"lb", "oz", "tonnes", "tons", "barrels", "gallons", "pints"}
_PEOPLE_YEARS = frozenset(
    {"person-years", "patient-years", "person-year", "patient-year", "woman-years", "child-years"}
)


_COUNTED_BY_SHARE = frozenset({"doses", "units", "points", "tablets", "capsules", "pills"})


class UnitPhrase(NamedTuple):
    """A unit as read: canonical ``unit``, its part before any rate (``base``) and where the phrase ends."""

    unit: str
    base: str
    end: int


def read_unit(text: str, start: int, *, noun: bool = True) -> UnitPhrase | None:
    """Read the unit that begins at ``start``, directly behind a number; None where there is none.

    ``noun`` allows a plural noun that is in no table ("14 clinics") to be the unit.
    """
    base, end = _base(text, start)
    if not base and noun:
        base, end = _counted(text, start)
    rated, end = _rates(text, end, base)
    return UnitPhrase(rated, base, end) if rated else None


def read_rate(text: str, start: int, base: str) -> UnitPhrase:
    """Read what a known unit is taken per: ``base`` itself where nothing follows ("$" + "15 an hour")."""
    unit, end = _rates(text, start, base)
    return UnitPhrase(unit, base, end)


def _base(text: str, start: int) -> tuple[str, int]:
    head = _HEAD.match(text, start)
    if head is None:
        return "", start
    word, begin = "".join(head[2].split()), head.start(2)
    lowered = word.lower()
    if lowered in _PHRASE_HEADS and (phrase := _PHRASE.match(text, begin)):
        return _PHRASE_UNITS[" ".join(phrase[0].lower().split())], phrase.end()
    if not head[1] and word in _TIGHT and not text[max(0, start - 3) : start].isdigit():
        return _TIGHT[word], head.end()
    if head[1] == "-" and lowered == "strong":
        return "people", head.end()
    unit = UNITS.get(word) or (UNITS.get(lowered) if len(word) > 1 else None)
    if unit is None or (len(word) == 1 and (word.isalpha() or word == "×") and not _stands_alone(text, head)):
        return "", start
    return unit, head.end()


def _stands_alone(text: str, head: re.Match[str]) -> bool:
    """Tell whether a single letter is a unit symbol: "5 m" and "2x", not "2 x 3", "2 T-shirts" or "5 s's"."""
    if head[2] in "x×" and (head[1] or text[head.end() : head.end() + 2].strip()[:1].isdigit()):
        return False
    following = text[head.end() : head.end() + 2]
    return not (following[:1] in ("-", "'", "_") and following[1:].isalpha()) and not following[:1].isdigit()


def _counted(text: str, start: int) -> tuple[str, int]:
    """Read up to two describing words and a plural noun: "155 older adults" counts adults."""
    end, described = start, False
    for _ in range(4):
        match = _NOUN.match(text, end)
        if match is None or (word := match[1].lower()) in _NOT_NOUN:
            break
        end = match.end()
        if word in UNITS:
            known = UNITS[word] in COUNTED and UNITS[word] == word
            described = described and word.endswith("s") and len(word) > 3
            return (UNITS[word], end) if known or described else ("", start)
        described = True
        if _is_plural(word):
            return (match[1] if match[1][1:] != word[1:] else word), end
    return "", start


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous", "'s"))
        and word not in _MASS_NOUNS
    )


def _rates(text: str, end: int, base: str) -> tuple[str, int]:
    """Append every denominator that follows: "mg" + "/kg" + "/day"; return the unit and its end."""
    unit = base
    if base in _POURED or base in TIMES:
        skip = _SUBSTANCE.match(text, end) if base in _POURED else _ACTIVITY.match(text, end)
        step = (_rate(text, skip.end(), unit) or _adverb(text, skip.end(), unit)) if skip else None
        unit, end = step or (unit, end)
    for _ in range(3):
        if not _goes_on(text, end):
            break
        step = _rate(text, end, unit) or _inverse(text, end, unit) or _adverb(text, end, unit)
        if step is None:
            break
        unit, end = step
    return unit, end


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a denominator may begin at ``end``; most ends show by two letters that none does."""
    ahead = text[end : end + 10]
    if ahead[:1] in _CLOSES:
        return False
    if ahead[:1] == " " and ahead[1:2] not in _GAPS and ahead[1:3].lower() not in _MORE_BEGINS and "1" not in ahead:
        return "¹" in ahead
    return _MORE.match(text, end) is not None


def _rate(text: str, start: int, unit: str) -> tuple[str, int] | None:
    match = _RATE.match(text, start)
    if match is None or not (match["over"] or match["name"]):
        return None
    name, end = _denominator(text, match)
    if match["over"]:
        return _per_number(text, match, unit, name, end)
    by_per = (match["per"] or "").lower() == "per"
    if not name and by_per and unit and match["name"]:
        name, end = _first_word(match)
    if not name or (match["slash"] and not unit) or not (by_per or unit) or _IN_TIME.match(text, end):
        return None
    return (f"{unit}/{name}" if unit else f"per {name}"), end


def _denominator(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Return the longest known denominator in the words behind "per", and its end."""
    words = match["name"]
    while words:
        known = " ".join(words.split())
        name = DENOMINATOR_OF.get(known) or DENOMINATOR_OF.get(known.lower())
        if name:
            return name, match.start("name") + len(words)
        if known.lower() in _PEOPLE_YEARS:
            return "person-years", match.start("name") + len(words)
        words = re.sub(r"(?:\s+|-)[A-Za-z]+$|^[A-Za-z]+[²³23]?$", "", words)
    return "", match.start("name")


def _first_word(match: re.Match[str]) -> tuple[str, int]:
    word = re.match(r"[A-Za-z]+", match["name"])
    assert word is not None
    return word[0].lower(), match.start("name") + word.end()


def _per_number(text: str, match: re.Match[str], unit: str, name: str, end: int) -> tuple[str, int] | None:
    """Read "per 1,000 person-years", "per 100 g": per a number of things, or of a unit."""
    number = read_digits(text, match.start("over"))
    if number is None or (match["per"] or "").lower() in {"a", "an"} or (match["slash"] and not name):
        return None
    over = f"{number.value:,.0f}"
    if name and name != "person-years" and unit:
        return f"{unit}/{number.value:g} {name}", end
    if number.value < 100:
        return None
    if name:
        return f"per {over} {name}", end
    noun = _counted(text, number.end)
    if unit in UNITS and unit not in COUNTED and unit not in _COUNTED_BY_SHARE and noun[0]:
        return f"{unit}/{number.value:g} {noun[0]}", noun[1]
    return f"per {over}", noun[1] if noun[0] else number.end


def _inverse(text: str, start: int, unit: str) -> tuple[str, int] | None:
    match = _INVERSE.match(text, start) if unit else None
    name = DENOMINATOR_OF.get(match[1]) if match else None
    return (f"{unit}/{name}", match.end()) if match and name else None


def _adverb(text: str, start: int, unit: str) -> tuple[str, int] | None:
    match = _ADVERB.match(text, start) if unit and unit not in TIMES else None
    return (f"{unit}/{ADVERBS[' '.join(match[1].lower().split())]}", match.end()) if match else None
