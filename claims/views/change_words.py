"""How the members of a published document and their values are called where a change is told."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.documents.vocabularies import words_of
from claims.figures.quantity import FigureVerdict
from claims.grade.targets import parse_target
from claims.grade.vocabulary import (
    Domain,
    Upgrade,
    Verdict,
)
from claims.reports.quantities import number_text
from claims.words import Word
from sources.labels import label

NAMES: dict[str, str | Promise] = {
    "statement": _("the statement"),
    "kind": _("the kind"),
    "attribution": _("the source that the article offers"),
    "wording_strength": _("the strength of the wording"),
    "topics": _("the topics"),
    "verdict": _("the verdict"),
    "verdict_reason": _("the reason for the verdict"),
    "accurate_wording": _("the accurate wording"),
    "certainty": _("the certainty"),
    "occurrences": _("the places where articles make the claim"),
    "figures": _("the list of figures"),
    "evidence": _("the evidence"),
    "findings": _("the findings"),
    "assessments": _("the assessment"),
    "appraisals": _("the appraisals"),
    "figure": _("the figure that it bears on"),
    "text": _("the words"),
    "low": _("the lower value"),
    "high": _("the upper value"),
    "value": _("the value"),
    "unit": _("the unit"),
    "bound": _("the bound"),
    "statistic": _("the kind of number"),
    "direction": _("the direction"),
    "comparator": _("the comparator"),
    "population": _("the people"),
    "stance": _("the stance"),
    "design": _("the study design"),
    "n": _("the number of participants"),
    "intervention": _("what was given"),
    "dose_mg_elemental": _("the elemental dose (mg a day)"),
    "duration": _("the duration"),
    "outcome": _("the outcome"),
    "indirectness": _("what makes it indirect"),
    "risk_of_bias": _("the risk of bias"),
    "risk_of_bias_reason": _("the reason for the risk of bias"),
    "ci_low": _("the lower end of the interval"),
    "ci_high": _("the upper end of the interval"),
    "p": _("the p value"),
    "arms": _("the groups"),
    "subgroup": _("whether it holds for a subgroup only"),
    "what": _("what was found"),
    "note": _("the note"),
    "locator": _("the place in the source"),
    "scope": _("what was read"),
    "cluster": _("the studies it shares participants with"),
    "reason": _("the reason"),
    "start": _("the starting level"),
    "start_reason": _("the reason for the starting level"),
    "target": _("the target"),
    "critical": _("whether the outcome is critical"),
    "ruleset": _("the ruleset"),
    "csl": _("the bibliographic record"),
    "label": _("the name"),
    "mean": _("the mean"),
    "sd": _("the standard deviation"),
    "events": _("the number of events"),
    "control_risk": _("the risk without it"),
    "relative_reduction": _("the relative reduction"),
    "difference": _("the difference"),
    "alpha": _("the error rate (alpha)"),
    "power": _("the power"),
    "participants": _("the number of people that would be enough"),
}
#: Members whose name is a plural.
PLURALS = frozenset({"topics", "findings", "appraisals", "text", "arms", "population", "cluster"})
#: The vocabulary of a member's values, by the name of the vocabulary.
VOCABULARIES: dict[str, type[Word]] = {
    **{
        name: words_of(name)
        for name in (
            "kind",
            "attribution",
            "certainty",
            "bound",
            "statistic",
            "direction",
            "stance",
            "design",
            "indirectness",
            "scope",
        )
    },
    "wording_strength": words_of("wording"),
    "risk_of_bias": words_of("risk"),
    "start": words_of("certainty"),
}
STEPS: dict[str, Word] = {str(word): word for words in (Domain, Upgrade) for word in words}


def name_of(place: tuple[str, ...]) -> str:
    """Return what a member of the document is called; one that has no name of its own is called as it is stored."""
    member = place[-1]
    if member in STEPS and place[0] == "assessments":
        pattern = _("the reason for %(step)s") if "reasons" in place else _("the step for %(step)s")
        return str(pattern) % {"step": label(STEPS[member])}
    stored = gettext("the part “%(member)s”") % {"member": member.replace("_", " ")}
    return str(NAMES.get(member, stored))


def shown(place: tuple[str, ...], value: Any) -> str:
    """Return a value as a reader sees it; structures are not shown."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(_word(place, item) for item in value)
    if value is None or isinstance(value, (dict, list)):
        return ""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, (int, float)):
        return number_text(value)
    return target_text(str(value)) if place[-1] == "target" else _word(place, str(value))


def target_text(written: str) -> str:
    """Return in words what intervals were held against; what cannot be read stays as it was stored."""
    try:
        target = parse_target(written)
    except ValueError:
        return written
    return target.describe() if target else ""


def _word(place: tuple[str, ...], value: str) -> str:
    """Return the label of a value of a vocabulary; one that the vocabulary has no more stays as it was stored."""
    vocabulary = VOCABULARIES.get(place[-1])
    if place[-1] == "verdict":
        vocabulary = FigureVerdict if place[0] == "figures" else Verdict
    try:
        return label(vocabulary(value)) if vocabulary and value else value
    except ValueError:
        return value.replace("_", " ")
