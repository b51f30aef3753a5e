"""Walking a given graph of records: any object with networkx's ``neighbors`` and ``get_edge_data``, or a mapping."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrails.detectors.keys import attribute_of_key, tokens_of_key
from guardrails.types import Detector, Sense

__all__ = ["Neighbours", "Related", "neighbours_of", "speaks_of_people", "walk"]

_RELATIONS: Final = ("relation", "label", "type", "kind", "name", "attribute", "key", "predicate")
"""Where edges and nodes of a graph say what they are."""
_MOST: Final = 10_000  # nodes looked at in one walk: a hub must not turn a search into a scan

Neighbours = Callable[[str], Iterable["Related"]]
"""From a record's id to what hangs on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """*id* is reached over an edge that says *relation*; *hops* counts edges from the hit."""

    id: str
    relation: str = ""
    hops: int = 1


def neighbours_of(graph: Any) -> Neighbours:
    """How to walk *graph*: networkx's interface, a mapping from id to ids, or a function already.

    ``TypeError`` for anything else.
    """
    if hasattr(graph, "neighbors"):
        return _Networked(graph)
    if isinstance(graph, Mapping):
        return lambda node: (Related(id=str(other)) for other in graph.get(node, ()))
    if callable(graph):
        given: Neighbours = graph
        return given
    raise TypeError("a graph needs neighbors() as networkx has it, or is a mapping from id to ids, or a function")


class _Networked:
    def __init__(self, graph: Any) -> None:
        self._graph = graph

    def __call__(self, node: str) -> Iterator[Related]:
        if node not in self._graph:
            return
        for other in self._graph.neighbors(node):
            said = " ".join(_said(self._graph.get_edge_data(node, other)))
            about = " ".join(_said(self._graph.nodes[other])) if hasattr(self._graph, "nodes") else ""
            yield Related(id=str(other), relation=f"{said} {about}".strip())


def _said(data: Any) -> Iterator[str]:
    """What an edge or a node says of itself; a multigraph has several edges between two nodes."""
    if not isinstance(data, Mapping):
        return
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _said(value)
        elif str(key) in _RELATIONS:
            yield str(value)


def walk(
    starts: Iterable[str], neighbours: Neighbours, *, hops: int, closed: Callable[[Related], bool]
) -> tuple[Related, ...]:
    """What is within *hops* edges of *starts*, nearest first, each once; edges that are *closed* are not followed."""
    seen = set(starts)
    found: list[Related] = []
    edge: list[str] = list(dict.fromkeys(starts)) if isinstance(starts, Collection) else list(seen)
    for depth in range(1, hops + 1):
        following: list[str] = []
        for node in edge:
            for other in neighbours(node):
                if len(seen) >= _MOST:
                    return tuple(found)
                if other.id not in seen and not closed(other):
                    seen.add(other.id)
                    found.append(Related(id=other.id, relation=other.relation, hops=depth))
                    following.append(other.id)
        edge = following
    return tuple(found)


def speaks_of_people(related: Related, detect: Detector, protected: Collection[str] = ()) -> bool:
    """Whether an edge leads over a protected attribute: by its relation ("same_religion") or its node ("gender:f").

    *protected* are further keys, as the tenant's schema lists them.
    """
    node = related.id.partition(":")[0] if ":" in related.id else ""
    for said in filter(None, (related.relation, node)):
        words = tokens_of_key(said)
        spoken = " ".join(words)
        if any(key in spoken for key in (" ".join(tokens_of_key(key)) for key in protected)):
            return True
        runs = ("_".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words)))
        if any(attribute_of_key(run) is not None for run in runs):
            return True
        if any(span.sense is Sense.PERSON for span in detect(spoken)):
            return True
    return False
