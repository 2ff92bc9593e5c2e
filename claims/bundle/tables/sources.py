"""What curators record about sources; their bibliographic data stand in ``sources.json``."""

from __future__ import annotations

from claims.bundle.columns import Column, Table
from claims.bundle.tables.shorthand import DOI, SOURCE, TO_SOURCE, public_name, slug, text, whole, word
from claims.grade.vocabulary import Scope
from sources.bib.notices import NoticeKind

SOURCES_CURATION = Table(
    "sources_curation",
    "What curators record about each source of sources.json.",
    (
        public_name("S", "source"),
        slug("citekey", "The source's id in sources.json.", longest=80),
        text("design", "How the source came to its result.", 30),
        whole("n", "Participants."),
        text("funding", "Who paid for it.", 300),
        text("summary", "What the source reports, in own words."),
        Column("identifier_status", "Where its identifiers were read.", words=("seen", "secondary", "none")),
        word("scope", "What was read of it.", Scope, required=False),
    ),
    ("citekey",),
)

SOURCE_WARNINGS = Table(
    "source_warnings",
    "Reservations about the record of a source.",
    (
        SOURCE,
        whole("position", "Place among the source's reservations, from 1.", required=True, least=1),
        text("warning", "The reservation.", required=True),
    ),
    ("source", "position"),
    (TO_SOURCE,),
    ("position",),
)

NOTICES = Table(
    "notices",
    "Retractions, corrections and other notices about sources.",
    (
        SOURCE,
        word("kind", "Kind of notice.", NoticeKind),
        Column("date", "Date of the notice.", kind="date", required=True),
        text("reason", "Why it was issued."),
        Column("doi", "DOI of the notice.", pattern=DOI, expected="a DOI such as 10.1000/182", longest=250),
        text("url", "Link to the notice.", 500),
    ),
    ("source", "kind", "date"),
    (TO_SOURCE,),
    ("date", "kind"),
)
