"""What the check says: reasons, notes, and the mix-ups it must never fall for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.figures.checking import FindingNote, check_figure
from claims.figures.quantity import Arm, Bound, Direction, Figure, FigureVerdict, Finding, Statistic
from claims.figures.reading import read_figures
from tests.claims.figures.checking.building import DAILY_DOSE, LESS_SORE, claimed, dose, fall

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
        "Trial2020 (Soreness, tablet versus placebo) reports −40 % (95 % CI −55 to −25), which is the claimed "
        "“40 %”; it is about another salt or product than the claim.",
        "Of Trial2020 only the abstract or a part was read; the full text may say more.",
    )


def test_the_arithmetic_is_shown_and_points_are_told_from_per_cent() -> None:
    arms = (Arm("tablet", n=100, events=45), Arm("placebo", n=100, events=26))
    figure = claimed(text="19 %", low=19, high=19, direction=Direction.INCREASE)
    finding = fall(value=19, unit="percentage points", statistic=None, arms=arms, ci_low=None, ci_high=None)
    assert check_figure(figure, [finding]).reasons[1] == (
        "Trial2020 (Soreness, tablet versus placebo) yields 73.1 % (tablet 45 of 100 = 45 %, placebo 26 of 100 = 26 %: "
        "(45 − 26) / 26 = +73.1 %), which is more than the claimed “19 %”; the 19 in the source is an absolute "
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


def test_a_figure_read_from_a_text_is_held_against_findings_recorded_for_none() -> None:
    (figure,) = read_figures("It cuts soreness by up to 40 %.")
    check = check_figure(figure, [fall(figure=None), fall(key="other", figure="sleep")])
    assert (check.verdict, check.rests_on) == (V.CONFIRMED, ("trial-fall",))
    assert [note.counted for note in check.notes] == [False, True]


def test_a_number_without_a_unit_is_told_without_a_gap() -> None:
    check = check_figure(LESS_SORE, [Finding(key="bare", figure=LESS_SORE.key, what="Pages", low=5, high=20, unit="")])
    assert check.notes[0].reason.startswith("gives 5 to 20 without saying what kind of quantity it is")


def test_a_negative_claim_is_a_fall() -> None:
    figure = replace(LESS_SORE, text="-40 %", low=-40, high=-40, direction=None)
    assert check_figure(figure, [fall()]).verdict is V.CONFIRMED
    assert check_figure(figure, [fall(what="Rise", value=40, ci_low=30, ci_high=50)]).verdict is V.CONTRADICTED


OPEN = "The figure follows from what a source reports, provided that one side means what the other states."


def test_a_time_that_one_side_leaves_open_is_told() -> None:
    figure = replace(DAILY_DOSE, text="2,000 mg glycinate a day", low=2000, high=2000, unit="mg glycinate/day")
    check = check_figure(figure, [dose(value=282, unit="mg elemental")])
    assert check.reasons == (
        OPEN,
        "Dose2019 (Daily dose that lowered soreness) gives 282 mg elemental without saying per how long; as a daily "
        "dose it yields 282 mg elemental/day (2,000 mg of magnesium bisglycinate (C4H8MgN2O4, anhydrous, 172.42 g/mol) "
        "is 14.1 % magnesium by mass, that is 282 mg of elemental magnesium), which is the claimed “2,000 mg glycinate "
        "a day”.",
    )


def test_an_amount_in_another_unit_is_shown_in_that_of_the_claim() -> None:
    level = Figure("0.85 mmol/L of magnesium", 0.85, 0.85, "mmol/L", Bound.EXACTLY, Statistic.LEVEL, key="daily-dose")
    found = dose(value=2.07, unit="mg/dL", what="Serum magnesium", statistic=Statistic.LEVEL)
    assert check_figure(level, [found]).reasons[1] == (
        "Dose2019 (Serum magnesium) reports 2.07 mg/dL (that is 0.8517 mmol/L), which is the claimed “0.85 mmol/L of "
        "magnesium”."
    )


def test_a_one_sided_p_is_told() -> None:
    check = check_figure(LESS_SORE, [fall(p="0.04 (one-sided)", ci_low=None, ci_high=None)])
    assert check.reasons[1] == (
        "Trial2020 (Soreness, tablet versus placebo) reports −40 %, which cannot be told from no effect, against the "
        "claimed “40 %”; its p is one-sided, and so doubled."
    )


def test_the_water_that_a_name_leaves_open_is_told() -> None:
    figure = replace(DAILY_DOSE, text="1,000 mg chloride", low=1000, high=1000, unit="mg magnesium chloride/kg/day")
    check = check_figure(figure, [dose(value=119.6, unit="mg elemental/kg/day")])
    assert (
        "(as the hexahydrate, which the name leaves open, 1,000 mg of magnesium chloride hexahydrate"
        in (check.reasons[1])
    )


def test_an_unsigned_size_is_taken_for_a_fall_and_the_reason_says_so() -> None:
    size = fall(value=40, ci_low=None, ci_high=None)
    check = check_figure(LESS_SORE, [size])
    assert check.verdict is V.DERIVABLE
    assert check.reasons[0] == OPEN
    assert check.reasons[1].endswith(
        "; its direction is not stated, so the number is taken as the size of the fall it was recorded for."
    )
    against = check_figure(LESS_SORE, [replace(size, stance="contradicts")])
    assert against.verdict is V.NOT_IN_SOURCES
    assert against.notes[0].reason == "does not tell whether its number is a rise or a fall."


SMD = "standardised mean difference"


@pytest.mark.parametrize(
    ("_", "figure", "finding", "note"),
    [
        ("percentage points", LESS_SORE, fall(value=-20, unit="percentage points", statistic=None),
         "gives −20 percentage points, an absolute change; read as a relative one it would take percentage points for "
         "per cent."),
        ("points on a scale are no percentage points", LESS_SORE,
         fall(value=-20, unit="points", statistic=Statistic.ABSOLUTE_CHANGE, ci_low=None, ci_high=None),
         "gives −20 points, an absolute change in points; a relative one would need the value that it started from."),
        ("nor are standard deviations", LESS_SORE,
         fall(value=-0.2, unit=SMD, statistic=Statistic.ABSOLUTE_CHANGE, ci_low=None, ci_high=None),
         "gives −0.2 standardised mean difference, an absolute change in standardised mean difference; a relative one "
         "would need the value that it started from."),
        ("an article before a vowel", DAILY_DOSE, dose(unit="points", statistic=Statistic.ABSOLUTE_CHANGE),
         "gives 300 points, which is an absolute change, while the claim states a dose."),
        ("a hazard ratio", LESS_SORE, fall(value=0.6, unit="hazard ratio", ci_low=None, ci_high=None, statistic=None),
         "gives a hazard ratio of 0.6, which compares how fast events come, not how many people have one "
         "(Sutradhar & Austin 2018), so it is not compared with the claimed “40 %”."),
        ("an odds ratio", LESS_SORE, fall(value=0.6, unit="odds ratio", ci_low=None, ci_high=None, statistic=None),
         "gives an odds ratio of 0.6, which compares odds and lies further from 1 than the ratio of risks (Davies, "
         "Crombie & Tavakoli 1998), so it is not compared with the claimed “40 %”."),
        ("a rate ratio", LESS_SORE, fall(value=0.6, unit="rate ratio", ci_low=None, ci_high=None, statistic=None),
         "gives a rate ratio of 0.6, which compares events in time, of which one person can have several, not people "
         "with an event (Cochrane Handbook, section 6.7), so it is not compared with the claimed “40 %”."),
        ("a risk ratio against a claimed hazard ratio", claimed(text="0.6", low=0.6, high=0.6, unit="hazard ratio"),
         fall(value=0.6, unit="risk ratio", ci_low=None, ci_high=None, statistic=None),
         "gives a risk ratio of 0.6, while a hazard ratio compares how fast events come, not how many people have one "
         "(Sutradhar & Austin 2018), so it is not compared with the claimed “0.6”."),
        ("a change in per cent against a claimed hazard ratio", claimed(text="0.6", low=0.6, high=0.6,
                                                                        unit="hazard ratio"),
         fall(ci_low=-55, ci_high=-25),
         "gives −40 %, while a hazard ratio compares how fast events come, not how many people have one (Sutradhar & "
         "Austin 2018), so it is not compared with the claimed “0.6”."),
        ("another dose without a day", DAILY_DOSE, dose(value=600, unit="mg", statistic=Statistic.DOSE),
         "gives 600 mg without saying per how long; as a daily dose it reports 600 mg/day, which is more than the "
         "claimed “300 mg a day”."),
        ("a claim of another dose without a day", replace(DAILY_DOSE, text="100 mg", low=100, high=100, unit="mg"),
         dose(), "gives 300 mg/day, while the claim does not say per how long; as a daily dose it reports 300 mg/day, "
         "which is more than the claimed “100 mg”."),
        ("a change of unknown direction", LESS_SORE, fall(value=40, stance="inconclusive", ci_low=None, ci_high=None),
         "does not tell whether its number is a rise or a fall."),
        ("a salt without a formula", replace(DAILY_DOSE, text="500 mg calcium carbonate", unit="mg calcium carbonate"),
         dose(value=144, unit="mg elemental", what="Dose"),
         "gives 144 mg elemental; no formula is listed for calcium carbonate, so the element in it is not worked out."),
        ("another element", replace(DAILY_DOSE, text="300 mg", unit="mg elemental"),
         dose(unit="mg", what="Elemental zinc"), "gives 300 mg; that weighs zinc, while the claim weighs magnesium."),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)  # fmt: skip
def test_what_does_not_contain_the_figure_was_read_and_says_why(
    _: str, figure: Figure, finding: Finding, note: str
) -> None:
    check = check_figure(figure, [finding])
    assert check.notes == (FindingNote(finding.key, False, note, was_read=True),)
    assert (check.verdict, check.rests_on) == (V.NOT_IN_SOURCES, ())


def test_the_groups_that_give_the_direction_are_shown() -> None:
    arms = (Arm("tablet", n=50, mean=70), Arm("placebo", n=50, mean=50))
    check = check_figure(LESS_SORE, [fall(value=40, arms=arms, ci_low=None, ci_high=None)])
    assert check.reasons[1] == (
        "Trial2020 (Soreness, tablet versus placebo) reports 40 %, which is no such change or one the other way, "
        "against the claimed “40 %”; its groups give the direction (tablet 70, placebo 50)."
    )


def test_equal_evidence_that_disagrees_is_told_with_its_size() -> None:
    small = fall(n=30)
    large = fall(key="large", source="Large2021", value=-5, n=1900, ci_low=-9, ci_high=-1)
    against = check_figure(LESS_SORE, [small, large])
    assert (against.verdict, against.rests_on) == (V.BEST_CASE_ONLY, ("large", "trial-fall"))
    assert against.reasons[0] == (
        "Only the most favourable evidence of its rank reaches the figure (1 source with 30 people); less, or nothing "
        "that can be told from none, was found in 1 source with 1,900 people."
    )
    outweighed = check_figure(LESS_SORE, [replace(small, n=5000), large])
    assert (outweighed.verdict, outweighed.rests_on) == (V.CONFIRMED, ("trial-fall",))
    assert outweighed.reasons[0] == (
        "A source reports this figure for the same thing. Evidence of the same rank does not agree: 1 source with "
        "1,900 people against 1 source with 5,000 people."
    )
    assert outweighed.notes[0].reason.endswith("; evidence of the same rank decides.")
    more = check_figure(LESS_SORE, [small, replace(large, value=-70, ci_low=-80, ci_high=-60)])
    assert more.reasons[0] == (
        "More evidence of the same rank found more than the figure: 1 source with 1,900 people against 1 source with "
        "30 people."
    )


def test_a_single_study_gives_way_to_pooled_evidence() -> None:
    pooled = fall(key="pooled", source="Meta2022", design="meta-analysis", value=-12, ci_low=-16, ci_high=-8)
    check = check_figure(LESS_SORE, [fall(), pooled])
    assert [note.reason.rpartition("; ")[2] for note in check.notes if not note.counted] == [
        "pooled evidence decides first."
    ]


def test_numbers_that_do_not_fit_their_groups_are_told_beside_the_verdict() -> None:
    arms = (Arm("tablet", n=100, events=10), Arm("placebo", n=100, events=20))
    check = check_figure(
        claimed(text="20 %", low=20, high=20), [fall(value=-20, n=200, arms=arms, ci_low=-30, ci_high=-10)]
    )
    assert check.verdict is V.CONFIRMED
    assert check.reasons[2] == (
        "The numbers of Trial2020 do not fit each other: 10 of 100 against 20 of 100 is a relative change of −50 %, "
        "printed is −20. An adjusted estimate is an innocent reason for a small difference."
    )
