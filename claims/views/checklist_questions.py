"""The questions of the checklist, and by which kinds and words of claims and omissions each is answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from claims.grade.vocabulary import Kind
from sources.labels import label, record_text

Card = dict[str, Any]

#: Kinds of claims that can hold one thing against another without being filed as a comparison.
COMPARING = (Kind.EFFICACY, Kind.SAFETY, Kind.PHARMACOKINETICS, Kind.MECHANISM)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is answered by the kind of the claims, or by words in claims and omissions.

    ``about`` completes "Claims that ..."; a question has ``kind`` or ``words``. With a kind, claims of the kinds
    ``also`` count where they hold one of the ``signs``; words and signs are whole words. With ``beside``, a sentence
    counts only where one of those words stands in it too.
    """

    key: str
    text: Any
    about: Any
    kind: Kind | None = None
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    also: tuple[Kind, ...] = ()

    def found_in(self, text: str) -> bool:
        """Tell whether a sentence of the text holds one of the words, and one of ``beside`` where there are any."""
        wanted, beside = _pattern(self.words or self.signs), _pattern(self.beside)
        return any(wanted.search(part) and (not self.beside or beside.search(part)) for part in _SENTENCE.split(text))

    def speaks(self, card: Card) -> bool:
        """Tell whether the claim counts for the question."""
        if self.kind and card["kind"] not in self.also:
            return bool(card["kind"] == self.kind)
        return self.found_in(_text_of(card))

    @property
    def rule(self) -> str:
        """Return the rule as it is printed on the page."""
        if self.kind:
            said = gettext(
                "Rests on the claims of the kind “%(kind)s” and the omissions that bear on them. "
                "No such claim: no. Partly, if such an omission is recorded or none of these claims is at least partly "
                "supported."
            )
            rule = said % {"kind": label(self.kind)}
            if not self.signs:
                return rule
            more = gettext(
                "Claims of the kinds {kinds} count too where they or the passages that make them say {words}."
            )
            kinds = ", ".join(f"“{label(kind)}”" for kind in self.also)
            return format_html("{} {}", rule, format_html(more, kinds=kinds, words=_named(self.signs)))
        looked_for = gettext(
            "Looks for the words {words} in the claims, "
            "in the passages that make them and in the omissions. Claims alone: yes; both: partly; omissions alone: no."
        )
        rule = format_html(looked_for, words=_named(self.words))
        if not self.beside:
            return rule
        same = gettext("A sentence counts only where one of these stands in it too: {words}.")
        return format_html("{} {}", rule, format_html(same, words=_named(self.beside)))


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the words whole; "than" before a number compares nothing with another thing."""
    whole = [re.escape(word) + (r"(?!\s+\d)" if word == "than" else "") for word in words]
    return re.compile(rf"\b(?:{'|'.join(whole)})\b", re.IGNORECASE)


def _named(words: tuple[str, ...]) -> str:
    # the words are looked for in texts of the record, so they are words of its language
    return record_text(", ".join(f"“{word}”" for word in words))


def _text_of(card: Card) -> str:
    """Return the claim and the passages that make it, each a sentence of its own."""
    return ". ".join([card["statement"], *(place["quote"] for place in card["occurrences"])])


QUESTIONS = (
    Question(
        "harms", gettext_lazy("Does it speak of harms?"), gettext_lazy("speak of harm or safety"), kind=Kind.SAFETY
    ),
    Question(
        "cost",
        gettext_lazy("Does it say what it costs?"),
        gettext_lazy("speak of cost"),
        words=("cost", "costs", "price", "prices", "priced", "expensive", "cheap", "cheaper", "affordable"),
    ),
    Question(
        "alternatives",
        gettext_lazy("Does it compare with alternatives?"),
        gettext_lazy("make a comparison"),
        kind=Kind.COMPARISON,
        also=COMPARING,
        signs=(
            "than",
            "compared with",
            "compared to",
            "in comparison",
            "versus",
            "unlike",
            "alternative",
            "alternatives",
        ),
    ),
    Question(
        "funding",
        gettext_lazy("Does it say who paid for the evidence, and who gains?"),
        gettext_lazy("speak of money or interests"),
        words=(
            *(
                "fund",
                "funds",
                "funded",
                "funder",
                "funders",
                "funding",
                "sponsor",
                "sponsors",
                "sponsored",
                "paid for",
            ),
            *("interests behind", "commercial interests", "financial interests", "competing interests"),
            *("conflict of interest", "conflicts of interest"),
        ),
    ),
    Question(
        "limits",
        gettext_lazy("Does it say what is not known?"),
        gettext_lazy("speak of limits of the evidence"),
        words=("limited", "scarce", "uncertain", "unknown", "not known", "grey area", "few", "handful"),
        beside=(
            *("evidence", "data", "research", "study", "studies", "trial", "trials", "effect", "effects", "whether"),
            *("is unknown", "is not known", "is uncertain", "grey area"),
        ),
    ),
)
