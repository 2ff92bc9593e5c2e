"""One address of each kind of public page, in the shipped knowledge base."""

from __future__ import annotations

from urllib.parse import urlencode

ARTICLE = "/articles/strategic-framework-magnesium-glycinate/"
#: What a reader may type: a figure longer than a line of a phone, and a finding that does not fit it.
TYPED = {
    "text": "Take 2,000 mg magnesium glycinate a day: it cuts muscle soreness by up to 40 %.",
    "certainty": "very_low",
    "subject": "Magnesium",
    "outcome": "muscle soreness",
    "f1-what": "Soreness after a week, against placebo",
    "f1-value": "20",
    "f1-ci_low": "25",
    "f1-ci_high": "35",
    "f1-unit": "%",
    "f1-statistic": "relative_change",
}
KINDS = {
    "home": "/",
    "articles": "/articles/",
    "article": ARTICLE,
    "claims": "/claims/",
    "claims-searched": "/claims/?q=soreness",
    "claims-filtered": "/claims/?verdict=contradicted&sort=certainty",
    "claims-none": "/claims/?q=unobtainium",
    "claim": "/claims/C34/",
    "claim-supported": "/claims/C2/",
    "claim-embed": "/claims/C34/embed/",
    "claim-version": "/claims/C34/v1/",
    "change-log": "/claims/C34/changes/",
    "sources": "/sources/",
    "source": "/sources/Reno2022/",
    "topics": "/topics/",
    "topic": "/topics/soreness/",
    "maps": "/maps/",
    "methodology": "/methodology/",
    "glossary": "/glossary/",
    "instrument": "/methodology/rob2-2019-assignment/",
    "try": "/methodology/try/",
    "try-filled": f"/methodology/try/?{urlencode(TYPED)}",
    "corrections": "/corrections/",
    "data": "/data/",
    "problem-form": "/problems/report/?page=/claims/C34/&version=1&source=Reno2022",
    "not-found": "/claims/C9999/",
}
