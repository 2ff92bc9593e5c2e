"""The GRADE rulesets as versioned data: where evidence starts, how far a judgement moves it, what it is compared with.

A ruleset never changes once something was published under it: a new weight is a new id, and ratings made under the
old one stay what they were. `fingerprint` covers everything that can alter a rating or a suggestion.

Sources: Core GRADE 1 to 4 (Guyatt 2025, BMJ 389), GRADE guidelines 6 (Guyatt 2011), 9 (Guyatt 2011), 18 (Schünemann
2019) and GRADE guidance 34/35 (Zeng 2022; Schünemann 2022) for three steps of imprecision.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from claims.grade.vocabulary import Certainty, Design, Domain, Upgrade

#: The scale of certainty as numbers; a rating is a sum on it, held between its ends.
LEVELS: Mapping[Certainty, int] = MappingProxyType(
    {Certainty.HIGH: 4, Certainty.MODERATE: 3, Certainty.LOW: 2, Certainty.VERY_LOW: 1}
)
_CERTAINTIES = {level: certainty for certainty, level in LEVELS.items()}


class UnknownRuleset(KeyError):
    """No ruleset has this id."""

    def __str__(self) -> str:
        return str(self.args[0])


class Needs(StrEnum):
    """What must be known before a design has a starting level."""

    NOTHING = ""
    ROBINS_I = "robins-i"
    INCLUDED_STUDIES = "included studies"


@dataclass(frozen=True, slots=True)
class Start:
    """Where evidence of one design starts; ``level`` is ``None`` where that depends on what ``needs`` names."""

    level: Certainty | None
    reason: str
    needs: Needs = Needs.NOTHING


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers that the suggestions compare with. Shares are of all information (0 to 1).

    ``participants`` and ``events`` are the fall-backs where no optimal information size is given; ``far_below`` is the
    share of an information size under which two steps are suggested; ``appreciable_ratio`` are the relative effects
    that count as appreciable harm or benefit where no threshold is stated (Guyatt 2011).
    """

    most: float = 0.5
    substantial: float = 0.25
    participants: int = 400
    events: int = 300
    far_below: float = 0.3
    appreciable_ratio: tuple[float, float] = (0.75, 1.25)
    small_study: int = 100
    large_ratio: float = 2.0
    very_large_ratio: float = 5.0


@dataclass(frozen=True, slots=True)
class Ruleset:
    """One set of rules for certainty.

    ``lowest`` is the furthest step down per domain (negative), ``highest`` the furthest step up per reason (positive).
    ``up_needs_no_down``: rating up is normally kept for evidence with nothing rated down. ``start_high_is_randomised``:
    evidence can only start high by random allocation. ``confounding_in_risk_of_bias``: confounding is judged once, in
    risk of bias, so that plausible confounding cannot also rate up.
    """

    id: str
    title: str
    source: str
    levels: Mapping[Certainty, int]
    start: Mapping[Design, Start]
    lowest: Mapping[Domain, int]
    highest: Mapping[Upgrade, int]
    up_needs_no_down: bool
    start_high_is_randomised: bool
    confounding_in_risk_of_bias: bool
    clamp: tuple[int, int] = (1, 4)
    thresholds: Thresholds = Thresholds()


#: Designs in which people (or their treatments) are put in groups or in order by chance.
RANDOMISED = frozenset({Design.RCT_PARALLEL, Design.RCT_CROSSOVER})
#: Designs in people without random allocation that can be assessed with ROBINS-I.
NON_RANDOMISED = frozenset({Design.NONRANDOMISED_TRIAL, Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL})

_RANDOM = "Random allocation balances what is known and what is not."
_CASES = "Cases without a comparison cannot show what would have happened otherwise."
_LABORATORY = "Animals, cells and tissue stand in for people."
_BEHIND = "It starts where the studies behind it start; it is not a study of its own."


def _shared_starts() -> dict[Design, Start]:
    behind = Start(None, _BEHIND, Needs.INCLUDED_STUDIES)
    return {
        Design.META_ANALYSIS: behind,
        Design.SYSTEMATIC_REVIEW: behind,
        Design.GUIDELINE: behind,
        Design.NARRATIVE_REVIEW: behind,
        Design.RCT_PARALLEL: Start(Certainty.HIGH, _RANDOM),
        Design.RCT_CROSSOVER: Start(Certainty.HIGH, _RANDOM),
        Design.PRODUCT_SURVEY: Start(Certainty.LOW, "Products or their users are counted; nothing is allotted."),
        Design.CASE_SERIES: Start(Certainty.VERY_LOW, _CASES),
        Design.CASE_REPORT: Start(Certainty.VERY_LOW, _CASES),
        Design.ANIMAL: Start(Certainty.VERY_LOW, _LABORATORY),
        Design.IN_VITRO: Start(Certainty.VERY_LOW, _LABORATORY),
        Design.EXPERT_OPINION: Start(Certainty.VERY_LOW, "An opinion reads evidence; it is not evidence."),
    }


def _by_design(starts: dict[Design, Start]) -> Mapping[Design, Start]:
    """Put the starts in the order in which designs are declared, so that every table lists them alike."""
    return MappingProxyType({design: starts[design] for design in Design})


def _core_starts() -> Mapping[Design, Start]:
    low = Start(Certainty.LOW, "Without random allocation other differences between people can explain the result.")
    return _by_design({**_shared_starts(), **dict.fromkeys(NON_RANDOMISED, low)})


def _robins_i_starts() -> Mapping[Design, Start]:
    open_start = Start(
        None,
        "Starts high only where it was assessed with ROBINS-I, which then rates risk of bias down, usually by two.",
        Needs.ROBINS_I,
    )
    return _by_design({**_shared_starts(), **dict.fromkeys(NON_RANDOMISED, open_start)})


def _lowest(risk_of_bias: int) -> Mapping[Domain, int]:
    return MappingProxyType(
        {
            Domain.RISK_OF_BIAS: risk_of_bias,
            Domain.INCONSISTENCY: -2,
            Domain.INDIRECTNESS: -2,
            Domain.IMPRECISION: -3,
            Domain.PUBLICATION_BIAS: -2,
        }
    )


_HIGHEST: Mapping[Upgrade, int] = MappingProxyType(
    {Upgrade.LARGE_EFFECT: 2, Upgrade.DOSE_RESPONSE: 1, Upgrade.PLAUSIBLE_CONFOUNDING: 1}
)

_CORE = Ruleset(
    id="core-grade-2025",
    title="Core GRADE",
    source="Guyatt et al. 2025, BMJ 389:e083864, with GRADE guidelines 6 and 9 (2011)",
    levels=LEVELS,
    start=_core_starts(),
    lowest=_lowest(-2),
    highest=_HIGHEST,
    up_needs_no_down=True,
    start_high_is_randomised=True,
    confounding_in_risk_of_bias=False,
)

_ROBINS_I = Ruleset(
    id="grade18-robins-i",
    title="GRADE with ROBINS-I for non-randomised studies",
    source="Schünemann et al. 2019, GRADE guidelines 18, J Clin Epidemiol 111:105-114",
    levels=LEVELS,
    start=_robins_i_starts(),
    lowest=_lowest(-3),
    highest=_HIGHEST,
    up_needs_no_down=False,
    start_high_is_randomised=False,
    confounding_in_risk_of_bias=True,
)

RULESETS: Mapping[str, Ruleset] = MappingProxyType({ruleset.id: ruleset for ruleset in (_CORE, _ROBINS_I)})


def get_ruleset(id: str) -> Ruleset:
    """Return the ruleset with this id; raises `UnknownRuleset` naming the ids there are."""
    try:
        return RULESETS[id]
    except KeyError:
        raise UnknownRuleset(f"There is no ruleset {id!r}; there are: {', '.join(RULESETS)}.") from None


def certainty_of(level: int) -> Certainty:
    """Return the certainty of a level 1 to 4; raises `ValueError` for any other number."""
    if level not in _CERTAINTIES:
        raise ValueError(f"Certainty has the levels 1 to 4, not {level}.")
    return _CERTAINTIES[level]


def weights(ruleset: Ruleset) -> dict[str, object]:
    """Return everything in the ruleset that can alter a rating or a suggestion, as plain JSON values.

    Titles and reasons are left out: putting a sentence better is not a new rule.
    """
    limits = ruleset.thresholds
    return {
        "id": ruleset.id,
        "levels": {str(certainty): level for certainty, level in ruleset.levels.items()},
        "start": {
            str(design): [None if start.level is None else str(start.level), str(start.needs)]
            for design, start in ruleset.start.items()
        },
        "lowest": {str(domain): step for domain, step in ruleset.lowest.items()},
        "highest": {str(upgrade): step for upgrade, step in ruleset.highest.items()},
        "up_needs_no_down": ruleset.up_needs_no_down,
        "start_high_is_randomised": ruleset.start_high_is_randomised,
        "confounding_in_risk_of_bias": ruleset.confounding_in_risk_of_bias,
        "clamp": list(ruleset.clamp),
        "thresholds": {name: getattr(limits, name) for name in Thresholds.__slots__},
    }


def fingerprint(ruleset: Ruleset) -> str:
    """Return the SHA-256 (hex) of the ruleset's weights as canonical JSON."""
    text = json.dumps(weights(ruleset), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
