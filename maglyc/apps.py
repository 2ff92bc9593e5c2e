"""The site itself as an app, so that it can bring management commands."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The site: settings, addresses, server, accounts."""

    name = "maglyc"
    verbose_name = "maglyc"
