"""All public addresses there are: what the site map names, versions and downloads, and what the pages link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

#: Rooms of the site that are not public.
CLOSED = ("admin/",)
LINK = re.compile(r"""\b(?:href|src|action|content(?==.https?:))="([^"]*)\"""")


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Yield the routes of all public addresses as they are written in the URLconf."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith(CLOSED):
            continue
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def links_of(address: str, text: str) -> set[str]:
    """Return the addresses of this site that a page links to, without fragments."""
    found = {
        urldefrag(urljoin(address, unescape(link).removeprefix(settings.SITE_URL))).url for link in LINK.findall(text)
    }
    return {
        link for link in found if not urlsplit(link).netloc and not link.startswith(("/static/", "data:", "/admin/"))
    }


def public_responses(client: Client) -> dict[str, HttpResponse]:
    """Return the response of every address that can be reached from the site map.

    Lists narrowed by a query are fetched but not searched for links: they only lead to one another.
    """
    text = client.get("/sitemap.xml").content.decode()
    waiting = {loc.removeprefix(settings.SITE_URL) for loc in re.findall("<loc>([^<]*)</loc>", text)}
    # no page links to suggestions; a script asks for them while somebody types
    waiting |= {"/sitemap.xml", "/robots.txt", "/search/suggest/?q=zinc"}
    seen: dict[str, HttpResponse] = {}
    while waiting:
        address = waiting.pop()
        seen[address] = response = client.get(address)
        if is_page(response) and "?" not in address:
            waiting |= links_of(address, response.content.decode()) - set(seen)
    return dict(sorted(seen.items()))


def is_page(response: HttpResponse) -> bool:
    """Tell whether a response is a page to read in the browser, and not a download."""
    return response["Content-Type"].startswith("text/html") and "Content-Disposition" not in response


def text_of(response: HttpResponse) -> str:
    """Return the text of a response, a streamed one included; of a file that is no text, its bytes as letters."""
    body = b"".join(response) if response.streaming else response.content
    return bytes(body).decode("utf-8", errors="replace")
