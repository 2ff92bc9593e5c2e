"""Verbs on what readers report: they report a problem, a curator takes it and answers it."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import User as Person
from django.utils import timezone
from django.utils.translation import gettext

from claims.actions.content import raise_content_version
from claims.actions.problem_limit import count_report
from claims.models import Claim, Problem
from claims.models.problem_words import OUTCOMES, ProblemState
from claims.policies import Refused
from sources.actions import leave_event, store, verb
from sources.labels import label

#: Signs of a reference code: none can be taken for another, and no two make a word.
SIGNS = "23456789BCDFGHJKMNPQRTVWXZ"


def new_reference() -> str:
    """Return a code that nobody can guess, such as ``P-7K3M-9QX2`` (26 signs, 8 places: 37 bits)."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"P-{signs[:4]}-{signs[4:]}"


@verb
def report_problem(
    *,
    kind: str,
    message: str,
    address: str,
    reference: str = "",
    page: str = "",
    link: str = "",
    email: str = "",
    claim: Claim | None = None,
    version: int | None = None,
    citekey: str = "",
) -> Problem:
    """Keep what a reader reports. ``address`` is counted against floods and not kept.

    The same report under the same reference is the one there is: a reader pressed the button twice.
    Raises `TooManyReports` where there is no room for another one now.
    """
    sent = Problem.objects.filter(reference=reference).first()
    if sent and (sent.kind, sent.message) == (kind, message):
        return sent
    now = timezone.now()
    count_report(address, now=now)
    problem = Problem(
        reference=reference if reference and not sent else new_reference(),
        kind=kind,
        message=message,
        link=link,
        email=email,
        page=page,
        claim=claim,
        version=version,
        citekey=citekey,
        reported_at=now,
    )
    store(problem, user=None, why="reported by a reader")
    leave_event(user=None, verb="report_problem", object_name=problem.name, why="reported by a reader")
    return problem


def _check_waiting(problem: Problem) -> None:
    if not problem.is_waiting:
        raise Refused(gettext("%(name)s is answered already.") % {"name": problem.name})


@verb
def take_problem(*, problem: Problem, user: Person) -> Problem:
    """Say that this curator looks at a report; another may take it over."""
    problem.refresh_from_db()
    _check_waiting(problem)
    problem.state = ProblemState.TAKEN.value
    problem.taken_by = user
    store(problem, user=user)
    leave_event(user=user, verb="take_problem", object_name=problem.name)
    return problem


def _public_version(problem: Problem) -> int | None:
    """Return the version of the reported claim that is public now, or None where there is none."""
    if problem.claim is None:
        return None
    return problem.claim.publications.filter(is_current=True).values_list("version", flat=True).first()


def _check_answer(problem: Problem, outcome: str, note: str, version: int | None) -> None:
    """Raise `Refused` where the answer is not whole, or says corrected and readers still see what was reported."""
    _check_waiting(problem)
    if outcome not in OUTCOMES:
        raise Refused(gettext("Choose an outcome: %(words)s.") % {"words": ", ".join(map(label, OUTCOMES))})
    if not note.strip():
        raise Refused(gettext("Write the public note: the reader finds it by the reference code."))
    if outcome == ProblemState.CORRECTED and problem.claim and version and version <= (problem.version or 0):
        said = gettext("Publish the changed claim first: readers still see %(name)sv%(version)d, which was reported.")
        raise Refused(said % {"name": problem.claim.name, "version": version})


@verb
def resolve_problem(*, problem: Problem, user: Person, outcome: str, note: str) -> Problem:
    """Answer a report with an outcome of `OUTCOMES` and a public note; the reader's e-mail address is erased.

    Where it led to a change, the corrections page says so at once.
    """
    problem.refresh_from_db()
    version = _public_version(problem)
    _check_answer(problem, outcome, note, version)
    problem.state = outcome
    problem.note = note.strip()
    problem.email = ""
    problem.answered_by = user
    problem.answered_at = timezone.now()
    problem.answered_version = version
    store(problem, user=user, why=problem.note)
    if outcome == ProblemState.CORRECTED:
        raise_content_version()
    leave_event(user=user, verb="resolve_problem", object_name=problem.name, why=f"{outcome}: {problem.note}")
    return problem
