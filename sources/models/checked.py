from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext


def unstorable(value: object) -> str:
    """Return what keeps a value from being stored on every database, or an empty text."""
    if isinstance(value, str):
        lone = any("\ud800" <= sign <= "\udfff" for sign in value)
        return gettext("Remove what is no text: NUL or half of a surrogate pair.") if lone or "\0" in value else ""
    if isinstance(value, float):
        return "" if math.isfinite(value) else gettext("A number must be finite.")
    if isinstance(value, dict):
        return next(filter(None, map(unstorable, [*value.keys(), *value.values()])), "")
    if isinstance(value, list):
        return next(filter(None, map(unstorable, value)), "")
    return ""


class Checked(models.Model):
    """A row whose `full_clean` names, for everything that is wrong, the field where a person can mend it.

    The ``violation_error_code`` of a constraint over several fields is the name of that field.
    ``lasting`` names the columns by which the public knows the row: they never change.
    """

    lasting: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Check each field by itself; also refuse new public names and what only one of the databases could store."""
        errors: dict[str, Any] = {}
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            errors = error.error_dict
        for field in self._meta.concrete_fields:
            if field.name in errors or field.name in (exclude or ()):
                continue
            if problem := unstorable(getattr(self, field.attname)):
                errors[field.name] = [ValidationError(problem, code="unstorable")]
        for name in self._renamed(exclude or ()):
            errors.setdefault(name, []).append(
                ValidationError(gettext("This is a public name: it never changes."), code="lasting")
            )
        if errors:
            raise ValidationError(errors)

    def _renamed(self, exclude: Collection[str]) -> list[str]:
        names = [name for name in self.lasting if name not in exclude]
        if self._state.adding or not names:
            return []
        stored = type(self)._base_manager.filter(pk=self.pk).values(*names).first() or {}
        return [name for name, value in stored.items() if value != getattr(self, name)]

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Check the constraints; what they say stands beside the field that their code names."""
        try:
            super().validate_constraints(exclude)
        except ValidationError as error:
            raise ValidationError(self._by_field(error.error_dict)) from error

    def _by_field(self, errors: dict[str, list[ValidationError]]) -> dict[str, list[ValidationError]]:
        names = {field.name for field in self._meta.concrete_fields}
        placed: dict[str, list[ValidationError]] = {}
        for name, problems in errors.items():
            for problem in problems:
                is_placed = name == NON_FIELD_ERRORS and problem.code in names
                placed.setdefault(str(problem.code) if is_placed else name, []).append(problem)
        return placed
