"""The demo curators: random passwords, kept privately, the rights of a curator and no more, never on a public site."""

from __future__ import annotations

import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from pytest_django import Settings

from maglyc import demo_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def var(tmp_path: Path, settings: Settings) -> Path:
    settings.VAR_DIR = tmp_path / "var"
    return tmp_path / "var"


def make_demo_curators() -> list[str]:
    output = StringIO()
    call_command("make_demo_curators", stdout=output)
    return output.getvalue().splitlines()


def test_the_printed_passwords_sign_in_to_the_admin(var: Path) -> None:
    lines = [line.split() for line in make_demo_curators()]
    accounts = {parts[0]: parts[2] for parts in lines if parts[1:2] == ["password"]}
    assert list(accounts) == ["curator", "reviewer"]
    signed_in = [authenticate(username=name, password=password) for name, password in accounts.items()]
    assert [(user.is_staff, user.is_superuser) for user in signed_in if user] == [(True, False)] * 2


def test_a_second_run_prints_and_makes_the_same(var: Path) -> None:
    first = make_demo_curators()
    assert make_demo_curators() == first
    assert (User.objects.count(), Group.objects.count()) == (2, 1)


def test_a_new_database_keeps_the_passwords_of_the_file(var: Path) -> None:
    first = make_demo_curators()
    User.objects.all().delete()
    assert make_demo_curators() == first


def test_two_checkouts_have_different_passwords(tmp_path: Path) -> None:
    one = demo_accounts.kept_passwords(tmp_path / "one")
    other = demo_accounts.kept_passwords(tmp_path / "other")
    assert len({*one.values(), *other.values()}) == 4
    assert min(map(len, one.values())) == 16


def test_only_the_owner_can_read_the_file(var: Path) -> None:
    make_demo_curators()
    assert stat.S_IMODE((var / "demo-accounts.txt").stat().st_mode) == 0o600
    assert [path.name for path in var.iterdir()] == ["demo-accounts.txt"]


@pytest.mark.parametrize(
    "content", ["", "curator abc\n", "curator abc\nreviewer\n", "curator a\nreviewer b\nthird c\n"]
)
def test_a_file_that_was_changed_by_hand_is_refused_by_name(var: Path, content: str) -> None:
    var.mkdir()
    (var / "demo-accounts.txt").write_text(content, encoding="utf-8")
    with pytest.raises(CommandError, match=r"demo-accounts\.txt should hold .* remove it"):
        make_demo_curators()
    assert User.objects.count() == 0


def test_a_public_site_has_no_demo_accounts(var: Path, settings: Settings) -> None:
    settings.LOCAL, settings.SITE_URL = False, "https://evidence.example.org"
    with pytest.raises(CommandError, match=r"^Demo accounts are .* SITE_URL is https://evidence\.example\.org"):
        make_demo_curators()
    assert (User.objects.count(), var.exists()) == (0, False)


def test_a_curator_may_do_everything_but_delete_and_write_history(var: Path) -> None:
    make_demo_curators()
    granted = User.objects.get(username="curator").get_all_permissions()
    assert {name.partition(".")[0] for name in granted} == {"claims", "sources"}
    assert {
        "claims.add_claim",
        "claims.change_claim",
        "claims.publish_claim",
        "claims.view_claim",
        "sources.add_source",
    } <= granted
    assert [name for name in granted if ".delete_" in name] == []
    assert {name.partition(".")[2].partition("_")[0] for name in granted if "historical" in name} == {"view"}
