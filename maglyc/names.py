"""The names of models and fields in the language of the site; Django reads most of them off the code.

A name that is only read off needs no entry in any migration, so it is made translatable when the program starts.
"""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

#: The apps whose names are ours.
NAMED = ("claims", "sources")
PLURAL = "verbose_name_plural"


def translate_names(config: AppConfig) -> None:
    """Let the names of an app's models and of their fields be looked up where they are shown."""
    for named, attribute, name in _read_off(config):
        setattr(named, attribute, gettext_lazy(name))


def names_in(config: AppConfig) -> list[str]:
    """Return the names of an app's models and fields in the language that is active."""
    return [str(getattr(named, attribute)) for named, attribute in _named(config)]


def _read_off(config: AppConfig) -> list[tuple[Any, str, str]]:
    """Return the names that no code spells out, all read before any is changed: a plural is made of its singular."""
    return [
        (named, attribute, str(getattr(named, attribute)))
        for named, attribute in _named(config)
        if attribute not in getattr(named, "original_attrs", {})
        and (attribute == PLURAL or not isinstance(getattr(named, attribute), Promise))
    ]


def _named(config: AppConfig) -> list[tuple[Any, str]]:
    metas = [model._meta for model in config.get_models()]
    models = [(meta, attribute) for meta in metas for attribute in ("verbose_name", PLURAL)]
    fields = [(field, "verbose_name") for meta in metas for field in (*meta.local_fields, *meta.local_many_to_many)]
    return [(named, attribute) for named, attribute in (*models, *fields) if getattr(named, attribute)]
