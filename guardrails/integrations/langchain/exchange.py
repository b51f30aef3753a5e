"""One call of a chat model, without any I/O: messages to texts, generations to texts, result to generations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar, runtime_checkable

from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from guardrails.guard import Guard
from guardrails.integrations.langchain.info import KEY, constitution_info, informed, result_info, run_info
from guardrails.integrations.langchain.messages import edits_between, message_texts, with_texts
from guardrails.integrations.langchain.preview import as_shown, blanked, preview
from guardrails.integrations.langchain.refusal import facts, refusal_message
from guardrails.integrations.langchain.schemas import schemas_of
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Action, Request, Response, Result, Text

__all__ = ["TICKET", "Exchange", "Ticket", "Watch", "carried", "carrying", "told_model", "total_tokens"]

TICKET: Final = "guardrails_ticket"


class Exchange:
    """Belongs to one call. *options* are its keyword arguments, where tools and formats are declared, if no *schemas*
    are given.
    """

    def __init__(
        self, messages: Sequence[BaseMessage], options: Mapping[str, Any], *, model: str | None,
        schemas: Schemas | None = None,
    ) -> None:  # fmt: skip
        self.schemas: Schemas = schemas_of(options) if schemas is None else schemas
        self.messages = list(messages)
        self.request = Request(texts=message_texts(messages, schemas=self.schemas), model=model, native=self.messages)

    def sent(self, texts: Sequence[Text]) -> list[BaseMessage]:
        """The messages with *texts* in place of the request's."""
        return with_texts(self.messages, self.request.texts, texts)

    def blamed(self, result: Result) -> list[BaseMessage]:
        """The messages in which *result* names what it withholds the answer for."""
        judged = [one for one in result.decisions if one.action >= Action.ESCALATE and one.source is not None]
        places = {(one.path, one.source) for one in judged}
        found = {text.path.split("/")[1] for text in self.request.texts if (text.path, text.source) in places}
        return [message for index, message in enumerate(self.messages) if str(index) in found]

    def reply(self, drafted: ChatResult) -> Response:
        """The core's view of what the model said."""
        messages = [generation.message for generation in drafted.generations]
        first = messages[0] if messages else None
        return Response(
            texts=message_texts(messages, schemas=self.schemas, answer=True),
            model=told_model(first, drafted.llm_output) or self.request.model,
            tokens=total_tokens(first),
            native=drafted,
        )

    def answer(self, result: Result) -> ChatResult:
        """What the caller gets."""
        response, drafted = result.response, result.response.native
        upstream = drafted if isinstance(drafted, ChatResult) else None
        if response.refusal is not None:
            return _refused(result, upstream)
        if upstream is None:  # a layer answered in place of the model
            message = AIMessage(content=result.text, response_metadata={KEY: result_info(result)})
            return ChatResult(generations=[ChatGeneration(message=message)])
        messages: list[BaseMessage] = [generation.message for generation in upstream.generations]
        before = message_texts(messages, schemas=self.schemas, answer=True)
        edited = with_texts(messages, before, response.texts) if edits_between(before, response.texts) else messages
        generations = [_generation(old, new, result) for old, new in zip(upstream.generations, edited, strict=True)]
        return ChatResult(generations=generations, llm_output=upstream.llm_output)


@runtime_checkable
class Watch(Protocol):
    """Stands by a guarded model, for an adapter around it; never for a tracer."""

    def said(self, messages: Sequence[BaseMessage], /) -> list[BaseMessage]:
        """What is to be judged where the model is asked with *messages*."""
        ...

    def heard(self, exchange: Exchange, result: Result, /) -> None:
        """A call came to *result*, its draft included."""
        ...


def _generation(old: ChatGeneration, message: BaseMessage, result: Result) -> ChatGeneration:
    metadata = informed(message.response_metadata, result)
    told = old.generation_info
    if told and message is not old.message and "logprobs" in told:
        told = {**told, "logprobs": None}
        metadata = {**metadata, "logprobs": None}
    return ChatGeneration(message=message.model_copy(update={"response_metadata": metadata}), generation_info=told)


def _refused(result: Result, upstream: ChatResult | None) -> ChatResult:
    drafts: list[BaseMessage | None] = [one.message for one in upstream.generations] if upstream else []
    messages = [refusal_message(result, draft if isinstance(draft, AIMessage) else None) for draft in drafts or [None]]
    told = {"finish_reason": "content_filter"}
    generations = [ChatGeneration(message=message, generation_info=told) for message in messages]
    return ChatResult(generations=generations, llm_output=facts((upstream and upstream.llm_output) or {}))


def told_model(message: BaseMessage | None, output: Mapping[str, Any] | None = None) -> str | None:
    """The model that says it wrote *message*."""
    told = {**(output or {}), **(message.response_metadata if message else {})}
    name = told.get("model_name") or told.get("model")
    return name if isinstance(name, str) else None


def total_tokens(message: BaseMessage | None) -> int | None:
    """What *message* says it cost."""
    usage = message.usage_metadata if isinstance(message, AIMessage) else None
    return usage["total_tokens"] if usage else None


Carried = TypeVar("Carried")


def carrying(options: Mapping[str, Any], ticket: object) -> dict[str, Any]:
    """*options* with what a call takes along through LangChain's own machinery.

    It goes as a function: callbacks are shown the options of a stream, and nothing can be read out of that.
    """
    return {**options, TICKET: lambda: ticket}


def carried(options: dict[str, Any], kind: type[Carried]) -> Carried | None:
    """What a call took along, out of its *options*; ``None`` for a call that comes from outside."""
    ticket = held() if (held := options.pop(TICKET, None)) else None
    return ticket if isinstance(ticket, kind) else None


@dataclass(slots=True, kw_only=True)
class Ticket:
    """A call on its way through LangChain's machinery: what was asked, and what tracers see of it.

    *seen* are the messages as they may be shown, *told* the metadata of the run, filled in when the guard has decided.
    """

    exchange: Exchange
    shown: tuple[Text, ...] | None = field(repr=False)
    seen: list[BaseMessage] = field(repr=False)
    told: dict[str, Any]
    watch: Watch | None = field(default=None, repr=False)

    @classmethod
    def of(cls, guard: Guard, exchange: Exchange, watch: Watch | None = None, further: Sequence[Guard] = ()) -> Ticket:
        """*further* are guards that stand between this one and the model: they moderate what may be shown as well."""
        shown = preview(guard, exchange.request)
        seen = exchange.sent(blanked(exchange.request.texts) if shown is None else shown)
        for inner in further:
            seen, before = as_shown(inner, seen), seen
            if any(one is not now for one, now in zip(before, seen, strict=True)):
                shown = None
        told: dict[str, Any] = {"constitution": constitution_info(guard.constitution)}
        return cls(exchange=exchange, shown=shown, seen=seen, told=told, watch=watch)

    def outgoing(self, request: Request, prepared: list[BaseMessage]) -> list[BaseMessage]:
        """What to send for *request*: the messages LangChain *prepared*, where they are those that were shown."""
        return prepared if request.texts == self.shown else self.exchange.sent(request.texts)

    def shape(self, asked: Any) -> Any:
        """*asked* itself where it may be shown, else the messages that may."""
        return asked if self.shown == self.exchange.request.texts else self.seen

    def close(self, result: Result) -> None:
        self.told.update(run_info(result))
        if self.watch is not None:
            self.watch.heard(self.exchange, result)
