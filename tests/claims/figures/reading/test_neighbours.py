"""What a figure takes from its neighbours: a part in a smaller unit, the unit of the figure before, a negated verb."""

from __future__ import annotations

import pytest

from tests.claims.figures.reading.labelled import Key, keys


@pytest.mark.parametrize(
    ("description", "text", "expected"),
    [
        ("feet and inches", "He is 6 ft 3 in tall.", [(75, 75, "inches", "exactly")]),
        ("hours and minutes", "It took 3 hours and 20 minutes.", [(200, 200, "minutes", "exactly")]),
        ("pounds and ounces", "The baby weighed 7 lb 4 oz.", [(116, 116, "oz", "exactly")]),
        ("a preposition is no inch", "It hung 6 ft 3 in the air.", [(6, 6, "feet", "exactly")]),
        (
            "two times joined by or",
            "Wait 2 hours or 90 minutes.",
            [(2, 2, "hours", "exactly"), (90, 90, "minutes", "exactly")],
        ),
        (
            "more than before",
            "It sold 400 tickets, 25 more than in May.",
            [(400, 400, "tickets", "exactly"), (25, 25, "tickets", "exactly")],
        ),
        (
            "some of them",
            "All 90 adults came, 12 of whom were ill.",
            [(90, 90, "adults", "exactly"), (12, 12, "adults", "exactly")],
        ),
        (
            "two values of one ratio",
            "Odds ratios of 0.58 and 0.71 were found.",
            [(0.58, 0.58, "odds ratio", "exactly"), (0.71, 0.71, "odds ratio", "exactly")],
        ),
        ("a share of a group in digits", "It helped 2/3 of the patients.", [(66.67, 66.67, "%", "exactly")]),
        ("a share of a unit in digits", "It took 3/4 of an hour.", [(0.75, 0.75, "hours", "exactly")]),
        ("a fraction of a cup", "Add 2/3 cup of oil.", [(0.666666666667, 0.666666666667, "cups", "exactly")]),
        ("a fraction of a weight", "Take 1/2 mg.", [(0.5, 0.5, "mg", "exactly")]),
        (
            "two strengths",
            "It comes as 5/10 mg tablets.",
            [(5, 5, "mg", "exactly"), (10, 10, "mg", "exactly")],
        ),
        (
            "the larger strength first",
            "She took 160/5 mg a day.",
            [(160, 160, "mg/day", "exactly"), (5, 5, "mg/day", "exactly")],
        ),
        ("one thing behind a bound", "At least one serious adverse event occurred.", [(1, None, "events", "at_least")]),
        ("one thing behind no bound", "One serious adverse event occurred.", []),
        ("a name with its cause", "The OR for death from any cause was 0.8.", [(0.8, 0.8, "odds ratio", "exactly")]),
        ("a factor is a number of folds", "It rose by a factor of three.", [(3, 3, "fold", "exactly")]),
        ("a unit behind a spread", "Mean age was 57.3 (SD 9.4) years.", [(57.3, 57.3, "years", "exactly")]),
        ("a quarter beside its unit", "Wait an hour and a quarter.", [(1.25, 1.25, "hours", "exactly")]),
        ("edged up to a value is no limit", "It edged up to 4.3 %.", [(4.3, 4.3, "%", "exactly")]),
        (
            "some of a group did something",
            "Of the 40 patients, 12 died and 3 withdrew.",
            [(40, 40, "patients", "exactly"), (12, 12, "patients", "exactly"), (3, 3, "patients", "exactly")],
        ),
        (
            "some of those in the sentence before",
            "We read 20 studies. In 16 of them it fell.",
            [(20, 20, "studies", "exactly"), (16, 16, "studies", "exactly")],
        ),
        ("a clause that denies", "None of the trials ran for more than 12 weeks.", [(None, 12, "weeks", "up_to")]),
        ("a clause that does not", "It had no effect in more than 40 %.", [(40, None, "%", "more_than")]),
        ("once is how often", "Take it at least once a day.", [(1, None, "times/day", "at_least")]),
        ("once is when", "Once each patient was seen, he left.", []),
        ("a number and a multiple", "It rose two- to threefold.", [(2, 3, "fold", "range")]),
        ("a ratio before a verb", "The hazard ratio of 1.02 leaves room.", [(1.02, 1.02, "hazard ratio", "exactly")]),
        (
            "an age before a verb that may be a noun",
            "Of women over 65 falls kill many.",
            [(65, None, "years", "more_than")],
        ),
        ("over is more than, before things", "He runs over 65 clinics.", [(65, None, "clinics", "more_than")]),
        ("give or take behind a sign", "It is 66 years old, give or take.", [(66, 66, "years", "about")]),
        ("stars out of stars", "Users gave it 4/5 stars.", [(4, 4, "stars", "exactly")]),
        ("how often behind a weight", "Take 10 mg/kg magnesium oxide a day.", [(10, 10, "mg/kg/day", "exactly")]),
        ("a year takes no unit over", "The index rose to 5.2 and 2019 was over.", [(5.2, 5.2, "", "exactly")]),
        ("do not take more than", "Do not take more than 400 mg.", [(None, 400, "mg", "up_to")]),
        ("should not be less than", "Intake should not be less than 50 g.", [(50, None, "g", "at_least")]),
        ("moved up to a dose is no limit", "I was moved up to 50 mg.", [(50, 50, "mg", "exactly")]),
        ("moved somebody up to it", "They moved me up to 50 mg.", [(50, 50, "mg", "exactly")]),
        ("a limit all the same", "It holds up to 50 mg.", [(None, 50, "mg", "up_to")]),
        ("work has limits", "They work up to 60 hours a week.", [(None, 60, "hours/week", "up_to")]),
        ("a word between bound and number", "It works within just 14 days.", [(None, 14, "days", "up_to")]),
        ("an age before a verb", "One over the age of 65 falls daily.", [(65, None, "years", "more_than")]),
        (
            "an age before a rate",
            "At age 50 and 21 per 1,000 later.",
            [(50, 50, "years", "exactly"), (21, 21, "per 1,000", "exactly")],
        ),
        ("no faster than", "Run at no faster than 150 mg per minute.", [(None, 150, "mg/min", "up_to")]),
        ("just over is never during", "It cost just over two years.", [(2, None, "years", "more_than")]),
        (
            "the way behind a climb",
            "He climbs 900 metres over 6 miles.",
            [(900, 900, "m", "exactly"), (6, 6, "miles", "exactly")],
        ),
        (
            "minutes are no minimum",
            "Toast for 8 min at 160°C.",
            [(8, 8, "minutes", "exactly"), (160, 160, "°C", "exactly")],
        ),
        ("a symbol in a name", "It takes two SD cards.", [(2, 2, "cards", "exactly")]),
        ("time before a noun", "They rode three time trials.", [(3, 3, "trials", "exactly")]),
        ("time behind a hyphen", "The 12-time champion won.", [(12, 12, "times", "exactly")]),
        (
            "each of a group",
            "They won seven of their last ten games.",
            [(7, 7, "games", "exactly"), (10, 10, "games", "exactly")],
        ),
        (
            "one every so often",
            "It kills one person every 34 seconds.",
            [(1, 1, "people", "exactly"), (34, 34, "seconds", "exactly")],
        ),
        ("one portion, described", "It is all in one tasty gummy.", [(1, 1, "gummies", "exactly")]),
        ("pounds that are lost", "He lost three pounds.", [(3, 3, "lb", "exactly")]),
        ("pounds lost by one who paid", "He paid for a gym and lost 12 pounds.", [(12, 12, "lb", "exactly")]),
        ("pounds that are paid", "He paid 500 pounds a day.", [(500, 500, "£/day", "exactly")]),
        (
            "a study named before",
            "In the trial 22 of 60 athletes slept.",
            [(22, 22, "athletes", "exactly"), (60, 60, "athletes", "exactly")],
        ),
        ("a bound of three words", "It costs in excess of £1 billion.", [(1e9, None, "£", "more_than")]),
        ("a unit behind a scale word", "Each has 10 billion CFU until opened.", [(1e10, 1e10, "CFU", "exactly")]),
        ("a thing between odds", "One woman in every eight has it.", [(12.5, 12.5, "%", "exactly")]),
        ("odds before a verb", "One child in five sleeps badly.", [(20, 20, "%", "exactly")]),
        ("things counted twice are no odds", "One person in five schools fell ill.", [(5, 5, "schools", "exactly")]),
        ("goals and games", "They had three goals in five.", [(3, 3, "goals", "exactly")]),
        ("measured in a group", "Players drank 2 ± 0.5 L.", [(2, 2, "L", "exactly")]),
        ("a pair of unknown kind", "It was 31/50, then 120/80 and 8/10.", []),
        ("a fraction of a unit", "Take 1/2 tablet.", [(0.5, 0.5, "tablets", "exactly")]),
        (
            "a part of a group beside its share",
            "Pain eased in 31 of 50 (62 %).",
            [(31, 31, "", "exactly"), (50, 50, "", "exactly"), (62, 62, "%", "exactly")],
        ),
        ("a share that does not fit", "Pain eased in 31/50 (40 %).", [(40, 40, "%", "exactly")]),
        (
            "a noun behind the share",
            "It helped 31/50 (62 %) patients.",
            [(31, 31, "patients", "exactly"), (50, 50, "patients", "exactly"), (62, 62, "%", "exactly")],
        ),
        (
            "a denied bound of a pressure",
            "It should not be above 140/90 mmHg.",
            [(None, 140, "mmHg", "up_to"), (None, 90, "mmHg", "up_to")],
        ),
        (
            "two pressures",
            "It fell from 150/95 to 140/88 mmHg.",
            [(value, value, "mmHg", "exactly") for value in (150, 95, 140, 88)],
        ),
        (
            "two scores",
            "Pain fell from 8 out of 10 to 3 out of 10.",
            [(8, 8, "", "exactly"), (3, 3, "", "exactly")],
        ),
        ("a share in a sentence on pain", "Pain eased in 8 out of 10.", [(80, 80, "%", "exactly")]),
        ("once before a multiple", "It was once twice as big.", [(2, 2, "fold", "exactly")]),
        ("not only is no negation", "It holds not only more than 5 mg.", [(5, None, "mg", "more_than")]),
    ],
)
def test_a_figure_is_read_with_its_neighbours(description: str, text: str, expected: list[Key]) -> None:
    assert keys(text) == expected, description
