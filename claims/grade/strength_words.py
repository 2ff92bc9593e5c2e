"""The words that make a sentence as strong as it is; the methodology page prints them."""

from __future__ import annotations

PROOF = (
    "proven", "proves", "proved", "guarantees", "guaranteed", "always", "never fails", "undoubtedly", "without doubt",
    "definitely", "certainly", "cures", "cure for", "eliminates", "eradicates", "100 %", "100%", "beyond doubt",
    "no doubt", "no question", "without question", "unquestionably", "undeniably", "invariably", "is a fact",
    "certain to", "sure to", "never causes", "never harms", "completely", "for everyone", "clearly", "prove that",
    "proof that", "all studies show", "every study shows",
)  # fmt: skip
HEDGES = (
    "may", "might", "can", "could", "possibly", "perhaps", "probably", "likely", "potentially", "suggests", "suggest",
    "suggested", "suggesting", "indicates", "indicate", "appears", "appear", "seems", "seem", "is thought to",
    "are thought to", "is believed to", "are believed to", "is considered", "are considered", "is expected to",
    "tends to", "tend to", "has the potential to", "have the potential to", "is presumed to", "are presumed to",
    "is assumed to", "are assumed to", "presumably", "supposedly", "arguably", "hints", "hint", "not clear",
    "not known", "unknown", "should help", "should improve", "should reduce", "should lower", "should ease",
    "some evidence", "limited evidence", "preliminary",
    "uncertain", "unclear", "it is possible", "unlikely", "doubtful", "improbable", "unproven", "no evidence",
    "no good evidence", "no convincing evidence", "little evidence", "insufficient evidence", "not enough evidence",
    "no proof",
)  # fmt: skip
ASSOCIATION = (
    "associated with", "association between", "linked to", "linked with", "link between", "links", "connected with",
    "connected to", "correlates", "correlate", "correlated", "correlation", "goes along with", "go along with",
    "goes together", "go together", "goes hand in hand", "go hand in hand", "related to", "tracks", "accompanies",
    "accompanied by", "coincides with", "more common in", "less common in", "risk factor for", "risk factors for",
    "predicts", "predict", "predicted", "predictor of", "predictors of", "association of", "association with",
    "associations between", "relationship between", "relation between", "connection between", "tied to",
    "more common among", "less common among", "more frequent in", "more frequent among", "less frequent in",
    "less frequent among", "more likely to", "less likely to", "as likely to", "marker for", "marker of",
    "risk marker",
)  # fmt: skip
#: Verbs of cause in their base form; their other forms are built.
CAUSE_VERBS = (
    "accelerate", "achieve", "activate", "affect", "aggravate", "aid", "alleviate", "allow", "ameliorate", "attenuate",
    "augment", "balance", "block", "boost", "calm", "cause", "change", "combat", "contribute", "control", "counteract",
    "curb", "cut", "damage", "decrease", "deepen", "delay", "deplete", "diminish", "disturb", "double", "drive",
    "ease", "elevate", "enable", "energise", "energize", "enhance", "ensure", "exacerbate", "extend", "facilitate",
    "fight", "foster", "halve", "hamper", "harm", "heal", "help", "impair", "improve", "increase", "induce",
    "influence", "inhibit", "irritate", "keep", "lead", "lessen", "lower", "maximise", "maximize", "minimise",
    "minimize", "mitigate", "modulate", "normalise", "normalize", "optimise", "optimize", "prevent", "produce",
    "prolong", "promote", "protect", "provoke", "quieten", "raise", "reduce", "regulate", "relax", "relieve", "repair",
    "replenish", "restore", "sharpen", "shorten", "slow", "soothe", "spare", "speed", "stabilise", "stabilize",
    "steady", "stimulate", "strengthen", "support", "suppress", "treat", "trigger", "triple", "upset", "weaken",
    "worsen",
)  # fmt: skip
CAUSE_PHRASES = (
    "results in", "result in", "the result of", "due to", "because of", "thanks to", "owing to", "brings about",
    "acts on", "act on", "by making", "effect on", "gives you", "give you", "gave you", "gives people", "give people",
    "gives them", "makes you", "make you", "made you", "makes people", "make people", "made people", "makes them",
    "makes it easier", "make it easier", "makes it harder", "make it harder", "effects on", "impact on", "is effective",
    "are effective", "was effective", "were effective", "effective against", "effective for", "effective in",
    "works for", "work for", "worked for", "works against", "work against", "works wonders", "works well",
    "relief from", "provides relief", "provide relief", "brings relief", "bring relief", "protection against",
    "responsible for", "turns off", "turn off", "switches off", "switch off", "gets rid of", "get rid of",
    "puts you to sleep", "sends you to sleep", "means less", "means more", "means better", "means fewer", "adds",
    "builds", "corrects", "fixes", "kills", "lets", "lifts", "removes", "reverses", "saves", "stops",
)  # fmt: skip
