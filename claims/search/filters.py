"""What a list of claims is narrowed by and sorted by: read from an address, and written into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from django.utils.translation import gettext, gettext_lazy, override, pgettext_lazy

from claims.documents.vocabularies import words_of
from sources.labels import RECORD_LANGUAGE, label
from sources.words import Word

SORTS = {
    "relevance": gettext_lazy("best match first"),
    "number": gettext_lazy("in the article's order"),
    "newest": gettext_lazy("newest first"),
    "certainty": gettext_lazy("highest certainty first"),
    "unsupported": gettext_lazy("unsupported figures first"),
}
#: Filters whose values are the words of a vocabulary.
VOCABULARIES: dict[str, type[Word]] = {
    name: words_of(name) for name in ("verdict", "certainty", "kind", "stance", "design", "form")
}
LABELS = {
    "q": pgettext_lazy("filter", "search"),
    "verdict": pgettext_lazy("filter", "verdict"),
    "certainty": pgettext_lazy("filter", "certainty"),
    "kind": pgettext_lazy("filter", "kind"),
    "topic": pgettext_lazy("filter", "topic"),
    "article": pgettext_lazy("filter", "article"),
    "flagged": pgettext_lazy("filter", "figures"),
    "stance": pgettext_lazy("filter", "evidence that"),
    "design": pgettext_lazy("filter", "study design"),
    "form": pgettext_lazy("filter", "form given"),
    "source": pgettext_lazy("filter", "source"),
}
#: What a value of each filter is, for a sentence that there is no such one.
NOUNS = {
    **LABELS,
    "flagged": pgettext_lazy("filter", "choice of figures"),
    "stance": pgettext_lazy("filter", "stance"),
    "sort": pgettext_lazy("filter", "order"),
}
#: Each filter as a part of a sentence that begins with "Claims".
PHRASES = {
    "q": pgettext_lazy("claims", "that match “%(label)s”"),
    "verdict": pgettext_lazy("claims", "judged %(label)s"),
    "certainty": pgettext_lazy("claims", "with %(label)s certainty"),
    "kind": pgettext_lazy("claims", "of the kind %(label)s"),
    "topic": pgettext_lazy("claims", "on %(label)s"),
    "article": pgettext_lazy("claims", "in the article “%(label)s”"),
    "flagged": "%(label)s",
    "stance": pgettext_lazy("claims", "with evidence that %(label)s"),
    "design": pgettext_lazy("claims", "with evidence from: %(label)s"),
    "form": pgettext_lazy("claims", "where the form given is: %(label)s"),
    "source": pgettext_lazy("claims", "that rest on %(label)s"),
}
#: Value of ``certainty`` for claims whose evidence was not rated.
UNRATED = "not_rated"
FLAGGED = {"yes": gettext_lazy("with a flagged figure"), "no": gettext_lazy("without a flagged figure")}


@dataclass(frozen=True, slots=True)
class Part:
    """One filter in force, in words, and the query that the list has without it."""

    field: str
    value: str
    label: str
    query: str

    def phrase(self, label: str = "") -> str:
        """Return the filter as a part of the sentence "Claims ..."; ``label`` may say it better than its own does."""
        if (self.field, self.value) == ("certainty", UNRATED):
            return gettext("whose certainty is not rated")
        return str(PHRASES[self.field]) % {"label": label or self.label}


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a list; an empty text filters nothing. ``after`` is the cursor of the page before."""

    q: str = ""
    verdict: str = ""
    certainty: str = ""
    kind: str = ""
    topic: str = ""
    article: str = ""
    flagged: str = ""
    stance: str = ""
    design: str = ""
    form: str = ""
    source: str = ""
    sort: str = ""
    after: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> tuple[Filters, list[str]]:
        """Read filters from the parameters of an address. Values that do not exist are named and left out."""
        read: dict[str, str] = {}
        problems: list[str] = []
        for field in fields(cls):
            value = (given.get(field.name) or "").strip().replace("\x00", "")[:200]
            allowed = allowed_values(field.name)
            if value and allowed is not None and value not in allowed:
                said = gettext("There is no %(field)s “%(value)s”; choose from: %(allowed)s.")
                names = {"field": NOUNS.get(field.name, field.name), "value": value, "allowed": ", ".join(allowed)}
                problems.append(said % names)
            elif value:
                read[field.name] = value
        return cls(**read), problems

    @property
    def sorting(self) -> str:
        """The sort in force: as asked for, else by relevance for a search and by number otherwise.

        Without a search nothing is more relevant than anything else.
        """
        asked = "" if self.sort == "relevance" else self.sort
        return asked or ("relevance" if self.q else "number")

    def query(self, **changes: str) -> str:
        """Return the canonical query string of these filters with changes; a change of filter goes to page one."""
        changed = replace(self, **{"after": "", **changes})
        pairs = [(field.name, getattr(changed, field.name)) for field in fields(self)]
        return urlencode([(name, value) for name, value in pairs if value])

    def describe(self) -> list[Part]:
        """Return the filters in force, each with the query string without it."""
        parts = []
        for name in LABELS:
            if value := getattr(self, name):
                parts.append(Part(name, value, label_of(name, value), self.query(**{name: ""})))
        return parts

    @property
    def sentence(self) -> str:
        """The filters and the order in words, for the head of a report: a record in its own language."""
        with override(RECORD_LANGUAGE):
            parts = [f"{LABELS[part.field]}: {part.label}" for part in self.describe()]
            return f"{'; '.join(parts) or 'All published claims'}; {SORTS[self.sorting]}."

    @property
    def narrowed(self) -> bool:
        return any(getattr(self, name) for name in LABELS)


def allowed_values(name: str) -> list[str] | None:
    """Return the values a filter may have, or None where any text may be given."""
    if name == "sort":
        return list(SORTS)
    if name == "flagged":
        return list(FLAGGED)
    if name not in VOCABULARIES:
        return None
    extra = [UNRATED] if name == "certainty" else []
    return [str(word) for word in VOCABULARIES[name]] + extra


def label_of(name: str, value: str) -> str:
    """Return the words a reader sees for a filter's value."""
    if name == "flagged":
        return str(FLAGGED[value])
    if name == "certainty" and value == UNRATED:
        return gettext("not rated")
    if name in VOCABULARIES:
        return label(VOCABULARIES[name](value))
    return value
