from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from claims.grade.instruments.registry import INSTRUMENTS, judge
from claims.grade.rulesets import NON_RANDOMISED
from claims.grade.vocabulary import Stance
from claims.models.evidence import Evidence

#: How the ids of all editions of ROBINS-I begin.
ROBINS_I = "robins-i"


def instrument_choices() -> list[tuple[str, str]]:
    """Return every instrument as a choice; a function, so that a new instrument needs no migration."""
    return [(item.id, item.title) for item in INSTRUMENTS.values()]


class Appraisal(models.Model):
    """One result of one source judged by an instrument (RoB 2, ROBINS-I, AMSTAR 2); superseded, never edited.

    ``answers`` maps a question's id to its answer. ``overall_choice`` is a person's decision where the instrument
    leaves one, with its reason. ``published_rating`` is what others printed for the same work. ``critical`` holds
    the critical items declared for AMSTAR 2, empty for the standard ones.
    """

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="appraisals")
    instrument = models.CharField(max_length=40, choices=instrument_choices)
    result = models.CharField(
        gettext_lazy("result appraised"), max_length=200, blank=True, help_text=gettext_lazy("Which outcome or result.")
    )
    answers = models.JSONField(default=dict, blank=True)
    critical = models.JSONField(default=list, blank=True)
    overall_choice = models.CharField(max_length=40, blank=True)
    choice_reason = models.TextField(blank=True)
    published_rating = models.CharField(max_length=40, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(editable=False)
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)
    history = HistoricalRecords()

    class Meta:
        ordering = ["evidence", "instrument", "result", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "instrument", "result"],
                condition=Q(superseded_at__isnull=True),
                name="appraisal_one_current",
            ),
            models.CheckConstraint(
                condition=Q(overall_choice="") | ~Q(choice_reason=""),
                name="appraisal_choice_has_reason",
                violation_error_message=gettext_lazy("Give the reason for the overall judgement that you chose."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evidence}: {self.instrument}"

    @property
    def is_complete(self) -> bool:
        """Tell whether it is in force and its answers lead to an overall judgement."""
        return self.superseded_at is None and judge(self.instrument, self.answers).complete


def assessed_with_robins_i(evidence: Iterable[Evidence]) -> bool:
    """Tell whether all evidence without random allocation that bears on its claim was assessed with ROBINS-I.

    Evidence of retracted sources bears on nothing.
    """
    bearing = [
        item
        for item in evidence
        if item.stance != Stance.CONTEXT and item.design in NON_RANDOMISED and item.excluded is None
    ]
    return bool(bearing) and all(
        any(row.instrument.startswith(ROBINS_I) and row.is_complete for row in item.appraisals.all())
        for item in bearing
    )
