"""What a reader sees where there is no page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy

from claims.views.page import shorten

#: Said where the framework, and not one of our pages, found nothing.
NO_ADDRESS = gettext_lazy("There is no page at this address.")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was not found and offer the ways on."""
    said = exception.args[0] if isinstance(exception, Http404) and exception.args else ""
    reason = shorten(said) if isinstance(said, str) and said else NO_ADDRESS
    return render(request, "404.html", {"page": {"title": gettext("Not found")}, "reason": reason}, status=404)
