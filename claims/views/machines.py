"""What robots read: robots.txt and the site map, in parts where one file would hold too many addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.models import ArticlePublication, ContentVersion, FacetCell, ListedSource, Listing, ListingTerm
from claims.search.facets import ANY
from claims.views.caching import public_page
from claims.views.page import absolute

#: The protocol allows 50,000 addresses a file. A part holds the claims and sources whose numbers lie in one span.
SPAN = 20_000
PAGES = ("home", "articles", "claims", "sources", "topics", "maps", "methodology", "glossary", "corrections", "data")

Entry = tuple[str, datetime | None]


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read everything public, and point them to the site map."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return one site map, or an index of parts where there are too many addresses for one."""
    parts = _parts()
    if parts == 1:
        return _urlset(request, [*_pages(), *_numbered(0)])
    names = [absolute(reverse("sitemap-part", args=[part])) for part in range(parts)]
    return render(request, "sitemap_index.xml", {"names": names}, content_type="application/xml")


@public_page
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """Return one part of the site map; the first one also holds the pages that are not numbered."""
    if part >= _parts():
        raise Http404(gettext("The site map has no such part."))
    return _urlset(request, [*(_pages() if part == 0 else ()), *_numbered(part)])


def _urlset(request: HttpRequest, entries: list[Entry]) -> HttpResponse:
    urls = [{"loc": absolute(path), "lastmod": changed} for path, changed in entries]
    return render(request, "sitemap.xml", {"urls": urls}, content_type="application/xml")


def _parts() -> int:
    highest = [model.objects.aggregate(highest=Max("number"))["highest"] or 0 for model in (Listing, ListedSource)]
    return max(highest) // SPAN + 1


def _pages() -> Iterator[Entry]:
    changed = ContentVersion.objects.values_list("changed_at", flat=True).first()
    yield from ((reverse(name), changed) for name in PAGES)
    articles = ArticlePublication.objects.filter(is_current=True).order_by("article__number")
    for slug, published in articles.values_list("article__slug", "published_at"):
        yield reverse("article", args=[slug]), published
    topics = FacetCell.objects.filter(article=ANY, stance=ANY, form=ANY).exclude(topic=ANY).order_by("topic")
    for topic in topics.values_list("topic", flat=True).distinct():
        yield reverse("topic", args=[topic]), None


def _numbered(part: int) -> Iterator[Entry]:
    """Claims change when they are published, sources when a claim that rests on them is."""
    span = {"number__gte": part * SPAN, "number__lt": (part + 1) * SPAN}
    listed = Listing.objects.filter(**span).order_by("number").values_list("number", "published_at")
    for number, published in listed:
        yield reverse("claim", args=[number]), published
    cited = ListedSource.objects.filter(**span, in_use=True)
    citekeys = list(cited.order_by("number").values_list("citekey", flat=True))
    terms = ListingTerm.objects.filter(field="source", value__in=cited.values("citekey"))
    newest = dict(terms.values_list("value").annotate(newest=Max("listing__published_at")).order_by())
    for citekey in citekeys:
        yield reverse("source", args=[citekey]), newest.get(citekey)
