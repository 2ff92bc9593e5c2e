"""One spelling for words that British and American English spell differently, so that either finds the other.

Only for searching: what is shown keeps its own spelling. The rules change texts and queries alike, so a word that a
rule touches without need is still found by itself.
"""

from __future__ import annotations

import re

#: Pattern in a folded word -> what stands for both spellings; tried in this order.
_RULES: tuple[tuple[str, str], ...] = (
    (r"rrhoea", "rrhea"),
    (r"^oe(?=dem|stro|soph)", "e"),
    (r"(?<=f)oe(?=t(?:us|al)\w*$)", "e"),
    (r"ae(?=mi|mo|mat|sth|tiol|cal|cum|diat)", "e"),
    (r"sulph", "sulf"),
    (r"aluminium", "aluminum"),
    (r"(?<=[fvlmi])our(?<!\bfour)(?<!\bflour)(?=s|ed|ing|al|it|$)", "or"),
    (r"(?<=[a-z]{2}[bt])re(?=s?$)", "er"),
    (r"ys(?=e[ds]?$|ing$)", "yz"),
    (r"is(?=(?:e[ds]?|ing|ation|ations)$)(?<=[a-z]{3}is)", "iz"),
)
_COMPILED = tuple((re.compile(pattern), written) for pattern, written in _RULES)


def one_spelling(word: str) -> str:
    """Return a folded word in the one spelling that searching uses."""
    for pattern, written in _COMPILED:
        word = pattern.sub(written, word)
    return word
