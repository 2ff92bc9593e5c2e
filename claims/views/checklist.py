"""A reader's checklist for an article, computed from its published claims and omissions by the rules named here.

The questions follow the criteria by which health news is reviewed (Schwitzer 2008, PLoS Medicine 5: e95): benefit in
absolute terms, harms, cost, alternatives, interests, quality of the evidence. Pure: plain cards and omissions in,
answers out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from claims.figures.quantity import Statistic
from claims.grade.vocabulary import Kind, Verdict
from claims.words import Word

Card = dict[str, Any]
Omission = dict[str, Any]

ABSOLUTE = (Statistic.ABSOLUTE_CHANGE, Statistic.LEVEL, Statistic.PROPORTION, Statistic.COUNT)
HOLDS = (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED)


class Told(Word):
    """Whether an article tells what a reader should ask for."""

    YES = "yes", "yes", "✓", "The article says so, as far as its claims tell."
    PARTLY = "partly", "partly", "◐", "It says something, but leaves out what matters or says what nothing supports."
    NO = "no", "no", "✗", "It does not, as its claims or a recorded omission show."
    UNTOLD = "untold", "cannot be told from the claims", "?", "Neither a claim nor a recorded omission speaks of it."


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer, the reason in words, and the claims and omissions that it rests on."""

    key: str
    question: str
    told: Told
    reason: str
    rule: str
    claims: tuple[Card, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is answered by the kind of the claims, or by words in claims and omissions.

    ``about`` completes "Claims that ..."; a question has ``kind`` or ``words``.
    """

    key: str
    text: str
    about: str
    kind: Kind | None = None
    words: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """Return the rule as it is printed on the page."""
        if self.kind:
            return (
                f"Rests on the claims of the kind “{self.kind.label}” and the omissions that bear on them. "
                "No such claim: no. Partly, if such an omission is recorded or none of these claims is at least partly "
                "supported."
            )
        return (
            f"Looks for {', '.join(f'“{word}”' for word in self.words)} at the beginning of words in the claims, "
            "in the passages that make them and in the omissions. Claims alone: yes; both: partly; omissions alone: no."
        )


BENEFIT = "Does it say how large the benefit is in absolute terms?"
BENEFIT_RULE = (
    f"Rests on the claims of the kind “{Kind.EFFICACY.label}”. Yes, if one has a figure that is "
    f"{', '.join(str(statistic.label) for statistic in ABSOLUTE)} and is traced to a source; partly, if all such "
    "figures are flagged; no, if there is none."
)
QUESTIONS = (
    Question("harms", "Does it speak of harms?", "speak of harm or safety", kind=Kind.SAFETY),
    Question("cost", "Does it say what it costs?", "speak of cost", words=("cost", "price", "expensive", "cheap")),
    Question("alternatives", "Does it compare with alternatives?", "make a comparison", kind=Kind.COMPARISON),
    Question(
        "funding",
        "Does it say who paid for the evidence, and who gains?",
        "speak of money or interests",
        words=("fund", "sponsor", "interests", "conflict of interest", "paid for by"),
    ),
    Question(
        "limits",
        "Does it say what is not known?",
        "speak of limits of the evidence",
        words=("limited", "uncertain", "unknown", "not known", "grey area", "few trials", "few studies"),
    ),
)


def checklist_of(cards: list[Card], omissions: list[Omission]) -> list[Answer]:
    """Return the answers for an article; the ``claims`` of an omission are cards, as the article page has them."""
    answer = {True: _by_kind, False: _by_words}
    return [_benefit(cards), *(answer[question.kind is not None](question, cards, omissions) for question in QUESTIONS)]


def _benefit(cards: list[Card]) -> Answer:
    claims = tuple(card for card in cards if card["kind"] == Kind.EFFICACY)
    figures = [figure for card in claims for figure in card["figures"]]
    absolute = [figure for figure in figures if figure.get("statistic") in ABSOLUTE]
    counted = f"Claims that it works: {len(claims)}; figures in them: {len(figures)}"
    if not claims:
        told, reason = Told.UNTOLD, "No claim that it works is recorded."
    elif any(not figure["flagged"] for figure in absolute):
        told, reason = Told.YES, f"{counted}; in absolute terms: {len(absolute)}."
    elif absolute:
        told, reason = Told.PARTLY, f"{counted}; in absolute terms: {len(absolute)}, each of them flagged."
    elif any("statistic" not in figure for figure in figures):
        told, reason = Told.UNTOLD, f"{counted}; what sort of number these are was not recorded."
    else:
        told, reason = Told.NO, f"{counted}; in absolute terms: none."
    return Answer("benefit", BENEFIT, told, reason, BENEFIT_RULE, claims)


def _by_kind(question: Question, cards: list[Card], omissions: list[Omission]) -> Answer:
    claims = tuple(card for card in cards if card["kind"] == question.kind)
    names = {card["id"] for card in claims}
    left_out = tuple(omission for omission in omissions if any(card["id"] in names for card in omission["claims"]))
    holding = sum(card["verdict"] in HOLDS for card in claims)
    reason = f"{_found(question, claims)}; at least partly supported: {holding}{_missing(left_out)}."
    if not cards:
        return Answer(question.key, question.text, Told.UNTOLD, "No claim is recorded.", question.rule)
    if not claims:
        return Answer(question.key, question.text, Told.NO, f"None of its claims {question.about}.", question.rule)
    told = Told.YES if holding and not left_out else Told.PARTLY
    return Answer(question.key, question.text, told, reason, question.rule, claims, left_out)


def _by_words(question: Question, cards: list[Card], omissions: list[Omission]) -> Answer:
    wanted = re.compile("|".join(rf"\b{re.escape(word)}" for word in question.words), re.IGNORECASE)
    claims = tuple(card for card in cards if wanted.search(_text_of(card)))
    left_out = tuple(
        item for item in omissions if wanted.search(f"{item['key'].replace('-', ' ')} {item['statement']}")
    )
    told = {
        (True, False): Told.YES,
        (True, True): Told.PARTLY,
        (False, True): Told.NO,
        (False, False): Told.UNTOLD,
    }[bool(claims), bool(left_out)]
    reason = f"{_found(question, claims)}{_missing(left_out)}."
    return Answer(question.key, question.text, told, reason, question.rule, claims, left_out)


def _text_of(card: Card) -> str:
    return " ".join([card["statement"], *(place["quote"] for place in card["occurrences"])])


def _found(question: Question, claims: tuple[Card, ...]) -> str:
    return f"Claims that {question.about}: {len(claims) or 'none'}"


def _missing(omissions: tuple[Omission, ...]) -> str:
    return f"; left out: {len(omissions)}" if omissions else ""
