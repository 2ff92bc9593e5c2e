"""The release: a short mark of all that shapes a page besides its content, so that an upgrade makes every page new."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

#: Everything that a public page is made by: code (with the vocabularies), templates, style sheets.
SHAPING = ("claims/**/*.py", "maglyc/*.py", "sources/**/*.py", "templates/**/*.*", "static/**/*.*", "locale/**/*.mo")


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256(settings.LANGUAGE_CODE.encode())
    for path in sorted(path for pattern in SHAPING for path in root.glob(pattern) if path.is_file()):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _kept_fingerprint() -> str:
    return _fingerprint(settings.BASE_DIR)


def release() -> str:
    """Return the mark of this release; read once per process, while developing at every call."""
    return _fingerprint(settings.BASE_DIR) if settings.DEBUG else _kept_fingerprint()
