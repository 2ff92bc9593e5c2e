"""One address of each kind of public page, in the shipped knowledge base."""

from __future__ import annotations

ARTICLE = "/articles/strategic-framework-magnesium-glycinate/"
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
    "corrections": "/corrections/",
    "data": "/data/",
    "problem-form": "/problems/report/?page=/claims/C34/&version=1&source=Reno2022",
    "not-found": "/claims/C9999/",
}
