"""``make run``: everything from a bare checkout to the site on this machine, with its knowledge base loaded."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
from pathlib import Path

from tools import virtualenv
from tools.problem import Problem

ROOT = virtualenv.ROOT
HOST = "127.0.0.1"
BUNDLE = "maglyc/data/magnesium-glycinate"
STEPS = (
    ("Bringing the database up to date", ("migrate", "--verbosity", "0")),
    ("Collecting the static files", ("collectstatic", "--noinput", "--verbosity", "0")),
    ("Loading the shipped knowledge base", ("load_bundle", BUNDLE, "--publish")),
)


def run() -> int:
    """Set up, load and serve; returns only if the server could not be started."""
    port = wanted_port(os.environ.get("PORT", ""))
    refuse_taken(port)
    python = virtualenv.prepared("requirements.txt")
    address = f"http://{HOST}:{port}"
    # the address makes the site a local one, which is what permits a made-up secret key and demo accounts
    environ = {**os.environ, "SITE_URL": address, "PYTHONUNBUFFERED": "1"}
    for title, command in STEPS:
        print(f"{title} …", flush=True)
        manage(python, command, environ)
    print(f"\nThe site:  {address}/\nThe admin: {address}/admin/", flush=True)
    manage(python, ("make_demo_curators",), environ)
    print("Stop it with Ctrl-C.\n", flush=True)
    refuse_taken(port)
    os.chdir(ROOT)
    os.execve(python, server_command(python, port), environ)


def server_command(python: Path, port: int) -> list[str]:
    """Return the command of the server: one worker of few threads, as a local SQLite site gains nothing from more."""
    server = ["-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    limits = ["--workers", "1", "--blocking-threads", "4", "--backpressure", "64"]
    return [str(python), *server, *limits, "--log-level", "warning", "maglyc.wsgi:application"]


def manage(python: Path, command: tuple[str, ...], environ: dict[str, str]) -> None:
    """Run one of Django's commands. Raises Problem if it fails; what it said stands above."""
    done = subprocess.run([python, "manage.py", *command], cwd=ROOT, env=environ, check=False)
    if done.returncode:
        raise Problem(f"`manage.py {' '.join(command)}` failed; its message is above. Nothing was left half-done.")


def wanted_port(given: str) -> int:
    """Return the port from PORT, 8000 if it is not set. Raises Problem if it is not a port's number."""
    number = given.strip() or "8000"
    if not (number.isascii() and number.isdecimal() and 0 < int(number) < 65536):
        raise Problem(f"PORT is {given!r}; expected a number from 1 to 65535, such as: make run PORT=8001")
    return int(number)


def refuse_taken(port: int) -> None:
    """Raise Problem if the port cannot be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = {errno.EADDRINUSE: "is taken by another program", errno.EACCES: "may only be used by root"}
            said = reason.get(error.errno or 0, f"cannot be used ({error.strerror})")
            raise Problem(f"Port {port} {said}. Choose another one: make run PORT={port % 65535 + 1}") from None
