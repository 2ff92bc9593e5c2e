"""What a unit is taken per: "mg" with "/kg", "a day", "per 1,000 person-years" or "daily" behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.figures.counted_nouns import counted_noun
from claims.figures.numerals import GAP, GAP0, read_digits
from claims.figures.unit_names import ADVERBS, AMOUNTS, COUNTED, DENOMINATOR_OF, MONEY, SHARES, TIMES, UNITS


def phrase_pattern(spellings: list[str]) -> str:
    """Return an alternation, longest first, in which a space is any gap."""
    ordered = sorted(spellings, key=len, reverse=True)
    return "|".join(re.escape(spelling).replace(r"\ ", GAP) for spelling in ordered)


_RATE = re.compile(
    rf"(?:(?P<slash>{GAP0}/{GAP0})|{GAP}(?P<per>per|for{GAP}every|in{GAP}every|every|each|an?){GAP})"
    rf"(?P<over>[0-9][0-9., ]*[0-9]|[0-9])?{GAP0}"
    rf"(?P<name>[A-Za-z]+[²³23]?(?:(?:{GAP}|-)[A-Za-z]+){{0,3}})?"
)
#: "a year ago" and "a day later" say when, not how often.
_IN_TIME = re.compile(rf"{GAP}(?:ago|later|earlier|(?P<point>before|after)|old)\b", re.IGNORECASE)
_INVERSE = re.compile(rf"(?:{GAP0}[·⋅.]?)([A-Za-z]{{1,4}})(?:⁻¹|-1(?![0-9]))")
_ADVERB = re.compile(rf"{GAP}({phrase_pattern(list(ADVERBS))})\b(?!-)", re.IGNORECASE)
#: "6 g of salt a day", "300 mg elemental magnesium daily": words between an amount and how often.
_NOT_SUBSTANCE = (
    "the|its|your|more|less|fewer|than|higher|lower|as|is|was|were|are|ago|an?|every|until|over|by|twice|thrice|times"
    "|and|or|for|in|to|on|at|per"
)
_SUBSTANCE = re.compile(
    rf"(?:{GAP}of)?(?:{GAP}(?!(?:{_NOT_SUBSTANCE})\b)[a-z][a-z0-9-]*){{1,3}}?"
    rf"(?={GAP}(?:(?:per|an?|each|every){GAP}(?:hour|day|night|week|month|year)|per{GAP}[0-9a-z]+|daily|once{GAP}daily|nightly|weekly)\b)",
    re.IGNORECASE,
)
#: "150 minutes of brisk walking a week".
_ACTIVITY = re.compile(
    rf"{GAP}of(?:{GAP}(?!(?:{_NOT_SUBSTANCE})\b)[a-z][a-z0-9-]*){{1,3}}?(?={GAP}(?:(?:per|an?|each|every){GAP}(?:day|night|week|month|year)"
    r"|daily|weekly|nightly)\b)",
    re.IGNORECASE,
)
_EACH = re.compile(rf"{GAP}(?:per|an?|each|every){GAP}")
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
_SENTENCE_ENDS = frozenset([".", ". ", ".\n"])
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


def read_rate(text: str, start: int, base: str) -> UnitPhrase:
    """Read what a known unit is taken per: ``base`` itself where nothing follows ("$" + "15 an hour")."""
    unit, end = read_rates(text, start, base)
    return UnitPhrase(unit, base, end)


def read_rates(text: str, end: int, base: str) -> tuple[str, int]:
    """Append every denominator that follows: "mg" + "/kg" + "/day"; return the unit and its end."""
    unit = base
    ahead = text[end : end + 2]
    if ahead[:1] in _CLOSES or ahead in _SENTENCE_ENDS:
        return unit, end
    if base in _POURED or base in TIMES or (base and text.startswith(" of ", end)):
        unit, end = _behind_substance(text, end, unit, base) or (unit, end)
    for _ in range(3):
        if not _goes_on(text, end):
            break
        step = _rate(text, end, unit) or _inverse(text, end, unit) or _adverb(text, end, unit)
        if step is None:
            break
        unit, end = step
    if unit.endswith("/kg") and base in _POURED:  # "10 mg/kg magnesium oxide a day"
        unit, end = _behind_substance(text, end, unit, base) or (unit, end)
    return unit, end


def _behind_substance(text: str, end: int, unit: str, base: str) -> tuple[str, int] | None:
    """Append how often something is taken or done where its name stands between: "6 g of salt a day"."""
    if not _may_recur(text[end : end + 64]):
        return None
    skip = (_SUBSTANCE if base in _POURED else _ACTIVITY).match(text, end)
    if skip and base in SHARES and not _EACH.match(text, skip.end()):  # "25 % of recommended daily intake"
        return None
    return (_rate(text, skip.end(), unit) or _adverb(text, skip.end(), unit)) if skip else None


def _may_recur(ahead: str) -> bool:
    """Tell whether a word for how often or per what can stand in what follows."""
    ahead = ahead.lower()
    return (
        "day" in ahead or "daily" in ahead or "per" in ahead or "week" in ahead or "night" in ahead
        or "month" in ahead or "year" in ahead or "hour" in ahead
    )  # fmt: skip


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a denominator may begin at ``end``; most ends show by two letters that none does."""
    ahead = text[end : end + 10]
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
    if not name or (match["slash"] and not unit) or not (by_per or unit):
        return None
    when = None if unit == "times" or match["slash"] else _IN_TIME.match(text, end)
    if when and not (when["point"] and unit in _POURED):  # a dose a day before something is still so much a day
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
    noun = counted_noun(text, number.end)
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
