from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class SourcesConfig(AppConfig):
    """The library of published works; knows nothing about claims."""

    name = "sources"
    verbose_name = gettext_lazy("Source library")
    default_auto_field = "django.db.models.BigAutoField"
