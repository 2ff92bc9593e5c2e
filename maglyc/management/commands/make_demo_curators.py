"""``manage.py make_demo_curators``: two accounts for trying out curation, on this machine only."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from maglyc.demo_accounts import UnreadableAccounts, ensure_accounts, kept_passwords


class Command(BaseCommand):
    """Make the demo accounts, or make sure of them, and print how to sign in."""

    help = "Makes two demo curators for a site on this machine and prints their passwords. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse any site that others can reach; else print one line for each account."""
        if not settings.LOCAL:
            raise CommandError(
                f"Demo accounts are for a site on this machine, and SITE_URL is {settings.SITE_URL}. "
                "Make real accounts with manage.py createsuperuser."
            )
        path = settings.VAR_DIR / "demo-accounts.txt"
        try:
            passwords = kept_passwords(path)
        except UnreadableAccounts as error:
            raise CommandError(f"{error}; remove it, and new passwords are made.") from error
        ensure_accounts(passwords)
        self.stdout.write("Sign in to the admin as one of these demo curators:")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<10} password {password}")
        self.stdout.write(f"  (kept in {path})")
