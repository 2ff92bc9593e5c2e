"""The methodology's tables come from the rules and say all of them."""

from __future__ import annotations

import dataclasses

import pytest

from claims.figures.consistency import CHECKS
from claims.grade.describing import Section, describe_figures, describe_ruleset, describe_wording
from claims.grade.rulesets import RULESETS, Ruleset, fingerprint, get_ruleset
from claims.grade.vocabulary import Certainty, Design, Domain, Upgrade


def second_column(ruleset: Ruleset, section: int) -> dict[str, str]:
    return {row[0]: row[1] for row in describe_ruleset(ruleset)[section].rows}


@pytest.mark.parametrize("ruleset", RULESETS.values(), ids=list(RULESETS))
def test_every_word_is_a_row(ruleset: Ruleset) -> None:
    scale, starts, downs, ups, thresholds = describe_ruleset(ruleset)
    assert [row[1] for row in scale.rows] == [word.label for word in Certainty]
    assert [row[0] for row in starts.rows] == [word.label for word in Design]
    assert [row[0] for row in downs.rows] == [word.label for word in Domain]
    assert [row[0] for row in ups.rows] == [word.label for word in Upgrade]
    assert fingerprint(ruleset) in thresholds.note


@pytest.mark.parametrize(
    "section", [*describe_ruleset(get_ruleset("core-grade-2025")), *describe_wording(), *describe_figures()]
)
def test_tables_are_whole(section: Section) -> None:
    assert {len(row) for row in section.rows} == {len(section.columns)}
    assert all(cell for row in section.rows for cell in row)


def test_compounds_vitamins_and_checks_are_printed_from_what_computes() -> None:
    compounds, units, checks = describe_figures()
    assert compounds.rows[0] == ("bisglycinate", "C4H8MgN2O4", "anhydrous", "172.42", "14.1")
    assert dict(row[:2] for row in units.rows) == {"vitamin D": "0.025", "retinol": "0.3", "natural vitamin E": "670"}
    assert [row[1] for row in checks.rows] == list(CHECKS.values())


def test_a_changed_weight_changes_the_page() -> None:
    core = get_ruleset("core-grade-2025")
    changed = dataclasses.replace(core, lowest={**core.lowest, Domain.IMPRECISION: -2})
    assert second_column(core, 2)["imprecision"] == "0 to −3"
    assert second_column(changed, 2)["imprecision"] == "0 to −2"


def test_the_two_rulesets_start_cohorts_differently() -> None:
    starts = [second_column(ruleset, 1)["cohort study"] for ruleset in RULESETS.values()]
    assert starts == ["low", "depends on robins-i"]


def test_wording_shows_a_statement_for_each_certainty_and_size() -> None:
    allowed = describe_wording()[0]
    assert allowed.rows[2] == (
        "low",
        "The effect with “may”.",
        "The supplement may greatly reduce the complaint",
        "The supplement may reduce the complaint",
        "The supplement may reduce the complaint slightly",
        "The supplement may make little or no difference to the complaint",
    )
