"""The ``moderation`` and ``scrub`` parts of the format: what is done with protected wording on the way in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from guardrails.constitution.base import Attribute, Part, fault, faults
from guardrails.constitution.problems import Problem
from guardrails.constitution.vocabulary import ATTRIBUTES, WHY_SEVEN
from guardrails.constitution.words import Words, WordsField
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, Source

__all__ = ["ModerationPart", "RelevancePart", "ScrubPart"]

_KEEP, _ANNOTATE, _NEUTRALISE, _MASK = Moderation.KEEP, Moderation.ANNOTATE, Moderation.NEUTRALISE, Moderation.MASK
_Annotated: TypeAlias = Annotated[Words, WordsField(_ANNOTATE)]
_Neutralised: TypeAlias = Annotated[Words, WordsField(_NEUTRALISE)]
_Masked: TypeAlias = Annotated[Words, WordsField(_MASK)]
# "accommodation", "screen reader", "women's health"; here and not in pydantic, whose engine takes 20 ms to build it
_TOPIC: Final = re.compile(r"[^\W\d_][\w' -]{1,58}\w")
_COMMON_WORDS: Final = """
and are but can for from had has have her him his how its not our out she that the their them they this was were what
when who will with you your person people man woman men women candidate applicant customer user
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())


def _topic(word: str) -> str:
    if not _TOPIC.fullmatch(word):
        raise fault("not a subject", "a word or phrase of 3 to 60 characters that begins with a letter")
    if word.lower() in _COMMON:
        raise fault("a topic that occurs in nearly every text would switch moderation off", "name a subject")
    return word


_Topic: TypeAlias = Annotated[
    str,
    AfterValidator(_topic),
    Field(json_schema_extra={"pattern": f"^{_TOPIC.pattern}$"}),
]


class RelevancePart(Part):
    """Where an attribute is legitimately part of the subject, it is kept."""

    attributes: tuple[Attribute, ...] = Field(
        min_length=1, description="Attributes that stay in a text about one of the topics."
    )
    topics: tuple[_Topic, ...] = Field(
        min_length=1,
        max_length=100,
        description="Words or phrases, 3 to 60 characters, matched whole and in any case. A text that mentions one "
        "keeps the attributes; each time is recorded with the rule `relevant`.",
    )


def _sources_only(given: object) -> object:
    """Explain a word, or an attribute, in the place where a source belongs."""
    if isinstance(given, str):
        raise fault("this is given by source, not once for all", f"for example 'user: {_NEUTRALISE}'")
    if isinstance(given, Mapping):
        wrong = [key for key in given if key in ATTRIBUTES]
        if wrong:
            raise faults(_misplaced(wrong))
    return given


def _misplaced(attributes: list[str]) -> Iterator[Problem]:
    for name in attributes:
        message = f"{name!r} is an attribute; what is done with it is said by source, never as a whole"
        hint = f"for example 'user: {{{name}: {_ANNOTATE}}}'" + (
            f"; {WHY_SEVEN}" if name in PROTECTED_ATTRIBUTES else ""
        )
        yield Problem(loc=(name,), message=message, hint=hint, of_key=True)


class ModerationPart(Part):
    """What is done with protected wording before the model reads it, by source."""

    _check_keys = model_validator(mode="before")(_sources_only)

    system: _Annotated = Field(
        default=Words(_ANNOTATE),
        description="System and developer prompts: your own words, so by default only recorded.",
    )
    user: _Neutralised = Field(default=Words(_NEUTRALISE), description="What the user writes, every turn.")
    assistant: _Neutralised = Field(
        default=Words(_NEUTRALISE), description="Earlier answers that come back as history. New answers: see `scrub`."
    )
    tool_call: _Neutralised = Field(
        default=Words(_NEUTRALISE), description="Arguments of earlier tool calls that come back as history."
    )
    tool_result: _Neutralised = Field(default=Words(_NEUTRALISE), description="What tools returned.")
    context: _Neutralised = Field(default=Words(_NEUTRALISE), description="Retrieved passages and documents.")
    payload: _Neutralised = Field(default=Words(_NEUTRALISE), description="Fields of structured input.")
    except_: tuple[Literal["name", "grounded", "relevant"], ...] = Field(
        default=("name", "grounded", "relevant"),
        alias="except",
        description="What is spared: `name` (names of people, organisations, places and things; always spared), "
        "`grounded` (values of the tenant's own catalogue, where a guard is given one), `relevant` (see there; without "
        "it the list `relevant` may not be filled).",
    )
    relevant: tuple[RelevancePart, ...] = Field(
        default=(), max_length=50, description="Subjects for which an attribute is kept, in every source."
    )
    person: str = Field(
        default="person",
        pattern=r"^[a-z][a-z' -]{0,38}[a-z]$",
        description="The noun that neutralising puts in place of a person noun: `candidate`, `applicant`, `customer`. "
        "Singular, lower case, 2 to 40 characters.",
    )
    pronouns: Literal["keep", "neutralise"] = Field(
        default="keep", description="Whether `she` and `his` stay, or become `they` and `their`."
    )

    def table(self) -> dict[Source, Words]:
        """What is done, for every source."""
        return {source: getattr(self, source.value) for source in Source}


class ScrubPart(Part):
    """What is done with protected wording in what the model answers, by kind of output."""

    _check_keys = model_validator(mode="before")(_sources_only)

    assistant: _Neutralised = Field(default=Words(_NEUTRALISE), description="The answer, and refusals, as text.")
    tool_call: _Masked = Field(
        default=Words(_MASK),
        description="Arguments of tool calls. A value that would no longer fit the tool's schema is kept, and the call "
        "escalates.",
    )
    payload: _Neutralised = Field(default=Words(_NEUTRALISE), description="Fields of structured answers.")

    def table(self) -> dict[Source, Words]:
        """What is done, for every kind of output."""
        return {Source(name): getattr(self, name) for name in ("assistant", "tool_call", "payload")}
