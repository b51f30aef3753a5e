"""Coded wording of origin, disability, housing and lending: phrases that stand for a group without naming it.

After HUD's fair-housing advertising guidance (24 CFR 100.75), the Equal Credit Opportunity Act, Regulation B
(12 CFR 1002.4 and .5), and the US EEOC's guidance on national origin and on disability-related enquiries.
"""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Frame, Wording, phrases
from guardrails.types import Severity

__all__ = ["TABLE"]


def _coded(rule: str, attribute: str, why: str) -> Wording:
    return Wording(
        rule=rule, why=why, confidence=0.75, severity=Severity.MEDIUM, frame=Frame.PHRASE, attribute=attribute
    )


_ORIGIN = _coded("coded_origin", "ethnicity", "wording that stands for origin")
_DISABILITY = _coded("coded_disability", "disability", "wording that stands for disability or health")
_HOUSING = _coded("coded_housing", "family_status", "housing wording that stands for a group")
_LENDING = _coded("coded_lending", "race", "an area or a name standing in for the person")

TABLE: Final = (
    *phrases(
        _ORIGIN,
        {
            "native {language} speaker": "fluent {1} speaker",
            "native {language} speakers": "fluent {1} speakers",
            "native-level {language}": "fluent {1}",
            "native speaker of {language}": "fluent speaker of {3}",
            "native speakers of {language}": "fluent speakers of {3}",
            "{language} mother tongue": "fluent {0}",
            "{language} as a? mother tongue|native language|first language": "fluent {0}",
            "mother tongue {language}": "fluent {2}",
            "mother-tongue {language}": "fluent {1}",
            "native speaker": "fluent speaker",
            "native speakers": "fluent speakers",
            "native tongue": "working language",
            "{no} {foreign} accent|accents": "clear communication",
            "without {any}? {foreign}? accent": "with clear communication",
            "accent-free|accentless": "clear",
            "accent free": "clear",
            "unaccented": "clear",
            "{foreign_sounding} {name}": "{last}",
            "{local} {performer} only": "{1} with the right to work",
            "western|european|caucasian|nordic looks|look|appearance|features": "a tidy appearance",
            "english only environment": "English-speaking environment",
            "speaks|speak good|such good|surprisingly good english": "communicates well",
        },
    ),
    *phrases(
        _DISABILITY,
        {
            "{must_be} ...3 able-bodied|ablebodied": "must be able to do the tasks listed",
            "able-bodied|ablebodied {sought}": "people able to do the tasks listed",
            "{must_be} ...2 {physically} fit": "must be able to do the tasks listed",
            "{must_be}? in {perfect} {sort_of}? health|shape": "able to do the tasks listed",
            "{physically} fit and healthy|able-bodied|strong": "able to do the tasks listed",
            "in {perfect} mental? physical? health": "able to do the tasks listed",
            "no {any}? {health} {trouble}": "ability to do the tasks listed",
            "without {any}? {health} {trouble}": "able to do the tasks listed",
            "{no} {any}? {impairment}": "ability to do the tasks listed, with adjustments where needed",
            "{no} history of ...1 depression|illness|mental|injury|absence|anxiety": "ability to do the tasks listed",
            "{no} sick days|leave": "reliable attendance as agreed",
            "clean bill of health": "ability to do the tasks listed",
        },
    ),
    *phrases(
        _HOUSING,
        {
            "adults only|preferred": "",
            "no {children} please|allowed|accepted|welcome|permitted": "all households welcome",
            "{not_for} {children}": "all households welcome",
            "adult-only|adults-only|child-free|childfree {building}": "quiet building",
            "{ideal} for {a}? {household}": "available to all",
            "{household} only|preferred": "all households welcome",
            "{no_not} {benefits}": "all lawful sources of income welcome",
            "empty nesters": "residents",
            "{bad_area} {area}": "area",
            "{changing} {area}": "area",
            "family|families need not apply": "all may apply",
            "no {immigrant_status}": "all applicants with a right to rent",
        },
    ),
    *phrases(
        _LENDING,
        {
            "{bad_area} {area}": "area",
            "{changing} {area}": "area",
            "{avoid} ...4 {minority} {area}": "judge every location alike",
            "wrong side of the tracks|town": "other side of town",
            "zip|post|postal code of? ...2 {risk}": "location",
            "head of the household husband": "applicant",
            "husband 's? consent|signature|income": "co-applicant's consent",
            "her husband must|should co-sign|cosign|sign": "any co-applicant may sign",
            "co-sign|cosign by ...1 husband|wife|spouse|father": "co-signed by a co-applicant",
            "too close to retirement": "not covered by income",
            "{late_life} to pay ...3 off|back": "income to repay",
        },
    ),
)
