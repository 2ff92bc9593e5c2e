"""The canonical spelling of every unit that reading knows, and every way a text may write it.

Plain data. A canonical unit is a symbol where science has one (mg, mmol, km/h), a plural English word for
lengths of time and for things counted (weeks, participants). Counted things that are not listed here keep
the plural noun of the text. Keys are looked up as written first (so that Mg is not mg), then in lower case.
"""

from __future__ import annotations

from claims.figures.measure_names import MEASURES


def _spellings(table: dict[str, str]) -> dict[str, str]:
    return {spelling: unit for unit, line in table.items() for spelling in (unit, *line.split(", "))}


#: Shares, changes and other numbers without a dimension.
SHARES = {
    "%": "per cent, percent, per-cent, pct",
    "‰": "per mille",
    "percentage points": "percentage point, percentage-point, percent points, pp, ppt, ppts",
    "basis points": "basis point, bps",
    "fold": "folds, x, X, ×",
    "ppm": "parts per million",
    "ppb": "parts per billion",
    "points": "point, pts, pt",
    "magnitude": "magnitudes",
}
#: Amounts that are taken, given or found in a thing: mass, amount of substance, activity, volume.
AMOUNTS = {
    "kg": "kgs, kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos",
    "g": "gr, gm, gram, grams, gramme, grammes",
    "mg": "mgs, milligram, milligrams, milligramme, milligrammes",
    "µg": "μg, ug, mcg, microgram, micrograms, microgramme, microgrammes",
    "ng": "nanogram, nanograms",
    "pg": "picogram, picograms",
    "mol": "mole, moles",
    "mmol": "millimole, millimoles",
    "µmol": "μmol, umol, micromole, micromoles",
    "nmol": "nanomole, nanomoles",
    "pmol": "picomole, picomoles",
    "mM": "millimolar",
    "µM": "μM, uM, micromolar",
    "nM": "nanomolar",
    "mEq": "meq, milliequivalent, milliequivalents",
    "IU": "I.U., international unit, international units",
    "CFU": "cfu, CFUs, colony-forming unit, colony-forming units, colony forming units",
    "L": "l, litre, litres, liter, liters",
    "dL": "dl, decilitre, decilitres, deciliter, deciliters",
    "cL": "cl, centilitre, centilitres",
    "mL": "ml, millilitre, millilitres, milliliter, milliliters, cc",
    "µL": "μL, uL, µl, μl, microlitre, microlitres",
    "cups": "cup",
    "teaspoons": "teaspoon, tsp",
    "tablespoons": "tablespoon, tbsp",
    "tablets": "tablet",
    "capsules": "capsule",
    "softgels": "softgel",
    "lozenges": "lozenge",
    "gummies": "gummy",
    "sachets": "sachet",
    "scoops": "scoop",
    "puffs": "puff",
    "spoonfuls": "spoonful",
    "slices": "slice",
    "pills": "pill",
    "drops": "drop",
    "servings": "serving",
    "doses": "dose",
}
#: Lengths of time.
TIMES = {
    "ns": "nanosecond, nanoseconds",
    "µs": "μs, microsecond, microseconds",
    "ms": "msec, millisecond, milliseconds",
    "seconds": "s, sec, secs, second",
    "minutes": "min, mins, minute",
    "hours": "h, hr, hrs, hour",
    "days": "d, day",
    "nights": "night",
    "weeks": "wk, wks, week",
    "fortnights": "fortnight",
    "months": "mos, mth, month",
    "quarters": "",
    "years": "y, yr, yrs, year, year-old, years-old, year-olds, years old, year old, years of age",
    "decades": "decade",
    "centuries": "century",
    "person-years": "person-year, patient-years, patient-year, person years, patient years",
}
#: Amounts of money, by sign, code and word. A bare dollar sign does not tell whose dollars.
MONEY = {
    "$": "dollars, dollar",
    "US$": "USD, US dollars, U.S. dollars",
    "€": "EUR, euro, euros",
    "£": "GBP, pounds sterling, quid",
    "¥": "JPY, yen",
    "₹": "INR, Rs, rupees, rupee",
    "CHF": "Swiss francs, francs",
    "A$": "AUD, AU$",
    "C$": "CAD, CA$",
    "CNY": "RMB, yuan",
    "cents": "cent",
    "pence": "",
}
#: Counted things whose singular is read too, because texts use it ("a 20-item form", "one patient").
COUNTED = {
    "people": "person",
    "participants": "participant",
    "patients": "patient",
    "volunteers": "volunteer",
    "adults": "adult",
    "children": "child",
    "women": "woman",
    "men": "man",
    "infants": "infant",
    "subjects": "subject",
    "mice": "mouse",
    "rats": "rat",
    "trials": "trial",
    "studies": "study",
    "reviews": "review",
    "cases": "case",
    "deaths": "death",
    "items": "item",
    "times": "",
    "sessions": "session",
    "goals": "goal",
    "seats": "seat",
    "votes": "vote",
    "storeys": "storey",
    "cells": "cell",
    "hens": "hen", "sheep": "", "fish": "", "cattle": "", "deer": "", "salmon": "", "aircraft": "", "species": "",
    "series": "", "police": "", "personnel": "", "staff": "", "teeth": "tooth", "geese": "", "oxen": "", "bacteria": "",
    "genera": "", "criteria": "", "phenomena": "", "fungi": "", "nuclei": "", "larvae": "", "formulae": "", "dice": "",
}  # fmt: skip
#: What a rate is taken over: the spellings behind "/", "per", "a", "an", "each" and "every".
DENOMINATORS = {
    "s": "sec, second", "min": "minute", "h": "hr, hour", "day": "d, 24 h, 24 hours", "night": "", "week": "wk",
    "fortnight": "", "month": "mo", "quarter": "", "year": "y, yr, annum", "decade": "", "century": "",
    "kg": "kilogram, kilogramme, kilo, kilogram of body weight, kilogram of bodyweight, kg of body weight, "
    "kg body weight",
    "g": "gram, gramme", "mg": "milligram", "tonne": "ton", "lb": "pound",
    "L": "l, litre, liter", "dL": "dl, decilitre, deciliter", "mL": "ml, millilitre, milliliter",
    "m": "metre, meter", "km": "kilometre, kilometer", "mile": "", "cm": "centimetre",
    "m²": "m2, square metre, square meter, sq m", "km²": "km2, square kilometre, square kilometer, sq km",
    "cm²": "cm2, square centimetre, square centimeter", "cm³": "cm3, cubic centimetre, cubic centimeter",
    "m³": "m3, cubic metre, cubic meter", "s²": "s2", "hectare": "ha", "acre": "", "square mile": "",
    "square foot": "sq ft",
    "barrel": "", "gallon": "gal", "ounce": "oz", "share": "", "head": "", "person": "", "piece": "", "dose": "",
    "serving": "", "portion": "", "tablet": "", "capsule": "", "mol": "mole", "mmol": "", "kWh": "kilowatt-hour",
    "unit": "", "game": "", "match": "", "household": "", "patient": "", "meal": "", "visit": "",
    "session": "", "lap": "", "season": "", "box": "", "bottle": "", "pack": "packet", "jar": "", "tin": "", "bag": "",
    "pint": "", "copy": "", "ticket": "", "pupil": "", "student": "", "worker": "", "employee": "",
}  # fmt: skip
#: Denominators that say how often; the only ones that may follow "a", "each" or an adverb may stand for.
ADVERBS = {
    "daily": "day", "nightly": "night", "hourly": "h", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year", "once daily": "day", "once weekly": "week", "once nightly": "night",
}  # fmt: skip
#: Ratios by their names; the unit says which ratio it is.
RATIOS = {
    "odds ratio": "OR, aOR, adjusted odds ratio",
    "hazard ratio": "HR, aHR",
    "risk ratio": "RR, relative risk",
    "rate ratio": "IRR, incidence rate ratio",
    "standardised mean difference": "SMD, standardized mean difference",
    "ratio": "",
}

#: The canonical units of everything that is measured and not counted.
MEASURABLE = frozenset({**SHARES, **AMOUNTS, **TIMES, **MEASURES, **MONEY})
UNITS = _spellings({**SHARES, **AMOUNTS, **TIMES, **MEASURES, **MONEY, **COUNTED})
DENOMINATOR_OF = _spellings(DENOMINATORS)
RATIO_OF = _spellings(RATIOS)
for _table in (UNITS, DENOMINATOR_OF, RATIO_OF):
    _table.pop("", None)
