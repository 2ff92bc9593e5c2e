"""What other sites take along: the Evidence Facts panel as an embed, oEmbed, a badge, and a preview picture."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_exempt

from claims.grade.vocabulary import Verdict
from claims.reports.pictures import claim_picture
from claims.views.caching import public_page
from claims.views.facts import facts_of
from claims.views.page import absolute, page
from claims.views.published import Document, documents_of, history_of, notices_on
from sources.labels import label

#: Size that the longest panel with two figures needs at the usual letter size, in pixels; a longer one scrolls.
WIDTH, HEIGHT = 380, 740


def _current(number: int) -> Document:
    """Return the current document of a claim. Raises Http404 for a withdrawn claim, which is offered no longer."""
    history = history_of(number)
    if history.is_withdrawn:
        raise Http404(gettext("C%(number)d was withdrawn.") % {"number": number})
    return documents_of(number, [history.latest])[history.latest]


def _latest(number: int) -> tuple[Document, dict[str, Any] | None]:
    """Return the newest document of a claim and its withdrawal, if any: what others took along must tell of it."""
    history = history_of(number)
    return documents_of(number, [history.latest])[history.latest], history.withdrawal


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@public_page
def embed(request: HttpRequest, number: int) -> HttpResponse:
    """Show the panel alone, for a frame on another site: the current version, or that the claim was withdrawn."""
    document, withdrawal = _latest(number)
    context = page(
        f"{document['id']}: {document['statement']}",
        description=document["verdict_reason"],
        path=f"/claims/{document['id']}/",
        claim=document,
        withdrawal=withdrawal,
        facts=None if withdrawal else facts_of(document, notices=len(notices_on(document))),
    )
    return render(request, "claims/embed.html", context)


def embed_markup(document: Document, *, width: int, height: int) -> str:
    """Return the HTML that puts the panel on another page, in a frame of this size in pixels."""
    return format_html(
        '<iframe src="{}" title="Evidence Facts: {}" width="{}" height="{}" loading="lazy" '
        'style="border:0;max-width:100%" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
        absolute(f"/claims/{document['id']}/embed/"),
        document["statement"],
        width,
        height,
    )


def _at_most(request: HttpRequest, name: str, size: int) -> int:
    """Return the size that a site asked for at most, in pixels. Raises ValueError where it asked for no number."""
    asked = request.GET.get(name, str(size))
    if not (asked.isascii() and asked.isdecimal() and int(asked[:6])):
        raise ValueError(f"{name} must be a whole number of pixels above 0, not {asked!r}.")
    return min(size, int(asked[:6]))


def _number_in(url: str) -> int:
    """Return the number of the claim whose page has this address. Raises Http404 for any other address."""
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL:
        raise Http404(gettext("This address is not of this site."))
    try:
        match = resolve(parts.path)
    except Resolver404 as error:
        raise Http404(gettext("There is no such page.")) from error
    if match.url_name != "claim":
        raise Http404(gettext("Only the page of a claim can be embedded."))
    return int(match.kwargs["number"])


@public_page
def oembed(request: HttpRequest) -> HttpResponse:
    """Answer oEmbed 1.0 for the address of a claim's page (JSON only)."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only format=json is offered.", status=501, content_type="text/plain; charset=utf-8")
    try:
        width, height = _at_most(request, "maxwidth", WIDTH), _at_most(request, "maxheight", HEIGHT)
    except ValueError as error:
        return HttpResponse(str(error), status=400, content_type="text/plain; charset=utf-8")
    document = _current(_number_in(request.GET.get("url", "")))
    said: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": f"{document['id']}: {document['statement']}",
        "provider_name": "maglyc",
        "provider_url": absolute("/"),
        "html": embed_markup(document, width=width, height=height),
        "width": width,
        "height": height,
    }
    if width == WIDTH and height == HEIGHT:
        said |= _thumbnail(document)
    return JsonResponse(said)


def _thumbnail(document: Document) -> dict[str, Any]:
    """Return the picture for a consumer that set no bounds; oEmbed 1.0 holds pictures to the same bounds as frames."""
    address = absolute(f"/claims/{document['id']}/preview.png")
    return {"thumbnail_url": address, "thumbnail_width": 1200, "thumbnail_height": 630}


@public_page
def badge(request: HttpRequest, number: int) -> HttpResponse:
    """Draw the verdict as a small picture with its words, for a README or a page; a withdrawn claim has none."""
    document, withdrawal = _latest(number)
    verdict = Verdict(document["verdict"])
    symbol, word = ("⊘", gettext("withdrawn")) if withdrawal else (verdict.symbol, label(verdict))
    said = f"{document['id']} {symbol} {word}"
    context = {"label": said, "verdict": "" if withdrawal else document["verdict"], "width": 16 + 8 * len(said)}
    return render(request, "claims/badge.svg", context, content_type="image/svg+xml")


@public_page
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """Draw the picture that other sites show beside a link to the claim."""
    return HttpResponse(claim_picture(_current(number)), content_type="image/png")
