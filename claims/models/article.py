from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, gettext_lazy
from simple_history.models import HistoricalRecords

from sources.models import Source
from sources.models.checked import Checked


class Article(Checked):
    """A text that makes claims; its wording is kept in dated, hashed versions."""

    number = models.PositiveIntegerField(unique=True, editable=False)
    slug = models.SlugField(
        max_length=120, unique=True, help_text=gettext_lazy("Public name in the address. Never changes.")
    )
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    url = models.URLField(gettext_lazy("link"), max_length=500, blank=True)
    language = models.CharField(max_length=12, default="en")
    note = models.TextField(blank=True, help_text=gettext_lazy("What the text held here is, and what it is not."))
    history = HistoricalRecords()
    lasting = ("number", "slug")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.name} {self.title}"

    @property
    def name(self) -> str:
        """Public name, e.g. ``A3``."""
        return f"A{self.number}"

    @property
    def current_version(self) -> ArticleVersion | None:
        return self.versions.order_by("-number").first()


class ArticleVersion(Checked):
    """The wording of an article at one time; never edited, a changed text is a new version."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="article_version_once"),
            models.UniqueConstraint(fields=["article", "sha256"], name="article_text_once"),
        ]

    def __str__(self) -> str:
        return gettext("%(name)s version %(number)d") % {"name": self.article.name, "number": self.number}


class Occurrence(Checked):
    """Where an article version expresses a claim: W3C Web Annotation selectors (quote and position).

    ``start`` and ``end`` are code points of the version's text, end exclusive; both are empty where the quote
    could not be placed without doubt, and then nothing is marked. ``paragraph`` counts body paragraphs from 1,
    ``sentence`` counts from 1 inside it, 0 being the heading above.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.CASCADE, related_name="occurrences")
    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="occurrences")
    section = models.CharField(max_length=300, blank=True)
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    sentence = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField()
    prefix = models.CharField(max_length=200, blank=True)
    suffix = models.CharField(max_length=200, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["version", "start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="occurrence_start_before_end",
                violation_error_code="start",
                violation_error_message=gettext_lazy("An occurrence needs both ends, the start first, or neither."),
            ),
            models.UniqueConstraint(
                fields=["claim", "version", "start", "end"],
                name="occurrence_once",
                violation_error_code="start",
                violation_error_message=gettext_lazy("This place in the article is already recorded for this claim."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(claim)s in %(version)s") % {"claim": self.claim.name, "version": self.version}


class Omission(Checked):
    """A material fact that the article leaves out, with the sources that show it."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="omissions")
    key = models.SlugField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    statement = models.TextField()
    why_it_matters = models.TextField()
    claims: models.ManyToManyField = models.ManyToManyField("claims.Claim", through="claims.OmissionClaim", blank=True)
    sources: models.ManyToManyField = models.ManyToManyField(Source, through="claims.OmissionSource", blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["article", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "key"],
                name="omission_key_once",
                violation_error_code="key",
                violation_error_message=gettext_lazy("The article already has an omission with this key."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.article.name}: {self.key}"


class OmissionClaim(Checked):
    """A claim that an omission bears on; a model of its own so that its history is kept."""

    omission = models.ForeignKey(Omission, on_delete=models.CASCADE, related_name="claim_links")
    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="omission_links")
    position = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["omission", "claim"],
                name="omission_claim_once",
                violation_error_code="claim",
                violation_error_message=gettext_lazy("The omission already names this claim."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.omission.key} - {self.claim.name}"


class OmissionSource(Checked):
    """A source that shows an omission; a model of its own so that its history is kept."""

    omission = models.ForeignKey(Omission, on_delete=models.CASCADE, related_name="source_links")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="omission_links")
    position = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["omission", "source"],
                name="omission_source_once",
                violation_error_code="source",
                violation_error_message=gettext_lazy("The omission already names this source."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.omission.key} - {self.source.citekey}"
