"""A limit on each call of a store: what hangs is given up on, and how much may hang is bounded."""

from __future__ import annotations

import asyncio
import threading
from contextvars import ContextVar

import pytest

from guardrails.errors import StoreError
from guardrails.rag import MemoryStore, RagGuard
from guardrails.rag.search.deadline import Deadline
from guardrails.rag.types import Hit
from tests.helpers.rag_tenants import PEOPLE, WordEmbeddings

WHO: ContextVar[str] = ContextVar("who")


def test_a_call_in_time_returns_and_raises_as_it_does_without_a_limit() -> None:
    WHO.set("caller")
    assert Deadline(5.0).within(WHO.get) == "caller"
    assert Deadline(None).within(WHO.get) == "caller"
    with pytest.raises(TypeError):
        Deadline(5.0).within(lambda: len(3))  # type: ignore[arg-type]  # the mistake is the point


def test_what_was_given_up_on_is_bounded_and_later_calls_go_on() -> None:
    """Two calls hang, so a third is refused without a thread of its own; once they are free, calls are made again."""
    free = threading.Event()
    deadline = Deadline(0.05, most=2)
    for _ in range(2):
        with pytest.raises(StoreError, match="no answer within"):
            deadline.within(free.wait)
    before = threading.active_count()
    with pytest.raises(StoreError, match="2 calls before this one") as caught:
        deadline.within(free.wait)
    assert caught.value.retryable
    assert threading.active_count() == before
    free.set()
    assert Deadline(5.0).within(lambda: "another guard is not held up") != ""
    for thread in [one for one in threading.enumerate() if one.name == "guardrails-store"]:
        thread.join(5)
    assert deadline.within(lambda: 3) == 3


def test_a_thread_that_cannot_start_costs_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    deadline = Deadline(0.2, most=2)
    with monkeypatch.context() as full:
        full.setattr(threading.Thread, "start", refused)
        for _ in range(3):
            with pytest.raises(StoreError, match="no thread could be started") as caught:
                deadline.within(lambda: 3)
            assert caught.value.retryable
    assert deadline.within(lambda: 3) == 3


def test_many_more_calls_than_run_at_once_are_all_answered() -> None:
    deadline = Deadline(5.0, most=2)
    found: list[int] = []
    threads = [threading.Thread(target=lambda n=n: found.append(deadline.within(lambda: n))) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(20))


class Slow(MemoryStore):
    """Answers when it is let."""

    def __init__(self) -> None:
        super().__init__(WordEmbeddings())
        self.asked, self.free = threading.Event(), threading.Event()

    def search(self, *_: object, **__: object) -> list[Hit]:
        self.asked.set()
        self.free.wait(5)
        return []


async def test_cancelling_a_search_returns_at_once() -> None:
    store = Slow()
    search = asyncio.create_task(RagGuard(store, tenants=[PEOPLE]).asearch("nurses", "people"))
    await asyncio.to_thread(store.asked.wait)
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    assert not store.free.is_set()
    store.free.set()
