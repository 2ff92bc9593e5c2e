"""What the check says: reasons, notes, and the mix-ups it must never fall for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.figures.checking import FindingNote, check_figure
from claims.figures.quantity import Arm, Bound, Direction, Figure, FigureVerdict, Finding, Statistic
from tests.claims.figures.checking.building import LESS_SORE, claimed, dose, fall

V = FigureVerdict
FIVE_TO_TWENTY = Figure("5–20 %", 5, 20, "%", Bound.RANGE, Statistic.PROPORTION, key="share")
POINT_EIGHT = Figure("1.8 %", 1.8, 1.8, "%", Bound.EXACTLY, Statistic.RELATIVE_CHANGE, Direction.INCREASE, key="gain")


@pytest.mark.parametrize(
    "finding",
    [
        Finding("pages", "J Nutr 1999;129:5-20", "share", low=5, high=20, unit="pages"),
        Finding("bare", "Pages 5-20", "share", low=5, high=20),
        Finding("text", "Prevalence was studied", "share", note="Smith J. J Nutr 1999;129:5-20 (5–20 %)"),
        Finding("ages", "Age of those who took part", "share", low=5, high=20, unit="years"),
        Finding("kind", "A range in per cent of unknown kind", "share", low=5, high=20, unit="%"),
        Finding("change", "A change", "share", low=5, high=20, unit="%", statistic=Statistic.RELATIVE_CHANGE),
    ],
    ids=lambda finding: finding.key,
)
def test_a_range_of_other_things_never_confirms_a_share(finding: Finding) -> None:
    check = check_figure(FIVE_TO_TWENTY, [finding])
    assert check.verdict is V.NOT_IN_SOURCES


def test_the_range_itself_is_confirmed() -> None:
    share = Finding("s", "People with low values", "share", low=5, high=20, unit="%", statistic=Statistic.PROPORTION)
    assert check_figure(FIVE_TO_TWENTY, [share]).verdict is V.CONFIRMED


@pytest.mark.parametrize("unit", ["ratio", ":1", "fold", "risk ratio", "odds ratio", "percentage points", "mg/day", ""])
def test_one_point_eight_of_something_else_is_not_1_8_per_cent(unit: str) -> None:
    check = check_figure(POINT_EIGHT, [Finding("ratio", "Uptake", "gain", value=1.8, unit=unit)])
    assert check.verdict not in {V.CONFIRMED, V.DERIVABLE}


def test_reasons_show_numbers_limits_and_what_was_read() -> None:
    check = check_figure(LESS_SORE, [fall(indirectness=frozenset({"form"}), scope="abstract")])
    assert check.reasons == (
        "The figure is carried over: it is found only in evidence about something else than the claim.",
        "Trial2020 (Soreness, tablet versus placebo) reports -40 % (95 % interval -55 to -25), which is the claimed "
        "“40 %”; it is about another salt or product than the claim.",
        "Of Trial2020 only the abstract or a part was read; the full text may say more.",
    )


def test_the_arithmetic_is_shown_and_points_are_told_from_per_cent() -> None:
    arms = (Arm("tablet", n=100, events=45), Arm("placebo", n=100, events=26))
    figure = claimed(text="19 %", low=19, high=19, direction=Direction.INCREASE)
    finding = fall(value=19, unit="percentage points", statistic=None, arms=arms, ci_low=None, ci_high=None)
    assert check_figure(figure, [finding]).reasons[1] == (
        "Trial2020 (Soreness, tablet versus placebo) yields 73.1 % (tablet 45 of 100 = 45 %, placebo 26 of 100 = 26 %: "
        "(45 - 26) / 26 = +73.1 %), which is more than the claimed “19 %”; the 19 in the source is an absolute "
        "change; read as a relative one it would take percentage points for per cent."
    )


def test_compound_and_element_are_compared_by_the_formula() -> None:
    figure = Figure("2,000 mg glycinate", 2000, 2000, "mg/day", Bound.EXACTLY, Statistic.DOSE, key="daily-dose")
    elemental = dose(value=282, what="Daily elemental dose")
    check = check_figure(figure, [elemental])
    assert check.verdict is V.DERIVABLE
    assert "14.1 % magnesium by mass, that is 282 mg of elemental magnesium" in check.reasons[1]
    assert check_figure(figure, [dose(value=350, what="Daily elemental dose")]).verdict is V.CONTRADICTED
    assert check_figure(figure, [dose(value=2000)]).verdict is V.EXTRAPOLATED


def test_a_review_and_its_trial_count_once() -> None:
    trial = fall(cluster="one")
    review = fall(key="review", source="Review2022", design="meta-analysis", cluster="one", ci_low=-48, ci_high=-32)
    other = fall(key="other", source="Other2018")
    check = check_figure(LESS_SORE, [trial, review, other])
    assert (check.verdict, check.rests_on) == (V.CONFIRMED, ("review",))
    twice = check_figure(LESS_SORE, [trial, fall(key="again", source="Again2021", cluster="one"), other])
    assert twice.rests_on == ("again", "other")
    assert twice.notes[2] == FindingNote("trial-fall", False, "shares its participants with again; counted once.")


def test_a_retraction_of_one_finding_counts_for_the_whole_source() -> None:
    notice = fall(key="elsewhere", figure=None, notices=("retraction",))
    check = check_figure(LESS_SORE, [fall(), notice])
    assert check.verdict is V.UNSOURCED
    assert check.reasons[1] == "Trial2020 comes from a source that was retracted, so it supports nothing here."


def test_notices_that_leave_a_source_standing_are_told() -> None:
    check = check_figure(LESS_SORE, [fall(notices=("expression_of_concern",))])
    assert check.verdict is V.CONFIRMED
    assert check.reasons[-1] == "Trial2020 stands under an expression of concern by its journal."


def test_direct_evidence_decides_before_indirect() -> None:
    mice = fall(key="mice", source="Mice2010", design="animal")
    check = check_figure(LESS_SORE, [mice, fall(value=-12, ci_low=-16, ci_high=-8)])
    assert (check.verdict, check.rests_on) == (V.OVERSTATED, ("trial-fall",))
    assert check.reasons[2].startswith("Also recorded, without deciding: Mice2010 (")


def test_every_finding_has_a_note() -> None:
    others = [fall(key="context", figure=None), fall(key="background", stance="context")]
    check = check_figure(LESS_SORE, [fall(), *others])
    assert [(note.finding, note.counted) for note in check.notes] == [
        ("background", False), ("context", False), ("trial-fall", True),
    ]  # fmt: skip
    assert check.notes[1].reason == "was not recorded for this figure; it is context and confirms nothing."


def test_a_negative_claim_is_a_fall() -> None:
    figure = replace(LESS_SORE, text="-40 %", low=-40, high=-40, direction=None)
    assert check_figure(figure, [fall()]).verdict is V.CONFIRMED
    assert check_figure(figure, [fall(what="Rise", value=40, ci_low=30, ci_high=50)]).verdict is V.CONTRADICTED


def test_an_unsigned_size_is_taken_for_a_fall_and_the_reason_says_so() -> None:
    size = fall(value=40, ci_low=None, ci_high=None)
    check = check_figure(LESS_SORE, [size])
    assert check.verdict is V.CONFIRMED
    assert check.reasons[1].endswith(
        "; its direction is not stated, so the number is taken as the size of the fall it was recorded for."
    )
    against = check_figure(LESS_SORE, [replace(size, stance="contradicts")])
    assert against.verdict is V.NOT_IN_SOURCES
    assert against.notes[0].reason == "does not tell whether its number is a rise or a fall."
