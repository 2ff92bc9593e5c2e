"""What changed between two versions is told in words."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from claims.views.changes import Change, changes_between, kept_between

FIGURE = {"key": "third", "text": "a third", "verdict": "confirmed", "reason": "Found.", "flagged": False}
FINDING = {"key": "days", "what": "Days with a cold", "value": 20.0, "problems": []}
EVIDENCE = {"source": "Berg2019", "stance": "supports", "n": 120, "risk_of_bias": "low", "findings": [FINDING]}
SOURCE = {"citekey": "Berg2019", "short": "Berg 2019", "notices": []}
RETRACTION = {"kind": "retraction", "date": "2024-05-01", "reason": "Data were lost.", "doi": None, "url": None}
REINSTATEMENT = {"kind": "reinstatement", "date": "2024-06-03", "reason": "", "doi": None, "url": None}
ASSESSMENT = {"outcome": "", "start": "high", "downgrades": {"imprecision": 0}, "reasons": {}, "steps": []}
DOCUMENT: dict[str, Any] = {
    "id": "C1",
    "version": 1,
    "statement": "Zinc shortens colds.",
    "verdict": "supported",
    "topics": ["zinc"],
    "totals": {"evidence": 1},
    "occurrences": [{"quote": "Zinc shortens colds."}],
    "figures": [FIGURE],
    "evidence": [EVIDENCE],
    "sources": [SOURCE],
    "assessments": [ASSESSMENT],
}


def change(alter: Callable[[dict[str, Any]], Any]) -> list[Change]:
    after = copy.deepcopy(DOCUMENT)
    alter(after)
    return changes_between(DOCUMENT, after)


CASES: list[tuple[str, Callable[[dict[str, Any]], Any], list[Change]]] = [
    ("nothing", lambda d: None, []),
    ("the version number alone", lambda d: d.update(version=2), []),
    ("what follows from other parts", lambda d: d.update(totals={"evidence": 2}), []),
    (
        "the verdict in its words",
        lambda d: d.update(verdict="partly_supported"),
        [Change("The verdict changed.", "supported", "partly supported")],
    ),
    (
        "topics as a list",
        lambda d: d.update(topics=["cold", "zinc"]),
        [Change("The topics changed.", "zinc", "cold, zinc")],
    ),
    (
        "the verdict of a figure in its own words",
        lambda d: d["figures"][0].update(verdict="not_in_sources", flagged=True),
        [Change("The verdict changed (the figure “a third”).", "confirmed", "not in sources")],
    ),
    (
        "new evidence, said once with its source",
        lambda d: (
            d["evidence"].append({**EVIDENCE, "source": "Olsen2020"}),
            d["sources"].append({"citekey": "Olsen2020", "short": "Olsen 2020", "notices": []}),
        ),
        [Change("The evidence from Olsen 2020 was added.")],
    ),
    (
        "evidence that is gone",
        lambda d: (d["evidence"].clear(), d["sources"].clear()),
        [Change("The evidence from Berg 2019 was removed.")],
    ),
    (
        "a detail of the evidence",
        lambda d: d["evidence"][0].update(n=140),
        [Change("The number of participants changed (the evidence from Berg 2019).", "120", "140")],
    ),
    (
        "a large number, with its signs",
        lambda d: d["evidence"][0].update(n=2_400_000),
        [Change("The number of participants changed (the evidence from Berg 2019).", "120", "2,400,000")],
    ),
    (
        "a target in words",
        lambda d: d["assessments"][0].update(target="mid 0.4 points"),
        [
            Change("The target was added (the assessment).", "", "smallest difference that matters (0.4 points)"),
        ],
    ),
    (
        "a target that cannot be read",
        lambda d: d["assessments"][0].update(target="somewhere"),
        [Change("The target was added (the assessment).", "", "somewhere")],
    ),
    (
        "a finding's value",
        lambda d: d["evidence"][0]["findings"][0].update(value=18.5),
        [Change("The value changed (the finding “Days with a cold” in the evidence from Berg 2019).", "20", "18.5")],
    ),
    (
        "a step of the assessment",
        lambda d: d["assessments"][0]["downgrades"].update(imprecision=-1),
        [Change("The step for imprecision changed (the assessment).", "0", "−1")],
    ),
    (
        "the reason of a step, told apart from the step",
        lambda d: d["assessments"][0].update(reasons={"imprecision": "Few people."}),
        [Change("The reason for imprecision was added (the assessment).", "", "Few people.")],
    ),
    (
        "evidence that supports nothing any more",
        lambda d: d["evidence"][0].update(excluded={"standing": "retracted", "reason": "It was."}),
        [Change("The evidence from Berg 2019 is not counted any more: the source was retracted.")],
    ),
    (
        "a word of a vocabulary by its label",
        lambda d: d["evidence"][0].update(risk_of_bias="some_concerns"),
        [Change("The risk of bias changed (the evidence from Berg 2019).", "low", "some concerns")],
    ),
    (
        "codes of a vocabulary in a list",
        lambda d: d["evidence"][0].update(indirectness=["form", "healthy"]),
        [Change("What makes it indirect was added (the evidence from Berg 2019).", "", "other form, healthy")],
    ),
    (
        "yes and no",
        lambda d: d["evidence"][0]["findings"][0].update(subgroup=True),
        [
            Change(
                "Whether it holds for a subgroup only was added "
                "(the finding “Days with a cold” in the evidence from Berg 2019).",
                "",
                "yes",
            )
        ],
    ),
    (
        "a finding that is gone, named by what was found",
        lambda d: d["evidence"][0]["findings"].clear(),
        [Change("The finding “Days with a cold” in the evidence from Berg 2019 was removed.")],
    ),
    (
        "a member that newer programs add",
        lambda d: d.update(mood="calm"),
        [Change("The part “mood” was added.", "", "calm")],
    ),
    (
        "what the program computes beside it",
        lambda d: d["assessments"][0].update(effects=[1], target_reason="None chosen."),
        [],
    ),
    (
        "a notice on a source, by its kind and day",
        lambda d: d["sources"][0].update(notices=[RETRACTION]),
        [Change("A notice on Berg 2019 was announced: retraction of 1 May 2024.", "", "Data were lost.")],
    ),
    (
        "several notices, each by itself",
        lambda d: d["sources"][0].update(notices=[{**RETRACTION, "kind": "expression_of_concern"}, REINSTATEMENT]),
        [
            Change("A notice on Berg 2019 was announced: expression of concern of 1 May 2024.", "", "Data were lost."),
            Change("A notice on Berg 2019 was announced: reinstatement of 3 June 2024."),
        ],
    ),
    (
        "several things that came",
        lambda d: d["evidence"][0].update(appraisals=[{"instrument": "rob2"}]),
        [Change("The appraisals were added (the evidence from Berg 2019).")],
    ),
    (
        "several things that went",
        lambda d: d.update(topics=[]),
        [Change("The topics were removed.", "zinc", "")],
    ),
    (
        "another place in an article",
        lambda d: d["occurrences"].append({"quote": "Zinc works."}),
        [Change("The places where articles make the claim changed.")],
    ),
]


@pytest.mark.parametrize(("description", "alter", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_change_is_told(description: str, alter: Callable[[dict[str, Any]], Any], expected: list[Change]) -> None:
    assert change(alter) == expected


@pytest.mark.parametrize(
    ("description", "notices", "expected"),
    [
        (
            "one that is recorded no longer",
            [],
            Change("A notice on Berg 2019 is not recorded any more: retraction of 1 May 2024.", "Data were lost.", ""),
        ),
        (
            "one of which another reason is recorded",
            [{**RETRACTION, "reason": "Data were invented."}],
            Change(
                "What is recorded of a notice on Berg 2019 changed: retraction of 1 May 2024.",
                "Data were lost.",
                "Data were invented.",
            ),
        ),
    ],
)
def test_what_was_recorded_of_a_notice_is_told(
    description: str, notices: list[dict[str, Any]], expected: Change
) -> None:
    before, after = copy.deepcopy(DOCUMENT), copy.deepcopy(DOCUMENT)
    before["sources"][0]["notices"] = [RETRACTION]
    after["sources"][0]["notices"] = notices
    assert changes_between(before, after) == [expected]


def test_what_stayed_is_told_with_its_value() -> None:
    after = copy.deepcopy(DOCUMENT)
    after.update(statement="Zinc helps.", version=2, totals={"evidence": 2})
    assert kept_between(DOCUMENT, after) == [
        ("The verdict", "supported"),
        ("The list of figures", "1"),
        ("The assessment", "1"),
        ("The evidence", "1"),
        ("The places where articles make the claim", "1"),
        ("The topics", "zinc"),
    ]


def test_a_change_shows_its_words() -> None:
    [told] = change(lambda d: d.update(statement="Zinc lozenges shorten colds."))
    assert [(piece.kind, piece.text) for piece in told.pieces] == [
        ("same", "Zinc "),
        ("gone", "shortens"),
        ("new", "lozenges shorten"),
        ("same", " colds."),
    ]
    assert Change("It changed.").pieces == []


def test_what_matters_most_is_told_first() -> None:
    """Stored documents come with their members by the alphabet."""
    told = change(lambda d: d.update(accurate_wording="Zinc may help.", evidence=[], statement="Zinc.", topics=["a"]))
    assert [item.said for item in told] == [
        "The statement changed.",
        "The accurate wording was added.",
        "The evidence from Berg 2019 was removed.",
        "The topics changed.",
    ]


@pytest.mark.parametrize(
    ("description", "before", "after", "is_whole"),
    [
        ("short values stand side by side", "supported", "misleading", False),
        ("long ones that share nothing stand one below the other", "a" * 40, "b" * 40, True),
        (
            "long ones that share much are one text",
            "Zinc helps many people to breathe",
            "Zinc helps few people to breathe",
            False,
        ),
    ],
)
def test_values_are_laid_out_by_what_they_share(description: str, before: str, after: str, is_whole: bool) -> None:
    assert Change("It changed.", before, after).is_whole == is_whole
