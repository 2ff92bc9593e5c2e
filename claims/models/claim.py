from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from claims.figures.quantity import Bound, Direction, FigureVerdict, Statistic
from claims.grade.vocabulary import Attribution, Kind, Verdict, WordingStrength
from claims.models.finite import finite
from claims.querysets import ClaimQuerySet
from sources.labels import choices
from sources.models.checked import Checked

__all__ = ["Claim", "Figure", "TaggedClaim", "Topic"]


class Topic(Checked, TagBase):
    """A topic that claims are filed under."""

    class Meta:
        ordering = ["name"]


class TaggedClaim(Checked, ItemBase):
    """A topic on a claim; a model of its own so that its history is kept."""

    content_object = models.ForeignKey("claims.Claim", on_delete=models.CASCADE, related_name="topic_links")
    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="claim_links")
    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag"],
                name="claim_topic_once",
                violation_error_code="tag",
                violation_error_message=gettext_lazy("The claim is already filed under this topic."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_object.name}: {self.tag.name}"


class Claim(Checked):
    """One proposition, in a curator's words, with the occurrences where articles make it.

    The public sees publications of a claim, never this row.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", gettext_lazy("draft")
        SUBMITTED = "submitted", gettext_lazy("submitted")
        PUBLISHED = "published", gettext_lazy("published")
        WITHDRAWN = "withdrawn", gettext_lazy("withdrawn")

    number = models.PositiveIntegerField(unique=True, editable=False)
    key = models.SlugField(max_length=120, unique=True, help_text=gettext_lazy("Short lasting key, used in bundles."))
    statement = models.TextField(help_text=gettext_lazy("The proposition, in our own words, as the article makes it."))
    kind = models.CharField(max_length=20, choices=choices(Kind))
    attribution = models.CharField(max_length=20, choices=choices(Attribution), default=Attribution.NONE.value)
    wording_strength = models.CharField(max_length=20, choices=choices(WordingStrength))
    topics = TaggableManager(through=TaggedClaim, blank=True, verbose_name=gettext_lazy("topics"))
    verdict = models.CharField(max_length=20, choices=choices(Verdict), blank=True)
    verdict_reason = models.TextField(blank=True)
    accurate_wording = models.TextField(blank=True, help_text=gettext_lazy("A sentence that the evidence would allow."))
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    bundle = models.CharField(
        max_length=120, blank=True, editable=False, help_text=gettext_lazy("The bundle it was loaded from.")
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords()
    lasting = ("number", "key")
    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        permissions = [
            ("submit_claim", "Can submit a claim for publication"),
            ("publish_claim", "Can publish a claim that somebody else submitted"),
            ("withdraw_claim", "Can withdraw a published claim"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.statement[:90]}"

    @property
    def name(self) -> str:
        """Public name, e.g. ``C12``."""
        return f"C{self.number}"


class Figure(Checked):
    """A typed quantity that the claim asserts, with the verdict that a curator chose and the one computed.

    ``verdict`` is empty while nobody has chosen; then the computed verdict counts.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="figures")
    key = models.SlugField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=200, help_text=gettext_lazy("As the article prints it."))
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    unit = models.CharField(max_length=60)
    bound = models.CharField(max_length=12, choices=choices(Bound))
    statistic = models.CharField(max_length=20, choices=choices(Statistic))
    direction = models.CharField(
        max_length=12, choices=choices(Direction), blank=True, help_text=gettext_lazy("Empty where nobody said.")
    )
    comparator = models.CharField(max_length=200, blank=True)
    population = models.CharField(max_length=200, blank=True)
    verdict = models.CharField(
        gettext_lazy("chosen verdict"), max_length=20, choices=choices(FigureVerdict), blank=True
    )
    explanation = models.TextField(gettext_lazy("reason for the chosen verdict"), blank=True)
    computed_verdict = models.CharField(max_length=20, choices=choices(FigureVerdict), blank=True, editable=False)
    computed_reasons = models.JSONField(default=list, blank=True, editable=False)
    computed_rests_on = models.JSONField(default=list, blank=True, editable=False)
    computed_ruleset = models.CharField(max_length=60, blank=True, editable=False)
    history = HistoricalRecords()

    class Meta:
        ordering = ["claim", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "key"],
                name="figure_key_once",
                violation_error_code="key",
                violation_error_message=gettext_lazy("The claim already has a figure with this key."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="figure_low_not_above_high",
                violation_error_code="low",
                violation_error_message=gettext_lazy("The low end of a figure cannot be above its high end."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=False) | Q(high__isnull=False),
                name="figure_has_a_value",
                violation_error_code="low",
                violation_error_message=gettext_lazy("A figure needs a low or a high end."),
            ),
            finite("figure", "low", "high"),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.claim.name})"

    @property
    def final_verdict(self) -> str:
        return self.verdict or self.computed_verdict

    @property
    def is_overridden(self) -> bool:
        return bool(self.verdict) and self.verdict != self.computed_verdict
