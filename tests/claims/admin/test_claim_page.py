"""The claim's page: what a curator changes there reaches the rows through the verbs, all of it or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.actions import submit_claim
from claims.models import Assessment, Claim, Evidence, Figure, Finding, Occurrence, TaggedClaim
from sources.models import Event
from tests.claims.admin.pages import errors_of, messages_of, read_form, save
from tests.makers import make_claim, make_curator, make_published_claim, make_source

pytestmark = pytest.mark.django_db

FORM = "claim_form"


def page_of(claim: Claim) -> str:
    return f"/admin/claims/claim/{claim.pk}/change/"


def save_claim(client: Client, claim: Claim, **changes: Any) -> Any:
    return save(client, page_of(claim), FORM, **changes)


def snapshot() -> list[Any]:
    """Everything of claims that a page could change, and what was said about it."""
    models = (Claim, Figure, Occurrence, Evidence, Finding, Assessment, TaggedClaim, Event)
    return [list(model.objects.order_by("pk").values()) for model in models]


NEW_EVIDENCE = {
    "evidence-TOTAL_FORMS": "2",
    "evidence-1-id": "",
    "evidence-1-claim": "",
    "evidence-1-stance": "contradicts",
    "evidence-1-design": "cohort",
    "evidence-1-risk_of_bias": "high",
    "evidence-1-scope": "full-text",
    "evidence-1-indirectness": ["dose", "species"],
    "evidence-1-position": "2",
    "evidence-1-findings-TOTAL_FORMS": "1",
    "evidence-1-findings-INITIAL_FORMS": "0",
    "evidence-1-findings-MIN_NUM_FORMS": "0",
    "evidence-1-findings-MAX_NUM_FORMS": "1000",
    "evidence-1-findings-0-what": "Days with a cold in users and others",
    "evidence-1-findings-0-value": "0.5",
    "evidence-1-findings-0-unit": "days",
    "evidence-1-findings-0-position": "1",
    "evidence-1-findings-0-arms": "zinc | 60 | 5.1 | 1.2\nno zinc | 58 | 5.6 | 1.5",
}


def test_a_page_saved_as_it_stands_changes_nothing(ada: Client) -> None:
    claim = make_claim()
    before = snapshot()
    save_claim(ada, claim)
    assert snapshot() == before


def test_a_claim_is_drafted_and_its_page_opens(ada: Client) -> None:
    url = "/admin/claims/claim/add/"
    fields = {
        "statement": "Zinc cures colds.",
        "kind": "efficacy",
        "wording_strength": "absolute",
        "new_topics": "zinc, cold",
    }
    response = save(ada, url, FORM, **fields)
    claim = Claim.objects.get()
    assert response.redirect_chain == [(page_of(claim), 302)]
    assert (claim.key, claim.name, claim.status) == ("zinc-cures-colds", "C1", "draft")
    assert sorted(claim.topics.names()) == ["cold", "zinc"]
    assert claim.history.get().history_user.get_username() == "ada"
    assert list(Event.objects.values_list("verb", "object_name", "who__username")) == [("draft_claim", "C1", "ada")]


def test_every_part_is_changed_on_one_page(ada: Client) -> None:
    claim = make_claim()
    source = make_source("Novak2020")
    changes = {
        **NEW_EVIDENCE,
        "evidence-1-source": str(source.pk),
        "statement": "Zinc lozenges shorten a cold.",
        "why": "full text read",
        "occurrences-0-section": "How well they work",
        "figures-0-comparator": "placebo",
        "evidence-0-population": "adults",
        "evidence-0-findings-0-note": "Read twice.",
        "assessments-0-imprecision": "-1",
        "assessments-0-reason_imprecision": "One small trial.",
    }
    response = save_claim(ada, claim, **changes)
    assert errors_of(response) == []
    claim.refresh_from_db()
    linked = claim.evidence.get(source=source)
    finding = linked.findings.get()
    assert claim.statement == "Zinc lozenges shorten a cold."
    assert claim.occurrences.get().section == "How well they work"
    assert claim.figures.get().comparator == "placebo"
    assert claim.evidence.exclude(pk=linked.pk).get().population == "adults"
    assert (linked.stance, linked.indirectness) == ("contradicts", ["dose", "species"])
    assert (finding.key, finding.value) == ("days-with-a-cold-in-users-and", 0.5)
    assert finding.arms == [
        {"label": "zinc", "n": 60, "mean": 5.1, "sd": 1.2, "events": None},
        {"label": "no zinc", "n": 58, "mean": 5.6, "sd": 1.5, "events": None},
    ]
    assert claim.assessments.count() == 2
    assert claim.assessments.get(superseded_at__isnull=True).reasons["imprecision"] == "One small trial."
    verbs = Event.objects.filter(why="full text read", who__username="ada").values_list("verb", flat=True)
    assert sorted(verbs) == [
        "link_evidence", "place_occurrence", "record_assessment", "record_finding", "revise_claim", "revise_evidence",
        "revise_figure", "revise_finding",
    ]  # fmt: skip


def new_figure(row: int, text: str, unit: str) -> dict[str, str]:
    given = {"id": "", "claim": "", "text": text, "high": "20", "unit": unit, "bound": "about", "position": "2"}
    kinds = {"statistic": "level", "direction": "none"}
    return {f"figures-{row}-{name}": value for name, value in {**given, **kinds}.items()}


def test_new_figures_follow_those_that_are_there_and_an_unknown_unit_is_kept_with_a_warning(ada: Client) -> None:
    claim = make_claim()
    claim.figures.update(position=1)
    assert read_form(ada, page_of(claim), FORM)["figures-0-high"] == "33"
    new = {**new_figure(1, "20 minutes", "minutes"), **new_figure(2, "20 bananas", "bananas")}
    response = save_claim(ada, claim, **new, **{"figures-TOTAL_FORMS": "3"})
    assert errors_of(response) == []
    assert list(claim.figures.values_list("position", "unit")) == [(1, "%"), (2, "minutes"), (3, "bananas")]
    assert [text for text in messages_of(response) if "unit" in text] == [
        "“bananas” is no unit that the program knows. It is kept; only a finding in the same unit can be compared"
        " with it."
    ]


STEPS = [
    "risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias", "large_effect",
    "dose_response", "plausible_confounding",
]  # fmt: skip
BAD_INPUT = [
    ("a figure upside down", {"figures-0-low": "50"}, "The low end of a figure cannot be above its high end."),
    (
        "“up to” with two equal ends",
        {"figures-0-low": "33"},
        "“Up to” and “less than” have a high end only: leave the low end empty.",
    ),
    (
        "“at least” with two equal ends",
        {"figures-0-bound": "at_least", "figures-0-low": "33"},
        "“At least” and “more than” have a low end only: leave the high end empty.",
    ),
    (
        "evidence from nobody",
        {"evidence-0-n": "0"},
        "Participants: expected a whole number above 0; leave it empty where it is not known.",
    ),
    (
        "a value outside its interval",
        {"evidence-0-findings-0-value": "99"},
        "The value lies outside its own confidence interval.",
    ),
    (
        "an arm with words for a number",
        {"evidence-0-findings-0-arms": "zinc | sixty"},
        "Line 1: “sixty” is no number; expected a whole number of at least 1.",
    ),
    (
        "a step without a reason",
        {"assessments-0-inconsistency": "-1", "assessments-0-reason_inconsistency": ""},
        "Inconsistency is rated -1 without a reason.",
    ),
    (
        "a quote that the article does not have",
        {"occurrences-0-quote": "zinc makes everybody immortal at once"},
        "The words are not in the text. Copy the quote from A1 version 1 as it is printed there.",
    ),
    (
        "a target without its unit",
        {"assessments-0-target_kind": "mid", "assessments-0-target_values": "3"},
        "Give the unit of the values, for ratios which ratio (risk ratio); decimals have a point.",
    ),
    (
        "values of a target without its kind",
        {"assessments-0-target_values": "3", "assessments-0-target_unit": "days"},
        "Choose what the values are: a difference or a range.",
    ),
    (
        "half of what an information size needs",
        {"assessments-0-ois_sd": "3"},
        "An optimal information size needs a control risk with a relative reduction",
    ),
    ("evidence without a source", {**NEW_EVIDENCE}, "This field is required."),
    (
        "the same outcome twice",
        {
            "assessments-TOTAL_FORMS": "2",
            "assessments-1-start": "low",
            "assessments-1-ruleset": "core-grade-2025",
            **{f"assessments-1-{name}": "0" for name in STEPS},
        },
        "The claim as a whole is assessed already: change that assessment, or name another outcome.",
    ),
]


@pytest.mark.parametrize(("changes", "message"), [row[1:] for row in BAD_INPUT], ids=[row[0] for row in BAD_INPUT])
def test_bad_input_is_said_at_its_place_and_nothing_is_kept(ada: Client, changes: dict[str, str], message: str) -> None:
    claim = make_claim()
    before = snapshot()
    response = save_claim(ada, claim, statement="Half saved?", **changes)
    assert snapshot() == before
    assert message in response.content.decode().replace("&#x27;", "'")
    assert "Half saved?" in response.content.decode()


def test_findings_alone_ask_for_their_source(ada: Client) -> None:
    claim = make_claim()
    only_finding = {name: value for name, value in NEW_EVIDENCE.items() if "findings" in name or "TOTAL" in name}
    response = save_claim(ada, claim, **only_finding, **{"evidence-1-position": "1"})
    assert "Choose the source that reports this finding" in response.content.decode()
    assert Finding.objects.count() == 1


def test_what_only_the_verb_refuses_rolls_the_whole_page_back(ada: Client) -> None:
    """No field of the form knows how long a topic may be; the verb does, after the statement was saved."""
    claim = make_claim()
    before = snapshot()
    response = save_claim(ada, claim, statement="Half saved?", new_topics="z" * 101)
    page = response.content.decode()
    assert snapshot() == before
    assert "Name: Ensure this value has at most 100 characters (it has 101)." in page
    assert "Half saved?" in page


def test_the_same_source_twice_is_refused(ada: Client) -> None:
    claim = make_claim()
    before = snapshot()
    response = save_claim(ada, claim, **{**NEW_EVIDENCE, "evidence-1-source": str(claim.evidence.get().source_id)})
    assert snapshot() == before
    assert "Two rows have the same source" in response.content.decode()


def test_removed_parts_leave_their_history(ada: Client) -> None:
    claim = make_claim()
    finding = Finding.objects.get()
    Finding.objects.filter(pk=finding.pk).update(figure=claim.figures.get())
    save_claim(ada, claim, **{"figures-0-DELETE": "on"})
    finding.refresh_from_db()
    assert (claim.figures.count(), finding.figure) == (0, None)
    assert finding.history.first().figure_id is None
    save_claim(ada, claim, **{"evidence-0-findings-0-DELETE": "on"})
    assert Finding.history.filter(id=finding.pk).first().history_type == "-"
    save_claim(ada, claim, **{"evidence-0-DELETE": "on", "occurrences-0-DELETE": "on"})
    assert (claim.evidence.count(), claim.occurrences.count()) == (0, 0)
    assert Event.objects.filter(verb__in=["unlink_evidence", "remove_occurrence"]).count() == 2


def test_a_new_row_is_proposed_behind_those_that_are_there(ada: Client) -> None:
    claim = make_claim(figures=[{"position": 1}, {"position": 4}])
    formsets = {item.formset.prefix: item.formset for item in ada.get(page_of(claim)).context["inline_admin_formsets"]}
    assert formsets["figures"].empty_form["position"].value() == 5
    assert formsets["evidence"].forms[0].findings.forms[-1]["position"].value() == 1


def test_a_moved_quote_is_placed_in_the_text(ada: Client) -> None:
    claim = make_claim()
    save_claim(ada, claim, **{"occurrences-0-quote": "They work best when taken early"})
    occurrence = claim.occurrences.get()
    assert occurrence.version.text[occurrence.start : occurrence.end] == "They work best when taken early"
    assert occurrence.prefix.endswith("whatever the dose. ")


def test_a_submitted_claim_is_a_draft_again_after_a_change(ada: Client) -> None:
    claim = make_claim()
    submit_claim(claim=claim, user=make_curator("ben"))
    response = save_claim(ada, claim, **{"evidence-0-findings-0-note": "Read again."})
    claim.refresh_from_db()
    assert claim.status == "draft"
    assert "C1 was submitted. Because of this change it is a draft again: submit it anew." in messages_of(response)


def test_an_unchanged_submitted_claim_stays_submitted(ada: Client) -> None:
    claim = make_claim()
    submit_claim(claim=claim, user=make_curator("ben"))
    save_claim(ada, claim)
    claim.refresh_from_db()
    assert claim.status == "submitted"


def test_a_change_by_somebody_else_in_between_is_told_once(ada: Client, ben: Client) -> None:
    claim = make_claim()
    stale = read_form(ada, page_of(claim), FORM)
    save_claim(ben, claim, statement="Ben's words")
    response = ada.post(page_of(claim), {**stale, "statement": "Ada's words", "_continue": "1"})
    claim.refresh_from_db()
    assert claim.statement == "Ben's words"
    assert "ben changed this claim while you had it open (revise claim" in response.content.decode()
    again = {**stale, "statement": "Ada's words", "seen": str(Event.objects.first().pk), "_continue": "1"}
    ada.post(page_of(claim), again)
    claim.refresh_from_db()
    assert claim.statement == "Ada's words"


def test_computed_verdict_reasons_and_steps_stand_beside_the_fields(ada: Client) -> None:
    claim = make_claim(
        figures=[{"verdict": "unsourced", "explanation": "Nobody says it."}],
        evidence=[{"findings": [{"value": 20.0, "ci_low": 5.0, "ci_high": 21.0, "unit": "days"}]}],
    )
    figure, page = claim.figures.get(), ada.get(page_of(claim)).content.decode().replace("&#x27;", "'")
    assert figure.computed_reasons
    for reason in figure.computed_reasons:
        assert reason in page
    assert "both are kept and shown" in page
    assert "starts at high" in page
    codes = f"<td><code>{figure.computed_verdict}</code></td><td><code>unsourced</code></td>"
    assert f"{codes}<td>Nobody says it.</td>" in page
    assert '<ul class="problems"><li>' in page


def test_no_json_is_shown(ada: Client) -> None:
    claim = make_claim(evidence=[{"indirectness": ["dose"], "findings": [{"arms": [{"label": "zinc", "n": 5}]}]}])
    fields = read_form(ada, page_of(claim), FORM)
    assert fields["evidence-0-findings-0-arms"] == "zinc | 5"
    assert fields["evidence-0-indirectness"] == ["dose"]
    assert [name for name, value in fields.items() if str(value).startswith(("{", "[{"))] == []


@pytest.mark.parametrize("item_count", [1, 3])
def test_the_page_needs_the_same_queries_however_much_is_on_it(
    ada: Client, item_count: int, django_assert_num_queries: Any
) -> None:
    claim = make_claim(
        figures=[{}] * item_count,
        evidence=[{"findings": [{}] * item_count}] * item_count,
        assessments=[{"outcome": str(place)} for place in range(item_count)],
    )
    with django_assert_num_queries(35):
        ada.get(page_of(claim))


def test_the_page_says_what_is_missing(ada: Client) -> None:
    claim = make_claim(verdict="", assessments=[])
    page = ada.get(page_of(claim)).content.decode()
    assert "Choose a verdict for the claim." in page
    assert "Record an assessment: the claim has evidence, but its certainty is not rated." in page


def test_view_on_site_leads_to_the_public_page(ada: Client) -> None:
    draft, published = make_claim(), make_published_claim()
    assert "viewsitelink" not in ada.get(page_of(draft)).content.decode()
    assert f'href="/claims/{published.name}/" class="viewsitelink"' in ada.get(page_of(published)).content.decode()


def test_somebody_who_may_only_look_changes_nothing(ada: Client, reader: Client) -> None:
    claim = make_claim()
    before = snapshot()
    assert reader.get(page_of(claim)).status_code == 200
    fields = {**read_form(ada, page_of(claim), FORM), "statement": "Mine now"}
    assert reader.post(page_of(claim), fields).status_code == 403
    assert snapshot() == before
