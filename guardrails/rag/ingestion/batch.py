"""One batch of records: projected, decided about, logged, written, and only then counted as done."""

from __future__ import annotations

import secrets
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from os import PathLike
from typing import Any, Final

import tenacity

from guardrails.errors import SinkError, StoreError
from guardrails.log import Sink, records_of
from guardrails.rag.catalogue.capabilities import Capabilities
from guardrails.rag.catalogue.census import Census
from guardrails.rag.ingestion.deadletters import DeadLetters, letter_of
from guardrails.rag.ingestion.state import IngestState, Progress
from guardrails.rag.records.projection import IndexProjection, Outcome, Projected
from guardrails.rag.store import RecordStore
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import Entry, Fault
from guardrails.types import Action, Decision, Source

__all__ = ["Batcher"]

_TAKEN: Final = (Outcome.ACCEPTED, Outcome.CHANGED)
_AGAIN: Final = Fault(document="", path="", reason="duplicate id: a record before has it")


@dataclass(slots=True)
class _Done:
    """A record with its position in the source and what became of it."""

    position: int
    record: object
    projected: Projected


class Batcher:
    """Takes batches for one tenant. The order of its steps is what makes an ingest resumable: decisions are recorded,
    the store has the entries, the dead letters are on disk, and then the caller commits. Writing entries again is
    harmless, because they go by id."""

    def __init__(
        self,
        projection: IndexProjection,
        tenant: Tenant,
        store: RecordStore,
        *,
        letters: str | PathLike[str] | None,
        keep_records: bool,
        log: Sink | None,
        attempts: int,
        sleep: Callable[[float], None],
    ) -> None:
        self._projection, self._tenant, self._store = projection, tenant, store
        self._letters, self._keep_records, self._log = DeadLetters(letters), keep_records, log
        self._retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(max(1, attempts)),
            wait=tenacity.wait_exponential(multiplier=0.2, max=5.0) + tenacity.wait_random(0.0, 0.2),
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, StoreError) and error.retryable),
            sleep=sleep,
            reraise=True,
        )
        self._call_id = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"
        self._logged, self._begun = 0, False

    def take(self, batch: Sequence[object], state: IngestState) -> tuple[Progress, list[str], bytes]:
        """The progress after *batch*, the ids that are done with it, and its tallies; nothing is committed yet."""
        progress = deepcopy(state.progress)
        if not self._begun:
            progress.letters, self._begun = self._letters.resume(progress.letters), True
        done = list(self._projected(batch, state))
        self._record(done)
        entries = [one.projected.entry for one in done if one.projected.entry is not None]
        if entries:
            self._write(entries, progress)
        lost = [one for one in done if one.projected.outcome not in _TAKEN]
        if lost:
            letters = [letter_of(one.position, one.projected, self._kept(one.record)) for one in lost]
            progress.letters = self._letters.write(letters)
        for one in done:
            _count(progress, one.projected)
        return progress, [entry.id for entry in entries], self._tallies(done)

    def _projected(self, batch: Sequence[object], state: IngestState) -> Iterator[_Done]:
        projected = [self._projection.project(record) for record in batch]
        met = set(state.seen([one.document for one in projected if one.document]))
        for position, (record, one) in enumerate(zip(batch, projected, strict=True), start=state.progress.read):
            if one.entry is not None and one.document in met:
                fault = replace(_AGAIN, document=one.document, path=self._tenant.schema.id)
                one = Projected(document=one.document, outcome=Outcome.FAULTY, faults=(fault,))
            elif one.entry is not None:
                met.add(one.document)
            yield _Done(position, record, one)

    def holds(self, ids: Sequence[str]) -> bool:
        """Whether the store has a record of one of these *ids*."""
        return bool(self._retrying(self._asked, self._store.get, ids))

    def _write(self, entries: list[Entry], progress: Progress) -> None:
        try:
            self._retrying(self._asked, self._store.add, entries)
        except StoreError as error:
            safe = f"{error.reason}; {progress.read} records are done, run again with the same state to go on"
            raise StoreError(error.store, safe, retryable=error.retryable) from error

    def _asked(self, call: Callable[[str, Sequence[Any]], object], given: Sequence[Any]) -> object:
        try:
            return call(self._tenant.id, given)
        except StoreError:
            raise
        except Exception as error:  # a store of somebody's own may not know our errors, and may quote a record
            raise StoreError(type(self._store).__name__, f"{call.__name__} raised {type(error).__name__}") from error

    def _record(self, done: Sequence[_Done]) -> None:
        """A decision for every value that was kept out, before anything is written."""
        decisions = [decision for one in done for decision in _decisions(one)]
        if self._log is None or not decisions:
            return
        numbered = [
            replace(decision, id=f"{self._call_id}.{self._logged + at:06d}") for at, decision in enumerate(decisions)
        ]
        records = records_of(
            numbered,
            call_id=self._call_id,
            constitution=self._projection.constitution.ref,
            time=datetime.now(UTC),
            tenant=self._tenant.id,
        )
        try:
            self._log.write(records)
        except SinkError:
            if self._projection.constitution.log.on_error == "block":
                raise
            warnings.warn("decisions of an ingest were not recorded", RuntimeWarning, stacklevel=2)
        self._logged += len(records)

    def _kept(self, record: object) -> object:
        return record if self._keep_records else None

    def _tallies(self, done: Sequence[_Done]) -> bytes:
        census = Census(self._tenant.schema)
        for one in done:
            if one.projected.entry is not None and isinstance(one.record, Mapping):
                census.add(one.record, one.projected.entry)
        return Capabilities.concluded(census.tallies()).to_json()


def _count(progress: Progress, projected: Projected) -> None:
    progress.read += 1
    if projected.outcome in _TAKEN:
        progress.accepted += 1
        progress.changed += projected.outcome is Outcome.CHANGED
    elif projected.outcome is Outcome.REJECTED:
        attribute = projected.leaks[0].attribute
        progress.rejected[attribute] = progress.rejected.get(attribute, 0) + 1
    else:
        reason = projected.faults[0].reason
        progress.faulty[reason] = progress.faulty.get(reason, 0) + 1


def _decisions(one: _Done) -> Iterator[Decision]:
    """*path* is where the value stands in the source: position, then field. Neither id nor text is recorded."""
    changed = one.projected.outcome is Outcome.CHANGED
    for leak in one.projected.leaks:
        what = "kept out of the index" if changed else "the record is kept out of the index"
        yield Decision(
            layer="projection",
            action=Action.REWRITE if changed else Action.BLOCK,
            reason=f"{leak.reason}: {what}",
            source=Source.CONTEXT,
            path=f"/{one.position}/{leak.path.replace('.', '/')}",
            rule="projection",
            attribute=leak.attribute,
        )
