"""A case inside a constitution: a text, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from guardrails.constitution.base import Attribute, Part, fault
from guardrails.types import Action, Decision, Result, Source

__all__ = ["CasePart", "ExpectPart", "mismatches"]

ActionWord: TypeAlias = Literal["allow", "annotate", "rewrite", "revise", "escalate", "block"]
_MAX_TEXT = 20_000


class ExpectPart(Part):
    """What must come of a case. Everything named must hold; at least one thing is named."""

    action: ActionWord | None = Field(default=None, description="The overall action, exactly.")
    attributes: tuple[Attribute, ...] = Field(
        default=(), description="Attributes that decisions act on (more than `allow`); others may be acted on too."
    )
    principles: tuple[str, ...] = Field(default=(), description="Ids of principles found broken; others may be too.")
    contains: tuple[str, ...] = Field(
        default=(), repr=False, description="Strings the resulting text contains, upper and lower case told apart."
    )
    absent: tuple[str, ...] = Field(
        default=(), repr=False, description="Strings the resulting text does not contain, in any case."
    )

    @model_validator(mode="after")
    def _says_something(self) -> ExpectPart:
        if not self.model_fields_set or not any(getattr(self, name) for name in type(self).model_fields):
            raise fault("a case that expects nothing cannot fail", "name an action, attributes or strings")
        if "" in self.contains or "" in self.absent:
            raise fault("an empty string is in every text", "leave it out")
        return self


class CasePart(Part):
    """One text under the name of its source, and what is expected. A case has exactly one text."""

    system: str | None = Field(default=None, repr=False, max_length=_MAX_TEXT, description="A system prompt.")
    user: str | None = Field(
        default=None, repr=False, max_length=_MAX_TEXT, description="A user's turn; the model is taken to echo it."
    )
    assistant: str | None = Field(default=None, repr=False, max_length=_MAX_TEXT, description="The model's draft.")
    tool_call: str | None = Field(default=None, repr=False, max_length=_MAX_TEXT, description="An argument of a tool.")
    tool_result: str | None = Field(default=None, repr=False, max_length=_MAX_TEXT, description="What a tool returned.")
    context: str | None = Field(default=None, repr=False, max_length=_MAX_TEXT, description="A retrieved passage.")
    payload: str | None = Field(
        default=None, repr=False, max_length=_MAX_TEXT, description="A field of structured input."
    )
    expect: ExpectPart = Field(description="What must come of it.")

    @model_validator(mode="after")
    def _one_text(self) -> CasePart:
        given = [source for source in Source if getattr(self, source.value) is not None]
        if len(given) != 1:
            names = ", ".join(source.value for source in Source)
            raise _texts_fault(len(given), names)
        return self

    @property
    def source(self) -> Source:
        """Where the text comes from."""
        return next(source for source in Source if getattr(self, source.value) is not None)

    @property
    def text(self) -> str:
        """The text itself."""
        return str(getattr(self, self.source.value))


def _texts_fault(count: int, names: str) -> PydanticCustomError:
    return fault(f"a case has exactly one text, this one has {count}", f"under one of: {names}")


def mismatches(expect: ExpectPart, result: Result) -> tuple[str, ...]:
    """Why *result* is not what a case expects, a fixed phrase each, or nothing; the text is not quoted."""
    return (*_wrong_decisions(expect, result), *_wrong_text(expect, result.text))


def _wrong_decisions(expect: ExpectPart, result: Result) -> Iterator[str]:
    if expect.action is not None and result.action is not Action[expect.action.upper()]:
        yield f"action is {result.action.name.lower()}, expected {expect.action}"
    acted = {decision.attribute for decision in result.decisions if decision.action > Action.ALLOW}
    if missing := [name for name in expect.attributes if name not in acted]:
        yield f"not acted on: {', '.join(missing)}"
    broken = {decision.principle for decision in result.decisions if _found(decision)}
    if missing := [name for name in expect.principles if name not in broken]:
        yield f"not found broken: {', '.join(missing)}"


def _found(decision: Decision) -> bool:
    return decision.principle is not None and decision.action > Action.ALLOW


def _wrong_text(expect: ExpectPart, text: str) -> Iterator[str]:
    if missing := sum(1 for part in expect.contains if part not in text):
        yield f"{missing} of {len(expect.contains)} expected strings are missing"
    folded = text.casefold()
    if present := sum(1 for part in expect.absent if part.casefold() in folded):
        yield f"{present} of {len(expect.absent)} unwanted strings are present"
