"""Suggestions for the search fields as JSON, for the script that shows them while somebody types."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from claims.documents.search_text import words_of
from claims.search.completion import Completion, complete, is_begun_by, typed
from claims.views.caching import public_page
from claims.views.glossary import GLOSSARY
from sources import labels

#: Terms of the glossary, at most.
TERMS = 3
#: Where a kind of suggestion leads: the name of the page, which takes the suggestion's own name.
PAGES = {"claim": "claim", "topic": "topic", "source": "source"}


@public_page
def suggest(request: HttpRequest) -> JsonResponse:
    """Return what the begun search could be after; a text that is too short has no suggestions, a long one is cut."""
    text = typed(request.GET.get("q", ""))
    items = [*map(_item, complete(text)), *_terms(text)]
    count = len(items)
    said = ngettext("%(count)d suggestion", "%(count)d suggestions", count) % {"count": count}
    response = JsonResponse({"q": text, "said": said if items else gettext("No suggestions"), "items": items})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _item(completion: Completion) -> dict[str, str]:
    name = completion.name
    url = reverse(PAGES[completion.kind], args=[name])
    kinds = {
        "claim": gettext("Claim %(name)s") % {"name": name},
        "topic": gettext("Topic"),
        "source": gettext("Source"),
    }
    detail = completion.detail
    if completion.kind == "topic":
        detail = ngettext("%(count)s claim", "%(count)s claims", int(detail)) % {"count": detail}
    return _shown(completion.kind, kinds[completion.kind], completion.text, detail, url)


def _terms(text: str) -> list[dict[str, str]]:
    """Return the parts and terms of the glossary whose name the words typed begin."""
    wanted = words_of(text)
    names = [(labels.translated(title), "", anchor) for anchor, title, _ in GLOSSARY]
    names += [
        (labels.label(word), labels.translated(title), f"{anchor}-{word}")
        for anchor, title, words in GLOSSARY
        for word in words
    ]
    found = [(name, detail, anchor) for name, detail, anchor in names if is_begun_by(name, wanted)]
    page = reverse("glossary")
    return [_shown("term", gettext("Term"), name, detail, f"{page}#{anchor}") for name, detail, anchor in found[:TERMS]]


def _shown(kind: str, label: str, text: str, detail: str, url: str) -> dict[str, Any]:
    return {"kind": kind, "label": label, "text": text, "detail": detail, "url": url}
