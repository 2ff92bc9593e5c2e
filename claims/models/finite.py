from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

#: Beyond the largest number that evidence could report; infinity and, on PostgreSQL, NaN lie above it.
LARGEST = 1e300


def finite(table: str, *fields: str) -> models.CheckConstraint:
    """Return the constraint that these columns hold finite numbers or nothing."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gte": -LARGEST, f"{field}__lte": LARGEST})
    return models.CheckConstraint(
        condition=condition,
        name=f"{table}_numbers_finite",
        violation_error_code=fields[0],
        violation_error_message=gettext_lazy("A number must be finite."),
    )
