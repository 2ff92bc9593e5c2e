"""An appraisal by an instrument as a report prints it: the domains, the overall judgement and the reasons."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from claims.grade.instruments.instrument import published_word
from claims.grade.instruments.registry import INSTRUMENTS

View = dict[str, Any]


def appraisal_view(appraisal: View, source: str) -> View:
    """Return an appraisal of a document as plain strings; ``source`` is how the report names the source."""
    *domains, overall = [
        (light["label"], f"{light['symbol']} {light['word']}".strip()) for light in appraisal["lights"]
    ]
    return {
        "source": source,
        "instrument": ": ".join(filter(None, [appraisal["title"], appraisal["result"]])),
        "domains": "; ".join(f"{name}: {said}" for name, said in domains),
        "overall": overall[1],
        "reason": " ".join(filter(None, [*_before_the_domains(appraisal), *_reasons(appraisal)])),
    }


def _before_the_domains(appraisal: View) -> list[str]:
    """Return the answers to what an instrument asks before its domains, where it asks anything."""
    triage = INSTRUMENTS[appraisal["instrument"]].triage
    asked = [domain for domain in appraisal["domains"] if triage and domain["id"] == triage.id and domain["path"]]
    return [f"{domain['label']}: {'; '.join(domain['path'])}." for domain in asked]


def _reasons(appraisal: View) -> list[str]:
    """Return the reason of the overall judgement, a rating that others printed, and the critical items used."""
    said = [appraisal["overall_reason"], appraisal["choice_reason"] or ""]
    published = published_word(INSTRUMENTS[appraisal["instrument"]], appraisal["published_rating"] or "")
    if published:
        ratings = {"computed": appraisal["computed"] or gettext("unknown"), "published": published.label}
        said.append(gettext("Computed rating: %(computed)s; published rating: %(published)s.") % ratings)
    if appraisal.get("critical"):
        said.append(gettext("Critical items: %(items)s.") % {"items": ", ".join(appraisal["critical"])})
    return said
