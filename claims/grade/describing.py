"""The rules as tables for the methodology page, made from the very data that compute the ratings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.consistency import CHECKS
from claims.figures.elemental import COMPOUNDS
from claims.figures.substances import ACTIVITIES
from claims.grade.rulesets import Ruleset, fingerprint
from claims.grade.strength import STRENGTH_WORDS
from claims.grade.vocabulary import WordingStrength
from claims.grade.wording import ALLOWED, SIZES, Effect, allowed_wording


@dataclass(frozen=True, slots=True)
class Section:
    """One table: every row has as many cells as there are columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def describe_ruleset(ruleset: Ruleset) -> tuple[Section, ...]:
    """Return the tables of one ruleset: scale, starts, steps down, steps up, thresholds of the suggestions."""
    return (_scale(ruleset), _starts(ruleset), _downs(ruleset), _ups(ruleset), _thresholds(ruleset))


def describe_wording() -> tuple[Section, ...]:
    """Return the tables of wording: what each certainty allows, and the words that tell a sentence's strength."""
    effect = Effect("the supplement", "reduce", "the complaint")
    rows = tuple(
        (certainty.label, allowed, *(allowed_wording(certainty, size, effect) for size in SIZES))
        for certainty, allowed in ALLOWED.items()
    )
    words = tuple(
        (strength.label, strength.definition, ", ".join(STRENGTH_WORDS[strength])) for strength in WordingStrength
    )
    return (
        Section("What each certainty allows", ("certainty", "allowed", *(f"{size} effect" for size in SIZES)), rows),
        Section(
            "Strength of wording",
            ("strength", "meaning", "words"),
            words,
            "Verbs are listed in their base form. “Makes sleep deeper” and “has a calming effect” state a "
            "cause too. A sentence with none of these words is a plain statement of fact.",
        ),
    )


def describe_figures() -> tuple[Section, ...]:
    """Return what the figure check computes with: the shares of the compounds, the vitamins, the checks of sources."""
    compounds = tuple(
        (
            re.sub(r"^l-", "L-", entry.name),
            entry.formula,
            entry.hydration,
            f"{entry.molar_mass:.2f}",
            f"{100 * entry.fraction:.1f}",
        )
        for entry in COMPOUNDS
    )
    units = tuple((re.sub(r" ([a-z])$", _capital, name), f"{1e6 * grams:g}") for name, grams in ACTIVITIES.items())
    checks = tuple((code.replace("_", " "), holds) for code, holds in CHECKS.items())
    return (
        Section(
            "Magnesium in its compounds",
            ("compound", "formula", "water", "molar mass (g)", "share of magnesium (%)"),
            compounds,
            "From the formulas and the standard atomic weights of IUPAC (Prohaska 2022). A name without water means "
            "the first form listed; each listed hydrate is tried too, and the reason says which.",
        ),
        Section("International units", ("vitamin", "mass of one unit (µg)"), units),
        Section(
            "Do the numbers of a source fit each other?",
            ("check", "what has to hold"),
            checks,
            "Each check leaves room for rounding and for methods that it cannot see. What does not fit is told beside "
            "the finding and changes no verdict.",
        ),
    )


def _capital(match: re.Match[str]) -> str:
    """Return the letter of a vitamin as it is written: "vitamin D"."""
    return match[0].upper()


def _scale(ruleset: Ruleset) -> Section:
    rows = tuple((word.symbol, word.label, str(level), word.definition) for word, level in ruleset.levels.items())
    low, high = ruleset.clamp
    note = f"Start, steps down and steps up are added; a sum below {low} counts as {low}, one above {high} as {high}."
    return Section("Certainty", ("symbol", "certainty", "level", "meaning"), rows, note)


def _starts(ruleset: Ruleset) -> Section:
    rows = tuple(
        (design.label, start.level.label if start.level else f"depends on {start.needs}", start.reason)
        for design, start in ruleset.start.items()
    )
    note = "A body of evidence starts at the level of its best design."
    return Section("Where evidence starts", ("design", "starts", "why"), rows, note)


def _downs(ruleset: Ruleset) -> Section:
    rows = tuple((domain.label, f"0 to −{-step}", domain.definition) for domain, step in ruleset.lowest.items())
    note = "Each step needs a reason. One flaw is not counted in two domains."
    return Section("Rating down", ("domain", "steps", "when"), rows, note)


def _ups(ruleset: Ruleset) -> Section:
    rows = tuple((upgrade.label, f"0 to +{step}", upgrade.definition) for upgrade, step in ruleset.highest.items())
    notes = ["Only evidence without random allocation is rated up."]
    if ruleset.up_needs_no_down:
        notes.append("Normally only where nothing was rated down.")
    if ruleset.confounding_in_risk_of_bias:
        notes.append("Confounding is judged once, in risk of bias, and cannot also rate up.")
    return Section("Rating up", ("reason", "steps", "when"), rows, " ".join(notes))


def _thresholds(ruleset: Ruleset) -> Section:
    limits = ruleset.thresholds
    harm, benefit = limits.appreciable_ratio
    rows = (
        ("risk of bias, two steps", f"more than {_percent(limits.most)} of the information at high risk"),
        (
            "risk of bias, one step",
            f"{_percent(limits.substantial)} or more at high risk, or no more than {_percent(limits.most)} at low risk",
        ),
        ("indirectness", f"more than {_percent(limits.most)} of the information indirect; two steps if twice indirect"),
        (
            "inconsistency",
            "point estimates on different sides without overlap; two steps if whole intervals are",
        ),
        (
            "effects compared",
            "findings of one outcome and one statistic in units that convert, one for each source; of several such"
            " groups that of the target's unit, else the one with the most independent sources",
        ),
        (
            "imprecision",
            "one step for each threshold of the chosen target that the interval crosses, where none is chosen of no"
            " effect, at most three; several results are pooled with random effects where all have intervals that can"
            " be compared",
        ),
        ("imprecision of a ratio, two steps", f"the interval holds both {harm:g} and {benefit:g}"),
        (
            "imprecision by size",
            "where no threshold is crossed, fewer participants than the optimal information size; where none was given,"
            f" fewer than {limits.participants} participants or {limits.events} events; enough of them suggest nothing"
            " without an interval",
        ),
        ("imprecision by size, two steps", f"less than {_percent(limits.far_below)} of what is needed"),
        ("publication bias", f"only industry-funded studies of fewer than {limits.small_study} people"),
        (
            "large effect",
            f"every ratio beyond {limits.large_ratio:g} (or its inverse); two steps beyond {limits.very_large_ratio:g};"
            " nothing is suggested where one of them is an odds ratio, which overstates a risk ratio",
        ),
    )
    note = f"A suggestion never decides; a curator does. Ruleset {ruleset.id}, fingerprint {fingerprint(ruleset)}."
    return Section("What the suggestions compare with", ("suggestion", "rule"), rows, note)


def _percent(share: float) -> str:
    return f"{share * 100:g} %"
