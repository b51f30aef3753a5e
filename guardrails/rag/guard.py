"""Fair search composed: records in, results and answers out, each with the trace of every gate."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from os import PathLike
from typing import Any, Self, Unpack

from guardrails.constitution import Constitution, load_file, load_pack
from guardrails.flow import AsyncModel, Call, Model
from guardrails.guard import Guard, LogTarget
from guardrails.log import JsonlSink
from guardrails.policy import compile_policy
from guardrails.rag.ingestion.driver import IngestOptions, IngestReport, aingest, ingest
from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.moderation.gate import QueryGate
from guardrails.rag.policy import search_policy
from guardrails.rag.query.extractor import Extractor
from guardrails.rag.search.answering import Answering, answered
from guardrails.rag.search.chat import async_model_of, model_of
from guardrails.rag.search.deadline import Deadline, told
from guardrails.rag.search.journal import Journal
from guardrails.rag.search.results import Answer, SearchResult
from guardrails.rag.search.searching import noted, search_decisions, searched
from guardrails.rag.store import RecordStore
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import Hit
from guardrails.trace import Trace
from guardrails.types import Detector, Response

__all__ = ["RagGuard"]


def _new_call_id() -> str:
    """Time-ordered and unique: milliseconds since 1970 in 12 hex digits, then 64 random bits."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"


def _now() -> datetime:
    return datetime.now(UTC)


class RagGuard:
    """Search and answers over a tenant's own records. It holds no state of a call: one serves all threads and tasks.

    *constitution* is the pack ``search`` unless given. *graphs* maps a tenant's id to a graph of its records, for
    expansion. *log* takes the decision records; where the constitution says ``block``, results that cannot be recorded
    are withheld. *timeout_s* bounds every call of the store, in seconds; see `Deadline` for one that hangs.
    *extractor* may find conditions that the rules miss; *detect* replaces the English detector.
    """

    def __init__(
        self,
        store: RecordStore,
        *,
        tenants: Iterable[Tenant] = (),
        constitution: Constitution | None = None,
        graphs: Mapping[str, Any] | None = None,
        log: LogTarget = None,
        timeout_s: float | None = None,
        extractor: Extractor | None = None,
        detect: Detector | None = None,
        now: Callable[[], datetime] = _now,
        new_call_id: Callable[[], str] = _new_call_id,
    ) -> None:
        constitution = constitution or load_pack("search")
        compiled = compile_policy(constitution, detect=detect)
        self.store, self.constitution = store, constitution.ref
        self.policy = search_policy(constitution, detect=detect)
        self.gate = QueryGate(store, self.policy, tenants=tenants, extractor=extractor)
        self.log = JsonlSink(log) if isinstance(log, str | PathLike) else log
        self._journal = Journal(self.log, constitution.ref, compiled.on_log_error, now)
        self._document, self._guard = constitution, Guard.from_policy(compiled)
        self._graphs, self._deadline, self._new_call_id = dict(graphs or {}), Deadline(timeout_s), new_call_id

    @classmethod
    def from_pack(cls, name: str, store: RecordStore, **options: Any) -> Self:
        """With a pack that comes with the library; *options* as in the constructor."""
        return cls(store, constitution=load_pack(name), **options)

    @classmethod
    def from_file(cls, path: str | PathLike[str], store: RecordStore, **options: Any) -> Self:
        """With a constitution of your own; *options* as in the constructor."""
        return cls(store, constitution=load_file(path), **options)

    def __repr__(self) -> str:
        return f"<RagGuard {self.constitution.name} {self.constitution.version} over {type(self.store).__name__}>"

    def add_tenant(self, tenant: Tenant) -> None:
        """Take *tenant*, in place of the one with its id."""
        self.gate.add(tenant)

    def ingest(self, records: Iterable[object], tenant: str | Tenant, **options: Unpack[IngestOptions]) -> IngestReport:
        """Project *records* of *tenant* and write what may be indexed; *options* as in `rag.ingest`.

        Searches see the new records, names and catalogue from then on. What the data admit joins what was known, or
        takes its place where ``state`` makes the report one of all runs.
        """
        known = self._taken(tenant)
        try:
            report = ingest(records, known, self.store, **self._ingesting(options))
        finally:
            self.gate.forget(known.id)  # batches before a failure are in the store
        return self._learnt(known, report, options)

    async def aingest(
        self,
        records: Iterable[object] | AsyncIterable[object],
        tenant: str | Tenant,
        **options: Unpack[IngestOptions],
    ) -> IngestReport:
        """Async twin of `ingest`."""
        known = self._taken(tenant)
        try:
            report = await aingest(records, known, self.store, **self._ingesting(options))
        finally:
            self.gate.forget(known.id)
        return self._learnt(known, report, options)

    def _taken(self, tenant: str | Tenant) -> Tenant:
        if isinstance(tenant, Tenant):
            self.gate.add(tenant)
            return tenant
        return self.gate.tenant(tenant)

    def _ingesting(self, options: IngestOptions) -> IngestOptions:
        """*options* with this guard's constitution, detector and log where they name no other."""
        ours = IngestOptions(constitution=self._document, detect=self.policy.detect, log=self.log)
        return IngestOptions(**{**ours, **options})

    def _learnt(self, tenant: Tenant, report: IngestReport, options: IngestOptions) -> IngestReport:
        def learnt(known: Tenant) -> Tenant:
            counted = all(profile.tally is not None for profile in known.capabilities.fields.values())
            joins = counted and options.get("state") is None  # profiles made by hand have nothing to add to
            admits = known.capabilities.merge(report.capabilities) if joins else report.capabilities
            return replace(known, capabilities=admits)

        self.gate.renew(tenant.id, learnt)
        return report

    def moderate(self, query: str, tenant: str) -> ModeratedQuery:
        """What retrieval may use of *query*, without searching."""
        return self._deadline.within(lambda: self.gate.moderate(query, tenant))

    def search(self, query: str | ModeratedQuery, tenant: str, *, k: int = 10) -> SearchResult:
        """The *k* records closest to what *query* may ask for, and what they lead to.

        Raises `StoreError` when the store cannot be used: then nothing is returned and the failure is recorded.
        """
        trace = Trace(self._new_call_id())
        return self._journal.kept_search(self._search(query, tenant, k, trace), trace)

    async def asearch(self, query: str | ModeratedQuery, tenant: str, *, k: int = 10) -> SearchResult:
        """Async twin of `search`; the store is asked in a thread.

        Cancelling it returns at once and drops what the thread finds, which is recorded all the same.
        """
        return await asyncio.to_thread(self.search, query, tenant, k=k)

    def answer(self, query: str | ModeratedQuery, tenant: str, model: Model, *, k: int = 10) -> Answer:
        """Let *model* answer from the records found, with scrubbed records in and a judged, scrubbed answer out.

        *model* is what `Guard.run` takes (`text_model` makes one of any function), or a LangChain chat model. What it
        raises is recorded and raised unchanged. No model is asked when nothing was found.
        """
        trace = Trace(self._new_call_id())
        asking = self._asking(self._search(query, tenant, k, trace), trace)
        if asking.request is None:
            return self._journal.kept_answer(asking.without_model(), trace)
        ask = asking.listening(model_of(model))
        try:
            result = self._guard.run(asking.request, ask)
        except BaseException:
            self._journal.after_failure(trace, tenant)
            raise
        return self._journal.kept_answer(answered(asking, result, trace), trace)

    async def aanswer(self, query: str | ModeratedQuery, tenant: str, model: AsyncModel, *, k: int = 10) -> Answer:
        """Async twin of `answer`; cancelling it cancels the model call."""
        trace = Trace(self._new_call_id())
        asking = self._asking(await asyncio.to_thread(self._search, query, tenant, k, trace), trace)
        if asking.request is None:
            return self._journal.kept_answer(asking.without_model(), trace)
        ask = async_model_of(model)

        async def heard(call: Call) -> Response:
            return asking.heard(call, await ask(call))

        try:
            result = await self._guard.arun(asking.request, heard)
        except BaseException:
            self._journal.after_failure(trace, tenant)
            raise
        return self._journal.kept_answer(answered(asking, result, trace), trace)

    def noted(self, moderated: ModeratedQuery, tenant: str, hits: Sequence[Hit]) -> SearchResult:
        """Record a search that something else made of *moderated*; its hits are withheld as `search` withholds them."""
        trace = Trace(self._new_call_id())
        for decision in search_decisions(moderated):
            trace.record(decision)
        return self._journal.kept_search(noted(moderated, tenant, hits, self.policy, trace), trace)

    @contextmanager
    def watched(self, moderated: ModeratedQuery, tenant: str) -> Iterator[None]:
        """Around the store's call of a search that something else makes: what fails is recorded, as a `StoreError`."""
        try:
            with told():
                yield
        except Exception as error:
            trace = Trace(self._new_call_id())
            for decision in search_decisions(moderated):
                trace.record(decision)
            self._journal.failed(trace, tenant, error)
            raise

    def _search(self, query: str | ModeratedQuery, tenant: str, k: int, trace: Trace) -> SearchResult:
        if k < 1:
            raise ValueError("k is the number of records wanted, at least 1")
        known = self.gate.tenant(tenant)
        moderated = query if isinstance(query, ModeratedQuery) else None
        try:
            if moderated is None:
                moderated = self._deadline.within(lambda: self.gate.moderate(str(query), tenant))
            for decision in search_decisions(moderated):
                trace.record(decision)
            return searched(
                moderated, known, self.store, self.policy, trace, k=k, graph=self._graphs.get(tenant),
                deadline=self._deadline,
            )  # fmt: skip
        except Exception as error:
            self._journal.failed(trace, tenant, error)
            raise

    def _asking(self, found: SearchResult, trace: Trace) -> Answering:
        return Answering(replace(found, decisions=trace.decisions), self.gate.tenant(found.tenant), self.policy)
