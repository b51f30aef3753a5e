"""Hashed embeddings: the same everywhere, close where words are shared."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.rag.embeddings import HashedEmbeddings

EMBEDDINGS = HashedEmbeddings()


def closeness(one: str, other: str) -> float:
    first, second = EMBEDDINGS.embed_documents([one, other])
    return sum(a * b for a, b in zip(first, second, strict=True))


def test_shared_words_and_parts_of_words_make_texts_close() -> None:
    same, alike, apart = (
        closeness("wool engineer", other) for other in ("Wool, engineer!", "engineering", "blue kettle")
    )
    assert same == pytest.approx(1)
    assert same > alike > 0.15 > apart


@given(st.text(max_size=60))
def test_a_vector_has_length_one_or_nothing_in_it(text: str) -> None:
    vector = EMBEDDINGS.embed_query(text)
    length = math.sqrt(sum(value * value for value in vector))
    assert len(vector) == EMBEDDINGS.dimensions
    assert length == pytest.approx(1) or not any(vector)


def test_the_same_text_gives_the_same_vector_on_every_machine() -> None:
    vector = HashedEmbeddings(8).embed_query("coat")
    assert [place for place, value in enumerate(vector) if value] == [3]
