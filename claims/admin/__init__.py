"""Curation: every page here reads models and writes through `claims.actions` and `sources.actions` alone."""

from claims.admin import site
from claims.admin.article import ArticleAdmin
from claims.admin.claim import ClaimAdmin
from claims.admin.omission import OmissionAdmin
from claims.admin.problems import ProblemAdmin
from claims.admin.publication import ArticlePublicationAdmin, PublicationAdmin
from claims.admin.source import CitedSourceAdmin
from claims.admin.topic import TopicAdmin

__all__ = [
    "ArticleAdmin",
    "ArticlePublicationAdmin",
    "CitedSourceAdmin",
    "ClaimAdmin",
    "OmissionAdmin",
    "ProblemAdmin",
    "PublicationAdmin",
    "TopicAdmin",
    "site",
]
