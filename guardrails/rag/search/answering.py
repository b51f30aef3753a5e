"""One answer over the records of a search: what the model is asked, what it drafted, what is given."""

from __future__ import annotations

from dataclasses import replace

from guardrails.flow import Call, Model, ModelCall
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.search.prompts import NOTHING_FOUND
from guardrails.rag.search.results import Answer, SearchResult
from guardrails.rag.search.summary import citations_of, summary_request, without_invented
from guardrails.rag.tenant import Tenant
from guardrails.trace import Trace
from guardrails.types import Action, Decision, Request, Response, Result, Source, Status

__all__ = ["Answering", "answered"]


class Answering:
    """The state of one call. *request* is ``None`` when there is nothing to ask a model about."""

    def __init__(self, found: SearchResult, tenant: Tenant, policy: SearchPolicy) -> None:
        self.found, self.draft = found, ""
        records = found.records
        self.request: Request | None = None
        if records and not found.note:
            self.request = summary_request(records, found.moderated, tenant, policy)

    def listening(self, model: Model) -> Model:
        """*model*, whose drafts are remembered."""
        return lambda call: self.heard(call, model(call))

    def heard(self, call: Call, response: Response) -> Response:
        """Remember the draft that *call* of the guarded model got."""
        if isinstance(call, ModelCall):
            self.draft = "\n".join(text.text for text in response.texts)
        return response

    def without_model(self) -> Answer:
        """What is said when there is nothing to ask about."""
        return Answer(text=self.found.note or NOTHING_FOUND, search=self.found, withheld=self.found.moderated.blocked)


def answered(asking: Answering, result: Result, trace: Trace) -> Answer:
    """What the guard's *result* comes to: its decisions join *trace*, its citations are held against the records."""
    records = asking.found.records
    for decision in result.decisions:
        trace.record(decision)
    if result.response.refusal is not None:
        return Answer(text=result.text, search=asking.found, withheld=True)
    named = citations_of(result.text, asking.draft, len(records))
    for decision in _about_citations(len(named.lost), len(named.invented)):
        trace.record(decision)
    return Answer(
        text=without_invented(result.text, len(records)),
        search=replace(asking.found),
        cited=tuple(records[number - 1].id for number in named.cited),
        lost=tuple(records[number - 1].id for number in named.lost),
        invented=len(named.invented),
    )


def _about_citations(lost: int, invented: int) -> list[Decision]:
    decisions = []
    if lost:
        reason = f"{lost} citations of the draft are not in the answer: what they stood for was revised or scrubbed"
        decisions.append(_citing(Action.ANNOTATE, reason, Status.DEGRADED))
    if invented:
        reason = f"{invented} citations of records that are not there were taken out"
        decisions.append(_citing(Action.REVISE, reason))
    return decisions or [_citing(Action.ALLOW, "every citation is of a record")]


def _citing(action: Action, reason: str, status: Status = Status.APPLIED) -> Decision:
    return Decision(layer="citations", action=action, status=status, reason=reason, source=Source.ASSISTANT)
