"""Do not ask a model twice: the verdicts on a draft that was judged before, in the same setting."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from guardrails.critics.critic import Critic
from guardrails.flow import Flow
from guardrails.forking import renewed_in_children
from guardrails.types import Principle, Request, Response, Verdicts

__all__ = ["RememberingCritic"]


class RememberingCritic:
    """*critic*, keeping the verdicts on the *size* drafts judged last. Safe under threads.

    Two judgements are the same when the draft, everything the critic is shown of the request, the principles and the
    model are. Keys are keyed hashes; what is kept holds no draft, only offsets and the critic's own words on them.
    Known verdicts cost no tokens. An error is never kept, and neither is a revision.
    """

    def __init__(self, critic: Critic, *, size: int = 256) -> None:
        if size < 1:
            raise ValueError("size must be 1 or more")
        self._critic, self._size, self._key = critic, size, secrets.token_bytes(16)
        self._known: OrderedDict[bytes, Verdicts] = OrderedDict()
        self._start_anew()
        renewed_in_children(self)

    def _start_anew(self) -> None:
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[Callable[..., RememberingCritic], tuple[Critic]]:
        """Without what is kept, so that no word of a critic is in the bytes."""
        return partial(RememberingCritic, size=self._size), (self._critic,)

    @property
    def name(self) -> str:
        return self._critic.name

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """The verdicts the critic gives, or gave."""
        name = self._name(request, draft, principles)
        with self._lock:
            known = self._known.get(name)
            if known is not None:
                self._known.move_to_end(name)
                return known
        verdicts = yield from self._critic.judge(request, draft, principles)
        with self._lock:
            self._known[name] = replace(verdicts, tokens=0)
            if len(self._known) > self._size:
                self._known.popitem(last=False)
        return verdicts

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """As the critic revises."""
        return self._critic.revise(request, draft, verdicts, principles)

    def _name(self, request: Request, draft: Response, principles: Sequence[Principle]) -> bytes:
        digest = hashlib.blake2b(digest_size=16, key=self._key)
        for part in _parts(request, draft, principles):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(data))  # so that no two lists of parts run into one another
            digest.update(data)
        return digest.digest()


def _parts(request: Request, draft: Response, principles: Sequence[Principle]) -> Iterator[str]:
    yield request.model or ""
    for texts in (request.texts, draft.texts):
        yield str(len(texts))
        for text in texts:
            yield from (text.path, text.source, text.text)
    for principle in principles:
        yield from (principle.id, principle.text, principle.revise, principle.severity.name, *principle.rules)
        yield ""
