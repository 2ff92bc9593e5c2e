"""schema.org JSON-LD of the public pages: ClaimReview, Article, ScholarlyArticle and Dataset.

ClaimReview follows schema.org and the properties that fact-check collections read: ``claimReviewed`` is the claim
without its verdict, ``reviewRating.alternateName`` the verdict in words. A number goes with it only where the verdict
is a place on a scale; a claim that nobody tested has none.
"""

from __future__ import annotations

from typing import Any

from claims.documents.canonical import canonical_json
from claims.grade.vocabulary import Verdict

CONTEXT = "https://schema.org"
PUBLISHER = "maglyc"
BEST, WORST = 5, 1
#: The number of each verdict on the scale from 1 to 5; the methodology page prints it.
RATINGS: dict[Verdict, int | None] = {
    Verdict.SUPPORTED: 5,
    Verdict.PARTLY_SUPPORTED: 4,
    Verdict.MISLEADING: 3,
    Verdict.UNSUPPORTED: 2,
    Verdict.CONTRADICTED: 1,
    Verdict.NOT_CHECKABLE: None,
    Verdict.UNTESTED: None,
}
#: Most characters of ``claimReviewed``, which is meant to be a summary.
SHORT = 75
GAP = " … "
TYPES = {"article-journal": "ScholarlyArticle", "book": "Book", "report": "Report", "webpage": "WebPage"}
#: Signs that could end the script element or an entity in it, as JSON writes them without harm (ECMA-404).
UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def script_text(data: dict[str, Any]) -> str:
    """Return the data as JSON that is safe inside a script element."""
    return canonical_json(data).translate(UNSAFE)


def _rating(verdict: str) -> dict[str, Any]:
    word = Verdict(verdict)
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": word.label.capitalize()}
    if (number := RATINGS[word]) is not None:
        rating |= {"ratingValue": number, "bestRating": BEST, "worstRating": WORST}
    return rating


def organisation(site: str) -> dict[str, Any]:
    """Return who publishes the pages."""
    return {"@type": "Organization", "name": PUBLISHER, "url": f"{site}/"}


def _appearance(occurrence: dict[str, Any]) -> dict[str, Any]:
    given = {"@type": "CreativeWork", "url": occurrence["url"], "headline": occurrence["title"]}
    return {name: value for name, value in given.items() if value}


def _claim(document: dict[str, Any]) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "text": document["statement"]}
    occurrences = {item["article"]: item for item in document["occurrences"]}
    appearances = [_appearance(item) for item in occurrences.values()]
    if appearances:
        claim["appearance"] = appearances
    # with several articles nothing here tells which was first
    if len(appearances) == 1:
        claim["firstAppearance"] = appearances[0]
    publishers = sorted({item["publisher"] for item in occurrences.values() if item["publisher"]})
    if publishers:
        claim["author"] = [{"@type": "Organization", "name": name} for name in publishers]
    return claim


def summarised(statement: str, figures: list[str]) -> str:
    """Return the statement in at most `SHORT` characters, cut between words; its first figure is never cut off."""
    if len(statement) <= SHORT:
        return statement
    places = sorted((statement.find(figure), figure) for figure in figures if figure in statement)
    end = places[0][0] + len(places[0][1]) if places else 0
    if end < SHORT:
        return f"{_opening(statement, SHORT - 1)}…"
    tail = GAP + statement[places[0][0] : end]
    closing = "…" if end < len(statement.rstrip(".")) else ""
    return _opening(statement, SHORT - len(tail + closing)) + tail + closing


def _opening(text: str, length: int) -> str:
    """Return the words that begin the text, in at most so many characters; one word that is longer is cut."""
    if length <= 0:
        return ""
    whole = text[: length + 1].rpartition(" ")[0] or text[:length]
    return whole.rstrip(" ,;:–-")


def claim_review(document: dict[str, Any], *, site: str) -> dict[str, Any]:
    """Return the ClaimReview of a published claim."""
    statement = document["statement"]
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "url": f"{site}/claims/{document['id']}/",
        "claimReviewed": summarised(statement, [figure["text"] for figure in document["figures"]]),
        "headline": statement,
        "datePublished": document["published_at"],
        "author": organisation(site),
        "reviewRating": _rating(document["verdict"]),
        "reviewBody": document["verdict_reason"],
        "itemReviewed": _claim(document),
        "inLanguage": "en",
        "citation": [scholarly_work(source) for source in document["sources"]],
    }


def _author(author: dict[str, Any]) -> dict[str, Any]:
    if "literal" in author:
        return {"@type": "Organization", "name": author["literal"]}
    name = " ".join(part for part in (author.get("given"), author.get("family")) if part)
    return {"@type": "Person", "name": name}


def scholarly_work(source: dict[str, Any]) -> dict[str, Any]:
    """Return a cited source."""
    csl = source["csl"]
    issued = csl.get("issued", {}).get("date-parts", [[]])[0]
    work = {
        "@type": TYPES.get(csl["type"], "CreativeWork"),
        "name": csl["title"],
        "author": [_author(author) for author in csl.get("author", [])],
        "datePublished": "-".join(f"{part:02d}" for part in issued),
        "identifier": f"https://doi.org/{csl['DOI']}" if csl.get("DOI") else None,
        "url": csl.get("URL"),
    }
    return {name: value for name, value in work.items() if value}


def source_page(source: dict[str, Any], *, site: str) -> dict[str, Any]:
    """Return the markup of a source's page."""
    return {"@context": CONTEXT, **scholarly_work(source), "mainEntityOfPage": f"{site}/sources/{source['citekey']}/"}


def article_page(article: dict[str, Any], *, site: str) -> dict[str, Any]:
    """Return the markup of an article's page: a review of an article somewhere else."""
    about = {"@type": "Article", "headline": article["title"], "url": article["url"] or None}
    return {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": f"{article['title']}: what the evidence says",
        "url": f"{site}/articles/{article['slug']}/",
        "datePublished": article["published_at"],
        "publisher": organisation(site),
        "about": {name: value for name, value in about.items() if value},
        "inLanguage": "en",
    }


def data_page(*, site: str, claims: int) -> dict[str, Any]:
    """Return the markup of the downloads as a data set."""
    formats = {"csv": "text/csv", "json": "application/json"}
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": "Claims of health articles and the evidence for each",
        "description": f"{claims} published claims with verdict, certainty, figures and evidence.",
        "url": f"{site}/data/",
        "creator": organisation(site),
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{site}/claims/export.{ending}"}
            for ending, media in formats.items()
        ],
    }
