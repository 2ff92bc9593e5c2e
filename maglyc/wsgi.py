"""The WSGI application that a server such as granian runs: ``granian --interface wsgi maglyc.wsgi:application``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maglyc.settings")
django_application = get_wsgi_application()

from maglyc.pagestore import PageStore  # noqa: E402  (models can be imported only once the settings are loaded)

application = PageStore(django_application)
