"""Models are asked about bounded windows; their labels become senses, or are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.resolvers import EntityResolver, resolved
from guardrails.errors import GuardrailsError
from guardrails.integrations.names import Labelled, name_resolver, windows
from guardrails.types import Sense

texts = st.text(alphabet="ab \n", max_size=3000) | st.text(max_size=400)


@given(texts, st.integers(256, 900))
def test_windows_overlap_cover_the_text_and_stay_small(text: str, size: int) -> None:
    pieces = list(windows(text, size))
    assert all(len(piece) <= size and text[at : at + len(piece)] == piece for at, piece in pieces)
    assert pieces[0][0] == 0
    assert pieces[-1][0] + len(pieces[-1][1]) == len(text)
    assert all(at < next_at < at + len(piece) for (at, piece), (next_at, _) in pairwise(pieces))


@pytest.mark.parametrize("text", ["a" * 100_000, "a." * 50_000, " " * 100_000], ids=["word", "dots", "blanks"])
def test_hostile_texts_are_read_about_once(text: str) -> None:
    assert sum(len(piece) for _, piece in windows(text, 2_000)) <= 1.1 * len(text)


def finder(asked: list[str]) -> EntityResolver:
    def find(piece: str) -> Iterator[Labelled]:
        asked.append(piece)
        for match in re.finditer(r"White(?: Rabbit)?", piece):
            yield Labelled(match.start(), match.end(), "WORK_OF_ART")
            yield Labelled(match.start(), match.end(), "DATE")

    return name_resolver(find, kinds={"WORK_OF_ART": Sense.TITLE}, source="test", window=256, limit=2_000)


@pytest.mark.parametrize("before", range(180, 262, 3))
def test_a_name_at_the_edge_of_a_window_is_found_whole(before: int) -> None:
    text = ("ab " * 100)[:before] + " White Rabbit " + "cd " * 200
    start = text.index("White")
    name = resolved(text, [finder([])]).covering(start, start + 5)
    assert name is not None
    assert (name.start, name.end, name.kind, name.reason) == (start, start + 12, Sense.TITLE, "test: work of art")


def test_labels_that_nobody_asked_for_are_dropped() -> None:
    assert {entity.kind for entity in finder([])("White Rabbit")} == {Sense.TITLE}


def test_beyond_the_limit_the_model_is_not_asked() -> None:
    asked: list[str] = []
    assert finder(asked)("a " * 5_000 + "White Rabbit") == []
    assert sum(map(len, asked)) < 5_000


@pytest.mark.parametrize(
    ("window", "kinds", "message"),
    [(255, {"PERSON": Sense.NAME}, "at least 256"), (256, {"NRP": Sense.PERSON}, "label 'NRP'")],
    ids=["short window", "no name"],
)
def test_what_cannot_work_is_refused_when_it_is_built(window: int, kinds: dict[str, Sense], message: str) -> None:
    with pytest.raises(GuardrailsError, match=message):
        name_resolver(lambda _: (), kinds=kinds, source="test", window=window, limit=1_000)
