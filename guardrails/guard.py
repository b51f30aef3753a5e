"""The object a user calls: it runs the layers around a model call and hands the decisions to the log."""

from __future__ import annotations

import time
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterable, Iterator, Sequence
from contextlib import aclosing
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, TypeVar, Unpack

from guardrails.errors import SinkError
from guardrails.extras import adapter_of, over_folder
from guardrails.flow import (
    AsyncModel,
    Done,
    Flow,
    Middleware,
    Model,
    adrive,
    adrive_stream,
    compose,
    drive,
    drive_stream,
)
from guardrails.middleware import Meter
from guardrails.middleware.judge import check_beside
from guardrails.middleware.logged import LoggedTexts, LogText
from guardrails.middleware.withhold import withheld
from guardrails.models import answered, echo
from guardrails.pausing import Pausing
from guardrails.pickling import check_picklable
from guardrails.reviewing import Reviewing
from guardrails.streaming import AsyncGuardedStream, GuardedStream, Relay, TextGate, need_of, releases_of
from guardrails.streaming.streams import ano_critic, no_critic
from guardrails.trace import Trace, new_call_id
from guardrails.types import (
    Action,
    ConstitutionRef,
    Decision,
    Memory,
    Request,
    Response,
    Result,
    Source,
    Status,
    StreamNeed,
    Text,
)

if TYPE_CHECKING:  # most guards keep neither cases nor records: what does is imported by those that do
    from guardrails.escalation import Desk, Escalation, EscalationStore
    from guardrails.log import Sink
    from guardrails.policy import Given, Policy

__all__ = ["Guard"]

Client = TypeVar("Client")
Item = TypeVar("Item")

LogTarget: TypeAlias = "Sink | str | PathLike[str] | None"
"""A sink, a folder for a `JsonlSink`, or ``None`` for no records."""

Escalations: TypeAlias = "EscalationStore | str | PathLike[str] | None"
"""A store, a folder for a `FolderEscalations`, or ``None``: held calls are withheld and no case is kept."""


def _now() -> datetime:
    return datetime.now(UTC)


class _Call(NamedTuple):
    request: Request
    trace: Trace
    seen: list[Request]
    flow: Flow[Response]


class Guard(Reviewing):
    """Layers around any model call. It holds no state of a call, so one guard serves all threads and tasks.

    *middleware* is listed outermost first. *log* is a `Sink` or a folder for decision records; ``None`` keeps none.
    *on_log_error* says what a record that cannot be written does to the answer: ``block`` withholds it, ``continue``
    warns and marks the decision ``failed_open``; *log_text* what of the texts is kept. *escalations* keeps the calls
    that wait for a person, scrubbed; when it cannot, *on_escalation_error* says whether the call is blocked or stays
    held without a case. *memory* says which words of a conversation a guarded memory stores. *offload* moves the
    layers' own work off the event loop in `arun`.
    """

    def __init__(
        self,
        middleware: Iterable[Middleware],
        *,
        constitution: ConstitutionRef | None = None,
        log: LogTarget = None,
        on_log_error: Literal["block", "continue"] = "block",
        log_text: LogText = "none",
        escalations: Escalations = None,
        on_escalation_error: Literal["block", "escalate"] = "block",
        tenant: str | None = None,
        memory: Memory = "moderated",
        offload: bool = False,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
        new_call_id: Callable[[], str] = new_call_id,
    ) -> None:
        self.middleware = tuple(middleware)
        check_beside(self.middleware)
        self.constitution = constitution
        self.log: Sink | None = over_folder(log, "log.JsonlSink")
        self.escalations: EscalationStore | None = over_folder(escalations, "escalation.FolderEscalations")
        self.tenant, self.memory = tenant, memory
        self._on_log_error, self._offload = on_log_error, offload
        self._logged = LoggedTexts.of("none" if self.log is None else log_text, self.middleware)
        self._clock, self._now, self._new_call_id = clock, now, new_call_id
        self.releases = releases_of(self.middleware)  # for a text that arrives bit by bit: what may be shown of it when
        self._desk = None if self.escalations is None else self._new_desk(self.escalations, on_escalation_error)

    @classmethod
    def from_pack(
        cls, name: str, *, log: LogTarget = None, escalations: Escalations = None, tenant: str | None = None,
        **given: Unpack[Given],
    ) -> Guard:  # fmt: skip
        """The guard of a pack that comes with the library. Raises `ConstitutionError` for an unknown one.

        *log*, *escalations* and *tenant* as in the constructor; what may be *given* beside them is in
        `guardrails.policy.Given`: a critic model, a catalogue whose values are spared, names to spare.
        """
        with Pausing():
            from guardrails.policy import policy_of_pack

        return cls.from_policy(policy_of_pack(name, **given), log=log, escalations=escalations, tenant=tenant)

    @classmethod
    def from_file(
        cls, path: str | PathLike[str], *, log: LogTarget = None, escalations: Escalations = None,
        tenant: str | None = None, **given: Unpack[Given],
    ) -> Guard:  # fmt: skip
        """The guard of a constitution of your own. Raises `ConstitutionError` with file, line and column."""
        with Pausing():
            from guardrails.policy import policy_of_file

        return cls.from_policy(policy_of_file(path, **given), log=log, escalations=escalations, tenant=tenant)

    @classmethod
    def from_policy(cls, policy: Policy, **options: Any) -> Guard:
        """The guard of a compiled constitution."""
        defaults: dict[str, Any] = {
            "constitution": policy.constitution,
            "on_log_error": policy.on_log_error,
            "on_escalation_error": policy.on_escalation_error,
            "log_text": policy.log_text,
            "memory": policy.memory,
        }
        return cls(policy.middleware, **{**defaults, **options})

    def __repr__(self) -> str:
        name = f"{self.constitution.name} {self.constitution.version}" if self.constitution else "no constitution"
        return f"<Guard {name}: {', '.join(type(layer).__name__ for layer in self.middleware)}>"

    def __copy__(self) -> Guard:
        twin = object.__new__(type(self))
        vars(twin).update(vars(self))
        return twin

    def __getstate__(self) -> dict[str, Any]:
        """To be pickled, with nothing of a call. Raises `TypeError` that names the part which cannot be."""
        given = (*self.middleware, self.log, self.escalations, self._clock, self._now, self._new_call_id)
        check_picklable(given, whole="guard")
        return dict(vars(self))

    @property
    def stream_need(self) -> StreamNeed:
        """The strictest need of any layer; a layer that does not say needs the whole text."""
        return need_of(self.middleware)

    def run(self, request: Request | str, model: Model) -> Result:
        """Guard one call. *model* answers the guarded call and, if the critic is a model, the critic's calls.

        What *model* raises is recorded and raised unchanged.
        """
        call = self._begin(request)
        try:
            response = drive(call.flow, model)
        except BaseException:
            self._write_after_failure(call)
            raise
        return self._finish(call, response)

    async def arun(self, request: Request | str, model: AsyncModel) -> Result:
        """Async twin of `run`; cancelling it cancels the model call."""
        call = self._begin(request)
        try:
            response = await adrive(call.flow, model, offload=self._offload)
        except BaseException:
            self._write_after_failure(call)
            raise
        return self._finish(call, response)

    def check(self, text: str, *, source: Source | str = Source.USER) -> Result:
        """Run every layer on *text* without a model, as if one had echoed the moderated text.

        A text whose *source* is ``assistant`` is taken for the model's draft.
        """
        given = Text(path="", text=text, source=Source(source))
        if given.source is Source.ASSISTANT:
            return self.run(Request(texts=()), answered(given))
        return self.run(Request(texts=(given,)), echo)

    def stream(
        self, request: Request | str, open_stream: Callable[[Request], Iterator[str]], *, critic: Model | None = None
    ) -> GuardedStream:
        """Guard one streamed call: iterate over the cleared text, then read ``.result``.

        *critic* answers the critic's calls, if the critic is a model. What is shown when follows `stream_need`.
        """
        return GuardedStream(self.relay(request, critic or no_critic, open_stream, TextGate(self.releases)))

    def astream(
        self,
        request: Request | str,
        open_stream: Callable[[Request], AsyncIterator[str]],
        *,
        critic: AsyncModel | None = None,
    ) -> AsyncGuardedStream:
        """Async twin of `stream`."""
        deltas = self.arelay(request, critic or ano_critic, open_stream, TextGate(self.releases))
        return AsyncGuardedStream(deltas)

    def wrap(self, client: Client, **options: Any) -> Client:
        """A client of the same type whose every call is guarded; *client* itself stays as it is."""
        wrapped: Client = adapter_of(client).wrap(self, client, **options)
        return wrapped

    def relay(
        self, request: Request | str, model: Model, open_stream: Callable[[Request], Iterator[Item]], gate: Relay[Item]
    ) -> Generator[Item, None, Result]:
        """One streamed call of any form, for adapters: *gate* says what of the model's stream may be shown and when.

        *model* answers the critic's calls. Closing the generator closes the upstream stream and records what ran.
        """
        call = self._begin(request)
        try:
            response = yield from drive_stream(call.flow, model, open_stream, gate)
        except BaseException:
            self._write_after_failure(call)
            raise
        result = self._finish(call, self._consistent(call, response, gate))
        yield from gate.rest(result)
        return result

    async def arelay(
        self,
        request: Request | str,
        model: AsyncModel,
        open_stream: Callable[[Request], AsyncIterator[Item]],
        gate: Relay[Item],
    ) -> AsyncGenerator[Item | Done[Result], None]:
        """Async twin of `relay`; the last item is a `Done`."""
        call, response = self._begin(request), Response(texts=())
        try:
            stream = adrive_stream(call.flow, model, open_stream, gate, offload=self._offload)
            async with aclosing(stream) as items:
                async for item in items:
                    if isinstance(item, Done):
                        response = item.value
                    else:
                        yield item
        except BaseException:
            self._write_after_failure(call)
            raise
        result = self._finish(call, self._consistent(call, response, gate))
        for item in gate.rest(result):
            yield item
        yield Done(result)

    def _consistent(self, call: _Call, response: Response, gate: Relay[Any]) -> Response:
        """*response*, or nothing beyond what was shown where a layer would take that back."""
        if gate.agrees(response):
            return response
        reason = "a layer changed what had been shown: the rest is withheld"
        decision = Decision(layer="stream", action=Action.BLOCK, status=Status.FAILED_CLOSED, reason=reason)
        call.trace.record(decision)
        return withheld(Action.BLOCK, response)

    def _begin(self, request: Request | str) -> _Call:
        if isinstance(request, str):
            request = Request(texts=(Text(path="", text=request, source=Source.USER),))
        trace = Trace(self._new_call_id(), clock=self._clock)
        seen: list[Request] = []
        handler = compose((*self.middleware, Meter(seen.append)), trace)
        return _Call(request=request, trace=trace, seen=seen, flow=handler(request))

    def _finish(self, call: _Call, response: Response) -> Result:
        held = call.trace.action is Action.ESCALATE
        case, response = self._keep(call, response) if held else (None, response)
        kept = self._logged(call.request.texts, response.texts)
        texts = {call.trace.record(decision).id: text for decision, text in kept}
        try:
            self._write(call.trace.decisions, call_id=call.trace.call_id, tenant=self.tenant, texts=texts)
        except SinkError as error:
            response = self._unlogged(call.trace, response, error)
        return Result(
            call_id=call.trace.call_id,
            request=call.seen[-1] if call.seen else replace(call.request, texts=()),
            response=response,
            decisions=call.trace.decisions,
            constitution=self.constitution,
            escalation=case,
        )

    def keeping(self, store: EscalationStore) -> Guard:
        """This guard, but that held calls are kept in *store*, for an adapter that has a place of its own for them."""
        twin = copy(self)
        twin.escalations, twin._desk = store, self._new_desk(store, "escalate")
        return twin

    def _new_desk(self, store: EscalationStore, on_error: Literal["block", "escalate"]) -> Desk:
        from guardrails.escalation import Desk
        from guardrails.middleware.recheck import recheck_of
        from guardrails.middleware.redact import redactors_of

        (request, draft), recheck = redactors_of(self.middleware), recheck_of(self.middleware)
        return Desk(
            store=store, request=request, draft=draft, recheck=recheck, on_error=on_error, tenant=self.tenant,
            constitution=self.constitution,
        )  # fmt: skip

    def _keep(self, call: _Call, response: Response) -> tuple[str | None, Response]:
        """The id of the case that a held *call* is kept as, if any, and what the caller gets meanwhile."""
        if self._desk is None:
            from guardrails.escalation.desk import held

            call.trace.record(held("no store of escalations was given: no case is kept", Status.SKIPPED))
            return None, response
        draft = call.trace.held or response
        case = self._desk.keep(
            call.trace, call.seen[-1] if call.seen else call.request, draft.texts, created=self._now()
        )
        if case is None:
            return None, withheld(call.trace.action, response)
        return case.id, replace(response, texts=(), refusal=case.response.refusal)

    def _write_review(self, decisions: Sequence[Decision], case: Escalation, by: str) -> None:
        try:
            self._write(decisions, call_id=case.call_id, tenant=case.tenant, by=by)
        except SinkError as error:
            if self._on_log_error == "block":
                raise
            warnings.warn(f"decision records were not written: {error}", RuntimeWarning, stacklevel=4)

    def _write(self, decisions: Sequence[Decision], **more: Any) -> None:
        if self.log is not None:
            from guardrails.log.writing import write

            write(self.log, decisions, constitution=self.constitution, time=self._now(), **more)

    def _unlogged(self, trace: Trace, response: Response, error: SinkError) -> Response:
        warnings.warn(f"decision records were not written: {error}", RuntimeWarning, stacklevel=4)
        blocks = self._on_log_error == "block"
        action, status = (Action.BLOCK, Status.FAILED_CLOSED) if blocks else (Action.ANNOTATE, Status.FAILED_OPEN)
        trace.record(Decision(layer="log", action=action, status=status, reason="decision records were not written"))
        return withheld(action, response) if blocks else response

    def _write_after_failure(self, call: _Call) -> None:
        """Record a call that ended in an error; the caller's error matters more than one of the log."""
        call.flow.close()
        try:
            self._write(call.trace.decisions, call_id=call.trace.call_id, tenant=self.tenant)
        except SinkError as error:
            warnings.warn(f"decision records were not written: {error}", RuntimeWarning, stacklevel=3)
