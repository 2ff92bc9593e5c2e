from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The library of published works; knows nothing about claims."""

    name = "sources"
    verbose_name = "Source library"
    default_auto_field = "django.db.models.BigAutoField"
