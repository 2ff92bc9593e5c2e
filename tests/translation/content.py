"""What curators wrote, in letters that no interface uses, so that a page shows what is content and what is not.

Each Latin letter of the stored texts becomes one Cyrillic letter; codes, identifiers and addresses stay.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩабвгдежзийклмнопрстуфхцчшщ"
LETTERS = str.maketrans(LATIN, CYRILLIC)
#: Fields that hold codes and names for machines, by model or in every one.
CODES = frozenset(
    {
        *("bundle", "computed_ruleset", "ruleset", "subject", "suggested", "chosen", "sha256", "language", "citekey"),
        *("doi", "pmid", "pmcid", "answers", "critical", "overall_choice", "published_rating", "indirectness"),
        *("computed_rests_on", "issued", "extra", "design", "codename", "password", "verb", "object_name", "page"),
        *("reference", "sender"),
    }
)
#: Models whose rows are written by curators; what is published is made of them afterwards.
WRITTEN = ("Topic", "Claim", "Figure", "Evidence", "Finding", "Appraisal", "Article", "ArticleVersion", "Occurrence")
WRITTEN_TOO = ("Omission", "Assessment", "Override", "Source", "Notice", "Problem")


def disguised(value: Any) -> Any:
    """Return a text, or every text in a list or among the values of a dict, in Cyrillic letters."""
    if isinstance(value, str):
        return value.translate(LETTERS)
    if isinstance(value, list):
        return [disguised(item) for item in value]
    if isinstance(value, dict):
        return {name: disguised(item) for name, item in value.items()}
    return value


def disguise_everything() -> None:
    """Rewrite the stored texts, past the actions: no history and no event tells of it."""
    for label in ("claims", "sources"):
        for model in apps.get_app_config(label).get_models():
            if model.__name__.removeprefix("Historical") in (*WRITTEN, *WRITTEN_TOO):
                _disguise(model)


def _disguise(model: type[models.Model]) -> None:
    names = [field.name for field in model._meta.concrete_fields if _is_text(field)]
    rows = list(model._default_manager.all())
    for row in rows:
        for name in names:
            setattr(row, name, disguised(getattr(row, name)))
    model._default_manager.bulk_update(rows, names)


def _is_text(field: Any) -> bool:
    if field.choices or field.name in CODES or isinstance(field, (models.SlugField, models.URLField)):
        return False
    return isinstance(field, (models.CharField, models.TextField, models.JSONField))
