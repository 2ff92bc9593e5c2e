"""What must hold for any figure and any findings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.figures.checking import check_figure
from claims.figures.elemental import elemental_fraction
from claims.figures.quantity import Bound, Direction, Figure, FigureVerdict, Finding, Statistic
from claims.figures.units import convert

SUBSTANCE = "magnesium"
CHANGES = st.sampled_from([-55, -40, -25, -12, 0, 10, 40])
BOUNDS = st.sampled_from(sorted(Bound))


def numbers(values: st.SearchStrategy[int], **fixed: object) -> st.SearchStrategy[Finding]:
    """Return findings with a number from ``values`` and every sort of limit."""
    return st.builds(
        Finding,
        key=st.uuids().map(str),
        what=st.sampled_from(["Soreness", "Fall in soreness", "Soreness within the tablet group"]),
        value=values,
        subgroup=st.booleans(),
        source=st.sampled_from(["A", "B", "C"]),
        stance=st.sampled_from(["supports", "contradicts", "context"]),
        design=st.sampled_from(["rct-parallel", "meta-analysis", "animal", "guideline"]),
        indirectness=st.sampled_from([frozenset(), frozenset({"form"})]),
        scope=st.sampled_from(["full-text", "abstract"]),
        cluster=st.sampled_from([None, "one"]),
        n=st.sampled_from([None, None, 20, 900]),
        notices=st.sampled_from([(), (), ("retraction",), ("correction",)]),
        **{name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in fixed.items()},
    )


FALLS = numbers(CHANGES, figure=st.sampled_from(["f", "f", "other"]), unit="%", statistic=Statistic.RELATIVE_CHANGE)
DOSES = numbers(st.sampled_from([248, 300, 302, 350, 600]), figure="f", unit="mg/day", intervention="magnesium oxide")
LESS = st.builds(
    lambda bound: Figure("40 %", 40, 40, "%", bound, Statistic.RELATIVE_CHANGE, Direction.DECREASE, key="f"), BOUNDS
)


@settings(deadline=None)
@given(LESS, st.lists(FALLS, max_size=6), st.randoms())
def test_the_order_of_findings_never_matters(figure: Figure, findings: list[Finding], random: object) -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert check_figure(figure, shuffled) == check_figure(figure, findings)


def in_unit(finding: Finding, unit: str) -> Finding:
    value = convert(finding.value or 0.0, "mg/day", unit, substance=SUBSTANCE)
    return replace(finding, value=value, unit=unit)


@settings(deadline=None)
@given(
    BOUNDS, st.lists(DOSES, max_size=4), st.sampled_from(["g/day", "µg per day", "mmol/day", "mEq/d", "mg/week"]),
    st.sampled_from(["mg/day", "g per day", "mmol/24 h"]),
)  # fmt: skip
def test_converting_units_never_changes_a_verdict(bound: Bound, doses: list[Finding], unit: str, to: str) -> None:
    figure = Figure("300 mg of elemental magnesium", 300, 300, "mg/day", bound, Statistic.DOSE, key="f")
    low = convert(300, "mg/day", to, substance=SUBSTANCE)
    converted = replace(figure, low=low, high=low, unit=to)
    verdict = check_figure(figure, doses).verdict
    assert check_figure(converted, doses).verdict is verdict
    assert check_figure(figure, [in_unit(finding, unit) for finding in doses]).verdict is verdict


#: A claimed weight of a compound, as a number with its unit, and what the finding is taken over.
COMPOUND_WEIGHTS = st.sampled_from(
    [(2000.0, "mg {}/day", "/day"), (2.0, "g of {} per day", " per day"), (2e6, "µg {}/24 h", "/day"),
     (14000.0, "mg {} a week", " daily"), (2000.0, "mg {}/kg/day", "/kg/day"), (2000.0, "mg {}", "")]
)  # fmt: skip


@settings(deadline=None)
@given(
    BOUNDS, st.sampled_from(["glycinate", "magnesium oxide", "magnesium citrate"]), COMPOUND_WEIGHTS,
    st.sampled_from(["mg elemental", "g elemental", "mmol", "mEq", "µmol"]), st.sampled_from([0.5, 0.95, 1.0, 1.2]),
)  # fmt: skip
def test_a_compound_and_its_element_give_one_verdict_in_any_unit(
    bound: Bound, name: str, weight: tuple[float, str, str], unit: str, share: float
) -> None:
    def verdict(weight: tuple[float, str, str], unit: str) -> FigureVerdict:
        number, claimed, rest = weight
        figure = Figure(f"2,000 mg of {name}", number, number, claimed.format(name), bound, Statistic.DOSE, key="f")
        element = 2000 * elemental_fraction(name).fraction * share
        found = convert(element, "mg", unit.removesuffix(" elemental"), substance=SUBSTANCE)
        return check_figure(figure, [Finding("d", "Dose", "f", value=found, unit=f"{unit}{rest}")]).verdict

    assert verdict(weight, unit) is verdict((2000.0, "mg {}/day", "/day"), "mg elemental")


@settings(deadline=None)
@given(BOUNDS, st.lists(st.sampled_from([0, 50, 73, 97, 100, 150]), max_size=4))
def test_fold_and_per_cent_give_one_verdict(bound: Bound, percents: list[int]) -> None:
    found = [
        Finding(str(place), "Level", "f", value=percent, unit="%", statistic=Statistic.RELATIVE_CHANGE)
        for place, percent in enumerate(percents)
    ]
    as_fold = Figure("2-fold", 2, 2, "fold", bound, Statistic.RELATIVE_CHANGE, Direction.INCREASE, key="f")
    # The words stay: they tell how precisely the claim is printed, "2-fold" less so than "100 %".
    as_percent = replace(as_fold, low=100, high=100, unit="%")
    in_fold = [replace(finding, value=1 + (finding.value or 0) / 100, unit="fold") for finding in found]
    verdict = check_figure(as_percent, found).verdict
    assert check_figure(as_fold, found).verdict is verdict
    assert check_figure(as_percent, in_fold).verdict is verdict
    assert check_figure(as_fold, in_fold).verdict is verdict


@settings(deadline=None)
@given(LESS, st.lists(FALLS, max_size=4), st.lists(st.uuids(), min_size=1, max_size=4), st.sampled_from([None, 5, 400]))
def test_more_support_never_turns_confirmed_into_not_in_sources(
    figure: Figure, findings: list[Finding], keys: list[object], people: int | None
) -> None:
    direct = [
        Finding(
            str(key), "Soreness", "f", value=-40, unit="%", statistic=Statistic.RELATIVE_CHANGE, source=f"S{key}",
            stance="supports", design="rct-parallel", n=people,
        )
        for key in keys
    ]  # fmt: skip
    if check_figure(figure, findings).verdict is FigureVerdict.CONFIRMED:
        verdict = check_figure(figure, [*findings, *direct]).verdict
        assert verdict is FigureVerdict.CONFIRMED


@settings(max_examples=200, deadline=None)
@given(LESS, st.lists(FALLS, max_size=4))
def test_retracting_what_confirms_removes_confirmed(figure: Figure, findings: list[Finding]) -> None:
    confirming = {finding.source for finding in findings if abs(finding.value or 0) == 40}
    retracted = [
        replace(finding, notices=("retraction",)) if finding.source in confirming else finding for finding in findings
    ]
    check = check_figure(figure, retracted)
    lost = {finding.key for finding in retracted if finding.source in confirming}
    assert not lost & set(check.rests_on)
    if figure.bound is Bound.EXACTLY:
        assert check.verdict is not FigureVerdict.CONFIRMED


@settings(deadline=None)
@given(LESS, st.lists(FALLS, max_size=6), st.sampled_from(["none", "vague", "named-source"]))
def test_every_check_explains_itself(figure: Figure, findings: list[Finding], attribution: str) -> None:
    check = check_figure(figure, findings, attribution=attribution)
    assert check.reasons
    assert all(reason[-1] == "." for reason in check.reasons)
    assert [note.finding for note in check.notes] == sorted(finding.key for finding in findings)
    assert {note.finding for note in check.notes if note.counted} == set(check.rests_on)
    recorded = {finding.key for finding in findings if finding.figure == "f"}
    assert set(check.rests_on) <= recorded
