"""Atom feeds of what was published, changed, withdrawn, or announced about a source: all of it, an article, a topic."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from claims.grade.vocabulary import Verdict
from claims.models import ArticlePublication, Publication, Withdrawal
from claims.views.caching import NEVER, public_page
from claims.views.former import ever_under
from claims.views.notices import announced, announced_under
from claims.views.page import absolute
from sources.bib.notices import NoticeKind
from sources.labels import definition, label

#: Newest entries of a feed.
LENGTH = 50


class Feed(Atom1Feed):
    """An Atom feed whose time is that of its newest entry, so that equal content has equal bytes."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)


def _entry(publication: Publication) -> dict[str, Any]:
    document = publication.document
    verdict = capfirst(label(Verdict(document["verdict"])))
    link = absolute(f"/claims/{document['id']}/v{document['version']}/")
    said = (
        gettext("%(id)s changed: %(statement)s")
        if document["version"] > 1
        else gettext("%(id)s published: %(statement)s")
    )
    return {
        "title": said % document,
        "link": link,
        "unique_id": link,
        "description": f"{verdict}. {document['change_note'] or document['verdict_reason']}",
        "pubdate": publication.published_at,
        "updateddate": publication.published_at,
        "categories": document["topics"],
    }


def _withdrawn(withdrawal: Withdrawal) -> dict[str, Any]:
    link = absolute(f"/claims/{withdrawal.claim.name}/")
    return {
        "title": gettext("%(id)s withdrawn: %(statement)s")
        % {"id": withdrawal.claim.name, "statement": withdrawal.statement},
        "link": link,
        "unique_id": f"{link}#withdrawn-{withdrawal.pk}",
        "description": withdrawal.reason,
        "pubdate": withdrawal.withdrawn_at,
        "updateddate": withdrawal.withdrawn_at,
    }


def _announced(notice: dict[str, Any]) -> dict[str, Any]:
    kind = NoticeKind(notice["kind"])
    link = absolute(f"/sources/{notice['citekey']}/")
    return {
        "title": gettext("Source %(short)s: %(notice)s of %(date)s")
        % {"short": notice["short"], "notice": label(kind), "date": date_format(notice["date"], "DATE_FORMAT")},
        "link": link,
        "unique_id": f"{link}#notice-{notice['id']}",
        "description": f"{definition(kind)} {notice['reason']}".strip(),
        "pubdate": notice["recorded_at"],
        "updateddate": notice["recorded_at"],
    }


def _answer(title: str, path: str, feed_path: str, entries: list[dict[str, Any]]) -> HttpResponse:
    feed = Feed(
        title=title,
        link=absolute(path),
        description=gettext("What maglyc published, changed or withdrew."),
        feed_url=absolute(feed_path),
        author_name="maglyc",
        feed_guid=absolute(feed_path),
        language=get_language(),
    )
    for entry in sorted(entries, key=lambda item: item["updateddate"], reverse=True)[:LENGTH]:
        feed.add_item(**{**entry, "description": escape(entry["description"])})  # the summary is read as HTML
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _newest(publications: QuerySet[Publication]) -> list[dict[str, Any]]:
    return [_entry(item) for item in publications.order_by("-published_at", "-id")[:LENGTH]]


def _under(field: str, value: str) -> list[dict[str, Any]]:
    """Return the newest entries of the claims that have or ever had this topic or article. Raises Http404 for none."""
    under = ever_under(field, value)
    published = _newest(Publication.objects.filter(under))
    if not published:
        raise Http404(gettext("No published claim is filed under “%(name)s”.") % {"name": value})
    withdrawals = Withdrawal.objects.filter(under).select_related("claim")[:LENGTH]
    notices = announced_under(field, value, most=LENGTH)
    return [*published, *(_withdrawn(item) for item in withdrawals), *(_announced(item) for item in notices)]


@public_page
def all_changes(request: HttpRequest) -> HttpResponse:
    """Give the newest publications, withdrawals and notices on sources."""
    withdrawals = Withdrawal.objects.select_related("claim")[:LENGTH]
    notices = announced(most=LENGTH)
    entries = [
        *_newest(Publication.objects.all()),
        *(_withdrawn(item) for item in withdrawals),
        *(_announced(item) for item in notices),
    ]
    return _answer(gettext("maglyc: all changes"), "/", "/feeds/changes.atom", entries)


@public_page
def article_changes(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the newest publications and withdrawals of the claims an article makes, and notices on their sources."""
    entries = _under("article", slug)
    current = ArticlePublication.objects.filter(article__slug=slug, is_current=True).first()
    return _answer(
        gettext("maglyc: changes to %(name)s") % {"name": current.document["title"] if current else slug},
        f"/articles/{slug}/",
        f"/articles/{slug}/changes.atom",
        entries,
    )


@public_page
def topic_changes(request: HttpRequest, tag: str) -> HttpResponse:
    """Give the newest publications and withdrawals of the claims under a topic, and notices on their sources."""
    entries = _under("topic", tag)
    return _answer(
        gettext("maglyc: changes under %(name)s") % {"name": tag},
        f"/topics/{tag}/",
        f"/feeds/topics/{tag}.atom",
        entries,
    )
