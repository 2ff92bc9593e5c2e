from django.db import migrations

from claims.models.fulltext import create_fulltext, drop_fulltext


def create(apps, schema_editor):
    create_fulltext(schema_editor.connection)


def drop(apps, schema_editor):
    drop_fulltext(schema_editor.connection)


class Migration(migrations.Migration):
    """The full-text index over listed claims."""

    dependencies = [("claims", "0003_listing_search")]
    operations = [migrations.RunPython(create, drop)]
