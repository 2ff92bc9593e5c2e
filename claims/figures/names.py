"""Units that stand before the number as a name: "an odds ratio of 0.58", "aged 18-65", "a pH of 7.4"."""

from __future__ import annotations

import re

from claims.figures.bounds import BoundPhrase
from claims.figures.numerals import GAP, GAP0
from claims.figures.odds import VERBS
from claims.figures.quantities import Quantity
from claims.figures.unit_names import RATIO_OF, UNITS

_RATIO_WORDS = "|".join(
    sorted(
        (re.escape(n).replace(r"\ ", GAP) for n in RATIO_OF if not n.isupper() and n[:1] != "a"), key=len, reverse=True
    )
)
_RATIO_CODES = "|".join(name for name in RATIO_OF if name.isupper() or (name.startswith("a") and name[1:].isupper()))
_LINK = (
    rf"(?:{GAP0}\([A-Za-z ,]{{1,24}}\))?"
    rf"(?:{GAP0}(?:[:=,(\[]|of|was|is|were|for(?:{GAP}[a-z-]+){{1,6}}{GAP}(?:was|is)))?{GAP0}$"
)
_RATIO = re.compile(rf"(?<![A-Za-z])(?:(?P<word>(?i:{_RATIO_WORDS}))s?|(?P<code>{_RATIO_CODES})){_LINK}")
_SCALE = re.compile(rf"(?<![A-Za-z])(?P<name>pH|magnitude)(?:{GAP}(?:of|was|is))?{GAP0}$")
_AGE = re.compile(
    rf"\b(?:(?:aged?|ages)(?:{GAP}(?:of|is|was|between|from))?|age(?:{GAP}[a-z]+){{1,4}}{GAP}(?:from|to)){GAP0}$",
    re.IGNORECASE,
)
_FACTOR = re.compile(rf"\bby{GAP}(?:a{GAP})?factors?{GAP}of{GAP0}$")
#: "Servings per container: 30"
_HEADING = re.compile(
    rf"\b(servings|tablets|capsules|doses|pills|cups)(?:{GAP}per{GAP}[a-z]+)?{GAP0}:{GAP0}$", re.IGNORECASE
)
#: "Cohen's d of 0.31", "g = 0.4"
_EFFECT = re.compile(
    rf"(?:\bCohen's{GAP}d|\bHedges'?s?{GAP}g|(?<![\w'])[dg](?={GAP0}=))(?:{GAP0}=|{GAP}(?:of|was|is))?{GAP0}$"
)
#: "At 39, she is": a number that opens a sentence about somebody.
_AT_AGE = re.compile(rf"(?:^|[.!?]{GAP})At{GAP}$")
_SOMEBODY = re.compile(rf",{GAP}(?:he|she|[A-Z][a-z]+)\b")
_PEOPLE = re.compile(
    r"\b(?:people|persons?|adults|children|women|men|those|patients|anyone|anybody|everyone|girls|boys|kids|infants|players|"
    r"residents|citizens|pupils|workers|drivers|males|females|be|the|(?-i:[A-Z][a-z]+ans))\s{1,3}$",
    re.IGNORECASE,
)
#: Bounds that before a number and behind people make it an age.
_OVER = frozenset({"over", "under", "above", "below"})
_NAMED = re.compile(
    r"(?:[A-Z][\w'.-]*\s{1,3}[A-Z][\w'-]+|\b(?i:the|an?|his|her|their)\s{1,3}[a-z][a-z-]{2,}(?:er|or|ist|man|woman|ess|back|boy|girl|"
    r"son|ter|ian|ant|ent|eur|ard|ee|mother|father|host|pupil|nurse|coach|chief|victim|widow)),\s{1,3}$"
)
_THEN = re.compile(rf",{GAP}[a-z]|\.(?:\s|$)")
_OLDER = frozenset(
    {
        "or older",
        "and older",
        "or over",
        "and over",
        "or younger",
        "and younger",
        "and under",
        "and above",
        "or above",
        "or under",
    }
)
_AGED = re.compile(rf"\b(?:aged?|age{GAP}of){GAP}$", re.IGNORECASE)
_KNOWN = frozenset(UNITS.values())
_WINDOW = 64


def name_unit(text: str, quantity: Quantity, bound: BoundPhrase | None) -> bool:
    """Give a quantity without a unit the one that the words around it name, in place; tell whether they do.

    Behind a stated age or ratio a verb can look like a thing counted ("people over the age of 65 falls ..."): it is
    let go.
    """
    if quantity.unit:
        return _named_before_verb(text, quantity, bound)
    left = _left(text, quantity, bound)
    unit = _ratio_name(left) or _effect_name(left) or _scale_name(left)
    unit = unit or _age(text, quantity, left, bound.words if bound else "")
    if unit:
        quantity.unit = quantity.base = unit
    return bool(unit)


def _left(text: str, quantity: Quantity, bound: BoundPhrase | None) -> str:
    edge = bound.edge if bound else quantity.start
    return text[max(0, edge - _WINDOW) : edge]


def _named_before_verb(text: str, quantity: Quantity, bound: BoundPhrase | None) -> bool:
    if quantity.base in _KNOWN or not quantity.number_end:
        return False
    left = _left(text, quantity, bound)
    words = bound.words if bound else ""
    aged = words.endswith("age of") if bound else _AGED.search(left)
    if aged or (words in _OVER and quantity.base in VERBS and _PEOPLE.search(left)):
        unit = "years"
    else:
        unit = _ratio_name(left)
    if unit:
        quantity.unit = quantity.base = unit
        quantity.end = quantity.number_end
    return bool(unit)


def _is_older(part: str) -> bool:
    return ("er" in part or "above" in part) and " ".join(part.split()[1:3]).rstrip(".,;)") in _OLDER


def _ratio_name(left: str) -> str:
    if "atio" not in left and "isk" not in left and "ifference" not in left and "R" not in left and "SMD" not in left:
        return ""
    match = _RATIO.search(left)
    if match is None:
        return ""
    name = match["code"] or " ".join(match["word"].lower().split())
    return RATIO_OF.get(name, "")


def _effect_name(left: str) -> str:
    """Name an effect size, or what a heading counts."""
    if ("=" in left[-4:] or "'" in left) and _EFFECT.search(left):
        return "standardised mean difference"
    heading = _HEADING.search(left) if left.rstrip().endswith(":") else None
    return heading[1].lower() if heading else ""


def _scale_name(left: str) -> str:
    if "factor" in left and _FACTOR.search(left):
        return "fold"
    match = _SCALE.search(left) if "pH" in left or "magnitude" in left else None
    return match["name"] if match else ""


def _age(text: str, quantity: Quantity, left: str, bound: str) -> str:
    """Return "years" where the number is an age: "aged 18-65", "people over 65", "18 or older", "Ann Lee, 61, said"."""
    if not 0 < quantity.high <= 120 or quantity.high != int(quantity.high):
        return ""
    if bound.endswith("age of") or ("age" in left.lower() and _AGE.search(left)):
        return "years"
    if _is_older(text[quantity.start : quantity.end + 16].lower()):
        return "years"
    if quantity.high > 9:
        before = left.rstrip()
        if before.endswith(",") and _THEN.match(text, quantity.end) and _NAMED.search(left):
            return "years"
        if before.endswith("At") and _AT_AGE.search(left) and _SOMEBODY.match(text, quantity.end):
            return "years"
    return "years" if bound in _OVER and _PEOPLE.search(left) else ""
