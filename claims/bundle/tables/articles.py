"""Articles, their wordings, and what they leave out."""

from __future__ import annotations

from claims.bundle.columns import Column, Table
from claims.bundle.tables.shorthand import (
    ARTICLE,
    CLAIM,
    OMISSION,
    SOURCE,
    TO_ARTICLE,
    TO_CLAIM,
    TO_OMISSION,
    TO_SOURCE,
    public_name,
    slug,
    text,
    whole,
)

ARTICLES = Table(
    "articles",
    "Articles whose claims are examined.",
    (
        public_name("A", "article"),
        slug("slug", "Name in the article's address."),
        text("title", "Title.", 300, required=True),
        text("publisher", "Who published it.", 200),
        text("url", "Where it was published.", 500),
        text("language", "Language of the article, BCP 47.", 12, required=True),
        text("note", "What the text held here is, and what it is not."),
    ),
    ("slug",),
)

ARTICLE_VERSIONS = Table(
    "article_versions",
    "The wordings of each article, numbered from 1; each text is a file of its own.",
    (
        ARTICLE,
        whole("version", "Number of the wording.", required=True, least=1),
        Column("path", "The file with the text, relative to the bundle.", required=True, content=False),
        Column(
            "sha256",
            "SHA-256 of the text; checked where it is given.",
            pattern="[0-9a-f]{64}",
            expected="64 hexadecimal digits",
        ),
    ),
    ("article", "version"),
    (TO_ARTICLE,),
    ("version",),
)

OMISSIONS = Table(
    "omissions",
    "Material facts that an article leaves out.",
    (
        ARTICLE,
        slug("key", "Key within the article."),
        text("statement", "The fact.", required=True),
        text("why_it_matters", "Why it matters.", required=True),
    ),
    ("article", "key"),
    (TO_ARTICLE,),
)

OMISSION_CLAIMS = Table(
    "omission_claims",
    "The claims that an omission bears on.",
    (ARTICLE, OMISSION, CLAIM),
    ("article", "omission", "claim"),
    (TO_OMISSION, TO_CLAIM),
)

OMISSION_SOURCES = Table(
    "omission_sources",
    "The sources that show an omission.",
    (ARTICLE, OMISSION, SOURCE),
    ("article", "omission", "source"),
    (TO_OMISSION, TO_SOURCE),
)
