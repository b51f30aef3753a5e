"""The model behind ``run`` and ``doctor``: a client from the environment, and its errors in a line each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from guardrails.cli.errors import Breakdown, Failure
from guardrails.extras import require

__all__ = ["KEY", "client_of", "host", "told"]

KEY = "OPENAI_API_KEY"
_URL = "OPENAI_BASE_URL"
_DEFAULT_HOST = "api.openai.com"
_HINTS = {
    400: "the server found the request wrong: does the model speak chat completions?",
    401: f"the server did not accept the key: check {KEY}",
    403: f"the key may not use this model: check {KEY}",
    404: f"no such model, or no such endpoint: check --model and {_URL}",
    429: "too many requests, or no credit left: try again later",
}


def host() -> str:
    """Whom the environment says to ask, without what a URL may carry of secrets."""
    try:
        parts = urlsplit(os.environ.get(_URL) or f"https://{_DEFAULT_HOST}/v1")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return _URL
    return f"{parts.hostname or _URL}{port}"


def client_of(timeout_s: float, *, retries: int) -> Any:
    """The plain client. Raises `MissingExtraError`, or `Failure` without a key."""
    openai = require("openai", extra="openai")
    if not os.environ.get(KEY):
        raise Failure(f"{KEY} is not set; set it (to any value for a server that asks for none)")
    try:
        return openai.OpenAI(timeout=timeout_s, max_retries=retries)
    except Exception as error:
        raise Failure(f"no client for {host()}: {type(error).__name__}; check {_URL} and {KEY}") from error


@contextmanager
def told(model: str | None) -> Iterator[None]:
    """Turn the client's errors into `Failure`; their own messages may quote the prompt and are left out."""
    openai = require("openai", extra="openai")
    named = f"model {model!r} at {host()}" if model is not None else host()
    try:
        yield
    except openai.APITimeoutError as error:
        raise Breakdown(f"{named}: no answer in time; give --timeout more seconds") from error
    except openai.APIConnectionError as error:
        hint = f"is the server running, and is {_URL} right?"
        raise Breakdown(f"{named}: cannot be reached; {hint}") from error
    except openai.APIStatusError as error:
        status = int(error.status_code)
        hint = _HINTS.get(status, "the server failed: try again later" if status >= 500 else "the server refused")
        kind = Failure if status in (400, 401, 403, 404) else Breakdown
        raise kind(f"{named}: {hint} (HTTP {status})") from error
    except openai.OpenAIError as error:
        raise Breakdown(f"{named}: {type(error).__name__}") from error
