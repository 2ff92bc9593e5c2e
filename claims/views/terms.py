"""Terms that pages use and that are no value of a vocabulary: statistics, ratings, and words of this site."""

from __future__ import annotations

from claims.words import Word


class Term(Word):
    """Words of statistics, of rating evidence and of this site."""

    CLAIM = "claim", "claim", "", "One statement that can be judged alone, in the words of a curator."
    ARTICLE = (
        "article",
        "article",
        "",
        "A text that makes claims. The studies that claims are held against are sources.",
    )
    OCCURRENCE = (
        "occurrence",
        "occurrence",
        "",
        "A place where an article makes a claim: the passage and where it stands.",
    )
    TOPIC = "topic", "topic", "", "A subject that claims are filed under. A claim can have several."
    FIGURE = "figure", "figure", "", "A number that a claim states, with its unit and what it counts or measures."
    FINDING = "finding", "finding", "", "One result that a source reports, with its numbers."
    CHECKED = (
        "checked-against",
        "checked against",
        "",
        "How much of the sources was read to judge the claim. “Sources that bear on it” leaves out those for context.",
    )
    FLAGGED = (
        "flagged-figure",
        "flagged figure",
        "⚑",
        "A figure that is neither confirmed by a source nor follows from what one reports.",
    )
    UNSUPPORTED = (
        "unsupported-figure",
        "unsupported figure",
        "",
        "A flagged figure that no source contains: it is not in the sources read, or there was none to read.",
    )
    ACCURATE = (
        "accurate-wording",
        "accurate wording",
        "",
        "How the claim could be put so that the evidence bears it out.",
    )
    FACTS = (
        "evidence-facts",
        "Evidence Facts",
        "",
        "The box on a claim's page that sums up verdict, figures, certainty and evidence.",
    )
    OMISSION = "omission", "omission", "", "Something that matters to a reader and that the article does not say."
    RULESET = (
        "ruleset",
        "ruleset",
        "",
        "A named edition of the rules. A document keeps the name of those it was judged by.",
    )
    OVERRIDE = (
        "override",
        "override",
        "",
        "A curator's choice of another value than the rules give. Both are shown, with the reason and the name.",
    )
    PARTICIPANTS = (
        "participants",
        "participants",
        "",
        "The people whose results were counted; those shared by sources once.",
    )
    CRITICAL = "critical-outcome", "critical outcome", "", "An outcome that decides the overall certainty of a claim."
    CONFIDENCE = (
        "confidence-interval",
        "confidence interval",
        "",
        "The range of true values that fit the data well. With 95 % CI, 95 of 100 ranges made so hold the true value.",
    )
    P_VALUE = (
        "p-value",
        "p value",
        "",
        "How often chance alone would give a result at least this far from no effect. It says nothing of its size.",
    )
    POINT = (
        "percentage-point",
        "percentage point",
        "",
        "The difference of two percentages: from 10 % to 15 % is 5 points, and a rise by half.",
    )
    FOLD = (
        "fold",
        "-fold",
        "",
        "How many times as much: a threefold amount is three times the first one, a rise by 200 %.",
    )
    RISK_RATIO = (
        "risk-ratio",
        "risk ratio",
        "",
        "The share of people with an event in one group, divided by that in another. 1 means no difference.",
    )
    ODDS_RATIO = (
        "odds-ratio",
        "odds ratio",
        "",
        "Those with an event for each one without it, in one group divided by another. Not the same as a risk ratio.",
    )
    HAZARD_RATIO = (
        "hazard-ratio",
        "hazard ratio",
        "",
        "How much faster an event comes in one group than in another, over the whole time.",
    )
    SMD = (
        "standardised-mean-difference",
        "standardised mean difference",
        "",
        "A difference of means in standard deviations, so that different scales can be compared.",
    )
    ABSOLUTE = (
        "absolute-effect",
        "absolute effect",
        "",
        "How many more or fewer people of 1,000, or how much in natural units. A relative effect alone hides this.",
    )
    NNT = (
        "number-needed-to-treat",
        "number needed to treat",
        "",
        "How many people have to be treated for one of them to be better off than without treatment.",
    )
    INFORMATION_SIZE = (
        "information-size",
        "information size",
        "",
        "How many people it takes for a sound estimate, as a large enough trial has. With fewer, chance weighs.",
    )
