"""The published works that claims rest on: a list, and what each is and bears on."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.grade.vocabulary import Stance
from claims.models import ListedSource
from claims.reports.json_ld import source_page
from claims.reports.standing import with_standing
from claims.views.caching import public_page
from claims.views.citing import newest_day, page_citation
from claims.views.former import former_claims
from claims.views.page import markup, page

PAGE = 50


@public_page
def source_list(request: HttpRequest) -> HttpResponse:
    """List the cited sources by name, a page at a time."""
    rows = list(_behind(ListedSource.objects.filter(in_use=True), request.GET.get("after", ""))[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    context = page(
        gettext("Sources"),
        description=gettext(
            "The published works that the verdicts rest on, with their notices and the claims each bears on."
        ),
        path=reverse("sources"),
        section="sources",
        sources=[{**row.document, "year": row.year, "count": row.claims} for row in rows[:PAGE]],
        following=f"{last.number}.{last.sort_name}" if last else "",
    )
    return render(request, "sources/sources.html", context)


def _behind(rows: QuerySet[ListedSource], cursor: str) -> QuerySet[ListedSource]:
    """Return the sources behind the cursor ``number.sort_name``; one that cannot be read starts from the beginning."""
    number, _, name = cursor.replace("\x00", "").partition(".")
    if not (number.isdecimal() and len(number) < 10 and name):
        return rows
    # the first condition repeats part of the second, so that the database can walk the index
    return rows.filter(Q(sort_name__gte=name), Q(sort_name__gt=name) | Q(number__gt=int(number)))


@public_page
def source(request: HttpRequest, citekey: str) -> HttpResponse:
    """Show a source: what it is, what was announced about it, which claims rest on it and how.

    Where none does any more, it names those that did.
    """
    text = ListedSource.objects.filter(citekey=citekey).values_list("document_text").first()
    if text is None:
        raise Http404(gettext("No published claim rests on a source “%(name)s”.") % {"name": citekey})
    document = json.loads(text[0])
    former = [] if document["claims"] else former_claims("source", citekey)
    return render(request, "sources/source.html", {**_context(document), "former": former})


def _context(document: dict[str, Any]) -> dict[str, Any]:
    notices = [
        {**notice, "citekey": document["citekey"], "short": document["short"], "new": False, "listed": False}
        for notice in document["notices"]
    ]
    return page(
        f"{document['short']}: {document['csl']['title']}",
        description=document["summary"] or document["vancouver"],
        path=reverse("source", args=[document["citekey"]]),
        section="sources",
        source=document,
        cited={
            style: with_standing(document[style], document["notices"], title=document["csl"].get("title", ""))
            for style in ("vancouver", "apa")
        },
        citation=page_citation(
            f"{document['short']}: what rests on it", reverse("source", args=[document["citekey"]]), day=newest_day()
        ),
        notices=notices,
        by_stance=by_stance(document["claims"]),
        ld=markup(source_page(document, site=settings.SITE_URL)),
    )


def by_stance(claims: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the claims grouped by how the source bears on them, in the vocabulary's order."""
    groups = [(str(stance), [claim for claim in claims if claim["stance"] == stance]) for stance in Stance]
    return [(stance, found) for stance, found in groups if found]
