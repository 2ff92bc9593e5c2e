from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """What articles say, and what the evidence says about it."""

    name = "claims"
    verbose_name = "Claims"
    default_auto_field = "django.db.models.BigAutoField"
