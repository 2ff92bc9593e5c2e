"""The page store in front of a plain WSGI application, and its reading of the content version."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from maglyc import pagestore
from maglyc.pagestore import PageStore, content_version
from tests.makers import make_published_claim

BODY = b"<p>a public page</p>" * 60
PUBLIC = [("Content-Type", "text/html"), ("Cache-Control", "public, max-age=0"), ("ETag", 'W/"1"')]


class Site:
    """An application that counts how often it is asked."""

    def __init__(self, headers: list[tuple[str, str]] = PUBLIC, status: str = "200 OK", body: bytes = BODY) -> None:
        self.headers, self.status, self.body, self.asked = headers, status, body, 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.asked += 1
        start_response(self.status, list(self.headers))
        return [self.body]


def ask(store: PageStore, path: str = "/claims/", **environ: str) -> tuple[str, dict[str, str], bytes]:
    given = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": "here", **environ}
    answer: list[Any] = []
    body = b"".join(store(given, lambda status, headers, *rest: answer.append((status, dict(headers)))))
    return answer[0][0], answer[0][1], body


def test_public_page_is_rendered_once() -> None:
    site = Site()
    store = PageStore(site, lambda: 1)

    answers = [ask(store) for _ in range(3)]

    assert [body for _, _, body in answers] == [BODY] * 3
    assert site.asked == 1


def test_page_is_rendered_again_when_the_content_version_rises() -> None:
    versions = iter([1, 1, 2])
    site = Site()
    store = PageStore(site, lambda: next(versions))

    for _ in range(3):
        ask(store)

    assert site.asked == 2


def test_gzip_is_handed_out_where_the_reader_takes_it() -> None:
    status, headers, body = ask(PageStore(Site(), lambda: 1), HTTP_ACCEPT_ENCODING="gzip, br")

    assert (status, headers["Content-Encoding"], headers["Vary"]) == ("200 OK", "gzip", "Accept-Encoding")
    assert gzip.decompress(body) == BODY
    assert headers["ETag"] == 'W/"1-gzip"'
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize("asked", ['W/"1"', '"1"', '"0", W/"1"', '"1-gzip"', "*"])
def test_reader_who_has_the_page_gets_304(asked: str) -> None:
    status, headers, body = ask(PageStore(Site(), lambda: 1), HTTP_IF_NONE_MATCH=asked)

    assert (status, headers["ETag"], body) == ("304 Not Modified", 'W/"1"', b"")


def test_head_has_headers_and_no_body() -> None:
    status, headers, body = ask(PageStore(Site(), lambda: 1), REQUEST_METHOD="HEAD")

    assert (status, headers["Content-Length"], body) == ("200 OK", str(len(BODY)), b"")


@pytest.mark.parametrize(
    ("why", "site", "environ"),
    [
        ("private", Site([("Content-Type", "text/html"), ("Cache-Control", "private"), ("ETag", "x")]), {}),
        ("sets a cookie", Site([*PUBLIC, ("Set-Cookie", "a=b")]), {}),
        ("no validator", Site(PUBLIC[:2]), {}),
        ("not found", Site(status="404 Not Found"), {}),
        ("a curator's session", Site(), {"HTTP_COOKIE": "a=b; sessionid=c"}),
        ("posted", Site(), {"REQUEST_METHOD": "POST"}),
        ("the admin", Site(), {"path": "/admin/"}),
        ("too long an address", Site(), {"QUERY_STRING": "q=" + "x" * pagestore.MAX_ADDRESS}),
    ],
)
def test_what_is_not_public_is_never_kept(why: str, site: Site, environ: dict[str, str]) -> None:
    store = PageStore(site, lambda: 1)

    answers = [ask(store, **environ) for _ in range(2)]

    assert site.asked == 2, why
    assert answers[0][0] == site.status
    assert store.pages == {}


def test_nothing_is_kept_while_the_database_cannot_tell_the_version() -> None:
    store = PageStore(Site(), lambda: None)

    assert ask(store)[2] == BODY
    assert store.pages == {}


def test_store_stays_within_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagestore, "MAX_TOTAL", 3 * len(BODY))
    store = PageStore(Site(), lambda: 1)

    for number in range(20):
        ask(store, path=f"/claims/C{number}/")

    assert store.total <= 3 * len(BODY)
    assert ("://here", "/claims/C19/", "") in store.pages
    assert store.total == sum(page.size for page in store.pages.values())


@pytest.mark.django_db
def test_content_version_rises_with_a_publication() -> None:
    before = content_version()
    make_published_claim()

    assert content_version() == (before or 0) + 1
