"""The corpus of the proofs: large enough, the same everywhere, and with something to keep out."""

from __future__ import annotations

import pytest

from guardrails.detectors.keys import attribute_of_key
from tests.helpers.rag_corpus import SCHEMAS, SIZES, corpus, people
from tests.helpers.rag_embeddings import corpus_embeddings


def test_there_are_three_tenants_and_at_least_5000_records() -> None:
    made = corpus()
    assert set(made) == set(SCHEMAS) == set(SIZES)
    assert sum(map(len, made.values())) >= 5000
    for tenant, records in made.items():
        assert len({record[SCHEMAS[tenant].id] for record in records}) == SIZES[tenant]


def test_records_are_the_same_each_time_and_a_shorter_run_is_the_beginning_of_a_longer_one() -> None:
    assert corpus() == corpus()
    assert list(people(5)) == list(people(50))[:5]


def test_people_have_protected_columns_beside_their_open_ones() -> None:
    keys = next(people(1))
    assert {attribute_of_key(key) for key in keys} >= {"gender", "age", "marital_status"}


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        (
            "oak desk with drawers",
            "Desk in brown oak with cable tray and two drawers",
            "Senior nurse for the night ward",
        ),
        ("nurse wound care", "trains new staff in wound care", "Thai noodle kit, serves four"),
    ],
)
def test_embeddings_place_what_is_alike_closer(query: str, near: str, far: str) -> None:
    embeddings = corpus_embeddings()
    wanted, (close, distant) = embeddings.embed_query(query), embeddings.embed_documents([near, far])
    assert sum(map(float.__mul__, wanted, close)) > sum(map(float.__mul__, wanted, distant)) + 0.2
