from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from sources.models import Source  # noqa: F401 (named in the text of a type)


class SourceQuerySet(models.QuerySet["Source"]):
    """Ways to look at the library."""

    def with_notices(self) -> SourceQuerySet:
        return self.prefetch_related("notices")

    def with_identifier(self, *, doi: str = "", pmid: str = "", pmcid: str = "") -> SourceQuerySet:
        """Sources that carry any of the given identifiers; empty ones are not looked for."""
        wanted: models.Q = models.Q()
        given: dict[str, Any] = {"doi__iexact": doi, "pmid": pmid, "pmcid": pmcid}
        for lookup, value in given.items():
            if value:
                wanted |= models.Q(**{lookup: value})
        return self.filter(wanted) if wanted else self.none()
