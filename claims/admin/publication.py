"""Published versions: lists to look at. Nothing here adds, changes or deletes."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from claims.models import ArticlePublication, Publication
from sources.admin.verbs import ReadOnlyAdmin


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    """Every published version of every claim."""

    list_display = ["version_name", "published_at", "publisher", "is_current", "change_note"]
    list_filter = ["is_current", "published_at"]
    search_fields = ["claim__statement", "change_note", "sha256"]
    search_help_text = gettext_lazy("Words of the claim or of the change note, or a hash.")
    list_select_related = ["claim", "published_by"]
    ordering = ["-published_at", "-id"]
    fields = [
        "version_name",
        "claim",
        "published_at",
        "publisher",
        "is_current",
        "change_note",
        "sha256",
        "public_page",
    ]

    def get_queryset(self, request: HttpRequest) -> object:
        return super().get_queryset(request).defer("document_text")

    @admin.display(description=gettext_lazy("version"), ordering="claim__number")
    def version_name(self, publication: Publication) -> str:
        return str(publication)

    @admin.display(description=gettext_lazy("published by"), ordering="published_by__username")
    def publisher(self, publication: Publication) -> str:
        return publication.published_by.get_username() if publication.published_by else gettext("the program")

    @admin.display(description=gettext_lazy("public page"))
    def public_page(self, publication: Publication) -> SafeString:
        url = f"/claims/{publication.claim.name}/v{publication.version}/"
        return format_html('<a href="{}">{}</a>', url, url)


@admin.register(ArticlePublication)
class ArticlePublicationAdmin(ReadOnlyAdmin):
    """Every published version of what is said about an article."""

    list_display = ["version_name", "published_at", "is_current", "sha256"]
    list_filter = ["is_current"]
    list_select_related = ["article"]
    ordering = ["-published_at", "-id"]
    fields = ["version_name", "article", "published_at", "is_current", "sha256"]

    def get_queryset(self, request: HttpRequest) -> object:
        return super().get_queryset(request).defer("document_text")

    @admin.display(description=gettext_lazy("version"), ordering="article__number")
    def version_name(self, publication: ArticlePublication) -> str:
        return str(publication)
