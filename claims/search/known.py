"""Values of filters that no vocabulary holds: a topic, an article or a source is known if it was ever published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext

from claims.models import ArticlePublication, FormerTerm, ListedSource, ListingTerm
from claims.search.filters import NOUNS, Filters

#: Filters by what was published, not by a vocabulary.
PUBLISHED = ("topic", "article", "source")


def read_filters(given: Mapping[str, str]) -> tuple[Filters, list[str]]:
    """Read filters from the parameters of an address; what no vocabulary holds and nobody published is left out too."""
    filters, problems = Filters.read(given)
    filters, unknown = without_unknown(filters)
    return filters, [*problems, *unknown]


def without_unknown(filters: Filters) -> tuple[Filters, list[str]]:
    """Return the filters without topics, articles and sources that were never published, and a sentence on each.

    Takes up to three queries for each of them that is given, none where none is.
    """
    unknown = [name for name in PUBLISHED if getattr(filters, name) and not _is_known(name, getattr(filters, name))]
    said = gettext("There is no %(field)s “%(value)s” in what was published.")
    problems = [said % {"field": NOUNS[name], "value": getattr(filters, name)} for name in unknown]
    return replace(filters, **dict.fromkeys(unknown, ""), after="") if unknown else filters, problems


def _is_known(name: str, value: str) -> bool:
    if name == "source":
        return ListedSource.objects.filter(citekey=value).exists()
    if any(table.objects.filter(field=name, value=value).exists() for table in (ListingTerm, FormerTerm)):
        return True
    return name == "article" and ArticlePublication.objects.filter(article__slug=value).exists()
