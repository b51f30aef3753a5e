"""Where an ingest goes on: the source must begin with the records that are done, and the store must still have them."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

from guardrails.errors import IngestError
from guardrails.rag.ingestion.state import IngestState

__all__ = ["Resumption"]

_LAST: Final = 64  # records before the place where the ingest goes on, which the store is asked for


class Resumption:
    """Follows a source from its first record, by id. *holds* says whether the store has one of some ids."""

    def __init__(self, state: IngestState, holds: Callable[[Sequence[str]], bool]) -> None:
        self.begins_at = state.progress.read
        self._state, self._holds = state, holds
        self._chain = hashlib.blake2b(digest_size=16)
        self._last: deque[str] = deque(maxlen=_LAST)
        self._skipped = 0

    @property
    def chain(self) -> str:
        """A hash over the ids of all records so far."""
        return self._chain.hexdigest()

    def link(self, record_id: str) -> None:
        """One more record is done."""
        self._chain.update(f"{record_id}\n".encode("utf-8", "surrogatepass"))

    def skip(self, position: int, record_id: str) -> None:
        """The record at *position* was done before. `IngestError` when source or store is not what it was."""
        self.link(record_id)
        self._last.append(record_id)
        self._skipped += 1
        if position == self.begins_at - 1:
            self._check()

    def end(self) -> None:
        """The source has no more records. `IngestError` when it has fewer than were done: nothing was checked."""
        if self._skipped < self.begins_at:
            reason = (
                f"the source ended after {self._skipped} records, but {self.begins_at} were read before; "
                "give the whole source, or delete the state to start over"
            )
            raise IngestError(self._state.path, reason)

    def _check(self) -> None:
        if self.chain != self._state.progress.chain:
            reason = "the source does not begin with the records that were read before; delete the state to start over"
            raise IngestError(self._state.path, reason)
        taken = sorted(self._state.seen([one for one in self._last if one]))
        if taken and not self._holds(taken):
            reason = (
                "the store has none of the records that were done last; put it back, or delete the state to start over"
            )
            raise IngestError(self._state.path, reason)
