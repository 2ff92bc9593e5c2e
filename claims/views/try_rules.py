"""Try the rules: a reader types a sentence and findings, and sees how figures are read and checked, and why.

The answer is a function of the address alone: nothing is stored, no cookie is set, the database is not asked.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from claims.figures.reading import read_figures
from claims.forms.trying import MOST_FINDINGS, FindingForm, SentenceForm
from claims.views.page import page
from claims.views.try_examples import EXAMPLES
from claims.views.try_findings import findings_of, is_filled, rows_of, rows_too_many, short_query
from claims.views.try_marking import marked_pieces
from claims.views.try_result import try_result

#: What a reader typed is nobody else's: no cache keeps it, and no search engine lists it.
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
FORMATS = ("html", "json")


@require_safe
def try_rules(request: HttpRequest) -> HttpResponse:
    """Show the form, and below it what the rules say about what was typed; 400 where something cannot be read."""
    query = request.GET
    sentence, rows = _forms(query)
    problems = _problems(query, sentence, rows)
    result = None
    if not problems and sentence.is_bound and sentence.cleaned_data["text"]:
        result = try_result(sentence.cleaned_data, findings_of(rows))
    status = 400 if problems else 200
    if query.get("format") == "json":
        return JsonResponse(_json(result, problems), status=status, headers=HEADERS)
    context = _context(query, sentence, rows, problems, result)
    return HttpResponse(render_to_string("claims/try.html", context, request), status=status, headers=HEADERS)


def _forms(query: QueryDict) -> tuple[SentenceForm, list[FindingForm]]:
    """Return the forms as the address fills them. A reader who asks for one more row may do so before typing."""
    is_asked = (
        is_filled(query) or query.get("format") == "json" or any(name in query for name in SentenceForm.base_fields)
    )
    sentence = SentenceForm(query if is_asked else None, label_suffix="")
    sentence.fields["text"].required = "add" not in query
    if not sentence.is_bound or not sentence.is_valid() or not sentence.cleaned_data["text"]:
        return sentence, rows_of(query)
    return sentence, rows_of(query, len(read_figures(sentence.cleaned_data["text"])))


def _problems(query: QueryDict, sentence: SentenceForm, rows: list[FindingForm]) -> dict[str, list[str]]:
    """Return every message by the name of its field."""
    problems: dict[str, list[str]] = {}
    for form in (sentence, *rows):
        for name, messages in form.errors.items():
            problems[form.add_prefix(name)] = [str(message) for message in messages]
    for prefix in rows_too_many(query):
        said = gettext("There is no row %(row)s; expected at most %(most)d findings, f1 to f%(most)d.")
        problems[prefix] = [said % {"row": prefix, "most": MOST_FINDINGS}]
    if query.get("format", "html") not in FORMATS:
        said = gettext("“%(format)s” is no format; expected html or json.")
        problems["format"] = [said % {"format": query["format"]}]
    return problems


def _told(
    problems: dict[str, list[str]], sentence: SentenceForm, rows: list[FindingForm]
) -> list[tuple[str, str, str]]:
    """Return the messages for the head of the page: the field's id (empty where it has none), its name, the message."""
    fields = {bound.html_name: bound for form in (sentence, *rows) for bound in form}
    told = []
    for name, messages in problems.items():
        bound = fields.get(name)
        row = (
            gettext("Finding %(number)s") % {"number": name[1]} + ", "
            if bound and isinstance(bound.form, FindingForm)
            else ""
        )
        label = f"{row}{bound.label}" if bound else ""
        told += [(bound.auto_id if bound else "", label, message) for message in messages]
    return told


def _json(result: dict[str, Any] | None, problems: dict[str, list[str]]) -> dict[str, Any]:
    return {"problems": problems} if result is None else result


def _context(
    query: QueryDict,
    sentence: SentenceForm,
    rows: list[FindingForm],
    problems: dict[str, list[str]],
    result: dict[str, Any] | None,
) -> dict[str, Any]:
    return page(
        gettext("Try the rules"),
        description=gettext(
            "Type a sentence and findings, and see how figures are read and checked, with the reasons."
        ),
        path=reverse("try"),
        section="methodology",
        form=sentence,
        rows=rows,
        most_rows=MOST_FINDINGS,
        problems=_told(problems, sentence, rows),
        result=result,
        pieces=marked_pieces(result) if result else (),
        examples=EXAMPLES,
        query=short_query(query),
    )
