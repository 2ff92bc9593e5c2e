"""ROBINS-I of 2016: risk of bias of a non-randomised study of an intervention (Sterne 2016, BMJ 355:i4919).

Its guidance has no strict chart from answers to a domain, so the appraiser judges each domain; the points to weigh
are the project's own words. The overall judgement is the worst domain; "no information" counts as worse than
moderate and better than serious, since a lack of information neither clears a study nor convicts it.
"""

from __future__ import annotations

from claims.grade.instruments.charts import ask
from claims.grade.instruments.domains import DomainSpec, Part, domain
from claims.grade.instruments.instrument import Instrument
from claims.grade.instruments.overall import Several, WorstDomain
from claims.grade.instruments.questions import Question
from claims.words import Word


class RobinsI2016Judgement(Word):
    """The risk of bias of a domain, and of the study; a well-done randomised trial is the yardstick."""

    LOW = "low", "low", "+", "As sound as a well-done randomised trial in this respect."
    MODERATE = "moderate", "moderate", "–", "Sound for a study without randomisation, but not as sound as a good trial."
    NO_INFORMATION = "no_information", "no information", "?", "Not enough is reported to judge."
    SERIOUS = "serious", "serious", "✗", "There are important problems in this respect."
    CRITICAL = "critical", "critical", "‼", "Too flawed in this respect to tell anything useful about the effect."


_LEVELS = tuple(RobinsI2016Judgement)


def _judged(number: str, label: str, text: str, *prompts: str) -> DomainSpec:
    question = Question(number, text, " ".join(prompts), _LEVELS)
    chart = ask(number, *(((level,), level) for level in _LEVELS))
    return domain(number, label, (question,), Part(label, chart), prompts=prompts)


ROBINS_I_2016 = Instrument(
    "robins-i-2016",
    "ROBINS-I (2016)",
    "Sterne JA and others, BMJ 2016;355:i4919",
    "a result of a non-randomised study that compares interventions",
    (
        _judged(
            "1",
            "Confounding",
            "How likely is it that the groups differed beforehand in what drives the outcome?",
            "Which causes of the outcome also steer who gets the treatment?",
            "Were they measured well and allowed for in the analysis?",
            "Was anything allowed for that the treatment itself may change?",
        ),
        _judged(
            "2",
            "Selection of participants",
            "Did the way people entered the study bias the comparison?",
            "Could something that happened after the start of treatment decide who was included?",
            "Do follow-up and treatment start at the same time for most people?",
            "If not, was it corrected for?",
        ),
        _judged(
            "3",
            "Classification of interventions",
            "Is it clear, and recorded in time, who received what?",
            "Are the groups well defined?",
            "Was the treatment noted when it began, without knowledge of the outcome?",
        ),
        _judged(
            "4",
            "Deviations from intended interventions",
            "Did people depart from their treatment in a way that biases the effect of interest?",
            "State whether starting or keeping to the treatment is of interest.",
            "Were there departures beyond ordinary practice, or other treatments unequally used?",
            "Did the analysis deal with them?",
        ),
        _judged(
            "5",
            "Missing data",
            "Could data that are missing have biased the result?",
            "How complete are outcome, treatment and confounders?",
            "Are amounts and reasons alike in the groups?",
            "Does the result hold under other assumptions?",
        ),
        _judged(
            "6",
            "Measurement of outcomes",
            "Could the outcome have been measured differently in the groups?",
            "Could knowing the treatment sway the measurement, and was it known?",
            "Were the methods alike in all groups?",
        ),
        _judged(
            "7",
            "Selection of the reported result",
            "Is the result likely to have been picked among several?",
            "Were there several measurements, analyses or subgroups to pick from?",
            "Is there a plan that was made before, and does the result follow it?",
        ),
    ),
    RobinsI2016Judgement,
    RobinsI2016Judgement,
    WorstDomain(RobinsI2016Judgement.LOW, (Several(RobinsI2016Judgement.SERIOUS, 2, RobinsI2016Judgement.CRITICAL),)),
    "Each domain is judged by the appraiser; the instrument sets out no chart from answers to judgements.",
)
