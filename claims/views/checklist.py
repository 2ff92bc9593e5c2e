"""A reader's checklist for an article, computed from its published claims and omissions by the rules named here.

The questions follow the criteria by which health news is reviewed (Schwitzer 2008, PLoS Medicine 5: e95): benefit in
absolute terms, harms, cost, alternatives, interests, quality of the evidence. Pure: plain cards and omissions in,
answers out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from claims.figures.quantity import Statistic
from claims.grade.vocabulary import Kind, Verdict
from claims.views.checklist_questions import QUESTIONS, Card, Question
from claims.words import Word
from sources.labels import label

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


BENEFIT = gettext_lazy("Does it say how large the benefit is in absolute terms?")
BENEFIT_RULE = gettext_lazy(
    "Rests on the claims of the kind “%(kind)s”. Yes, if one has a figure that is %(statistics)s and is traced to a "
    "source; partly, if all such figures are flagged; no, if there is none."
)


def checklist_of(cards: list[Card], omissions: list[Omission]) -> list[Answer]:
    """Return the answers for an article; the ``claims`` of an omission are cards, as the article page has them."""
    answer = {True: _by_kind, False: _by_words}
    return [_benefit(cards), *(answer[question.kind is not None](question, cards, omissions) for question in QUESTIONS)]


def _benefit(cards: list[Card]) -> Answer:
    claims = tuple(card for card in cards if card["kind"] == Kind.EFFICACY)
    figures = [figure for card in claims for figure in card["figures"]]
    absolute = [figure for figure in figures if figure.get("statistic") in ABSOLUTE]
    numbers = {"claims": len(claims), "figures": len(figures), "absolute": len(absolute)}
    if not claims:
        told, reason = Told.UNTOLD, gettext("No claim that it works is recorded.")
    elif any(not figure["flagged"] for figure in absolute):
        told, reason = (
            Told.YES,
            gettext("Claims that it works: %(claims)d; figures in them: %(figures)d; in absolute terms: %(absolute)d."),
        )
    elif absolute:
        told, reason = (
            Told.PARTLY,
            gettext(
                "Claims that it works: %(claims)d; figures in them: %(figures)d; "
                "in absolute terms: %(absolute)d, each of them flagged."
            ),
        )
    elif any("statistic" not in figure for figure in figures):
        told, reason = (
            Told.UNTOLD,
            gettext(
                "Claims that it works: %(claims)d; figures in them: %(figures)d; "
                "what sort of number these are was not recorded."
            ),
        )
    else:
        told, reason = (
            Told.NO,
            gettext("Claims that it works: %(claims)d; figures in them: %(figures)d; in absolute terms: none."),
        )
    rule = BENEFIT_RULE % {"kind": label(Kind.EFFICACY), "statistics": ", ".join(map(label, ABSOLUTE))}
    return Answer("benefit", str(BENEFIT), told, reason % numbers, rule, claims)


def _by_kind(question: Question, cards: list[Card], omissions: list[Omission]) -> Answer:
    claims = tuple(card for card in cards if question.speaks(card))
    names = {card["id"] for card in claims}
    left_out = tuple(omission for omission in omissions if any(card["id"] in names for card in omission["claims"]))
    holding = sum(card["verdict"] in HOLDS for card in claims)
    supported = gettext("at least partly supported: %(number)d") % {"number": holding}
    reason = f"{'; '.join([_found(question, claims), supported, *_missing(left_out)])}."
    if not cards:
        return Answer(question.key, str(question.text), Told.UNTOLD, gettext("No claim is recorded."), question.rule)
    if not claims:
        none = gettext("None of its claims %(speak)s.") % {"speak": question.about}
        return Answer(question.key, str(question.text), Told.NO, none, question.rule)
    told = Told.YES if holding and not left_out else Told.PARTLY
    return Answer(question.key, str(question.text), told, reason, question.rule, claims, left_out)


def _by_words(question: Question, cards: list[Card], omissions: list[Omission]) -> Answer:
    claims = tuple(card for card in cards if question.speaks(card))
    left_out = tuple(
        item for item in omissions if question.found_in(f"{item['key'].replace('-', ' ')}. {item['statement']}")
    )
    told = {
        (True, False): Told.YES,
        (True, True): Told.PARTLY,
        (False, True): Told.NO,
        (False, False): Told.UNTOLD,
    }[bool(claims), bool(left_out)]
    reason = f"{'; '.join([_found(question, claims), *_missing(left_out)])}."
    return Answer(question.key, str(question.text), told, reason, question.rule, claims, left_out)


def _found(question: Question, claims: tuple[Card, ...]) -> str:
    numbers = {"speak": question.about, "number": len(claims)}
    if not claims:
        return gettext("Claims that %(speak)s: none") % numbers
    return gettext("Claims that %(speak)s: %(number)d") % numbers


def _missing(omissions: tuple[Omission, ...]) -> list[str]:
    return [gettext("left out: %(number)d") % {"number": len(omissions)}] if omissions else []
