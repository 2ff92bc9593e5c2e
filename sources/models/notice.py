from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext, gettext_lazy
from simple_history.models import HistoricalRecords

from sources.bib.identifiers import DOI_PATTERN
from sources.bib.notices import NoticeKind
from sources.labels import choices, label
from sources.models.checked import Checked
from sources.models.source import DOI_EXPECTED, Source


class Notice(Checked):
    """What a publisher announced about a published work; superseded by later notices, never edited away."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=30, choices=choices(NoticeKind))
    date = models.DateField(help_text=gettext_lazy("Date of the notice itself."))
    reason = models.TextField(blank=True)
    doi = models.CharField(
        gettext_lazy("DOI of the notice"),
        max_length=250,
        blank=True,
        validators=[RegexValidator(DOI_PATTERN, DOI_EXPECTED)],
    )
    url = models.URLField(gettext_lazy("link to the notice"), max_length=500, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "date"],
                name="notice_once",
                violation_error_code="date",
                violation_error_message=gettext_lazy("This notice is already recorded."),
            )
        ]

    def __str__(self) -> str:
        names = {"kind": label(NoticeKind(self.kind)), "source": self.source.citekey, "day": self.date}
        return gettext("%(kind)s of %(source)s, %(day)s") % names
