"""What a constitution says about search, resolved: every stage takes its settings from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guardrails.constitution import Constitution, load_pack
from guardrails.middleware.relevance import Relevance
from guardrails.policy import english_detector
from guardrails.types import ConstitutionRef, Detector, Moderation, Source

__all__ = ["HoldBack", "NameFilter", "SearchPolicy", "search_policy"]

HoldBack = Literal["never", "demographic", "always"]
NameFilter = Literal["exact", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPolicy:
    """Settings of the stages. *modes* says what is done with each attribute in a query; ``keep`` leaves it alone.
    *name_filter* says whether a name that a query looks up becomes a filter.

    *min_count* and *sample* are records, *fuzzy* RapidFuzz's ratio in [0, 1], *min_score* a cosine similarity from
    which a hit is walked from, *hops* edges, *per_record* characters of a record that a model sees.
    """

    detect: Detector = field(repr=False)
    modes: Mapping[str, Moderation]
    relevant: tuple[Relevance, ...] = ()
    grounded: bool = True
    min_count: int = 1
    sample: int = 20
    fuzzy: float = 0.9
    name_filter: NameFilter = "exact"
    hold_back: HoldBack = "demographic"
    hops: int = 1
    min_score: float = 0.5
    per_record: int = 1000
    person: str = "person"
    constitution: ConstitutionRef | None = None

    def mode(self, attribute: str | None) -> Moderation:
        """What is done about *attribute*; one the constitution does not know is treated like the strictest."""
        if attribute is None:
            return Moderation.KEEP
        return self.modes.get(attribute, Moderation.REMOVE)

    @property
    def attributes(self) -> tuple[str, ...]:
        """Every protected attribute."""
        return tuple(self.modes)


def search_policy(constitution: Constitution | None = None, *, detect: Detector | None = None) -> SearchPolicy:
    """The policy of *constitution*, or of the pack ``search``. *detect* replaces the English detector."""
    constitution = constitution or load_pack("search")
    moderation, retrieval = constitution.moderation, constitution.retrieval
    return SearchPolicy(
        detect=detect or english_detector(),
        modes=constitution.moderation_actions()[Source.USER],
        relevant=tuple(Relevance(attributes=frozenset(r.attributes), topics=r.topics) for r in moderation.relevant),
        grounded="grounded" in moderation.except_,
        min_count=retrieval.grounding.min_count,
        sample=retrieval.grounding.sample,
        fuzzy=retrieval.resolve.fuzzy,
        name_filter=retrieval.resolve.filter,
        hold_back=retrieval.expansion.hold_back,
        hops=retrieval.expansion.hops,
        min_score=retrieval.expansion.min_score,
        per_record=retrieval.summary.per_record,
        person=moderation.person,
        constitution=constitution.ref,
    )
