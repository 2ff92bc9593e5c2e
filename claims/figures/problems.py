"""A problem found in what a source reports: which check, what it says, and the numbers it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One inconsistency in a finding; ``numbers`` are the names and values that the message states."""

    code: str
    message: str
    numbers: tuple[tuple[str, float], ...] = ()


#: Code -> what the check compares; the methodology page prints it.
CHECKS: dict[str, str] = {
    "range_reversed": "the low end of a reported range is not above its high end",
    "interval_reversed": "the low end of an interval is not above its high end",
    "value_outside_interval": "the value lies inside its own interval",
    "interval_asymmetric": "the value lies in the middle of its interval: of a difference as it stands, of a ratio on "
    "the logarithmic scale",
    "interval_against_p": "the printed p agrees with the p that follows from value and interval",
    "p_out_of_range": "a printed p lies between 0 and 1",
    "events_above_n": "no group has more events than people, nor fewer than none",
    "percent_against_events": "the percentage, or the difference of two, follows from events and group sizes",
    "sign_against_groups": "a difference below 0 means that the first group has less than the second",
    "impossible_number": "a share lies between 0 and 100 %, no ratio and no standard deviation is below 0, nothing "
    "falls by more than 100 %, no mean lies outside its scale",
    "effect_against_groups": "a relative change, a risk ratio or an odds ratio follows from the two groups, with a "
    "tenth of it as room for adjustment",
    "percent_against_n": "a percentage of people is a whole number of people (GRIM)",
    "mean_against_n": "a mean of whole points is a whole sum divided by the number of people (GRIM)",
    "arms_above_n": "the groups of a parallel trial together are not larger than the trial",
    "value_against_arms": "the value is the difference of the two group means",
    "smd_against_arms": "the standardised difference follows from means and standard deviations",
    "smd_sign": "a standardised difference of two means is below 0 where the first mean is the lower one",
}
