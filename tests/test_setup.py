"""Setting up: the locked requirements, the environment's stamps, the port, and what a person is told."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import checking, serving, system, virtualenv
from tools.problem import Problem

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Return of each locked distribution the version and how many hashes it may have."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9._-]+)==(\S+)(.*(?:\n    --hash=.*)*)", text, re.MULTILINE)
    return {distribution: (version, rest.count("--hash=sha256:")) for distribution, version, rest in entries}


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_locked_package_has_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(locked(name)) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)) > 10
    assert [distribution for distribution, (_, hashes) in locked(name).items() if hashes == 0] == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_no_package_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_what_developing_needs_holds_what_running_needs_in_the_same_versions() -> None:
    running, developing = locked("requirements.txt"), locked("requirements-dev.txt")
    assert {name: developing.get(name) for name in running} == running


def test_every_direct_dependency_is_locked_within_its_bounds() -> None:
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for name, lines in wanted.items():
        versions = {distribution: version for distribution, (version, _) in locked(name).items()}
        requirements = [Requirement(line) for line in lines]
        assert [str(need) for need in requirements if not need.specifier.contains(versions[need.name.lower()])] == []


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout that needs no package, so that setting it up needs no network."""
    for name in REQUIREMENTS:
        (tmp_path / name).write_text("# nothing\n", encoding="utf-8")
    monkeypatch.setattr(virtualenv, "ROOT", tmp_path)
    monkeypatch.setattr(virtualenv, "LOCK", tmp_path / "var" / "setup.lock")
    monkeypatch.setattr(system, "install_missing", lambda programs: pytest.fail(f"would install {programs}"))
    return tmp_path


def inode(path: Path) -> int:
    return path.stat().st_ino


def test_an_environment_is_made_once_and_renewed_when_the_lock_changes(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    venv = checkout / ".venv"
    python = virtualenv.prepared("requirements-dev.txt", venv)
    assert virtualenv.works(python)
    assert sorted(path.name for path in venv.glob("installed-*")) == [
        "installed-requirements-dev.txt",
        "installed-requirements.txt",
    ]
    first = inode(venv / "pyvenv.cfg")
    capfd.readouterr()
    virtualenv.prepared("requirements.txt", venv)
    assert capfd.readouterr().out == ""

    (checkout / "requirements.txt").write_text("# still nothing\n", encoding="utf-8")
    virtualenv.prepared("requirements.txt", venv)
    assert capfd.readouterr().out == "Installing requirements.txt (a minute or two the first time) …\n"
    assert [path.name for path in venv.glob("installed-*")] == ["installed-requirements.txt"]
    assert inode(venv / "pyvenv.cfg") == first


def test_an_interrupted_installation_is_repeated(checkout: Path) -> None:
    venv = checkout / ".venv"
    (checkout / "requirements.txt").write_text("--no-index\nno-such-package==1.0 --hash=sha256:00\n", encoding="utf-8")
    with pytest.raises(Problem) as problem:
        virtualenv.prepared("requirements.txt", venv)
    assert "no-such-package==1.0" in str(problem.value)
    assert "\npip could not install requirements.txt. " in str(problem.value)
    assert list(venv.glob("installed-*")) == []
    (checkout / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    assert virtualenv.works(virtualenv.prepared("requirements.txt", venv))


def test_a_broken_environment_is_replaced(checkout: Path) -> None:
    venv = checkout / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to("/nowhere/python3")
    (venv / "leftover").touch()
    assert virtualenv.works(virtualenv.prepared("requirements.txt", venv))
    assert not (venv / "leftover").exists()


def test_without_ensurepip_the_systems_pip_fills_the_environment(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has = virtualenv.has
    monkeypatch.setattr(virtualenv, "has", lambda module: module != "ensurepip" and has(module))
    python = virtualenv.prepared("requirements.txt", checkout / ".venv")
    assert virtualenv.pip_of(python) == [sys.executable, "-m", "pip", "--python", python]
    assert not list((checkout / ".venv").glob("lib/*/site-packages/pip"))


def test_an_older_python_is_told_what_is_needed() -> None:
    script = "import sys; sys.version_info = (3, 9, 2); import tools"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"maglyc needs Python 3.11 or newer, and {sys.executable} is Python 3.9. "
        "Name another one: make run PYTHON=python3.11\n"
    )


def test_a_taken_port_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Problem, match=rf"^Port {port} is taken by another program\. .*: make run PORT=\d+$"):
            serving.refuse_taken(port)
    serving.refuse_taken(port)


@pytest.mark.parametrize("given", ["eighty", "0", "65536", "-1", "80.0", "²"])
def test_a_port_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(Problem, match=rf"^PORT is '{re.escape(given)}'; expected a number from 1 to 65535"):
        serving.wanted_port(given)


def test_the_port_is_8000_unless_another_is_named() -> None:
    assert (serving.wanted_port(""), serving.wanted_port("8001")) == (8000, 8001)


def missing(name: str, package: str) -> system.Program:
    return system.Program(name, package, lambda: False, f"install {name} by hand")


def machine(folder: Path, monkeypatch: pytest.MonkeyPatch, *programs: tuple[str, str]) -> Path:
    """Leave only these programs in the PATH, as shell scripts, and return the file that they may write to."""
    log = folder / "log"
    for name, script in programs:
        path = folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
    (folder / "bin").mkdir(exist_ok=True)
    if programs:
        (folder / "bin" / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(folder / "bin"))
    monkeypatch.setenv("LOG", str(log))
    return log


NEEDS = [missing("Chromium", "chromium"), missing("a server", "postgresql")]


def test_without_apt_a_person_is_asked_to_install_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(tmp_path, monkeypatch)
    with pytest.raises(Problem) as problem:
        system.install_missing(NEEDS)
    assert str(problem.value) == (
        "Missing: Chromium and a server. Please install Chromium by hand; install a server by hand."
    )


def test_without_root_a_person_is_given_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(tmp_path, monkeypatch, ("apt-get", "exit 99"), ("sudo", "exit 1"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Problem) as problem:
        system.install_missing(NEEDS)
    assert str(problem.value).splitlines() == [
        "Missing: Chromium and a server, and only root can install it. Type this, then try again:",
        "  sudo apt-get update && sudo apt-get install chromium postgresql",
    ]


INSTALL = "-qq -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends chromium postgresql"


@pytest.mark.parametrize(
    ("user", "sudo", "expected"),
    [(0, "exit 1", []), (1000, 'echo "sudo $*" >>"$LOG"; shift; [ "$1" = true ] || exec "$@"', ["sudo -n true"])],
)
def test_root_installs_by_itself_and_so_does_who_may_become_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: int, sudo: str, expected: list[str]
) -> None:
    log = machine(tmp_path, monkeypatch, ("apt-get", 'echo "$*" >>"$LOG"'), ("sudo", sudo))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    system.install_missing(NEEDS)
    lines = log.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("sudo -n env")] == [
        *expected,
        "-qq -o DPkg::Lock::Timeout=300 update",
        INSTALL,
    ]


def test_what_apt_says_is_shown_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(tmp_path, monkeypatch, ("apt-get", "echo 'E: no route to the archive'; exit 100"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(Problem, match=r"^E: no route to the archive\napt-get failed\. .* install chromium postgresql$"):
        system.install_missing(NEEDS)


def test_what_is_there_is_not_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = machine(tmp_path, monkeypatch, ("apt-get", 'echo "$*" >>"$LOG"'))
    system.install_missing([system.Program("this", "this", lambda: True, "")])
    assert not log.exists()


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("============= 12 passed in 3.45s =============", True),
        ("==== 1 failed, 11 passed, 3 deselected in 61.20s (0:01:01) ====", True),
        ("=============== 1 error in 0.10s ===============", True),
        ("============= test session starts =============", False),
        ("=================== FAILURES ===================", False),
        ("12 passed in 3.45s", False),
    ],
)
def test_the_runners_closing_line_is_known(line: str, closes: bool) -> None:
    assert bool(checking.CLOSING.fullmatch(line)) is closes


def test_a_failed_check_is_told_with_its_closing_line(capfd: pytest.CaptureFixture[str]) -> None:
    script = "print('=== 1 failed in 0.10s ===', flush=True); raise SystemExit(1)"
    outcome = checking.carried_out(checking.Check("planted", (sys.executable, "-c", script)))
    assert (outcome.code, outcome.closing) == (1, "=== 1 failed in 0.10s ===")
    assert re.fullmatch(r"FAILED  planted +\d+\.\d s", str(outcome))


def test_the_whole_suite_is_the_last_check() -> None:
    titles = [check.title for check in checking.checks("python", 2)]
    assert titles[-2:] == ["database tests on PostgreSQL", "all tests on SQLite, with Chromium"]


def test_types_are_checked_without_mercy_in_every_room_but_the_ones_named() -> None:
    strict = checking.strict_rooms()
    assert {"claims/figures", "claims/actions", "sources/actions.py", "tools"} < set(strict)
    assert [room for room in strict if not (ROOT / room).exists()] == []
    assert [room for room in checking.LOOSE if not (ROOT / room).is_dir()] == []
    assert {str(path.parts[-2]) for path in ROOT.glob("claims/*/__init__.py")} - {
        room.removeprefix("claims/") for room in (*strict, *checking.LOOSE)
    } == {"migrations"}


@pytest.mark.parametrize("target", ["run", "test"])
def test_make_hands_its_targets_to_the_tools(target: str) -> None:
    # the suite itself runs below a make, whose options and variables would reach this one
    environ = {"PATH": os.environ["PATH"]}
    done = subprocess.run(["make", "-n", target], cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.stdout == f"python3 -m tools {target}\n"


def test_ci_calls_make_test_and_passes_its_exit_code_on(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / "var").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    recipe = "test:\n\t@echo '=== 1 failed in 0.1s ===' | tee var/test-closing-lines.txt\n\t@exit 1\n"
    (tmp_path / "Makefile").write_text(recipe, encoding="utf-8")
    script = tmp_path / ".ci" / "run"
    environ = {"PATH": os.environ["PATH"]}
    done = subprocess.run(["bash", script], env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (2, "=== 1 failed in 0.1s ===")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
