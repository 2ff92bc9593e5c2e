"""``manage.py make_curator_group``: the group whose members may curate, for any site."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from maglyc.demo_accounts import GROUP, ensure_group


class Command(BaseCommand):
    """Make the group of curators, or bring its permissions up to date."""

    help = "Makes the group Curators with the permissions of a curator. Safe to repeat; run it after each migration."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the group and say how many permissions it has."""
        group = ensure_group()
        self.stdout.write(
            f"The group {GROUP} has {group.permissions.count()} permissions. Put accounts marked as staff into it."
        )
