from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from claims.grade.information_size import INPUTS, InformationSize, read_information_size
from claims.grade.judgements import Judgements
from claims.grade.targets import ImprecisionTarget, parse_target
from claims.grade.vocabulary import Certainty, Domain, Upgrade
from claims.models.claim import Claim
from claims.models.finite import finite
from claims.models.validators import check_reasons, check_target
from sources.labels import choices
from sources.models.checked import Checked

RULESETS = [
    ("core-grade-2025", gettext_lazy("Core GRADE 2025")),
    ("grade18-robins-i", gettext_lazy("GRADE guidelines 18 with ROBINS-I")),
]

#: The columns that an optimal information size is worked out from, by the name that the rules give them.
OIS = {name: f"ois_{name}" for name in INPUTS}


def _between(field: str, low: int, high: int) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": low, f"{field}__lte": high}),
        name=f"assessment_{field}_in_range",
        violation_error_code=field,
        violation_error_message=gettext("%(capitalize)s takes a step from %(low)s to %(high)s.")
        % {"capitalize": field.replace("_", " ").capitalize(), "low": low, "high": high},
    )


def _share(field: str) -> Q:
    return Q(**{f"{field}__gt": 0, f"{field}__lt": 1})


def _information() -> models.CheckConstraint:
    """Return the constraint that what an information size is worked out from is whole, of one kind, or not there."""
    none_given = Q(**{f"{name}__isnull": True for name in OIS.values() if name != "ois_unit"}, ois_unit="")
    risks = _share("ois_control_risk") & Q(
        ois_relative_reduction__isnull=False, ois_sd__isnull=True, ois_difference__isnull=True
    )
    means = Q(ois_sd__gt=0, ois_difference__isnull=False) & Q(
        ois_control_risk__isnull=True, ois_relative_reduction__isnull=True
    )
    usual = [Q(**{f"{name}__isnull": True}) | _share(name) for name in ("ois_alpha", "ois_power")]
    return models.CheckConstraint(
        condition=none_given | ((risks | means) & usual[0] & usual[1]),
        name="assessment_information_whole",
        violation_error_code="ois_control_risk",
        violation_error_message=gettext("An optimal information size needs both numbers of one kind."),
    )


class Assessment(Checked):
    """One set of GRADE judgements for one outcome of a claim; superseded by the next, never edited.

    Steps down are 0 or negative, steps up 0 or positive. ``reasons`` maps a domain code to its reason.
    ``certainty`` is computed from the judgements by the ruleset named here. ``target`` is written as
    `claims.grade.targets.parse_target` reads it; the ``ois_`` columns are what the optimal information size is worked
    out from (see `claims.grade.information_size.InformationSize`), alpha and power empty for the usual ones.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="assessments")
    outcome = models.CharField(
        max_length=200, blank=True, help_text=gettext_lazy("Empty where the claim has one outcome.")
    )
    critical = models.BooleanField(gettext_lazy("critical outcome"), default=True)
    ruleset = models.CharField(max_length=60, choices=RULESETS, default="core-grade-2025")
    start = models.CharField(gettext_lazy("starting level"), max_length=12, choices=choices(Certainty))
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
        _("target of imprecision"),
        max_length=200,
        blank=True,
        validators=[check_target],
        help_text=_("null, mid VALUE UNIT (mid 3 points) or range VALUE; VALUE UNIT (range 2; 5 mmHg)."),
    )
    ois_control_risk = models.FloatField(
        _("risk without treatment"), null=True, blank=True, help_text=_("As a share, 0.2 for one in five.")
    )
    ois_relative_reduction = models.FloatField(
        _("relative reduction to show"), null=True, blank=True, help_text=_("As a share, 0.25 for a quarter less.")
    )
    ois_sd = models.FloatField(_("standard deviation"), null=True, blank=True)
    ois_difference = models.FloatField(_("difference to show"), null=True, blank=True)
    ois_unit = models.CharField(_("unit of both"), max_length=60, blank=True)
    ois_alpha = models.FloatField(_("alpha"), null=True, blank=True, help_text=_("Two-sided; empty for 0.05."))
    ois_power = models.FloatField(_("power"), null=True, blank=True, help_text=_("Empty for 0.8."))
    certainty = models.CharField(max_length=12, choices=choices(Certainty), editable=False)
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
            _information(),
            finite("assessment", *(column for column in OIS.values() if column != "ois_unit")),
        ]

    def __str__(self) -> str:
        return f"{self.claim.name}: {Certainty(self.certainty).label}"

    def clean(self) -> None:
        """Refuse values that no optimal information size can be worked out from."""
        super().clean()
        try:
            read_information_size(**self._given())
        except TypeError:
            return  # a value that is no number was refused by its field
        except ValueError as error:
            field = next((name for name in OIS.values() if getattr(self, name) not in (None, "")), "ois_control_risk")
            raise ValidationError({field: str(error)}) from error

    def _given(self) -> dict[str, Any]:
        return {name: getattr(self, column) for name, column in OIS.items()}

    @property
    def imprecision_target(self) -> ImprecisionTarget | None:
        """What imprecision was judged against; ``None`` where nobody said, or said it in words no rule can read."""
        try:
            return parse_target(self.target)
        except ValueError:
            return None

    @property
    def information_size(self) -> InformationSize | None:
        """What the optimal information size is worked out from; ``None`` where it was not given, or does not fit."""
        try:
            return read_information_size(**self._given())
        except (TypeError, ValueError):
            return None

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
            target=self.imprecision_target,
            information=self.information_size,
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
