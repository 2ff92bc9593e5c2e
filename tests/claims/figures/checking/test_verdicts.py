"""Every verdict of the figure check, reached by a described case."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from claims.figures.checking import EARLIER, RULES, RULESET, check_figure
from claims.figures.quantity import Arm, Bound, Direction, Figure, FigureVerdict, Finding, Statistic
from tests.claims.figures.checking.building import DAILY_DOSE, LESS_SORE, claimed, dose, fall

V = FigureVerdict
NO_INTERVAL = {"ci_low": None, "ci_high": None}
CRAMP_FREE = (Arm("tablet", n=100, events=45), Arm("placebo", n=100, events=26))
POINTS = {"unit": "percentage points", "statistic": None, **NO_INTERVAL}
UP_TO = claimed(bound=Bound.UP_TO, low=None, text="up to 40 %")
MORE_FREE = claimed(text="73 %", low=73, high=73, direction=Direction.INCREASE, comparator=None)

WHOLE = Figure("100 %", 100, 100, "%", Bound.EXACTLY, Statistic.PROPORTION, key="share")
SOONER = Figure(
    "17 minutes", 17, 17, "minutes", Bound.EXACTLY, Statistic.ABSOLUTE_CHANGE, Direction.DECREASE, key="sooner"
)  # fmt: skip
RATIO_OF_TWO = claimed(text="2", low=2, high=2, unit="risk ratio", statistic=Statistic.RATIO, direction=None)


def groups(treated: float, control: float) -> tuple[Arm, Arm]:
    return Arm("tablet", n=50, mean=treated), Arm("placebo", n=50, mean=control)


def shares(treated: int, control: int) -> tuple[Arm, Arm]:
    return Arm("tablet", n=100, events=treated), Arm("placebo", n=100, events=control)


def share(value: float | None, **changes: object) -> Finding:
    return fall(figure="share", value=value, statistic=Statistic.PROPORTION, **{**NO_INTERVAL, **changes})


def sooner(value: float) -> Finding:
    return fall(figure="sooner", value=value, unit="min", statistic=Statistic.ABSOLUTE_CHANGE, **NO_INTERVAL)


def less(value: float, source: str = "Other2020", **changes: object) -> Finding:
    return fall(**{"key": source, "source": source, "value": value, "n": None, **NO_INTERVAL, **changes})


def weight(text: str, amount: float, unit: str) -> Figure:
    return Figure(text, amount, amount, unit, Bound.EXACTLY, Statistic.DOSE, key="daily-dose")


CASES: list[tuple[str, Figure, list[Finding], FigureVerdict]] = [
    ("no number at all", claimed(low=None, high=None, text="much less"), [fall()], V.NOT_CHECKABLE),
    ("a number without unit and statistic", claimed(unit="", statistic=None), [fall()], V.NOT_CHECKABLE),
    ("same statistic, unit, direction and number", LESS_SORE, [fall()], V.CONFIRMED),
    ("the size of a fall, called a fall", LESS_SORE, [fall(what="Fall in soreness", value=40, **NO_INTERVAL)],
     V.CONFIRMED),
    ("about 40 allows a tenth", claimed(bound=Bound.ABOUT), [fall(value=-37)], V.CONFIRMED),
    ("mg and g are one kind", DAILY_DOSE, [dose(value=0.3, unit="g/day")], V.CONFIRMED),
    ("mmol of a named element convert", DAILY_DOSE, [dose(value=12.34, unit="mmol/day")], V.CONFIRMED),
    ("a reported range topped by the claimed maximum", UP_TO, [fall(value=None, low=-40, high=-10)], V.CONFIRMED),
    ("a claimed range, both ends reported", claimed(low=20, bound=Bound.RANGE),
     [fall(value=None, low=-40, high=-20)], V.CONFIRMED),
    ("twofold is a rise of 100 %", claimed(low=100, high=100, direction=Direction.INCREASE),
     [fall(value=2, unit="fold", statistic=Statistic.RATIO, ci_low=1.5, ci_high=2.6)], V.CONFIRMED),
    ("the relative change follows from the arms", MORE_FREE, [fall(value=19, arms=CRAMP_FREE, **POINTS)], V.DERIVABLE),
    ("a risk ratio of 0.6 is 40 % less", LESS_SORE,
     [fall(value=0.6, unit="risk ratio", statistic=None, ci_low=0.4, ci_high=0.9)], V.CONFIRMED),
    ("a risk ratio whose interval includes 1", LESS_SORE,
     [fall(value=0.6, unit="risk ratio", statistic=None, ci_low=0.3, ci_high=1.2)], V.OVERSTATED),
    ("a threefold fall leaves a third", claimed(low=3, high=3, unit="fold", statistic=None),
     [fall(value=-66.7, ci_low=-80, ci_high=-50)], V.CONFIRMED),
    ("an odds ratio is an odds ratio", claimed(low=0.6, high=0.6, unit="odds ratio", statistic=None, direction=None),
     [fall(value=0.6, unit="odds ratio", statistic=None, ci_low=0.4, ci_high=0.9)], V.CONFIRMED),
    ("a weaker odds ratio", claimed(low=0.6, high=0.6, unit="odds ratio", statistic=None, direction=None),
     [fall(value=0.9, unit="odds ratio", statistic=None, ci_low=0.83, ci_high=0.98)], V.OVERSTATED),
    ("an odds ratio is no change of risk", LESS_SORE,
     [fall(value=0.6, unit="odds ratio", statistic=None, ci_low=0.4, ci_high=0.9)], V.NOT_IN_SOURCES),
    ("at least 20 follows from 40", claimed(low=20, high=None, bound=Bound.AT_LEAST), [fall()], V.DERIVABLE),
    ("the interval is the claimed range", claimed(low=25, high=55, bound=Bound.RANGE), [fall()], V.DERIVABLE),
    ("two studies give the ends of the range", claimed(low=20, bound=Bound.RANGE),
     [fall(), fall(key="second", source="Other2021", value=-20)], V.DERIVABLE),
    ("only a subgroup", LESS_SORE, [fall(subgroup=True)], V.BEST_CASE_ONLY),
    ("a subgroup beside a smaller result for all", LESS_SORE,
     [fall(key="all", value=-10, ci_low=-15, ci_high=-5), fall(subgroup=True)], V.BEST_CASE_ONLY),
    ("only the end of the interval", LESS_SORE, [fall(value=-25, ci_low=-42, ci_high=-8)], V.BEST_CASE_ONLY),
    ("up to 40 against a mean of 25", UP_TO, [fall(value=-25, ci_low=-42, ci_high=-8)], V.BEST_CASE_ONLY),
    ("a reported maximum, claimed as typical", LESS_SORE, [fall(value=None, low=-40, high=-10, **NO_INTERVAL)],
     V.BEST_CASE_ONLY),
    ("only a subgroup, as the words tell", LESS_SORE, [fall(what="Fall in soreness in the subgroup of women")],
     V.BEST_CASE_ONLY),
    ("every subgroup alike", LESS_SORE, [fall(what="Fall in soreness, the same in every subgroup")], V.CONFIRMED),
    *((f"only the highest is known: {claim.text}", claim, [fall(value=None, low=-40, **NO_INTERVAL)], expected)
      for claim, expected in (
          (LESS_SORE, V.BEST_CASE_ONLY), (UP_TO, V.CONFIRMED),
          (claimed(text="at least 40 %", high=None, bound=Bound.AT_LEAST), V.BEST_CASE_ONLY),
          (claimed(text="60 %", low=60, high=60), V.OVERSTATED))),
    *((f"only the lowest is known: {claim.text}", claim, [fall(value=None, high=-40, **NO_INTERVAL)], expected)
      for claim, expected in (
          (LESS_SORE, V.NOT_IN_SOURCES), (UP_TO, V.NOT_IN_SOURCES),
          (claimed(text="at least 40 %", high=None, bound=Bound.AT_LEAST), V.CONFIRMED),
          (claimed(text="20 %", low=20, high=20), V.UNDERSTATED))),
    ("one group alone", LESS_SORE, [fall(what="Fall within the magnesium group")], V.BEST_CASE_ONLY),
    ("one group alone, the other fell as well", LESS_SORE,
     [fall(arms=(Arm("tablet", mean=-40), Arm("placebo", mean=-36)), **NO_INTERVAL)], V.OVERSTATED),
    ("less in the best direct study", LESS_SORE, [fall(value=-12, ci_low=-16, ci_high=-8)], V.OVERSTATED),
    ("an interval that includes no effect", LESS_SORE, [fall(ci_low=-85, ci_high=5)], V.OVERSTATED),
    ("a p above 0.05 and no interval", LESS_SORE, [fall(p="not significant", **NO_INTERVAL)], V.OVERSTATED),
    ("the pooled result speaks before the single trial", LESS_SORE,
     [fall(), fall(key="pooled", source="Meta2022", design="meta-analysis", value=-12, ci_low=-16, ci_high=-8)],
     V.OVERSTATED),
    ("relative shown as absolute, arms known", claimed(unit="percentage points", statistic=Statistic.ABSOLUTE_CHANGE,
                                                       low=73, high=73, direction=Direction.INCREASE),
     [fall(value=73, arms=CRAMP_FREE, **NO_INTERVAL)], V.OVERSTATED),
    ("more than claimed", claimed(low=15, high=15), [fall()], V.UNDERSTATED),
    ("percentage points read as per cent, arms known", claimed(low=19, high=19, direction=Direction.INCREASE),
     [fall(value=19, arms=CRAMP_FREE, **POINTS)], V.UNDERSTATED),
    ("the other way", LESS_SORE, [fall(value=40, what="Rise in soreness", ci_low=25, ci_high=55)], V.CONTRADICTED),
    ("another dose by a direct source", DAILY_DOSE, [dose(value=600)], V.CONTRADICTED),
    ("another exact count", Figure("one", 1, 1, "amino acids per magnesium", Bound.EXACTLY, Statistic.COUNT, key="one"),
     [Finding("two", "Glycines", "one", value=2, unit="amino acids per magnesium")], V.CONTRADICTED),
    ("in mice", LESS_SORE, [fall(design="animal")], V.EXTRAPOLATED),
    ("in cells", LESS_SORE, [fall(design="in-vitro")], V.EXTRAPOLATED),
    *((f"indirect by {code}", LESS_SORE, [fall(indirectness=frozenset({code}))], V.EXTRAPOLATED)
      for code in ("species", "population", "form", "dose", "comparator", "outcome_surrogate", "baseline_status",
                   "elemental_vs_compound")),
    ("against another comparator than claimed", LESS_SORE, [fall(comparator="ibuprofen")], V.EXTRAPOLATED),
    ("percentage points read as per cent, arms unknown", LESS_SORE, [fall(**POINTS)], V.NOT_IN_SOURCES),
    ("relative shown as absolute, arms unknown", claimed(statistic=Statistic.ABSOLUTE_CHANGE), [fall()],
     V.NOT_IN_SOURCES),
    ("a bare per cent of unknown kind", LESS_SORE, [fall(statistic=None, **NO_INTERVAL)], V.NOT_IN_SOURCES),
    ("a level, not a change", LESS_SORE, [fall(statistic=Statistic.LEVEL)], V.NOT_IN_SOURCES),
    ("no number in the study read", LESS_SORE, [fall(value=None, unit=None, **NO_INTERVAL)], V.NOT_IN_SOURCES),
    ("nothing recorded", LESS_SORE, [], V.UNSOURCED),
    ("the same number, recorded for another figure", LESS_SORE, [fall(figure="other")], V.UNSOURCED),
    ("the same number, recorded for none", LESS_SORE, [fall(figure=None)], V.UNSOURCED),
    ("only a retracted source", LESS_SORE, [fall(notices=("retraction",))], V.UNSOURCED),
    ("only a replaced version", LESS_SORE, [fall(notices=("retract-and-replace",))], V.UNSOURCED),
    ("only background", LESS_SORE, [fall(stance="context")], V.UNSOURCED),
    ("a guideline about something else", LESS_SORE, [fall(design="guideline", unit="mg/day", statistic=None)],
     V.UNSOURCED),
    ("reinstated after retraction", LESS_SORE, [fall(notices=("retraction", "reinstatement"))], V.CONFIRMED),
    ("corrected", LESS_SORE, [fall(notices=("correction",))], V.CONFIRMED),
    ("a positive number whose groups show a rise", LESS_SORE, [fall(value=40, arms=groups(70, 50), **NO_INTERVAL)],
     V.CONTRADICTED),
    ("a positive number whose groups show a fall", LESS_SORE, [fall(value=40, arms=groups(30, 50), **NO_INTERVAL)],
     V.CONFIRMED),
    ("a rise in the shares of two groups, typed without a sign", LESS_SORE,
     [fall(value=40, arms=shares(35, 25), **NO_INTERVAL)], V.CONTRADICTED),
    ("a fall recorded against a claimed rise", claimed(direction=Direction.INCREASE),
     [fall(value=40, arms=groups(30, 50), **NO_INTERVAL)], V.CONTRADICTED),
    ("an adjusted fall keeps its sign whatever the groups show", LESS_SORE,
     [fall(arms=groups(52, 50), **NO_INTERVAL)], V.CONFIRMED),
    ("all of it is not 95.5 % of it", WHOLE, [share(95.5)], V.OVERSTATED),
    ("at least all of it is not 96 % of it", replace(WHOLE, bound=Bound.AT_LEAST), [share(96)], V.OVERSTATED),
    ("200 % is not 204.9 %", claimed(text="200 %", low=200, high=200, direction=Direction.INCREASE),
     [fall(value=204.9, **NO_INTERVAL)], V.UNDERSTATED),
    ("a fall to nothing is not one of 96 %", claimed(text="100 %", low=100, high=100),
     [fall(value=-96, **NO_INTERVAL)], V.OVERSTATED),
    ("but doubled is printed to a tenth", claimed(text="doubled", low=2, high=2, unit="fold",
                                                  direction=Direction.INCREASE),
     [fall(value=97, **NO_INTERVAL)], V.CONFIRMED),
    ("17 minutes are printed to the minute", SOONER, [sooner(-17.36)], V.CONFIRMED),
    ("18.1 minutes are more than 17", SOONER, [sooner(-18.1)], V.UNDERSTATED),
    ("5 minutes are printed to the minute", replace(SOONER, text="5 minutes", low=5, high=5), [sooner(-5.3)],
     V.CONFIRMED),
    ("1.5 h are printed to a tenth of an hour", replace(SOONER, text="1.5 h", low=1.5, high=1.5, unit="h"),
     [sooner(-92)], V.CONFIRMED),
    ("60 minutes are not 80", replace(SOONER, text="60 minutes", low=60, high=60), [sooner(-80)], V.UNDERSTATED),
    ("2,000 mg are printed to the milligram", replace(DAILY_DOSE, text="2,000 mg a day", low=2000, high=2000),
     [dose(value=2040)], V.CONTRADICTED),
    ("calcium carbonate is no magnesium carbonate", weight("500 mg of calcium carbonate", 500, "mg calcium carbonate"),
     [dose(value=144, unit="mg elemental", what="Dose")], V.NOT_IN_SOURCES),
    ("zinc in zinc citrate is not worked out", weight("50 mg of zinc citrate", 50, "mg"),
     [dose(value=8.1, unit="mg", what="Elemental zinc", statistic=Statistic.DOSE)], V.NOT_IN_SOURCES),
    ("elemental zinc is no magnesium", weight("2,000 mg magnesium glycinate", 2000, "mg magnesium glycinate"),
     [dose(value=282, unit="mg", what="Elemental zinc", statistic=Statistic.DOSE)], V.NOT_IN_SOURCES),
    ("the same weight of the same salt of zinc", weight("50 mg of zinc citrate", 50, "mg zinc citrate"),
     [dose(value=50, unit="mg zinc citrate", statistic=Statistic.DOSE)], V.CONFIRMED),
    ("a dose that does not say per how long", DAILY_DOSE, [dose(unit="mg", statistic=Statistic.DOSE)], V.DERIVABLE),
    ("another dose that does not say per how long", DAILY_DOSE, [dose(value=600, unit="mg", statistic=Statistic.DOSE)],
     V.NOT_IN_SOURCES),
    ("one portion is no dose of a day", DAILY_DOSE, [dose(unit="mg", what="A single dose", statistic=Statistic.DOSE)],
     V.NOT_IN_SOURCES),
    ("an amount that is called no dose", DAILY_DOSE, [dose(unit="mg", what="Magnesium in stool")], V.NOT_IN_SOURCES),
    ("a claim that does not say per how long", replace(DAILY_DOSE, text="300 mg", unit="mg"), [dose()], V.DERIVABLE),
    ("a weekly dose and one without a time", replace(DAILY_DOSE, text="700 mg a week", low=700, high=700,
                                                     unit="mg/week"), [dose(value=700, unit="mg", what="Dose")],
     V.DERIVABLE),
    ("nor is it taken for a daily one there", replace(DAILY_DOSE, text="700 mg a week", low=700, high=700,
                                                      unit="mg/week"), [dose(value=100, unit="mg", what="Dose")],
     V.NOT_IN_SOURCES),
    ("a compound a day and its element without a time", weight("2,000 mg glycinate a day", 2000, "mg glycinate/day"),
     [dose(value=282, unit="mg elemental", what="Magnesium given")], V.DERIVABLE),
    ("neither says per how long", weight("2,000 mg glycinate", 2000, "mg glycinate"),
     [dose(value=282, unit="mg elemental", what="Magnesium given")], V.DERIVABLE),
    ("a daily dose of elemental magnesium", weight("2,000 mg glycinate a day", 2000, "mg glycinate/day"),
     [dose(value=282, unit="mg elemental/day")], V.DERIVABLE),
    ("one small trial against two of the same rank", LESS_SORE, [fall(n=None), less(-5), less(2, "Third2021")],
     V.BEST_CASE_ONLY),
    ("one small trial against one with more people", LESS_SORE, [fall(n=30), less(-5, n=900)], V.BEST_CASE_ONLY),
    ("one small trial against one whose interval only reaches the figure", LESS_SORE,
     [fall(n=30), less(-25, n=900, ci_low=-42, ci_high=-8)], V.BEST_CASE_ONLY),
    ("one large trial against a small one", LESS_SORE, [fall(n=1300), less(-5, n=90)], V.CONFIRMED),
    ("two small trials against one of more people that reports more", LESS_SORE,
     [fall(n=30), fall(key="b", source="B2019", n=30), less(-70, n=900)], V.UNDERSTATED),
    ("two reports of one trial count once", LESS_SORE,
     [fall(n=None), less(-5, cluster="one"), less(-5, "Third2021", cluster="one")], V.CONFIRMED),
    ("the same trial at another time does not speak against it", LESS_SORE,
     [fall(n=30), less(-5, "Trial2020", key="later", n=900)], V.CONFIRMED),
    ("a pooled result of fewer people against a larger one", LESS_SORE,
     [fall(design="meta-analysis", n=200), less(-5, n=9000, design="meta-analysis")], V.BEST_CASE_ONLY),
    ("a derived figure against more people", MORE_FREE,
     [fall(value=19, arms=CRAMP_FREE, **POINTS), less(5, n=900, what="Rise in cramp-free people")], V.BEST_CASE_ONLY),
    ("doses differ between trials without disagreeing", DAILY_DOSE,
     [dose(n=30), dose(key="other", source="B2020", value=600, n=900)], V.CONFIRMED),
    *((f"a {unit} is no ratio of risks", LESS_SORE,
       [fall(value=0.6, unit=unit, statistic=None, ci_low=0.4, ci_high=0.9)], V.NOT_IN_SOURCES)
      for unit in ("hazard ratio", "rate ratio")),
    *((f"a claimed risk ratio is no {unit}", RATIO_OF_TWO, [fall(value=2, unit=unit, statistic=None, **NO_INTERVAL)],
       V.NOT_IN_SOURCES) for unit in ("odds ratio", "hazard ratio", "rate ratio")),
    *((f"a claimed {unit} is one", replace(RATIO_OF_TWO, unit=unit),
       [fall(value=2, unit=unit, statistic=None, **NO_INTERVAL)], V.CONFIRMED)
      for unit in ("odds ratio", "hazard ratio", "rate ratio")),
    ("a hazard ratio of 0.6 is less of the hazard", replace(RATIO_OF_TWO, text="0.6", low=0.6, high=0.6,
                                                            unit="hazard ratio"),
     [fall(value=0.9, unit="hazard ratio", statistic=None, ci_low=0.83, ci_high=0.98)], V.OVERSTATED),
    *((f"a size: {what}", LESS_SORE, [fall(value=40, what=what, **NO_INTERVAL)], V.CONFIRMED) for what in (
        "Soreness reduction versus placebo", "Relative risk reduction", "Less soreness than on placebo",
        "Soreness lower with magnesium", "Decrease of soreness")),
    *((f"a rise: {what}", LESS_SORE, [fall(value=40, what=what, **NO_INTERVAL)], V.CONTRADICTED) for what in (
        "Soreness increase versus placebo", "Soreness was higher than on placebo", "More soreness than on placebo")),
    *((f"no way is told: {what}", LESS_SORE, [fall(value=40, what=what, **NO_INTERVAL)], V.DERIVABLE) for what in (
        "Soreness, tablet versus placebo", "Lower back pain", "Soreness of people with reduced iron",
        "Soreness after fewer than 5 sessions", "No reduction in cramps; soreness")),
    *((f"a way not told, recorded as {stance or 'nothing'}", LESS_SORE,
       [fall(value=40, stance=stance, **NO_INTERVAL)], V.NOT_IN_SOURCES) for stance in ("", "inconclusive",
                                                                                       "contradicts")),
    ("a plus sign is a rise", LESS_SORE, [fall(value=40, is_signed=True, **NO_INTERVAL)], V.CONTRADICTED),
    ("a fall under a claimed rise", claimed(direction=Direction.INCREASE),
     [fall(value=40, what="Strength reduction versus placebo", **NO_INTERVAL)], V.CONTRADICTED),
    *((f"a maximum: {what}", LESS_SORE, [fall(what=what)], V.BEST_CASE_ONLY) for what in (
        "Maximum fall in soreness", "Largest reduction seen in one person", "Up to 40 % less soreness",
        "Soreness in the best responders")),
    *((f"no maximum: {what}", LESS_SORE, [fall(what=what)], V.CONFIRMED) for what in (
        "Reduction in maximal soreness", "Soreness at the highest dose versus placebo", "Peak soreness")),
    ("a maximum under up to", UP_TO, [fall(what="Maximum fall in soreness")], V.CONFIRMED),
    ("a highest dose as the usual one", DAILY_DOSE, [dose(what="Tolerable upper intake level")], V.BEST_CASE_ONLY),
    *((f"nothing to compare with: {what}", LESS_SORE, [fall(what=what)], V.BEST_CASE_ONLY) for what in (
        "Change in soreness from baseline", "Soreness before and after, no control group", "Soreness compared with "
        "baseline", "Soreness in the magnesium group")),
    *((f"something to compare with: {what}", LESS_SORE, [fall(what=what)], V.CONFIRMED) for what in (
        "Change from baseline, magnesium versus placebo", "Fall since baseline compared with controls",
        "Soreness in the same group of tests")),
    *((f"a {design} compares nobody", LESS_SORE, [fall(design=design)], V.BEST_CASE_ONLY)
      for design in ("case-report", "case-series")),
    *((f"{unit} holds the ions of the element", weight("2,000 mg glycinate a day", 2000, "mg glycinate/day"),
       [dose(value=value, unit=unit)], V.DERIVABLE) for value, unit in ((11.6, "mmol/day"), (23.2, "mEq/day"))),
    ("a claim in mmol against a compound", weight("11.6 mmol of magnesium a day", 11.6, "mmol/day"),
     [dose(value=2000, unit="mg magnesium glycinate/day")], V.DERIVABLE),
    ("the element against its weight as a compound", weight("300 mg of magnesium a day", 300, "mg/day"),
     [dose(unit="mg magnesium glycinate/day")], V.CONTRADICTED),
    ("the element against the compound that holds it", weight("282 mg of magnesium a day", 282, "mg/day"),
     [dose(value=2000, unit="mg magnesium glycinate/day")], V.DERIVABLE),
    ("magnesium tablets leave open what is weighed", weight("300 mg of magnesium tablets", 300, "mg/day"),
     [dose(unit="mg magnesium oxide/day")], V.EXTRAPOLATED),
    ("another compound with as much of the element", weight("500 mg oxide a day", 500, "mg magnesium oxide/day"),
     [dose(value=2138.5, unit="mg magnesium glycinate/day")], V.EXTRAPOLATED),
    ("as much of another compound", weight("500 mg citrate a day", 500, "mg magnesium citrate/day"),
     [dose(value=500, unit="mg magnesium oxide/day")], V.NOT_IN_SOURCES),
    ("a name that leaves the water open", weight("1,000 mg chloride", 1000, "mg magnesium chloride/day"),
     [dose(value=119.6, unit="mg elemental/day")], V.DERIVABLE),
    ("a name that does not", weight("1,000 mg anhydrous chloride", 1000, "mg anhydrous magnesium chloride/day"),
     [dose(value=119.6, unit="mg elemental/day")], V.CONTRADICTED),
    ("calcium is no magnesium", weight("300 mg magnesium a day", 300, "mg/day"), [dose(unit="mg calcium/day")],
     V.NOT_IN_SOURCES),
    ("magnesium is no zinc", weight("15 mg zinc a day", 15, "mg/day"), [dose(value=15, what="Magnesium dose")],
     V.NOT_IN_SOURCES),
    ("nor are their concentrations one", Figure("0.85 mmol/L of magnesium", 0.85, 0.85, "mmol/L", Bound.EXACTLY,
                                                Statistic.LEVEL, key="daily-dose"),
     [dose(value=0.85, unit="mmol/L", what="Serum calcium", statistic=Statistic.LEVEL)], V.NOT_IN_SOURCES),
    ("a concentration does not weigh the salt that was taken",
     Figure("20.7 mg/L", 20.7, 20.7, "mg/L", Bound.EXACTLY, Statistic.LEVEL, key="daily-dose"),
     [dose(value=0.85, unit="mmol/L", what="Serum magnesium on citrate", statistic=Statistic.LEVEL)], V.CONFIRMED),
    *((f"2,000 IU of vitamin D against {value:g} µg", weight("2,000 IU of vitamin D", 2000, "IU/day"),
       [dose(value=value, unit="µg/day", what="Vitamin D3 dose")], expected)
      for value, expected in ((50, V.CONFIRMED), (25, V.CONTRADICTED))),
    ("units of vitamin A whose form is not told", weight("3,000 IU of vitamin A", 3000, "IU/day"),
     [dose(value=0.9, unit="mg/day", what="Vitamin A dose")], V.NOT_IN_SOURCES),
    ("RR is a risk ratio", LESS_SORE, [fall(value=0.6, unit="RR", statistic=None, ci_low=0.4, ci_high=0.9)],
     V.CONFIRMED),
    ("OR is an odds ratio", LESS_SORE, [fall(value=0.6, unit="OR", statistic=None, ci_low=0.4, ci_high=0.9)],
     V.NOT_IN_SOURCES),
    ("a one-sided p of 0.04", LESS_SORE, [fall(p="0.04 (one-sided)", **NO_INTERVAL)], V.OVERSTATED),
    ("a one-sided p of 0.01", LESS_SORE, [fall(p="0.01, one-tailed", **NO_INTERVAL)], V.CONFIRMED),
    ("one in five follows from 10 of 50", replace(WHOLE, text="one in five", low=20, high=20),
     [share(None, arms=(Arm("all", n=50, events=10),))], V.DERIVABLE),
]  # fmt: skip


@pytest.mark.parametrize(("_", "figure", "findings", "expected"), CASES, ids=[case[0] for case in CASES])
def test_verdict(_: str, figure: Figure, findings: list[Finding], expected: FigureVerdict) -> None:
    check = check_figure(figure, findings)
    assert (check.verdict, check.ruleset) == (expected, RULESET), check.reasons


def test_every_verdict_is_reached_and_has_one_rule() -> None:
    assert {case[3] for case in CASES} == set(FigureVerdict)
    assert sorted(rule.verdict for rule in RULES) == sorted(FigureVerdict)


PINNED = {
    "figure-check-1": "192e56588ea97529",
    "figure-check-2": "4475c15feaa52a4a",
    "figure-check-3": "1acfee026676a472",
}


def test_a_ruleset_never_changes_under_its_id() -> None:
    named = {**{earlier.id: earlier.rules for earlier in EARLIER}, RULESET: RULES}
    now = {
        id: hashlib.sha256(repr([(str(rule.verdict), rule.when, rule.example) for rule in rules]).encode()).hexdigest()
        for id, rules in named.items()
    }
    assert {id: digest[:16] for id, digest in now.items()} == PINNED, (
        "A rule changed. Documents made under the old id keep it: move the old rules to the earlier rulesets, say what "
        "changed, and pin the new ones under a new id."
    )


def test_every_earlier_ruleset_has_a_rule_for_each_verdict_and_says_what_changed() -> None:
    for earlier in EARLIER:
        assert sorted(rule.verdict for rule in earlier.rules) == sorted(FigureVerdict)
        assert earlier.changed


def test_a_named_source_that_lacks_the_figure_is_not_unsourced() -> None:
    guideline = fall(design="guideline", unit="mg/day", statistic=None)
    assert check_figure(LESS_SORE, [guideline], attribution="named-source").verdict is V.NOT_IN_SOURCES
    assert check_figure(LESS_SORE, [guideline], attribution="vague").verdict is V.UNSOURCED


def test_two_dated_sources_show_the_age_of_a_record_without_a_clock() -> None:
    decades = Figure("for decades", 20, None, "years", Bound.AT_LEAST, Statistic.DURATION, key="age")
    years = [Finding(f"y{year}", "Year", "age", value=year, unit="year", source=f"S{year}") for year in (1954, 1984)]
    assert check_figure(decades, years).verdict is V.DERIVABLE
    assert check_figure(decades, years).reasons[0] == (
        "The sources are dated 1954 to 1984, and 1984 − 1954 = 30 years, "
        "which already covers the claimed “for decades”."
    )
    assert check_figure(decades, years[:1]).verdict is V.NOT_IN_SOURCES


@pytest.mark.parametrize("ends", [{"low": 50, "high": 40}, {"low": float("nan")}, {"high": float("inf")}])
def test_an_impossible_figure_is_refused(ends: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="figure '40 %'"):
        check_figure(claimed(**ends), [])
