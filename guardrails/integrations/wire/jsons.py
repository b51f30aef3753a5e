"""JSON in and out: fast where that is exact, the standard library where it would not be."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

__all__ = ["JsonObject", "dumps", "loads"]

JsonObject = dict[str, Any]
"""A parsed JSON object; only the wire modules look inside."""

_LONG_NUMBER = re.compile(rb"[0-9]{19}")  # {"id": 123456789012345678901}: orjson would round it to a float


def loads(data: bytes | str, *, exact: bool = True) -> Any:
    """Parse *data*. Raises ``ValueError`` when it is not JSON, or nested too deep to handle.

    Not *exact* is faster and rounds integers of more than 64 bits: enough for what is read but not written again.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if not exact or not _LONG_NUMBER.search(raw):
        try:
            return orjson.loads(raw)
        except orjson.JSONDecodeError:
            pass  # lone surrogates, NaN and the like: real servers send them, and the standard library reads them
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("JSON is nested too deep") from None


def dumps(value: object) -> bytes:
    """Compact UTF-8. What orjson cannot write (huge integers, lone surrogates) the standard library writes escaped."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode()
