"""How strongly a sentence puts its claim: read from its words by a table that the methodology page prints.

Order of the rules: proof words, then hedges, then association, then cause; a sentence with none of them states a
plain fact. A hedge covers what follows it in its clause: "may be a cure" is hedged, and a cause stated before a hedge
and joined by "and" stays a cause. A denied proof ("not proven", "no evidence that") hedges; a denied cause ("does not
reduce") stays one, because no effect is as much a claim as an effect. "Is said to" reports without limiting what it
reports, so it is no hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from claims.grade.strength_words import ASSOCIATION, CAUSE_PHRASES, CAUSE_VERBS, HEDGES, PROOF
from claims.grade.vocabulary import WordingStrength

__all__ = ["CAUSE_VERBS", "STRENGTH_WORDS", "base_form", "strength_of", "third_person"]

_IRREGULAR = {
    "control": ("controls", "controlled", "controlling"), "cut": ("cuts", "cutting"),
    "drive": ("drives", "drove", "driven", "driving"), "fight": ("fights", "fought", "fighting"),
    "keep": ("keeps", "kept", "keeping"), "lead": ("leads", "led", "leading"),
    "speed": ("speeds", "sped", "speeding"), "upset": ("upsets", "upsetting"),
}  # fmt: skip


def third_person(verb: str) -> str:
    """Return the form after he, she or it of a regular English verb given in its base form ("ease" to "eases")."""
    head, _, rest = verb.partition(" ")
    if re.search(r"(?:s|sh|ch|x|z|o)$", head):
        head += "es"
    elif re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ies"
    else:
        head += "s"
    return f"{head} {rest}".strip()


def base_form(verb: str) -> str:
    """Return the base form of a verb given in it or in the third person ("reduces" to "reduce")."""
    head, _, rest = verb.strip().partition(" ")
    known = _BASES.get(head.lower())
    if known is None:
        known = _guess_base(head)
    return f"{known} {rest}".strip()


def _guess_base(word: str) -> str:
    if re.search(r"(?:ss|us|is)$", word) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz|o)es$", word):
        return word[:-2]
    return word[:-1]


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if re.search(r"[^aeiou]y$", verb):
        return (verb, third_person(verb), verb[:-1] + "ied", verb + "ing")
    stem = verb.removesuffix("e")
    return (verb, third_person(verb), stem + "ed", stem + "ing")


_BASES = {form: verb for verb in CAUSE_VERBS for form in (verb, third_person(verb))}

#: The words that make a sentence as strong as it is. A sentence with none of them is absolute.
STRENGTH_WORDS: Mapping[WordingStrength, tuple[str, ...]] = MappingProxyType(
    {
        WordingStrength.ABSOLUTE: PROOF,
        WordingStrength.HEDGED: HEDGES,
        WordingStrength.ASSOCIATIONAL: ASSOCIATION,
        WordingStrength.CAUSAL: (*CAUSE_VERBS, *CAUSE_PHRASES),
    }
)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


_PROOF_FOUND = _pattern(PROOF)
_HEDGE_FOUND = _pattern(HEDGES)
_ASSOCIATION_FOUND = _pattern(ASSOCIATION)
_CAUSE_FOUND = _pattern([*(form for verb in CAUSE_VERBS for form in _forms(verb)), *CAUSE_PHRASES])
#: "Unproven", "not proven", "has never been proven", "no study proves" deny the proof instead of claiming it.
_DENIED = re.compile(
    r"\b(?:not(?!\s+(?:only|just)\b)|never|no|nothing|none|hardly|nobody|without)\b[^,;.]{0,40}$|n['’]t\b[^,;.]{0,40}$",
    re.I,
)
#: "In May 2020", "a can of", "cannot" and "can not" are no hedges.
_NO_HEDGE = re.compile(
    r"\b(?:(?i:in|of|since|until|by|from|during|last|this|next|early|late)|\d)\s+May\b(?!\s+(?:be|have|\w+e)\b)"
    r"|\bMay\s+\d|\b[Aa]\s+can\b|\bcan\s+not\b"
)
#: Kinds of tablets and of soreness, which do nothing: "extended release", "delayed onset".
_NAMED = re.compile(
    r"\b(?:extended|delayed|sustained|prolonged|slow|controlled)[\s-]+(?:release|onset|action)\b"
    r"|\bcontrolled\s+(?:(?:\w+\s+)?(?:trial|study|studies|experiment|comparison)s?|for)\b|\bcontrolling\s+for\b",
    re.I,
)
#: "Makes sleep deeper", "made them feel calm", where what is made is a state, not a thing; "has a calming effect".
_MADE_SO = re.compile(
    r"\b(?:makes?|made|renders?|rendered)\s+(?!up\b|from\b|of\b|by\b|in\b|sense\b|sure\b|clear\b)"
    r"(?:(?!(?:from|of|by|in|with|for|to|that|and|or|but|out)\b)[\w'’-]+\s+){1,4}?"
    r"(?:more|less|(?!(?:other|over|after|under|ever|never|water|paper|powder|number|order|whether|either|together|"
    r"consumer|user|manufacturer|supplier|fiber|summer|winter|later|per|her)\b)\w{2,}er|better|worse|calm|sleepy|tired|"
    r"drowsy|alert|possible|impossible|easy|hard|stable|available|excitable|feel|sleep|relax|fall|recover|contract|work)\b"
    r"|\b(?:has|have|had|exerts?)\s+(?:[\w-]+\s+){0,4}(?:effects?|impact|benefits?)\b",
    re.I,
)
#: A noun of cause ("the causes of", "an increase in", "the effect on") says nothing of who did it.
_NOUN_BEFORE = re.compile(r"\b(?:an?|the|of|no|this|that|its|their|more|less)\s+$", re.I)
#: Base forms that are nouns or adjectives as well ("lower scores", "support"), and what shows them to be verbs.
_TWO_FACED = frozenset(
    {
        "aid", "balance", "boost", "calm", "cause", "change", "control", "cut", "damage", "decrease", "delay",
        "double", "drive", "fight", "harm", "help", "increase", "influence", "lead", "lower", "raise", "slow",
        "speed", "steady", "support", "trigger", "triple", "upset",
    }
)  # fmt: skip
_TWO_FACED_PLURALS = frozenset(map(third_person, _TWO_FACED))
#: "Than in controls", "with changes": a plural behind a preposition or a number word is a noun.
_PLURAL_NOUN_BEFORE = re.compile(
    r"\b(?:in|with|of|than|versus|among|for|from|by|on|between|as|no|all|some|these|those|both|many|few|fewer|healthy)\s+$",
    re.I,
)
#: "People with reduced iron": a participle before what it describes.
_PARTICIPLE_BEFORE = re.compile(r"\b(?:with|of|in|for|from|on|an?|the|their|its|his|her|than|at)\s+$|^\s*$", re.I)
_PLURAL_NOUN_AFTER = re.compile(r"\s+(?:of|in|between|were|are|have)\b", re.I)
_VERB_BEFORE = re.compile(
    r"(?:^|\b(?:to|not|never|will|would|do|does|did|also|and|or|they|we|these|those|that|which|who|people)|n['’]t|\w{2,}s)"
    r"\s*$",
    re.I,
)
_NOUN_AFTER = re.compile(r"\s+(?:than|of|in|from|between)\b", re.I)
_COMPARED = re.compile(r"\b(?:more|less|as|equally|times)\s+$", re.I)
_JOINED = re.compile(r",|;|\b(?:and|but|while|whereas)\b", re.I)


def strength_of(sentence: str) -> WordingStrength:
    """Return how strongly an English sentence puts what it claims."""
    text = _NAMED.sub(_masked, _NO_HEDGE.sub(_masked, sentence))
    proofs = [match.start() for match in _PROOF_FOUND.finditer(text)]
    claimed = [start for start in proofs if not _DENIED.search(text[:start])]
    if any(not _is_hedged(text, start) for start in claimed):
        return WordingStrength.ABSOLUTE
    hedges = [match.start() for match in _hedges(text)]
    limited = [*hedges[:1], *(start for start in proofs if start not in claimed)]
    if limited and not _cause_before(text, min(limited)):
        return WordingStrength.HEDGED
    association = _ASSOCIATION_FOUND.search(text)
    cause = _first_cause(text)
    if association and (cause is None or association.start() < cause):
        return WordingStrength.ASSOCIATIONAL
    return WordingStrength.ABSOLUTE if cause is None else WordingStrength.CAUSAL


def _masked(match: re.Match[str]) -> str:
    return "#" * len(match.group())


def _hedges(text: str) -> list[re.Match[str]]:
    """Return the hedges of a text; "more likely" compares how common things are, and is none."""
    return [match for match in _HEDGE_FOUND.finditer(text) if not _COMPARED.search(text[: match.start()])]


def _is_hedged(text: str, start: int) -> bool:
    """Tell whether a hedge stands before ``start`` in the same clause."""
    hedges = [match.end() for match in _hedges(text[:start])]
    return bool(hedges) and not _JOINED.search(text, hedges[-1], start)


def _first_cause(text: str) -> int | None:
    made = _MADE_SO.search(text)
    starts = [made.start()] if made else []
    for match in _CAUSE_FOUND.finditer(text):
        if _is_verb(match.group().lower(), text[: match.start()], text[match.end() :]):
            starts.append(match.start())
            break
    return min(starts, default=None)


def _is_verb(word: str, before: str, after: str) -> bool:
    if " ".join(word.split()) in CAUSE_PHRASES:
        return True
    if _NOUN_BEFORE.search(before) or (word.endswith("ing") and re.match(r"\s+of\b", after)):
        return False
    if word in _TWO_FACED_PLURALS:
        return not _PLURAL_NOUN_AFTER.match(after) and not _PLURAL_NOUN_BEFORE.search(before)
    if word.endswith("ed") and _PARTICIPLE_BEFORE.search(before):
        return re.match(r"\s+by\b", after) is not None
    if word in _TWO_FACED:
        return bool(_VERB_BEFORE.search(before)) and not _NOUN_AFTER.match(after)
    return True


def _cause_before(text: str, hedge: int) -> bool:
    """Tell whether a cause is stated in a clause of its own before the hedge."""
    cause = _first_cause(text[:hedge])
    if cause is None or re.match(r"\w+ing\b", text[cause:]):
        return False
    return _JOINED.search(text, cause, hedge) is not None
