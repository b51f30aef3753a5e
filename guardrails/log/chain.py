"""The hash chain: every line ends in a hash of itself, and carries the hash of the line before it.

A line is ``BODY,"hash":"HEX"}`` where BODY is the bytes of the JSON object up to there, ``"previous"`` included, and
HEX is SHA-256 of BODY, or HMAC-SHA-256 when there is a key. Anyone can recompute it with a few lines of code. Without
a key the chain shows accidents and careless edits; only a key that the editor does not have shows a careful forgery.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from guardrails.log.record import Json

__all__ = ["GENESIS", "Entry", "Sealed", "Sealer", "hasher", "key_id", "unseal"]

GENESIS = "0" * 64
"""What the first line of a segment names as the line before it."""

_MARK = b',"hash":"'
_TAIL = len(_MARK) + 64 + len(b'"}\n')
_HEX = frozenset(b"0123456789abcdef")
_MAX_INT = 2**63 - 1

Hasher = Callable[[bytes], str]


def hasher(key: bytes | None) -> Hasher:
    """SHA-256 in hex, keyed when *key* is given. ``ValueError`` for an empty key, which would protect nothing."""
    if key is None:
        return lambda body: hashlib.sha256(body).hexdigest()
    if not key:
        raise ValueError("the key of the decision log is empty")
    return lambda body: hmac.digest(key, body, "sha256").hex()


def key_id(key: bytes | None) -> str | None:
    """Names a key without giving it away, so that verifying with another key says so."""
    return None if key is None else hmac.digest(key, b"guardrails.log.key-id", "sha256").hex()[:16]


@dataclass(frozen=True, slots=True)
class Sealed:
    """Complete lines, ready to append, and the hash of the last one."""

    lines: bytes
    head: str


class Sealer:
    """Turns fields into chained lines. Keeps no place in the chain: the head goes in and comes out."""

    __slots__ = ("_dumps", "_hash")

    def __init__(self, key: bytes | None) -> None:
        import orjson

        self._hash = hasher(key)
        self._dumps: Callable[[object], bytes] = lambda row: orjson.dumps(row, option=orjson.OPT_UTC_Z)

    def seal(self, rows: list[dict[str, Json | datetime]], previous: str) -> Sealed:
        """Chain *rows* after the line whose hash is *previous*. Adds ``previous`` to each row."""
        lines = []
        for row in rows:
            row["previous"] = previous
            body = self._encode(row)[:-1]
            previous = self._hash(body)
            lines.append(b'%b,"hash":"%b"}\n' % (body, previous.encode()))
        return Sealed(b"".join(lines), previous)

    def _encode(self, row: dict[str, Json | datetime]) -> bytes:
        try:
            return self._dumps(row)
        except TypeError:  # a lone surrogate or a number beyond 64 bits, which a server may well send
            return self._dumps({name: _representable(value) for name, value in row.items()})


def _representable(value: Json | datetime) -> Json | datetime:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, int):
        return max(-_MAX_INT, min(value, _MAX_INT))
    if isinstance(value, Mapping):
        return {str(_representable(name)): _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value


def _plain(value: Json) -> Json:
    cleaned = _representable(value)
    return None if isinstance(cleaned, datetime) else cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line taken apart: the bytes its hash covers, the hash it states, and its decoded *fields*."""

    body: bytes
    stated: str
    previous: str
    fields: Mapping[str, Json]


def unseal(line: bytes) -> Entry | None:
    """Take *line* (with its newline) apart; ``None`` when it was not written by `Sealer.seal`."""
    import orjson

    body, tail = line[:-_TAIL], line[-_TAIL:]
    stated = tail[len(_MARK) : -3]
    if not (body and tail.startswith(_MARK) and tail.endswith(b'"}\n') and _HEX.issuperset(stated)):
        return None
    try:
        fields = orjson.loads(body + b"}")
    except orjson.JSONDecodeError:
        return None
    previous = fields.get("previous") if isinstance(fields, dict) else None
    return (
        Entry(body=body, stated=stated.decode(), previous=previous, fields=fields)
        if isinstance(previous, str)
        else None
    )
