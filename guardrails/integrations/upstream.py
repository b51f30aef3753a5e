"""Answers that carry nothing to guard: what the upstream refused, and what we have to refuse ourselves."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from guardrails.integrations.wire.jsons import dumps

if TYPE_CHECKING:
    import httpx

__all__ = ["UpstreamError", "error_response", "fresh", "header", "rebuilt", "streamed"]

_FRAMING = frozenset({b"content-length", b"content-encoding", b"transfer-encoding"})


class UpstreamError(Exception):
    """Carries an HTTP response through the guard, which records *safe_reason*, back to the caller."""

    def __init__(self, response: httpx.Response) -> None:
        self.response, self.status = response, response.status_code
        self.safe_reason = f"the upstream answered {response.status_code}"
        super().__init__(self.safe_reason)


def header(message: httpx.Request | httpx.Response, name: bytes) -> str:
    """The header *name*, lower case, or nothing: the library's own look-up decodes every header first."""
    for known, value in message.headers.raw:
        if known.lower() == name:
            return str(value, "latin-1")
    return ""


def rebuilt(http: ModuleType, answer: httpx.Response, content: bytes, info: dict[str, Any] | None) -> httpx.Response:
    """*answer* with other content: its framing headers are computed anew, everything else is kept."""
    return _response(http, answer.status_code, _unframed(answer), content, info, _kept(answer))


def streamed(http: ModuleType, answer: httpx.Response, stream: object) -> httpx.Response:
    """*answer* with another *stream* of bytes, of the library's own kind."""
    response: httpx.Response = http.Response(
        answer.status_code, headers=_unframed(answer), stream=stream, extensions=_kept(answer)
    )
    return response


def _unframed(answer: httpx.Response) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in answer.headers.raw if name.lower() not in _FRAMING]


def _kept(answer: httpx.Response) -> dict[str, Any]:
    return {key: answer.extensions[key] for key in ("http_version", "reason_phrase") if key in answer.extensions}


def fresh(http: ModuleType, status: int, content: bytes, kind: bytes, info: dict[str, Any] | None) -> httpx.Response:
    """A response that no upstream sent."""
    return _response(http, status, [(b"content-type", kind)], content, info, {"http_version": b"HTTP/1.1"})


def _response(
    http: ModuleType,
    status: int,
    headers: list[tuple[bytes, bytes]],
    content: bytes,
    info: dict[str, Any] | None,
    extensions: dict[str, Any],
) -> httpx.Response:
    if info is not None:
        headers.append((b"x-guardrails-action", info["action"].encode()))
        headers.append((b"x-guardrails-call-id", info["call_id"].encode()))
        if "escalation" in info:
            headers.append((b"x-guardrails-escalation", info["escalation"].encode()))
    headers.append((b"content-length", b"%d" % len(content)))
    response: httpx.Response = http.Response(status, headers=headers, content=content, extensions=extensions)
    return response


def error_response(
    http: ModuleType, status: int, message: str, *, code: str, guardrails: dict[str, Any] | None = None
) -> httpx.Response:
    """An error in OpenAI's shape, which its SDK raises and does not retry. *message* is ours, never a user's text."""
    error: dict[str, Any] = {"message": message, "type": "guardrails_error", "param": None, "code": code}
    if guardrails is not None:
        error["guardrails"] = guardrails
    response = fresh(http, status, dumps({"error": error}), b"application/json", guardrails)
    response.headers["x-should-retry"] = "false"
    return response
