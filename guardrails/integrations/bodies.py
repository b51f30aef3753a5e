"""Request bodies: read them whatever their encoding, and send them on with edited texts."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from guardrails.errors import GuardFailed
from guardrails.integrations.upstream import header
from guardrails.integrations.wire.api import UnreadableError
from guardrails.integrations.wire.jsons import JsonObject, loads
from guardrails.types import Text

if TYPE_CHECKING:
    import httpx

__all__ = ["body_of", "edits_of", "rewritten"]

_LIMIT = 256 * 2**20  # bytes a compressed request may unpack to
_ZLIB = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # content coding -> zlib's wbits


def body_of(request: httpx.Request, *, exact: bool = False) -> JsonObject:
    """The JSON object in *request*; empty for a request without a body. Raises `UnreadableError`.

    *exact* keeps integers of any size, which only matters to what is sent again.
    """
    content = _decoded(request)
    if not content.strip():
        return {}
    try:
        body = loads(content, exact=exact)
    except ValueError:
        raise UnreadableError("the request is not JSON, so it cannot be guarded") from None
    if not isinstance(body, dict):
        raise UnreadableError("the request is not a JSON object, so it cannot be guarded")
    return body


def _decoded(request: httpx.Request) -> bytes:
    coding = header(request, b"content-encoding").strip().lower()
    if coding in ("", "identity"):
        return request.content
    if coding not in _ZLIB:
        raise UnreadableError("the request's content-encoding is not supported: send it plain, gzip or deflate")
    unpack = zlib.decompressobj(_ZLIB[coding])
    try:
        content = unpack.decompress(request.content, _LIMIT)
    except zlib.error:
        raise UnreadableError("the request's body does not match its content-encoding") from None
    if unpack.unconsumed_tail:
        raise UnreadableError("the request unpacks to more than can be guarded")
    return content


def rewritten(http: ModuleType, request: httpx.Request, content: bytes) -> httpx.Request:
    """*request* with another body: plain, with its length; method, address, other headers and timeouts are kept."""
    framing = (b"content-length", b"content-encoding", b"transfer-encoding")
    headers = [(name, value) for name, value in request.headers.raw if name.lower() not in framing]
    headers.append((b"Content-Length", b"%d" % len(content)))
    sent: httpx.Request = http.Request(
        request.method, request.url, headers=headers, content=content, extensions=request.extensions
    )
    return sent


def edits_of(before: Sequence[Text], after: Sequence[Text]) -> dict[str, str]:
    """New texts by path, for those that changed. Raises `GuardFailed` when a layer dropped or invented a text."""
    if before is after:
        return {}
    known = {text.path: text.text for text in before}
    if len(after) != len(before) or any(text.path not in known for text in after):
        raise GuardFailed("openai", "a layer dropped or invented a text, which has no place in the native object")
    return {text.path: text.text for text in after if text.text != known[text.path]}
