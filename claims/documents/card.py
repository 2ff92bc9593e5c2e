"""The small parts of a claim's document that lists need: a card, the terms to filter by, the text to search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FIGURE_FIELDS = ("key", "text", "verdict", "flagged", "unsupported", "reason")
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
    return sorted(terms)


def _texts(document: dict[str, Any]) -> Iterator[str | None]:
    yield from (document["id"], document["statement"], document["verdict_reason"], document["accurate_wording"])
    yield from document["topics"]
    yield from (item["quote"] for item in document["occurrences"])
    for figure in document["figures"]:
        yield from (figure["text"], figure["reason"], figure["comparator"], figure["population"])
    for item in document["evidence"]:
        yield from (item["population"], item["intervention"], item["comparator"], item["outcome"], item["note"])
        yield from (finding["what"] for finding in item["findings"])
    for source in document["sources"]:
        csl = source["csl"]
        yield from (csl["title"], csl.get("container-title"), csl.get("DOI"), csl.get("PMID"), csl.get("PMCID"))
        yield from (source["citekey"], source["short"])
        yield from (author.get("family") or author.get("literal") for author in csl.get("author", []))


def search_text_of(document: dict[str, Any]) -> str:
    """Return all text of the claim that a search should find it by, one part a line."""
    return "\n".join(text for text in _texts(document) if text)
