"""Verbs on articles: their text in versions, what they leave out, and publishing both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from claims.actions.content import lock_content, raise_content_version
from claims.actions.listing import list_sources
from claims.documents.article_document import build_article_document
from claims.documents.canonical import canonical_json, sha256_of
from claims.documents.diff import diff_documents
from claims.models import Article, ArticlePublication, ArticleVersion, Claim, Omission, OmissionClaim, OmissionSource
from claims.policies import Refused
from sources.actions import User, leave_event, next_number, remove, store, verb
from sources.models import Source


@verb
def record_article(
    *, slug: str, title: str, user: User, article: Article | None = None, number: int | None = None, **fields: Any
) -> Article:
    """Record an article, or change its description."""
    lock_content()
    article = article or Article(number=number or next_number(Article))
    for name, value in {"slug": slug, "title": title, **fields}.items():
        setattr(article, name, value)
    store(article, user=user)
    leave_event(user=user, verb="record_article", object_name=article.name)
    return article


@verb
def record_article_version(*, article: Article, text: str, user: User) -> ArticleVersion:
    """Keep the article's text as a new version; the same text again returns the version there is."""
    digest = sha256_of(text)
    if existing := article.versions.filter(sha256=digest).first():
        return existing
    number = (article.versions.count() or 0) + 1
    version = ArticleVersion(article=article, number=number, text=text, sha256=digest)
    store(version, user=user)
    leave_event(user=user, verb="record_article_version", object_name=article.name, why=f"version {number}")
    return version


def _link_all(omission: Omission, claims: Iterable[Claim], sources: Iterable[Source], *, user: User) -> None:
    for link in [*omission.claim_links.all(), *omission.source_links.all()]:
        remove(link, user=user)
    for position, claim in enumerate(claims, 1):
        store(OmissionClaim(omission=omission, claim=claim, position=position), user=user)
    for position, source in enumerate(sources, 1):
        store(OmissionSource(omission=omission, source=source, position=position), user=user)


@verb
def record_omission(
    *,
    article: Article,
    key: str,
    user: User,
    omission: Omission | None = None,
    claims: Iterable[Claim] | None = None,
    sources: Iterable[Source] | None = None,
    **fields: Any,
) -> Omission:
    """Record a material fact that the article leaves out, or change it. Links are replaced where given."""
    omission = omission or Omission(article=article)
    for name, value in {"key": key, **fields}.items():
        setattr(omission, name, value)
    store(omission, user=user)
    if claims is not None or sources is not None:
        old_claims = [link.claim for link in omission.claim_links.all()]
        old_sources = [link.source for link in omission.source_links.all()]
        _link_all(
            omission, old_claims if claims is None else claims, old_sources if sources is None else sources, user=user
        )
    leave_event(user=user, verb="record_omission", object_name=article.name, why=key)
    return omission


@verb
def publish_article(*, article: Article, user: User) -> ArticlePublication:
    """Freeze the article's description, text and omissions into the next public version."""
    if not article.versions.exists():
        raise Refused(
            gettext("Record the text of %(name)s first: there is nothing to publish.") % {"name": article.name}
        )
    now = timezone.now()
    before = article.publications.filter(is_current=True).first()
    document = build_article_document(article, version=before.version + 1 if before else 1, published_at=now)
    if before and not diff_documents(before.document, document):
        raise Refused(
            gettext("Nothing has changed since %(name)s version %(version)s.")
            % {"name": article.name, "version": before.version}
        )
    article.publications.filter(is_current=True).update(is_current=False)
    text = canonical_json(document)
    publication = ArticlePublication.objects.create(
        article=article, version=document["version"], document_text=text, sha256=sha256_of(text), published_at=now
    )
    cited = [*document["sources"], *(before.document["sources"] if before else ())]
    list_sources(source["citekey"] for source in cited)
    raise_content_version()
    leave_event(user=user, verb="publish_article", object_name=article.name, why=f"version {document['version']}")
    return publication
