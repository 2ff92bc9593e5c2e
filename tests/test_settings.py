"""The settings: what each variable accepts, what a wrong one is told, and what a site gets by default."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from maglyc import environment
from maglyc.databases import database_from_url
from maglyc.languages import site_language

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1", True),
        ("True", True),
        (" yes ", True),
        ("on", True),
        ("0", False),
        ("no", False),
        ("OFF", False),
        ("", True),
    ],
)
def test_a_switch_is_read(given: str, expected: bool) -> None:
    assert environment.envbool("DEBUG", default=True, environ={"DEBUG": given}) is expected


READERS = {
    "switch": lambda environ: environment.envbool("NAME", default=False, environ=environ),
    "number": lambda environ: environment.envint("NAME", 1, lowest=1, environ=environ),
    "url": lambda environ: environment.envurl("NAME", "http://127.0.0.1:8000", environ=environ),
}
BASE_URL = "a base URL such as https://evidence.example.org, without path, query or fragment"


@pytest.mark.parametrize(
    ("reader", "given", "expected"),
    [
        ("switch", "maybe", "one of 1, true, yes, on, 0, false, no, off"),
        ("number", "ten", "a whole number"),
        ("number", "1.5", "a whole number"),
        ("number", "0", "a whole number of at least 1"),
        ("url", "evidence.example.org", BASE_URL),
        ("url", "ftp://evidence.example.org", BASE_URL),
        ("url", "https://", BASE_URL),
        ("url", "https://evidence.example.org/site", BASE_URL),
        ("url", "https://evidence.example.org/?a=1", BASE_URL),
        ("url", "https://me:secret@evidence.example.org", BASE_URL),
        ("url", "https://evidence.example.org:eighty", BASE_URL),
    ],
)
def test_a_wrong_value_is_refused_with_its_name_and_what_was_expected(reader: str, given: str, expected: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        READERS[reader]({"NAME": given})
    assert str(refusal.value) == f"Environment variable NAME is {given!r}; expected {expected}."


def test_a_base_url_loses_its_closing_slash() -> None:
    assert environment.envurl("SITE_URL", "", {"SITE_URL": "https://evidence.example.org/"}) == (
        "https://evidence.example.org"
    )


def test_a_list_is_split_at_commas() -> None:
    assert environment.envlist("ALLOWED_HOSTS", [], {"ALLOWED_HOSTS": "a.org, b.org,"}) == ["a.org", "b.org"]


def test_a_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret-key"
    first = environment.kept_secret(path)
    assert (environment.kept_secret(path), len(first) >= 50) == (first, True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


SHOWN = ["DEBUG", "LOCAL", "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "CSRF_TRUSTED_ORIGINS"]


def site(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Start the real settings in a process of their own and print some of them as JSON."""
    script = f"import json; from maglyc import settings as s; print(json.dumps({{n: getattr(s, n) for n in {SHOWN}}}))"
    environ = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", **variables}
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


def settings_of(tmp_path: Path, **variables: str) -> dict[str, Any]:
    done = site(tmp_path, **variables)
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_a_site_on_this_machine_needs_no_variable(tmp_path: Path) -> None:
    assert settings_of(tmp_path) == {
        "DEBUG": False,
        "LOCAL": True,
        "ALLOWED_HOSTS": ["127.0.0.1", "[::1]", "localhost"],
        "SESSION_COOKIE_SECURE": False,
        "SECURE_HSTS_SECONDS": 0,
        "CSRF_TRUSTED_ORIGINS": ["http://127.0.0.1:8000"],
    }
    assert (tmp_path / "secret-key").is_file()


def test_a_public_site_answers_to_its_own_host_over_https(tmp_path: Path) -> None:
    variables = {"SITE_URL": "https://evidence.example.org", "SECRET_KEY": "x" * 50}
    assert settings_of(tmp_path, **variables) == {
        "DEBUG": False,
        "LOCAL": False,
        "ALLOWED_HOSTS": ["evidence.example.org"],
        "SESSION_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 2592000,
        "CSRF_TRUSTED_ORIGINS": ["https://evidence.example.org"],
    }
    assert not (tmp_path / "secret-key").exists()


def test_a_public_site_is_never_given_a_made_up_secret(tmp_path: Path) -> None:
    refused = site(tmp_path, SITE_URL="https://evidence.example.org")
    assert refused.returncode == 1
    assert refused.stderr.rstrip().endswith(
        "Environment variable SECRET_KEY is not set; "
        "a site at https://evidence.example.org needs a long random text of its own."
    )


def test_sqlite_is_tuned_and_a_relative_path_counts_from_the_project(tmp_path: Path) -> None:
    database = database_from_url("sqlite:///data/site.sqlite3", pool_size=4, base=tmp_path)
    assert database["NAME"] == str(tmp_path / "data" / "site.sqlite3")
    assert (database["CONN_MAX_AGE"], database["OPTIONS"]["transaction_mode"]) == (None, "IMMEDIATE")
    assert (tmp_path / "data").is_dir()


def test_postgresql_gets_a_pool_of_the_wanted_size(tmp_path: Path) -> None:
    database = database_from_url("postgresql://me:secret@db.example.org/site", pool_size=4, base=tmp_path)
    assert (database["HOST"], database["NAME"], database["CONN_MAX_AGE"]) == ("db.example.org", "site", 0)
    assert database["OPTIONS"]["pool"] == {"min_size": 1, "max_size": 4, "timeout": 10}


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://me:secret@db.example.org/site", "postgresql://me:secret@host:x/db"]
)
def test_another_database_is_refused_without_showing_its_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^Environment variable DATABASE_URL ") as refusal:
        database_from_url(url, pool_size=4, base=tmp_path)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("given", "expected"),
    [("", "en"), ("en", "en"), ("de", "de"), ("DE", "de"), ("pt_BR", "pt-br"), ("pt-br", "pt-br")],
)
def test_a_language_with_a_catalogue_is_taken(
    given: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("de", "pt_BR"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES" / "django.mo").touch()
    monkeypatch.setenv("LANGUAGE_CODE", given)
    assert site_language(tmp_path) == expected


def test_a_language_without_a_catalogue_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE_CODE", "de")
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "de" / "LC_MESSAGES" / "django.po").touch()
    with pytest.raises(ImproperlyConfigured) as raised:
        site_language(tmp_path)
    assert str(raised.value) == "Environment variable LANGUAGE_CODE is 'de'; expected one of en."
