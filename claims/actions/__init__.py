"""The verbs of curation: the only code that writes claims.

Each verb is keyword-only, one transaction, checks what it is given, and leaves one event. ``user`` is ``None``
for what the program does by itself (loading a bundle).
"""

from claims.actions.appraisals import record_appraisal
from claims.actions.articles import publish_article, record_article, record_article_version, record_omission
from claims.actions.assessments import record_assessment
from claims.actions.bundle_publishing import publish_bundle
from claims.actions.claims import (
    draft_claim,
    place_occurrence,
    record_figure,
    remove_figure,
    remove_occurrence,
    revise_claim,
    revise_figure,
)
from claims.actions.evidence import (
    link_evidence,
    record_finding,
    remove_finding,
    revise_evidence,
    revise_finding,
    unlink_evidence,
)
from claims.actions.importing import (
    import_article,
    import_claim,
    import_notice,
    import_omissions,
    import_source,
    record_bundle_load,
)
from claims.actions.notices import mark_notice
from claims.actions.problems import report_problem, resolve_problem, take_problem
from claims.actions.publishing import publish_claim, publish_from_bundle, submit_claim, withdraw_claim
from claims.actions.topics import record_topic

__all__ = [
    "draft_claim",
    "import_article",
    "import_claim",
    "import_notice",
    "import_omissions",
    "import_source",
    "link_evidence",
    "mark_notice",
    "place_occurrence",
    "publish_article",
    "publish_bundle",
    "publish_claim",
    "publish_from_bundle",
    "record_appraisal",
    "record_article",
    "record_article_version",
    "record_assessment",
    "record_bundle_load",
    "record_figure",
    "record_finding",
    "record_omission",
    "record_topic",
    "remove_figure",
    "remove_finding",
    "remove_occurrence",
    "report_problem",
    "resolve_problem",
    "revise_claim",
    "revise_evidence",
    "revise_figure",
    "revise_finding",
    "submit_claim",
    "take_problem",
    "unlink_evidence",
    "withdraw_claim",
]
