"""A small OpenAI-compatible server on loopback: it echoes what it is asked, or says what a test scripted."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn

from tests.helpers.openai_api import answer_to

__all__ = ["Recorded", "Scripted", "Upstream", "serve"]

Send = Callable[[Any], Awaitable[None]]
Receive = Callable[[], Awaitable[Any]]


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """A request as it arrived."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.content)


@dataclass(frozen=True, kw_only=True)
class Scripted:
    """One answer. *cut* closes the connection after the content; *hang* never ends it; *headers* beside the type.

    *pieces* go out one by one after *content*, *pause_s* apart; *delay_s* passes before anything does.
    """

    content: bytes = b""
    pieces: tuple[bytes, ...] = ()
    pause_s: float = 0.0
    delay_s: float = 0.0
    status: int = 200
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    hang: bool = False


@dataclass
class Upstream:
    """The server as a test sees it: what arrived, what to answer next, and who hung up.

    *otherwise* answers what is not scripted.
    """

    otherwise: Callable[[Recorded], Scripted] = field(default_factory=lambda: _default)
    base_url: str = ""
    requests: list[Recorded] = field(default_factory=list)
    script: deque[Scripted] = field(default_factory=deque)
    hung_up: threading.Event = field(default_factory=threading.Event)
    arrived: threading.Event = field(default_factory=threading.Event)

    def say(self, body: object, **more: Any) -> None:
        """Answer the next call with *body*, as JSON."""
        self.script.append(Scripted(content=json.dumps(body).encode(), **more))

    def stream(self, content: bytes, **more: Any) -> None:
        """Answer the next call with these bytes as an event stream."""
        self.script.append(Scripted(content=content, kind="text/event-stream; charset=utf-8", **more))

    def clear(self) -> None:
        self.requests.clear()
        self.script.clear()
        self.hung_up.clear()
        self.arrived.clear()

    @property
    def last(self) -> Any:
        """The body of the last request."""
        return self.requests[-1].body

    @property
    def seen(self) -> str:
        """Everything that arrived, as one string."""
        return "\n".join(request.content.decode() for request in self.requests)

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        request = await _recorded(scope, receive)
        self.requests.append(request)
        self.arrived.set()
        scripted = self.script.popleft() if self.script else self.otherwise(request)
        gone = asyncio.ensure_future(self._gone(receive))
        try:
            await _answer(scripted, send, gone)
        finally:
            gone.cancel()

    async def _gone(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            continue
        self.hung_up.set()


async def _recorded(scope: Any, receive: Receive) -> Recorded:
    content, more = b"", True
    while more:
        message = await receive()
        content, more = content + message.get("body", b""), message.get("more_body", False)
    headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
    query = scope["query_string"].decode()
    return Recorded(method=scope["method"], path=scope["path"], query=query, headers=headers, content=content)


def _default(request: Recorded) -> Scripted:
    body = json.loads(request.content) if request.content.startswith(b"{") else {}
    content, status = answer_to(request.method, request.path, body)
    streamed = body.get("stream") is True and status == 200
    return Scripted(content=content, status=status, kind="text/event-stream" if streamed else "application/json")


class _Cut(Exception):
    """Makes the server drop the connection."""


async def _answer(scripted: Scripted, send: Send, gone: asyncio.Future[None]) -> None:
    if scripted.hang and not scripted.pieces:
        await gone
        return
    await asyncio.sleep(scripted.delay_s)
    await send(_head(scripted))
    more = scripted.cut or bool(scripted.pieces)
    await send({"type": "http.response.body", "body": scripted.content, "more_body": more})
    for piece in scripted.pieces:
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        await asyncio.sleep(scripted.pause_s)
        if gone.done():
            return
    if scripted.hang:
        await gone
    elif scripted.cut:
        raise _Cut
    elif scripted.pieces:
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _head(scripted: Scripted) -> dict[str, Any]:
    headers = {"content-type": scripted.kind, "x-request-id": "req_1", **scripted.headers}
    if not (scripted.cut or scripted.pieces):
        headers["content-length"] = str(len(scripted.content))
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http.response.start", "status": scripted.status, "headers": raw}


@contextmanager
def serve() -> Iterator[Upstream]:
    """Run an `Upstream` under uvicorn in a thread until the block ends."""
    upstream = Upstream()
    # asyncio turns Nagle's delay off for sockets that say they are TCP, which `socket.create_server`'s do not.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    upstream.base_url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    config = uvicorn.Config(upstream, lifespan="off", log_config=None, log_level="critical", timeout_keep_alive=60)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    try:
        yield upstream
    finally:
        server.should_exit = server.force_exit = True
        thread.join(timeout=10)
        listener.close()
