"""Accounts for trying the program out on one's own machine: a curator and a second one who reviews.

Their passwords are made at random on the first run and kept in a file that only its owner can read, so that later
runs print the same ones. A site with another address than this machine never has them.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.db.models import Q, QuerySet

USERNAMES = ("curator", "reviewer")
GROUP = "Curators"
CURATED_APPS = ("claims", "sources")


class UnreadableAccounts(Exception):
    """The file with the passwords is there and does not hold what it should."""


def kept_passwords(path: Path) -> dict[str, str]:
    """Return the password of each demo account from the file, which is made on the first call, readable by its owner.

    Raises UnreadableAccounts if the file lacks an account or has a line that is not a name and a password.
    """
    if not path.exists():
        write_privately(path, "".join(f"{name} {secrets.token_urlsafe(12)}\n" for name in USERNAMES))
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    passwords = {parts[0]: parts[1] for parts in lines if len(parts) == 2}
    if set(passwords) != set(USERNAMES) or len(lines) != len(USERNAMES):
        raise UnreadableAccounts(f"{path} should hold a name and a password for each of: {', '.join(USERNAMES)}")
    return passwords


def write_privately(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.rename(path)


@transaction.atomic
def ensure_accounts(passwords: dict[str, str]) -> list[User]:
    """Return the demo accounts with these passwords, in the group of curators; what is already so stays untouched."""
    group = ensure_group()
    return [ensure_account(name, password, group) for name, password in passwords.items()]


def ensure_group() -> Group:
    """Return the group of curators with exactly a curator's permissions."""
    group, _ = Group.objects.get_or_create(name=GROUP)
    group.permissions.set(curator_permissions())
    return group


def curator_permissions() -> QuerySet[Permission]:
    """Return the permissions on everything curated, except to delete, and except to write history by hand."""
    curated = Permission.objects.filter(content_type__app_label__in=CURATED_APPS)
    writes_history = Q(content_type__model__startswith="historical") & ~Q(codename__startswith="view_")
    return curated.exclude(writes_history).exclude(codename__startswith="delete_")


def ensure_account(name: str, password: str, group: Group) -> User:
    """Return one account that can sign in to the admin with this password and is no superuser."""
    user, _ = get_user_model().objects.get_or_create(username=name, defaults={"is_staff": True})
    user.is_staff, user.is_active, user.is_superuser = True, True, False
    if not user.check_password(password):
        user.set_password(password)
    user.save()
    user.groups.add(group)
    return user
