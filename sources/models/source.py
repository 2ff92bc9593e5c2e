from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from sources.bib.identifiers import DOI_PATTERN, PMCID_PATTERN, PMID_PATTERN
from sources.models.checked import Checked
from sources.models.validators import check_authors, check_issued, check_members, check_participants, check_texts
from sources.querysets import SourceQuerySet

IDENTIFIER_STATUS = [
    ("seen", gettext_lazy("read on the source's own record")),
    ("secondary", gettext_lazy("read only on other pages")),
    ("none", gettext_lazy("none printed")),
]
SCOPE = [
    ("full-text", gettext_lazy("full text")),
    ("abstract", gettext_lazy("abstract only")),
    ("secondary", gettext_lazy("second-hand")),
]
TYPES = [
    ("article-journal", gettext_lazy("journal article")),
    ("article", gettext_lazy("article or preprint")),
    ("book", gettext_lazy("book")),
    ("chapter", gettext_lazy("chapter")),
    ("report", gettext_lazy("report")),
    ("thesis", gettext_lazy("thesis")),
    ("webpage", gettext_lazy("web page")),
    ("dataset", gettext_lazy("data set")),
]

DOI_EXPECTED = gettext_lazy("A DOI looks like 10.1234/abc: it starts with 10., a number and a slash.")
PMID_EXPECTED = gettext_lazy("A PMID is a number of one to eight digits that does not start with 0.")
PMCID_EXPECTED = gettext_lazy("A PMCID looks like PMC1234567.")


class Source(Checked):
    """A published work: CSL metadata, identifiers and what is known about how it was made and read.

    ``authors`` is a list of ``{"family", "given"}`` or ``{"literal"}`` objects; ``issued`` a list of one to three
    integers (year, month, day) or empty where no date is known; ``extra`` keeps members of a CSL item that have
    no column, so that export loses nothing.
    """

    number = models.PositiveIntegerField(unique=True, editable=False)
    citekey = models.SlugField(
        max_length=80, unique=True, help_text=gettext_lazy("Short public name, e.g. Reno2022. Never changes.")
    )
    type = models.CharField(max_length=40, choices=TYPES, default="article-journal")
    title = models.TextField()
    authors = models.JSONField(default=list, blank=True, validators=[check_authors])
    container_title = models.CharField(gettext_lazy("journal or site"), max_length=300, blank=True)
    issued = models.JSONField(
        default=list,
        blank=True,
        validators=[check_issued],
        help_text=gettext_lazy("[year, month, day]; empty where unknown."),
    )
    volume = models.CharField(max_length=40, blank=True)
    issue = models.CharField(max_length=40, blank=True)
    page = models.CharField(gettext_lazy("pages"), max_length=40, blank=True)
    doi = models.CharField(
        gettext_lazy("DOI"), max_length=250, blank=True, validators=[RegexValidator(DOI_PATTERN, DOI_EXPECTED)]
    )
    pmid = models.CharField(
        gettext_lazy("PMID"), max_length=12, blank=True, validators=[RegexValidator(PMID_PATTERN, PMID_EXPECTED)]
    )
    pmcid = models.CharField(
        gettext_lazy("PMCID"), max_length=16, blank=True, validators=[RegexValidator(PMCID_PATTERN, PMCID_EXPECTED)]
    )
    url = models.URLField(gettext_lazy("link"), max_length=500, blank=True)
    extra = models.JSONField(default=dict, blank=True, editable=False, validators=[check_members])

    design = models.CharField(max_length=30, blank=True)
    n = models.PositiveIntegerField(
        gettext_lazy("participants"), null=True, blank=True, validators=[check_participants]
    )
    funding = models.CharField(max_length=300, blank=True)
    summary = models.TextField(blank=True, help_text=gettext_lazy("What the source reports, in our own words."))
    identifier_status = models.CharField(max_length=12, choices=IDENTIFIER_STATUS, blank=True)
    scope = models.CharField(gettext_lazy("what was read"), max_length=12, choices=SCOPE, blank=True)
    warnings = models.JSONField(
        default=list,
        blank=True,
        validators=[check_texts],
        help_text=gettext_lazy("Reservations about the record, one per item."),
    )

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords()
    lasting = ("number", "citekey")
    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["citekey"]
        constraints = [
            models.CheckConstraint(
                condition=Q(doi="") | Q(doi__regex=DOI_PATTERN),
                name="source_doi_well_formed",
                violation_error_message=DOI_EXPECTED,
            ),
            models.CheckConstraint(
                condition=Q(pmid="") | Q(pmid__regex=PMID_PATTERN),
                name="source_pmid_well_formed",
                violation_error_message=PMID_EXPECTED,
            ),
            models.CheckConstraint(
                condition=Q(pmcid="") | Q(pmcid__regex=PMCID_PATTERN),
                name="source_pmcid_well_formed",
                violation_error_message=PMCID_EXPECTED,
            ),
            models.UniqueConstraint(
                Lower("doi"),
                condition=~Q(doi=""),
                name="source_doi_once",
                violation_error_code="doi",
                violation_error_message=gettext_lazy("Another source already has this DOI."),
            ),
            models.UniqueConstraint(
                fields=["pmid"],
                condition=~Q(pmid=""),
                name="source_pmid_once",
                violation_error_code="pmid",
                violation_error_message=gettext_lazy("Another source already has this PMID."),
            ),
            models.UniqueConstraint(
                fields=["pmcid"],
                condition=~Q(pmcid=""),
                name="source_pmcid_once",
                violation_error_code="pmcid",
                violation_error_message=gettext_lazy("Another source already has this PMCID."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citekey}: {self.title[:90]}"

    @property
    def name(self) -> str:
        """Public name, e.g. ``S45``."""
        return f"S{self.number}"

    @property
    def csl(self) -> dict[str, Any]:
        """CSL-JSON item of the work; members that are not known are left out."""
        item = {
            "id": self.citekey,
            "type": self.type,
            "title": self.title,
            "author": self.authors,
            "container-title": self.container_title,
            "issued": {"date-parts": [self.issued]} if self.issued else None,
            "volume": self.volume,
            "issue": self.issue,
            "page": self.page,
            "DOI": self.doi,
            "PMID": self.pmid,
            "PMCID": self.pmcid,
            "URL": self.url,
            **self.extra,
        }
        return {key: value for key, value in item.items() if value not in (None, "", [], {})}
