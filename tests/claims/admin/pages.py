"""A curator's browser for tests: reads the form of an admin page and sends it back with changes."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from django.test import Client


class FormReader(HTMLParser):
    """Collects what a browser would send of the page's main form."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.inside = False
        self.fields: dict[str, Any] = {}
        self.select = self.textarea = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside or ("disabled" in given and tag != "option"):
            return
        name = given.get("name", "")
        if tag == "select":
            self.select = name
            self.fields.setdefault(name, [] if "multiple" in given else "")
        elif tag == "option" and "selected" in given and self.select:
            self.choose(given.get("value", ""))
        elif tag == "textarea":
            self.textarea, self.text = name, ""
        elif tag == "input" and name:
            self.take_input(name, given)

    def choose(self, value: str) -> None:
        if isinstance(self.fields[self.select], list):
            self.fields[self.select].append(value)
        else:
            self.fields[self.select] = value

    def take_input(self, name: str, given: Mapping[str, str]) -> None:
        kind = given.get("type", "text")
        if kind == "submit":
            return
        if kind in {"checkbox", "radio"}:
            if "checked" in given:
                self.fields[name] = [*self.fields.get(name, []), given.get("value", "on")]
        else:
            self.fields[name] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.textarea:
            self.fields[self.textarea] = self.text.removeprefix("\n").removeprefix("\r\n")
            self.textarea = ""
        elif tag == "form":
            self.inside = False


def read_form(client: Client, url: str, form_id: str) -> dict[str, Any]:
    """Return the fields of the form with this id as the page shows them, blanks for scripts left out."""
    response = client.get(url)
    assert response.status_code == 200, response
    reader = FormReader(form_id)
    reader.feed(response.content.decode())
    assert reader.fields, f"{url} has no form {form_id}"
    return {name: value for name, value in reader.fields.items() if "__prefix__" not in name}


def save(client: Client, url: str, form_id: str, **changes: Any) -> Any:
    """Change fields of the page, save, and return the answer; ``_`` keeps the page open."""
    fields = {**read_form(client, url, form_id), "_continue": "1", **changes}
    return client.post(url, fields, follow=True)


def messages_of(response: Any) -> list[str]:
    """Return what the page says to the curator."""
    return [str(message) for message in response.context["messages"]]


def errors_of(response: Any) -> list[str]:
    """Return the errors that the page shows, of the form and of all rows."""
    return (
        [str(error) for errors in response.context["errors"] for error in errors]
        if "errors" in response.context
        else []
    )
