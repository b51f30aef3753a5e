"""What every store of held calls promises, for each of the two."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from guardrails.errors import AlreadyResolvedError, EscalationError, UnknownEscalationError
from guardrails.escalation import EscalationStore, FolderEscalations, MemoryEscalations, Resolution, State
from tests.helpers.escalations import CREATED, a_case

IDS = [
    "0193a1b2c3d4",
    "../../escaped",
    "a/b\\c:d",
    "",
    "\udc80",
    "UPPER",
    "x" * 500,
    ".hidden",
    "0193.case.json",
    "женщина",
]


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> EscalationStore:
    make: dict[str, Callable[[], EscalationStore]] = {
        "memory": MemoryEscalations,
        "folder": lambda: FolderEscalations(tmp_path / "some" / "cases"),
    }
    return make[request.param]()


def by(name: str, state: State = State.APPROVED) -> Resolution:
    return Resolution(state=state, by=name, at=CREATED, answer=a_case().draft)


def test_an_empty_store_holds_nothing(store: EscalationStore) -> None:
    assert store.cases() == ()
    with pytest.raises(UnknownEscalationError):
        store.get("0193")


@pytest.mark.parametrize("case_id", IDS)
def test_a_case_is_found_by_any_id(store: EscalationStore, case_id: str) -> None:
    case = a_case(case_id)
    store.put(a_case("another"))
    store.put(case)
    assert store.get(case_id) == case
    assert store.resolve(case_id, by("Ada")).state is State.APPROVED
    assert store.get(case_id).resolved_by == "Ada"
    assert store.get("another").state is State.PENDING


def test_cases_are_listed_oldest_first_and_by_state(store: EscalationStore) -> None:
    for number in (3, 1, 2):
        store.put(a_case(f"case-{number}", created=CREATED + timedelta(minutes=number)))
    store.resolve("case-2", by("Ada", State.REJECTED))
    assert [case.id for case in store.cases()] == ["case-1", "case-2", "case-3"]
    assert [case.id for case in store.cases(State.PENDING)] == ["case-1", "case-3"]
    assert [case.id for case in store.cases(State.REJECTED)] == ["case-2"]


def test_the_same_case_again_changes_nothing(store: EscalationStore) -> None:
    store.put(a_case())
    store.put(a_case())
    assert len(store.cases()) == 1


def test_another_case_with_the_same_id_is_an_error_and_loses_nothing(store: EscalationStore) -> None:
    store.put(a_case())
    with pytest.raises(EscalationError, match="kept already"):
        store.put(a_case(tenant="other"))
    assert store.get(a_case().id) == a_case()


def test_an_unknown_id_suggests_one(store: EscalationStore) -> None:
    store.put(a_case("0193a1b2c3d4e5"))
    with pytest.raises(UnknownEscalationError, match="did you mean '0193a1b2c3d4e5'"):
        store.get("0193a1b2c3d4e6")
    with pytest.raises(UnknownEscalationError, match="did you mean '0193a1b2c3d4e5'"):
        store.resolve("0193a1b2c3d4e6", by("Ada"))


def test_resolving_twice_says_how_and_by_whom_it_was(store: EscalationStore) -> None:
    store.put(a_case())
    store.resolve(a_case().id, by("Ada", State.REJECTED))
    with pytest.raises(AlreadyResolvedError, match="was rejected by Ada") as caught:
        store.resolve(a_case().id, by("Eve"))
    assert (caught.value.state, caught.value.by, caught.value.case_id) == ("rejected", "Ada", a_case().id)
    assert store.get(a_case().id).resolved_by == "Ada"


def test_of_many_threads_exactly_one_resolves(store: EscalationStore) -> None:
    store.put(a_case())
    won: list[str] = []
    lost: list[str] = []
    start = threading.Barrier(16)

    def resolver(name: str) -> None:
        start.wait()
        try:
            store.resolve(a_case().id, by(name))
        except AlreadyResolvedError as error:
            lost.append(error.by)
        else:
            won.append(name)

    threads = [threading.Thread(target=resolver, args=(f"reviewer-{number}",)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert lost == won * 15
    assert store.get(a_case().id).resolved_by == won[0]


def test_no_text_shows_in_the_repr_of_a_store(store: EscalationStore) -> None:
    store.put(a_case())
    assert "person" not in repr(store)
