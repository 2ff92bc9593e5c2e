"""The traffic-light table on the public page of a claim."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.actions import record_appraisal
from claims.grade.instruments.registry import INSTRUMENTS
from claims.models import Claim
from claims.views.lights import lights_of
from tests.claims.appraisals.answers import (
    ADHERING_LOW,
    AMSTAR_LOW,
    ROB2_LOW,
    ROB2_SEVERAL,
    ROBINS_SERIOUS,
    V2_BEGUN,
    V2_STOPPED,
)
from tests.claims.grade.instruments.test_amstar2 import ROWS, answered
from tests.claims.views.reading import shown
from tests.makers import make_claim, make_curator, make_notice, make_published_claim, publish

pytestmark = pytest.mark.django_db

ROB2, AMSTAR2, V2 = "rob2-2019-assignment", "amstar2-2017", "robins-i-v2-draft-2025-11-20"


def appraised(*appraisals: dict[str, Any], evidence: int = 1) -> Claim:
    """Publish a claim whose every piece of evidence is appraised in these ways."""
    claim = make_claim(evidence=[{}] * evidence)
    for row in claim.evidence.all():
        for fields in appraisals:
            record_appraisal(**{"evidence": row, "instrument": ROB2, "user": make_curator(), **fields})
    publish(claim)
    return claim


def test_a_row_for_each_result_and_a_word_beside_each_symbol(client: Client) -> None:
    appraised({"answers": ROB2_LOW, "result": "days with a cold"}, {"answers": {"1.1": "Y"}, "result": "nausea"})

    text = shown(client, "/claims/C1/")

    assert "RoB 2, effect of assignment to the intervention : 2 appraised results" in text
    assert f"days with a cold {' '.join(['+ low'] * 6)}" in text
    assert f"nausea {' '.join(['… not complete'] * 6)}" in text
    assert "Why: Berg & Olsen 2019, days with a cold All 5 domains are low. 1 Randomisation 1.2" in text


def test_the_legend_has_the_words_of_the_table_and_no_other() -> None:
    claim = appraised({"answers": ROB2_SEVERAL})

    (table,) = lights_of(claim.publications.get().document)

    assert [(item["symbol"], item["word"]) for item in table["legend"]] == [("+", "low"), ("!", "some concerns")]
    assert table["columns"][-1] == "Overall"


def test_a_symbol_of_an_older_document_is_in_the_legend_and_in_the_bars() -> None:
    claim = appraised({"answers": ROB2_LOW}, {"answers": ROB2_SEVERAL, "result": "nausea"})
    document = claim.publications.get().document
    for light in document["evidence"][0]["appraisals"][0]["lights"]:
        light["symbol"] = "○"

    (table,) = lights_of(document)

    assert [(item["symbol"], item["word"]) for item in table["legend"]] == [
        ("+", "low"),
        ("○", "low"),
        ("!", "some concerns"),
    ]
    assert {sum(share.count for share in bar.shares) for bar in table["summary"]} == {2}


def test_a_decision_is_shown_with_its_reason_and_a_published_rating_beside_the_computed(client: Client) -> None:
    decided = {"answers": ROB2_SEVERAL, "overall_choice": "high", "choice_reason": "Both matter here."}
    rated = {"instrument": AMSTAR2, "answers": AMSTAR_LOW, "published_rating": "moderate"}
    appraised(decided, rated)

    text = shown(client, "/claims/C1/")

    assert "A person decided on high. Reason for the decision: Both matter here." in text
    assert "Computed rating: low. Published rating: moderate, which differs from the computed one." in text
    assert "Critical items, as the instrument proposes: 2, 4, 7, 9, 11, 13, 15." in text
    assert "✗ low published: moderate ≠" in text


def test_other_critical_items_are_shown_with_the_rating_that_they_give(client: Client) -> None:
    rated = {"instrument": AMSTAR2, "answers": AMSTAR_LOW, "critical": ["4", "7", "10"], "published_rating": "low"}
    appraised(rated)

    text = shown(client, "/claims/C1/")

    assert "Computed rating: critically low. Published rating: low, which differs from the computed one." in text
    assert "Critical items, as declared for this appraisal: 4, 7, 10." in text


def test_a_published_rating_of_any_instrument_stands_beside_the_computed_one(client: Client) -> None:
    appraised({"answers": ROB2_LOW, "published_rating": "low"})

    assert "Computed rating: low. Published rating: low." in shown(client, "/claims/C1/")


# every row of the printed tables of two overviews that the arithmetic of AMSTAR 2 is tested with
@pytest.mark.parametrize(("review", "denied", "computed", "published"), ROWS, ids=[row[0] for row in ROWS])
def test_each_printed_review_is_published_with_both_ratings(
    review: str, denied: str, computed: str, published: str
) -> None:
    claim = appraised({"instrument": AMSTAR2, "answers": answered(denied), "published_rating": published})

    (table,) = lights_of(claim.publications.get().document)

    (row,) = table["rows"]
    shown_row = (row["computed"].replace(" ", "_"), row["published"].value, row["differs"], row["critical"])
    assert shown_row == (computed, published, computed != published, "2, 4, 7, 9, 11, 13, 15"), review


def test_what_is_asked_before_the_domains_is_shown_with_its_answers(client: Client) -> None:
    claim = appraised({"instrument": V2, "answers": V2_STOPPED})

    text = shown(client, "/claims/C1/")

    (part,) = claim.publications.get().document["evidence"][0]["appraisals"]
    assert [domain["label"] for domain in part["domains"]] == [light["label"] for light in part["lights"][:-1]]
    assert part["domains"][0]["path"][-1] == "Therefore: stop here"
    assert "B Before the domains B1 Did the authors try to control for confounding? no" in text


def test_several_results_are_summed_up_domain_by_domain(client: Client) -> None:
    claim = appraised({"answers": ROB2_LOW}, {"answers": ROB2_SEVERAL, "result": "nausea"})

    (table,) = lights_of(claim.publications.get().document)
    page = client.get("/claims/C1/").content.decode()

    assert [bar.label for bar in table["summary"]] == table["columns"]
    first, second, *_, last = table["summary"]
    assert [(share.word, share.count) for share in first.shares] == [("low", 1), ("some concerns", 1)]
    assert [(share.word, share.count) for share in second.shares] == [("low", 2)]
    assert [(share.word, share.percent) for share in last.shares] == [("low", 50), ("some concerns", 50)]
    assert "How 2 results are spread over the judgements; each counts once" in shown(client, "/claims/C1/")
    assert '<rect x="50.00%" width="50.00%"' in page
    assert "! some concerns: 1 (50 %)" in page


def test_a_single_result_is_not_summed_up() -> None:
    (table,) = lights_of(appraised({"answers": ROB2_LOW}).publications.get().document)

    assert table["summary"] == []


@pytest.mark.parametrize(
    ("instrument", "answers", "overall"),
    [
        (ROB2, ROB2_LOW, ("+", "low")),
        ("rob2-2019-adhering", ADHERING_LOW, ("+", "low")),
        ("robins-i-2016", ROBINS_SERIOUS, ("✗", "serious")),
        ("robins-i-v2-draft-2025", V2_BEGUN, ("…", "not complete")),
        (V2, V2_STOPPED, ("‼", "critical")),
        (AMSTAR2, AMSTAR_LOW, ("✗", "low")),
    ],
)
def test_every_instrument_has_its_table(
    client: Client, instrument: str, answers: dict[str, str], overall: tuple[str, str]
) -> None:
    claim = appraised({"instrument": instrument, "answers": answers})

    (table,) = lights_of(claim.publications.get().document)

    last = table["rows"][0]["lights"][-1]
    assert (last["symbol"], last["word"]) == overall
    assert {item["word"] for item in table["legend"]} == {light["word"] for light in table["rows"][0]["lights"]}
    assert f'href="{reverse("instrument", args=[instrument])}"' in client.get("/claims/C1/").content.decode()


def test_without_appraisals_there_is_no_table(client: Client) -> None:
    make_published_claim()

    page = client.get("/claims/C1/").content.decode()

    assert ('id="lights"' in page, "lights.css" in page) == (False, False)


def test_a_superseded_appraisal_is_not_public() -> None:
    claim = appraised({"answers": ROB2_LOW}, {"answers": ROB2_SEVERAL})

    (table,) = lights_of(claim.publications.get().document)

    assert [row["lights"][-1]["word"] for row in table["rows"]] == ["some concerns"]


def test_queries_do_not_grow_with_appraisals(client: Client) -> None:
    counts = []
    for evidence in (1, 3):
        claim = appraised({"answers": ROB2_LOW}, {"answers": ROB2_LOW, "result": "nausea"}, evidence=evidence)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/claims/{claim.name}/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_methodology_links_to_every_instrument(client: Client) -> None:
    page = client.get(reverse("methodology")).content.decode()

    assert [f'href="{reverse("instrument", args=[name])}"' in page for name in INSTRUMENTS] == [True] * len(INSTRUMENTS)


def test_a_retracted_source_is_marked_in_the_table_and_its_legend(client: Client) -> None:
    claim = appraised({"answers": ROB2_LOW}, evidence=2)
    assert "retracted" not in shown(client, "/claims/C1/")

    make_notice(claim.evidence.first().source)
    text = shown(client, "/claims/C1/")

    assert f"reference [1] ✗ retracted {' '.join(['+ low'] * 6)}" in text
    assert text.count("✗ retracted The work no longer stands.") == 2
    assert "1 of these results is from a source that was retracted." in text
