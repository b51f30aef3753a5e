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
            "native {language}": "fluent {1}",
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
            "{foreign} accent|accents": "manner of speech",
            "unaccented": "clear",
            "foreign-sounding|ethnic-sounding|exotic-sounding|strange-sounding|foreign|ethnic name|names|surname|surnames": "name",
            "{ethnic_name} sounding name|names|surname|surnames": "name",
            "unpronounceable|unpronouncable name|names": "name",
            "local|european|western|american|british|uk|us candidates|applicants only": "candidates with the right to work",
            "western|european|caucasian|nordic looks|look|appearance|features": "a tidy appearance",
            "all-american": "friendly",
            "all american {personality}": "friendly",
            "english only environment": "English-speaking environment",
            "from the {language} motherland": "",
            "third-world|third world": "developing-country",
            "exotic looks|looking|appearance|beauty": "appearance",
            "articulate for": "articulate as",
            "go back to {his} country": "contact us",
            "speaks|speak good|such good|surprisingly good english": "communicates well",
            "people with names like": "people called",
        },
    ),
    *phrases(
        _DISABILITY,
        {
            "able-bodied|ablebodied": "able to do the tasks listed",
            "able bodied": "able to do the tasks listed",
            "{physically} fit and healthy|able-bodied|strong": "able to do the tasks listed",
            "physically fit|perfect": "able to do the tasks listed",
            "in? perfect|excellent|good|full health|physical health|shape": "able to do the tasks listed",
            "in {perfect} mental? physical? health": "able to do the tasks listed",
            "of sound body|mind": "able to do the tasks listed",
            "no {any}? health|medical|mental|physical|psychiatric problems|issues|conditions|history|problem|issue": "ability to do the tasks listed",
            "without {any}? health|medical|mental|physical problems|issues|conditions|limitations|impairments": "able to do the tasks listed",
            "{no} {any}? disabilities|disability|handicaps|impairments": "ability to do the tasks listed, with adjustments where needed",
            "{no} history of ...1 depression|illness|mental|injury|absence|anxiety": "ability to do the tasks listed",
            "{no} sick days|leave": "reliable attendance as agreed",
            "never|rarely sick|ill": "reliable in attendance",
            "clean bill of health": "ability to do the tasks listed",
            "suffers|suffering|suffer from": "has",
            "confined|bound to a? wheelchair": "uses a wheelchair",
            "wheelchair-bound|wheelchair bound": "using a wheelchair",
            "normal person|people|individuals": "other people",
            "mentally|emotionally stable|sound|strong|tough|fit": "steady under pressure",
            "special needs": "access needs",
            "too fat|heavy|obese|overweight": "not suited",
            "must be able to stand|walk|lift|see|hear": "must be able, with adjustments where needed, to carry out the work and to",
        },
    ),
    *phrases(
        _HOUSING,
        {
            "no children|kids|babies|minors|toddlers|teenagers": "",
            "adults only|preferred": "",
            "adult-only|adults-only|child-free|childfree building|community|home|complex|property": "quiet building",
            "{ideal} for ...2 singles|single|bachelor|bachelors|couples|newlyweds|retirees|seniors|professionals|mature": "available to all",
            "{ideal} for ...2 single|professional|young|mature|retired|married|childless couple|person|people|man|woman|professional|professionals|couples": "available to all",
            "mature|quiet couple|couples|individual|individuals|adults|person only|preferred": "considerate tenants welcome",
            "singles|couples|married|professionals|seniors only|preferred": "all tenants welcome",
            "no|not section 8|dss|vouchers|benefits|welfare": "all lawful sources of income welcome",
            "empty nesters": "residents",
            "exclusive|traditional|family-oriented|christian|integrated|private neighbourhood|neighborhood|community|area": "local area",
            "walking distance to church|synagogue|mosque|temple": "close to local amenities",
            "close|near to? churches|church|synagogue|mosque|temple": "close to local amenities",
            "{bad_area} {area}": "area",
            "{changing} {area}": "area",
            "the wrong kind|sort|type of people|tenants|neighbours|neighbors": "",
            "those|these kind|kinds|sort|type|types of people": "some people",
            "bachelor pad": "flat",
            "family|families need not apply": "all may apply",
            "master bedroom": "main bedroom",
            "no {immigrant_status}": "all applicants with a right to rent",
        },
    ),
    *phrases(
        _LENDING,
        {
            "{bad_area} {area}": "area",
            "{changing} {area}": "area",
            "{minority} {area}": "area",
            "high-risk|undesirable|risky|declining|transitional|redlined|rough|dodgy|wrong zip|postcode|postal|area code|codes": "location",
            "wrong side of the tracks|town": "other side of town",
            "zip|post|postal code of? ...2 {risk}": "location",
            "that part|side|end of town": "that location",
            "that zip|post code|postcode": "that location",
            "part of town where": "place where",
            "those|these neighbourhoods|neighborhoods": "those locations",
            "ethnic enclave|neighbourhood|neighborhood|area": "area",
            "inner-city borrowers|applicants|residents|customers": "borrowers",
            "head of the household husband": "applicant",
            "husband 's? consent|signature|income": "co-applicant's consent",
            "her husband must|should co-sign|cosign|sign": "any co-applicant may sign",
            "co-sign|cosign by ...1 husband|wife|spouse|father": "co-signed by a co-applicant",
            "too close to retirement": "not covered by income",
            "too old for ...3 mortgage|loan|credit|term": "not covered by income for this term",
            "{late_life} to pay ...3 off|back": "income to repay",
        },
    ),
)
