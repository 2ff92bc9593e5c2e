"""What every page tells about itself: title, description and the one address it should be known by."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from claims.reports.json_ld import script_text

#: Search engines cut descriptions at about this many characters.
DESCRIPTION_LENGTH = 160


def shorten(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """Return the text on one line, cut at a word where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


def absolute(path: str) -> str:
    """Return the public address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def markup(data: dict[str, Any]) -> SafeString:
    """Return JSON-LD for `page`'s ``ld``: safe, because every sign that could end a script element is escaped."""
    return mark_safe(script_text(data))  # noqa: S308


def page(title: str, *, description: str, path: str, section: str = "", **content: Any) -> dict[str, Any]:
    """Return a template's context. ``section`` names the entry of the main navigation that the page belongs to."""
    about = {
        "title": title,
        "description": shorten(description),
        "canonical": absolute(path),
        "section": section,
        "site": settings.SITE_URL,
    }
    return {"page": {**about, "path": path}, **content}
