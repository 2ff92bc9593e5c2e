"""Read a page as a reader does: its text without markup, and the structure that a screen reader hears."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from django.test import Client


def shown(client: Client, address: str) -> str:
    """Return the text of a page that exists, on one line."""
    response = client.get(address)
    assert response.status_code == 200, address
    return plain(response.content.decode())


def plain(html: str) -> str:
    """Return the text of HTML without tags, on one line."""
    main = html[html.index("<main") :] if "<main" in html else html
    return " ".join(unescape(re.sub("<[^>]*>", " ", main)).split())


class Structure(HTMLParser):
    """What tests ask of a page: its headings, ids, tags and attributes, in order."""

    VOID = frozenset({"base", "meta", "link", "input", "br", "hr", "img", "rect", "path"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and (not self.open or self.open.pop() != tag):
            self.unbalanced.append(tag)

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]

    def values(self, attribute: str) -> list[str]:
        """Return all values of an attribute."""
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]

    def of(self, wanted: str) -> list[dict[str, str]]:
        """Return the attributes of every tag of a kind."""
        return [attributes for tag, attributes in self.tags if tag == wanted]
