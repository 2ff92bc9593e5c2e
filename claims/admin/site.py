"""What the admin calls itself. The stock site is used: nothing here needs another."""

from __future__ import annotations

import taggit.admin  # noqa: F401  (registers the tags that are taken off below)
from django.contrib import admin
from django.utils.translation import gettext_lazy
from taggit.models import Tag

admin.site.site_title = gettext_lazy("maglyc curation")
admin.site.site_header = gettext_lazy("maglyc curation")
admin.site.index_title = gettext_lazy("What would you like to work on?")

# topics are tags of our own; the library's plain tags are in use nowhere
admin.site.unregister(Tag)
