"""What was done, by whom and why: a list to look at."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext, gettext_lazy

from sources.admin.verbs import ReadOnlyAdmin
from sources.labels import record_text, verb_text
from sources.models import Event


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Every verb left one row here; none is ever edited."""

    list_display = ["at", "person", "what_was_done", "object_name", "because"]
    list_filter = ["verb", "at"]
    list_select_related = ["who"]
    search_fields = ["object_name", "who__username", "why"]
    search_help_text = gettext_lazy(
        "The name of a claim, source or article (C12, S45, A3), a person, or words of a reason."
    )
    fields = ["at", "person", "what_was_done", "object_name", "because"]

    @admin.display(description=gettext_lazy("who"), ordering="who__username")
    def person(self, event: Event) -> str:
        return event.who.get_username() if event.who else gettext("the program")

    @admin.display(description=gettext_lazy("what was done"), ordering="verb")
    def what_was_done(self, event: Event) -> str:
        return verb_text(event.verb)

    @admin.display(description=gettext_lazy("why"), ordering="why")
    def because(self, event: Event) -> str:
        return record_text(event.why)
