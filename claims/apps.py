from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class ClaimsConfig(AppConfig):
    """What articles say, and what the evidence says about it."""

    name = "claims"
    verbose_name = gettext_lazy("Claims")
    default_auto_field = "django.db.models.BigAutoField"
