"""Evidence on the claim's page, each piece with its findings inside: a formset whose forms hold a formset each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from claims.actions import link_evidence, revise_evidence, unlink_evidence
from claims.admin.appraisal_choice import Offer, Row, offers_for, row_of
from claims.admin.finding import FindingFormSet
from claims.grade.vocabulary import Indirectness
from claims.models import Appraisal, Evidence, Figure
from sources.actions import User
from sources.admin.forms import VerbForm
from sources.admin.verbs import VerbFormSet, VerbInline
from sources.labels import choices

FINDING_WRONG = gettext_lazy("A finding of this evidence needs correcting, see below.")
FINDING_WITHOUT_SOURCE = gettext_lazy("Choose the source that reports this finding, and fill in the evidence above it.")


class SourceShown(forms.Widget):
    """The source of evidence that is linked already: a link, not a choice. Another source is other evidence."""

    def __init__(self, source: Any) -> None:
        super().__init__()
        self.source = source

    def id_for_label(self, id_: str | None) -> str:
        return ""  # nothing is entered, so there is nothing that the label could be for

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<a class="shown-source" id="{}" href="/admin/sources/source/{}/change/">{}</a>',
            (attrs or {}).get("id", f"id_{name}"),
            self.source.pk,
            self.source,
        )


class EvidenceForm(VerbForm):
    """One source's bearing on the claim."""

    indirectness = forms.MultipleChoiceField(
        required=False,
        label=gettext_lazy("Indirect in"),
        choices=[
            (code.value, format_lazy("{}: {}", name, gettext_lazy(code.definition)))
            for code, (_, name) in zip(Indirectness, choices(Indirectness), strict=True)
        ],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("In what the evidence differs from what the claim is about. None: it is direct."),
    )

    class Meta:
        widgets = {
            "risk_of_bias_reason": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "note": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "cluster": forms.TextInput,
        }
        labels = {"risk_of_bias_reason": gettext_lazy("Why this risk of bias")}
        help_texts = {
            "source": gettext_lazy("Search by citekey, title, author, DOI or PMID."),
            "dose_mg_elemental": gettext_lazy(
                "Milligrams of the element a day; only where the text makes clear that it means that."
            ),
            "cluster": gettext_lazy(
                "One word for all reports on the same participants, so that they are counted once."
            ),
        }

    @property
    def is_open(self) -> bool:
        """Tell whether the page unfolds it: where something is wrong in it, or it is new."""
        return (
            self.instance.pk is None
            or bool(self.errors)
            or not all(not form.errors and not form.problems for form in self.findings.forms)
        )

    @property
    def offers(self) -> list[Offer]:
        """Return the instruments by which it can be appraised, the one that suits its design as saved first."""
        return list(offers_for(self.instance))

    @property
    def appraisals(self) -> list[Row]:
        """Return its current appraisals."""
        return [row_of(item, self.instance) for item in self.instance.appraisals.all()]


class EvidenceFormSet(VerbFormSet):
    """All evidence of the claim, and in each form ``findings``, the formset of its findings."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.findings = FindingFormSet(
            data=self.data if self.is_bound and index is not None else None,
            instance=form.instance,
            prefix=f"{form.prefix}-findings",
            figures=self.figures,
        )
        if form.instance.pk and "source" in form.fields:
            form.fields["source"].disabled = True
            form.fields["source"].widget = SourceShown(form.instance.source)
            form.fields["source"].help_text = ""

    @property
    def figures(self) -> list[Figure]:
        """The figures of the claim that findings can bear on."""
        if not hasattr(self, "_figures"):
            self._figures = list(self.instance.figures.all()) if self.instance.pk else []
        return self._figures

    def full_clean(self) -> None:
        """Check the evidence and the findings in it; a wrong finding is said at its evidence too."""
        super().full_clean()
        for form in self.forms if self.is_bound else []:
            if self._should_delete_form(form):
                continue
            given = any(finding.has_changed() for finding in form.findings.forms)
            if given and form.instance._state.adding and not form.has_changed():
                form.add_error(None, FINDING_WITHOUT_SOURCE)
            elif not form.findings.is_valid():
                form.add_error(None, FINDING_WRONG)

    def record(self, form: Any, *, user: User, why: str) -> None:
        form.findings.instance = link_evidence(claim=self.instance, user=user, why=why, **form.columns())

    def revise(self, form: Any, *, user: User, why: str) -> None:
        revise_evidence(evidence=form.instance, user=user, why=why, **form.columns(form.changed_data))

    def remove(self, row: Any, *, user: User, why: str) -> None:
        unlink_evidence(evidence=row, user=user, why=why)

    def write(self, *, user: User, why: str) -> None:
        super().write(user=user, why=why)
        for form in self.forms:
            if not self._should_delete_form(form):
                form.findings.write(user=user, why=why)
                form.findings.remove_marked(user=user, why=why)


class EvidenceInline(VerbInline):
    """What sources found that bears on the claim."""

    model = Evidence
    form = EvidenceForm
    formset = EvidenceFormSet
    template = "admin/claims/claim/evidence.html"
    autocomplete_fields = ["source"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "source",
                    ("stance", "design", "n"),
                    "population",
                    "intervention",
                    "outcome",
                    ("dose_mg_elemental", "comparator", "duration"),
                    "indirectness",
                    "risk_of_bias",
                    "risk_of_bias_reason",
                    ("scope", "locator"),
                    "note",
                    ("cluster", "position"),
                ]
            },
        )
    ]
    verbose_name_plural = gettext_lazy("Evidence: what sources found that bears on the claim")

    def get_queryset(self, request: HttpRequest) -> Any:
        current = Appraisal.objects.filter(superseded_at__isnull=True).select_related("recorded_by")
        return (
            super()
            .get_queryset(request)
            .select_related("source")
            .prefetch_related("source__notices", "findings", Prefetch("appraisals", queryset=current))
        )
