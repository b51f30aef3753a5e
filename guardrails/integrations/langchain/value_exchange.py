"""One call of a runnable, without any I/O: its input to texts, its output to texts, the result to an output."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from langchain_core.messages import AIMessage, BaseMessage

from guardrails.errors import Blocked
from guardrails.guard import Guard
from guardrails.integrations.langchain.info import constitution_info, informed, run_info
from guardrails.integrations.langchain.preview import blanked, preview
from guardrails.integrations.langchain.refusal import refusal_message
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.types import Request, Response, Result, Source, Text

__all__ = ["OnBlock", "Said", "ValueExchange"]

OnBlock = Literal["refuse", "raise"]
"""What a withheld answer is: the refusal in the form of the runnable's output, or an exception, `Blocked`."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a runnable gave. *chunks*: it came in pieces that do not add up, so *value* is the list of them."""

    value: Any = field(repr=False)
    chunks: bool = False


class ValueExchange:
    """Belongs to one call. *output_type* tells the form of a refusal where no output does."""

    def __init__(
        self, guard: Guard, value: Any, *,
        input_key: str | None, output_key: str | None, output_type: object, on_block: OnBlock,
    ) -> None:  # fmt: skip
        self._value, self._output_key, self._on_block = value, output_key, on_block
        self._type = output_type
        texts = value_texts(value, Source.USER, key=input_key)
        self.request = Request(texts=texts, native=value)
        shown = preview(guard, self.request)
        self.seen = value_with(value, texts, blanked(texts) if shown is None else shown)
        self.told: dict[str, Any] = {"constitution": constitution_info(guard.constitution)}

    def sent(self, request: Request) -> Any:
        return value_with(self._value, self.request.texts, request.texts)

    def texts(self, said: Said) -> tuple[Text, ...]:
        key = None if said.chunks else self._output_key
        return value_texts(said.value, Source.ASSISTANT, key=key, answer=True)

    def reply(self, said: Said) -> Response:
        return Response(texts=self.texts(said), native=said)

    def answer(self, result: Result) -> Any:
        """What the caller gets, and the run is told. Raises `Blocked` for a refusal that has no form."""
        self.told.update(run_info(result))
        said = result.response.native if isinstance(result.response.native, Said) else None
        if result.response.refusal is not None:
            return self._refused(result, said)
        if said is None:  # a layer answered in place of the runnable
            return self._formed(result.text, None, AIMessage(result.text), result)
        return _stamped(value_with(said.value, self.texts(said), result.response.texts), result)

    def _refused(self, result: Result, said: Said | None) -> Any:
        if self._on_block == "raise":
            raise _blocked(result)
        last = said.value[-1] if said and said.chunks and said.value else said.value if said else None
        draft = last if isinstance(last, AIMessage) else None
        return self._formed(result.text, last, refusal_message(result, draft), result)

    def _formed(self, text: str, like: Any, message: AIMessage, result: Result) -> Any:
        """*text* in the form of the output: a string, a message, or either at the output key of a dict."""
        if isinstance(like, BaseMessage) or (like is None and _holds(self._type, BaseMessage)):
            return message
        if isinstance(like, str) or (like is None and self._type is str):
            return text
        if self._output_key is None:
            raise _blocked(result)
        known = like if isinstance(like, Mapping) else self._value if isinstance(self._value, Mapping) else {}
        there = known.get(self._output_key)
        if isinstance(there, list) and there and isinstance(there[-1], BaseMessage):
            return {self._output_key: [message]}
        return {self._output_key: message if isinstance(there, BaseMessage) else text}


def _blocked(result: Result) -> Blocked:
    """Without what was asked and drafted: an exception goes where nobody thought of, texts and all."""
    request, response = replace(result.request, native=None), replace(result.response, native=None)
    return Blocked(replace(result, request=request, response=response))


def _stamped(value: Any, result: Result) -> Any:
    """A message also says what was decided; a bare string has no place for that."""
    if not isinstance(value, AIMessage):
        return value
    return value.model_copy(update={"response_metadata": informed(value.response_metadata, result)})


def _holds(kind: object, wanted: type) -> bool:
    """Whether the type *kind* is *wanted*, or a union or annotation of such types."""
    if get_origin(kind) in (Union, Annotated, types.UnionType):
        return any(_holds(one, wanted) for one in get_args(kind))
    return isinstance(kind, type) and issubclass(kind, wanted)
