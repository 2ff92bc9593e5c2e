"""An assessment step by step: where evidence starts, what each domain takes or gives, and what the rules suggest."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext

from claims.figures.quantity import FigureVerdict
from claims.grade.instruments.instrument import published_word
from claims.grade.instruments.registry import instrument
from claims.grade.rulesets import LEVELS, RULESETS
from claims.grade.vocabulary import Certainty, Domain, Upgrade
from claims.reports.comparison import comparison_of
from claims.words import Word
from sources.labels import label, translated

START = "start"
STEPS: dict[str, Word] = {str(word): word for words in (Domain, Upgrade) for word in words}
#: Where the glossary tells what a step is about.
TERMS = {
    **{str(word): f"domain-{word}" for word in Domain},
    **{str(word): f"upgrade-{word}" for word in Upgrade},
    START: "certainty",
}
STARTS = {level: certainty for certainty, level in LEVELS.items()}


def signed(step: int | str) -> str:
    """Return a step with its sign, a true minus; no step is ``0``."""
    number = int(step)
    return f"{number:+d}".replace("-", "−") if number else "0"


def assessment_rows(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each assessment with its ruleset's title, its steps, and what would change the rating."""
    return [_assessment(assessment) for assessment in document["assessments"]]


def _assessment(assessment: dict[str, Any]) -> dict[str, Any]:
    suggestions = {row["name"]: row for row in assessment.get("suggestions", [])}
    ruleset = RULESETS.get(assessment["ruleset"])
    total = int(assessment["steps"][-1]["after"])
    held = LEVELS[Certainty(assessment["certainty"])]
    return {
        **assessment,
        "title": translated(ruleset.title) if ruleset else assessment["ruleset"],
        "steps": [step_row(step, suggestions.get(step["name"])) for step in assessment["steps"]],
        "total": str(total).replace("-", "−"),
        "held": held if held != total else None,
        "comparison": comparison_of(assessment),
        "raising": [change for change in assessment.get("changes", []) if change["way"] == "raise"],
        "lowering": [change for change in assessment.get("changes", []) if change["way"] != "raise"],
    }


def step_row(step: dict[str, Any], suggestion: dict[str, Any] | None) -> dict[str, Any]:
    """Return a step as signed numbers with the suggestion of the rules beside it."""
    return {
        **step,
        "label": step_label(step),
        "term": TERMS.get(step["name"], ""),
        "signed": signed(step["change"]),
        "after": str(step["after"]).replace("-", "−"),
        "moves": int(step["change"]) != 0,
        "suggested": suggested_text(suggestion),
        "suggested_because": suggestion["reason"] if suggestion else "",
        "differs": suggestion is not None and suggestion["suggested"] not in (None, suggestion["chosen"]),
    }


def step_label(step: dict[str, Any]) -> str:
    """Return what a step is called; one that no vocabulary knows any more keeps the words of its document."""
    if step["name"] in STEPS:
        return label(STEPS[step["name"]])
    level = STARTS.get(int(step["after"])) if step["name"] == START else None
    return gettext("starts at %(level)s") % {"level": label(level)} if level else str(step["label"])


def suggested_text(suggestion: dict[str, Any] | None) -> str:
    """Return what the rules suggest: a level for the start, a signed step otherwise, or that they cannot tell."""
    if suggestion is None:
        return ""
    if suggestion["suggested"] is None:
        return gettext("cannot tell")
    return _level(suggestion["suggested"]) if suggestion["name"] == START else signed(suggestion["suggested"])


def _level(certainty: str) -> str:
    return label(Certainty(certainty))


def override_rows(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return where a person chose otherwise than the rules: what about, both values in words, why, who and when."""
    figures = {figure["key"]: figure["text"] for figure in document["figures"]}
    return [_override(override, figures) for override in document["overrides"]]


def _override(override: dict[str, Any], figures: dict[str, str]) -> dict[str, Any]:
    kind, _, rest = override["subject"].partition(":")
    if kind == "figure":
        values = [label(FigureVerdict(override[name])) for name in ("suggested", "chosen")]
        return {
            **override,
            "about": gettext("Figure “%(text)s”") % {"text": figures.get(rest, rest)},
            "was": values[0],
            "now": values[1],
        }
    if kind == "appraisal":
        return {**override, **_instrument_override(override, rest)}
    outcome, _, name = rest.rpartition(":")
    about = gettext("Starting level") if name == START else capfirst(label(STEPS[name])) if name in STEPS else rest
    as_text = _level if name == START else signed
    return {
        **override,
        "about": about if outcome in ("", "claim") else f"{about}, {outcome}",
        "was": as_text(override["suggested"]),
        "now": as_text(override["chosen"]),
    }


def _instrument_override(override: dict[str, Any], rest: str) -> dict[str, str]:
    """Return about what and both values where a person decided on the overall judgement by an instrument."""
    citekey, name, result = rest.split(":", 2)
    found = instrument(name)
    was, now = (published_word(found, override[value]) for value in ("suggested", "chosen"))
    about = ", ".join(part for part in (translated(found.title), citekey, result) if part)
    return {"about": about, "was": label(was) if was else "", "now": label(now) if now else ""}
