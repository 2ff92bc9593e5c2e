"""The ledger of overrides in reports: where a person chose otherwise than the rules, both values, why, who and when."""

from __future__ import annotations

from typing import Any

from claims.grade.instruments.registry import instrument
from claims.reports.words import day, judgement

View = dict[str, Any]


def override_view(item: View, figures: list[View]) -> View:
    """Return a judgement that differs, as it is printed.

    Its subject is `figure:KEY`, `assessment:OUTCOME:STEP` or `appraisal:CITEKEY:INSTRUMENT:RESULT`.
    """
    return {
        "subject": _subject(item["subject"], figures),
        "suggested": judgement(item["suggested"]),
        "chosen": judgement(item["chosen"]),
        "reason": item["reason"],
        "by": item["by"],
        "at": day(item["at"]),
    }


def override_sentence(item: View, figures: list[View]) -> str:
    """Return the same in one cell of a table, with the moment in ISO form."""
    view = override_view(item, figures)
    said = "{subject}: computed {suggested}, chosen {chosen}: {reason}".format(**view).rstrip(". ")
    return f"{said} ({view['by']}, {item['at']})"


def override_columns(item: View, figures: list[View]) -> View:
    """Return the same as columns of a table of their own, with the moment in ISO form."""
    view = override_view(item, figures)
    return {
        "about": view["subject"],
        "computed": view["suggested"],
        "chosen": view["chosen"],
        "reason": view["reason"],
        "by": view["by"],
        "at": item["at"],
        "ruleset": item.get("ruleset"),
    }


def _subject(subject: str, figures: list[View]) -> str:
    kind, _, rest = subject.partition(":")
    if kind == "figure":
        return next((f"figure “{figure['text']}”" for figure in figures if figure["key"] == rest), rest)
    if kind == "appraisal":
        citekey, name, result = rest.split(":", 2)
        return f"{instrument(name).title}, {citekey}" + (f", {result}" if result else "")
    outcome, _, step = rest.rpartition(":")
    named = {"start": "starting level"}.get(step, step.replace("_", " "))
    return named if outcome == "claim" else f"{named} for {outcome}"
