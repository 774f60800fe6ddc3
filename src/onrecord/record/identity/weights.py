"""What identity's evidence weighs, as `python -m training.identity` prints it: log-odds of the same."""

from __future__ import annotations

from onrecord.record.identity.likeness import Grade

GRADES = {
    Grade.FULL: 2.73,
    Grade.KNOWN: 5.70,
    Grade.VARIANT: 3.34,
    Grade.RESPELT: 5.70,
    Grade.CORE: 3.95,
    Grade.PARTIAL: 0.04,
    Grade.INITIAL: 2.63,
    Grade.ACRONYM: 0.98,
    Grade.GENERIC: 0.16,
    Grade.BARELY: 1.83,
    Grade.SHORT: 0.67,
    Grade.SURNAME: 0.25,
    Grade.MONONYM: 3.36,
    Grade.GIVEN: 0.00,
}
EVIDENCE = {
    "common": -2.64,
    "middle": 0.12,
    "company": 2.88,
    "share": 2.81,
    "strangers": -0.38,
    "place": 1.37,
    "elsewhere": 0.06,
    "role": 2.62,
    "field": -0.09,
    "other_field": -2.02,
    "years": -0.30,
}
SAME = 0.8
"""From this score on two are the same."""
DIFFERENT = 0.3
"""Up to this score they are different, where roles or places speak for it."""
