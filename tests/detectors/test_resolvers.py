"""Names that a model of the caller's finds are spared, and the reason says who decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import build_detector
from guardrails.detectors.entities import Entity
from guardrails.detectors.resolvers import EntityResolver, resolved
from guardrails.errors import DetectorError
from guardrails.text.spans import resolve as winners
from guardrails.types import Sense, Span

LEXICON = load_lexicon(lexicon_path("en"))


def finding(name: str, kind: Sense = Sense.NAME, reason: str = "model: person") -> EntityResolver:
    """A resolver that finds *name* wherever it stands."""

    def resolve(text: str) -> Sequence[Entity]:
        found = re.finditer(re.escape(name), text)
        return [Entity(start=match.start(), end=match.end(), kind=kind, reason=reason) for match in found]

    return resolve


def first(text: str, *resolvers: EntityResolver, entities: Sequence[str] = ()) -> Span:
    return build_detector(LEXICON, resolvers=resolvers, entities=entities)(text)[0]


def test_a_term_within_a_name_is_spared_by_the_resolver() -> None:
    text = "We met the deaf Quorn collective."
    assert first(text).sense is Sense.PERSON
    spared = first(text, finding("deaf Quorn collective", Sense.ORGANISATION, "model: organisation"))
    assert (spared.sense, spared.reason) == (Sense.ORGANISATION, "model: organisation")


def test_a_term_that_reaches_beyond_a_name_is_not_spared() -> None:
    text = "She is a Lagos-born engineer."
    (before,) = [span for span in build_detector(LEXICON)(text) if "Lagos" in text[span.start : span.end]]
    resolver = finding("Lagos", Sense.PLACE, "model: place")
    (after,) = [s for s in build_detector(LEXICON, resolvers=[resolver])(text) if "Lagos" in text[s.start : s.end]]
    assert after == before
    assert after.sense is Sense.PERSON


@pytest.mark.parametrize(
    ("text", "entities"),
    [("Dear Dr. Black, thank you.", ()), ("the old navy order", ("old navy",))],
    ids=["our own rule", "the caller's list"],
)
def test_what_our_own_rules_or_the_caller_know_counts_first(text: str, entities: tuple[str, ...]) -> None:
    alone = first(text, entities=entities)
    assert alone.sense is Sense.NAME
    assert first(text, finding(text, Sense.OTHER, "model: all of it"), entities=entities) == alone


def test_of_names_that_overlap_the_longer_counts_and_of_equal_ones_the_first() -> None:
    resolvers = [finding(name, reason=name + number) for name, number in [("a Yo", "1"), ("a Yo Yo", "2")]]
    names = resolved("so a Yo Yo", [*resolvers, finding("a Yo Yo", reason="3")])
    found = names.covering(3, 4)
    assert found is not None
    assert found.reason == "a Yo Yo2"


@pytest.mark.parametrize(
    ("name", "spared"),
    [
        ("deaf", False),
        ("the deaf", False),
        ("The deaf", False),
        ("deaf league", False),
        ("deaf League", True),
        ("Radio deaf", True),
        ("deaf 45", True),
    ],
)
def test_a_term_is_no_name_because_a_model_says_so_without_more_of_a_name(name: str, spared: bool) -> None:
    start = name.index("deaf")
    found = resolved(f"{name} it is.", [finding(name)]).covering(start, start + 4)
    assert (found is not None) is spared


def test_a_name_that_is_half_the_text_costs_no_more_than_a_short_one() -> None:
    text = "deaf " * 20_000 + "Quorn"
    names = resolved(text, [finding(text)])
    assert names.covering(0, 4) is None  # the capital is too far away to be part of the same name
    assert names.covering(99_995, 99_999) is not None


def test_a_text_without_any_term_is_not_sent_to_a_model() -> None:
    asked: list[str] = []

    def resolver(text: str) -> Sequence[Entity]:
        asked.append(text)
        return ()

    detect = build_detector(LEXICON, resolvers=[resolver])
    detect("The invoice is attached.")
    assert asked == []
    detect("A deaf customer called.")
    assert asked == ["A deaf customer called."]


def test_a_resolver_that_raises_is_a_detector_error_without_the_text() -> None:
    def resolver(text: str) -> Sequence[Entity]:
        raise ValueError(text)

    with pytest.raises(DetectorError) as caught:
        first("A deaf customer called.", resolver)
    assert str(caught.value) == "entities: a resolver raised ValueError"


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [(0, 5, Sense.PERSON), (-1, 5, Sense.NAME), (3, 3, Sense.NAME), (5, 3, Sense.NAME), (0, 99, Sense.NAME)],
    ids=["a person attribute", "before the text", "empty", "backwards", "after the text"],
)
def test_what_cannot_be_a_name_in_the_text_is_an_error(start: int, end: int, kind: Sense) -> None:
    with pytest.raises(DetectorError, match="cannot be a name"):
        resolved("A deaf customer.", [lambda _: [Entity(start=start, end=end, kind=kind, reason="model")]])


ranges = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(ranges, max_size=8), ranges)
def test_a_name_covers_what_lies_within_it_and_nothing_else(
    names: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    entities = [Entity(start=start, end=end, kind=Sense.NAME, reason="model") for start, end in names]
    within = [name for name in winners(entities) if name.start <= asked[0] and asked[1] <= name.end]
    expected = [name for name in within if (name.start, name.end) != asked]
    assert resolved("7" * 45, [lambda _: entities]).covering(*asked) == (expected[0] if expected else None)
