"""The OpenAI drop-in: the same client, with a guard where its HTTP transport was."""

from __future__ import annotations

import copy
import sys
import weakref
from collections.abc import Iterable
from types import ModuleType
from typing import Any, TypeVar

from guardrails.errors import GuardrailsError, UnguardedEndpointError, UnknownComponentError
from guardrails.extras import require
from guardrails.guard import Guard
from guardrails.integrations.exchange import OnBlock
from guardrails.integrations.routes import GUARDED, WEBSOCKET
from guardrails.integrations.transport import AsyncGuardedTransport, GuardedTransport, Settings

__all__ = ["wrap"]

Client = TypeVar("Client")


def wrap(guard: Guard, client: Client, *, on_block: OnBlock = "refuse", allow: Iterable[str] = ()) -> Client:
    """A client of *client*'s type whose calls go through *guard*; *client* itself stays as it is.

    *client* is an ``OpenAI``, ``AsyncOpenAI``, ``AzureOpenAI`` or ``AsyncAzureOpenAI``. *on_block*: ``refuse`` gives a
    withheld answer the API's own shape (``finish_reason="content_filter"``), ``error`` makes it an HTTP 400 with
    ``code="content_filter"``. *allow* names endpoints that may be called although they are not guarded
    (``images/generations``, ``websocket``, ...); any other call of the kind raises `UnguardedEndpointError`.

    Connections, proxies, timeouts and event hooks are shared with *client*, which keeps owning them: closing the
    guarded client closes none of them while *client* is around, and all of them in ``guard.wrap(OpenAI())``.
    """
    openai = require("openai", extra="openai")
    if not isinstance(client, openai.OpenAI | openai.AsyncOpenAI):
        raise UnknownComponentError("client", type(client).__name__, ("OpenAI", "AsyncOpenAI", "AzureOpenAI"))
    if on_block not in ("refuse", "error"):
        raise UnknownComponentError("on_block", str(on_block), ("refuse", "error"))
    inner: Any = client._client  # no public way leads to a client's connections

    def _surface(error: GuardrailsError) -> GuardrailsError:
        return _as_sdk_error(error, openai.OpenAIError)

    settings = Settings(
        guard=guard,
        http=_library(inner),
        on_block=on_block,
        allow=(allow,) if isinstance(allow, str) else tuple(allow),
        root=client.base_url.path,
        surface=_surface,
    )
    guarded_http: Any = copy.copy(inner)
    transport = AsyncGuardedTransport if isinstance(client, openai.AsyncOpenAI) else GuardedTransport
    guarded_http._transport = transport(inner, settings, owner=weakref.ref(client))
    guarded_http._mounts = {}
    guarded: Any = client.copy(http_client=guarded_http)
    if WEBSOCKET not in settings.allow:
        guarded.websocket_base_url = _no_websocket(settings.http)
    wrapped: Client = guarded
    return wrapped


def _library(http_client: object) -> ModuleType:
    """The HTTP library *http_client* is made of: openai 3 knows two."""
    for kind in type(http_client).__mro__:
        package = kind.__module__.partition(".")[0]
        if package in ("httpx", "httpx2"):
            return sys.modules[package]
    raise UnknownComponentError("HTTP client", type(http_client).__name__, ("httpx", "httpx2"))


def _as_sdk_error(error: GuardrailsError, base: type[Exception]) -> GuardrailsError:
    """*error*, of a class that is the SDK's as well: it retries and wraps none of its own (openai 2 does, others)."""
    kind = type(error)
    if not isinstance(error, base):
        error.__class__ = type(kind.__name__, (kind, base), {"__module__": kind.__module__})
    return error


def _no_websocket(http: ModuleType) -> Any:
    """A URL that cannot be connected to: WebSockets bypass the transport, so nothing would be guarded there."""

    def refuse(_: object) -> Any:
        raise UnguardedEndpointError(WEBSOCKET, known={pattern for _, pattern, _ in GUARDED if "*" not in pattern})

    members = {"__init__": lambda _: None, "_uri_reference": property(refuse), "__repr__": lambda _: "<no websocket>"}
    return type("_NoWebSocket", (http.URL,), members)()
