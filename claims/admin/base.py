"""The base of the pages in this room: what their verbs may refuse with."""

from __future__ import annotations

from typing import ClassVar

from claims.policies import Refused
from sources.admin.history_page import HistoryPage
from sources.admin.verbs import VerbAdmin


class CurationAdmin(HistoryPage, VerbAdmin):
    """A page of curated rows, with their history."""

    refusals: ClassVar[tuple[type[Exception], ...]] = (*VerbAdmin.refusals, Refused)

    class Media:
        js = ["js/admin/labels.js"]
