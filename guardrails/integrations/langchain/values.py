"""What a runnable takes and gives (strings, messages, prompts, documents, dicts, records) to texts and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, Final
from uuid import UUID

from langchain_core.documents import Document
from langchain_core.messages import BaseMessage
from langchain_core.prompt_values import ChatPromptValue, ImagePromptValue, PromptValue, StringPromptValue
from pydantic import BaseModel

from guardrails.errors import GuardFailed
from guardrails.integrations.langchain.blocks import Reader
from guardrails.integrations.langchain.messages import edits_between, rewritten, texts_of_message
from guardrails.integrations.langchain.parsed import validates
from guardrails.integrations.langchain.tree import DEEPEST, Tree, rebuilt, tree_of
from guardrails.integrations.wire.fields import role_source, string_texts
from guardrails.integrations.wire.pointer import escape
from guardrails.types import Source, Text

__all__ = ["value_texts", "value_with"]

_ATOMS: Final = (
    type(None), bool, int, float, complex, bytes, date, time, timedelta, Decimal, Enum, PurePath, UUID,
    ImagePromptValue,
)  # fmt: skip


def value_texts(value: Any, source: Source, *, key: str | None = None, answer: bool = False) -> tuple[Text, ...]:
    """The texts of *value*. Those of messages and documents have sources of their own, the others are *source*'s.

    *key*: in a dict, only what stands there is *source*'s, and the rest is ``context``. *answer*: as for messages.
    Raises `GuardFailed` for a value of a kind whose strings nobody knows.
    """
    walk = _Walk(answer)
    if key is None or not isinstance(value, Mapping):
        return tuple(walk.texts(value, "", source))
    found: list[Text] = []
    for name, item in value.items():
        own = source if name == key else Source.CONTEXT
        found.extend(walk.texts(item, f"/{escape(str(name))}", own))
    return tuple(found)


def value_with(value: Any, before: Sequence[Text], after: Sequence[Text]) -> Any:
    """*value* with the texts *before* replaced by those *after*: the same object when none changed."""
    edits = edits_between(before, after)
    if "" in edits:
        return edits[""]
    return rebuilt(value, tree_of(edits), _special) if edits else value


class _Walk:
    def __init__(self, answer: bool) -> None:
        self._answer = answer

    def texts(self, value: Any, at: str, source: Source, depth: int = 0) -> Iterator[Text]:
        if depth > DEEPEST:
            raise GuardFailed("langchain", f"values nested more than {DEEPEST} deep cannot be guarded")
        if isinstance(value, _ATOMS):
            return
        if isinstance(value, str):
            if value:
                yield from string_texts(at, value, source)
        elif isinstance(value, Mapping):
            yield from self._mapping(value, at, source, depth)
        elif isinstance(value, list | tuple):
            for index, item in enumerate(value):
                yield from self.texts(item, f"{at}/{index}", source, depth + 1)
        else:
            yield from self._object(value, at, source, depth)

    def _mapping(self, value: Mapping[Any, Any], at: str, source: Source, depth: int) -> Iterator[Text]:
        if "content" in value and isinstance(role := value.get("role"), str):
            yield from Reader().prose(value, at, role_source(role))
            return
        for key, item in value.items():
            yield from self.texts(item, f"{at}/{escape(str(key))}", source, depth + 1)

    def _object(self, value: Any, at: str, source: Source, depth: int) -> Iterator[Text]:
        if isinstance(value, BaseMessage):
            yield from texts_of_message(value, at, answer=self._answer)
        elif isinstance(value, Document):
            yield from self.texts(value.page_content, f"{at}/page_content", Source.CONTEXT, depth + 1)
            yield from Reader().prose(value.metadata, f"{at}/metadata", Source.CONTEXT)
        elif isinstance(value, StringPromptValue):
            yield from self.texts(value.text, f"{at}/text", source, depth + 1)
        elif isinstance(value, ChatPromptValue):
            yield from self.texts(list(value.messages), f"{at}/messages", source, depth + 1)
        elif isinstance(value, BaseModel) and not isinstance(value, PromptValue):
            yield from string_texts(at, value.model_dump(mode="json"), source, validates(type(value)))
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            for field in dataclasses.fields(value):
                yield from self.texts(getattr(value, field.name), f"{at}/{escape(field.name)}", source, depth + 1)
        else:
            raise GuardFailed("langchain", f"a {type(value).__name__} cannot be guarded: its texts are not known")


def _special(value: Any, edits: Tree) -> Any:
    if isinstance(value, BaseMessage):
        return rewritten(value, edits)
    named = {str(name): below for name, below in edits.items()}
    if isinstance(value, Document | PromptValue):
        changed = {name: rebuilt(getattr(value, name), below, _special) for name, below in named.items()}
        return value.model_copy(update=changed)
    if isinstance(value, BaseModel):
        return type(value).model_validate(rebuilt(value.model_dump(mode="json"), edits))
    return dataclasses.replace(value, **{n: rebuilt(getattr(value, n), below, _special) for n, below in named.items()})
