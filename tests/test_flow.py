"""The flow: one body for sync, async and streams, and the traps of driving a generator."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator, Sequence

import pytest

from guardrails.flow import (
    Call,
    CriticCall,
    Done,
    Flow,
    Handler,
    Middleware,
    ModelCall,
    adrive,
    adrive_stream,
    ask,
    ask_all,
    compose,
    drive,
    drive_stream,
    step,
)
from guardrails.testing import ScriptedModel
from guardrails.trace import Trace
from guardrails.types import Request, Response, Source, Text


def request(text: str) -> Request:
    return Request(texts=(Text(path="", text=text, source=Source.USER),))


def said(response: Response) -> str:
    return "".join(text.text for text in response.texts)


class Passing:
    """A gate that lets all text through at once."""

    def __init__(self) -> None:
        self.said = ""

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        self.said = ""

    def feed(self, item: str, /) -> Sequence[str]:
        self.said += item
        return (item,) if item else ()

    def reply(self) -> Response:
        return Response(texts=(Text(path="", text=self.said, source=Source.ASSISTANT),))


def marked(name: str, order: list[str]) -> Middleware:
    def layer(request: Request, call_next: Handler, trace: Trace) -> Flow[Response]:
        order.append(f"{name} in")
        try:
            return (yield from call_next(request))
        finally:
            order.append(f"{name} out")

    return layer


def fan(calls: int) -> Flow[tuple[Response, ...]]:
    return (yield from ask_all(CriticCall(instructions="", prompt=str(n)) for n in range(calls)))


def test_the_first_layer_is_the_outermost() -> None:
    order: list[str] = []
    handler = compose([marked("a", order), marked("b", order)], Trace("c"))
    drive(handler(request("q")), ScriptedModel(["x"]))
    assert order == ["a in", "b in", "b out", "a out"]


def test_sync_and_async_drivers_give_the_same_reply_and_make_the_same_calls() -> None:
    sync, asynchronous = ScriptedModel(["one", "two"]), ScriptedModel(["one", "two"])

    def twice() -> Flow[str]:
        first = yield from ask(request("q"))
        second = yield from ask(request(said(first)))
        return said(second)

    assert drive(twice(), sync) == asyncio.run(adrive(twice(), asynchronous.acall)) == "two"
    assert sync.calls == asynchronous.calls


def test_what_the_model_raises_is_raised_inside_the_flow() -> None:
    def fallback() -> Flow[str]:
        try:
            yield from ask(request("q"))
        except TimeoutError:
            return "fallback"
        return "no error"

    assert drive(fallback(), ScriptedModel([TimeoutError()])) == "fallback"
    assert asyncio.run(adrive(fallback(), ScriptedModel([TimeoutError()]).acall)) == "fallback"


def test_an_error_no_layer_handles_reaches_the_caller_and_layers_clean_up() -> None:
    order: list[str] = []
    handler = compose([marked("a", order)], Trace("c"))
    with pytest.raises(TimeoutError):
        drive(handler(request("q")), ScriptedModel([TimeoutError()]))
    assert order == ["a in", "a out"]


def test_stop_iteration_from_a_flow_is_a_value_that_can_cross_a_thread() -> None:
    async def main() -> str:
        return said(await adrive(ask(request("q")), ScriptedModel(["x"]).acall, offload=True))

    assert asyncio.run(main()) == "x"


def test_a_model_that_raises_stop_iteration_does_not_end_the_flow_silently() -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        drive(ask(request("q")), ScriptedModel([StopIteration()]))


def test_offload_runs_the_layers_off_the_event_loop() -> None:
    threads: list[str] = []

    def layer(request: Request, call_next: Handler, trace: Trace) -> Flow[Response]:
        threads.append(threading.current_thread().name)
        return (yield from call_next(request))

    for offload in (False, True):
        handler = compose([layer], Trace("c"))
        asyncio.run(adrive(handler(request("q")), ScriptedModel(["x"]).acall, offload=offload))
    assert threads[0] == "MainThread"
    assert threads[1] != "MainThread"


def test_cancelling_an_offloaded_step_waits_for_it_and_raises_cancelled() -> None:
    entered, release, left = threading.Event(), threading.Event(), threading.Event()

    def slow() -> Flow[str]:
        entered.set()
        release.wait(5)
        left.set()
        yield ()
        return "never"

    async def main() -> bool:
        task = asyncio.create_task(adrive(slow(), ScriptedModel([]).acall, offload=True))
        await asyncio.to_thread(entered.wait, 5)
        task.cancel()
        asyncio.get_running_loop().call_later(0.01, release.set)
        with pytest.raises(asyncio.CancelledError):
            await task
        return left.is_set()

    assert asyncio.run(main())


def test_a_failing_call_cancels_its_siblings_and_waits_for_them() -> None:
    cancelled: list[str] = []

    async def model(call: Call) -> Response:
        assert isinstance(call, CriticCall)
        if call.prompt == "0":
            raise TimeoutError
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.append(call.prompt)
            raise
        raise AssertionError("not cancelled")

    with pytest.raises(TimeoutError):
        asyncio.run(adrive(fan(3), model))
    assert sorted(cancelled) == ["1", "2"]


def test_several_calls_run_at_once_under_the_async_driver_and_keep_their_order() -> None:
    running = asyncio.Barrier(3)

    async def model(call: Call) -> Response:
        await running.wait()  # passes only when all three are in flight
        assert isinstance(call, CriticCall)
        return Response(texts=(Text(path="", text=call.prompt, source=Source.ASSISTANT),))

    async def main() -> list[str]:
        return [said(reply) for reply in await adrive(fan(3), model)]

    assert asyncio.run(main()) == ["0", "1", "2"]


async def test_the_sync_driver_works_inside_a_running_event_loop() -> None:
    assert said(drive(ask(request("q")), ScriptedModel(["x"]))) == "x"


def test_cancelling_the_async_driver_cancels_the_model_call_and_closes_the_flow() -> None:
    order: list[str] = []

    async def main() -> None:
        started = asyncio.Event()

        async def model(call: Call) -> Response:
            started.set()
            await asyncio.sleep(60)
            raise AssertionError("not cancelled")

        task = asyncio.create_task(adrive(compose([marked("a", order)], Trace("c"))(request("q")), model))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert order == ["a in", "a out"]


def test_a_stream_yields_the_same_text_sync_and_async_and_returns_the_whole() -> None:
    def deltas(request: Request) -> Iterator[str]:
        yield from ("ab", "", "c")

    async def adeltas(request: Request) -> AsyncIterator[str]:
        for delta in deltas(request):
            yield delta

    stream = drive_stream(ask(request("q")), ScriptedModel([]), deltas, Passing())
    sent = []
    while True:
        try:
            sent.append(next(stream))
        except StopIteration as stop:
            whole = stop.value
            break

    async def main() -> list[str | Done[Response]]:
        return [item async for item in adrive_stream(ask(request("q")), ScriptedModel([]).acall, adeltas, Passing())]

    *async_sent, done = asyncio.run(main())
    assert sent == async_sent == ["ab", "c"]
    assert isinstance(done, Done)
    assert said(whole) == said(done.value) == "abc"


def test_closing_a_stream_early_closes_the_upstream_and_the_layers() -> None:
    order: list[str] = []

    def deltas(request: Request) -> Iterator[str]:
        try:
            yield from "abc"
        finally:
            order.append("upstream closed")

    handler = compose([marked("a", order)], Trace("c"))
    stream = drive_stream(handler(request("q")), ScriptedModel([]), deltas, Passing())
    assert next(stream) == "a"
    stream.close()
    assert order == ["a in", "upstream closed", "a out"]


def test_closing_an_async_stream_early_closes_the_upstream_and_the_layers() -> None:
    order: list[str] = []

    async def deltas(request: Request) -> AsyncIterator[str]:
        try:
            for delta in "abc":
                yield delta
        finally:
            order.append("upstream closed")

    async def main() -> None:
        handler = compose([marked("a", order)], Trace("c"))
        stream = adrive_stream(handler(request("q")), ScriptedModel([]).acall, deltas, Passing())
        assert await anext(stream) == "a"
        await stream.aclose()

    asyncio.run(main())
    assert order == ["a in", "upstream closed", "a out"]


def test_an_upstream_that_breaks_off_mid_stream_raises_its_own_error() -> None:
    def deltas(request: Request) -> Iterator[str]:
        yield "half"
        raise ConnectionResetError

    stream = drive_stream(ask(request("q")), ScriptedModel([]), deltas, Passing())
    assert next(stream) == "half"
    with pytest.raises(ConnectionResetError):
        next(stream)


def test_a_flow_can_be_stepped_by_hand() -> None:
    flow = ask(request("q"))
    wanted = step(flow)
    assert wanted == (ModelCall(request=request("q")),)
    reply = Response(texts=())
    assert step(flow, (reply,)) == Done(reply)
