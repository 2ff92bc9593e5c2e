"""The words that make a sentence as strong as it is; the methodology page prints them."""

from __future__ import annotations

PROOF = (
    "proven", "proves", "proved", "guarantees", "guaranteed", "always", "never fails", "undoubtedly", "without doubt",
    "definitely", "certainly", "cures", "cure for", "eliminates", "eradicates", "100 %", "100%", "beyond doubt",
    "no doubt", "no question",
)  # fmt: skip
HEDGES = (
    "may", "might", "can", "could", "possibly", "perhaps", "probably", "likely", "potentially", "suggests", "suggest",
    "suggested", "suggesting", "indicates", "indicate", "appears", "appear", "seems", "seem", "is thought to",
    "are thought to", "is believed to", "are believed to", "is considered", "are considered", "is expected to",
    "tends to", "tend to", "some evidence", "limited evidence", "preliminary",
    "uncertain", "unclear", "it is possible", "unlikely", "doubtful", "improbable", "unproven", "no evidence",
    "no good evidence", "no convincing evidence", "little evidence", "insufficient evidence", "not enough evidence",
    "no proof",
)  # fmt: skip
ASSOCIATION = (
    "associated with", "association between", "linked to", "linked with", "link between", "links", "connected with",
    "connected to", "correlates", "correlate", "correlated", "correlation", "goes along with", "go along with",
    "goes together", "go together", "goes hand in hand", "go hand in hand", "related to", "tracks", "accompanies",
    "accompanied by", "coincides with", "more common in", "less common in", "risk factor for", "risk factors for",
    "predicts", "predict", "predicted", "predictor of", "predictors of",
)  # fmt: skip
#: Verbs of cause in their base form; their other forms are built.
CAUSE_VERBS = (
    "accelerate", "activate", "affect", "aid", "alleviate", "balance", "block", "boost", "calm", "cause", "change",
    "combat", "contribute", "counteract", "cut", "damage", "decrease", "deepen", "delay", "deplete", "diminish",
    "disturb", "double", "drive", "ease", "enable", "enhance", "ensure", "extend", "fight", "foster", "halve",
    "hamper", "harm", "heal", "help", "impair", "improve", "increase", "induce", "influence", "inhibit", "irritate",
    "keep", "lead", "lessen", "lower", "maximise", "maximize", "minimise", "minimize", "normalise", "normalize",
    "optimise", "optimize", "prevent", "produce", "prolong", "promote", "protect", "quieten", "raise", "reduce",
    "regulate", "relax", "relieve", "replenish", "restore", "shorten", "slow", "soothe", "spare", "speed",
    "stabilise", "stabilize", "steady", "stimulate", "strengthen", "support", "suppress", "treat", "trigger",
    "triple", "upset", "weaken", "worsen",
)  # fmt: skip
CAUSE_PHRASES = (
    "results in", "result in", "the result of", "due to", "because of", "thanks to", "owing to", "brings about",
    "acts on", "act on", "by making", "effect on", "gives you", "give you", "gave you", "gives people", "give people",
    "gives them", "makes you", "make you", "made you", "makes people", "make people", "made people", "makes them",
    "makes it easier", "make it easier", "makes it harder", "make it harder",
)  # fmt: skip
