"""The 16 items of AMSTAR 2 in the project's own words; their numbers are those of the published instrument."""

from __future__ import annotations

from claims.grade.instruments.questions import Question
from claims.words import Word


class Amstar2Answer(Word):
    """The answer to an item, from best to worst."""

    YES = "yes", "yes", "+", "The review did this."
    NO_META_ANALYSIS = (
        "no_meta_analysis",
        "no meta-analysis",
        "·",
        "The review pooled nothing, so this cannot be asked.",
    )
    PARTIAL_YES = "partial_yes", "partial yes", "◐", "The review did the main part of this."
    NO = "no", "no", "✗", "The review did not do this, or does not say so."


ANSWERS = (Amstar2Answer.YES, Amstar2Answer.PARTIAL_YES, Amstar2Answer.NO)
POOLED = (*ANSWERS, Amstar2Answer.NO_META_ANALYSIS)

QUESTIONS = (
    Question("1", "Are people, treatment, comparison and outcome of the review stated?", "All four of them.", ANSWERS),
    Question("2", "Was the method fixed beforehand, and are changes explained?", "A dated protocol or entry.", ANSWERS),
    Question(
        "3", "Does the review say why it took these study designs?", "Trials only, others only, or both.", ANSWERS
    ),
    Question("4", "Was the search thorough?", "Two databases at least, terms given, no unexplained limits.", ANSWERS),
    Question("5", "Did two people choose the studies independently?", "Or agree well on a sample.", ANSWERS),
    Question("6", "Did two people extract the data independently?", "Or agree well on a sample.", ANSWERS),
    Question("7", "Are studies that were left out listed with the reason?", "Those read in full text.", ANSWERS),
    Question("8", "Are the studies described in enough detail?", "People, doses, comparisons, settings.", ANSWERS),
    Question("9", "Was the risk of bias of each study assessed well?", "By a method suited to its design.", ANSWERS),
    Question("10", "Does the review say who paid for the studies?", "Or that it looked and found nothing.", ANSWERS),
    Question("11", "Were results pooled by a proper method?", "Model, weights, heterogeneity, designs apart.", POOLED),
    Question("12", "Was it checked what risk of bias does to the pooled result?", "By leaving studies out.", POOLED),
    Question("13", "Do the conclusions take risk of bias into account?", "Or only sound studies went in.", ANSWERS),
    Question("14", "Are differences between results explained and discussed?", "Or there were none.", ANSWERS),
    Question("15", "Was it examined whether results may be unpublished?", "And what that would mean.", POOLED),
    Question("16", "Do the reviewers state their own funding and interests?", "And how they dealt with them.", ANSWERS),
)

LABELS = (
    "Question of the review",
    "Protocol",
    "Choice of study designs",
    "Search",
    "Selection by two people",
    "Extraction by two people",
    "List of excluded studies",
    "Description of studies",
    "Assessing risk of bias",
    "Funding of the studies",
    "Method of pooling",
    "Risk of bias in pooling",
    "Risk of bias in conclusions",
    "Heterogeneity",
    "Publication bias",
    "Funding of the review",
)
