"""Values made quickly are the values that `dataclasses` makes."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from guardrails.quick import changed, quick
from guardrails.types import Decision, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    name: str
    at: int = 0
    note: str = field(default="", repr=False, compare=False)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    name: str
    at: int = 0
    note: str = field(default="", repr=False, compare=False)


def test_the_signature_and_the_fields_are_those_of_the_dataclass() -> None:
    assert inspect.signature(Quick) == inspect.signature(Usual)
    value = Quick(name="a", note="b")
    assert (value.name, value.at, value.note, type(value)) == ("a", 0, "b", Quick)


def test_what_is_not_compared_is_not_compared() -> None:
    assert Quick(name="a", note="b") == Quick(name="a", note="c")
    assert hash(Quick(name="a", note="b")) == hash(Quick(name="a", note="c"))
    assert Quick(name="a") != Quick(name="b")
    assert repr(Quick(name="a", note="b")) == "Quick(name='a', at=0)"


def test_nobody_sets_a_field_afterwards() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick(name="a").at = 3  # type: ignore[misc]  # what must not work


def test_a_copy_a_pickle_and_a_changed_one_are_values_too() -> None:
    span = Span(start=1, end=4, attribute="age", tags=("proxy",))
    assert copy.copy(span) == copy.deepcopy(span) == pickle.loads(pickle.dumps(span)) == span  # noqa: S301 - its own
    assert replace(span, end=9) == Span(start=1, end=9, attribute="age", tags=("proxy",))


def test_a_value_changed_quickly_is_the_one_that_dataclasses_makes() -> None:
    span = Span(start=1, end=4, attribute="age", tags=("proxy",))
    other = changed(span, end=9, reason="x")
    assert other == replace(span, end=9, reason="x")
    assert (type(other), span.end) == (Span, 4)
    with pytest.raises(AttributeError):
        changed(span, colour="red")


@pytest.mark.parametrize("given", [{}, {"layer": "x"}, {"layer": "x", "action": 0, "reason": "y", "colour": 1}])
def test_what_is_missing_or_unknown_is_an_error(given: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Decision(**given)  # type: ignore[arg-type]  # what must not work


def test_a_default_factory_is_refused_when_the_class_is_made() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Listing:
        items: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="Listing has a field with a default factory"):
        quick(Listing)
