"""Settings from environment variables: read, checked, and refused with a message that names the variable."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off"})
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


def refuse(name: str, given: str, expected: str) -> ImproperlyConfigured:
    """Return the error for a variable whose value cannot be used."""
    return ImproperlyConfigured(f"Environment variable {name} is {given!r}; expected {expected}.")


def envtext(name: str, default: str = "", environ: Mapping[str, str] = os.environ) -> str:
    """Return the variable without surrounding blanks; an empty one counts as not set."""
    return environ.get(name, "").strip() or default


def envbool(name: str, *, default: bool, environ: Mapping[str, str] = os.environ) -> bool:
    """Return a switch. Raises ImproperlyConfigured unless it is a word for yes or no."""
    given = envtext(name, environ=environ)
    if not given:
        return default
    if given.lower() in TRUE_WORDS:
        return True
    if given.lower() in FALSE_WORDS:
        return False
    raise refuse(name, given, "one of 1, true, yes, on, 0, false, no, off")


def envint(name: str, default: int, *, lowest: int = 0, environ: Mapping[str, str] = os.environ) -> int:
    """Return a whole number. Raises ImproperlyConfigured if it is none or lies below `lowest`."""
    given = envtext(name, environ=environ)
    if not given:
        return default
    try:
        number = int(given)
    except ValueError:
        raise refuse(name, given, "a whole number") from None
    if number < lowest:
        raise refuse(name, given, f"a whole number of at least {lowest}")
    return number


def envlist(name: str, default: list[str], environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the comma-separated parts of the variable, blanks and empty parts dropped."""
    given = envtext(name, environ=environ)
    return [part.strip() for part in given.split(",") if part.strip()] or default


def envurl(name: str, default: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return an http(s) base URL without a closing slash. Raises ImproperlyConfigured if it is not one."""
    given = envtext(name, default, environ)
    expected = "a base URL such as https://evidence.example.org, without path, query or fragment"
    try:
        parts = urlsplit(given)
        _ = parts.port
    except ValueError:
        raise refuse(name, given, expected) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise refuse(name, given, expected)
    if parts.path not in ("", "/"):
        raise refuse(name, given, expected)
    return given.rstrip("/")


def is_loopback(url: str) -> bool:
    """Tell whether the URL names this machine only."""
    return urlsplit(url).hostname in LOOPBACK_HOSTS


def kept_secret(path: Path) -> str:
    """Return the secret in the file; on first use make one, readable by its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    if not path.exists():
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(draft, path)  # of two processes that start at once, the second keeps the first one's secret
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
