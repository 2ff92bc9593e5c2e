"""The site itself as an app, so that it can bring management commands."""

from __future__ import annotations

from django.apps import AppConfig, apps

from maglyc.names import NAMED, translate_names


class SiteConfig(AppConfig):
    """The site: settings, addresses, server, accounts."""

    name = "maglyc"
    verbose_name = "maglyc"

    def ready(self) -> None:
        """Make the names of our models and fields translatable, before any form is built of them."""
        for name in NAMED:
            translate_names(apps.get_app_config(name))
