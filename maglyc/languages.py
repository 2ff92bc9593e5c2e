"""The language of the site: one for everybody, by the environment, so that a page has one address and one text."""

from __future__ import annotations

from pathlib import Path

from maglyc.environment import envtext, refuse


def site_language(folder: Path) -> str:
    """Return LANGUAGE_CODE: English, or a language with a compiled catalogue in the folder of translations.

    Raises ImproperlyConfigured for any other, as its pages would say one language and speak another.
    """
    given = envtext("LANGUAGE_CODE", "en").lower().replace("_", "-")
    known = languages_in(folder)
    if given not in known:
        raise refuse("LANGUAGE_CODE", given, f"one of {', '.join(known)}")
    return given


def languages_in(folder: Path) -> list[str]:
    """Return English and the languages with a compiled catalogue, as codes such as ``de`` and ``pt-br``."""
    found = {path.parts[-3].lower().replace("_", "-") for path in folder.glob("*/LC_MESSAGES/django.mo")}
    return ["en", *sorted(found - {"en"})]
