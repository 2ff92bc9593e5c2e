from claims.models.appraisal import Appraisal
from claims.models.article import Article, ArticleVersion, Occurrence, Omission, OmissionClaim, OmissionSource
from claims.models.assessment import Assessment, Override
from claims.models.claim import Claim, Figure, TaggedClaim, Topic
from claims.models.evidence import Evidence, Finding
from claims.models.problem import Problem, ReportCount
from claims.models.publication import (
    ArticlePublication,
    BundleLoad,
    ContentVersion,
    FacetCell,
    FormerTerm,
    ListedSource,
    Listing,
    ListingTerm,
    Publication,
    Withdrawal,
)

__all__ = [
    "Appraisal",
    "Article",
    "ArticlePublication",
    "ArticleVersion",
    "Assessment",
    "BundleLoad",
    "Claim",
    "ContentVersion",
    "Evidence",
    "FacetCell",
    "Figure",
    "Finding",
    "FormerTerm",
    "ListedSource",
    "Listing",
    "ListingTerm",
    "Occurrence",
    "Omission",
    "OmissionClaim",
    "OmissionSource",
    "Override",
    "Problem",
    "Publication",
    "ReportCount",
    "TaggedClaim",
    "Topic",
    "Withdrawal",
]
