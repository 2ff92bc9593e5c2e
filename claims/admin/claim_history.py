"""Which records make up the history of a claim: its own and those of everything below it, removed rows included."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from claims.models import Appraisal, Assessment, Claim, Evidence, Figure, Finding, Occurrence, TaggedClaim
from sources.admin.history import Part
from sources.models import Source

CLAIM = frozenset({"claim"})


def claim_parts(claim: Claim) -> list[Part]:
    """Return the records of the claim, its topics, occurrences, figures, evidence, appraisals and assessments."""
    evidence = Evidence.history.filter(claim_id=claim.pk)
    linked = dict(evidence.values_list("id", "source_id"))
    citekeys = dict(Source.objects.filter(pk__in=linked.values()).values_list("pk", "citekey"))

    def citekey(record: Any) -> str:
        return citekeys.get(record.source_id, "a source")

    def finding(record: Any) -> str:
        source = citekeys.get(linked[record.evidence_id], gettext("a source"))
        return gettext("Finding “%(key)s” of %(source)s") % {"key": record.key, "source": source}

    def appraisal(record: Any) -> str:
        source = citekeys.get(linked[record.evidence_id], gettext("a source"))
        return gettext("Appraisal of %(source)s by %(instrument)s") % {
            "source": source,
            "instrument": record.instrument,
        }

    return [
        Part(Claim.history.filter(id=claim.pk), lambda record: gettext("Claim"), frozenset({"submitted_by"})),
        Part(
            TaggedClaim.history.filter(content_object_id=claim.pk),
            lambda record: gettext("Topic"),
            frozenset({"content_object"}),
        ),
        Part(Occurrence.history.filter(claim_id=claim.pk), lambda record: gettext("Occurrence"), CLAIM),
        Part(
            Figure.history.filter(claim_id=claim.pk),
            lambda record: gettext("Figure “%(text)s”") % {"text": record.text},
            CLAIM,
        ),
        Part(evidence, lambda record: gettext("Evidence from %(source)s") % {"source": citekey(record)}, CLAIM),
        Part(Finding.history.filter(evidence_id__in=list(linked)), finding, frozenset({"evidence"})),
        Part(Appraisal.history.filter(evidence_id__in=list(linked)), appraisal, frozenset({"evidence"})),
        Part(
            Assessment.history.filter(claim_id=claim.pk),
            lambda record: (
                gettext("Assessment of %(outcome)s") % {"outcome": record.outcome}
                if record.outcome
                else gettext("Assessment of the claim")
            ),
            CLAIM,
        ),
    ]
