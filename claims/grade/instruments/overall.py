"""From domains to the overall judgement: the worst domain, with the choice that some rules leave to a person."""

from __future__ import annotations

from dataclasses import dataclass

from claims.grade.instruments.domains import DomainResult, worst
from claims.grade.instruments.questions import ChoiceNotOpen
from claims.words import Word


@dataclass(frozen=True, slots=True)
class Several:
    """From `at_least` domains of level `of` on, and none worse, a person may decide on `may_become`."""

    of: Word
    at_least: int
    may_become: Word


@dataclass(frozen=True, slots=True)
class Overall:
    """The overall judgement: `computed` by the rule, `judgement` after a person's choice among `choices`.

    `decision_open`: the rule leaves a choice and none is recorded. Both words are None while something is open.
    """

    judgement: Word | None
    computed: Word | None
    reason: str
    choices: tuple[Word, ...] = ()
    decision_open: bool = False


@dataclass(frozen=True, slots=True)
class WorstDomain:
    """The overall judgement is that of the worst domain, but never better than `floor`."""

    floor: Word
    several: tuple[Several, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """Return the rule in words, as the methodology page prints it."""
        said = [f"The overall judgement is that of the worst domain, and {self.floor.label} at best."]
        said += [
            f"From {rule.at_least} domains at {rule.of.label} on, with none worse, a person may "
            f"decide on {rule.may_become.label}; the decision is recorded."
            for rule in self.several
        ]
        return tuple(said)

    def settle(self, domains: tuple[DomainResult, ...], choice: str | None = None) -> Overall:
        """Return the overall judgement of `domains`; raises ChoiceNotOpen for a choice the rule does not leave."""
        judged = [found.judgement for found in domains if found.judgement is not None]
        if len(judged) < len(domains):
            return Overall(None, None, still_open(domains))
        computed = worst([self.floor, *judged])
        choices = self._choices(computed, judged)
        reason = _because(computed, domains)
        return chosen(computed, choices, choice, reason)

    def _choices(self, computed: Word, judged: list[Word]) -> tuple[Word, ...]:
        rule = next((found for found in self.several if found.of == computed), None)
        if rule is None or judged.count(rule.of) < rule.at_least:
            return ()
        return rule.of, rule.may_become


def chosen(computed: Word, choices: tuple[Word, ...], choice: str | None, reason: str) -> Overall:
    """Return the overall judgement after a person's `choice`; raises ChoiceNotOpen for one that is not in `choices`."""
    if choice is not None and choice not in choices:
        raise ChoiceNotOpen("overall choice", choice, tuple(word.value for word in choices))
    if not choices:
        return Overall(computed, computed, reason)
    if choice is None:
        offer = f"A decision is open: a person may decide on {choices[1].label}."
        return Overall(computed, computed, f"{reason} {offer}", choices, decision_open=True)
    decided = type(computed)(choice)
    return Overall(decided, computed, f"{reason} A person decided on {decided.label}.", choices)


def _because(computed: Word, domains: tuple[DomainResult, ...]) -> str:
    deciding = [found for found in domains if found.judgement == computed]
    if len(deciding) == len(domains):
        return f"All {len(domains)} domains are {computed.label}."
    if not deciding:
        return f"No domain is worse than {computed.label}, which is the best this instrument gives overall."
    named = ", ".join(f"{found.id} {found.label}" for found in deciding)
    return f"The worst domain decides; {computed.label}: {named}."


def still_open(domains: tuple[DomainResult, ...]) -> str:
    """Return what keeps an appraisal from being complete, domain by domain."""
    found = [_open_domain(result) for result in domains if not result.complete]
    return f"Not complete. {' '.join(found)}"


def _open_domain(result: DomainResult) -> str:
    if result.missing:
        return f"Domain {result.id}: unanswered {', '.join(result.missing)}."
    return f"Domain {result.id}: undecided: {result.undecided}."
