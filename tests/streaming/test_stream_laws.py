"""The laws of streams of plain text, whatever they say and however they are cut: ``docs/streaming.md`` lists them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails import Guard, text_model
from guardrails.log import Record
from guardrails.testing import assert_chunking_invariant
from guardrails.types import Request, Result
from tests.helpers.streams import CLEAN, LOOK_ALIKES, MODES, VIOLATIONS, answers, guard_of, holds_forbidden

Way = Callable[[Guard, Sequence[str]], tuple[list[str], Result]]
ASK = "Write an assessment."


def cut(text: str, marks: Sequence[int]) -> list[str]:
    """*text* in pieces that end at *marks*, taken modulo its length."""
    places = sorted({mark % (len(text) + 1) for mark in marks})
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]


def streamed(guard: Guard, pieces: Sequence[str]) -> tuple[list[str], Result]:
    stream = guard.stream(ASK, lambda _: iter(pieces))
    return list(stream), stream.result


def astreamed(guard: Guard, pieces: Sequence[str]) -> tuple[list[str], Result]:
    async def opened(_: Request) -> AsyncIterator[str]:
        for piece in pieces:
            yield piece

    async def read() -> tuple[list[str], Result]:
        stream = guard.astream(ASK, opened)
        return [delta async for delta in stream], stream.result

    return asyncio.run(read())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("way", [streamed, astreamed])
@given(text=answers(), marks=st.lists(st.integers(0, 1000), max_size=60))
def test_a_stream_shows_what_run_returns_however_it_is_cut(mode: str, way: Way, text: str, marks: list[int]) -> None:
    guard = guard_of(mode)
    expected = guard.run(ASK, text_model(lambda _: text))
    deltas, result = way(guard, cut(text, marks))
    assert result.response.texts == expected.response.texts
    if expected.response.refusal is None:
        assert "".join(deltas) == expected.text
    else:
        assert text.startswith("".join(deltas).removesuffix(result.text).removesuffix("\n\n"))


@pytest.mark.parametrize("mode", MODES)
@given(text=answers(), marks=st.lists(st.integers(0, 1000), max_size=60))
def test_nothing_forbidden_is_ever_shown(mode: str, text: str, marks: list[int]) -> None:
    deltas, _ = streamed(guard_of(mode), cut(text, marks))
    assert not holds_forbidden("".join(deltas))


@pytest.mark.parametrize("mode", MODES)
@given(text=answers(clean=True), marks=st.lists(st.integers(0, 1000), max_size=60))
def test_a_clean_stream_is_the_models_own(mode: str, text: str, marks: list[int]) -> None:
    deltas, result = streamed(guard_of(mode), cut(text, marks))
    assert "".join(deltas) == text
    assert result.action == 0


def place(where: str, violation: str) -> str:
    """An answer with *violation* first, in the middle or last."""
    before, after = {"first": (0, 6), "middle": (4, 4), "last": (6, 0)}[where]
    calm = (*CLEAN[:4], *LOOK_ALIKES)
    return " ".join([*calm[:before], violation, *calm[:after]])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("where", ["first", "middle", "last"])
@pytest.mark.parametrize("violation", VIOLATIONS)
def test_a_violation_in_any_place_and_across_every_boundary(mode: str, where: str, violation: str) -> None:
    text = place(where, violation)
    guard, at = guard_of(mode), text.index(violation)
    expected = assert_chunking_invariant(guard, text, request=ASK)
    assert expected != text
    for boundary in range(at, at + len(violation) + 1):
        deltas, result = streamed(guard, [text[:boundary], text[boundary:]])
        assert not holds_forbidden("".join(deltas))
        assert result.text.partition("reference")[0] == expected.partition("reference")[0]


def test_sentences_before_the_first_doubtful_one_go_out_before_the_model_has_ended() -> None:
    seen: list[str] = []
    calm = "Both have ten years in sales. The first led a team of nine. The second wrote the plan. "

    def opened(_: Request) -> Iterator[str]:
        yield calm
        seen.append("model goes on")
        yield VIOLATIONS[0]
        seen.append("model ends")

    stream = iter(guard_of("sentence").stream(ASK, opened))
    while (delta := next(stream, None)) is not None:
        seen.append(delta)
    first = "Both have ten years in sales. The first led a team of nine."
    assert seen[:4] == [first, "model goes on", " The second wrote the plan.", "model ends"]


@pytest.mark.parametrize(
    "text", ["🙂" * 40 + ". Next one.", "e\u0301" * 30 + ". Next.", "\u200b.\u200b Next.", "\ud83d x. Y."]
)
def test_characters_of_several_code_points_may_be_cut_anywhere(text: str) -> None:
    for mode in MODES:
        assert assert_chunking_invariant(guard_of(mode), text) == text


class Kept:
    """A sink that keeps what it is given, and a model's stream that says when it was closed."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.closed = 0

    def write(self, records: Sequence[Record], /) -> None:
        self.records.extend(records)

    def opened(self, _: Request) -> Iterator[str]:
        try:
            while True:
                yield "Both have ten years in sales. "
        finally:
            self.closed += 1

    async def aopened(self, request: Request) -> AsyncIterator[str]:
        for piece in (opened := self.opened(request)):
            try:
                yield piece
            except BaseException:
                opened.close()  # type: ignore[attr-defined]  # it is a generator
                raise


@pytest.mark.parametrize("mode", ["sentence", "window"])
def test_leaving_early_closes_the_models_stream_and_is_recorded(mode: str) -> None:
    kept = Kept()
    stream = Guard(guard_of(mode).middleware, log=kept).stream(ASK, kept.opened)
    assert next(stream).startswith("Both")
    stream.close()
    assert kept.closed == 1
    assert [record.status for record in kept.records if record.layer == "model"] == ["skipped"]


@pytest.mark.parametrize("mode", ["sentence", "window"])
async def test_leaving_early_closes_the_models_async_stream_and_is_recorded(mode: str) -> None:
    kept = Kept()
    stream = Guard(guard_of(mode).middleware, log=kept).astream(ASK, kept.aopened)
    assert (await anext(stream)).startswith("Both")
    await stream.aclose()
    assert kept.closed == 1
    assert [record.status for record in kept.records if record.layer == "model"] == ["skipped"]


@pytest.mark.parametrize("mode", MODES)
async def test_a_cancelled_reader_closes_the_models_stream(mode: str) -> None:
    kept, begun = Kept(), asyncio.Event()

    async def opened(_: Request) -> AsyncIterator[str]:
        try:
            yield "Both have ten years in sales. "
            begun.set()
            await asyncio.Event().wait()
        finally:
            kept.closed += 1

    async def read() -> None:
        async for _ in Guard(guard_of(mode).middleware, log=kept).astream(ASK, opened):
            continue

    task = asyncio.ensure_future(read())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert kept.closed == 1
    assert [record.status for record in kept.records if record.layer == "model"] == ["skipped"]


def test_the_tests_that_the_page_names_are_there(repository: Path) -> None:
    named = set(re.findall(r"`(test_\w+)`", (repository / "docs" / "streaming.md").read_text(encoding="utf-8")))
    files = [*repository.glob("tests/streaming/*.py"), *repository.glob("tests/integrations/test_openai_*.py")]
    there = set(re.findall(r"def (test_\w+)", "\n".join(file.read_text(encoding="utf-8") for file in files)))
    assert named
    assert named <= there
