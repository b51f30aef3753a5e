"""One HTTP call to a guarded endpoint, without any I/O: request to texts, answers to texts, result to answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from guardrails.errors import GuardFailed
from guardrails.integrations.answers import Answers, Reply
from guardrails.integrations.bodies import body_of, edits_of, rewritten
from guardrails.integrations.routes import Route
from guardrails.integrations.sse import Event, render
from guardrails.integrations.upstream import UpstreamError, error_response, rebuilt, streamed
from guardrails.integrations.wire.api import Assembled, Refusal, Sent, UnreadableError
from guardrails.integrations.wire.jsons import JsonObject, dumps
from guardrails.integrations.wire.pointer import replace_all
from guardrails.types import Request, Response, Result, Text

if TYPE_CHECKING:
    import httpx

__all__ = ["Exchange", "OnBlock"]

OnBlock = Literal["refuse", "error"]
"""What a withheld answer looks like: a refusal in the API's own shape, or an HTTP 400 the SDK does not retry."""


_FORMLESS = "a layer answered in place of the model with texts that have no native form"


class Exchange:
    """Belongs to one call. *sent* must have been read; *http* is the library it comes from; *now* in seconds."""

    def __init__(
        self,
        route: Route,
        sent: httpx.Request,
        *,
        http: ModuleType,
        on_block: OnBlock,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._http, self._sent, self._on_block, self._now = http, sent, on_block, now
        self._problem: UpstreamError | None = None
        self._body: JsonObject = {}
        texts: tuple[Text, ...] = ()
        try:
            self._body = body_of(sent)
            texts = route.wire.inputs(self._body)
        except UnreadableError as error:
            self._problem = _unreadable(http, str(error))
        except (AttributeError, LookupError, TypeError, ValueError):
            self._problem = _unreadable(http, "the request is in no form that can be guarded")
        self._answers = Answers(http, route.wire, self._body)
        self.request = Request(texts=texts, model=_model(self._body, route), native=self._body)

    @property
    def streamed(self) -> bool:
        """Whether the request asks for a stream."""
        return self._body.get("stream") is True

    def encode(self, request: Request) -> httpx.Request:
        """What to send for *request*; the caller's own request, to the byte, when no text was edited."""
        if self._problem is not None:
            raise self._problem
        edits = edits_of(self.request.texts, request.texts)
        if not edits:
            return self._sent
        return rewritten(self._http, self._sent, dumps(replace_all(body_of(self._sent, exact=True), edits)))

    def decode(self, answer: httpx.Response, whole: Assembled | None = None) -> Response:
        """The core's view of an *answer* that has been read, *whole* if its events are put together already. Raises
        `UpstreamError` when there is nothing to guard.
        """
        reply = self._answers.read(answer, whole)
        usage, model = reply.body.get("usage"), reply.body.get("model")
        tokens = usage.get("total_tokens") if isinstance(usage, dict) else None
        return Response(
            texts=reply.texts,
            model=model if isinstance(model, str) else self.request.model,
            tokens=tokens if isinstance(tokens, int) else None,
            native=reply,
        )

    def gathered(self, answer: httpx.Response | None, content: bytes, whole: Assembled | None) -> Response:
        """As `decode`, of an *answer* whose *content* came as a stream."""
        if answer is None:
            raise GuardFailed("openai", "the model was not asked")
        return self.decode(rebuilt(self._http, answer, content, None) if content else answer, whole)

    def render(self, result: Result) -> httpx.Response:
        """What the caller gets. Raises `GuardFailed` when a layer answered with something that has no native form."""
        response, reply, info = result.response, result.response.native, _info(result)
        upstream = reply if isinstance(reply, Reply) else None
        if response.refusal is not None:
            if self._on_block == "error":
                return error_response(self._http, 400, response.refusal, code="content_filter", guardrails=info)
            return self._answers.refuse(self._refusal(result, response.refusal), upstream, info)
        if upstream is None:
            raise GuardFailed("openai", _FORMLESS)
        return self._answers.render(upstream, response.texts, info, touched=result.action > 0)

    def rest(self, result: Result, sent: Sent, left: bytes) -> bytes:
        """What the caller still gets when *sent* is out, and *left* is what came and is not."""
        response, reply, info = result.response, result.response.native, _info(result)
        upstream = reply if isinstance(reply, Reply) else None
        if response.refusal is not None:
            if self._on_block == "error":
                error = error_response(self._http, 400, response.refusal, code="content_filter", guardrails=info)
                return render((Event(error.content),))
            return self._answers.cut_off(self._refusal(result, response.refusal), upstream, sent, info)
        if upstream is None:
            raise GuardFailed("openai", _FORMLESS)
        return self._answers.resume(upstream, response.texts, sent, left, info, touched=result.action > 0)

    def flowing(self, answer: httpx.Response | None, stream: object) -> httpx.Response:
        """What the caller gets of an *answer* that is shown while it arrives."""
        if answer is None:
            raise GuardFailed("openai", "the model was not asked")
        return streamed(self._http, answer, stream)

    def _refusal(self, result: Result, text: str) -> Refusal:
        return Refusal(text=text, call_id=result.call_id, created=int(self._now()))


def _unreadable(http: ModuleType, message: str) -> UpstreamError:
    return UpstreamError(error_response(http, 400, message, code="unreadable_request"))


def _model(body: JsonObject, route: Route) -> str | None:
    """Azure names the model in the path instead: its deployment."""
    if isinstance(body.get("model"), str):
        return str(body["model"])
    _, found, deployment = route.root.partition("/deployments/")
    return deployment.partition("/")[0] if found else None


def _info(result: Result) -> JsonObject:
    constitution: Any = None
    if result.constitution is not None:
        ref = result.constitution
        constitution = {"name": ref.name, "version": ref.version, "digest": ref.digest}
    info = {
        "action": result.action.name.lower(),
        "call_id": result.call_id,
        "decisions": [decision.id for decision in result.decisions],
        "constitution": constitution,
    }
    return info if result.escalation is None else {**info, "escalation": result.escalation}
