"""Worked examples: addresses that fill the form, so that a reader sees the rules at work before typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Example:
    """A title, what it shows, and the values of the form."""

    title: Any
    shows: Any
    fields: dict[str, str]

    @property
    def query(self) -> str:
        """Return the query of the address that fills the form."""
        return urlencode(self.fields)


EXAMPLES = (
    Example(
        gettext_lazy("Cuts soreness by up to 40 %"),
        gettext_lazy("a change within one group is no effect, and points are not per cent"),
        {
            "text": "In endurance athletes, magnesium cuts muscle soreness by up to 40 %.",
            "attribution": "vague",
            "certainty": "very_low",
            "subject": "Magnesium",
            "outcome": "muscle soreness",
            "f1-what": "Fall in soreness within the magnesium group, in points",
            "f1-low": "-2",
            "f1-high": "-1",
            "f1-unit": "points on a 0-6 scale",
            "f1-statistic": "absolute_change",
            "f1-design": "rct-parallel",
            "f1-stance": "partly_supports",
            "f1-indirectness": "population",
            "f1-source": "Reno 2022",
            "f2-what": "Fall in cramps within the magnesium group alone",
            "f2-value": "-43",
            "f2-unit": "%",
            "f2-statistic": "relative_change",
            "f2-design": "rct-parallel",
            "f2-stance": "context",
            "f2-source": "Roguin Maor 2017",
        },
    ),
    Example(
        gettext_lazy("Absorbed up to 30% better"),
        gettext_lazy("two groups, 23.5 % against 22.8 %, and what follows from them"),
        {
            "text": "Glycinate is absorbed up to 30% better than magnesium oxide.",
            "attribution": "vague",
            "certainty": "low",
            "size": "trivial",
            "subject": "Magnesium glycinate",
            "verb": "improves",
            "outcome": "absorption compared with oxide",
            "f1-what": "Share of the dose absorbed",
            "f1-value": "0.7",
            "f1-unit": "percentage points",
            "f1-statistic": "absolute_change",
            "f1-p": "not significant",
            "f1-arms": "glycinate | 12 | 23.5\noxide | 12 | 22.8",
            "f1-design": "rct-crossover",
            "f1-stance": "contradicts",
            "f1-source": "Schuette 1994",
        },
    ),
    Example(
        gettext_lazy("2,000 mg of a compound"),
        gettext_lazy("what a compound weighs and how much magnesium is in it"),
        {
            "text": "Take 2,000 mg magnesium glycinate a day.",
            "attribution": "none",
            "f1-what": "Dose given, as elemental magnesium",
            "f1-value": "282",
            "f1-unit": "mg elemental/day",
            "f1-statistic": "dose",
            "f1-design": "rct-parallel",
            "f1-stance": "supports",
        },
    ),
)
