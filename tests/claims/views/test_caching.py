"""Every public response is a function of the content version and the release, and says so to caches."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from claims.models import ContentVersion
from claims.views import release
from tests.claims.views.addresses import public_responses
from tests.makers import make_notice, make_omission, make_published_article, make_published_claim, make_source

pytestmark = pytest.mark.django_db

#: Pages that answer what a reader types in, from the rules alone and from no publication; nobody may keep them.
WORKED_OUT = "/methodology/try/"

#: Pages that answer one reader, which no cache keeps.
NOT_KEPT = "/problems/"


def make_something_of_everything() -> None:
    source = make_source()
    claim = make_published_claim(evidence=[{"source": source}])
    make_omission(claims=[claim], sources=[source])
    make_published_article()


def test_every_response_can_be_kept_by_anybody_and_checked(client: Client) -> None:
    make_something_of_everything()

    for address, response in public_responses(client).items():
        if address.startswith(WORKED_OUT):
            continue
        assert response.status_code == 200, address
        if address.startswith(NOT_KEPT):
            assert response["Cache-Control"] == "no-store", address
            continue
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate", address
        assert response["ETag"].startswith('"'), address
        assert "Last-Modified" in response, address
        assert "Cookie" not in response.get("Vary", ""), address
        assert not response.cookies, address
        assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304, address


def test_a_304_has_no_body_and_the_same_validators(client: Client) -> None:
    make_published_claim()
    full = client.get("/claims/C1/")

    again = client.get("/claims/C1/", headers={"if-modified-since": full["Last-Modified"]})

    kept = ("ETag", "Last-Modified", "Cache-Control")
    assert (again.status_code, again.content) == (304, b"")
    assert [again[name] for name in kept] == [full[name] for name in kept]


def test_publishing_and_notices_make_every_page_new(client: Client) -> None:
    claim = make_published_claim()
    before = client.get("/methodology/")["ETag"]

    make_notice(claim.evidence.get().source)

    assert client.get("/methodology/", headers={"if-none-match": before}).status_code == 200


def test_unknown_parameters_do_not_matter(client: Client) -> None:
    make_published_claim()

    assert client.get("/claims/C1/?utm_source=letter").content == client.get("/claims/C1/").content


def test_nothing_published_has_validators_too(client: Client) -> None:
    assert not ContentVersion.objects.exists()
    assert client.get("/")["ETag"] == f'"0-{release.release()}"'


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)("/").status_code == 405


def test_head_has_the_headers_of_get(client: Client) -> None:
    make_published_claim()
    assert client.head("/claims/C1/")["ETag"] == client.get("/claims/C1/")["ETag"]


def test_the_release_depends_on_what_shapes_a_page(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.html").write_text("one", encoding="utf-8")
    before = release._fingerprint(tmp_path)

    (tmp_path / "templates" / "base.html").write_text("two", encoding="utf-8")

    assert release._fingerprint(tmp_path) != before
