from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from claims.grade.judgements import Judgements
from claims.grade.vocabulary import Certainty, Domain, Upgrade
from claims.models.claim import Claim
from claims.models.validators import check_reasons
from sources.models.checked import Checked

RULESETS = [("core-grade-2025", "Core GRADE 2025"), ("grade18-robins-i", "GRADE guidelines 18 with ROBINS-I")]


def _between(field: str, low: int, high: int) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": low, f"{field}__lte": high}),
        name=f"assessment_{field}_in_range",
        violation_error_code=field,
        violation_error_message=f"{field.replace('_', ' ').capitalize()} takes a step from {low} to {high}.",
    )


class Assessment(Checked):
    """One set of GRADE judgements for one outcome of a claim; superseded by the next, never edited.

    Steps down are 0 or negative, steps up 0 or positive. ``reasons`` maps a domain code to its reason.
    ``certainty`` is computed from the judgements by the ruleset named here.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="assessments")
    outcome = models.CharField(max_length=200, blank=True, help_text="Empty where the claim has one outcome.")
    critical = models.BooleanField("critical outcome", default=True)
    ruleset = models.CharField(max_length=60, choices=RULESETS, default="core-grade-2025")
    start = models.CharField("starting level", max_length=12, choices=Certainty.choices())
    start_reason = models.TextField(blank=True)
    risk_of_bias = models.SmallIntegerField(default=0)
    inconsistency = models.SmallIntegerField(default=0)
    indirectness = models.SmallIntegerField(default=0)
    imprecision = models.SmallIntegerField(default=0)
    publication_bias = models.SmallIntegerField(default=0)
    large_effect = models.SmallIntegerField(default=0)
    dose_response = models.SmallIntegerField(default=0)
    plausible_confounding = models.SmallIntegerField(default=0)
    reasons = models.JSONField(default=dict, blank=True, validators=[check_reasons])
    target = models.CharField(
        "target of imprecision",
        max_length=200,
        blank=True,
        help_text="null, an important difference with its unit, or a range.",
    )
    certainty = models.CharField(max_length=12, choices=Certainty.choices(), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(editable=False)
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)
    history = HistoricalRecords()

    class Meta:
        ordering = ["claim", "outcome", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "outcome"], condition=Q(superseded_at__isnull=True), name="assessment_one_current"
            ),
            _between("risk_of_bias", -3, 0),
            _between("inconsistency", -3, 0),
            _between("indirectness", -3, 0),
            _between("imprecision", -3, 0),
            _between("publication_bias", -3, 0),
            _between("large_effect", 0, 2),
            _between("dose_response", 0, 2),
            _between("plausible_confounding", 0, 2),
        ]

    def __str__(self) -> str:
        return f"{self.claim.name}: {Certainty(self.certainty).label}"

    @property
    def judgements(self) -> Judgements:
        """The row as the GRADE rules see it."""
        return Judgements(
            ruleset=self.ruleset,
            start=Certainty(self.start),
            start_reason=self.start_reason,
            downgrades={domain: getattr(self, domain.value) for domain in Domain},
            upgrades={upgrade: getattr(self, upgrade.value) for upgrade in Upgrade},
            reasons=dict(self.reasons),
            target=None,
        )


class Override(models.Model):
    """A judgement of a person that differs from the suggested one: both values, the reason, who and when.

    Appended: a new choice supersedes the row before. ``subject`` names what was judged, e.g.
    ``figure:thirty-percent-gain``.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="overrides")
    subject = models.CharField(max_length=255)
    ruleset = models.CharField(max_length=60, blank=True)
    suggested = models.CharField(max_length=60)
    chosen = models.CharField(max_length=60)
    reason = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_by_name = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["claim", "subject", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "subject"], condition=Q(superseded_at__isnull=True), name="override_one_current"
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim.name} {self.subject}: {self.chosen} instead of {self.suggested}"
