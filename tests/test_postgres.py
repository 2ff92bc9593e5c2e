"""The PostgreSQL launcher starts a server, hands out its address, and leaves none behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent


def server_is_up(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def test_a_command_runs_beside_a_server_and_its_exit_code_is_passed_on() -> None:
    query = "SHOW server_encoding"
    script = f"import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL']).execute('{query}').fetchone()[0])"
    launcher = [sys.executable, "-m", "tests.postgres", sys.executable, "-c", f"{script}; raise SystemExit(3)"]
    done = subprocess.run(launcher, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "UTF8\n", "")


def test_no_server_outlives_a_killed_launcher() -> None:
    script = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(60)"
    launcher = subprocess.Popen(
        [sys.executable, "-m", "tests.postgres", sys.executable, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert launcher.stdout is not None
    url = launcher.stdout.readline().strip()
    assert server_is_up(url)
    os.kill(launcher.pid, signal.SIGKILL)
    launcher.wait()
    deadline = time.monotonic() + 10
    while server_is_up(url) and time.monotonic() < deadline:
        time.sleep(0.1)
    still_up = server_is_up(url)
    os.killpg(launcher.pid, signal.SIGKILL)
    launcher.stdout.close()
    shutil.rmtree(unquote(urlsplit(url).netloc.partition("@")[2]))  # a killed launcher cannot tidy up its folder
    assert not still_up


def test_a_machine_without_a_server_is_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "INSTALLED", Path("/nowhere"))
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(FileNotFoundError, match=r"^No PostgreSQL server .*: apt-get install postgresql$"):
        postgres.server_programs()
