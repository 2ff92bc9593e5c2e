"""Build the published document of an article from its rows. Schema `maglyc-article-1`, see docs/document.md."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claims.documents.canonical import timestamp
from claims.documents.source_part import source_part
from claims.models import Article, Omission
from sources.models import Source

SCHEMA = "maglyc-article-1"


def omission_part(omission: Omission) -> dict[str, Any]:
    return {
        "key": omission.key,
        "statement": omission.statement,
        "why_it_matters": omission.why_it_matters,
        "claims": [link.claim.name for link in omission.claim_links.select_related("claim")],
        "sources": [link.source.citekey for link in omission.source_links.select_related("source")],
    }


def build_article_document(article: Article, *, version: int, published_at: datetime) -> dict[str, Any]:
    """Return the article's description, its newest text and its omissions with their sources."""
    text_version = article.current_version
    cited = Source.objects.filter(omission_links__omission__article=article).distinct().with_notices()
    return {
        "schema": SCHEMA,
        "id": article.name,
        "slug": article.slug,
        "version": version,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "note": article.note,
        "text": text_version.text if text_version else "",
        "text_version": text_version.number if text_version else None,
        "text_sha256": text_version.sha256 if text_version else None,
        "omissions": [omission_part(omission) for omission in article.omissions.all()],
        "sources": [source_part(source) for source in sorted(cited, key=lambda source: source.citekey)],
        "published_at": timestamp(published_at),
    }
