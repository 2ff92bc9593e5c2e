"""A PostgreSQL server for one command: ``python -m tests.postgres COMMAND …`` runs it with DATABASE_URL set.

The server lives in a temporary folder, listens on a socket there and nowhere else, and dies with this process even
if that is killed. As root it runs as the user `postgres`, because PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

INSTALLED = Path("/usr/lib/postgresql")  # where Debian puts servers, one folder for each version
HOW_TO_GET = "apt-get install postgresql"
# a test database is made anew for each run, so nothing is lost by never waiting for the disk
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
START_SECONDS = 60


def server_programs() -> Path:
    """Return the folder of the newest server's programs. Raises FileNotFoundError if no server is installed."""
    folders = [path.parent for path in INSTALLED.glob("*/bin/initdb")]
    newest = max(folders, key=lambda folder: float(folder.parent.name), default=None)
    in_path = shutil.which("initdb")
    if newest is None and in_path is None:
        raise FileNotFoundError(f"No PostgreSQL server is installed. To get one on Debian: {HOW_TO_GET}")
    return newest or Path(in_path or "").resolve().parent


def unprivileged() -> list[str]:
    """Return the words before a command that make root run it as `postgres`; none for any other user."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]


def dying_with_us() -> list[str]:
    """Return the words before a command that stop it when this thread ends: SIGINT is PostgreSQL's fast shutdown."""
    return ["setpriv", "--pdeathsig", "INT"] if shutil.which("setpriv") else []


@contextmanager
def postgres() -> Iterator[str]:
    """Run a server and yield its DATABASE_URL. Call it from the main thread, whose end stops the server."""
    programs = server_programs()
    with tempfile.TemporaryDirectory(prefix="maglyc-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data = folder / "data"
        initialise(programs, data)
        options = [part for setting in SPEED for part in ("-c", setting)]
        command = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", *options]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([*unprivileged(), *dying_with_us(), *command], cwd=folder, stdout=log, stderr=log)
        try:
            wait_until_ready(server, programs, folder)
            yield f"postgresql://postgres@{quote(name, safe='')}/postgres"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


def initialise(programs: Path, data: Path) -> None:
    """Make an empty cluster whose user `postgres` needs no password. Raises RuntimeError with what initdb said."""
    options = ["-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8"]
    command = [*unprivileged(), programs / "initdb", "-D", data, *options]
    made = subprocess.run(command, cwd=data.parent, capture_output=True, text=True, check=False)
    if made.returncode:
        raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")


def wait_until_ready(server: subprocess.Popen[bytes], programs: Path, folder: Path) -> None:
    """Return when the server takes connections. Raises RuntimeError with its log if it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        ready = subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False)
        if ready.returncode == 0:
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text(errors='replace')}")


def main(command: list[str]) -> int:
    """Run a command beside a server and return its exit code."""
    if not command:
        print("usage: python -m tests.postgres COMMAND [ARGUMENT …]", file=sys.stderr)  # noqa: T201
        return 2
    with postgres() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
