"""The settings of the site: defaults for this machine, everything else by environment variable (README, "Settings").

A site whose SITE_URL is on this machine is *local*: it makes its own secret key and may have demo accounts.
Any other address makes it a production site, which must be given SECRET_KEY and answers to its own host only.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from maglyc.databases import database_from_url
from maglyc.environment import LOOPBACK_HOSTS, envbool, envint, envlist, envtext, envurl, is_loopback, kept_secret
from maglyc.languages import site_language

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / envtext("VAR_DIR", "var")

SITE_URL = envurl("SITE_URL", "http://127.0.0.1:8000")
LOCAL = is_loopback(SITE_URL)
HTTPS = SITE_URL.startswith("https://")
DEBUG = envbool("DEBUG", default=False)

SECRET_KEY = envtext("SECRET_KEY") or (kept_secret(VAR_DIR / "secret-key") if LOCAL else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        f"Environment variable SECRET_KEY is not set; a site at {SITE_URL} needs a long random text of its own."
    )
SECRET_KEY_FALLBACKS = envlist("SECRET_KEY_FALLBACKS", [])

ALLOWED_HOSTS = envlist("ALLOWED_HOSTS", sorted(LOOPBACK_HOSTS) if LOCAL else [urlsplit(SITE_URL).hostname or ""])
ALLOWED_HOSTS = [f"[{host}]" if ":" in host and not host.startswith("[") else host for host in ALLOWED_HOSTS]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "maglyc",
    "claims",
    "sources",
    "taggit",
    "simple_history",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "maglyc.headers.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "maglyc.urls"
WSGI_APPLICATION = "maglyc.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": database_from_url(
        envtext("DATABASE_URL", f"sqlite:///{VAR_DIR / 'maglyc.sqlite3'}"),
        pool_size=envint("DATABASE_POOL_SIZE", 10, lowest=1),
        base=BASE_DIR,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# one language for everybody: no page depends on who reads it (docs/translating.md)
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_CODE = site_language(LOCALE_PATHS[0])
LANGUAGES = [(LANGUAGE_CODE, LANGUAGE_CODE)]
FORMAT_MODULE_PATH = ["maglyc.formats"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# while developing, files are served as they lie; otherwise under hashed names that a browser may keep for ever
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
HASHED_STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STATIC if DEBUG else HASHED_STATIC},
}
WHITENOISE_USE_FINDERS = DEBUG

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = envint("HSTS_SECONDS", 30 * 24 * 3600) if HTTPS else 0
SECURE_SSL_REDIRECT = envbool("SSL_REDIRECT", default=False)
# only behind a proxy that always sets or strips this header, else any client could claim to have come by https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if envbool("TRUST_PROXY", default=False) else None
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
# the one cookie that a reader can get, by opening a form, goes with the browser's session
CSRF_COOKIE_AGE = None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": envtext("LOG_LEVEL", "INFO").upper()},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
