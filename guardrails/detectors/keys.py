"""Decides from the name of a field, in any key style, which protected attribute its value states."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from guardrails.detectors import keys_vocabulary as vocabulary
from guardrails.detectors.keys_context import Domain, attribute_in_context, domain_above, domain_of, needs_context

__all__ = [
    "attribute_at",
    "attribute_of_key",
    "attribute_of_pointer",
    "may_state_attribute",
    "pointer_segments",
    "tokens_of_key",
]

_LONGEST_KEY = 200
# "dateOfBirth" -> date Of Birth, "HTTPCacheAge" -> HTTP Cache Age, "sex_cd" -> sex cd, "age2" -> age 2
_TOKEN = re.compile(r"[A-Z]{2,100}(?![a-z])|[A-Z]?[a-zß-öø-ÿ]{1,100}|[A-Z]{1,100}|\d{1,40}|[^\W\d_A-Za-z]{1,100}")
_INDEX = re.compile(r"\d{1,9}|-")
_CONTAINERS_DECIDE = frozenset(("age", "race"))


@lru_cache(maxsize=4096)
def tokens_of_key(key: str) -> tuple[str, ...]:
    """The words of *key* in lower case: "Applicant-DateOfBirth" is applicant, date, of, birth."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(key[:_LONGEST_KEY]):
        tokens.extend(_split(match[0].lower()))
    if len(tokens) > 1 and all(len(token) == 1 for token in tokens):
        return ("".join(tokens),)
    return tuple(tokens)


def _split(word: str) -> tuple[str, ...]:
    """ "maritalstatus" -> marital, status; a word that is not made of known words stays whole."""
    if len(word) < 6 or len(word) > 40 or word in vocabulary.SPLITTABLE or (word,) in vocabulary.ANYWHERE:
        return (word,)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - 16), end - 1):
            head, tail = best[start], word[start:end]
            if head is not None and tail in vocabulary.SPLITTABLE and _shorter(len(head) + 1, best[end]):
                best[end] = (*head, tail)
    return best[-1] or (word,)


def _shorter(length: int, than: tuple[str, ...] | None) -> bool:
    return than is None or length < len(than)


@lru_cache(maxsize=4096)
def attribute_of_key(key: str) -> str | None:
    """The protected attribute that a field called *key* states whatever record it stands in, or None.

    Keys that depend on their record ("orientation", "disabled", "countryOfOrigin") are None here; see
    `attribute_of_pointer`.
    """
    if exact := vocabulary.EXACT.get(key.lower()):
        return exact
    return _attribute_of_tokens(tokens_of_key(key))


def _attribute_of_tokens(tokens: tuple[str, ...]) -> str | None:
    found, rest = _anywhere(tokens)
    if found is None:
        found, rest = _flagged(tokens) or _alone(tokens), tokens
    if found is None or vocabulary.TECHNICAL.intersection(rest):
        return None
    if found in ("age", "gender") and vocabulary.AGGREGATES.intersection(rest):
        return None
    return found


def _anywhere(tokens: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The attribute of the longest phrase, and the words around that phrase."""
    for size in (3, 2, 1):
        for at in range(len(tokens) - size + 1):
            if found := vocabulary.ANYWHERE.get(tokens[at : at + size]):
                if found == vocabulary.OTHER:
                    return None, tokens
                return _refined(found, tokens), (*tokens[:at], *tokens[at + size :])
    stems = (found for token in tokens for stem, found in vocabulary.STEMS.items() if token.startswith(stem))
    return next(stems, None), tokens


def _refined(found: str, tokens: tuple[str, ...]) -> str:
    """A key that names two attributes states the one it ends on ("personal_status_sex"), and race before ethnicity."""
    if found == "ethnicity" and "race" in tokens:
        return "race"
    if found == "marital_status" and tokens[-1] == "sex":
        return "gender"
    return found


def _flagged(tokens: tuple[str, ...]) -> str | None:
    """ "isMuslim", "identifies_as_black": a yes-or-no field about a value."""
    if len(tokens) < 2 or not {"is", "identifies", "identify", "as"} & set(tokens[:-1]):
        return None
    if not set(tokens[:-1]) <= vocabulary.QUALIFIERS:
        return None
    return vocabulary.FLAGGED.get(tokens[-1])


def _alone(tokens: tuple[str, ...]) -> str | None:
    for size in (2, 1):
        for at in range(len(tokens) - size + 1):
            found = vocabulary.ALONE.get(tokens[at : at + size])
            rest = (*tokens[:at], *tokens[at + size :])
            if found and all(word in vocabulary.QUALIFIERS or word.isdigit() for word in rest):
                return None if _of_a_thing(found, tokens[:at], rest) else found
    return None


def _of_a_thing(found: str, before: tuple[str, ...], around: tuple[str, ...]) -> bool:
    if found == "race" and vocabulary.RUNNING.intersection(around):
        return True
    return found in ("age", "race") and bool(before) and before[-1] in vocabulary.THINGS_BEFORE


def pointer_segments(pointer: str) -> tuple[str, ...]:
    """The reference tokens of a JSON Pointer (RFC 6901), unescaped; a part after ``#`` counts as nested JSON."""
    parts = [part for part in pointer.replace("#/", "/").split("/") if part]
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def attribute_of_pointer(pointer: str, *, value: object = None, neighbours: Collection[str] = ()) -> str | None:
    """The protected attribute that the leaf at *pointer* states, or None.

    The nearest key that means something decides; indices and keys that only say how a value is coded ("code", "text",
    "value") are looked through. *value* and *neighbours*, the other keys of the record, settle keys with two meanings:
    a race that is a run, a product's gender, a screen's orientation.
    """
    return attribute_at(pointer, value, domain_of(neighbours))


def attribute_at(pointer: str, value: object, domain: Domain | None) -> str | None:
    """`attribute_of_pointer` for a record that is known to be about *domain*, unless a key above says otherwise."""
    segments = [segment for segment in pointer_segments(pointer) if not _INDEX.fullmatch(segment)]
    domain = domain_above(segments[:-1]) or domain
    for depth in range(len(segments), 0, -1):
        tokens = tokens_of_key(segments[depth - 1])
        found = _decide(segments[depth - 1], tokens, value, domain, segments[: depth - 1])
        if found is not None or depth == 1:
            return found
        both = (*tokens_of_key(segments[depth - 2]), *tokens)
        if joined := _attribute_of_tokens(both):
            return attribute_in_context(joined, both, value, domain)
        if not all(word in vocabulary.QUALIFIERS or word.isdigit() for word in tokens):
            return _inherited(segments[: depth - 1])
    return None


def may_state_attribute(pointer: str) -> bool:
    """Whether the leaf at *pointer* could state an attribute in some record; where not, no record has to be asked."""
    segments = pointer_segments(pointer)
    keys = [tokens_of_key(segment) for segment in segments]
    if any(map(attribute_of_key, segments)) or any(map(needs_context, keys)):
        return True
    return any(_attribute_of_tokens((*above, *below)) for above, below in pairwise(keys))


def _decide(
    key: str, tokens: tuple[str, ...], value: object, domain: Domain | None, ancestors: list[str]
) -> str | None:
    found = attribute_of_key(key)
    words = tuple(word for ancestor in ancestors for word in tokens_of_key(ancestor))
    return attribute_in_context(found, tokens, value, domain, ancestors=words)


def _inherited(ancestors: list[str]) -> str | None:
    """Everything inside a record about an attribute belongs to it: "/disability/certificate/issued"."""
    for ancestor in reversed(ancestors):
        found = attribute_of_key(ancestor)
        if found is not None and found not in _CONTAINERS_DECIDE:
            return found
    return None
