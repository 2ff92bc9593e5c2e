"""Claims with their topics, occurrences, figures, assessments and choices."""

from __future__ import annotations

from claims.bundle.columns import Column, Reference, Table
from claims.bundle.tables.shorthand import ARTICLE, CLAIM, TO_CLAIM, number, public_name, slug, text, whole, word
from claims.figures.quantity import Bound, Direction, FigureVerdict, Statistic
from claims.grade.rulesets import RULESETS
from claims.grade.targets import NOTATION
from claims.grade.vocabulary import Attribution, Certainty, Domain, Kind, Upgrade, Verdict, WordingStrength

CLAIMS = Table(
    "claims",
    "One proposition a row, with the verdict on it.",
    (
        public_name("C", "claim"),
        slug("key", "Short lasting key."),
        text("statement", "The proposition, in own words.", required=True),
        word("kind", "What sort of claim it is.", Kind),
        word("attribution", "What the article offers as its source.", Attribution),
        word("wording_strength", "How strongly it is worded.", WordingStrength),
        word("verdict", "How it stands against the evidence.", Verdict, required=False),
        text("verdict_reason", "Why."),
        text("accurate_wording", "A sentence that the evidence would allow."),
    ),
    ("key",),
)

TOPICS = Table(
    "topics",
    "The topics that claims are filed under.",
    (CLAIM, Column("topic", "Name of the topic.", required=True, longest=100)),
    ("claim", "topic"),
    (TO_CLAIM,),
    ("topic",),
)

OCCURRENCES = Table(
    "occurrences",
    "Where an article's wording makes a claim (W3C Web Annotation: quote and position in code points).",
    (
        CLAIM,
        ARTICLE,
        whole("version", "Number of the wording.", required=True, least=1),
        text("section", "Heading it stands under.", 300),
        whole("paragraph", "Body paragraph, from 1."),
        whole("sentence", "Sentence in the paragraph, from 1; 0 is the heading above."),
        text("quote", "The words.", required=True),
        text("prefix", "The words before.", 200),
        text("suffix", "The words after.", 200),
        whole("start", "First code point; empty where the quote could not be placed without doubt."),
        whole("end", "Code point after the last."),
    ),
    ("claim", "article", "version", "start", "end", "quote"),
    (TO_CLAIM, Reference(("article", "version"), "article_versions", ("article", "version"))),
    ("article", "version", "start", "end", "quote"),
)

FIGURES = Table(
    "figures",
    "The quantities that claims assert.",
    (
        CLAIM,
        slug("key", "Key within the claim."),
        text("text", "As the article prints it.", 200, required=True),
        number("low", "Low end; empty is open."),
        number("high", "High end; empty is open."),
        text("unit", "Unit of both ends.", 60, required=True),
        word("bound", "How the number limits the quantity.", Bound),
        word("statistic", "What kind of quantity it is.", Statistic),
        word("direction", "Which way the change goes; empty where nobody said.", Direction, required=False),
        text("comparator", "Compared with what.", 200),
        text("population", "In whom.", 200),
        word("verdict", "Verdict a person chose; empty where the computed one counts.", FigureVerdict, required=False),
        text("explanation", "Why that verdict."),
    ),
    ("claim", "key"),
    (TO_CLAIM,),
)


def _step(name: str, label: str, low: int, high: int) -> tuple[Column, Column]:
    step = Column(name, f"Steps for {label}.", kind="integer", required=True, least=low, most=high)
    return step, text(f"{name}_reason", f"Why these steps for {label}.")


ASSESSMENTS = Table(
    "assessments",
    "How certain the evidence for a claim is (GRADE), with a reason for each step.",
    (
        CLAIM,
        text("outcome", "The outcome rated; empty where the claim has one.", 200),
        Column("critical", "Whether the outcome is critical.", kind="boolean", required=True),
        Column("ruleset", "The rules applied.", required=True, words=tuple(RULESETS)),
        word("start", "Starting level.", Certainty),
        text("start_reason", "Why it starts there."),
        *(column for domain in Domain for column in _step(domain.value, domain.label, -3, 0)),
        *(column for upgrade in Upgrade for column in _step(upgrade.value, upgrade.label, 0, 2)),
        text("target", f"What imprecision was judged against: empty, {NOTATION}.", 200),
        number("ois_control_risk", "Optimal information size: risk without treatment, as a share from 0 to 1."),
        number("ois_relative_reduction", "Relative reduction to be shown, as a share; negative for a rise."),
        number("ois_sd", "Optimal information size of a mean: standard deviation."),
        number("ois_difference", "Difference of means to be shown."),
        text("ois_unit", "Unit of both.", 60),
        number("ois_alpha", "Two-sided alpha; empty for 0.05."),
        number("ois_power", "Power; empty for 0.8."),
        word("certainty", "The level these steps lead to; checked against the rules.", Certainty),
    ),
    ("claim", "outcome"),
    (TO_CLAIM,),
    ("outcome",),
)

CHOICES = Table(
    "choices",
    "Who chose a judgement that differs from the suggested one, and when; not for what a bundle itself brought.",
    (
        CLAIM,
        text("subject", "What was judged, such as figure:thirty-percent-gain.", 255, required=True),
        text("chosen_by", "Who.", 150, required=True),
        Column("chosen_at", "When.", kind="moment", required=True),
    ),
    ("claim", "subject"),
    (TO_CLAIM,),
    ("subject",),
)
