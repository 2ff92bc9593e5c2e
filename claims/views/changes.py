"""What changed between two versions of a claim, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.documents.diff import ORDER, Difference, diff_documents
from claims.figures.quantity import FigureVerdict
from claims.grade.vocabulary import Certainty, Domain, Kind, RiskOfBias, Scope, Stance, Upgrade, Verdict
from claims.words import Word

#: Parts of a document that follow from its other parts; their changes would be told twice.
DERIVED = frozenset({"totals", "coverage", "rulesets", "certainty_reason", "overrides", "wording", "key", "schema"})
#: Members that the program computes beside the values that count.
COMPUTED = frozenset(
    {"computed", "overridden", "flagged", "unsupported", "problems", "steps", "clamped", "suggestions", "changes"}
    | {"absolute", "forms"}
)
NAMES = {
    "statement": "the statement",
    "kind": "the kind",
    "attribution": "the source that the article offers",
    "wording_strength": "the strength of the wording",
    "topics": "the topics",
    "verdict": "the verdict",
    "verdict_reason": "the reason for the verdict",
    "accurate_wording": "the accurate wording",
    "certainty": "the certainty",
    "figures": "the list of figures",
    "evidence": "the evidence",
    "assessments": "the assessment",
    "n": "the number of participants",
    "dose_mg_elemental": "the elemental dose (mg a day)",
    "risk_of_bias": "the risk of bias",
    "ci_low": "the lower end of the interval",
    "ci_high": "the upper end of the interval",
    "p": "the p value",
    "scope": "what was read",
    "reason": "the reason",
    "csl": "the bibliographic record",
}
WORDS: dict[str, type[Word]] = {
    "kind": Kind,
    "certainty": Certainty,
    "stance": Stance,
    "risk_of_bias": RiskOfBias,
    "scope": Scope,
    "start": Certainty,
}
STEPS = {str(word): word.label for words in (Domain, Upgrade) for word in words}


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence on what changed, with the values before and after where they can be shown."""

    said: str
    before: str = ""
    after: str = ""


def changes_between(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Return the changes in content in the order of the document, each said once."""
    found = [_change(difference, before, after) for difference in diff_documents(before, after)]
    return list(dict.fromkeys(change for change in found if change))


def _change(found: Difference, before: dict[str, Any], after: dict[str, Any]) -> Change | None:
    top, *rest = found.place
    if top in DERIVED or COMPUTED.intersection(rest):
        return None
    if top == "occurrences":
        return Change("The places where articles make the claim changed.")
    if top == "sources":
        return _source_change(rest, after)
    if found.place[-1] == ORDER:
        return Change(_sentence(f"the order of {_name(found.place[-2])} changed"))
    subject = _subject(top, rest, before, after)
    if top in ("figures", "evidence", "assessments") and len(rest) == 1:
        return _whole(subject, found)
    if "findings" in rest and (len(rest) == rest.index("findings") + 2):
        return _whole(subject, found)
    name = found.place[-1]
    said = f"{_name(name)} {_verb(found)}" + (f" ({subject})" if subject else "")
    return Change(_sentence(said), _shown(found.place, found.before), _shown(found.place, found.after))


def _whole(subject: str, found: Difference) -> Change:
    return Change(_sentence(f"{subject} was {'added' if found.before is None else 'removed'}"))


def _source_change(rest: list[str], after: dict[str, Any]) -> Change | None:
    """A source comes and goes with its evidence; only what is said about a source that stays is a change."""
    if len(rest) < 2:
        return None
    short = next((source["short"] for source in after["sources"] if source["citekey"] == rest[0]), rest[0])
    what = "what was announced" if rest[1] == "notices" else "the record"
    return Change(_sentence(f"{what} about {short} changed"))


def _subject(top: str, rest: list[str], before: dict[str, Any], after: dict[str, Any]) -> str:
    """Return what a change is about: a figure, a source's evidence, one of its findings, an assessment."""
    if not rest:
        return ""
    if top == "figures":
        texts = {figure["key"]: figure["text"] for figure in [*before["figures"], *after["figures"]]}
        return f"the figure “{texts.get(rest[0], rest[0])}”"
    if top == "evidence":
        shorts = {source["citekey"]: source["short"] for source in [*before["sources"], *after["sources"]]}
        evidence = f"the evidence from {shorts.get(rest[0], rest[0])}"
        return f"a finding in {evidence}" if "findings" in rest else evidence
    if top == "assessments":
        return f"the assessment of {rest[0]}" if rest[0] else "the assessment"
    return ""


def _name(member: str) -> str:
    return NAMES.get(member) or (f"the step for {STEPS[member]}" if member in STEPS else f"the {member}")


def _verb(found: Difference) -> str:
    if found.before in (None, "", []):
        return "was added"
    return "was removed" if found.after in (None, "", []) else "changed"


def _sentence(said: str) -> str:
    said = said.replace("_", " ")
    return f"{said[0].upper()}{said[1:]}."


def _shown(place: tuple[str, ...], value: Any) -> str:
    """Return a value as a reader sees it; structures are not shown."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if value is None or isinstance(value, (dict, list)):
        return ""
    if vocabulary := _vocabulary(place):
        return vocabulary(value).label
    return f"{value:g}" if isinstance(value, float) else str(value)


def _vocabulary(place: tuple[str, ...]) -> type[Word] | None:
    if place[-1] == "verdict":
        return FigureVerdict if place[0] == "figures" else Verdict
    return WORDS.get(place[-1])
