"""Articles: their description, their text in versions, what they leave out, and publishing all that."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from claims.actions import publish_article, record_article, record_article_version
from claims.admin.base import CurationAdmin
from claims.models import Article, ArticleVersion, Omission
from claims.policies import Refused
from sources.admin.forms import VerbForm
from sources.admin.history import Part
from sources.admin.verbs import VerbInline, sentences_of


class ArticleForm(VerbForm):
    """An article; a new text becomes a new version, and no text that was recorded is ever edited."""

    new_text = forms.CharField(
        required=False,
        strip=False,
        label=gettext_lazy("New text"),
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "The whole text in Markdown: # title, ## headings, blank lines between paragraphs. It "
            "becomes the next version. Leave it empty where the text has not changed."
        ),
    )


class VersionInline(VerbInline):
    """The texts recorded so far, to read."""

    model = ArticleVersion
    fields = ["recorded_at", "sha256", "shown_text"]
    readonly_fields = fields
    can_delete = False
    verbose_name = gettext_lazy("version")
    verbose_name_plural = gettext_lazy("Texts recorded so far")

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("text"))
    def shown_text(self, version: ArticleVersion) -> SafeString:
        """Return the text, folded."""
        count = len(version.text.split())
        counted = ngettext("%(count)d word", "%(count)d words", count) % {"count": count}
        return format_html('<details><summary>{}</summary><pre class="text">{}</pre></details>', counted, version.text)


class OmissionList(VerbInline):
    """What the article leaves out, with links to each; edited on a page of its own."""

    model = Omission
    fields = ["statement"]
    readonly_fields = fields
    can_delete = False
    show_change_link = True
    verbose_name_plural = gettext_lazy("Omissions: what the article leaves out")

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(CurationAdmin):
    """The texts whose claims are checked."""

    form = ArticleForm
    inlines = [VersionInline, OmissionList]
    change_form_template = "admin/claims/article/change_form.html"
    list_display = ["public_name", "title", "publisher", "versions_total", "omissions_total"]
    list_display_links = ["public_name", "title"]
    search_fields = ["title", "slug", "publisher"]
    ordering = ["number"]
    fieldsets = [
        (gettext_lazy("Article"), {"fields": ["title", "slug", "publisher", "url", "language", "note"]}),
        (gettext_lazy("Text"), {"fields": ["new_text"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        totals = {
            "version_total": Count("versions", distinct=True),
            "omission_total": Count("omissions", distinct=True),
        }
        return super().get_queryset(request).annotate(**totals)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        return list(self.inlines) if obj else []

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.publish_view)
        return [path("<int:pk>/publish/", view, name="claims_article_publish"), *super().get_urls()]

    def write(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> Any:
        if change:
            changes = form.columns(form.changed_data)
            given = {"slug": obj.slug, "title": obj.title, **changes}
            kept = record_article(article=obj, user=request.user, **given) if changes else obj
        else:
            kept = record_article(user=request.user, **form.columns())
        if text := form.cleaned_data["new_text"].strip():
            record_article_version(article=kept, text=f"{text}\n", user=request.user)
        return kept

    @method_decorator(csrf_protect)
    @method_decorator(require_POST)
    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish the article; who may publish claims may publish what is said about their article."""
        if not request.user.has_perm("claims.publish_claim"):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined]
        try:
            publication = publish_article(article=article, user=request.user)
            self.message_user(
                request, gettext("%(publication)s is public now.") % {"publication": publication}, messages.SUCCESS
            )
        except (Refused, ValidationError) as refusal:
            text = gettext("%(name)s was not published. %(reasons)s") % {
                "name": article.name,
                "reasons": " ".join(sentences_of(refusal)),
            }
            self.message_user(request, text, messages.ERROR)
        return HttpResponseRedirect(reverse("admin:claims_article_change", args=[pk]))

    def view_on_site(self, article: Article) -> str | None:
        """Return the address of the public page, where a version was published."""
        return f"/articles/{article.slug}/" if article.publications.exists() else None

    def history_parts(self, article: Any) -> list[Part]:
        versions, omissions = article.versions.model.history, article.omissions.model.history
        parents = frozenset({"article"})
        return [
            *super().history_parts(article),
            Part(
                versions.filter(article_id=article.pk),
                lambda record: gettext("Version %(number)s") % {"number": record.number},
                parents,
            ),
            Part(
                omissions.filter(article_id=article.pk),
                lambda record: gettext("Omission “%(key)s”") % {"key": record.key},
                parents,
            ),
        ]

    @admin.display(description=gettext_lazy("article"), ordering="number")
    def public_name(self, article: Article) -> str:
        return article.name

    @admin.display(description=gettext_lazy("texts"), ordering="version_total")
    def versions_total(self, article: Any) -> int:
        return int(article.version_total)

    @admin.display(description=gettext_lazy("omissions"), ordering="omission_total")
    def omissions_total(self, article: Any) -> int:
        return int(article.omission_total)
