"""The parsed object that some models put beside the JSON they wrote: one more place where the same words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from langchain_core.messages import AIMessage
from pydantic import BaseModel, ValidationError

from guardrails.integrations.wire.fields import string_texts
from guardrails.integrations.wire.jsons import loads
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["PARSED", "parsed_again", "parsed_fits", "parsed_texts", "validates"]

PARSED = "parsed"
"""Its key in ``additional_kwargs``."""


def validates(model: type[BaseModel]) -> Callable[[Any], bool]:
    """Whether a document is a *model*, by the model's own validators."""

    def valid(document: Any) -> bool:
        try:
            model.model_validate(document)
        except (ValidationError, ValueError, TypeError):
            return False
        return True

    return valid


def parsed_fits(message: AIMessage, schemas: Schemas) -> Schemas:
    """*schemas*, where the object parsed from the content says what an edit of the content must fit."""
    found = message.additional_kwargs.get(PARSED)
    if not isinstance(found, BaseModel) or callable(schemas.output):
        return schemas
    return Schemas(schemas.tools, validates(type(found)))


def parsed_texts(message: AIMessage, at: str) -> Iterator[Text]:
    """Texts of a parsed object that says something else than the content; one that does not is parsed again."""
    found = message.additional_kwargs.get(PARSED)
    if not isinstance(found, BaseModel):
        return
    if parsed_again(found, str(message.text)) != found:
        document = found.model_dump(mode="json")
        yield from string_texts(f"{at}/{PARSED}", document, Source.ASSISTANT, validates(type(found)))


def parsed_again(found: Any, content: str) -> Any:
    """*found* as the edited *content* has it, or ``None`` if that cannot be parsed."""
    document = _document(content)
    if document is None:
        return None
    if not isinstance(found, BaseModel):
        return document
    try:
        return type(found).model_validate(document)
    except ValidationError:
        return None


def _document(text: str) -> Any:
    try:
        return loads(text)
    except ValueError:
        return None
