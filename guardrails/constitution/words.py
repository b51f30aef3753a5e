"""What is done with each protected attribute in the texts of one source: one word for all, or words by attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from guardrails.constitution.base import faults
from guardrails.constitution.problems import MOST_FAULTS, Problem, shown
from guardrails.constitution.vocabulary import ATTRIBUTES, attribute_hint
from guardrails.errors import did_you_mean
from guardrails.types import Moderation

__all__ = ["ANY", "Words", "WordsField"]

ANY: Final = "default"
"""The key that stands for every attribute not named."""

_CHOICES: Final = tuple(word.value for word in Moderation)


@dataclass(frozen=True, slots=True)
class Words:
    """*default* holds for every attribute that *named* does not name. *named* is in the order of the attributes."""

    default: Moderation
    named: tuple[tuple[str, Moderation], ...] = ()

    def of(self, attribute: str) -> Moderation:
        """What is done with *attribute*."""
        return dict(self.named).get(attribute, self.default)

    def data(self) -> dict[str, str]:
        """As a constitution may write it."""
        return {ANY: self.default.value, **{key: word.value for key, word in self.named}}


@dataclass(frozen=True, slots=True)
class WordsField:
    """Pydantic annotation of a `Words` field. *default* holds where a mapping names no ``default`` of its own."""

    default: Moderation

    def read(self, given: object) -> Words:
        """Accepts a word, a mapping of words, or `Words`."""
        if isinstance(given, Words):
            return given
        words: Mapping[Any, Any] = given if isinstance(given, Mapping) else {ANY: given}
        if problems := [*_problems(words, whole=words is not given)]:
            raise faults(problems)
        default = Moderation(words.get(ANY, self.default))
        # A word that only repeats the default is left out: two ways to write one thing have one digest.
        named = ((key, Moderation(words[key])) for key in ATTRIBUTES if key in words)
        return Words(default, tuple((key, word) for key, word in named if word is not default))

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], CoreSchema]) -> CoreSchema:
        as_data = core_schema.plain_serializer_function_ser_schema(Words.data)
        return core_schema.no_info_plain_validator_function(self.read, serialization=as_data)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        word = {"type": "string", "enum": list(_CHOICES)}
        by_attribute = {
            "type": "object",
            "properties": dict.fromkeys((ANY, *ATTRIBUTES), word),
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [word, by_attribute]}


def _problems(words: Mapping[Any, Any], *, whole: bool) -> Iterator[Problem]:
    if not words:
        yield Problem(loc=(), message="an empty mapping says nothing", hint="write a word, or name attributes")
    for key, word in islice(words.items(), MOST_FAULTS):
        loc = () if whole else (str(key),)
        if key != ANY and key not in ATTRIBUTES:
            message = f"unknown protected attribute {shown(key)}"
            yield Problem(loc=loc, message=message, hint=attribute_hint(str(key)), of_key=True)
        if not isinstance(word, str) or word not in _CHOICES:
            hint = did_you_mean(word, _CHOICES) if isinstance(word, str) else ""
            message = f"{shown(word)} is not a moderation" if shown(word) != "this" else "this is not a moderation"
            yield Problem(loc=loc, message=message, hint=hint or f"one of: {', '.join(_CHOICES)}")
