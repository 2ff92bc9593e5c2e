"""Direction, comparator and statistic, read from the words around a figure; and what is no figure at all."""

from __future__ import annotations

import pytest

from claims.figures.reading import read_figures


@pytest.mark.parametrize(
    ("text", "statistic", "direction", "comparator"),
    [
        ("It reduces soreness by up to 40 %.", "relative_change", "decrease", None),
        ("It is absorbed 5-10% better than citrate.", "relative_change", "increase", "citrate"),
        ("It is 30 % more bioavailable.", "relative_change", "increase", None),
        ("The risk fell 1.2 percentage points.", "absolute_change", "decrease", None),
        ("Weight fell by 3 kg versus placebo.", "absolute_change", "decrease", "placebo"),
        ("There was an absolute reduction of 3 %.", "absolute_change", "decrease", None),
        ("It did not reduce pain by 20 %.", None, "none", None),
        ("One in five women had cramps.", "proportion", None, None),
        ("About 60% of adults agree.", "proportion", None, None),
        ("Adults took 400 mg daily.", "dose", None, None),
        ("The level was 0.85 mmol/L.", "level", None, None),
        ("The trial enrolled 155 adults.", "count", None, None),
        ("It lasted 12 weeks.", "duration", None, None),
        ("The hazard ratio was 0.8.", "ratio", None, None),
        ("Attacks halved.", "relative_change", "decrease", None),
        ("It carries 300 kg more than a year ago.", "absolute_change", "increase", "a year ago"),
        ("They waited with 300,000 others, more than a year.", "count", None, None),
    ],
)
def test_the_words_around_a_figure_are_weighed(
    text: str, statistic: str | None, direction: str | None, comparator: str | None
) -> None:
    figure = read_figures(text)[0]
    assert (figure.statistic, figure.direction, figure.comparator) == (statistic, direction, comparator)


@pytest.mark.parametrize(
    ("text", "place", "statistic", "direction"),
    [
        ("It cuts soreness by up to 40 % and costs 2,000 mg.", 1, None, None),
        ("It reduced pain by 30 % and stiffness by 20 %.", 1, "relative_change", "decrease"),
        ("22 of 60 athletes improved.", 0, "count", None),
        ("22 of 60 athletes improved.", 1, "count", None),
        ("In the trial 22 of 60 athletes slept better.", 1, "count", None),
        ("A loss of 5 jobs was reported.", 0, "absolute_change", "decrease"),
    ],
)
def test_a_neighbour_keeps_its_own_words(text: str, place: int, statistic: str | None, direction: str | None) -> None:
    figure = read_figures(text)[place]
    assert (figure.statistic, figure.direction) == (statistic, direction)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("year", "It was founded in 1998 and closed in 2014."),
        ("span of years", "Between 2010 and 2019, prices were stable."),
        ("page and volume", "J Sleep Res 2014;12(3):145-52, see pp. 5-20."),
        ("citation mark", "This was shown before [3, 5–7] and since (12)."),
        ("section number", "See Section 4.2 and Table 3."),
        ("p-value", "The difference was not significant (p = 0.41; P<.05 was needed)."),
        ("interval ends", "The interval was wide (95% CI 0.2–0.9)."),
        ("nutrient name", "Vitamin B12, D3 and omega-3 were given to people with type 2 diabetes."),
        ("list number", "1. Wash the leaves."),
        ("fixed phrase", "There is no one-size-fits-all plan, one another, or 24/7 care."),
        ("time of day", "Doors open at 7.30 p.m. or 10:45."),
        ("address", "Read https://example.org/v2/10.5/page-300.html or doi 10.1000/182."),
        ("spread", "The spread was SD 4.2 with IQR 3–7."),
        ("section of three numbers", "Recommendation 1.4.7 was amended."),
        ("year before a noun", "A 2019 review reached the same conclusion."),
        ("grade", "We suggest against it (grade 2C)."),
        ("version before a verb", "Version 3.11 of the library drops support."),
        ("time with a point", "The hearing was put off until 9.30 on Thursday."),
        ("patent", "The patent, US 9,876,543, expires."),
        ("vague", "Several hundred people and dozens of dogs came."),
    ],
)
def test_what_is_no_figure_is_left_out(reason: str, text: str) -> None:
    assert [figure.text for figure in read_figures(text)] == [], reason
