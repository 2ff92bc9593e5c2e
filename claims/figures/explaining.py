"""The reasons of a figure check, in sentences that a lay reader can follow."""

from __future__ import annotations

from collections.abc import Sequence

from claims.figures.consistency import check_consistency
from claims.figures.decision import Decision
from claims.figures.limits import LimitKind, cautions_of
from claims.figures.matching import Bearing

_PARTLY_READ = {
    "abstract": "only the abstract or a part was read",
    "secondary": "only a quotation by others was read",
}


def explain(
    decision: Decision, bearings: Sequence[Bearing], counted: Sequence[Bearing], repeated: dict[str, str]
) -> tuple[str, ...]:
    """Return what decided, what each finding says, what else was recorded, and how far the sources were read."""
    reasons = [decision.lead, *(_sentence(bearing) for bearing in counted)]
    reasons += _disagreeing(decision, bearings, counted, repeated)
    reasons += [
        f"{_name(bearing)} {limit.clause}, so it supports nothing here."
        for bearing in bearings
        for limit in bearing.limits
        if limit.kind is LimitKind.BARRED
    ]
    reasons += [f"{_name(bearing)} {clause}." for bearing in counted for clause in cautions_of(bearing.finding)]
    reasons += [
        f"The numbers of {_name(bearing)} do not fit each other: {problem.message}"
        for bearing in counted
        if bearing.is_comparable
        for problem in check_consistency(bearing.finding)
    ]
    reasons += _independence(counted, repeated)
    return tuple(reasons + _reading(counted))


def _sentence(bearing: Bearing) -> str:
    """Return what one finding says, with its limits."""
    clauses = [limit.clause for limit in bearing.limits if limit.kind is not LimitKind.BARRED]
    limits = f"; it {' and '.join(clauses)}" if clauses else ""
    return f"{_name(bearing)} ({bearing.finding.what}) {bearing.why}{limits}."


def _name(bearing: Bearing) -> str:
    return bearing.finding.source or bearing.finding.key


def _disagreeing(
    decision: Decision, bearings: Sequence[Bearing], counted: Sequence[Bearing], repeated: dict[str, str]
) -> list[str]:
    """Say what else was recorded with a comparable number but did not decide."""
    keys = {bearing.finding.key for bearing in counted} | repeated.keys()
    others = [
        bearing
        for bearing in bearings
        if bearing.is_comparable and bearing.finding.key not in keys and not bearing.has(LimitKind.BARRED)
    ]
    return [f"Also recorded, without deciding: {_sentence(bearing)}" for bearing in others]


def _independence(counted: Sequence[Bearing], repeated: dict[str, str]) -> list[str]:
    sentences = [
        f"{again} shares participants with {first} and is not counted again." for again, first in repeated.items()
    ]
    groups = {bearing.finding.cluster or _name(bearing) for bearing in counted}
    if len(counted) > 1 and len(groups) < len(counted):
        bodies = "one body" if len(groups) == 1 else f"{len(groups)} independent bodies"
        sentences.append(f"These {len(counted)} findings come from {bodies} of data.")
    return sentences


def _reading(counted: Sequence[Bearing]) -> list[str]:
    """Say how much of the sources was read."""
    sentences = []
    for scope, words in _PARTLY_READ.items():
        names = sorted({_name(bearing) for bearing in counted if bearing.finding.scope == scope})
        if names:
            sentences.append(f"Of {', '.join(names)} {words}; the full text may say more.")
    return sentences
