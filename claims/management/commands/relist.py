"""``manage.py relist``: make all public lists anew from the publications, as after an upgrade that lists more."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from claims.actions.relisting import relist_everything


class Command(BaseCommand):
    help = "Make the search, the facets and the lists of claims and sources anew from what is published."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{relist_everything()} claims listed anew.")
