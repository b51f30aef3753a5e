"""What a search and an answer come to: records, words, and the trace of every gate."""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.types import Hit
from guardrails.types import Action, ConstitutionRef, Decision

__all__ = ["Answer", "SearchResult"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What one query found for *tenant*. *hits* are closest first; *related* were reached from them.

    *note* says why there is nothing, where nothing could be searched for or the query was refused.
    """

    call_id: str
    tenant: str
    moderated: ModeratedQuery
    hits: tuple[Hit, ...] = ()
    related: tuple[Hit, ...] = ()
    note: str = ""
    decisions: tuple[Decision, ...] = ()
    constitution: ConstitutionRef | None = None

    @property
    def records(self) -> tuple[Hit, ...]:
        """Hits, then what they lead to."""
        return (*self.hits, *self.related)

    @property
    def action(self) -> Action:
        """The most severe action taken."""
        return max((decision.action for decision in self.decisions), default=Action.ALLOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer over what *search* found. *cited* are ids of records, in the order of their numbers.

    *lost* are ids that the model's draft named and the judged and scrubbed answer does not; *invented* counts citations
    of records that are not there, which were taken out. *withheld* is true when *text* is a refusal.
    """

    text: str = field(repr=False)
    search: SearchResult
    cited: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    invented: int = 0
    withheld: bool = False
    decisions: tuple[Decision, ...] = ()

    @property
    def call_id(self) -> str:
        """The id of the call in the decision log; the search has the same."""
        return self.search.call_id

    @property
    def action(self) -> Action:
        """The most severe action taken, the search included."""
        return max((decision.action for decision in self.decisions), default=Action.ALLOW)
