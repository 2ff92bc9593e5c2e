"""What a report is made of, and what each report says about itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from claims.grade.vocabulary import Scope, Verdict
from claims.reports.words import day, marked

#: How far the sources of a claim were read, deepest first; `nothing` is a claim without evidence.
READ = (Scope.FULL_TEXT.value, Scope.ABSTRACT.value, Scope.SECONDARY.value, "nothing")
READ_LABELS = {**{scope.value: scope.label for scope in Scope}, "nothing": "no source"}


@dataclass
class Coverage:
    """Counts that grow with each document: claims, how far their sources were read, versions and rulesets.

    ``as_of`` is the time of the newest publication seen, not of the export, so that equal content has equal bytes.
    """

    claims: int = 0
    checked: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    flagged: int = 0
    unsupported: int = 0
    versions: list[str] = field(default_factory=list)
    rulesets: set[str] = field(default_factory=set)
    as_of: str = ""

    def add(self, document: dict[str, Any]) -> None:
        """Count one published claim."""
        self.claims += 1
        self.checked[document["coverage"]["checked"]] += 1
        self.verdicts[document["verdict"]] += 1
        self.figures += len(document["figures"])
        self.flagged += sum(figure["flagged"] for figure in document["figures"])
        self.unsupported += sum(figure["unsupported"] for figure in document["figures"])
        self.versions.append(f"{document['id']}v{document['version']}")
        self.rulesets.update(*document["rulesets"].values())
        self.as_of = max(self.as_of, document["published_at"])


def count(documents: Iterable[dict[str, Any]]) -> Coverage:
    """Return the counts over published claims."""
    coverage = Coverage()
    for document in documents:
        coverage.add(document)
    return coverage


@dataclass(frozen=True, slots=True)
class Report:
    """A report of one claim, an article, or a list.

    ``title`` says what was exported, ``selection`` how it was chosen, ``link`` where it is read. ``article`` is the
    published article document where the report is about one.
    """

    title: str
    selection: str
    link: str
    claims: tuple[dict[str, Any], ...]
    article: dict[str, Any] | None = None

    @property
    def coverage(self) -> Coverage:
        return count(self.claims)


def about(title: str, selection: str, link: str, coverage: Coverage) -> dict[str, Any]:
    """Return what a report says about itself."""
    return {
        "exported": title,
        "selection": selection,
        "link": link,
        "as_of": coverage.as_of or None,
        "claims": coverage.claims,
        "versions": coverage.versions,
        "rulesets": sorted(coverage.rulesets),
        "checked_against": {name: coverage.checked[name] for name in READ},
        "figures": {"all": coverage.figures, "flagged": coverage.flagged, "unsupported": coverage.unsupported},
    }


def reading_sentence(coverage: Coverage) -> str:
    """Say against what the claims were checked, e.g. for the head of a report."""
    if coverage.claims == 1:
        (deepest,) = coverage.checked
        return f"The deepest reading of any source of the claim: {READ_LABELS[deepest]}."
    parts = [f"{coverage.checked[name]} {READ_LABELS[name]}" for name in READ]
    return f"Of {coverage.claims} claims, the deepest reading of any source was: {', '.join(parts)}."


def facts_about(report: Report) -> list[tuple[str, str]]:
    """Return what a report says about itself in words, as (name, value)."""
    coverage = report.coverage
    figures = f"{coverage.figures} stated, {coverage.flagged} flagged, {coverage.unsupported} unsupported"
    return [
        ("Exported", report.selection),
        ("As of", day(coverage.as_of) or "no publication"),
        ("Figures", figures),
        ("Checked against", reading_sentence(coverage)),
        ("Rulesets", ", ".join(sorted(coverage.rulesets)) or "none"),
    ]


def scorecard(coverage: Coverage) -> list[tuple[str, int]]:
    """Return (verdict in words, claims) for the verdicts that occur, in the order of the vocabulary."""
    return [
        (marked("verdict", verdict), coverage.verdicts[verdict]) for verdict in Verdict if coverage.verdicts[verdict]
    ]


def sources_of(claims: Iterable[dict[str, Any]], article: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return each cited source once, in the order of first citation; later documents carry newer notices."""
    found: dict[str, dict[str, Any]] = {}
    for document in claims:
        for source in document["sources"]:
            found.setdefault(source["citekey"], source)
    for source in (article or {}).get("sources", []):
        found.setdefault(source["citekey"], source)
    return list(found.values())
