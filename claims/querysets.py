from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef

if TYPE_CHECKING:
    from claims.models import Claim  # noqa: F401 (named in the text of a type)


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Ways to look at claims that curators work on; the public reads publications instead."""

    def awaiting_review(self) -> ClaimQuerySet:
        return self.filter(status="submitted")

    def citing(self, source_id: int) -> ClaimQuerySet:
        """Claims with evidence from the source with this primary key."""
        return self.filter(evidence__source_id=source_id).distinct()

    def with_everything(self) -> ClaimQuerySet:
        """Prefetch all that a document of the claim is built from."""
        return self.prefetch_related(  # type: ignore[misc]  # the stubs do not know the manager of topics
            "topics",
            "figures",
            "evidence__source__notices",
            "evidence__findings__figure",
            "evidence__appraisals",
            "assessments__recorded_by",
            "overrides",
            "occurrences__version__article",
        )

    def with_flagged_figures(self) -> ClaimQuerySet:
        from claims.models import Figure

        chosen = Figure.objects.filter(claim=OuterRef("pk")).exclude(verdict="").exclude(verdict__in=_TRACED)
        computed = Figure.objects.filter(claim=OuterRef("pk"), verdict="").exclude(computed_verdict__in=_TRACED)
        return self.filter(Exists(chosen) | Exists(computed))


_TRACED = ["confirmed", "derivable"]
