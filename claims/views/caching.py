"""Public responses are functions of the content version and the release; this module says so to every cache."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import condition, require_safe

from claims.models import ContentVersion
from claims.views.release import release

#: A cache may keep a page but asks before each use: a retraction has to show at once, and the answer is a cheap 304.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells one state of all public pages from another: a strong entity tag and the moment of the last change."""

    etag: str
    changed_at: datetime


def current_validators() -> Validators:
    """Return the validators of every public page as it is now; one query."""
    row = ContentVersion.objects.values_list("number", "changed_at").first()
    number, changed_at = row or (0, NEVER)
    return Validators(f'"{number}-{release()}"', changed_at)


def public_page(view: View) -> View:
    """Make a view public: GET and HEAD only, validators and a cache rule on each response, 304 where nothing changed.

    The view must depend on publications and its address alone: no session, no user, no token, no clock.
    """

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        now = current_validators()
        checked = condition(
            etag_func=lambda *_, **__: now.etag, last_modified_func=lambda *_, **__: _whole_second(now.changed_at)
        )(view)
        response = checked(request, *args, **kwargs)
        response.headers["Cache-Control"] = CACHE_CONTROL
        response.headers.setdefault("ETag", now.etag)
        response.headers.setdefault("Last-Modified", http_date(now.changed_at.timestamp()))
        return response

    return answer


def _whole_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
