"""Things counted that no table names: the plural noun behind a number, with the words that describe it."""

from __future__ import annotations

import re

from claims.figures.numerals import GAP, ONES, SCALES, TENS
from claims.figures.unit_names import COUNTED, UNITS

_NOUN = re.compile(rf"{GAP}([A-Za-z][A-Za-z'-]*)")
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
_NOT_NOUN = frozenset(_NOT_NOUN_WORDS.split()) | ONES.keys() | TENS.keys() | SCALES.keys()
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


#: What is taken as a whole, in the singular: "one tasty gummy", "one small tablet".
_PORTIONS = frozenset(
    {"tablet", "capsule", "pill", "softgel", "lozenge", "gummy", "sachet", "scoop", "dose", "serving"}
)


def counted_noun(text: str, start: int) -> tuple[str, int]:
    """Read up to two describing words and a plural noun: "155 older adults" counts adults."""
    end, described = start, False
    for _ in range(4):
        match = _NOUN.match(text, end)
        if match is None or (word := match[1].lower()) in _NOT_NOUN:
            break
        end = match.end()
        if described and word in _PORTIONS:
            return UNITS[word], end
        if word in UNITS:
            known = UNITS[word] in COUNTED and UNITS[word] == word
            described = described and word.endswith("s") and len(word) > 3
            return (UNITS[word], end) if known or described else ("", start)
        described = True
        if _is_plural(word):
            return match[1], end
    return "", start


def noun_of_one(text: str, start: int) -> tuple[str, int]:
    """Read the singular noun behind "at least one" and the words that describe it, as its plural; ("", start) if none.

    The last word before a verb, a small word or a sign is taken for the noun: "one serious adverse event occurred".
    """
    noun, end = "", start
    for _ in range(4):
        match = _NOUN.match(text, end)
        if match is None or (word := match[1].lower()) in _NOT_NOUN:
            break
        if noun and word.endswith(("ed", "ing", "s")):
            break
        noun, end = word, match.end()
    if len(noun) < 3 or noun.endswith(("ly", "'s", "ed", "ing")):
        return "", start
    return UNITS.get(noun) or _plural(noun), end


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous", "'s"))
        and word not in _MASS_NOUNS
    )
