"""The words of appraisal: verdict, certainty, stance, design, indirectness, risk of bias, what was read.

Sources of the definitions: GRADE (Guyatt 2008; Hultcrantz 2017 for certainty), RoB 2 (Sterne 2019) for risk
of bias; the rest are the project's own and are printed on the methodology page from here.
"""

from __future__ import annotations

from claims.words import Word


class Certainty(Word):
    """How sure one can be that the true effect is what the evidence says (GRADE)."""

    HIGH = "high", "high", "⊕⊕⊕⊕", "Very confident that the true effect lies close to the estimate."
    MODERATE = (
        "moderate",
        "moderate",
        "⊕⊕⊕◯",
        "The true effect is likely close to the estimate, but may be substantially different.",
    )
    LOW = "low", "low", "⊕⊕◯◯", "The true effect may be substantially different from the estimate."
    VERY_LOW = (
        "very_low",
        "very low",
        "⊕◯◯◯",
        "The true effect is likely to be substantially different from the estimate.",
    )


class Verdict(Word):
    """How the claim as worded stands against the evidence; not the same as certainty."""

    SUPPORTED = "supported", "supported", "✓", "The evidence found agrees with the claim as worded."
    PARTLY_SUPPORTED = (
        "partly_supported",
        "partly supported",
        "◐",
        "Part of the claim agrees with the evidence, or only under conditions that it leaves out.",
    )
    UNSUPPORTED = (
        "unsupported",
        "unsupported",
        "∅",
        "No adequate evidence was found; this is not proof of the opposite.",
    )
    CONTRADICTED = "contradicted", "contradicted", "✗", "The best evidence found points the other way."
    MISLEADING = (
        "misleading",
        "misleading",
        "⚠",
        "A true kernel is put so that a reader is likely to draw a wrong conclusion.",
    )
    NOT_CHECKABLE = "not_checkable", "not checkable", "?", "Not something that evidence could settle."
    UNTESTED = "untested", "untested", "–", "Nobody was found to have studied it; this is never the same as no effect."


class Stance(Word):
    """How one source bears on this claim."""

    SUPPORTS = "supports", "supports", "+", "What the source found agrees with the claim."
    PARTLY_SUPPORTS = "partly_supports", "partly supports", "◐", "Agrees in part or under conditions."
    CONTRADICTS = "contradicts", "contradicts", "−", "What the source found disagrees with the claim."
    INCONCLUSIVE = "inconclusive", "inconclusive", "?", "Bears on the claim, but cannot tell either way."
    CONTEXT = "context", "context", "·", "Helps to understand the claim without testing it."


class Kind(Word):
    """What sort of claim it is."""

    EFFICACY = "efficacy", "efficacy", "", "That it works for an outcome that people notice."
    SAFETY = "safety", "safety", "", "That it does or does not do harm."
    MECHANISM = "mechanism", "mechanism", "", "How it acts in the body."
    PHARMACOKINETICS = "pharmacokinetics", "pharmacokinetics", "", "How it is taken up, spread and excreted."
    DOSAGE = "dosage", "dosage", "", "How much to take, and how."
    COMPARISON = "comparison", "comparison", "", "That one thing is better or worse than another."
    DEFINITION = "definition", "definition", "", "What something is."
    PREVALENCE = "prevalence", "prevalence", "", "How common something is."
    OPINION = "opinion", "opinion", "", "A judgement that no study can settle."


class WordingStrength(Word):
    """How strongly the article words the claim."""

    ABSOLUTE = "absolute", "absolute", "", "Stated as a plain fact."
    CAUSAL = "causal", "causal", "", "Stated as cause and effect."
    ASSOCIATIONAL = "associational", "associational", "", "Stated as going together."
    HEDGED = "hedged", "hedged", "", "Stated with may, can or might."


class Attribution(Word):
    """What the article offers as its own source."""

    NONE = "none", "none", "", "The article gives no source."
    VAGUE = "vague", "vague", "", "The article appeals to studies without naming any."
    NAMED_SOURCE = "named-source", "named source", "", "The article names a source."


class Design(Word):
    """How a source came to its result."""

    META_ANALYSIS = "meta-analysis", "meta-analysis", "", "Pools the results of several studies."
    SYSTEMATIC_REVIEW = (
        "systematic-review",
        "systematic review",
        "",
        "Searches for and sums up studies by a stated method.",
    )
    RCT_PARALLEL = "rct-parallel", "randomised trial, parallel groups", "", "People are allotted to groups by chance."
    RCT_CROSSOVER = (
        "rct-crossover",
        "randomised trial, crossover",
        "",
        "Each person receives the treatments in random order.",
    )
    NONRANDOMISED_TRIAL = (
        "nonrandomised-trial",
        "non-randomised trial",
        "",
        "A treatment is given, but not allotted by chance.",
    )
    COHORT = "cohort", "cohort study", "", "People are followed over time."
    CASE_CONTROL = "case-control", "case-control study", "", "People with and without a condition are compared."
    CROSS_SECTIONAL = "cross-sectional", "cross-sectional study", "", "People are measured at one time."
    CASE_SERIES = "case-series", "case series", "", "Several cases are described."
    CASE_REPORT = "case-report", "case report", "", "One case is described."
    PRODUCT_SURVEY = "product-survey", "product survey", "", "Products or users of products are surveyed."
    ANIMAL = "animal", "animal study", "", "Done in animals."
    IN_VITRO = "in-vitro", "laboratory study", "", "Done on cells, tissue or in a test tube."
    GUIDELINE = "guideline", "guideline or official value", "", "A body of experts recommends or sets a value."
    NARRATIVE_REVIEW = "narrative-review", "narrative review", "", "Sums up studies without a stated method."
    EXPERT_OPINION = "expert-opinion", "expert opinion", "", "What an expert or a maker says."


class Indirectness(Word):
    """In what respect the evidence differs from what the claim is about."""

    SPECIES = "species", "other species", "", "Animals or cells stand in for people."
    POPULATION = "population", "other people", "", "Other people than those the claim is about."
    FORM = "form", "other form", "", "Another salt or product than the claim names."
    DOSE = "dose", "other dose", "", "Another dose or way of giving it."
    COMPARATOR = "comparator", "other comparator", "", "No comparison, or another one than the claim implies."
    OUTCOME_SURROGATE = "outcome_surrogate", "surrogate outcome", "", "A marker stands in for what people notice."
    BASELINE_STATUS = (
        "baseline_status",
        "other baseline status",
        "",
        "People short of the nutrient stand in for people who are not, or the reverse.",
    )
    ELEMENTAL_VS_COMPOUND = (
        "elemental_vs_compound",
        "elemental or compound unclear",
        "",
        "It is not stated whether a weight means the element or the compound.",
    )


class RiskOfBias(Word):
    """How likely the result of this piece of evidence is to be wrong by the way it was obtained."""

    LOW = "low", "low", "+", "Unlikely to be wrong by the way it was obtained."
    SOME_CONCERNS = "some_concerns", "some concerns", "!", "Some doubt about the way it was obtained."
    HIGH = "high", "high", "✗", "Likely to be wrong by the way it was obtained."
    UNCLEAR = "unclear", "unclear", "?", "Not enough is reported to tell."


class Scope(Word):
    """What was read of a source when it was judged."""

    FULL_TEXT = "full-text", "full text", "", "The whole work was read."
    ABSTRACT = "abstract", "abstract only", "", "The abstract, a table or a page of the work was read."
    SECONDARY = "secondary", "second-hand", "", "The work was read only as others quote it."


class Domain(Word):
    """A reason for rating certainty down (GRADE)."""

    RISK_OF_BIAS = "risk_of_bias", "risk of bias", "", "The studies may be wrong by the way they were done."
    INCONSISTENCY = "inconsistency", "inconsistency", "", "The studies disagree in a way that is not explained."
    INDIRECTNESS = (
        "indirectness",
        "indirectness",
        "",
        "The studies are about other people, forms, doses, comparisons or outcomes.",
    )
    IMPRECISION = "imprecision", "imprecision", "", "The studies are too small to tell where the effect lies."
    PUBLICATION_BIAS = (
        "publication_bias",
        "publication bias",
        "",
        "Results may be missing because they were not published.",
    )


class Upgrade(Word):
    """A reason for rating certainty up (GRADE)."""

    LARGE_EFFECT = "large_effect", "large effect", "", "The effect is so large that bias is unlikely to explain it."
    DOSE_RESPONSE = "dose_response", "dose-response", "", "More of it goes with more of the effect."
    PLAUSIBLE_CONFOUNDING = (
        "plausible_confounding",
        "plausible confounding",
        "",
        "Confounding left over would have hidden the effect, not made it.",
    )
