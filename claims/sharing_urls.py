"""Addresses of what others take along: feeds, embed, oEmbed, badge and preview picture."""

from __future__ import annotations

from django.urls import path

from claims.views import feeds, sharing

urlpatterns = [
    path("feeds/changes.atom", feeds.all_changes, name="feed"),
    path("articles/<slug:slug>/changes.atom", feeds.article_changes, name="article-feed"),
    path("feeds/topics/<path:tag>.atom", feeds.topic_changes, name="topic-feed"),
    path("claims/C<int:number>/embed/", sharing.embed, name="claim-embed"),
    path("claims/C<int:number>/badge.svg", sharing.badge, name="claim-badge"),
    path("claims/C<int:number>/preview.png", sharing.preview, name="claim-preview"),
    path("oembed/", sharing.oembed, name="oembed"),
]
