"""What was announced about a source between two versions of a claim, in sentences that name the notice and its day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from sources.bib.notices import NoticeKind
from sources.labels import label

Notice = dict[str, Any]
#: A sentence, and the values before and after where they can be shown.
Told = tuple[str, str, str]


def notice_changes(short: str, before: list[Notice], after: list[Notice]) -> list[Told]:
    """Return a sentence for each notice that came, that is recorded no longer, or of which something else is told.

    A notice is known by its kind and date, as the record of a source knows it; both lists are those of documents.
    """
    old, new = ({(notice["kind"], notice["date"]): notice for notice in notices} for notices in (before, after))
    came = gettext("A notice on %(source)s was announced: %(kind)s of %(day)s.")
    gone = gettext("A notice on %(source)s is not recorded any more: %(kind)s of %(day)s.")
    changed = gettext("What is recorded of a notice on %(source)s changed: %(kind)s of %(day)s.")
    return [
        *((came % _names(short, notice), "", _reason(notice)) for key, notice in new.items() if key not in old),
        *((gone % _names(short, notice), _reason(notice), "") for key, notice in old.items() if key not in new),
        *(
            (changed % _names(short, notice), _reason(old[key]), _reason(notice))
            for key, notice in new.items()
            if key in old and notice != old[key]
        ),
    ]


def _names(short: str, notice: Notice) -> dict[str, str]:
    day = date_format(date.fromisoformat(notice["date"]), "DATE_FORMAT")
    return {"source": short, "kind": label(NoticeKind(notice["kind"])), "day": day}


def _reason(notice: Notice) -> str:
    return notice.get("reason") or ""
