"""LangChain messages to texts and back: what a person or a model wrote, and copies with edits in place.

Pure translation. A path is a JSON Pointer into the list of messages: ``/2/content``, ``/2/content/0/text``,
``/2/tool_calls/0/args#/city``, ``/2/additional_kwargs/refusal``. The source of a text is that of its message's role,
but for tool calls (``tool_call``), results inside a turn (``tool_result``) and quotations (``context``).
Ids, names, images, usage and artifacts are never texts; a message without an edit comes back as the object it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from langchain_core.messages import AIMessage, BaseMessage

from guardrails.errors import GuardFailed
from guardrails.integrations.langchain.blocks import NO_SCHEMAS, Reader
from guardrails.integrations.langchain.parsed import parsed_fits, parsed_texts
from guardrails.integrations.langchain.settle import settled
from guardrails.integrations.langchain.tree import Tree, child, rebuilt, tree_of
from guardrails.integrations.wire.fields import role_source
from guardrails.integrations.wire.pointer import escape
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["edits_between", "message_source", "message_texts", "rewritten", "texts_of_message", "with_texts"]

_ROLES: Final = {"human": "user", "ai": "assistant"}
_FACTS: Final = frozenset(
    {
        "created", "created_at", "finish_reason", "guardrails", "headers", "id", "logprobs", "model", "model_name",
        "model_provider", "prompt_feedback", "safety_ratings", "service_tier", "stop_reason", "system_fingerprint",
        "token_usage", "usage", "usage_metadata",
    }
)  # fmt: skip
"""Response metadata that quotes nobody; ``logprobs`` does, and goes when the text it spells was edited."""


def message_source(message: BaseMessage) -> Source:
    """The source of a turn; a kind of message that nobody knows is treated like the user's."""
    kind = message.type.removesuffix("MessageChunk").lower()
    role = getattr(message, "role", None) if kind == "chat" else kind
    return role_source(_ROLES.get(role, role) if isinstance(role, str) else role)


def message_texts(
    messages: Sequence[BaseMessage], *, schemas: Schemas = NO_SCHEMAS, answer: bool = False
) -> tuple[Text, ...]:
    """The texts of *messages*, in order. *schemas* judge edits of tool arguments and of structured output.

    *answer*: the messages came from the model just now, so what their response metadata quotes counts too.
    """
    found: list[Text] = []
    for index, message in enumerate(messages):
        found.extend(texts_of_message(message, f"/{index}", schemas=schemas, answer=answer))
    return tuple(found)


def texts_of_message(
    message: BaseMessage, at: str = "", *, schemas: Schemas = NO_SCHEMAS, answer: bool = False
) -> Iterator[Text]:
    """The texts of one message that sits at pointer *at*."""
    source = message_source(message)
    if isinstance(message, AIMessage):
        yield from _answer_texts(message, at, schemas, answer)
        return
    reader = Reader()
    yield from reader.content(message.content, f"{at}/content", source)
    if message.additional_kwargs:
        yield from reader.prose(message.additional_kwargs, f"{at}/additional_kwargs", source)


def _answer_texts(message: AIMessage, at: str, schemas: Schemas, answer: bool) -> Iterator[Text]:
    calls: dict[object, Any] = {call["id"]: call["args"] for call in message.tool_calls if call.get("id")}
    calls |= {call["id"]: call["args"] for call in message.invalid_tool_calls if call.get("id")}
    reader, extra = Reader(schemas=parsed_fits(message, schemas), calls=calls), message.additional_kwargs
    yield from reader.content(message.content, f"{at}/content", Source.ASSISTANT)
    for index, call in enumerate(message.tool_calls):
        path, schema = f"{at}/tool_calls/{index}/args", schemas.tool(call.get("name"))
        yield from reader.payload(call["args"], path, Source.TOOL_CALL, schema)
    for index, broken in enumerate(message.invalid_tool_calls):
        for key in ("args", "error"):
            yield from reader.payload(broken.get(key), f"{at}/invalid_tool_calls/{index}/{key}", Source.TOOL_CALL)
    if extra:
        yield from reader.prose(extra, f"{at}/additional_kwargs", Source.ASSISTANT)
        yield from parsed_texts(message, f"{at}/additional_kwargs")
    if answer:
        for key, value in message.response_metadata.items():
            if key not in _FACTS:
                yield from reader.prose(value, f"{at}/response_metadata/{escape(str(key))}", Source.ASSISTANT)


def edits_between(before: Iterable[Text], after: Iterable[Text]) -> dict[str, str]:
    """New strings by path. Raises `GuardFailed` when a layer dropped or invented a text: it has no place then."""
    was, now = tuple(before), tuple(after)
    if was is now:
        return {}
    known = {text.path: text.text for text in was}
    if len(was) != len(now) or any(text.path not in known for text in now):
        raise GuardFailed("langchain", "a layer dropped or invented a text, which has no place in a message")
    return {text.path: text.text for text in now if text.text != known[text.path]}


def with_texts(messages: Sequence[BaseMessage], before: Iterable[Text], after: Iterable[Text]) -> list[BaseMessage]:
    """*messages* with the texts *before* replaced by those *after*: copies where that changes anything."""
    edits = tree_of(edits_between(before, after))
    return [
        rewritten(message, child(edits, str(index))) if str(index) in edits else message
        for index, message in enumerate(messages)
    ]


def rewritten(message: BaseMessage, edits: Tree) -> BaseMessage:
    """A copy of *message* with *edits* in place, by field, and what they made stale put right."""
    changed: dict[str, Any] = {
        str(name): rebuilt(getattr(message, str(name)), below, _validated) for name, below in edits.items()
    }
    return message.model_copy(update=settled(message, changed))


def _validated(value: Any, edits: Tree) -> Any:
    """A parsed object is made anew from its edited fields, so that its own validators have the last word."""
    dump = getattr(value, "model_dump", None)
    if dump is None:
        raise GuardFailed("langchain", f"an edit has no place in a {type(value).__name__}")
    return type(value).model_validate(rebuilt(dump(mode="json"), edits))
