from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from claims.models.claim import Claim
from claims.models.problem_words import OUTCOMES, WAITING, ProblemKind, ProblemState
from sources.labels import choices
from sources.models.checked import Checked

#: The longest texts that are kept, in characters.
LONGEST_MESSAGE, LONGEST_LINK, LONGEST_PAGE = 4000, 500, 300


class ProblemQuerySet(models.QuerySet["Problem"]):
    """Ways to look at what readers reported."""

    def waiting(self) -> ProblemQuerySet:
        return self.filter(state__in=WAITING)


class Problem(Checked):
    """What a reader reported about a public page, and what became of it.

    ``reference`` is the code by which the reader finds it again. ``version`` and ``citekey`` say which version of the
    claim and which of its sources the reader had before them. The e-mail address is there until the report is
    answered, no longer; it and the message stay out of the history, which lasts.
    """

    reference = models.CharField(max_length=12, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=choices(ProblemKind))
    message = models.TextField(validators=[MaxLengthValidator(LONGEST_MESSAGE)])
    link = models.CharField(_("source given"), max_length=LONGEST_LINK, blank=True)
    email = models.EmailField(_("e-mail for an answer"), blank=True)
    page = models.CharField(max_length=LONGEST_PAGE, blank=True)
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="reported_problems")
    version = models.PositiveIntegerField(_("version read"), null=True, blank=True)
    citekey = models.CharField(_("source read"), max_length=80, blank=True)
    reported_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=choices(ProblemState), default=ProblemState.OPEN.value)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("public note"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_version = models.PositiveIntegerField(_("version public when answered"), null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["email", "message"])
    lasting = ("reference",)
    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        permissions = [("resolve_problem", "Can take and answer reported problems")]
        indexes = [models.Index(fields=["state", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[str(state) for state in WAITING])
                | Q(state__in=[str(state) for state in OUTCOMES], answered_at__isnull=False, email="") & ~Q(note=""),
                name="problem_answer_is_whole",
                violation_error_code="note",
                violation_error_message=gettext_lazy(
                    "An answered report has its public note and no e-mail address any more."
                ),
            ),
            models.CheckConstraint(
                condition=Q(claim__isnull=False) | Q(version__isnull=True, citekey=""),
                name="problem_version_of_a_claim",
                violation_error_code="version",
                violation_error_message=gettext_lazy("A version or a source is that of a claim: name the claim."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def name(self) -> str:
        return self.reference

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def word(self) -> ProblemState:
        """The state with its label, symbol and definition."""
        return ProblemState(self.state)

    @property
    def kind_word(self) -> ProblemKind:
        return ProblemKind(self.kind)


class ReportCount(models.Model):
    """How many problems were reported until a window closes: from one address, or from everybody.

    ``sender`` is a keyed hash that holds for this window alone, empty for everybody. Closed windows are deleted.
    """

    ends_at = models.DateTimeField(db_index=True)
    span = models.PositiveIntegerField(help_text=gettext_lazy("Length of the window in seconds."))
    sender = models.CharField(max_length=64, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ends_at", "span", "sender"], name="report_count_once")]

    def __str__(self) -> str:
        return f"{self.count} until {self.ends_at:%Y-%m-%d %H:%M}"
