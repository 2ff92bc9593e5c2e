"""What the admin calls itself. The stock site is used: nothing here needs another."""

from __future__ import annotations

from django.contrib import admin

admin.site.site_title = "maglyc curation"
admin.site.site_header = "maglyc curation"
admin.site.index_title = "What would you like to work on?"
