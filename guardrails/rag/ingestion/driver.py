"""From records to a store: in batches, resumable, with every record that was not taken accounted for."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from os import PathLike
from typing import Final, TypedDict, Unpack

from guardrails.constitution import Constitution
from guardrails.errors import IngestError
from guardrails.log import Sink
from guardrails.rag.catalogue.capabilities import Capabilities
from guardrails.rag.ingestion.batch import Batcher
from guardrails.rag.ingestion.resumption import Resumption
from guardrails.rag.ingestion.state import IngestState, Progress
from guardrails.rag.records.projection import IndexProjection
from guardrails.rag.store import RecordStore
from guardrails.rag.tenant import Tenant
from guardrails.types import Detector

__all__ = ["IngestOptions", "IngestReport", "aingest", "ingest"]

_BATCH: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What an ingest came to, runs before a resumption included.

    *read* records came from the source: *accepted* were taken (*changed* of them without what would have leaked); the
    others were *rejected*, counted under the first attribute, or *faulty*, under the reason. *resumed* were done before
    this run began. *suspects* are open fields whose values, taken together, look like words for people: leave them out
    of the schema and ingest anew.
    """

    tenant: str
    read: int = 0
    accepted: int = 0
    changed: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    faulty: dict[str, int] = field(default_factory=dict)
    resumed: int = 0
    capabilities: Capabilities = field(default_factory=Capabilities, repr=False)

    @property
    def suspects(self) -> tuple[str, ...]:
        """Paths of open fields that turned out to be about people's attributes."""
        found = self.capabilities.fields.values()
        return tuple(one.path for one in found if one.attribute and one.tally is not None and one.tally.values)


class IngestOptions(TypedDict, total=False):
    """Everything about an ingest that has a default.

    *constitution*: the pack ``search`` unless given. *state*: a file that remembers how far the ingest has come; with
    it a run that broke down is taken up where its last batch was safe, and a source that has grown is read on.
    *letters*: the JSON Lines file of records that were not taken; *keep_records* puts the records themselves there too.
    *log*: takes a decision for every value that was kept out. *batch*: records a batch, 1 to 10000. *progress*: called
    after each batch. *attempts*: how often a batch is offered to a store that may be back soon. *detect* replaces the
    English detector; *sleep* waits between attempts, in seconds.
    """

    constitution: Constitution | None
    state: str | PathLike[str] | None
    letters: str | PathLike[str] | None
    keep_records: bool
    log: Sink | None
    batch: int
    progress: Callable[[IngestReport], None] | None
    attempts: int
    detect: Detector | None
    sleep: Callable[[float], None]


def ingest(
    records: Iterable[object], tenant: Tenant, store: RecordStore, **options: Unpack[IngestOptions]
) -> IngestReport:
    """Project *records*, which are read once and never held, and write what may be indexed to *store*.

    A bad record stops nothing. Raises `StoreError` when the store stays away, `SinkError` when decisions cannot be
    recorded and have to be, `IngestError` for a state or dead letters that cannot be used and for a source or a store
    that are not those of the state; everything up to the batch before is safe then, and running again with the same
    *state* goes on from there.
    """
    with _Run(tenant, store, options) as run:
        for batch in run.batches(records):
            run.step(batch)
        return run.report()


async def aingest(
    records: Iterable[object] | AsyncIterable[object],
    tenant: Tenant,
    store: RecordStore,
    **options: Unpack[IngestOptions],
) -> IngestReport:
    """Async twin of `ingest`; the work is done off the event loop, and *records* may come asynchronously."""
    with _Run(tenant, store, options) as run:
        if isinstance(records, AsyncIterable):
            async for batch in run.abatches(records):
                await asyncio.to_thread(run.step, batch)
        else:
            for batch in run.batches(records):
                await asyncio.to_thread(run.step, batch)
        return await asyncio.to_thread(run.report)


class _Run:
    """One ingest from its state to its report."""

    def __init__(self, tenant: Tenant, store: RecordStore, options: IngestOptions) -> None:
        self._size = options.get("batch", _BATCH)
        if not 1 <= self._size <= 10_000:
            raise IngestError("batch", "a batch has 1 to 10000 records")
        projection = IndexProjection(tenant.schema, options.get("constitution"), detect=options.get("detect"))
        self._tenant, self._projection, self._progress = tenant, projection, options.get("progress")
        self._state = IngestState(options.get("state"), _identity(tenant, projection))
        self._batcher = Batcher(
            projection,
            tenant,
            store,
            letters=options.get("letters"),
            keep_records=options.get("keep_records", False),
            log=options.get("log"),
            attempts=options.get("attempts", 3),
            sleep=options.get("sleep", time.sleep),
        )
        self._resumption = Resumption(self._state, self._batcher.holds)

    def __enter__(self) -> _Run:
        self._state.__enter__()
        return self

    def __exit__(self, *details: object) -> None:
        self._state.__exit__(*details)

    def batches(self, records: Iterable[object]) -> Iterator[list[object]]:
        """The records that are not done, in batches."""
        batch: list[object] = []
        for position, record in enumerate(records):
            if self._is_new(position, record):
                batch.append(record)
            if len(batch) == self._size:
                yield batch
                batch = []
        if batch:
            yield batch
        self._resumption.end()

    async def abatches(self, records: AsyncIterable[object]) -> AsyncIterator[list[object]]:
        """As `batches`, from an asynchronous source."""
        batch: list[object] = []
        position = 0
        async for record in records:
            if self._is_new(position, record):
                batch.append(record)
            position += 1
            if len(batch) == self._size:
                yield batch
                batch = []
        if batch:
            yield batch
        self._resumption.end()

    def step(self, batch: list[object]) -> None:
        """Take one batch, or nothing of it."""
        progress, ids, tallies = self._batcher.take(batch, self._state)
        for record in batch:
            self._resumption.link(self._projection.id_of(record))
        progress.chain = self._resumption.chain
        self._state.commit(progress, ids, tallies)
        if self._progress is not None:
            self._progress(self._report(progress, Capabilities()))

    def report(self) -> IngestReport:
        """What it all came to."""
        return self._report(self._state.progress, reduce(Capabilities.merge, self._state.shards(), Capabilities()))

    def _is_new(self, position: int, record: object) -> bool:
        if position >= self._resumption.begins_at:
            return True
        self._resumption.skip(position, self._projection.id_of(record))
        return False

    def _report(self, progress: Progress, capabilities: Capabilities) -> IngestReport:
        return IngestReport(
            tenant=self._tenant.id,
            read=progress.read,
            accepted=progress.accepted,
            changed=progress.changed,
            rejected=dict(progress.rejected),
            faulty=dict(progress.faulty),
            resumed=self._resumption.begins_at,
            capabilities=capabilities,
        )


def _identity(tenant: Tenant, projection: IndexProjection) -> str:
    said = f"{tenant.id}\n{tenant.schema!r}\n{projection.constitution.digest}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
