"""What every response of the site carries, and the health check."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.test import Client

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def test_a_healthy_site_says_so_without_a_cookie(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "database": "ok"})
    assert list(response.cookies) == []
    assert "no-store" in response["Cache-Control"]


def test_a_site_without_its_database_says_so_and_nothing_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DatabaseError("password of postgres is secret")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (503, {"status": "unavailable", "database": "no answer"})


def test_every_response_is_guarded(client: Client) -> None:
    headers = client.get("/healthz").headers
    assert {part.strip() for part in headers["Content-Security-Policy"].split(";") if part.strip()} == POLICY
    assert {name: headers[name] for name in ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")} == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }
    assert headers["Permissions-Policy"].startswith("camera=(), geolocation=()")


def test_another_host_is_refused(client: Client) -> None:
    assert client.get("/admin/login/", headers={"host": "elsewhere.example.org"}).status_code == 400
