"""Where in a text a quantity may begin: at digits, and at the words that spell numbers, shares or multiples.

Two passes over a copy of the text that `folding` makes, each a regular expression that begins at a character most
positions do not have (a digit; a space before one of few letters). An alternation behind a word boundary takes forty
times as long.
"""

from __future__ import annotations

import re

from claims.figures.numerals import ONES, SCALES, TENS

_DIGITS = re.compile("00*")  # a leading literal is searched for ten times as fast as "0+"
#: The beginnings of all words below, behind a space; what begins so is then looked at as a whole word.
_BEGINNING = re.compile(
    " (?:on(?:e|ce)|t(?:wo|hree|en|we|wice|hir|hrice|housand|rillion|ripl|rebl)|f(?:our|ive|if|orty)|s(?:ix|even)"
    "|e(?:ight|leven)|nin|hal[fv]|hundred|million|billion|do(?:zen|ubl)|zero|qu(?:arter|adrupl|intupl)"
    "|an? (?:second|minute|hour|day|week|month|year|decade|century))"
)
_SPELLED = "|".join(sorted({*ONES, *TENS, *SCALES}, key=len, reverse=True))
_WORD = re.compile(
    rf"(?:(?:{_SPELLED})(?:fold)?|half|thirds?|quarters?|once|twice|thrice|f(?:our|if)ths?|(?:six|seven|eigh|nin|ten)ths?|twentieths?"
    r"|hundredths?|(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es?|y)|halv(?:ed|ing|es)|an? [a-z]+)(?![a-z])"
)
_ARTICLE = re.compile(r"(?<![A-Za-z'-])an?\s{1,3}(?<!\n\n)$", re.IGNORECASE)
_PARTS = "half third quarter fourth fifth sixth seventh eighth ninth tenth twentieth hundredth"
_TAKES_ARTICLE = frozenset(_PARTS.split()) | SCALES.keys()


def find_anchors(text: str, folded: str) -> list[tuple[int, bool]]:
    """Return (position, spelled) of everything that may begin a quantity, in the order of the text.

    ``folded`` is the text as `folding.Folded.numbers`.
    """
    anchors = [(match.start(), False) for match in _DIGITS.finditer(folded)]
    for beginning in _BEGINNING.finditer(" " + folded):
        if word := _WORD.match(folded, beginning.start()):
            anchors.append((_with_article(text, word), True))
    return sorted(anchors)


def _with_article(text: str, word: re.Match[str]) -> int:
    """Begin at the article of "a third" and "a million"."""
    start = word.start()
    if word[0] in _TAKES_ARTICLE and (article := _ARTICLE.search(text, max(0, start - 6), start)):
        return article.start()
    return start
