"""The verb that publishes what a bundle brought, many claims at once: the lists are brought up to date at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from claims.actions.articles import publish_article
from claims.actions.content import raise_content_version
from claims.actions.cube import rebuild_cube
from claims.actions.listing import list_sources, replace_listing
from claims.actions.publishing import freeze_from_bundle
from claims.models import Article, Claim, Publication
from claims.policies import Refused
from sources.actions import verb


@dataclass(slots=True)
class Published:
    """What was published, and what was refused with the reasons, by public name."""

    claims: list[Publication] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    refused: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _nothing() -> None:
    return None


@verb
def publish_bundle(
    *,
    claims: Sequence[Claim],
    articles: Iterable[Article],
    bundle: str,
    sha256: str,
    progress: Callable[[], None] = _nothing,
) -> Published:
    """Publish drafts exactly as the bundle brought them, then the articles. ``progress`` is called once a claim.

    A claim or article that a policy refuses is left as it is and named in the result.
    """
    done = Published()
    cited: set[str] = set()
    for claim in claims:
        try:
            publication = freeze_from_bundle(claim=claim, bundle=bundle, sha256=sha256)
            cited |= replace_listing(publication)
            done.claims.append(publication)
        except Refused as refusal:
            done.refused[claim.name] = refusal.reasons
        progress()
    if done.claims:
        rebuild_cube()
        list_sources(cited)
        raise_content_version()
    for article in articles:
        try:
            publish_article(article=article, user=None)
            done.articles.append(article.name)
        except Refused as refusal:
            # an article that is public as it stands has nothing new, which is no refusal worth telling
            if not article.publications.filter(is_current=True).exists():
                done.refused[article.name] = refusal.reasons
    return done
