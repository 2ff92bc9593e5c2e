"""The rows of findings in an address: how many there are, and what they say to the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from claims.figures.quantity import Figure, Finding, Statistic
from claims.forms.trying import DEFAULTS, MOST_FINDINGS, FindingForm, SentenceForm

_PREFIX = re.compile(r"(f[0-9]{1,3})-")


def rows_of(query: QueryDict, figure_count: int | None = None) -> list[FindingForm]:
    """Return the rows to show: up to the last one in the address, at least one, and one more where it is asked for."""
    given = [number for number in range(1, MOST_FINDINGS + 1) if _is_given(query, number)]
    count = min(max([1, *given]) + ("add" in query), MOST_FINDINGS)
    return [_row(query, number, figure_count) for number in range(1, count + 1)]


def is_filled(query: QueryDict) -> bool:
    """Tell whether the address names a field of a finding, or asks for one more finding."""
    return "add" in query or any(_is_given(query, number) for number in range(1, MOST_FINDINGS + 1))


def _row(query: QueryDict, number: int, figure_count: int | None) -> FindingForm:
    data = query if _is_given(query, number) else None
    return FindingForm(data, prefix=f"f{number}", initial=DEFAULTS, label_suffix="", figure_count=figure_count)


def _is_given(query: QueryDict, number: int) -> bool:
    return any(name.startswith(f"f{number}-") for name in query)


def findings_of(rows: Iterable[FindingForm]) -> list[Finding]:
    """Return the findings of the rows that say something; all of them must be valid."""
    filled = [(number, row) for number, row in enumerate(rows, start=1) if row.is_bound and not row.is_empty]
    return [_finding(row, f"F{number}") for number, row in filled]


def _finding(row: FindingForm, key: str) -> Finding:
    given = row.cleaned_data
    numbers = {name: given[name] for name in ("value", "low", "high", "ci_low", "ci_high")}
    return Finding(
        key=key,
        what=given["what"] or gettext("finding without a name"),
        figure=None if given["figure"] is None else str(given["figure"]),
        unit=given["unit"] or None,
        p=given["p"] or None,
        arms=given["arms"],
        subgroup=given["subgroup"],
        statistic=Statistic(given["statistic"]) if given["statistic"] else None,
        source=given["source"] or gettext("Finding %(number)s") % {"number": key[1:]},
        stance=given["stance"],
        design=given["design"],
        indirectness=frozenset(given["indirectness"]),
        notices=(given["notice"],) if given["notice"] else (),
        comparator=given["comparator"],
        n=given["n"],
        cluster=given["cluster"].lower() or None,
        scope=given["scope"],
        is_signed=str(row["value"].value() or "").strip().startswith("+"),
        **numbers,
    )


def short_query(query: QueryDict) -> str:
    """Return the address's query without what is empty and without the buttons, to be shared."""
    known = [(name, value) for name, values in query.lists() if _is_field(name) for value in values]
    return urlencode([(name, value) for name, value in known if value.strip()])


def rows_too_many(query: QueryDict) -> list[str]:
    """Return the prefixes in the address of rows that there are not ("f5")."""
    found = {match[1] for name in query if (match := _PREFIX.match(name))}
    return sorted(found - {f"f{number}" for number in range(1, MOST_FINDINGS + 1)})


def _is_field(name: str) -> bool:
    prefix, dash, field = name.partition("-")
    return name in SentenceForm.base_fields or bool(_PREFIX.match(prefix + dash) and field in FindingForm.base_fields)


def compared_with(figure: Figure, number: int, findings: Sequence[Finding]) -> tuple[Figure, list[Finding]]:
    """Return the figure under its number, and the findings: those that name no figure are recorded for this one."""
    key = str(number)
    return replace(figure, key=key), [replace(finding, figure=finding.figure or key) for finding in findings]
