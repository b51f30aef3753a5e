"""Answers of a guarded endpoint: JSON bodies and event streams to texts, and back with what the guard decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

from guardrails.integrations import sse
from guardrails.integrations.bodies import edits_of
from guardrails.integrations.upstream import UpstreamError, error_response, fresh, header, rebuilt
from guardrails.integrations.wire.api import Assembled, CutStreamError, ErrorEventError, Refusal, Sent, Wire
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads
from guardrails.integrations.wire.pointer import replace_all
from guardrails.types import Text

if TYPE_CHECKING:
    import httpx

__all__ = ["Answers", "Reply", "is_event_stream"]

_ODD = (AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An upstream's answer, read and taken apart. *streamed*: it came as events, and *faithful* ones."""

    answer: httpx.Response = field(repr=False)
    body: JsonObject = field(repr=False)
    texts: tuple[Text, ...]
    streamed: bool = False
    faithful: bool = True


class Answers:
    """Reads and writes the answers to one request, whose body is *request*."""

    def __init__(self, http: ModuleType, wire: Wire, request: JsonObject) -> None:
        self._http, self._wire, self._request = http, wire, request

    def read(self, answer: httpx.Response, whole: Assembled | None = None) -> Reply:
        """Take *answer* apart; *whole* is what its events amount to, where that is known. Raises `UpstreamError` for
        what is no answer, and the HTTP library's own error for a stream that was cut.
        """
        if not 200 <= answer.status_code < 300:
            raise UpstreamError(rebuilt(self._http, answer, answer.content, None))
        if self._wire.opaque:
            return Reply(answer=answer, body={}, texts=())
        with self._readable():
            return self._stream(answer, whole) if _is_stream(answer) else self._whole(answer)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """An answer of another shape than its API's fails somewhere in translation: an error then, and no leak."""
        try:
            yield
        except _ODD:
            message = "the upstream's answer is in no form that can be guarded"
            raise UpstreamError(error_response(self._http, 502, message, code="unreadable_answer")) from None

    def _whole(self, answer: httpx.Response) -> Reply:
        body, shape = loads(answer.content, exact=False), self._wire.shape
        # An error that came with status 200 has no shape, and nothing to guard.
        shapeless = shape is not None and not isinstance(body.get(shape), list)
        if not isinstance(body, dict) or (shapeless and (shape in body or not body.get("error"))):
            raise TypeError(shape)
        return Reply(answer=answer, body=body, texts=self._wire.outputs(body, self._request))

    def _stream(self, answer: httpx.Response, whole: Assembled | None) -> Reply:
        if self._wire.assemble is None:
            raise TypeError("stream")
        try:
            whole = whole or self._wire.assemble(sse.parse(answer.content))
        except CutStreamError as error:
            raise self._http.RemoteProtocolError(str(error)) from None
        except ErrorEventError as error:
            raise UpstreamError(rebuilt(self._http, answer, sse.render((error.event,)), None)) from None
        texts = self._wire.outputs(whole.body, self._request)
        return Reply(answer=answer, body=whole.body, texts=texts, streamed=True, faithful=whole.faithful)

    def render(self, reply: Reply, texts: Sequence[Text], info: JsonObject, *, touched: bool) -> httpx.Response:
        """*reply* with *texts* in place and *info* beside them; *touched*: the guard did anything at all."""
        edits = edits_of(reply.texts, texts)
        with self._readable():
            body = self._edited(reply, edits) if edits else reply.body
            if reply.streamed:
                content = self._events(reply, body, info, touched=touched, edited=bool(edits))
            else:
                content = dumps({**body, "guardrails": info}) if edits else _spliced(reply, info)
        return rebuilt(self._http, reply.answer, content, info)

    def _edited(self, reply: Reply, edits: dict[str, str]) -> JsonObject:
        body = reply.body if reply.streamed else loads(reply.answer.content)
        return self._wire.settle(body, replace_all(body, edits))

    def _events(self, reply: Reply, body: JsonObject, info: JsonObject, *, touched: bool, edited: bool) -> bytes:
        if not edited and reply.faithful:
            if not touched:
                return reply.answer.content
            return self._stamped(sse.parse(reply.answer.content), info)
        return self._replayed(body, info)

    def _replayed(self, body: JsonObject, info: JsonObject) -> bytes:
        return self._stamped(self._wire.replay(body, self._request) if self._wire.replay else (), info)

    def _stamped(self, events: Sequence[sse.Event], info: JsonObject) -> bytes:
        return sse.render(self._wire.stamp(events, info) if self._wire.stamp else events)

    def resume(
        self, reply: Reply, texts: Sequence[Text], sent: Sent, left: bytes, info: JsonObject, *, touched: bool
    ) -> bytes:
        """What is still to be said of *reply* when *sent* is out: the bytes that are *left*, if they still say it."""
        edits = edits_of(reply.texts, texts)
        if edits or not reply.faithful:
            with self._readable():
                return self._resumed(self._edited(reply, edits) if edits else reply.body, sent, info)
        return self._stamped(sse.parse(left), info) if touched else left

    def cut_off(self, refusal: Refusal, reply: Reply | None, sent: Sent, info: JsonObject) -> bytes:
        """A withheld answer behind what is out of it."""
        if self._wire.refuse is None or self._wire.live is None:
            raise TypeError("refusal")
        with self._readable():
            refused = self._wire.refuse(reply.body if reply else None, self._request, refusal)
            return self._resumed(self._wire.live.cut_off(refused, sent), sent, info)

    def _resumed(self, body: JsonObject, sent: Sent, info: JsonObject) -> bytes:
        return self._stamped(self._wire.live.resume(body, self._request, sent) if self._wire.live else (), info)

    def refuse(self, refusal: Refusal, reply: Reply | None, info: JsonObject) -> httpx.Response:
        """A withheld answer in the API's own shape, or an error where it has none for that."""
        if self._wire.refuse is None:
            return error_response(self._http, 400, refusal.text, code="content_filter", guardrails=info)
        streamed = reply.streamed if reply else self._request.get("stream") is True
        with self._readable():
            body = self._wire.refuse(reply.body if reply else None, self._request, refusal)
            content = self._replayed(body, info) if streamed else dumps({**body, "guardrails": info})
        if reply is not None:
            return rebuilt(self._http, reply.answer, content, info)
        kind = b"text/event-stream; charset=utf-8" if streamed else b"application/json"
        return fresh(self._http, 200, content, kind, info)


def is_event_stream(answer: httpx.Response) -> bool:
    """Whether *answer*, which need not have been read, says that it is one."""
    return 200 <= answer.status_code < 300 and "text/event-stream" in header(answer, b"content-type")


def _is_stream(answer: httpx.Response) -> bool:
    kind = header(answer, b"content-type")
    if "json" in kind:
        return False
    return "text/event-stream" in kind or answer.content[:6] in (b"data: ", b"event:")


def _spliced(reply: Reply, info: JsonObject) -> bytes:
    """The upstream's own bytes with one more member: nothing is parsed or written twice."""
    content = reply.answer.content.rstrip()
    if not content.startswith(b"{") or not content.endswith(b"}"):
        return dumps({**reply.body, "guardrails": info}) if reply.body else content
    inside = content[:-1].rstrip()
    comma = b"" if inside.endswith(b"{") else b","
    return b'%s%s"guardrails":%s}' % (inside, comma, dumps(info))
