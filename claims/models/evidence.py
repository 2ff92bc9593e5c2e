from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from claims.figures.quantity import Statistic
from claims.grade.vocabulary import Design, RiskOfBias, Scope, Stance
from claims.models.claim import Claim, Figure
from claims.models.finite import finite
from claims.models.validators import check_arms, check_codes
from sources.bib.notices import NoticeKind, Standing, standing
from sources.labels import choices
from sources.models import Source
from sources.models.checked import Checked
from sources.models.validators import check_participants


class Evidence(Checked):
    """One source's bearing on one claim.

    ``dose_mg_elemental`` is milligrams of the element a day, filled only where the text read makes clear that
    the element is meant. ``indirectness`` is a list of codes of `claims.grade.vocabulary.Indirectness`.
    ``cluster`` joins reports that share participants, so that they are not counted twice.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    position = models.PositiveIntegerField(default=0)
    stance = models.CharField(max_length=20, choices=choices(Stance))
    design = models.CharField(max_length=30, choices=choices(Design))
    n = models.PositiveIntegerField(
        gettext_lazy("participants"), null=True, blank=True, validators=[check_participants]
    )
    population = models.CharField(max_length=300, blank=True)
    intervention = models.CharField(max_length=300, blank=True)
    dose_mg_elemental = models.FloatField(gettext_lazy("dose, mg elemental a day"), null=True, blank=True)
    comparator = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    duration = models.CharField(max_length=120, blank=True)
    indirectness = models.JSONField(default=list, blank=True, validators=[check_codes])
    risk_of_bias = models.CharField(max_length=20, choices=choices(RiskOfBias))
    risk_of_bias_reason = models.TextField(blank=True)
    locator = models.CharField(
        max_length=200, blank=True, help_text=gettext_lazy("Page, table or section that was read.")
    )
    scope = models.CharField(gettext_lazy("what was read"), max_length=12, choices=choices(Scope))
    cluster = models.SlugField(gettext_lazy("independence cluster"), max_length=120, blank=True)
    note = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["claim", "position", "id"]
        verbose_name_plural = gettext_lazy("evidence")
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "source"],
                name="evidence_once",
                violation_error_code="source",
                violation_error_message=gettext_lazy("This source is already linked to this claim."),
            ),
            models.CheckConstraint(
                condition=Q(dose_mg_elemental__isnull=True) | Q(dose_mg_elemental__gte=0),
                name="evidence_dose_not_negative",
                violation_error_code="dose_mg_elemental",
                violation_error_message=gettext_lazy("A dose cannot be negative."),
            ),
            finite("evidence", "dose_mg_elemental"),
        ]

    def __str__(self) -> str:
        return f"{self.source.citekey} on {self.claim.name}"

    @property
    def excluded(self) -> Standing | None:
        """Where its source stands if that was retracted, so that the evidence supports nothing; else ``None``."""
        found = standing([(NoticeKind(notice.kind), notice.date) for notice in self.source.notices.all()])
        return found if found.invalidates else None


class Finding(Checked):
    """A quantity that the evidence reports: value, range, 95 % confidence interval, p as printed, arms.

    ``arms`` is a list of ``{"label", "n", "mean", "sd", "events"}``. A key names one result of one source; the
    same key under several claims is the same result.
    """

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="findings")
    key = models.SlugField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    what = models.TextField(help_text=gettext_lazy("What was measured, in whom, against what."))
    figure = models.ForeignKey(
        Figure,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="findings",
        help_text=gettext_lazy("The figure it bears on."),
    )
    value = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    statistic = models.CharField(max_length=20, choices=choices(Statistic), blank=True)
    ci_low = models.FloatField(gettext_lazy("interval from"), null=True, blank=True)
    ci_high = models.FloatField(gettext_lazy("interval to"), null=True, blank=True)
    p = models.CharField(gettext_lazy("p, as printed"), max_length=120, blank=True)
    arms = models.JSONField(default=list, blank=True, validators=[check_arms])
    subgroup = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["evidence", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "key"],
                name="finding_key_once",
                violation_error_code="key",
                violation_error_message=gettext_lazy("The evidence already has a finding with this key."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="finding_low_not_above_high",
                violation_error_code="low",
                violation_error_message=gettext_lazy("The low end of a finding cannot be above its high end."),
            ),
            models.CheckConstraint(
                condition=Q(ci_low__isnull=True, ci_high__isnull=True)
                | Q(ci_low__isnull=False, ci_high__isnull=False, ci_low__lte=F("ci_high")),
                name="finding_interval_in_order",
                violation_error_code="ci_low",
                violation_error_message=gettext_lazy("A confidence interval needs both ends, the lower one first."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True)
                | Q(ci_low__isnull=True)
                | Q(value__gte=F("ci_low"), value__lte=F("ci_high")),
                name="finding_value_inside_interval",
                violation_error_code="value",
                violation_error_message=gettext_lazy("The value lies outside its own confidence interval."),
            ),
            finite("finding", "value", "low", "high", "ci_low", "ci_high"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.what[:80]}"
