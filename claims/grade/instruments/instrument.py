"""The one shape of every instrument, the result of using it, and the judging itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from claims.grade.instruments.domains import DomainResult, DomainSpec, judge_domain
from claims.grade.instruments.overall import Overall, chosen
from claims.grade.instruments.questions import Answers, Question, UnknownAnswer, UnknownQuestion, UnknownRating
from claims.words import Word


class Triage(Word):
    """What the questions asked before the domains come to."""

    GO_ON = "go_on", "go on to the domains", "→", "Nothing stands in the way of judging the domains."
    STOP = "stop", "stop here", "■", "The result is too flawed to be worth judging further; it is at the worst level."


class OverallRule(Protocol):
    """How domains become an overall judgement; its fields are data, so that they can be printed and hashed."""

    def sentences(self) -> tuple[str, ...]:
        """Return the rule in words."""
        ...

    def settle(self, domains: tuple[DomainResult, ...], choice: str | None = None) -> Overall:
        """Return the overall judgement."""
        ...


@dataclass(frozen=True, slots=True)
class Instrument:
    """A published way of appraising: `judgements` are the words of a domain, `overall_words` those of the whole.

    Both enumerations run from best to worst. `triage` questions come first where an instrument has them and can
    end the appraisal; `note` says what a reader should know about this implementation. `superseded_by` is the id of
    the instrument to use instead; this one is kept for the appraisals made with it. `origin` says where the lines of
    its charts come from, where no authority has printed them as text.
    """

    id: str
    title: str
    source: str
    applies_to: str
    domains: tuple[DomainSpec, ...]
    judgements: type[Word]
    overall_words: type[Word]
    overall: OverallRule
    note: str = ""
    triage: DomainSpec | None = None
    superseded_by: str = ""
    origin: str = ""

    def questions(self) -> tuple[Question, ...]:
        """Return all questions in the order of asking."""
        specs = (self.triage, *self.domains) if self.triage else self.domains
        return tuple(question for spec in specs for question in spec.questions)


@dataclass(frozen=True, slots=True)
class InstrumentResult:
    """An appraisal: domains in order, the overall judgement and its reason.

    `computed` is what the rule alone gives, `overall` includes a person's choice among `choices`; both are None
    while the appraisal is not `complete`. `decision_open`: the rule leaves a choice and none is recorded.
    """

    instrument_id: str
    domains: tuple[DomainResult, ...]
    overall: Word | None
    overall_reason: str
    complete: bool
    computed: Word | None = None
    choices: tuple[Word, ...] = ()
    decision_open: bool = False
    triage: DomainResult | None = None


def judge_by(instrument: Instrument, answers: Answers, *, overall_choice: str | None = None) -> InstrumentResult:
    """Judge `answers` (question id -> answer value; "" is unanswered) by `instrument`.

    Raises UnknownQuestion, UnknownAnswer, and ChoiceNotOpen for a choice the overall rule does not leave. While the
    appraisal is not complete a choice is neither used nor refused.
    """
    check_answers(instrument, answers)
    triage = judge_domain(instrument.triage, answers) if instrument.triage else None
    domains = tuple(judge_domain(spec, answers) for spec in instrument.domains)
    overall = _triaged(instrument, triage, overall_choice) or instrument.overall.settle(domains, overall_choice)
    return InstrumentResult(
        instrument.id,
        domains,
        overall.judgement,
        overall.reason,
        overall.judgement is not None,
        overall.computed,
        overall.choices,
        overall.decision_open,
        triage,
    )


def _triaged(instrument: Instrument, triage: DomainResult | None, choice: str | None) -> Overall | None:
    """Return the overall judgement where the triage alone settles it, or None to go on to the domains."""
    if triage is None or triage.judgement == Triage.GO_ON:
        return None
    if triage.judgement is None:
        return Overall(None, None, f"Not complete. Before the domains: unanswered {', '.join(triage.missing)}.")
    level = list(instrument.overall_words)[-1]
    return chosen(level, (), choice, f"Already {level.label} before any domain is judged: {triage.path[-2]}.")


def check_answers(instrument: Instrument, answers: Answers) -> None:
    """Raise UnknownQuestion or UnknownAnswer for the first answer that does not fit the instrument."""
    questions = {question.id: question for question in instrument.questions()}
    for asked, given in answers.items():
        if asked not in questions:
            raise UnknownQuestion(f"{instrument.id}: question", asked, tuple(questions))
        allowed = tuple(word.value for word in questions[asked].answers)
        if given and given not in allowed:
            raise UnknownAnswer(asked, given, allowed)


def published_word(instrument: Instrument, rating: str) -> Word | None:
    """Return the overall word that others printed, or None for "".

    Raises UnknownRating for a rating that the instrument does not give.
    """
    if not rating:
        return None
    known = {word.value: word for word in instrument.overall_words}
    if rating not in known:
        raise UnknownRating(f"{instrument.title}: published rating", rating, tuple(known))
    return known[rating]
