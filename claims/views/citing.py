"""How to cite a page that is no version of a claim: its title, what it says of its own state, and its address.

Styles as in `claims.views.taking`: the NLM guide (Citing Medicine, chapter 25) and the APA manual (7th edition, section
10.16). What such a page says changes with what is published, so it is dated by the newest publication that it may show.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.dateformat import format as format_date
from django.utils.functional import Promise

from claims.models import Publication
from claims.reports.record import recorded
from claims.views.page import absolute
from claims.views.taking import SITE_NAME


def newest_day() -> date | None:
    """Return the day (UTC) of the newest publication of a claim, ``None`` where there is none; one query."""
    newest: datetime | None = Publication.objects.aggregate(newest=Max("published_at"))["newest"]
    return newest.date() if newest else None


@recorded
def page_citation(title: str | Promise, path: str, *, day: date | None, edition: str = "") -> dict[str, Any]:
    """Return the citation of a page in two styles; ``edition`` is a version or the rules that the page prints."""
    address, told = absolute(path), str(title).rstrip(".")
    written, apa_date = (format_date(day, "Y M j"), format_date(day, "Y, F j")) if day else ("[date unknown]", "n.d.")
    of, apa_of = (f", {edition}", f" ({edition})") if edition else ("", "")
    return {
        "vancouver": f"{SITE_NAME} [Internet]. {told}{of}. {written}. Available from: {address}",
        "apa": f"{SITE_NAME}. ({apa_date}). {told}{apa_of}. {address}",
        "address": address,
    }
