"""Expansion: what hits lead to, over which edges it never walks, and when it is held back."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

import networkx  # type: ignore[import-untyped]  # it brings no types
import pytest

from guardrails.rag import Hit, ModeratedQuery, RagGuard, search_policy
from guardrails.rag.search.expansion import expanded, held_back
from guardrails.rag.search.graph import Related, neighbours_of, speaks_of_people, walk
from guardrails.types import Status
from tests.helpers.rag_tenants import moderated, small_store, tenants

POLICY = search_policy()


def graph() -> Any:
    made: Any = networkx.Graph()
    made.add_edge("p0", "p1", relation="colleague")
    made.add_edge("p0", "p2", relation="same_religion")
    made.add_edge("p1", "p3", relation="manages")
    made.add_edge("p0", "gender:female", relation="has")
    made.add_edge("gender:female", "p4", relation="has")
    made.add_edge("p0", "p5", relation="colleague", since=2019)
    return made


def hits(*scores: float) -> list[Hit]:
    return [Hit(id=f"p{at}", score=score, text="", fields={}) for at, score in enumerate(scores)]


def reached(query: str = "nurses in Berlin", given: Any = None, **changes: Any) -> list[str]:
    policy = dataclasses.replace(POLICY, **changes)
    asked: ModeratedQuery = moderated("people", query)
    found = expanded(hits(0.9), asked, policy, neighbours_of(graph() if given is None else given))
    return sorted(one.id for one in found.related)


def test_related_records_are_reached() -> None:
    assert reached() == ["p1", "p5"]


def test_more_hops_reach_further() -> None:
    assert reached(hops=2) == ["p1", "p3", "p5"]


def test_a_weak_hit_leads_nowhere() -> None:
    assert reached(min_score=0.95) == []


@pytest.mark.parametrize(
    "relation",
    ["same_religion", "sharesEthnicity", "same gender", "spouse_of_disabled_person", "age group", "black women"],
)
def test_edges_over_protected_attributes_are_shut(relation: str) -> None:
    assert speaks_of_people(Related(id="x", relation=relation), POLICY.detect)


@pytest.mark.parametrize("relation", ["colleague", "manages", "bought with", "same_color", "located in", ""])
def test_other_edges_are_open(relation: str) -> None:
    assert not speaks_of_people(Related(id="x", relation=relation), POLICY.detect)


def test_a_key_of_the_tenants_documents_shuts_an_edge() -> None:
    assert speaks_of_people(Related(id="x", relation="sameUnionMember"), POLICY.detect, ("union_member",))


@pytest.mark.parametrize(
    ("query", "hold_back", "held"),
    [
        ("black nurses", "demographic", True),
        ("nurses older than 60 in Berlin", "demographic", True),
        ("nurses with a sense of humour", "demographic", False),
        ("nurses in Berlin", "demographic", False),
        ("Dr. Black", "demographic", False),
        ("black nurses", "never", False),
        ("nurses in Berlin", "always", True),
    ],
)
def test_when_it_is_held_back(query: str, hold_back: Literal["never", "demographic", "always"], held: bool) -> None:
    policy = dataclasses.replace(POLICY, hold_back=hold_back)
    assert bool(held_back(moderated("people", query), policy)) is held


def test_protected_edges_stay_shut_whatever_the_policy() -> None:
    assert "p2" not in reached("black nurses", hold_back="never", hops=5)


def test_a_mapping_and_a_function_are_graphs_too() -> None:
    assert reached(given={"p0": ["p1", "p9"]}) == ["p1", "p9"]
    assert reached(given=lambda node: [Related(id="p7", relation="colleague"), Related(id="p8", relation="race")]) == [
        "p7"
    ]


def test_a_multigraph_is_judged_by_all_of_its_edges() -> None:
    made: Any = networkx.MultiDiGraph()
    made.add_edge("p0", "p1", relation="colleague")
    made.add_edge("p0", "p1", relation="same_gender")
    assert reached(given=made) == []


def test_what_is_no_graph_is_refused() -> None:
    with pytest.raises(TypeError, match="neighbors"):
        neighbours_of(42)


def test_a_hub_does_not_turn_a_search_into_a_scan() -> None:
    found = walk(
        ["hub"], lambda node: (Related(id=f"{node}-{n}") for n in range(50_000)), hops=5, closed=lambda _: False
    )
    assert len(found) < 10_000


def test_a_cycle_is_walked_once() -> None:
    found = walk(["a"], neighbours_of({"a": ["b"], "b": ["a", "c"], "c": ["a"]}), hops=5, closed=lambda _: False)
    assert [(one.id, one.hops) for one in found] == [("b", 1), ("c", 2)]


def test_related_records_come_from_the_tenants_own_store() -> None:
    """An id of another tenant's record in the graph leads nowhere."""
    guard = RagGuard(small_store(), tenants=tenants(), graphs={"people": {"p0": ["p1", "s1"]}})
    found = guard.search("Dr. Ruth Black", "people", k=1)
    assert [hit.id for hit in found.related] == ["p1"]


def test_holding_back_is_a_decision() -> None:
    guard = RagGuard(small_store(), tenants=tenants(), graphs={"people": {"p0": ["p1"]}})
    found = guard.search("black nurses in Berlin", "people")
    (decision,) = [one for one in found.decisions if one.layer == "expand"]
    assert found.related == ()
    assert decision.status is Status.SKIPPED
    assert decision.reason.startswith("held back")
