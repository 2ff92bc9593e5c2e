"""The small parts of a claim's document that lists need: a card, and the terms to filter by."""

from __future__ import annotations

from typing import Any

from claims.figures.given_forms import forms_given

FIGURE_FIELDS = ("key", "text", "statistic", "verdict", "flagged", "unsupported", "reason")
OCCURRENCE_FIELDS = ("slug", "title", "version", "paragraph", "sentence", "quote", "start", "end")


def card_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return what lists, the article page and the home page show of a claim."""
    names = (
        "id",
        "version",
        "statement",
        "verdict",
        "verdict_reason",
        "accurate_wording",
        "certainty",
        "kind",
        "topics",
    )
    return {
        **{name: document[name] for name in names},
        "published_at": document["published_at"],
        "change_note": document["change_note"],
        "figures": [{name: figure[name] for name in FIGURE_FIELDS} for figure in document["figures"]],
        "sources": {item["source"]: item["stance"] for item in document["evidence"]},
        "occurrences": [{name: item[name] for name in OCCURRENCE_FIELDS} for item in document["occurrences"]],
        "totals": document["totals"],
        "checked": document["coverage"]["checked"],
    }


def terms_of(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the (field, value) pairs that the claim can be filtered by, each once, in order."""
    terms = {("topic", topic) for topic in document["topics"]}
    terms |= {("article", item["slug"]) for item in document["occurrences"]}
    for item in document["evidence"]:
        terms |= {("stance", item["stance"]), ("source", item["source"]), ("design", item["design"])}
        terms |= {("indirect", code) for code in item["indirectness"]}
        terms |= {("form", form) for form in forms_of(item)}
    return sorted(terms)


def forms_of(item: dict[str, Any]) -> list[str]:
    """Return the forms given in a piece of evidence; documents older than the member are read by the same rule."""
    return item["forms"] if "forms" in item else [str(form) for form in forms_given(item["intervention"] or "")]
