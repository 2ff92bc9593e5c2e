"""Find what a page says in plain English although the site speaks another language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: Attributes whose text a person sees or hears, some by way of a script or a style sheet.
SAID = (
    *("title", "aria-label", "alt", "placeholder", "label"),
    *("data-label", "data-suggest-label", "data-add", "data-answered", "data-unreached"),
)
#: Elements whose text nobody reads as language.
SILENT = frozenset({"script", "style", "code", "kbd", "template"})
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
#: What no language translates: names of this program, of instruments, formats, identifiers and the shipped bundle, the
#: Latin of citations, and what a reader searched for.
NAMES = frozenset(
    [
        *("maglyc", "GRADE", "RoB", "ROBINS-I", "AMSTAR", "Vancouver", "APA", "SHA", "sha", "magnesium-glycinate"),
        *("PDF", "HTML", "Markdown", "CSV", "JSON", "Atom", "SVG", "DOI", "doi", "PMID", "PMCID", "PMC"),
        *("et", "al", "unobtainium"),
    ]
)
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")
#: Names for machines: public names, addresses, citekeys, rulesets with a number in them, codes of reports.
MACHINE = re.compile(
    r"https?://\S+|/\S+|\b[\w.-]*\d[\w.:/()<>;-]*|\b\w+@\S+|\b[\w-]+\.\w{2,4}\b|\b\w+(?:[:_]\w+)+\b|\b[a-z]+(?:-[a-z]+){2,}\b|\bP-[2-9B-Z]{4}-[2-9B-Z]{4}\b"
)


class Reader(HTMLParser):
    """Collects every text that a person sees or hears, with the element it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.said: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    @property
    def is_silent(self) -> bool:
        return any(silent for _, silent in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        # the record keeps its own language, and says so
        silent = tag in SILENT or given.get("lang") == "en"
        if not (self.is_silent or silent):
            self.said += [(f"{tag}[{name}]", given[name]) for name in SAID if given.get(name)]
            if tag == "meta" and given.get("name") == "description":
                self.said.append(("description", given["content"]))
            if tag == "input" and given.get("type") in ("submit", "button"):
                self.said.append(("button", given.get("value", "")))
        if tag not in VOID:
            self.open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag not in VOID:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.is_silent:
            self.said.append((self.open[-1][0] if self.open else "", data))


def leaks(html: str, names: frozenset[str] = NAMES) -> list[str]:
    """Return each text in which an English word is left, as ``element: text``."""
    return [f"{where}: {' '.join(text.split())}" for where, text in Reader(html).said if english_in(text, names)]


def english_in(text: str, names: frozenset[str] = NAMES) -> list[str]:
    """Return the words of plain Latin letters in a text that are not names."""
    words = [word.strip("'’-") for word in WORD.findall(MACHINE.sub(" ", text))]
    return [word for word in words if word not in names]
