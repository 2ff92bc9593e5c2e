"""Where in a text a quantity may begin: at digits, and at the words that spell numbers, shares or multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures.numerals import ONES, SCALES, TENS, VULGAR

_DIGIT = re.compile(rf"[0-9{''.join(VULGAR)}]+")
_SPELLED = sorted(
    {*ONES, *TENS, *SCALES, "half", "third", "thirds", "quarter", "quarters", "twice", "thrice", "twofold"}
)
_WORD = re.compile(
    r"\b(?:" + "|".join(sorted(_SPELLED, key=len, reverse=True))
    + r"|f(?:our|if)ths?|(?:six|seven|eigh|nin|ten)ths?|twentieths?|hundredths?"
    r"|(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es?|y)|halv(?:ed|ing|es)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)fold)(?![A-Za-z])",
    re.IGNORECASE,
)  # fmt: skip
_ARTICLE = re.compile(r"(?<![A-Za-z'-])an?\s{1,3}(?<!\n\n)$", re.IGNORECASE)
_TAKES_ARTICLE = frozenset(
    [
        "half",
        "third",
        "quarter",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "twentieth",
        "hundredth",
    ]
) | set(SCALES)


def find_anchors(text: str) -> Iterator[tuple[int, bool]]:
    """Return (position, spelled) of everything that may begin a quantity, in the order of the text."""
    digits = [(match.start(), False) for match in _DIGIT.finditer(text)]
    words = [(_with_article(text, match), True) for match in _WORD.finditer(text)]
    return iter(sorted(digits + words)) if words else iter(digits)


def _with_article(text: str, match: re.Match[str]) -> int:
    """Begin at the article of "a third" and "a million"."""
    start = match.start()
    if match[0].lower() in _TAKES_ARTICLE and (article := _ARTICLE.search(text, max(0, start - 6), start)):
        return article.start()
    return start
