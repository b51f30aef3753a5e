"""Search and answers composed: results, the trace of every gate, records, and what happens when something is down."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from guardrails import text_model
from guardrails.constitution import load_text
from guardrails.errors import GuardrailsError, SinkError, StoreError, UnknownComponentError
from guardrails.flow import Call
from guardrails.log import MemorySink, Record, verify
from guardrails.models import async_text_model
from guardrails.rag import Entry, Filter, Hit, MemoryStore, RagGuard
from guardrails.rag.search.journal import WITHHELD
from guardrails.rag.search.prompts import NOTHING_ASKED, NOTHING_FOUND, NOTHING_LEFT, REFUSED, SUPPRESSED
from guardrails.types import Action, Response, Status
from tests.helpers.rag_tenants import SHOP, WordEmbeddings, small_store, tenants

ASKED = "black nurses in Berlin"


class Broken(MemoryStore):
    """A store whose search fails in a chosen way; what it says may quote the query."""

    def __init__(self, error: Exception | None = None, hang: threading.Event | None = None) -> None:
        super().__init__(WordEmbeddings())
        self.error, self.hang = error, hang

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        if self.hang is not None:
            self.hang.wait(30)
        if self.error is not None:
            raise self.error
        return []


class FullDisk:
    def write(self, records: Sequence[Record], /) -> None:
        raise SinkError("log", "no space left")


def guard(store: MemoryStore | None = None, **options: Any) -> RagGuard:
    return RagGuard(store or small_store(), tenants=tenants(), **options)


def test_a_search_gives_records_and_the_trace_of_every_gate() -> None:
    found = guard(graphs={"people": {"p0": ["p1"]}}).search(ASKED, "people")
    assert [hit.id for hit in found.hits] == ["p0"]
    assert list(dict.fromkeys(one.layer for one in found.decisions)) == ["understand", "query", "retrieve", "expand"]
    assert found.action is Action.REWRITE
    assert [one.id for one in found.decisions] == [f"{found.call_id}.{at:04d}" for at in range(len(found.decisions))]


def test_a_demographic_term_changes_nothing_but_the_trace() -> None:
    searched = guard()
    one, other = (searched.search(f"{word} nurses in Berlin", "people") for word in ("black", "white"))
    assert one.hits == other.hits
    assert one.moderated.clean_query == other.moderated.clean_query


def test_only_attributes_means_nothing_to_search_for() -> None:
    found = guard(Broken(AssertionError("must not be asked"))).search("muslim", "people")
    assert (found.hits, found.note) == ((), NOTHING_LEFT)


def test_filters_alone_search_by_the_names_of_their_fields() -> None:
    asked: list[str] = []

    class Listening(Broken):
        def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
            asked.append(query)
            return []

    listening = Listening()
    listening.add("shop", [Entry(id="s0", text="dress", fields={"color": "Black"})])
    guard(listening).search("black", "shop")
    assert asked == ["color"]


def test_an_answer_is_judged_scrubbed_and_cites_records() -> None:
    prompts: list[str] = []

    def model(prompt: str) -> str:
        prompts.append(prompt)
        return "Ruth is a nurse in Berlin [1]. She is a black woman [1]. Another is elsewhere [5]."

    answer = guard().answer(ASKED, "people", text_model(model))
    assert "black woman" not in answer.text
    assert "[5]" not in answer.text
    assert (answer.cited, answer.invented, answer.withheld) == (("p0",), 1, False)
    assert SUPPRESSED in prompts[0]
    assert "black nurses" not in prompts[0]
    assert [one.layer for one in answer.decisions][-1] == "citations"


def test_a_citation_that_went_with_a_revision_is_told() -> None:
    def model(_: str) -> str:
        return "Ruth is a nurse [1]. Women are too emotional to lead a ward [1]. Ada builds bridges [2]."

    answer = guard().answer("staff", "people", text_model(model), k=3)
    assert set(answer.cited) | set(answer.lost) >= {answer.search.hits[0].id, answer.search.hits[1].id}
    assert "emotional" not in answer.text


def test_no_model_is_asked_when_nothing_was_found() -> None:
    def model(call: Call) -> Response:
        raise AssertionError

    answer = guard(Broken()).answer("nurses", "people", model)
    assert answer.text == NOTHING_FOUND
    assert guard().answer("muslim", "people", model).text == NOTHING_LEFT


STRICT = """\
constitution: 1
name: strict
version: "1.0.0"
extends: search
moderation: {user: block}
scrub: {assistant: block}
"""


def test_a_withheld_answer_says_so() -> None:
    strict = guard(constitution=load_text(STRICT))
    answer = strict.answer("nurses", "people", text_model(lambda _: "Ruth is a black woman [1]."))
    assert (answer.withheld, answer.action, answer.cited) == (True, Action.BLOCK, ())
    assert "Ruth" not in answer.text


def test_a_refused_query_searches_nothing() -> None:
    found = guard(Broken(AssertionError("must not be asked")), constitution=load_text(STRICT)).search(ASKED, "people")
    assert (found.hits, found.note, found.action) == ((), REFUSED, Action.BLOCK)


async def test_async_gives_the_same() -> None:
    both = guard()
    model, amodel = text_model(lambda _: "Ruth [1]."), async_text_model(_ruth)
    assert (await both.asearch(ASKED, "people")).hits == both.search(ASKED, "people").hits
    one, other = both.answer(ASKED, "people", model), await both.aanswer(ASKED, "people", amodel)
    assert (one.text, one.cited) == (other.text, other.cited)
    assert [d.reason for d in one.decisions] == [d.reason for d in other.decisions]


async def _ruth(_: str) -> str:
    return "Ruth [1]."


def test_every_decision_is_recorded_without_a_word_of_the_query(tmp_path: Path) -> None:
    searched = guard(log=tmp_path)
    answer = searched.answer("black nurses called Zebedee in Berlin", "people", text_model(lambda _: "Ruth [1]."))
    searched.search("female engineers", "people")
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert not [word for word in ("black", "Zebedee", "nurses", "Berlin", "Ruth") if word in written]
    assert answer.call_id in written
    assert '"tenant":"people"' in written
    assert not verify(tmp_path).problems


def test_records_of_one_call_are_one_batch() -> None:
    sink = MemorySink()
    answer = guard(log=sink).answer(ASKED, "people", text_model(lambda _: "Ruth [1]."))
    assert [one.id for one in sink.records] == [one.id for one in answer.decisions]
    assert {one.call_id for one in sink.records} == {answer.call_id}
    assert [one.seq for one in sink.records] == list(range(len(sink.records)))


def test_what_cannot_be_recorded_is_withheld() -> None:
    with pytest.warns(RuntimeWarning, match="no space left"):
        found = guard(log=FullDisk()).search("nurses in Berlin", "people")
    assert (found.hits, found.note) == ((), WITHHELD)
    assert found.decisions[-1].status is Status.FAILED_CLOSED
    with pytest.warns(RuntimeWarning, match="no space left"):
        answer = guard(log=FullDisk()).answer("nurses in Berlin", "people", text_model(lambda _: "Ruth [1]."))
    assert (answer.text, answer.withheld, answer.search.hits) == (WITHHELD, True, ())


@pytest.mark.parametrize("error", [ConnectionRefusedError("black"), OSError("black"), RuntimeError("black")])
def test_a_store_that_is_down_is_a_clear_error_and_a_record(error: Exception) -> None:
    sink = MemorySink()
    with pytest.raises(StoreError, match=f"raised {type(error).__name__}") as caught:
        guard(Broken(error), log=sink).search("black nurses", "people")
    assert "black" not in str(caught.value)
    assert caught.value.retryable is isinstance(error, OSError)
    assert (sink.records[-1].layer, sink.records[-1].status) == ("retrieve", Status.FAILED_CLOSED)
    assert "black" not in sink.records[-1].reason


def test_a_store_that_hangs_holds_nobody_up() -> None:
    free = threading.Event()
    with pytest.raises(StoreError, match=r"within 0\.05 s") as caught:
        guard(Broken(hang=free), timeout_s=0.05).search("nurses", "people")
    free.set()
    assert caught.value.retryable


def test_what_the_model_raises_is_recorded_and_raised() -> None:
    sink = MemorySink()

    def model(_: str) -> str:
        raise ConnectionError("model is away")

    with pytest.raises(ConnectionError, match="model is away"):
        guard(log=sink).answer("nurses", "people", text_model(model))
    assert [one.layer for one in sink.records][-1] == "retrieve"


def test_an_unknown_tenant_is_an_error_that_names_no_other() -> None:
    with pytest.raises(UnknownComponentError) as caught:
        guard().search("nurses", "peeple")
    assert "'peeple'" in str(caught.value)
    assert "shop" not in str(caught.value)


@pytest.mark.parametrize("k", [0, -1])
def test_a_search_for_nothing_is_refused(k: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        guard().search("nurses", "people", k=k)


def test_what_answers_no_calls_is_no_model() -> None:
    answers: Any = 7
    with pytest.raises(GuardrailsError, match="LangChain chat model"):
        guard().answer("nurses", "people", answers)


async def test_tenants_are_apart_under_tasks() -> None:
    both = guard()
    found = await asyncio.gather(*(both.asearch("black", name) for name in ("shop", "people") * 20))
    assert {(one.tenant, len(one.hits), one.note) for one in found} == {("shop", 1, ""), ("people", 0, NOTHING_LEFT)}


def test_new_records_are_known_after_they_were_announced() -> None:
    store = small_store()
    searched = guard(store)
    before = searched.moderate("asian", "shop").conditions
    store.add("shop", [Entry(id="s9", text="screen", fields={"color": "Asian"})])
    searched.gate.forget("shop")
    after = searched.moderate("asian", "shop").conditions
    assert (len(before), len(after)) == (0, 1)


def test_what_is_ingested_is_found_at_once_and_known_from_then_on() -> None:
    searched = guard(MemoryStore(WordEmbeddings()))
    assert not searched.search("black", "shop").moderated.conditions
    report = searched.ingest([{"sku": "s1", "title": "coat", "color": "Black"}], "shop")
    searched.ingest([{"sku": "s2", "title": "coat", "color": "white"}], "shop")
    assert report.accepted == 1
    assert [hit.id for hit in searched.search("black", "shop").hits] == ["s1"]
    assert [hit.id for hit in searched.search("white coat", "shop").hits] == ["s2"]
    assert set(searched.gate.tenant("shop").capabilities.fields["color"].values) >= {"black", "white"}


async def test_ingest_has_an_async_twin() -> None:
    searched = RagGuard(MemoryStore(WordEmbeddings()))
    report = await searched.aingest([{"sku": "s1", "title": "coat", "color": "Black"}], SHOP)
    assert report.accepted == 1
    assert [hit.id for hit in (await searched.asearch("black", "shop")).hits] == ["s1"]


def test_a_record_that_would_leak_is_kept_out_and_recorded() -> None:
    sink = MemorySink()
    searched = RagGuard(MemoryStore(WordEmbeddings()), log=sink)
    report = searched.ingest([{"sku": "s1", "title": "a coat for young Muslim women"}], SHOP)
    assert (report.read, report.accepted) == (1, 0)
    assert sink.records


@pytest.mark.parametrize(
    ("query", "note"), [("", NOTHING_ASKED), (" \t", NOTHING_ASKED), ("young women", NOTHING_LEFT)]
)
def test_a_search_for_nothing_says_why_there_is_nothing(query: str, note: str) -> None:
    found = guard().search(query, "people")
    assert (found.hits, found.note) == ((), note)
