"""Which endpoints are guarded, which pass untouched and which are refused: one table, read from the end of a path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guardrails.errors import UnguardedEndpointError
from guardrails.integrations.wire.api import Wire
from guardrails.integrations.wire.chat import CHAT, CHAT_LIST
from guardrails.integrations.wire.completions import COMPLETIONS
from guardrails.integrations.wire.embeddings import EMBEDDINGS
from guardrails.integrations.wire.responses import COMPACT, CONVERSATION, COUNT, ITEM_LIST, RESPONSES

__all__ = ["GUARDED", "PASSED", "REFUSED", "WEBSOCKET", "Route", "route"]

GUARDED: tuple[tuple[str, str, Wire], ...] = (
    ("POST", "chat/completions", CHAT),
    ("GET", "chat/completions", CHAT_LIST),
    ("GET", "chat/completions/*", CHAT),
    ("POST", "chat/completions/*", CHAT),
    ("GET", "chat/completions/*/messages", CHAT_LIST),
    ("POST", "responses", RESPONSES),
    ("POST", "responses/compact", COMPACT),
    ("POST", "responses/input_tokens", COUNT),
    ("GET", "responses/*", RESPONSES),
    ("POST", "responses/*/cancel", RESPONSES),
    ("GET", "responses/*/input_items", ITEM_LIST),
    ("POST", "conversations", CONVERSATION),
    ("POST", "conversations/*", CONVERSATION),
    ("POST", "conversations/*/items", ITEM_LIST),
    ("GET", "conversations/*/items", ITEM_LIST),
    ("GET", "conversations/*/items/*", ITEM_LIST),
    ("POST", "completions", COMPLETIONS),
    ("POST", "embeddings", EMBEDDINGS),
)
"""Method, end of the path, and how its JSON is read. Stored answers are guarded when they are fetched, too."""

WEBSOCKET = "websocket"
"""The name that allows ``realtime``, ``live`` and ``responses`` connections, which no HTTP transport sees."""

REFUSED: tuple[str, ...] = (
    "agents",
    "assistants",
    "audio/speech",
    "audio/transcriptions",
    "audio/translations",
    "batches",
    "chatkit",
    "decisions",
    "evals",
    "fine_tuning/alpha/graders/run",
    "images",
    "live",
    "realtime",
    "threads",
    "videos",
)
"""Endpoints that generate, or feed what generates, and that we do not read. Raises unless allowed by name."""

PASSED: tuple[str, ...] = (
    "audio/voice_consents",
    "audio/voices",
    "containers",
    "content_provenance_checks",
    "files",
    "fine_tuning",
    "moderations",
    "organization",
    "projects",
    "skills",
    "uploads",
    "vaults",
    "vector_stores",
    "webhook_endpoints",
)
"""What else may be posted to: nothing there generates text. Any other method than ``POST``, ``PUT`` and ``PATCH``
passes everywhere, and so does everything below these; an unknown endpoint does not."""

_STOPS = ("batches/*/cancel",)
"""Below a refused name, but they only stop something."""

_WRITES = frozenset({"POST", "PUT", "PATCH"})


@dataclass(frozen=True, slots=True)
class Route:
    """How to read a guarded endpoint, and where the API's root ends in the path."""

    wire: Wire
    root: str


_VERSION = re.compile(r"v[0-9]{1,3}(?:(?:alpha|beta)[0-9]{0,3})?")  # v1, v1beta


def route(method: str, path: str, allow: Iterable[str] = (), *, root: str = "") -> Route | None:
    """The route of a guarded endpoint; ``None`` when the call passes. Raises `UnguardedEndpointError`.

    *path* is the whole path of the URL: gateways and Azure put all sorts of roots before the endpoint. *root* is the
    one the client was built with. What a root is called (``projects``, ``files``) lets nothing pass.
    """
    segments = path.strip("/").split("/")
    for verb, pattern, wire in GUARDED:
        if verb == method and _ends(segments, pattern):
            return Route(wire, "/" + "/".join(segments[: -pattern.count("/") - 1]))
    if method not in _WRITES:
        return None
    below = _below_root(segments, root.strip("/").split("/") if root.strip("/") else [])
    inside = f"/{'/'.join(below)}/"
    if any(f"/{name.strip('/')}/" in inside for name in allow) or any(_ends(segments, name) for name in _STOPS):
        return None
    refused = next((name for name in REFUSED if f"/{name}/" in inside), None)
    if refused is None and any(f"/{name}/" in inside for name in PASSED):
        return None
    known = {pattern for verb, pattern, _ in GUARDED if verb == "POST" and "*" not in pattern}
    raise UnguardedEndpointError(refused or "/".join(below), known=known)


def _ends(segments: list[str], pattern: str) -> bool:
    """Whether the path ends as *pattern* says; ``*`` is any one segment."""
    tokens = pattern.split("/")
    if len(tokens) > len(segments):
        return False
    return all(token in ("*", segment) for token, segment in zip(tokens, segments[-len(tokens) :], strict=True))


def _below_root(segments: list[str], root: list[str]) -> list[str]:
    """What follows *root*, or else the first segment that usually ends one; then without ``deployments/{name}``."""
    if root and segments[: len(root)] == root:
        rest = segments[len(root) :]
    else:
        usual = (at for at, segment in enumerate(segments) if _is_root(segment))
        rest = segments[next(usual, 0) :]
    while len(rest) > 1 and (_is_root(rest[0]) or (rest[0] == "deployments" and len(rest) > 2)):
        rest = rest[2:] if rest[0] == "deployments" else rest[1:]
    return rest


def _is_root(segment: str) -> bool:
    return segment == "openai" or _VERSION.fullmatch(segment) is not None
