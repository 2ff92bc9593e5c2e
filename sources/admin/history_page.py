"""The history page of an object: what was done and what changed by it, newest first. There is nothing to revert by."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext

from sources.admin.history import Part, entries_of
from sources.labels import verb_text
from sources.models import Event

PER_PAGE = 100


def events_of(name: str) -> Any:
    """Return what was done to the object with this public name, its published versions included."""
    named = Event.objects.filter(Q(object_name=name) | Q(object_name__startswith=f"{name}v"))
    return named.select_related("who")


class HistoryPage(admin.ModelAdmin):  # type: ignore[type-arg]
    """Shows `history_parts` of an object in place of Django's own log."""

    def history_parts(self, obj: Any) -> list[Part]:
        """Return the records of the object and of what belongs to it."""
        return [Part(obj.history.all(), lambda record: capfirst(str(self.opts.verbose_name)))]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404(
                gettext("There is no %(name)s with the key %(key)s.")
                % {"name": self.opts.verbose_name, "key": object_id}
            )
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        entries = entries_of(self.history_parts(obj))
        timeline = [(event.at, verb_text(event.verb), event) for event in events_of(obj.name)]
        timeline += [(entry.when, "", entry) for entry in entries]
        timeline.sort(key=lambda row: row[0], reverse=True)
        page = Paginator(timeline, PER_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("History of %(name)s") % {"name": obj.name},
            "object": obj,
            "opts": self.opts,
            "module_name": self.opts.verbose_name_plural,
            "page": page,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/timeline.html", context)
