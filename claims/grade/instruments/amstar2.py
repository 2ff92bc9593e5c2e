"""AMSTAR 2: confidence in a systematic review from 16 items (Shea 2017, BMJ 358:j4008).

The rating counts flaws: a "no" to a critical item is a critical flaw, a "no" elsewhere a weakness. A partial yes
counts as yes, "no meta-analysis" is no flaw. Reviewers may declare other critical items; the set used is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.grade.instruments.amstar2_items import LABELS, QUESTIONS, Amstar2Answer
from claims.grade.instruments.charts import ask
from claims.grade.instruments.domains import DomainResult, DomainSpec, Part, domain
from claims.grade.instruments.instrument import Instrument, judge_by
from claims.grade.instruments.overall import Overall, chosen, still_open
from claims.grade.instruments.questions import Answers, Question, UnknownQuestion
from claims.words import Word

DEFAULT_CRITICAL = ("2", "4", "7", "9", "11", "13", "15")


class Amstar2Rating(Word):
    """How far a review can be trusted to sum up its studies rightly."""

    HIGH = "high", "high", "+", "No more than one weakness, and none in a critical item."
    MODERATE = "moderate", "moderate", "–", "Several weaknesses, but none in a critical item."
    LOW = "low", "low", "✗", "One critical flaw."
    CRITICALLY_LOW = "critically_low", "critically low", "‼", "More than one critical flaw: not to be relied on."


@dataclass(frozen=True, slots=True)
class CountFlaws:
    """The overall rule of AMSTAR 2 with the item ids held to be critical."""

    critical: tuple[str, ...] = DEFAULT_CRITICAL

    def sentences(self) -> tuple[str, ...]:
        """Return the rule in words, as the methodology page prints it."""
        return (
            f"Critical items: {', '.join(self.critical)}. Only a plain no is a flaw.",
            "More than one critical flaw: critically low. One: low.",
            "No critical flaw, but more than one weakness elsewhere: moderate. Otherwise: high.",
            "With several weaknesses a person may decide on low instead of moderate; the decision is recorded.",
        )

    def settle(self, domains: tuple[DomainResult, ...], choice: str | None = None) -> Overall:
        """Return the rating of the 16 items; raises ChoiceNotOpen for a choice the rule does not leave."""
        if not all(found.complete for found in domains):
            return Overall(None, None, still_open(domains))
        flaws, weaknesses = self.flaws(domains)
        computed = _rating(len(flaws), len(weaknesses))
        choices = (computed, Amstar2Rating.LOW) if computed == Amstar2Rating.MODERATE else ()
        reason = f"{computed.label}: critical flaws: {_items(flaws)}; other weaknesses: {_items(weaknesses)}."
        return chosen(computed, choices, choice, reason)

    def flaws(self, domains: tuple[DomainResult, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of items answered no: (critical flaws, other weaknesses)."""
        denied = [found.id for found in domains if found.judgement == Amstar2Answer.NO]
        return tuple(i for i in denied if i in self.critical), tuple(i for i in denied if i not in self.critical)


def _rating(flaws: int, weaknesses: int) -> Amstar2Rating:
    if flaws:
        return Amstar2Rating.CRITICALLY_LOW if flaws > 1 else Amstar2Rating.LOW
    return Amstar2Rating.MODERATE if weaknesses > 1 else Amstar2Rating.HIGH


def _items(found: tuple[str, ...]) -> str:
    return f"item {', '.join(found)}" if found else "none"


def _item(label: str, question: Question) -> DomainSpec:
    chart = ask(question.id, *(((answer,), answer) for answer in question.answers))
    return domain(question.id, label, (question,), Part(label, chart))


AMSTAR2 = Instrument(
    "amstar2-2017",
    "AMSTAR 2",
    "Shea BJ and others, BMJ 2017;358:j4008",
    "a systematic review of studies of an intervention",
    tuple(_item(label, question) for label, question in zip(LABELS, QUESTIONS, strict=True)),
    Amstar2Answer,
    Amstar2Rating,
    CountFlaws(),
    "The rating is computed; a rating printed elsewhere is kept beside it and never replaces it.",
)


def with_critical(critical: Iterable[str]) -> Instrument:
    """Return AMSTAR 2 with other critical items declared; raises UnknownQuestion for one that does not exist."""
    return replace(AMSTAR2, overall=CountFlaws(_known(critical)))


@dataclass(frozen=True, slots=True)
class Amstar2Result:
    """A rating with its grounds; `computed` is what the rule gives, `rating` includes a person's choice.

    Both are None while `missing` items are unanswered. `differs`: whether `published` is another rating than
    `computed`; None where either is unknown. `critical` is the set of item ids that was used.
    """

    rating: Amstar2Rating | None
    computed: Amstar2Rating | None
    reason: str
    critical_flaws: tuple[str, ...]
    weaknesses: tuple[str, ...]
    critical: tuple[str, ...]
    missing: tuple[str, ...]
    published: Amstar2Rating | None = None
    differs: bool | None = None


def rate_amstar2(
    answers: Answers,
    critical: Iterable[str] = DEFAULT_CRITICAL,
    *,
    published: str | None = None,
    overall_choice: str | None = None,
) -> Amstar2Result:
    """Rate a review from `answers` (item id "1".."16" -> answer), with `published` kept beside the computed rating.

    Raises UnknownQuestion (also for a critical item that does not exist), UnknownAnswer, ChoiceNotOpen, and
    ValueError for a published rating that is none of AMSTAR 2's.
    """
    rule = CountFlaws(_known(critical))
    result = judge_by(replace(AMSTAR2, overall=rule), answers, overall_choice=overall_choice)
    flaws, weaknesses = rule.flaws(result.domains)
    computed = None if result.computed is None else Amstar2Rating(result.computed)
    printed = None if published is None else Amstar2Rating(published)
    return Amstar2Result(
        None if result.overall is None else Amstar2Rating(result.overall),
        computed,
        result.overall_reason,
        flaws,
        weaknesses,
        rule.critical,
        tuple(missing for found in result.domains for missing in found.missing),
        printed,
        None if printed is None or computed is None else printed != computed,
    )


def _known(critical: Iterable[str]) -> tuple[str, ...]:
    items = tuple(question.id for question in QUESTIONS)
    declared = set(critical)
    for item in sorted(declared - set(items)):
        raise UnknownQuestion("critical item", item, items)
    return tuple(item for item in items if item in declared)
