"""Keys that mean a person's attribute in one record and another thing in the next: neighbours and value decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal

__all__ = ["Domain", "attribute_in_context", "domain_above", "domain_of", "needs_context"]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


Domain = Literal["person", "product", "event", "animal", "device"]

_WORD = re.compile(r"[A-Z]{2,60}(?![a-z])|[A-Z]?[a-z]{1,60}|[A-Z]{1,60}")

_MARKS: dict[Domain, frozenset[str]] = {
    "person": _set(
        "surname firstname lastname givenname familyname given family first last middle person patient applicant "
        "candidate employee customer client borrower defendant student member resident tenant email phone "
        "telephone ssn "
        "salary occupation job employer education marital nationality religion ethnicity citizenship birth dob insured "
        "household passenger guest hired hire joining skills income"
    ),
    "product": _set(
        "sku gtin mpn upc ean isbn price brand material color colour size pattern inventory stock barcode product "
        "manufacturer model warranty weight packaging catalog item items collection season variant"
    ),
    "event": _set(
        "race performer venue door organizer organiser ticket tickets lap laps distance km course finish runner bib "
        "attendee capacity start heat track horse jockey circuit podium stage tournament fixture score par "
        "hole tee golf "
        "club marathon"
    ),
    "animal": _set("species breed sire dam microchip pet animal neutered spayed herd litter kennel vet"),
    "device": _set(
        "firmware serial screen display resolution device os battery viewport camera exif rotation page paper layout "
        "widget cache node storage"
    ),
}
_NEEDED = {"person": 1, "product": 2, "event": 2, "animal": 1, "device": 2}

_ORIENTATIONS = re.compile(
    r"(?:hetero|homo|bi|pan|a|demi|poly)[ -]?sexual|gay|lesbian|straight|queer|lgbt\w{0,5}|bi|pan|ace|"
    r"questioning|same[ -]sex",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"\d{1,4} ?(?:k|km|m|mi|miles?|laps?)\b|marathon|relay|derby|sprint|grand prix|\bgp\b|trail|triathlon|"
    r"regatta|rally|"
    r"steeplechase|stakes|\bcup\b|\bdash\b|\bheat\b|\btour\b|circuit|hurdles|fun run|ironman|cross[ -]country|"
    r"road race|"
    r"time trial|obstacle|freestyle|slalom|\brun\b|\brace\b|\bopen\b|\b500\b|enduro|cycling|swim",
    re.IGNORECASE,
)
_AUDIENCES = _set("unisex men's women's mens womens boys girls kids adults all toddler toddlers infants")
_PLUGS = _set("male female m f")
_GENDERED_TITLES = _set("mr mrs ms miss mx sir madam dame lord lady herr frau mister master mme mlle")
_RELATIONS = _set(
    "husband wife spouse unmarried married single divorced widowed own-child partner not-in-family other-relative"
)
_RUNNING_WELL = _set("ok up down healthy unhealthy degraded green red yellow pass passing fail failing")
_DIVERSITY = _set(
    "demographics demographic eeo eeoc diversity equality dei inclusion protected characteristics monitoring "
    "self_identification"
)
_NUMBERS = (int, float)


def _words(keys: Iterable[str]) -> set[str]:
    return {match[0].lower() for key in keys for match in _WORD.finditer(key[:100])}


def domain_of(keys: Collection[str]) -> Domain | None:
    """What kind of thing a record with these *keys* is about, or None when nothing says; a person wins a tie."""
    words = _words(keys)
    counts = {domain: len(words & marks) for domain, marks in _MARKS.items()}
    able = [domain for domain in _MARKS if counts[domain] >= _NEEDED[domain]]
    return max(able, key=lambda domain: counts[domain], default=None)


def domain_above(ancestors: Sequence[str]) -> Domain | None:
    """The kind of thing that the nearest of the *ancestors* names ("/customers/0/gender"), or None."""
    for ancestor in reversed(ancestors):
        words = _words((ancestor, ancestor.removesuffix("s")))
        for domain in _MARKS:
            if words & _MARKS[domain] & _KINDS:
                return domain
    return None


_KINDS = _set(
    "person patient applicant candidate employee customer client borrower defendant student member resident "
    "tenant insured "
    "household passenger guest product item items variant pet animal device screen event"
)


def _text(value: object) -> str:
    return value.strip().lower() if isinstance(value, str) else ""


def _orientation(value: object, domain: Domain | None) -> str | None:
    if domain in ("product", "device", "event"):
        return None
    return "sexual_orientation" if _ORIENTATIONS.fullmatch(_text(value)) else None


def _salutation(value: object, domain: Domain | None) -> str | None:
    return "gender" if _text(value).rstrip(".") in _GENDERED_TITLES else None


def _relationship(value: object, domain: Domain | None) -> str | None:
    return "marital_status" if _text(value) in _RELATIONS else None


def _origin(value: object, domain: Domain | None) -> str | None:
    return "nationality" if domain == "person" else None


def _handicap(value: object, domain: Domain | None) -> str | None:
    numeric = isinstance(value, _NUMBERS) and not isinstance(value, bool)
    return None if numeric or value is None or domain in ("event", "product") else "disability"


def _race(value: object, domain: Domain | None) -> str | None:
    return None if domain in ("event", "device", "product", "animal") or _RUN.search(_text(value)) else "race"


def _of_person(attribute: str) -> Callable[[object, Domain | None], str | None]:
    def decide(value: object, domain: Domain | None) -> str | None:
        return None if domain in ("product", "animal", "device") else attribute

    return decide


def _gender(value: object, domain: Domain | None) -> str | None:
    return None if domain in ("product", "animal", "device") or _text(value) in _AUDIENCES else "gender"


def _denomination(value: object, domain: Domain | None) -> str | None:
    numeric = isinstance(value, _NUMBERS) or _text(value).strip("$€£ ").isdigit()
    return None if numeric else "religion"


def _health(value: object, domain: Domain | None) -> str | None:
    running = domain == "device" or isinstance(value, bool) or _text(value) in _RUNNING_WELL
    return None if running else "disability"


def _body(value: object, domain: Domain | None) -> str | None:
    return "body_size" if domain == "person" else None


def _children(value: object, domain: Domain | None) -> str | None:
    return None if domain in ("device", "product") or isinstance(value, dict) else "family_status"


def _child_count(value: object, domain: Domain | None) -> str | None:
    return "family_status" if domain == "person" else None


_BY_KEY: dict[tuple[str, ...], Callable[[object, Domain | None], str | None]] = {
    ("orientation",): _orientation,
    ("salutation",): _salutation,
    ("honorific", "prefix"): _salutation,
    ("honorific",): _salutation,
    ("name", "prefix"): _salutation,
    ("prefix",): _salutation,
    ("title",): _salutation,
    ("relationship",): _relationship,
    ("country", "of", "origin"): _origin,
    ("origin", "country"): _origin,
    ("handicap",): _handicap,
    ("denomination",): _denomination,
    ("children",): _children,
    ("child", "count"): _child_count,
    ("children", "count"): _child_count,
    ("relation",): _relationship,
    ("health", "status"): _health,
    ("body", "type"): _body,
}
_BY_ATTRIBUTE: dict[str, Callable[[object, Domain | None], str | None]] = {
    "race": _race,
    "gender": _gender,
    "age": _of_person("age"),
    "body_size": _of_person("body_size"),
}


def needs_context(tokens: tuple[str, ...]) -> bool:
    """Whether a key of these words, which alone says nothing, states an attribute in some records."""
    return tokens in _BY_KEY or tokens in (("disabled",), ("is", "disabled"))


def attribute_in_context(
    found: str | None,
    tokens: tuple[str, ...],
    value: object,
    domain: Domain | None,
    *,
    ancestors: Collection[str] = (),
) -> str | None:
    """What *found*, the attribute of a key alone, comes to with this value in a record about *domain*."""
    if decide := _BY_KEY.get(tokens):
        return decide(value, domain)
    if tokens in (("disabled",), ("is", "disabled")):
        return "disability" if _DIVERSITY & set(ancestors) else None
    if decide := _BY_ATTRIBUTE.get(found or ""):
        return decide(value, domain)
    return found
