"""The figure check: does any source report this number, for the same thing?

`check_figure` compares a claimed figure with the findings that curators recorded for it. A bare number never
matches: unit, statistic, direction and role have to agree (`matching`), then the best evidence speaks first
(`deciding`), by the rules in `verdicts.RULES`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.figures.deciding import decide
from claims.figures.decision import Decision
from claims.figures.explaining import explain
from claims.figures.limits import LimitKind
from claims.figures.matching import Bearing, bear
from claims.figures.quantity import Figure, FigureVerdict, Finding
from claims.figures.verdicts import EARLIER, RULES, RULESET, Rule

__all__ = ["EARLIER", "RULES", "RULESET", "FigureCheck", "FindingNote", "Rule", "check_figure"]

_NOT_RECORDED = "was not recorded for this figure; it is context and confirms nothing."


@dataclass(frozen=True, slots=True)
class FindingNote:
    """Whether one finding counted for the verdict, and why or why not.

    ``was_read`` tells of one that did not count that it was held against the figure and does not contain it.
    """

    finding: str
    counted: bool
    reason: str
    was_read: bool = False


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """The computed verdict on a figure, its reasons as sentences, and the keys of the findings it rests on."""

    verdict: FigureVerdict
    reasons: tuple[str, ...]
    rests_on: tuple[str, ...]
    ruleset: str
    notes: tuple[FindingNote, ...]


def check_figure(figure: Figure, findings: Sequence[Finding], *, attribution: str = "none") -> FigureCheck:
    """Return the verdict on a claimed figure from all findings of the claim's evidence.

    Only findings recorded for the figure (``finding.figure == figure.key``) can decide; the others get a note. For a
    figure without a key, as one read from a text, those are the findings that were recorded for no figure.
    ``attribution`` is what the article offers as its source ("none", "vague", "named-source"). The order of the
    findings does not matter. Raises ValueError where an end of the figure is not a finite number, or low > high.
    """
    _refuse_impossible(figure)
    ordered = sorted(dict.fromkeys(findings), key=lambda finding: (finding.key, finding.what, finding.source))
    if _is_no_quantity(figure):
        return _not_checkable(figure, ordered)
    recorded = [finding for finding in ordered if (finding.figure or "") == figure.key]
    bearings = [bear(finding, figure) for finding in _with_notices_of_source(recorded, ordered)]
    decision = decide(figure, bearings, names_source=attribution == "named-source")
    counted, repeated = _count_clusters_once(decision)
    return FigureCheck(
        decision.verdict,
        explain(decision, bearings, counted, repeated),
        tuple(bearing.finding.key for bearing in counted if bearing.is_comparable),
        RULESET,
        tuple(_note(finding, bearings, counted, repeated) for finding in ordered),
    )


def _refuse_impossible(figure: Figure) -> None:
    for name, end in (("low", figure.low), ("high", figure.high)):
        if end is not None and not math.isfinite(end):
            raise ValueError(f"figure {figure.text!r}: {name} is {end}; expected a finite number or nothing")
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        raise ValueError(f"figure {figure.text!r}: low {figure.low} is above high {figure.high}")


def _is_no_quantity(figure: Figure) -> bool:
    has_number = figure.low is not None or figure.high is not None
    return not has_number or (not figure.unit.strip() and figure.statistic is None)


def _not_checkable(figure: Figure, ordered: Sequence[Finding]) -> FigureCheck:
    if figure.low is None and figure.high is None:
        lead = f"“{figure.text}” contains no number that a source could report."
    else:
        lead = f"“{figure.text}” does not say what its number measures: it has neither a unit nor a statistic."
    notes = tuple(FindingNote(finding.key, False, "was not compared: there is no quantity.") for finding in ordered)
    return FigureCheck(FigureVerdict.NOT_CHECKABLE, (lead,), (), RULESET, notes)


def _with_notices_of_source(recorded: Sequence[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each with every notice that any finding of its source carries."""
    notices: dict[str, set[str]] = {}
    for finding in findings:
        notices.setdefault(finding.source or finding.key, set()).update(finding.notices)
    return [replace(finding, notices=tuple(sorted(notices[finding.source or finding.key]))) for finding in recorded]


def _count_clusters_once(decision: Decision) -> tuple[list[Bearing], dict[str, str]]:
    """Return the bearings that count, and for each repeated one its key with the key of the one that counts."""
    counted: list[Bearing] = []
    first: dict[str, str] = {}
    repeated: dict[str, str] = {}
    for bearing in sorted(decision.bearings, key=lambda bearing: (not bearing.is_pooled, bearing.finding.key)):
        cluster = bearing.finding.cluster
        if cluster and cluster in first and not decision.is_joint:
            repeated[bearing.finding.key] = first[cluster]
            continue
        if cluster:
            first.setdefault(cluster, bearing.finding.key)
        counted.append(bearing)
    return counted, repeated


def _note(
    finding: Finding, bearings: Sequence[Bearing], counted: Sequence[Bearing], repeated: dict[str, str]
) -> FindingNote:
    known = [*counted, *bearings]
    bearing = next((bearing for bearing in known if bearing.finding.key == finding.key), None)
    if bearing is None:
        return FindingNote(finding.key, False, _NOT_RECORDED)
    if bearing in counted:
        return FindingNote(finding.key, bearing.is_comparable, f"{bearing.why}.", was_read=not bearing.is_comparable)
    if finding.key in repeated:
        return FindingNote(finding.key, False, f"shares its participants with {repeated[finding.key]}; counted once.")
    limits = " and ".join(limit.clause for limit in bearing.limits)
    clause = f"it {limits}" if limits else _not_deciding(bearing, counted)
    was_read = not bearing.is_comparable and not bearing.has(LimitKind.BARRED)
    return FindingNote(finding.key, False, f"{bearing.why}; {clause}.", was_read=was_read)


def _not_deciding(bearing: Bearing, counted: Sequence[Bearing]) -> str:
    """Say why a comparable finding without a limit did not decide."""
    if not bearing.is_comparable:
        return "other evidence decides"
    if not bearing.is_pooled and any(other.is_pooled for other in counted):
        return "pooled evidence decides first"
    return "evidence of the same rank decides"
