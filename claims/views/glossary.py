"""Every term of every vocabulary on one page, printed from the vocabularies themselves, each with its own address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from claims.documents.vocabularies import VOCABULARIES
from claims.views.caching import public_page
from claims.views.checklist import Told
from claims.views.page import page
from claims.views.terms import Term
from claims.words import Word

#: Anchor, title and words, in the order in which a reader meets them. A term's anchor is ``<anchor>-<value>``.
GLOSSARY: tuple[tuple[str, Any, type[Word]], ...] = (
    *((vocabulary.name, vocabulary.title, vocabulary.words) for vocabulary in VOCABULARIES),
    ("term", gettext_lazy("Numbers, ratings and words of this site"), Term),
    ("told", gettext_lazy("Checklist for readers"), Told),
)


@public_page
def glossary(request: HttpRequest) -> HttpResponse:
    """Print every term with its sign and what it means."""
    context = page(
        gettext("Glossary"),
        description=gettext(
            "Every term used here for verdicts, figures, certainty, evidence and sources, with its meaning."
        ),
        path=reverse("glossary"),
        section="methodology",
        # as a list: a template would call the class itself
        glossary=[(anchor, str(title), _about(words), list(words)) for anchor, title, words in GLOSSARY],
    )
    return render(request, "claims/glossary.html", context)


def _about(words: type[Word]) -> str:
    """Return what the vocabulary as a whole says: the first line of its description."""
    return (words.__doc__ or "").strip().split("\n")[0]
