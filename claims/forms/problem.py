"""What a reader fills in to report a problem, and what tells a person from a program that fills in every form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.forms.trying import TextField
from claims.models.problem import LONGEST_LINK, LONGEST_MESSAGE
from claims.models.problem_words import ProblemKind
from sources.bib.identifiers import (
    InvalidIdentifier,
    doi_url,
    normalise_pmcid,
    normalise_pmid,
    normalise_url,
    parse_doi,
    pmcid_url,
    pmid_url,
)
from sources.labels import choices

#: A person takes longer than this to read the form and type; a form older than a day has lost its page.
SHORTEST, LONGEST = timedelta(seconds=3), timedelta(days=1)
SIGNER = TimestampSigner(salt="claims.problem.opened")


class SourceField(forms.CharField):
    """A DOI, PMID, PMCID or web address as a reader pastes it; cleaned to the address where the work is found."""

    def to_python(self, value: Any) -> str:
        """Return the work's address, or an empty text. Raises ValidationError saying what was expected."""
        text = str(super().to_python(value) or "").strip()
        address = address_of(text) if text else ""
        if len(address) > LONGEST_LINK:
            raise forms.ValidationError(gettext("This address is too long to be kept; a DOI or PMID will do."))
        return address


def address_of(text: str) -> str:
    """Return where the work with this identifier is found; a bare number of up to eight digits is a PMID."""
    ways: tuple[Callable[[str], str], ...] = (_doi, _pmcid, _pmid)
    for way in ways:
        try:
            return way(text)
        except InvalidIdentifier:
            continue
    try:
        return normalise_url(text)
    except InvalidIdentifier as error:
        said = gettext(
            "“%(given)s” cannot be read; expected a DOI such as 10.1000/182, a PMID, a PMCID or a link with https://."
        )
        raise forms.ValidationError(said % {"given": text[:80]}, code="identifier") from error


def _doi(text: str) -> str:
    return doi_url(parse_doi(text))


def _pmcid(text: str) -> str:
    return pmcid_url(normalise_pmcid(text))


def _pmid(text: str) -> str:
    return pmid_url(normalise_pmid(text))


def opened(reference: str) -> str:
    """Return the signed mark of a form opened now; the reference is the code its report will have."""
    return SIGNER.sign(reference)


class ProblemForm(forms.Form):
    """A report; ``opened`` and ``website`` are not for people, the rest of the page's context travels beside it."""

    required_css_class = "is-required"

    kind = forms.ChoiceField(
        label=_("What kind of problem is it?"),
        choices=choices(ProblemKind),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what kind of problem it is; “something else” will do."),
            "invalid_choice": _("“%(value)s” is not in the list; choose one of the kinds shown."),
        },
    )
    message = TextField(
        label=_("What is wrong?"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In your own words, at most 4,000 characters. Leave out what nobody else should know about you."),
        error_messages={
            "required": _("Nothing was typed here; say what is wrong."),
            "max_length": _("%(show_value)d characters were typed; at most %(limit_value)d fit."),
        },
    )
    link = SourceField(
        label=_("A source that shows it (optional)"),
        max_length=400,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("A DOI, a PMID, a PMCID or a link, for example 10.1000/182."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address (optional)"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only if you would like an answer. It is erased as soon as your report is answered."),
        error_messages={"invalid": _("This is not an e-mail address; expected one such as name@example.org.")},
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "label_suffix": ""})
        self.reference = ""

    def clean_website(self) -> str:
        """Refuse what filled in the field that nobody sees."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(gettext("The last field is there to stop programs: empty it and send again."))
        return ""

    def clean_opened(self) -> str:
        """Return the signed mark and note its reference. Refuse a form sent too fast, too late or not from here."""
        mark: str = self.cleaned_data["opened"]
        try:
            self.reference = SIGNER.unsign(mark, max_age=LONGEST)
        except SignatureExpired as error:
            said = gettext("This form was open for more than a day. Look it over and send it again.")
            raise forms.ValidationError(said, code="late") from error
        except BadSignature as error:
            said = gettext("The form came back incomplete. Look it over and send it again.")
            raise forms.ValidationError(said, code="unsigned") from error
        if self._is_hasty(mark):
            said = gettext("That was faster than a person can type. Look it over and send it again.")
            raise forms.ValidationError(said, code="fast")
        return mark

    def _is_hasty(self, mark: str) -> bool:
        try:
            SIGNER.unsign(mark, max_age=SHORTEST)
        except SignatureExpired:
            return False
        return True

    @property
    def next_mark(self) -> str:
        """The mark for the form shown again: the one it came with, so that time goes on, unless it was no good."""
        given = self["opened"].value()
        return str(given) if self.is_bound and self.reference else ""
