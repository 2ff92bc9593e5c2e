"""Statistic, direction and comparator of the first figure of a sentence, as the words around it tell them."""

from __future__ import annotations

import pytest

from claims.figures.reading import read_figures

#: (sentence, statistic, direction, comparator); the sentence says what the row is about. None: the text does not tell.
ROWS: list[tuple[str, str | None, str | None, str | None]] = [
    ("Soreness fell by 40 % with the supplement.", "relative_change", "decrease", None),
    ("Soreness was 40 % lower than with placebo.", "relative_change", "decrease", "placebo"),
    ("It raises serum levels by 15 %.", "relative_change", "increase", None),
    ("Blood pressure dropped 5 mmHg.", "absolute_change", "decrease", None),
    ("Sleep improved by 25 %.", "relative_change", "increase", None),
    ("It is 30 % better absorbed than oxide.", "relative_change", "increase", "oxide"),
    ("Absorption is up to 50 % higher compared with citrate.", "relative_change", "increase", "citrate"),
    ("They had 20 % fewer headaches.", "relative_change", "decrease", None),
    ("They had 20 % fewer headaches than controls.", "relative_change", "decrease", "controls"),
    ("There was a 35 % reduction in pain.", "relative_change", "decrease", None),
    ("There was a 35 % increase in strength.", "relative_change", "increase", None),
    ("The relative risk reduction was 18 %.", "relative_change", "decrease", None),
    ("The absolute risk reduction was 2 %.", "absolute_change", "decrease", None),
    ("Risk fell by 3 percentage points.", "absolute_change", "decrease", None),
    ("It was twice as effective as placebo.", "ratio", None, "placebo"),
    ("The rate was three times higher than in men.", "relative_change", "increase", "men"),
    ("Sales doubled.", "relative_change", "increase", None),
    ("Attacks were halved.", "relative_change", "decrease", None),
    ("It did not increase strength by 10 %.", None, "none", None),
    ("It does not lower blood pressure by 5 mmHg.", None, "none", None),
    ("It never reduced pain by more than 5 %.", None, "none", None),
    ("Cramps eased by 2 points versus placebo.", "absolute_change", "decrease", "placebo"),
    ("Weight fell from 80 kg to 76 kg.", None, "decrease", None),
    ("The price rose to 5 dollars.", None, "increase", None),
    ("About 25 per 1,000 patients fell.", None, None, None),
    ("The dose was 300 mg.", "dose", None, None),
    ("Take 200 mg of magnesium each day.", "dose", None, None),
    ("Adults need 400 mg per day.", "dose", None, None),
    ("He was given 2 g orally.", "dose", None, None),
    ("Serum magnesium was 0.9 mmol/L.", "level", None, None),
    ("The mean score was 12 points.", "level", None, None),
    ("The concentration reached 30 µg/L.", "level", None, None),
    ("About 60 % of adults fall short.", "proportion", None, None),
    ("One in four women has cramps.", "proportion", None, None),
    ("Two thirds of patients improved.", "proportion", None, None),
    ("The odds ratio was 0.7.", "ratio", None, None),
    ("The hazard ratio was 1.3 versus placebo.", "ratio", None, "placebo"),
    ("The ratio was 2:1.", "ratio", None, None),
    ("The trial had 120 participants.", "count", None, None),
    ("Only 14 clinics took part.", "count", None, None),
    ("It was read by 3,000 people.", "count", None, None),
    ("The study lasted 8 weeks.", "duration", None, None),
    ("Sleep was 20 minutes longer.", "absolute_change", "increase", None),
    ("Sleep onset was 17 minutes shorter than with placebo.", "absolute_change", "decrease", "placebo"),
    ("Migraines lasted 2 hours less.", "absolute_change", "decrease", None),
    ("Patients waited 3 days.", "duration", None, None),
    ("Output shrank 2 % against last year.", "relative_change", "decrease", "last year"),
    ("Costs are 12 % cheaper than in 2020.", "relative_change", "decrease", None),
    ("Wages grew 4 %.", "relative_change", "increase", None),
    ("Shares slipped 3 % on Monday.", "relative_change", "decrease", None),
    ("Yield climbed by 10 %.", "relative_change", "increase", None),
    ("A loss of 5 kg was seen.", "absolute_change", "decrease", None),
    ("A gain of 5 kg was seen.", "absolute_change", "increase", None),
    ("A drop of 6 mmHg was seen.", "absolute_change", "decrease", None),
    ("Scores rose by 3 points relative to baseline.", "absolute_change", "increase", "baseline"),
    ("HDL went up 2 mg/dL.", "absolute_change", "increase", None),
    ("LDL came down by 8 mg/dL.", "absolute_change", "decrease", None),
    ("It boosts absorption by 30 %.", "relative_change", "increase", None),
    ("It cuts the risk by a third.", "relative_change", "decrease", None),
    ("It is absorbed 6 times better than oxide.", "relative_change", "increase", "oxide"),
    ("Levels were 10 % greater.", "relative_change", "increase", None),
    ("The tablet contains 14 % magnesium.", None, None, None),
    ("The tower is 30 m tall.", None, None, None),
    ("Prices are 5 % above last year's.", None, None, None),
    ("Anxiety decreased by 31 % in the treated group.", "relative_change", "decrease", None),
    ("Cortisol declined 12 nmol/L compared to controls.", "absolute_change", "decrease", "controls"),
    ("The effect was 0.2 points smaller than in the first trial.", "absolute_change", "decrease", "the first trial"),
    ("Muscle mass increased 1.5 kg, while fat fell.", "absolute_change", "increase", None),
    ("In 12 weeks, pain fell.", "duration", None, None),
    ("Pain fell in 12 weeks.", "duration", None, None),
    ("320 mg of elemental magnesium a day cut migraine frequency by 41.6 %.", "dose", None, None),
    ("Taking it, 300 mg a day lowered pressure.", "dose", None, None),
    ("A 5 mg increase in dose helped.", "absolute_change", "increase", None),
    ("Many dropped out within 30 minutes.", "duration", None, None),
    ("A tenth dropped out.", None, None, None),
    ("You fall asleep 17 minutes faster.", "absolute_change", "decrease", None),
    ("You fall asleep 17 minutes sooner than with placebo.", "absolute_change", "decrease", "placebo"),
    ("Recovery was slower by 2 days.", "absolute_change", "increase", None),
    ("It shortens the time to fall asleep by 17 minutes.", "absolute_change", "decrease", None),
    ("It lengthens the time to fall asleep by an average of 17 minutes.", "absolute_change", "increase", None),
    ("It adds 30 minutes of sleep.", "absolute_change", "increase", None),
    ("You get 30 minutes of extra sleep.", "absolute_change", "increase", None),
    ("There was an increase of 20 minutes in sleep.", "absolute_change", "increase", None),
    ("Sleep time fell to 5 hours.", "duration", "decrease", None),
    ("It did not shorten sleep by 17 minutes.", "duration", "none", None),
    ("Pain decreased 12 weeks later.", "duration", None, None),
    ("It reduces pain 30 minutes after the dose.", "duration", None, None),
    ("Pain had fallen by 12 weeks.", "duration", None, None),
    ("Survival rose by 2 months.", "absolute_change", "increase", None),
    ("Eight weeks reduced pain.", "duration", None, None),
]


@pytest.mark.parametrize(("sentence", "statistic", "direction", "comparator"), ROWS)
def test_the_words_around_a_figure_tell_its_kind(
    sentence: str, statistic: str | None, direction: str | None, comparator: str | None
) -> None:
    figure = read_figures(sentence)[0]
    assert (figure.statistic, figure.direction, figure.comparator) == (statistic, direction, comparator)


def test_every_sentence_stands_once() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS) >= 60
