"""What a reader typed, taken apart: words, "phrases", prefix* and -exclusions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.documents.search_text import stem_of, words_of

#: Longest query that is read; the rest is cut, so that nobody can make a search expensive.
MAX_LENGTH = 200
MAX_TERMS = 12
_PART = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
#: What people paste before an identifier; claims hold the identifier alone.
LEAD = re.compile(
    r"(?:https?://)?(?:(?:dx\.)?doi\.org/|(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/)|\bdoi:?\s*(?=10\.)|\bpmid:?\s*(?=\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A run of words that must follow one another; a single word is a run of one.

    ``words`` are folded. With ``prefix`` the last word may go on.
    """

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(stem_of(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class TextQuery:
    """The terms of a query; a claim is found where all wanted terms and no excluded one occur."""

    terms: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if not term.excluded)

    @property
    def excluded(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.excluded)

    def __bool__(self) -> bool:
        return bool(self.terms)


def read_query(text: str) -> TextQuery:
    """Read a query as typed. Signs that mean nothing are passed over; nothing raises."""
    terms: list[Term] = []
    for part in _PART.finditer(LEAD.sub("", text[:MAX_LENGTH])):
        typed = part["phrase"] if part["phrase"] is not None else part["word"]
        words = tuple(words_of(typed))
        if words:
            prefix = part["phrase"] is None and typed.endswith("*")
            terms.append(Term(words, prefix=prefix, excluded=bool(part["minus"])))
    return TextQuery(tuple(terms[:MAX_TERMS]))
