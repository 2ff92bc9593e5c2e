"""Topics: made once, never renamed, because the name is the public address."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from claims.actions import record_topic
from claims.models import Topic
from sources.admin.verbs import VerbAdmin


@admin.register(Topic)
class TopicAdmin(VerbAdmin):
    """What claims are filed under. Also answers the search for topics on a claim's page."""

    list_display = ["name", "claim_total"]
    search_fields = ["name"]
    ordering = ["name"]
    fields = ["name"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["name", "claim_total"] if obj else ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return super().get_queryset(request).annotate(total=Count("claim_links", distinct=True))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def write(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> Any:
        return record_topic(name=form.cleaned_data["name"], user=request.user)

    @admin.display(description=gettext_lazy("claims"), ordering="total")
    def claim_total(self, topic: Any) -> SafeString | str:
        if not topic.total:
            return "none"
        return format_html(
            '<a href="{}?topic={}">{}</a>', reverse("admin:claims_claim_changelist"), topic.pk, topic.total
        )
