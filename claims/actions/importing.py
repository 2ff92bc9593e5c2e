"""The verbs by which a bundle brings rows: many parts at once, equal ones untouched, one appraisal, one event.

Values are columns of the models. Rows that are there and that the bundle does not bring are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from claims.actions.appraisal import appraise_claim, name_of, reopen
from claims.actions.articles import record_omission
from claims.actions.content import lock_content, raise_content_version
from claims.actions.evidence import check_indirectness
from claims.actions.listing import list_sources
from claims.actions.notices import mark_notice
from claims.documents.appraisal_instrument import checked
from claims.grade.instruments.questions import InstrumentError
from claims.grade.judgements import check_judgements, errors_of
from claims.grade.rating import rate_certainty
from claims.models import (
    Appraisal,
    Article,
    Assessment,
    BundleLoad,
    Claim,
    Evidence,
    Figure,
    Finding,
    Occurrence,
    Omission,
    TaggedClaim,
    Topic,
)
from claims.models.validators import check_design
from sources.actions import add_source, leave_event, next_number, revise_notice, revise_source, store, verb
from sources.models import Notice, Source

Values = dict[str, Any]


class RowRefused(Exception):
    """A row cannot be stored; ``table`` and ``key`` name it among the rows of its kind, ``errors`` say why by field."""

    def __init__(self, table: str, key: tuple[Any, ...], error: ValidationError) -> None:
        self.table, self.key = table, key
        self.errors: dict[str, list[str]] = (
            error.message_dict if hasattr(error, "error_dict") else {"": list(error.messages)}
        )
        super().__init__(f"{table} {key}: {self.errors}")


def because_of(bundle: str) -> str:
    """Return the reason that history and events give for what a bundle brought."""
    return f"bundle {bundle}"


def differs(instance: models.Model, values: Mapping[str, Any]) -> bool:
    """Tell whether a row has other values than these."""
    return any(getattr(instance, name) != value for name, value in values.items())


def positions(wanted: Sequence[str], present: Mapping[str, int]) -> dict[str, int]:
    """Return a position for each wanted key so that they come in this order; kept as they are where that is so.

    ``present`` holds the keys that are there, in their order, with their positions.
    """
    if [key for key in present if key in wanted] == list(wanted):
        return {key: present[key] for key in wanted}
    return {key: place for place, key in enumerate(wanted, 1)}


class _Import:
    """Stores the parts of one claim and remembers whether anything changed."""

    def __init__(self, claim: Claim, bundle: str) -> None:
        self.claim, self.why, self.changed = claim, because_of(bundle), False

    def keep(self, table: str, key: tuple[Any, ...], instance: models.Model, values: Values) -> None:
        """Store the row with these values, unless it is there and has them."""
        if not instance._state.adding and not differs(instance, values):
            return
        for name, value in values.items():
            setattr(instance, name, value)
        try:
            store(instance, user=None, why=self.why)
        except ValidationError as error:
            raise RowRefused(table, key, error) from error
        self.changed = True

    def topics(self, names: Iterable[str]) -> None:
        there = {link.tag.name for link in self.claim.topic_links.select_related("tag")}
        for name in names:
            if name not in there:
                topic, _ = Topic.objects.get_or_create(name=name)
                self.keep("topics", (self.claim.key, name), TaggedClaim(content_object=self.claim, tag=topic), {})

    def occurrences(self, rows: Iterable[Values]) -> None:
        there = {(row.version_id, row.start, row.end, row.quote): row for row in self.claim.occurrences.all()}
        for values in rows:
            version, place = values["version"], (values["start"], values["end"], values["quote"])
            occurrence = there.get((version.pk, *place)) or Occurrence(claim=self.claim)
            key = (self.claim.key, version.article.slug, version.number, *place)
            self.keep("occurrences", key, occurrence, values)

    def figures(self, rows: Sequence[Values]) -> dict[str, Figure]:
        there = {figure.key: figure for figure in self.claim.figures.all()}
        places = positions([values["key"] for values in rows], {key: row.position for key, row in there.items()})
        for values in rows:
            figure = there.setdefault(values["key"], Figure(claim=self.claim))
            row = {**values, "position": places[values["key"]]}
            self.keep("figures", (self.claim.key, values["key"]), figure, row)
        return there

    def evidence(self, rows: Sequence[Values], figures: Mapping[str, Figure]) -> None:
        there = {item.source.citekey: item for item in self.claim.evidence.select_related("source")}
        names = [values["source"].citekey for values in rows]
        places = positions(names, {key: row.position for key, row in there.items()})
        for values in rows:
            name = values["source"].citekey
            item = there.get(name) or Evidence(claim=self.claim)
            columns = {column: value for column, value in values.items() if column not in ("findings", "appraisals")}
            try:
                check_indirectness(columns["indirectness"])
            except ValidationError as error:
                raise RowRefused("evidence", (self.claim.key, name), error) from error
            self.keep("evidence", (self.claim.key, name), item, {**columns, "position": places[name]})
            self.findings(item, values["findings"], figures)
            self.appraisals(item, values["appraisals"])

    def findings(self, item: Evidence, rows: Sequence[Values], figures: Mapping[str, Figure]) -> None:
        there = {finding.key: finding for finding in item.findings.select_related("figure")}
        places = positions([values["key"] for values in rows], {key: row.position for key, row in there.items()})
        for values in rows:
            key = values["key"]
            finding = there.get(key) or Finding(evidence=item)
            row = {**values, "figure": figures.get(values["figure"]), "position": places[key]}
            self.keep("findings", (self.claim.key, item.source.citekey, key), finding, row)

    def appraisals(self, item: Evidence, rows: Iterable[Values]) -> None:
        there = {(row.instrument, row.result): row for row in item.appraisals.filter(superseded_at__isnull=True)}
        now = timezone.now()
        for values in rows:
            name = (values["instrument"], values["result"])
            current, fresh = there.get(name), Appraisal(evidence=item, recorded_at=now, **values)
            if current and not differs(current, values):
                continue
            key = (self.claim.key, item.source.citekey, *name)
            try:
                checked(fresh)
            except InstrumentError as error:
                raise RowRefused("appraisals", key, ValidationError(str(error))) from error
            if current:
                self.keep("appraisals", key, current, {"superseded_at": now})
            self.keep("appraisals", key, fresh, {})

    def assessments(self, rows: Iterable[Values]) -> None:
        there = {row.outcome: row for row in self.claim.assessments.filter(superseded_at__isnull=True)}
        now = timezone.now()
        for values in rows:
            current = there.get(values["outcome"])
            if current and not differs(current, values):
                continue
            key = (self.claim.key, values["outcome"])
            fresh = Assessment(claim=self.claim, recorded_at=now, **values)
            if errors := errors_of(check_judgements(fresh.judgements)):
                raise RowRefused("assessments", key, ValidationError([error.message for error in errors]))
            fresh.certainty = str(rate_certainty(fresh.judgements).certainty)
            if current:
                self.keep("assessments", key, current, {"superseded_at": now})
            self.keep("assessments", key, fresh, {})


@verb
def import_claim(
    *,
    claim: Claim | None,
    number: int | None,
    fields: Values,
    topics: Sequence[str],
    occurrences: Sequence[Values],
    figures: Sequence[Values],
    evidence: Sequence[Values],
    assessments: Sequence[Values],
    choices: Mapping[str, tuple[str, Any]],
    bundle: str,
) -> tuple[Claim, bool]:
    """Store a claim with all its parts as a bundle brings them, and appraise it once.

    ``claim`` is the one that has the key already; ``number`` a free public number for a new one. Each row of
    ``evidence`` holds its ``findings``, whose ``figure`` is a figure's key, and its ``appraisals``. ``choices`` says
    by the subject of an override who chose and when, where that was not the bundle. A changed claim is a draft
    again. Returns the claim and whether anything in it changed. Raises `RowRefused`.
    """
    lock_content()
    claim = claim or Claim(number=number or next_number(Claim))
    work = _Import(claim, bundle)
    work.keep("claims", (fields["key"],), claim, fields)
    work.topics(topics)
    work.occurrences(occurrences)
    work.evidence(evidence, work.figures(figures))
    work.assessments(assessments)
    if work.changed:
        reopen(claim, user=None, why=work.why)
        work.keep("claims", (fields["key"],), claim, {"bundle": bundle})
        appraise_claim(claim, user=None)
        _name_choices(claim, choices)
        leave_event(user=None, verb="import_claim", object_name=claim.name, why=work.why)
    return claim, work.changed


def _name_choices(claim: Claim, choices: Mapping[str, tuple[str, Any]]) -> None:
    """Say in the ledger who chose, where the bundle knows."""
    for subject, (name, moment) in choices.items():
        rows = claim.overrides.filter(subject=subject, superseded_at__isnull=True, made_by__isnull=True)
        rows.filter(made_by_name=name_of(None)).update(made_by_name=name, made_at=moment)


@verb
def import_source(*, source: Source | None, number: int | None, fields: Values, bundle: str) -> Source:
    """Add a source as a bundle brings it, or revise the one that has the citekey. Raises `RowRefused`."""
    lock_content()
    try:
        if source is None or differs(source, fields):
            _check_design(fields["design"])
        if source is None:
            return add_source(number=number, user=None, why=because_of(bundle), **fields)
        if differs(source, fields):
            revise_source(source=source, user=None, why=because_of(bundle), **fields)
            list_sources([source.citekey])
            raise_content_version()
    except ValidationError as error:
        raise RowRefused("sources_curation", (fields["citekey"],), error) from error
    return source


def _check_design(design: str) -> None:
    try:
        check_design(design)
    except ValidationError as error:
        raise ValidationError({"design": error.messages}) from error


@verb
def import_notice(*, source: Source, kind: str, on: date, fields: Values, bundle: str) -> Notice:
    """Record a notice as a bundle brings it, or revise the same notice. Raises `RowRefused`."""
    notice = source.notices.filter(kind=kind, date=on).first()
    try:
        if notice is None:
            return mark_notice(source=source, kind=kind, on=on, user=None, **fields)[0]
        if differs(notice, fields):
            revise_notice(notice=notice, user=None, why=because_of(bundle), **fields)
            list_sources([source.citekey])
            raise_content_version()
    except ValidationError as error:
        raise RowRefused("notices", (source.citekey, kind, on.isoformat()), error) from error
    return notice


@verb
def import_article(*, article: Article | None, number: int | None, fields: Values, bundle: str) -> Article:
    """Record an article as a bundle describes it, or revise the one that has the slug. Raises `RowRefused`."""
    lock_content()
    article = article or Article(number=number or next_number(Article))
    if article._state.adding or differs(article, fields):
        for name, value in fields.items():
            setattr(article, name, value)
        try:
            store(article, user=None, why=because_of(bundle))
        except ValidationError as error:
            raise RowRefused("articles", (fields["slug"],), error) from error
        leave_event(user=None, verb="import_article", object_name=article.name, why=because_of(bundle))
    return article


@verb
def import_omissions(*, article: Article, rows: Sequence[Values], bundle: str) -> None:
    """Record what an article leaves out, in this order. Each row holds its ``claims`` and ``sources``."""
    there = {omission.key: omission for omission in article.omissions.all()}
    places = positions([values["key"] for values in rows], {key: row.position for key, row in there.items()})
    for values in rows:
        row = {**values, "position": places[values["key"]]}
        omission = there.get(values["key"])
        if omission and not _omission_differs(omission, row):
            continue
        try:
            record_omission(article=article, omission=omission, user=None, **row)
        except ValidationError as error:
            raise RowRefused("omissions", (article.slug, values["key"]), error) from error
    leave_event(user=None, verb="import_omissions", object_name=article.name, why=because_of(bundle))


def _omission_differs(omission: Omission, values: Values) -> bool:
    claims = [link.claim for link in omission.claim_links.select_related("claim")]
    sources = [link.source for link in omission.source_links.select_related("source")]
    words = {name: value for name, value in values.items() if name not in ("claims", "sources")}
    return differs(omission, words) or (claims, sources) != (values["claims"], values["sources"])


def record_bundle_load(*, bundle: str, sha256: str) -> BundleLoad:
    """Remember that a bundle with this content was loaded."""
    load = BundleLoad.objects.create(name=bundle, sha256=sha256, loaded_at=timezone.now())
    leave_event(user=None, verb="load_bundle", object_name=bundle, why=sha256)
    return load
