"""The HTTP libraries an OpenAI client can be made of here: openai 2 knows one, openai 3 two."""

from __future__ import annotations

from importlib.util import find_spec

__all__ = ["HTTP_LIBRARIES"]

HTTP_LIBRARIES = tuple(name for name in ("httpx", "httpx2") if find_spec(name))
