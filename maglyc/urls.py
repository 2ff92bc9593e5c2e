"""The addresses of the site."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from maglyc.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("", include("claims.urls")),
]
handler404 = "claims.views.errors.page_not_found"
