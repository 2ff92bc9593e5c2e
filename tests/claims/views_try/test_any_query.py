"""Whatever an address says, the page answers with 200 or 400 and never breaks."""

from __future__ import annotations

import json

from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.figures.quantity import Statistic
from claims.forms.trying import FindingForm, SentenceForm
from claims.grade.vocabulary import Certainty, Design, Indirectness, Stance
from sources.bib.notices import NoticeKind

ADDRESS = "/methodology/try/"
NAMES = (
    *SentenceForm.base_fields,
    *(f"f{row}-{name}" for row in (1, 2, 5) for name in FindingForm.base_fields),
    "add",
    "format",
)
NUMBERS = st.one_of(
    st.integers(-(10**13), 10**13).map(str),
    st.floats(-1e6, 1e6).map(str),
    st.sampled_from(["0", "-0", "1e12", "1e-9", "0,5", "1.234,5", "½", "", "-"]),
)
SENTENCES = st.sampled_from(
    [
        "It cuts soreness by up to 40 %.", "Take 1–2 g magnesium oxide a day; 9e99 million % more.", "Doubled: 1.8:1",
        "between 10 and -5 % of 3 in 4, −0 mg elemental, up to 300 mg/kg glycinate (2,000 mg) for 8 weeks", "\x00 5 %",
    ]
)  # fmt: skip
CODES = st.sampled_from([*Statistic, *Design, *Stance, *Indirectness, *Certainty, *NoticeKind, "json", "html", "small"])
UNITS = st.sampled_from(["%", "percentage points", "mg glycinate/day", "odds ratio", "SMD", "points", "years", "/", ""])
ARMS = st.sampled_from(["a | 12 | 3.5 | 0 | 5\nb | 12 | 0 | 0 | 99", "before | 1 | 0\nafter | 1 | -1", "|", "a|b", "x"])
VALUES = st.one_of(NUMBERS, SENTENCES, CODES, UNITS, ARMS, st.text(max_size=40))


def sensible(name: str) -> st.SearchStrategy[str]:
    """Return values of the right kind for a field, so that the rules behind the form are reached as well."""
    field = name.partition("-")[2]
    by_field: dict[str, st.SearchStrategy[str]] = {
        "unit": UNITS,
        "arms": ARMS,
        "statistic": st.sampled_from(list(Statistic)),
        "design": st.sampled_from(list(Design)),
        "indirectness": st.sampled_from(list(Indirectness)),
        "p": st.sampled_from(["0.03", "<0.001", "not significant", "2", "p"]),
        "what": st.sampled_from(["within the group", "soreness", "elemental magnesium"]),
    }
    return by_field.get(field, NUMBERS)


READABLE = (
    "what",
    "value",
    "low",
    "high",
    "unit",
    "statistic",
    "ci_low",
    "ci_high",
    "p",
    "arms",
    "design",
    "indirectness",
)


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(VALUES, min_size=1, max_size=2), max_size=12))
@settings(max_examples=60)
def test_any_query_is_answered(fields: dict[str, list[str]]) -> None:
    assert Client().get(ADDRESS, fields).status_code in (200, 400)


@given(SENTENCES, st.fixed_dictionaries({}, optional={f"f1-{name}": sensible(f"f1-{name}") for name in READABLE}))
@settings(max_examples=60)
def test_any_finding_is_answered_alike_on_the_page_and_as_json(text: str, fields: dict[str, str]) -> None:
    page = Client().get(ADDRESS, {"text": text, **fields})
    data = Client().get(ADDRESS, {"text": text, **fields, "format": "json"})

    assert page.status_code == data.status_code
    assert ("problems" in json.loads(data.content, parse_constant=_refuse)) == (data.status_code == 400)
    assert data.status_code in (200, 400)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


@given(st.text(max_size=300))
@settings(max_examples=40)
def test_any_text_is_answered(text: str) -> None:
    assert Client().get(ADDRESS, {"text": text}).status_code in (200, 400)
