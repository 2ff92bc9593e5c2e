"""Which instrument suits a piece of evidence, and whether an appraisal agrees with its risk of bias."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from claims.documents.appraisal_instrument import judged
from claims.grade.instruments.instrument import Instrument, published_word
from claims.grade.instruments.registry import INSTRUMENTS, instrument
from claims.grade.vocabulary import Design, RiskOfBias
from claims.models import Appraisal, Evidence
from sources.labels import label

#: The instrument made for a design; other designs have none, and a curator may choose any.
SUITED = {
    Design.RCT_PARALLEL: "rob2-2019-assignment",
    Design.RCT_CROSSOVER: "rob2-2019-assignment",
    Design.NONRANDOMISED_TRIAL: "robins-i-2016",
    Design.COHORT: "robins-i-2016",
    Design.CASE_CONTROL: "robins-i-2016",
    Design.CROSS_SECTIONAL: "robins-i-2016",
    Design.SYSTEMATIC_REVIEW: "amstar2-2017",
    Design.META_ANALYSIS: "amstar2-2017",
}
#: The overall word of an instrument for risk of bias, in the word that evidence has for it. AMSTAR 2 is left out:
#: confidence in a review is not the risk of bias of its result.
AS_RISK = {
    "low": RiskOfBias.LOW,
    "low_except_confounding": RiskOfBias.LOW,
    "some_concerns": RiskOfBias.SOME_CONCERNS,
    "moderate": RiskOfBias.SOME_CONCERNS,
    "no_information": RiskOfBias.UNCLEAR,
    "high": RiskOfBias.HIGH,
    "serious": RiskOfBias.HIGH,
    "critical": RiskOfBias.HIGH,
}
WITHOUT_RISK = frozenset({"amstar2-2017"})


@dataclass(frozen=True, slots=True)
class Offer:
    """An instrument that the page offers; `suited` is the one made for the design."""

    instrument: Instrument
    suited: bool


def offers_for(evidence: Evidence) -> Iterator[Offer]:
    """Yield every instrument that is not superseded, the one that suits the design first."""
    suited = SUITED.get(Design(evidence.design)) if evidence.design else None
    current = [item for item in INSTRUMENTS.values() if not item.superseded_by]
    for found in sorted(current, key=lambda item: item.id != suited):
        yield Offer(found, found.id == suited)


@dataclass(frozen=True, slots=True)
class Row:
    """A recorded appraisal as a list shows it."""

    appraisal: Appraisal
    title: str
    overall: str
    symbol: str
    reason: str
    differs: str

    @property
    def published(self) -> str:
        """Return the rating that others printed, in its words."""
        word = published_word(instrument(self.appraisal.instrument), self.appraisal.published_rating)
        return word.label if word else ""

    @property
    def who(self) -> str:
        """Return who recorded it."""
        by = self.appraisal.recorded_by
        return by.get_username() if by else gettext("the program")


def row_of(appraisal: Appraisal, evidence: Evidence) -> Row:
    """Return a recorded appraisal with its overall judgement and how that stands to the evidence's risk of bias."""
    result = judged(appraisal)
    overall = result.overall
    return Row(
        appraisal,
        instrument(appraisal.instrument).title,
        label(overall) if overall else gettext("not complete"),
        overall.symbol if overall else "…",
        result.overall_reason,
        _difference(appraisal, evidence, overall.value if overall else "", label(overall) if overall else ""),
    )


def _difference(appraisal: Appraisal, evidence: Evidence, overall: str, named: str) -> str:
    if not overall or appraisal.superseded_at or appraisal.instrument in WITHOUT_RISK:
        return ""
    risk = AS_RISK[overall]
    if risk == evidence.risk_of_bias:
        return ""
    said = gettext(
        "The overall judgement is “%(overall)s”, which the evidence would call “%(risk)s”, but its risk of bias "
        "says “%(recorded)s”. Nothing was changed: decide which holds and say why."
    )
    recorded = RiskOfBias(evidence.risk_of_bias)
    return said % {"overall": named, "risk": label(risk), "recorded": label(recorded)}
