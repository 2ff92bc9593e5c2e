"""A site apart from the checkout's own: the shipped knowledge base in a folder, served just as ``make run`` serves it.

The browser tests and the screenshots stand on it. A folder is prepared once; each site then gets a copy of it, so
that what a curator does on one is not seen on another.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.checking import SITE_VARIABLES
from tools.problem import Problem
from tools.serving import HOST, ROOT, STEPS, server_command

ACCOUNTS = "demo-accounts.txt"
LOG = "server.log"
ATTEMPTS = 3
PATIENCE = 60.0  # seconds for a server to answer on a machine that is busy with other things


@dataclass(frozen=True)
class Site:
    """A served site: its address, and the folder with its database, static files, accounts and log."""

    address: str
    folder: Path

    def password(self, name: str) -> str:
        """Return the password of a demo curator. Raises KeyError if there is none of this name."""
        lines = (self.folder / ACCOUNTS).read_text(encoding="utf-8").splitlines()
        return dict(line.split() for line in lines)[name]

    @property
    def log(self) -> str:
        """Return what the server has said so far."""
        return (self.folder / LOG).read_text(encoding="utf-8", errors="replace")


def prepare(folder: Path) -> None:
    """Make in this folder what a site needs: database, knowledge base, static files, demo curators.

    Raises Problem with the output of the command that failed.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for _, command in (*STEPS, ("", ("make_demo_curators",))):
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment(folder, f"http://{HOST}:8000"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Problem(f"{done.stdout.rstrip()}\n`manage.py {' '.join(command)}` failed for the site in {folder}.")


@contextmanager
def served(prepared: Path, folder: Path) -> Iterator[Site]:
    """Serve a copy of a prepared folder, made at `folder`, until the block ends."""
    shutil.copytree(prepared, folder)
    process, site = started(folder)
    try:
        yield site
    finally:
        stop(process)


def environment(folder: Path, address: str) -> dict[str, str]:
    """Return the variables of a site that keeps everything in a folder; nothing of the caller's own site gets in."""
    own = {name: value for name, value in os.environ.items() if name not in SITE_VARIABLES}
    return {**own, "VAR_DIR": str(folder), "SITE_URL": address, "LOG_LEVEL": "WARNING", "PYTHONUNBUFFERED": "1"}


def started(folder: Path) -> tuple[subprocess.Popen[bytes], Site]:
    """Start a server that answers. Raises Problem with its log if none does, another port having been tried."""
    for _ in range(ATTEMPTS):
        port = free_port()
        site = Site(f"http://{HOST}:{port}", folder)
        with (folder / LOG).open("ab") as log:
            process = subprocess.Popen(
                server_command(Path(sys.executable), port),
                cwd=ROOT,
                env=environment(folder, site.address),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        if answers(site, process):
            return process, site
        stop(process)
    raise Problem(f"{site.log}\nNo server would start for the site in {folder}.")


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def answers(site: Site, process: subprocess.Popen[bytes]) -> bool:
    """Wait until the site answers; return False if its server ended or took too long."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{site.address}/healthz", timeout=5) as answer:  # noqa: S310 (own address)
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    return False


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server, at last by force."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
