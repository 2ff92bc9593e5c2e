"""One article, source or claim of a bundle at a time into the database, where it differs from what is there."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from claims.actions import (
    import_article,
    import_claim,
    import_notice,
    import_omissions,
    import_source,
    record_article_version,
)
from claims.bundle.appraising import answers_of
from claims.bundle.assessing import reasons_of
from claims.bundle.bibliography import columns_of
from claims.bundle.cells import MOMENT
from claims.bundle.content import Bundle, Values
from claims.bundle.matching import by_owner, free_numbers, same, was_edited
from claims.bundle.rows import article_tables, claim_tables, source_item, source_tables
from claims.bundle.tables import APPRAISALS
from claims.models import Article, ArticleVersion, Claim
from sources.models import Source

#: The tables that hold an article, a source or a claim, with the column that says whose row it is.
OF_ARTICLE = {
    "articles": "slug",
    "article_versions": "article",
    "omissions": "article",
    "omission_claims": "article",
    "omission_sources": "article",
}
OF_SOURCE = {"sources_curation": "citekey", "source_warnings": "source", "notices": "source"}
OF_CLAIM = {
    "claims": "key",
    "topics": "claim",
    "occurrences": "claim",
    "figures": "claim",
    "evidence": "claim",
    "findings": "claim",
    "arms": "claim",
    "appraisals": "claim",
    "answers": "claim",
    "assessments": "claim",
    "choices": "claim",
}
Thing = TypeVar("Thing", Article, Source, Claim)


def _without(values: Values, *names: str) -> Values:
    return {name: value for name, value in values.items() if name not in names}


class Bringing:
    """Brings the parts of one bundle, and counts what was added and revised.

    ``articles``, ``sources`` and ``claims`` are the keys to bring, in order.
    """

    def __init__(self, bundle: Bundle, *, again: bool) -> None:
        self.bundle, self.again = bundle, again
        self.rows = {
            table: by_owner(bundle, table, column) for table, column in {**OF_ARTICLE, **OF_SOURCE, **OF_CLAIM}.items()
        }
        self.articles, self.sources, self.claims = (
            list(self.rows[table]) for table in ("articles", "sources_curation", "claims")
        )
        self.added: Counter[str] = Counter()
        self.revised: Counter[str] = Counter()
        self.kept: list[str] = []
        self.renumbered: dict[str, str] = {}
        self._there_articles = {row.slug: row for row in Article.objects.filter(slug__in=self.articles)}
        self._there_sources = {
            row.citekey: row for row in Source.objects.with_notices().filter(citekey__in=self.sources)
        }
        self._there_claims = self._fetch_claims()
        self._numbers = {
            Article: self._free(Article, "articles", self._there_articles),
            Source: self._free(Source, "sources_curation", self._there_sources),
            Claim: self._free(Claim, "claims", self._there_claims),
        }
        self._versions: dict[tuple[str, int], ArticleVersion] = {}
        self._held: set[str] = set()
        self._answers = answers_of(bundle)

    def _fetch_claims(self) -> dict[str, Claim]:
        return {row.key: row for row in Claim.objects.with_everything().filter(key__in=self.claims)}

    def _free(self, model: Any, table: str, there: dict[str, Any]) -> dict[str, int]:
        return free_numbers(model, {key: rows[0]["id"] for key, rows in self.rows[table].items() if key not in there})

    def _part(self, tables: dict[str, str], key: str) -> dict[str, list[Values]]:
        return {table: self.rows[table].get(key, []) for table in tables}

    def _is_kept(self, thing: Article | Source | Claim) -> bool:
        """Tell whether a curator's edit stands against the bundle; then it is left, and named."""
        if self.again or not was_edited(thing):
            return False
        self.kept.append(thing.name)
        return True

    def _count(self, noun: str, before: Thing | None, after: Thing, wanted: str) -> None:
        (self.revised if before else self.added)[noun] += 1
        if wanted and not before and after.name != wanted:
            self.renumbered[wanted] = after.name

    def bring_article(self, slug: str) -> None:
        """Bring an article's description and wordings."""
        wanted = self.rows["articles"][slug][0]
        there = article = self._there_articles.get(slug)
        differing = there is not None and not self._same_article(there)
        if there and differing and self._is_kept(there):
            self._held.add(slug)
        else:
            fields = _without(wanted, "id")
            article = import_article(
                article=there, number=self._numbers[Article].get(slug), fields=fields, bundle=self.bundle.name
            )
            if there is None or differing:
                self._count("articles", there, article, wanted["id"])
        assert article is not None
        for values in self.rows["article_versions"].get(slug, []):
            text = self.bundle.texts[slug, values["version"]]
            self._versions[slug, values["version"]] = record_article_version(article=article, text=text, user=None)
        self._there_articles[slug] = article

    def bring_omissions(self, slug: str) -> None:
        """Bring what an article leaves out; claims and sources have to be there."""
        article = self._there_articles[slug]
        if slug in self._held or self._same_article(article):
            return
        claims, sources = self._there_claims, self._there_sources
        rows = [
            {
                **_without(values, "article"),
                "claims": [claims[key] for key in self._linked("omission_claims", values, "claim")],
                "sources": [sources[key] for key in self._linked("omission_sources", values, "source")],
            }
            for values in self.rows["omissions"].get(slug, [])
        ]
        import_omissions(article=article, rows=rows, bundle=self.bundle.name)

    def _linked(self, table: str, omission: Values, column: str) -> list[str]:
        rows = self.rows[table].get(omission["article"], [])
        return [values[column] for values in rows if values["omission"] == omission["key"]]

    def bring_source(self, citekey: str) -> None:
        """Bring a source with its warnings and notices."""
        wanted = self.rows["sources_curation"][citekey][0]
        there = self._there_sources.get(citekey)
        if there and (self._same_source(there) or self._is_kept(there)):
            return
        fields = {**_without(wanted, "id"), **columns_of(self.bundle.items[citekey])}
        fields["warnings"] = [values["warning"] for values in self.rows["source_warnings"].get(citekey, [])]
        number = self._numbers[Source].get(citekey)
        source = import_source(source=there, number=number, fields=fields, bundle=self.bundle.name)
        for values in self.rows["notices"].get(citekey, []):
            on, words = date.fromisoformat(values["date"]), _without(values, "source", "kind", "date")
            import_notice(source=source, kind=values["kind"], on=on, fields=words, bundle=self.bundle.name)
        self._there_sources[citekey] = source
        self._count("sources", there, source, wanted["id"])

    def bring_claim(self, key: str) -> None:
        """Bring a claim with all its parts."""
        there = self._there_claims.get(key)
        if there and (self._same_claim(there) or self._is_kept(there)):
            return
        part = self._part(OF_CLAIM, key)
        wanted = part["claims"][0]
        claim, changed = import_claim(
            claim=there,
            number=self._numbers[Claim].get(key),
            fields=_without(wanted, "id"),
            topics=[values["topic"] for values in part["topics"]],
            occurrences=[self._occurrence(values) for values in part["occurrences"]],
            figures=[_without(values, "claim") for values in part["figures"]],
            evidence=self._evidence(part),
            assessments=[_assessment(values) for values in part["assessments"]],
            choices={
                values["subject"]: (values["chosen_by"], _moment(values["chosen_at"])) for values in part["choices"]
            },
            bundle=self.bundle.name,
        )
        self._there_claims[key] = claim
        if changed:
            self._count("claims", there, claim, wanted["id"])

    def _occurrence(self, values: Values) -> Values:
        version = self._versions[values["article"], values["version"]]
        return {**_without(values, "claim", "article"), "version": version}

    def _evidence(self, part: dict[str, list[Values]]) -> list[Values]:
        arms: dict[tuple[str, str], list[Values]] = {}
        for values in part["arms"]:
            arm = _without(values, "claim", "source", "finding", "arm")
            arms.setdefault((values["source"], values["finding"]), []).append(arm)
        findings: dict[str, list[Values]] = {}
        for values in part["findings"]:
            finding = {**_without(values, "claim", "source"), "arms": arms.get((values["source"], values["key"]), [])}
            findings.setdefault(values["source"], []).append(finding)
        appraisals: dict[str, list[Values]] = {}
        for values in part["appraisals"]:
            appraisal = {
                **_without(values, "claim", "source"),
                "answers": self._answers.get(APPRAISALS.key_of(values), {}),
            }
            appraisals.setdefault(values["source"], []).append(appraisal)
        return [
            {
                **_without(values, "claim"),
                "source": self._there_sources[values["source"]],
                "findings": findings.get(values["source"], []),
                "appraisals": appraisals.get(values["source"], []),
            }
            for values in part["evidence"]
        ]

    def _same_article(self, article: Article) -> bool:
        return same(article_tables(article), self._part(OF_ARTICLE, article.slug))

    def _same_source(self, source: Source) -> bool:
        if source_item(source) != self.bundle.items[source.citekey]:
            return False
        return same(source_tables(source), self._part(OF_SOURCE, source.citekey))

    def _same_claim(self, claim: Claim) -> bool:
        return same(claim_tables(claim), self._part(OF_CLAIM, claim.key))

    def publishable_claims(self) -> list[Claim]:
        """Return the drafts that stand exactly as this bundle brought them, in order."""
        name, draft = self.bundle.name, Claim.Status.DRAFT
        fresh = self._fetch_claims()
        claims = [fresh[key] for key in self.claims if key in fresh]
        return [claim for claim in claims if (claim.bundle, claim.status) == (name, draft) and self._same_claim(claim)]

    def publishable_articles(self) -> list[Article]:
        """Return the articles that stand exactly as the bundle brought them and are not published so yet."""
        articles = Article.objects.filter(slug__in=self.articles).order_by("number")
        return [article for article in articles if self._same_article(article)]


def _assessment(values: Values) -> Values:
    """Return the columns of an assessment; its certainty is computed."""
    columns = {name: value for name, value in values.items() if not name.endswith("_reason") or name == "start_reason"}
    return {**_without(columns, "claim", "certainty"), "reasons": reasons_of(values)}


def _moment(text: str) -> datetime:
    return datetime.strptime(text, MOMENT).replace(tzinfo=UTC)
