"""What is public: immutable documents, and the small tables that lists and filters read.

The database itself refuses to change or delete a document (triggers, see the migrations); only the mark that
tells which version is current may move.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.article import Article
from claims.models.claim import Claim


class Document(models.Model):
    """Shared columns of an immutable published document: canonical JSON text and its SHA-256."""

    version = models.PositiveIntegerField()
    document_text = models.TextField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(db_index=True)
    is_current = models.BooleanField(default=True)

    class Meta:
        abstract = True

    @property
    def document(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.document_text)
        return loaded


class Publication(Document):
    """One published version of a claim."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="publications")
    change_note = models.TextField(blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["claim", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "version"], name="publication_version_once"),
            models.UniqueConstraint(fields=["claim"], condition=Q(is_current=True), name="publication_one_current"),
        ]

    def __str__(self) -> str:
        return f"{self.claim.name}v{self.version}"


class ArticlePublication(Document):
    """One published version of what is said about an article: its text and its omissions."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="publications")

    class Meta:
        ordering = ["article", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="article_publication_version_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(is_current=True), name="article_publication_one_current"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article.name}v{self.version}"


class Withdrawal(models.Model):
    """That a published claim was withdrawn, when and why. Its versions stay readable."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="withdrawals")
    last_version = models.PositiveIntegerField()
    statement = models.TextField()
    reason = models.TextField()
    withdrawn_at = models.DateTimeField()

    class Meta:
        ordering = ["-withdrawn_at", "-id"]

    def __str__(self) -> str:
        return f"{self.claim.name} withdrawn"


class Listing(models.Model):
    """One row for each claim with a current publication: what lists sort and filter by, made from the document.

    ``card`` is the small part of the document that a list, the article page and the home page show. The last three
    columns are what the full-text index is made of, as `claims.documents.search_text` normalises it.
    """

    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, related_name="listing")
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(unique=True)
    statement = models.TextField()
    verdict = models.CharField(max_length=20)
    certainty = models.CharField(max_length=12, blank=True)
    certainty_rank = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=20)
    flagged = models.PositiveIntegerField(default=0)
    unsupported = models.PositiveIntegerField(default=0)
    figures = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField()
    card = models.JSONField()
    search_text = models.TextField()
    title_stems = models.TextField()
    body_stems = models.TextField()
    body_words = models.TextField()

    class Meta:
        ordering = ["number"]
        indexes = [
            # each as the list is sorted: downwards, ties by rising number
            models.Index(fields=["-published_at", "number"]),
            models.Index(fields=["-certainty_rank", "number"]),
            models.Index(fields=["-unsupported", "number"]),
        ]

    def __str__(self) -> str:
        return f"C{self.number}"


class ListingTerm(models.Model):
    """A value that a listed claim can be filtered by where it has several, such as a topic, a form or a source."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="terms")
    field = models.CharField(max_length=12)
    value = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "field", "value"], name="listing_term_once")]
        indexes = [models.Index(fields=["field", "value", "listing"])]

    def __str__(self) -> str:
        return f"{self.field}={self.value}"


class FormerTerm(models.Model):
    """A topic, article or source of a claim's earlier versions that its current one, if it has any, does not have.

    Public addresses stay: the page of such a value leads to the claims that it was published with. ``publication`` is
    the last version of the claim that had it.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="former_terms")
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    field = models.CharField(max_length=12)
    value = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "field", "value"], name="former_term_once")]
        indexes = [models.Index(fields=["field", "value", "claim"])]

    def __str__(self) -> str:
        return f"{self.field}={self.value}"


class FacetCell(models.Model):
    """One cell of the facet cube: how many listed claims share these values.

    ``topic``, ``article``, ``stance`` and ``form``, of which a claim can have several, hold ``*`` in the rows that
    count claims whatever their value; so any choice of at most one value each is a plain sum over rows.
    """

    verdict = models.CharField(max_length=20)
    certainty = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    flagged = models.BooleanField()
    topic = models.CharField(max_length=120)
    article = models.CharField(max_length=120)
    stance = models.CharField(max_length=20)
    form = models.CharField(max_length=30, default="*")
    claims = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "article", "stance", "form", "verdict", "certainty", "kind", "flagged"],
                name="facet_cell_once",
            )
        ]
        # the constraint's index serves the counts by stance; these serve those by topic and by article
        indexes = [
            models.Index(fields=["article", "stance", "form"]),
            models.Index(fields=["topic", "stance", "form"]),
            models.Index(fields=["form", "topic", "article"]),
        ]

    def __str__(self) -> str:
        return f"{self.verdict}/{self.certainty}/{self.kind}: {self.claims}"


class ListedSource(models.Model):
    """One row for each source that a publication cites, with what its page shows.

    Its address stays when no current publication cites it any more: it is then not ``in_use`` and left out of lists.
    ``keys`` are the words that suggestions find it by (`claims.documents.search_text.source_keys`), each after a blank.
    """

    number = models.PositiveIntegerField(unique=True)
    citekey = models.CharField(max_length=80, unique=True)
    sort_name = models.CharField(max_length=200, db_index=True)
    year = models.IntegerField(null=True)
    design = models.CharField(max_length=30)
    claims = models.PositiveIntegerField()
    has_notice = models.BooleanField(default=False)
    keys = models.TextField(default="")
    in_use = models.BooleanField(default=True)
    document_text = models.TextField()

    class Meta:
        ordering = ["sort_name", "number"]

    def __str__(self) -> str:
        return self.citekey

    @property
    def document(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.document_text)
        return loaded


class ContentVersion(models.Model):
    """The one counter that every publishing action raises; each public response is a function of it."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="content_version_single_row")]

    def __str__(self) -> str:
        return str(self.number)


class BundleLoad(models.Model):
    """That a bundle was loaded: its name and content hash, so that loading it again changes nothing."""

    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.name} {self.sha256[:12]}"
