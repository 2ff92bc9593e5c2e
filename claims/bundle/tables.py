"""The tables of a bundle as data: everything that a curator records, one table for each noun.

The sources' bibliographic data stand in ``sources.json`` (CSL-JSON) and article texts in files of their own.
"""

from __future__ import annotations

from claims.bundle.columns import LARGEST_INTEGER, Column, Reference, Table
from claims.figures.quantity import Bound, Direction, FigureVerdict, Statistic
from claims.grade.rulesets import RULESETS
from claims.grade.vocabulary import (
    Attribution,
    Certainty,
    Design,
    Domain,
    Indirectness,
    Kind,
    RiskOfBias,
    Scope,
    Stance,
    Upgrade,
    Verdict,
    WordingStrength,
)
from claims.words import Word
from sources.bib.identifiers import DOI_PATTERN
from sources.bib.notices import NoticeKind

SLUG = r"[-a-zA-Z0-9_]+"
SLUG_SAYS = "letters without accents, digits, - and _"
#: Identifier patterns are written with ``\A`` and ``\Z``; cells are matched whole, and JSON Schema has no such anchors.
DOI = DOI_PATTERN.removeprefix(r"\A").removesuffix(r"\Z")


def _values(word: type[Word]) -> tuple[str, ...]:
    return tuple(str(member) for member in word)


def _slug(name: str, means: str, *, longest: int = 120, required: bool = True) -> Column:
    return Column(name, means, required=required, pattern=SLUG, expected=SLUG_SAYS, longest=longest)


def _public_name(letter: str, noun: str) -> Column:
    return Column(
        "id",
        f"Public name of the {noun}, kept where it is free; empty for a new one.",
        pattern=rf"{letter}[1-9][0-9]{{0,8}}",
        expected=f"{letter} and a number, such as {letter}12",
    )


def _word(name: str, means: str, word: type[Word], *, required: bool = True) -> Column:
    return Column(name, means, required=required, words=_values(word))


def _whole(name: str, means: str, *, required: bool = False, least: int = 0, most: int = LARGEST_INTEGER) -> Column:
    return Column(name, means, kind="integer", required=required, least=least, most=most)


def _number(name: str, means: str, *, least: int | None = None) -> Column:
    return Column(name, means, kind="number", least=least)


def _text(name: str, means: str, longest: int | None = None, *, required: bool = False) -> Column:
    return Column(name, means, required=required, longest=longest)


_CLAIM = _slug("claim", "Key of the claim.")
_SOURCE = _slug("source", "Citekey of the source.", longest=80)
_ARTICLE = _slug("article", "Slug of the article.")
_OMISSION = _slug("omission", "Key of the omission.")
_TO_CLAIM = Reference(("claim",), "claims", ("key",))
_TO_SOURCE = Reference(("source",), "sources_curation", ("citekey",))
_TO_ARTICLE = Reference(("article",), "articles", ("slug",))
_TO_EVIDENCE = Reference(("claim", "source"), "evidence", ("claim", "source"))
_TO_OMISSION = Reference(("article", "omission"), "omissions", ("article", "key"))

ARTICLES = Table(
    "articles",
    "Articles whose claims are examined.",
    (
        _public_name("A", "article"),
        _slug("slug", "Name in the article's address."),
        _text("title", "Title.", 300, required=True),
        _text("publisher", "Who published it.", 200),
        _text("url", "Where it was published.", 500),
        _text("language", "Language of the article, BCP 47.", 12, required=True),
        _text("note", "What the text held here is, and what it is not."),
    ),
    ("slug",),
)

ARTICLE_VERSIONS = Table(
    "article_versions",
    "The wordings of each article, numbered from 1; each text is a file of its own.",
    (
        _ARTICLE,
        _whole("version", "Number of the wording.", required=True, least=1),
        Column("path", "The file with the text, relative to the bundle.", required=True, content=False),
        Column(
            "sha256",
            "SHA-256 of the text; checked where it is given.",
            pattern="[0-9a-f]{64}",
            expected="64 hexadecimal digits",
        ),
    ),
    ("article", "version"),
    (_TO_ARTICLE,),
    ("version",),
)

SOURCES_CURATION = Table(
    "sources_curation",
    "What curators record about each source of sources.json.",
    (
        _public_name("S", "source"),
        _slug("citekey", "The source's id in sources.json.", longest=80),
        _text("design", "How the source came to its result.", 30),
        _whole("n", "Participants."),
        _text("funding", "Who paid for it.", 300),
        _text("summary", "What the source reports, in own words."),
        Column("identifier_status", "Where its identifiers were read.", words=("seen", "secondary", "none")),
        _word("scope", "What was read of it.", Scope, required=False),
    ),
    ("citekey",),
)

SOURCE_WARNINGS = Table(
    "source_warnings",
    "Reservations about the record of a source.",
    (
        _SOURCE,
        _whole("position", "Place among the source's reservations, from 1.", required=True, least=1),
        _text("warning", "The reservation.", required=True),
    ),
    ("source", "position"),
    (_TO_SOURCE,),
    ("position",),
)

NOTICES = Table(
    "notices",
    "Retractions, corrections and other notices about sources.",
    (
        _SOURCE,
        _word("kind", "Kind of notice.", NoticeKind),
        Column("date", "Date of the notice.", kind="date", required=True),
        _text("reason", "Why it was issued."),
        Column("doi", "DOI of the notice.", pattern=DOI, expected="a DOI such as 10.1000/182", longest=250),
        _text("url", "Link to the notice.", 500),
    ),
    ("source", "kind", "date"),
    (_TO_SOURCE,),
    ("date", "kind"),
)

CLAIMS = Table(
    "claims",
    "One proposition a row, with the verdict on it.",
    (
        _public_name("C", "claim"),
        _slug("key", "Short lasting key."),
        _text("statement", "The proposition, in own words.", required=True),
        _word("kind", "What sort of claim it is.", Kind),
        _word("attribution", "What the article offers as its source.", Attribution),
        _word("wording_strength", "How strongly it is worded.", WordingStrength),
        _word("verdict", "How it stands against the evidence.", Verdict, required=False),
        _text("verdict_reason", "Why."),
        _text("accurate_wording", "A sentence that the evidence would allow."),
    ),
    ("key",),
)

TOPICS = Table(
    "topics",
    "The topics that claims are filed under.",
    (_CLAIM, Column("topic", "Name of the topic.", required=True, longest=100)),
    ("claim", "topic"),
    (_TO_CLAIM,),
    ("topic",),
)

OCCURRENCES = Table(
    "occurrences",
    "Where an article's wording makes a claim (W3C Web Annotation: quote and position in code points).",
    (
        _CLAIM,
        _ARTICLE,
        _whole("version", "Number of the wording.", required=True, least=1),
        _text("section", "Heading it stands under.", 300),
        _whole("paragraph", "Body paragraph, from 1."),
        _whole("sentence", "Sentence in the paragraph, from 1; 0 is the heading above."),
        _text("quote", "The words.", required=True),
        _text("prefix", "The words before.", 200),
        _text("suffix", "The words after.", 200),
        _whole("start", "First code point; empty where the quote could not be placed without doubt."),
        _whole("end", "Code point after the last."),
    ),
    ("claim", "article", "version", "start", "end", "quote"),
    (_TO_CLAIM, Reference(("article", "version"), "article_versions", ("article", "version"))),
    ("article", "version", "start", "end", "quote"),
)

FIGURES = Table(
    "figures",
    "The quantities that claims assert.",
    (
        _CLAIM,
        _slug("key", "Key within the claim."),
        _text("text", "As the article prints it.", 200, required=True),
        _number("low", "Low end; empty is open."),
        _number("high", "High end; empty is open."),
        _text("unit", "Unit of both ends.", 60, required=True),
        _word("bound", "How the number limits the quantity.", Bound),
        _word("statistic", "What kind of quantity it is.", Statistic),
        _word("direction", "Which way the change goes.", Direction),
        _text("comparator", "Compared with what.", 200),
        _text("population", "In whom.", 200),
        _word("verdict", "Verdict a person chose; empty where the computed one counts.", FigureVerdict, required=False),
        _text("explanation", "Why that verdict."),
    ),
    ("claim", "key"),
    (_TO_CLAIM,),
)

EVIDENCE = Table(
    "evidence",
    "What each source says about a claim.",
    (
        _CLAIM,
        _SOURCE,
        _word("stance", "How it bears on the claim.", Stance),
        _word("design", "How it came to its result.", Design),
        _whole("n", "Participants."),
        _text("population", "Who was studied.", 300),
        _text("intervention", "What was given.", 300),
        _number("dose_mg_elemental", "Milligrams of the element a day, where that is clear.", least=0),
        _text("comparator", "Compared with what.", 200),
        _text("outcome", "What was measured.", 300),
        _text("duration", "For how long.", 120),
        Column("indirectness", "In what it differs from the claim.", kind="codes", words=_values(Indirectness)),
        _word("risk_of_bias", "Risk of bias.", RiskOfBias),
        _text("risk_of_bias_reason", "Why."),
        _text("locator", "Page, table or section that was read.", 200),
        _word("scope", "What was read of the source.", Scope),
        _slug("cluster", "Joins reports that share participants.", required=False),
        _text("note", "Note."),
    ),
    ("claim", "source"),
    (_TO_CLAIM, _TO_SOURCE),
)

FINDINGS = Table(
    "findings",
    "The quantities that evidence reports.",
    (
        _CLAIM,
        _SOURCE,
        _slug("key", "Names one result of one source."),
        _text("what", "What was measured, in whom, against what.", required=True),
        _slug("figure", "Key of the claim's figure that it bears on.", required=False),
        _number("value", "Size of the difference, or the level."),
        _number("low", "Low end of a reported range."),
        _number("high", "High end of a reported range."),
        _text("unit", "Unit.", 60),
        _word("statistic", "What kind of quantity it is.", Statistic, required=False),
        _number("ci_low", "Low end of the 95 % confidence interval."),
        _number("ci_high", "High end of the 95 % confidence interval."),
        _text("p", "p, as printed.", 120),
        Column("subgroup", "Whether it is about a part of the participants.", kind="boolean", required=True),
        _text("note", "Note."),
    ),
    ("claim", "source", "key"),
    (_TO_EVIDENCE, Reference(("claim", "figure"), "figures", ("claim", "key"))),
)

ARMS = Table(
    "arms",
    "The groups of a finding, with their own results in the finding's unit.",
    (
        _CLAIM,
        _SOURCE,
        _slug("finding", "Key of the finding."),
        _whole("arm", "Place among the finding's groups, from 1.", required=True, least=1),
        _text("label", "Name of the group."),
        _whole("n", "People in it."),
        _number("mean", "Mean."),
        _number("sd", "Standard deviation.", least=0),
        _whole("events", "Events."),
    ),
    ("claim", "source", "finding", "arm"),
    (Reference(("claim", "source", "finding"), "findings", ("claim", "source", "key")),),
    ("arm",),
)


def _step(name: str, label: str, low: int, high: int) -> tuple[Column, Column]:
    step = Column(name, f"Steps for {label}.", kind="integer", required=True, least=low, most=high)
    return step, _text(f"{name}_reason", f"Why these steps for {label}.")


ASSESSMENTS = Table(
    "assessments",
    "How certain the evidence for a claim is (GRADE), with a reason for each step.",
    (
        _CLAIM,
        _text("outcome", "The outcome rated; empty where the claim has one.", 200),
        Column("critical", "Whether the outcome is critical.", kind="boolean", required=True),
        Column("ruleset", "The rules applied.", required=True, words=tuple(RULESETS)),
        _word("start", "Starting level.", Certainty),
        _text("start_reason", "Why it starts there."),
        *(column for domain in Domain for column in _step(domain.value, domain.label, -3, 0)),
        *(column for upgrade in Upgrade for column in _step(upgrade.value, upgrade.label, 0, 2)),
        _text("target", "What imprecision was judged against.", 200),
        _word("certainty", "The level these steps lead to; checked against the rules.", Certainty),
    ),
    ("claim", "outcome"),
    (_TO_CLAIM,),
    ("outcome",),
)

CHOICES = Table(
    "choices",
    "Who chose a judgement that differs from the suggested one, and when; not for what a bundle itself brought.",
    (
        _CLAIM,
        _text("subject", "What was judged, such as figure:thirty-percent-gain.", 255, required=True),
        _text("chosen_by", "Who.", 150, required=True),
        Column("chosen_at", "When.", kind="moment", required=True),
    ),
    ("claim", "subject"),
    (_TO_CLAIM,),
    ("subject",),
)

OMISSIONS = Table(
    "omissions",
    "Material facts that an article leaves out.",
    (
        _ARTICLE,
        _slug("key", "Key within the article."),
        _text("statement", "The fact.", required=True),
        _text("why_it_matters", "Why it matters.", required=True),
    ),
    ("article", "key"),
    (_TO_ARTICLE,),
)

OMISSION_CLAIMS = Table(
    "omission_claims",
    "The claims that an omission bears on.",
    (_ARTICLE, _OMISSION, _CLAIM),
    ("article", "omission", "claim"),
    (_TO_OMISSION, _TO_CLAIM),
)

OMISSION_SOURCES = Table(
    "omission_sources",
    "The sources that show an omission.",
    (_ARTICLE, _OMISSION, _SOURCE),
    ("article", "omission", "source"),
    (_TO_OMISSION, _TO_SOURCE),
)

#: Every table after the ones it refers to.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        ARTICLES,
        ARTICLE_VERSIONS,
        SOURCES_CURATION,
        SOURCE_WARNINGS,
        NOTICES,
        CLAIMS,
        TOPICS,
        OCCURRENCES,
        FIGURES,
        EVIDENCE,
        FINDINGS,
        ARMS,
        ASSESSMENTS,
        CHOICES,
        OMISSIONS,
        OMISSION_CLAIMS,
        OMISSION_SOURCES,
    )
}
