"""The texts that pages print from the program's own tables: vocabularies, rules, instruments, wording.

The rooms that hold them are pure and know nothing of translation, so their texts are gathered by asking them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

#: Context, text, and where it stands.
Text = tuple[str | None, str, str]

ROOT = Path(__file__).resolve().parent.parent
#: Members that are names for machines or signs, and no words.
NO_WORDS = frozenset({"id", "value", "symbol", "verdict"})


def tabled_texts() -> Iterator[Text]:
    """Yield every text once for each context; Django has to be set up."""
    yield from dict.fromkeys((*_of_vocabularies(), *_of_sizes(), *_of_names(), *_of_history(), *_of_tables()))


def vocabularies() -> list[type[Any]]:
    """Return every vocabulary of the program, by name."""
    from claims.views import glossary  # noqa: F401  (the page of all vocabularies loads those that nothing else does)
    from sources.words import Word

    found, waiting = set(), [Word]
    while waiting:
        for vocabulary in waiting.pop().__subclasses__():
            found.add(vocabulary)
            waiting.append(vocabulary)
    return sorted((item for item in found if not item.__module__.startswith("tests.")), key=lambda item: item.__name__)


def _of_vocabularies() -> Iterator[Text]:
    for vocabulary in vocabularies():
        place = vocabulary.__module__.replace(".", "/") + ".py"
        if vocabulary.__doc__:
            yield None, vocabulary.__doc__.strip().split("\n")[0], place
        for word in vocabulary:
            yield vocabulary.__name__, word.label, place
            if word.definition:
                yield None, word.definition, place


def _of_sizes() -> Iterator[Text]:
    from claims.grade.wording import SIZES

    for size in SIZES:
        yield "size of an effect", size, "claims/grade/wording.py"


def _of_names() -> Iterator[Text]:
    from django.apps import apps

    from maglyc.names import NAMED, names_in

    for app in NAMED:
        for name in names_in(apps.get_app_config(app)):
            yield None, name, f"{app}/models"


def _of_history() -> Iterator[Text]:
    """What was done: the names under which the verbs leave their events, and what became of a row."""
    from sources.admin.history import ACTIONS

    for path in sorted([*ROOT.glob("*/actions.py"), *ROOT.glob("*/actions/**/*.py")]):
        for verb in re.findall(r'\bverb="([a-z_]+)"', path.read_text(encoding="utf-8")):
            yield "event", verb.replace("_", " "), path.relative_to(ROOT).as_posix()
    for action in ACTIONS.values():
        yield None, action, "sources/admin/history.py"


def _of_tables() -> Iterator[Text]:
    from claims.figures.checking import EARLIER, RULES
    from claims.grade.absolute_rules import describe_absolute
    from claims.grade.describing import describe_figures, describe_ruleset, describe_wording
    from claims.grade.instruments.describe import NotJudged, describe, undecided
    from claims.grade.instruments.registry import INSTRUMENTS
    from claims.grade.rulesets import RULESETS

    tables = {
        "claims/figures/verdicts.py": RULES,
        "claims/figures/earlier_verdicts.py": [(item.rules, item.changed) for item in EARLIER],
        "claims/grade/rulesets.py": [(item.title, item.source, describe_ruleset(item)) for item in RULESETS.values()],
        "claims/grade/describing.py": describe_figures(),
        "claims/grade/wording.py": describe_wording(),
        "claims/grade/absolute_rules.py": describe_absolute(),
        "claims/grade/instruments/describe.py": [
            *((describe(item), undecided(item)) for item in INSTRUMENTS.values()),
            # what a table of results may say beside the words of its instrument
            "Overall",
            *(word.label for word in NotJudged),
        ],
    }
    for place, table in tables.items():
        for text in texts_in(table):
            yield None, text, place


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts with at least one letter in a structure of dataclasses, dicts and lists."""
    if isinstance(value, str):
        if any(sign.isalpha() for sign in value):
            yield str(value)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if name not in NO_WORDS:
                yield from texts_in(item)
    elif is_dataclass(value):
        yield from texts_in({field.name: getattr(value, field.name) for field in fields(value)})
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts_in(item)
