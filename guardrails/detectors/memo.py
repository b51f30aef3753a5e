"""Do not scan the same text twice: earlier turns of a conversation, and a draft that critique and scrub both read."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from guardrails.forking import renewed_in_children
from guardrails.types import Detector, Span

__all__ = ["forgetting", "remembering"]


def remembering(detect: Detector, *, size: int = 65_536, remade: Callable[[], Detector] | None = None) -> Detector:
    """*detect*, keeping the spans of the texts used last: *size* texts and spans in all. Safe under threads.

    A conversation is read from its start at every turn: one that does not fit would never be found in what is kept,
    so there is room for long ones (some 15 MiB at the most, for 65,536). Kept are keyed 128-bit hashes and offsets,
    never a text. Nothing is kept when *detect* raises. What is kept is never pickled; where *remade* is given, *detect*
    is not either, and *remade* makes it anew.
    """
    return _Memo(detect, size, remade)


def forgetting(detect: Detector) -> Detector:
    """*detect* without its memory, for texts that do not come back."""
    return detect._detect if isinstance(detect, _Memo) else detect


class _Memo:
    __slots__ = ("__weakref__", "_detect", "_held", "_key", "_lock", "_remade", "_size", "_spans")

    def __init__(self, detect: Detector, size: int, remade: Callable[[], Detector] | None) -> None:
        self._detect, self._size, self._key = detect, size, secrets.token_bytes(16)
        self._remade, self._held = remade, 0
        self._spans: OrderedDict[bytes, Sequence[Span]] = OrderedDict()
        self._start_anew()
        renewed_in_children(self)

    def _start_anew(self) -> None:
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[Callable[..., Detector], tuple[Any, ...]]:
        return (_Memo, (self._detect, self._size, None)) if self._remade is None else (self._remade, ())

    def __call__(self, text: str, /) -> Sequence[Span]:
        name = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=self._key).digest()
        with self._lock:
            known = self._spans.get(name)
            if known is not None:
                self._spans.move_to_end(name)
                return known
        spans = tuple(self._detect(text))
        with self._lock:
            if name not in self._spans:  # another thread may have been quicker
                self._spans[name] = spans
                self._held += 1 + len(spans)
            while self._held > self._size:
                self._held -= 1 + len(self._spans.popitem(last=False)[1])
        return spans
