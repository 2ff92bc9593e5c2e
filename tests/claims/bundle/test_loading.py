"""Loading: all or nothing, repeatable, nothing doubled, curators' edits left."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from claims.actions import revise_claim, revise_evidence
from claims.bundle.content import Row
from claims.bundle.loading import Outcome, bundle_hash, load_bundle
from claims.bundle.problems import BundleProblems
from claims.grade.vocabulary import Design
from claims.models import (
    Article,
    ArticlePublication,
    BundleLoad,
    Claim,
    ContentVersion,
    FacetCell,
    Figure,
    Finding,
    ListedSource,
    Listing,
    Override,
    Publication,
)
from sources.actions import add_source, revise_source
from sources.models import Source
from tests.claims.bundle.small import SLUG, assessment, changed, row, small_tables, write_small
from tests.makers import make_curator

pytestmark = pytest.mark.django_db


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table of the program, histories and events included."""
    models = [
        model for label in ("claims", "sources", "taggit") for model in apps.get_app_config(label).get_models(True)
    ]
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in models}


def load(folder: Path, **options: Any) -> Outcome:
    return load_bundle(folder, **options)


def with_values(table: str, place: int, **values: Any) -> dict[str, list[Row]]:
    """Return one table of the small bundle with one row changed."""
    rows = small_tables()[table]
    rows[place] = Row({**rows[place].values, **values})
    return {table: rows}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small(tmp_path / "zinc")


def test_loading_brings_every_part(small: Path) -> None:
    outcome = load(small)
    assert (outcome.added, outcome.revised, outcome.kept) == ({"articles": 1, "sources": 1, "claims": 2}, {}, [])
    claim = Claim.objects.get(number=1)
    assert (claim.key, claim.status, claim.bundle) == ("shorter-cold", "draft", "zinc")
    assert sorted(claim.topics.names()) == ["cold", "zinc"]
    finding = Finding.objects.get(evidence__claim=claim)
    assert (finding.figure, finding.position) == (Figure.objects.get(claim=claim), 1)
    assert finding.arms[0] == {"label": "zinc", "n": 40, "mean": 4, "sd": 1.5, "events": None}
    assert claim.assessments.get().certainty == "moderate"
    assert claim.evidence.get().appraisals.get().answers == {"1.1": "Y", "1.2": "NI"}
    source = Source.objects.get()
    assert (source.doi, source.issued, source.warnings) == ("10.1000/Zinc.1", [2019], ["Pages; not verified"])
    assert source.notices.get().kind == "correction"
    omission = Article.objects.get(slug=SLUG).omissions.get()
    assert [link.claim for link in omission.claim_links.all()] == [claim]


def test_the_figures_get_their_computed_verdict(small: Path) -> None:
    load(small)
    figure = Figure.objects.get()
    assert (figure.verdict, bool(figure.computed_verdict), bool(figure.computed_reasons)) == ("overstated", True, True)


def test_an_identical_bundle_changes_nothing(small: Path) -> None:
    load(small)
    before = everything()
    assert load(small).already_loaded
    assert everything() == before


def test_formatting_does_not_make_another_bundle(small: Path) -> None:
    before = bundle_hash(small)
    topics = small / "topics.csv"
    topics.write_bytes(b'\xef\xbb\xbftopic,claim\r\n"zinc","shorter-cold"\r\n"cold","shorter-cold"\r\n')
    changed(small, "findings.csv", ",20,", ",+2.0e1,")
    assert bundle_hash(small) == before


def test_loading_again_leaves_equal_rows_untouched(small: Path) -> None:
    load(small)
    before = everything()
    outcome = load(small, again=True)
    after = everything()
    assert (outcome.added, outcome.revised) == ({}, {})
    named = {"claims.BundleLoad", "sources.Event"}
    assert {name for name in before if before[name] != after[name]} == named


def test_a_changed_row_is_revised_with_history_and_no_other(small: Path, tmp_path: Path) -> None:
    load(small, publish=True)
    before = everything()
    newer = write_small(tmp_path / "newer", **with_values("evidence", 0, note="Read again."))
    outcome = load(newer)
    after = everything()
    assert (outcome.added, outcome.revised) == ({}, {"claims": 1})
    assert {name: len(rows) - len(before[name]) for name, rows in after.items() if len(rows) != len(before[name])} == {
        "claims.BundleLoad": 1,
        "claims.HistoricalClaim": 1,
        "claims.HistoricalEvidence": 1,
        "sources.Event": 2,
    }
    assert {claim.key: claim.status for claim in Claim.objects.all()} == {
        "shorter-cold": "draft",
        "zinc-is-a-metal": "published",
    }


def test_rows_that_the_bundle_no_longer_brings_are_left(small: Path, tmp_path: Path) -> None:
    load(small)
    newer = write_small(tmp_path / "newer", topics=[row("topics", claim="zinc-is-a-metal", topic="metal")])
    load(newer)
    assert {claim.key: sorted(claim.topics.names()) for claim in Claim.objects.all()} == {
        "shorter-cold": ["cold", "zinc"],
        "zinc-is-a-metal": ["metal"],
    }


def test_what_a_curator_has_edited_is_left_and_named(small: Path, tmp_path: Path) -> None:
    load(small)
    ada = make_curator()
    claim = Claim.objects.get(number=1)
    revise_evidence(evidence=claim.evidence.get(), user=ada, note="Ada's note.")
    revise_source(source=Source.objects.get(), user=ada, funding="A maker of zinc.")
    newer = write_small(tmp_path / "newer", **with_values("claims", 0, statement="Zinc heals."))
    outcome = load(newer)
    assert (outcome.kept, outcome.revised) == (["S1", "C1"], {})
    assert Claim.objects.get(number=1).statement == "Zinc shortens colds."
    outcome = load(newer, again=True)
    assert (outcome.kept, outcome.revised) == ([], {"sources": 1, "claims": 1})
    assert Claim.objects.get(number=1).statement == "Zinc heals."
    assert (Claim.objects.get(number=1).evidence.get().note, Source.objects.get().funding) == ("", "")
    newest = write_small(tmp_path / "newest", **with_values("claims", 0, statement="Zinc may help."))
    assert load(newest).kept == []


def test_a_claim_that_a_curator_edited_is_not_published_by_the_bundle(small: Path) -> None:
    load(small)
    revise_claim(claim=Claim.objects.get(number=1), user=make_curator(), verdict_reason="Ada thinks so.")
    outcome = load(small, publish=True)
    assert outcome.published is not None
    assert [publication.claim.number for publication in outcome.published.claims] == [2]


def test_public_names_come_from_the_bundle_where_they_are_free(small: Path, tmp_path: Path) -> None:
    load(small)
    claims = small_tables()["claims"]
    claims += [Row({**claims[1].values, "id": name, "key": key}) for name, key in (("C1", "third"), ("C9", "ninth"))]
    claims.append(Row({**claims[1].values, "key": "next"}))
    outcome = load(write_small(tmp_path / "more", claims=claims))
    numbers = dict(Claim.objects.values_list("key", "number"))
    assert numbers == {"shorter-cold": 1, "zinc-is-a-metal": 2, "third": 10, "ninth": 9, "next": 11}
    assert outcome.renumbered == {"C1": "C10"}


def test_a_work_that_the_library_has_under_another_name_is_a_problem(small: Path) -> None:
    add_source(citekey="Other2019", title="Zinc for colds", doi="10.1000/ZINC.1", user=None)
    before = everything()
    with pytest.raises(BundleProblems) as caught:
        load(small)
    assert [str(problem) for problem in caught.value.problems] == [
        "sources.json, item 1 (Roe2019), DOI: the library has this work as Other2019: "
        "use that citekey, or correct the DOI"
    ]
    assert everything() == before


def test_a_wording_is_never_replaced(small: Path, tmp_path: Path) -> None:
    load(small)
    before = everything()
    newer = write_small(tmp_path / "newer")
    path = newer / "articles" / f"{SLUG}-v1.md"
    path.write_text(path.read_text() + "More.\n")
    changed(newer, "article_versions.csv", small_tables()["article_versions"][0].values["sha256"], "")
    with pytest.raises(BundleProblems) as caught:
        load(newer)
    assert [str(problem) for problem in caught.value.problems] == [
        "article_versions.csv, line 2, version: version 1 of zinc-lozenges is kept here with another text: "
        "bring the changed text as a new one"
    ]
    assert everything() == before


def test_a_row_that_the_database_refuses_is_placed_and_undoes_everything(small: Path) -> None:
    # the check of links is Django's own and stands behind the bundle's checks
    changed(small, "articles.csv", ",,en,", ",no link,en,")
    before = everything()
    with pytest.raises(BundleProblems) as caught:
        load(small)
    assert [str(problem) for problem in caught.value.problems] == ["articles.csv, line 2, url: Enter a valid URL."]
    assert everything() == before


NOBODY = "Participants: expected a whole number above 0; leave it empty where it is not known."

# description, table, column, value, what is said
ALSO_REFUSED_BY_FORMS: list[tuple[str, str, str, Any, str]] = [
    ("a design in other words", "sources_curation", "design", "RCT",
     "sources_curation.csv, line 2, design: “RCT” is no design of the vocabulary; expected "
     f"{', '.join(Design)}, or nothing."),
    ("a source about nobody", "sources_curation", "n", 0, f"sources_curation.csv, line 2, n: {NOBODY}"),
    ("evidence from nobody", "evidence", "n", 0, f"evidence.csv, line 2, n: {NOBODY}"),
    ("a group of nobody", "arms", "n", 0,
     "arms.csv, line 2: a group has people: expected n above 0, left out where it is not known"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [row[1:] for row in ALSO_REFUSED_BY_FORMS],
    ids=[row[0] for row in ALSO_REFUSED_BY_FORMS],
)
def test_a_bundle_brings_nothing_that_the_forms_refuse(
    tmp_path: Path, table: str, column: str, value: Any, said: str
) -> None:
    folder = write_small(tmp_path / "zinc", **with_values(table, 0, **{column: value}))
    before = everything()
    with pytest.raises(BundleProblems) as caught:
        load(folder)
    assert [str(problem) for problem in caught.value.problems] == [said]
    assert everything() == before


def test_publishing_fills_the_lists_as_publishing_one_by_one_does(small: Path) -> None:
    outcome = load(small, publish=True)
    assert outcome.published is not None
    assert (len(outcome.published.claims), outcome.published.articles, outcome.published.refused) == (2, ["A1"], {})
    publication = Publication.objects.get(claim__number=1)
    assert publication.document["approval"] == {
        "basis": "bundle",
        "bundle": "zinc",
        "bundle_sha256": outcome.sha256,
        "submitted_by": None,
        "approved_by": None,
    }
    assert sorted(Listing.objects.values_list("number", flat=True)) == [1, 2]
    whole = FacetCell.objects.filter(topic="*", article="*", stance="*", form="*")
    assert sum(cell.claims for cell in whole) == 2
    assert ListedSource.objects.get().claims == 1
    assert ArticlePublication.objects.count() == 1


def test_a_claim_that_a_policy_refuses_is_named_and_the_others_are_published(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "zinc", **with_values("claims", 1, accurate_wording=""))
    outcome = load(folder, publish=True)
    assert outcome.published is not None
    assert outcome.published.refused == {"C2": ("Write an accurate wording that the evidence would allow.",)}
    assert [publication.claim.number for publication in outcome.published.claims] == [1]


def test_a_claim_whose_judgement_differs_without_a_reason_is_loaded_and_not_published(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "zinc", assessments=[assessment("shorter-cold", indirectness_reason="")])
    outcome = load(folder, publish=True)
    assert outcome.published is not None
    reason = "Indirectness is rated 0, the rules suggest -2: give the reason for that."
    assert outcome.published.refused == {"C1": (reason,)}
    assert Claim.objects.get(number=1).status == Claim.Status.DRAFT


def test_a_notice_that_comes_later_shows_on_published_claims(small: Path, tmp_path: Path) -> None:
    load(small, publish=True)
    raised = ContentVersion.objects.get().number
    notices = [*small_tables()["notices"], row("notices", source="Roe2019", kind="retraction", date="2021-01-01")]
    load(write_small(tmp_path / "newer", notices=notices))
    assert ContentVersion.objects.get().number > raised
    kinds = [notice["kind"] for notice in ListedSource.objects.get().document["notices"]]
    assert kinds == ["correction", "retraction"]


def test_who_chose_against_a_suggestion_survives_a_move(tmp_path: Path) -> None:
    choice = row(
        "choices", claim="shorter-cold", subject="figure:third", chosen_by="ada", chosen_at="2026-01-02T03:04:05Z"
    )
    load(write_small(tmp_path / "zinc", choices=[choice], **with_values("figures", 0, verdict="not_checkable")))
    override = Override.objects.get(subject="figure:third")
    assert (override.chosen, override.made_by_name) == ("not_checkable", "ada")
    assert override.made_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_the_load_is_remembered_by_its_hash(small: Path) -> None:
    outcome = load(small)
    assert list(BundleLoad.objects.values_list("name", "sha256")) == [("zinc", bundle_hash(small))]
    assert outcome.sha256 == bundle_hash(small)
