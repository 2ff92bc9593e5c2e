"""The page store: finished bytes of public pages, handed out before Django is asked.

A public page depends only on the content version and the release, so it is rendered once for each version. A
response is kept only when its view says that it is public (``Cache-Control: public`` and an ETag, no cookie), so
nothing private can get in. The store is bounded and forgets the pages used longest ago.
"""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
#: Largest body that is kept, and the most that all kept bodies may take, in bytes.
MAX_BODY = 512 * 1024
MAX_TOTAL = 64 * 1024 * 1024
MAX_ADDRESS = 512
#: Put into the validator of a packed body.
PACKED = "-gzip"
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Page:
    """A finished response for one address and content version: headers without length, plain and packed body."""

    version: int
    etag: str
    headers: Headers
    plain: bytes
    packed: bytes | None

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.packed or b"")


def content_version() -> int | None:
    """Return the content version, or None where the database cannot tell (then nothing is kept)."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM claims_contentversion WHERE id = 1")
            row = cursor.fetchone()
    except DatabaseError:
        return None
    finally:
        pooled = connection.settings_dict.get("OPTIONS", {}).get("pool")
        if pooled and not connection.in_atomic_block:
            connection.close()  # hands the connection back to the pool
    return row[0] if row else 0


class PageStore:
    """A WSGI application in front of another one."""

    def __init__(self, application: Application, version: Callable[[], int | None] = content_version) -> None:
        self.application = application
        self.version = version
        self.pages: OrderedDict[tuple[str, str, str], Page] = OrderedDict()
        self.total = 0
        self.lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer from the store where it can, else ask the application and keep what is public."""
        address = _address(environ)
        if address is None:
            return self.application(environ, start_response)
        version = self.version()
        found = self._kept(address, version) or self._rendered(address, version, environ, start_response)
        return found if isinstance(found, list) else _answer(found, environ, start_response)

    def _kept(self, address: tuple[str, str, str], version: int | None) -> Page | None:
        with self.lock:
            page = self.pages.get(address)
            if page is None or page.version != version:
                return None
            self.pages.move_to_end(address)
            return page

    def _rendered(
        self, address: tuple[str, str, str], version: int | None, environ: Environ, start_response: Callable[..., Any]
    ) -> Page | list[bytes]:
        """Ask the application for the whole page; return it for the store, or pass the answer on as it is."""
        asked = {**environ, "REQUEST_METHOD": "GET"}
        for condition in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"):
            asked.pop(condition, None)
        answer: list[Any] = []
        body = self.application(asked, lambda *given: answer.append(given))
        try:
            chunks = [b"".join(body)]
        finally:
            getattr(body, "close", lambda: None)()
        status, headers = answer[-1][0], answer[-1][1]
        page = _page(version, status, headers, chunks[0]) if version is not None else None
        if page is None:
            start_response(*answer[-1])
            return [] if environ["REQUEST_METHOD"] == "HEAD" else chunks
        self._keep(address, page)
        return page

    def _keep(self, address: tuple[str, str, str], page: Page) -> None:
        with self.lock:
            old = self.pages.pop(address, None)
            self.total += page.size - (old.size if old else 0)
            self.pages[address] = page
            while self.total > MAX_TOTAL:
                _, dropped = self.pages.popitem(last=False)
                self.total -= dropped.size


def _address(environ: Environ) -> tuple[str, str, str] | None:
    """Return host, path and query of a request that may be answered from the store, else None.

    Only plain reading is: requests with a session cookie (curators) and long addresses go to the application.
    """
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "sessionid=" in environ.get("HTTP_COOKIE", ""):
        return None
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if len(path) + len(query) > MAX_ADDRESS or path.startswith(("/admin/", "/static/", "/healthz")):
        return None
    return environ.get("wsgi.url_scheme", "") + "://" + environ.get("HTTP_HOST", ""), path, query


def _page(version: int | None, status: str, headers: Headers, body: bytes) -> Page | None:
    """Return the page to keep, or None where the response is not public or is too large."""
    found = {name.lower(): value for name, value in headers}
    public = "public" in found.get("cache-control", "") and "etag" in found and "set-cookie" not in found
    if not status.startswith("200 ") or not public or version is None or len(body) > MAX_BODY:
        return None
    packed = None
    if found.get("content-type", "").startswith(COMPRESSIBLE) and "content-encoding" not in found and len(body) > 500:
        packed = gzip.compress(body, 6, mtime=0)
    kept = [(name, value) for name, value in headers if name.lower() not in ("content-length", "vary")]
    return Page(version, found["etag"], [*kept, ("Vary", "Accept-Encoding")], body, packed)


def _answer(page: Page, environ: Environ, start_response: Callable[..., Any]) -> list[bytes]:
    headers, body = _encoded(page, environ.get("HTTP_ACCEPT_ENCODING", ""))
    if _is_current(page.etag, environ.get("HTTP_IF_NONE_MATCH", "")):
        dropped = ("content-type", "content-language")
        start_response("304 Not Modified", [pair for pair in headers if pair[0].lower() not in dropped])
        return []
    start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _encoded(page: Page, accepted: str) -> tuple[Headers, bytes]:
    """Return headers and body in the encoding the reader takes; a strong validator differs between the two."""
    if page.packed is None or "gzip" not in accepted:
        return page.headers, page.plain
    plain = [pair for pair in page.headers if pair[0].lower() != "etag"]
    return [*plain, ("ETag", _packed_etag(page.etag)), ("Content-Encoding", "gzip")], page.packed


def _packed_etag(etag: str) -> str:
    return f'{etag[:-1]}{PACKED}"'


def _is_current(etag: str, asked: str) -> bool:
    """Compare weakly (RFC 9110, 13.1.2), as If-None-Match asks for; either encoding of the page will do."""
    known = {etag.removeprefix("W/"), _packed_etag(etag).removeprefix("W/")}
    given = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    return asked.strip() == "*" or not known.isdisjoint(given)
