"""The critic's own chat completion, over the guarded client's connection and never through its guard."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

from guardrails.errors import CriticError
from guardrails.flow import CriticCall
from guardrails.integrations.routes import Route
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads
from guardrails.types import Response, Source, Text

if TYPE_CHECKING:
    import httpx

__all__ = ["Dialect", "bodies", "critic_flow", "verdict_of"]

_DROPPED = frozenset({b"content-length", b"content-encoding", b"transfer-encoding", b"idempotency-key", b"accept"})

_FORMATS = ("json_schema", "json_object", "plain", "plain")
_LIMITS = ("max_completion_tokens", "max_completion_tokens", "max_completion_tokens", "max_tokens")


class Dialect:
    """How much of the API the critic's server understands; what one call learns the next need not find out again."""

    __slots__ = ("level",)

    def __init__(self) -> None:
        self.level = 0


def critic_flow(
    call: CriticCall, sent: httpx.Request, route: Route, model: str | None, dialect: Dialect, http: ModuleType
) -> Generator[httpx.Request, httpx.Response, Response]:
    """Yields the request to send and receives its answer, once more a level down each time the server answers 400.

    *sent* lends its address, credentials and timeouts. Raises `CriticError`.
    """
    name = call.model or model
    url, headers = _url(sent, route, name), _headers(sent)
    extensions = {key: value for key, value in sent.extensions.items() if key != "trace"}
    for level, body in bodies(call, name, dialect.level):
        answer = yield http.Request("POST", url, headers=headers, content=dumps(body), extensions=extensions)
        if answer.status_code == 400:
            continue
        if answer.status_code != 200:
            raise CriticError(f"the critic's model answered {answer.status_code}", retryable=False)
        verdict = _read(answer)
        dialect.level = level
        return verdict
    raise CriticError("the critic's model answered 400")


def bodies(call: CriticCall, model: str | None, first: int) -> Iterator[tuple[int, JsonObject]]:
    """What to try, best first; levels that would say the same again are left out."""
    last: JsonObject | None = None
    for level in range(first, len(_FORMATS)):
        body = _body(call, model, level)
        if body != last:
            yield level, body
        last = body


def _body(call: CriticCall, model: str | None, level: int) -> JsonObject:
    kind, instructions = _FORMATS[level], call.instructions
    body: JsonObject = {"model": model} if model else {}
    if call.schema is not None:
        if kind == "json_schema":
            declared = {"name": "verdict", "schema": call.schema, "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": declared}
        else:
            schema = dumps(call.schema).decode()
            instructions = f"{instructions}\n\nAnswer with one JSON object that fits this JSON Schema:\n{schema}"
            if kind == "json_object":
                body["response_format"] = {"type": "json_object"}
    if call.max_tokens is not None:
        body[_LIMITS[level]] = call.max_tokens
    turns = [{"role": "system", "content": instructions}, {"role": "user", "content": call.prompt}]
    return {**body, "messages": turns}


def _headers(sent: httpx.Request) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in sent.headers.raw if name.lower() not in _DROPPED]
    typed = [(name, value) for name, value in kept if name.lower() != b"content-type"]
    return [*typed, (b"Content-Type", b"application/json"), (b"Accept", b"application/json")]


def _url(sent: httpx.Request, route: Route, model: str | None) -> Any:
    """Chat completions under the same root; Azure names the model there."""
    root, found, rest = route.root.partition("/deployments/")
    if found and model:
        _, _, below = rest.partition("/")
        root = f"{root}/deployments/{model}" + (f"/{below}" if below else "")
    elif found:
        root = route.root
    elif model and root.rstrip("/").endswith("/openai") and "api-version" in sent.url.params:
        root = f"{root.rstrip('/')}/deployments/{model}"
    query = f"?{sent.url.query.decode()}" if sent.url.query and "api-version" in sent.url.params else ""
    return sent.url.copy_with(raw_path=f"{root.rstrip('/')}/chat/completions{query}".encode())


def _read(answer: httpx.Response) -> Response:
    try:
        body = loads(answer.content)
    except ValueError:
        body = None
    return verdict_of(body)


def verdict_of(body: Any) -> Response:
    """What a chat completion, as parsed JSON, says. Raises `CriticError` where it says nothing."""
    try:
        message = body["choices"][0]["message"]
        text, usage, model = message.get("content"), body.get("usage") or {}, body.get("model")
    except (LookupError, TypeError, AttributeError):
        raise CriticError("the critic's model answered with something that is no chat completion") from None
    if not isinstance(text, str) or not text:
        raise CriticError("the critic's model gave no answer")
    return Response(
        texts=(Text(path="", text=text, source=Source.ASSISTANT),),
        model=model if isinstance(model, str) else None,
        tokens=usage.get("total_tokens") if isinstance(usage, dict) else None,
    )
