"""The site's settings for a test run: nothing of the caller's environment, and no file outside a temporary folder."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

VAR_DIR = Path(tempfile.mkdtemp(prefix="maglyc-tests-"))
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)

CALLERS = "ALLOWED_HOSTS DEBUG HSTS_SECONDS LANGUAGE_CODE LOG_LEVEL SECRET_KEY_FALLBACKS SSL_REDIRECT TRUST_PROXY"
for name in CALLERS.split():
    os.environ.pop(name, None)
# DATABASE_URL is left as it is: it chooses the database that the suite runs on
os.environ.update(VAR_DIR=str(VAR_DIR), SECRET_KEY="only for tests " * 4, SITE_URL="http://127.0.0.1:8000")
# Playwright's synchronous interface keeps an event loop in the thread, which Django takes for asynchronous code
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

from maglyc import settings as site  # noqa: E402  (the environment has to be set first)

globals().update({name: getattr(site, name) for name in dir(site) if name.isupper()})

(VAR_DIR / "static").mkdir()
STORAGES = {**site.STORAGES, "staticfiles": {"BACKEND": site.PLAIN_STATIC}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if site.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # a file and not memory, so that the live server's threads lock like real ones
    DATABASES = {"default": {**site.DATABASES["default"], "TEST": {"NAME": str(VAR_DIR / "test.sqlite3")}}}
