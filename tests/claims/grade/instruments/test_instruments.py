"""What holds for every instrument: complete charts, wording, no judgement without answers, pinned content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from claims.grade.instruments.amstar2 import CountFlaws
from claims.grade.instruments.charts import Ask, Step, Undecided, asks
from claims.grade.instruments.describe import NotJudged, describe, fingerprint, traffic_light
from claims.grade.instruments.domains import DomainSpec, judge_domain
from claims.grade.instruments.instrument import Instrument, Triage
from claims.grade.instruments.overall import WorstDomain
from claims.grade.instruments.questions import Answer
from claims.grade.instruments.registry import INSTRUMENTS, instrument, judge
from claims.words import Word

FINGERPRINTS = {
    "rob2-2019-assignment": "b31b831c72e8459b80713341d216929c4e05acb669d28135d969222375d4618d",
    "rob2-2019-adhering": "a2d08e59ff00d81faacb7a14e85edbce009fb5fbd5d05863c0037fdb5fb80aaf",
    "robins-i-2016": "2b28184708723b11e6033cb5042bb40b842a531e5570e33122525563f67f9a13",
    "robins-i-v2-draft-2025": "61701c86099622be9f235a84b6fefe41df2a9a219df77f8a407bccaaf65f7799",
    "robins-i-v2-draft-2025-11-20": "fdfd438d0236f620a1ef3ddf8a9fff18101cdffd539346039d5e28062e14dae4",
    "amstar2-2017": "5f577fe29aae1b94dc32ba95d716a8dae1ff473632b7e83718ac4837806a48bd",
}


def specs(found: Instrument) -> tuple[DomainSpec, ...]:
    return (found.triage, *found.domains) if found.triage else found.domains


SPECS = [
    pytest.param(found, spec, id=f"{found.id} {spec.id}") for found in INSTRUMENTS.values() for spec in specs(found)
]


def routes(step: Step) -> Iterator[tuple[dict[str, str], Word | Undecided]]:
    """Yield each way through a chart: the answers on it (one per branch) and its end."""
    if not isinstance(step, Ask):
        yield {}, step
        return
    for answers, after in step.branches:
        for rest, end in routes(after):
            yield {step.question: answers[0].value, **rest}, end


def charts(spec: DomainSpec) -> list[Ask]:
    return [part.chart for part in spec.parts] + [part.chart for _, part in spec.then]


def test_the_instruments_are_known_by_their_ids() -> None:
    assert list(INSTRUMENTS) == [
        "rob2-2019-assignment",
        "rob2-2019-adhering",
        "robins-i-2016",
        "robins-i-v2-draft-2025",
        "robins-i-v2-draft-2025-11-20",
        "amstar2-2017",
    ]
    assert [instrument(code).id for code in INSTRUMENTS] == list(INSTRUMENTS)


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_content_is_pinned(code: str) -> None:
    assert fingerprint(instrument(code)) == FINGERPRINTS[code], (
        f"The content of {code} has changed. Appraisals kept under this id must stay readable by the same words and "
        "rules: leave this instrument as it was and make the changed one under a new id."
    )


def test_a_changed_rule_or_text_changes_the_fingerprint_and_a_corrected_source_does_not() -> None:
    found = instrument("amstar2-2017")
    first = found.domains[0]
    reworded = replace(first, questions=(replace(first.questions[0], text="Is it?"),))
    assert fingerprint(replace(found, source="corrected")) == fingerprint(found)
    assert fingerprint(replace(found, domains=(reworded, *found.domains[1:]))) != fingerprint(found)
    assert fingerprint(replace(found, overall=CountFlaws(("2",)))) != fingerprint(found)


@pytest.mark.parametrize(("found", "spec"), SPECS)
def test_every_allowed_answer_has_exactly_one_branch(found: Instrument, spec: DomainSpec) -> None:
    allowed = {question.id: question.answers for question in spec.questions}
    for chart in charts(spec):
        for asked in asks(chart):
            taken = [answer for answers, _ in asked.branches for answer in answers]
            assert len(taken) == len(set(taken))
            assert set(allowed[asked.question]) - {Answer.NA} == set(taken) - {Answer.NA}


@pytest.mark.parametrize(("found", "spec"), SPECS)
def test_every_question_is_used_and_a_conditional_one_is_hidden_at_first(found: Instrument, spec: DomainSpec) -> None:
    used = {asked.question for chart in charts(spec) for asked in asks(chart)}
    assert used == {question.id for question in spec.questions}
    for question in spec.questions:
        assert question.asked_when({}) is not question.conditional


@pytest.mark.parametrize(("found", "spec"), SPECS)
def test_each_way_through_a_chart_needs_each_of_its_answers(found: Instrument, spec: DomainSpec) -> None:
    for part in (*spec.parts, *(settling for _, settling in spec.then)):
        single = DomainSpec(spec.id, spec.label, spec.questions, (part,))
        for answers, end in routes(part.chart):
            whole = judge_domain(single, answers)
            assert whole.judgement == (None if isinstance(end, Undecided) else end)
            for removed in answers:
                fewer = judge_domain(single, {code: given for code, given in answers.items() if code != removed})
                assert (fewer.judgement, fewer.complete, fewer.missing) == (None, False, (removed,))


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_judgement_can_be_reached_and_nothing_else(code: str) -> None:
    ends = {end for spec in instrument(code).domains for chart in charts(spec) for _, end in routes(chart)}
    assert {end for end in ends if isinstance(end, Word)} == set(instrument(code).judgements)


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_nothing_answered_is_nothing_judged(code: str) -> None:
    result = judge(code, {})
    assert (result.overall, result.complete, result.computed) == (None, False, None)
    assert [found.judgement for found in result.domains] == [None] * len(instrument(code).domains)
    assert all(found.missing for found in result.domains)


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_question_ids_are_unique_and_texts_are_written(code: str) -> None:
    questions = instrument(code).questions()
    assert len({question.id for question in questions}) == len(questions)
    assert [question.id for question in questions if not (question.text.endswith("?") and question.help)] == []


WORDS = {type(word) for found in INSTRUMENTS.values() for q in found.questions() for word in q.answers}
SHOWN = {word for found in INSTRUMENTS.values() for word in (found.judgements, found.overall_words)} | {NotJudged}


@pytest.mark.parametrize("words", sorted(WORDS | SHOWN | {Triage}, key=str))
def test_every_word_has_a_label_and_a_definition(words: type[Word]) -> None:
    assert [word for word in words if not (word.label and word.definition)] == []
    assert len({word.label for word in words}) == len(words)


@pytest.mark.parametrize("words", sorted(SHOWN, key=str))
def test_every_judgement_has_a_symbol_of_its_own(words: type[Word]) -> None:
    assert len({word.symbol for word in words} - {""}) == len(words)


@pytest.mark.parametrize(
    "code", ["rob2-2019-assignment", "robins-i-2016", "robins-i-v2-draft-2025", "robins-i-v2-draft-2025-11-20"]
)
def test_a_worse_domain_never_makes_a_better_whole(code: str) -> None:
    found = instrument(code)
    assert isinstance(found.overall, WorstDomain)
    spec = found.domains[0]
    order = list(found.judgements)
    ends = {
        end: judge_domain(spec, answers)
        for answers, end in routes(spec.parts[0].chart)
        if not isinstance(end, Undecided)
    }
    ranked = [ends[level] for level in order if level in ends]
    for other in ranked:
        overall = [found.overall.settle((judged, other)).computed for judged in ranked]
        places = [order.index(level) for level in overall if level is not None]
        assert len(places) == len(ranked)
        assert places == sorted(places)


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_the_description_is_plain_data_with_every_question_and_line(code: str) -> None:
    said = describe(instrument(code))
    assert json.loads(json.dumps(said)) == said
    assert [domain["id"] for domain in said["domains"]] == [spec.id for spec in specs(instrument(code))]
    listed = [question["id"] for domain in said["domains"] for question in domain["questions"]]
    assert listed == [question.id for question in instrument(code).questions()]
    for domain, spec in zip(said["domains"], specs(instrument(code)), strict=True):
        assert [len(rule["lines"]) for rule in domain["rules"]] == [len(list(routes(chart))) for chart in charts(spec)]


def test_a_corrected_reading_leaves_the_fingerprint_alone() -> None:
    found = instrument("robins-i-v2-draft-2025-11-20")
    corrected = replace(found.domains[0], readings=("Read again.",))
    assert fingerprint(replace(found, origin="", domains=(corrected, *found.domains[1:]))) == fingerprint(found)


def test_a_line_of_a_chart_reads_as_a_sentence() -> None:
    rules = describe(instrument("rob2-2019-assignment"))["domains"][0]["rules"]
    assert rules[0]["lines"][:2] == [
        "1.2 no or probably no: high",
        "1.2 yes or probably yes; 1.1 no or probably no: some concerns",
    ]


def test_the_traffic_light_shows_word_and_symbol() -> None:
    answers = {"1.2": "N", "3.1": "Y", "5.2": "NI", "5.3": "N"}
    assert traffic_light(judge("rob2-2019-assignment", answers)) == (
        ("Randomisation", "high", "✗"),
        ("Deviations from what was intended (effect of assignment)", "not complete", "…"),
        ("Missing outcome data", "low", "+"),
        ("Measurement of the outcome", "not complete", "…"),
        ("Selection of the reported result", "some concerns", "!"),
        ("Overall", "not complete", "…"),
    )


def test_the_traffic_light_tells_undecided_from_unanswered() -> None:
    answers = {"2.1": "N", "2.2": "N", "2.3": "SY", "2.4": "WY"}
    lights = traffic_light(judge("robins-i-v2-draft-2025", answers))
    assert lights[0] == ("Before the domains", "not complete", "…")
    assert lights[2] == ("Classification of interventions", "undecided: see the official chart", "⁇")
