"""The desk where held calls are kept and decided: nothing raw gets in, nothing unscrubbed gets out."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final, Literal, NoReturn, Protocol, TypeAlias

from guardrails.errors import AlreadyResolvedError, EscalationError, UnknownComponentError, did_you_mean
from guardrails.escalation.case import STATE_AFTER, Escalation, Resolution, ReviewVerdict, State
from guardrails.escalation.store import EscalationStore
from guardrails.flow import Model
from guardrails.trace import Trace
from guardrails.types import Action, ConstitutionRef, Decision, Request, Result, Source, Status, Text

__all__ = ["Desk", "Edit", "Redacted", "Redactor", "held"]

_LAYER = "escalation"
_MAX_NAME = 200
_DECISION: Final[Mapping[State, tuple[Action, str]]] = MappingProxyType(
    {
        State.APPROVED: (Action.ALLOW, "approved by a person"),
        State.EDITED: (Action.REVISE, "edited by a person"),
        State.REJECTED: (Action.BLOCK, "rejected by a person"),
    }
)

Edit: TypeAlias = str | Mapping[str, str]
"""Another text in place of the draft's only one, or texts by path."""


class Redacted(Protocol):
    """Texts that may be kept, what was done to them, and the paths of those that cannot be given as they are."""

    @property
    def texts(self) -> tuple[Text, ...]: ...
    @property
    def unfit(self) -> tuple[str, ...]: ...
    @property
    def decisions(self) -> tuple[Decision, ...]: ...


Redactor: TypeAlias = Callable[[Sequence[Text], Sequence[Text]], Redacted]
"""Scrubs texts, which follow others: somebody has one letter ("person A") from the first text to the last."""
Recheck: TypeAlias = Callable[[Sequence[Text], Sequence[Text], Model | None], tuple[Decision, ...]]
"""What is found in an answer, given the request and the model of a critic, if any: reported, not enforced."""


Write: TypeAlias = Callable[[Sequence[Decision], Escalation, str], None]
"""Records decisions about a case and who took them; what it raises keeps the case pending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Keeps calls in *store*. *request* and *draft* scrub the texts of either side, *recheck* looks at edits.

    *on_error* says what becomes of a held call that cannot be kept: blocked, or still held without a case.
    """

    store: EscalationStore
    request: Redactor
    draft: Redactor
    recheck: Recheck
    on_error: Literal["block", "escalate"] = "block"
    constitution: ConstitutionRef | None = None
    tenant: str | None = None

    def keep(self, trace: Trace, asked: Request, draft: Sequence[Text], *, created: datetime) -> Escalation | None:
        """Keep the call of *trace* as a case under its id, and record that; ``None`` when it cannot be kept."""
        try:
            case = self._case(trace, asked, draft, created)
            self.store.put(case)
        except Exception as error:
            self._unkept(trace, error)
            return None
        trace.record(held("kept for a person", Status.APPLIED))
        return case

    def _case(self, trace: Trace, asked: Request, draft: Sequence[Text], created: datetime) -> Escalation:
        request, answer = self.request(asked.texts, ()), self.draft(draft, asked.texts)
        acted = [decision for decision in trace.decisions if decision.action > Action.ALLOW]
        return Escalation(
            id=trace.call_id,
            call_id=trace.call_id,
            created=created,
            constitution=self.constitution,
            tenant=self.tenant,
            model=asked.model,
            reasons=_distinct(f"{d.layer}: {d.reason}" for d in acted if d.action is Action.ESCALATE),
            principles=_distinct(decision.principle for decision in acted),
            attributes=_distinct(decision.attribute for decision in acted),
            request=request.texts,
            draft=answer.texts,
            unfit=answer.unfit,
            decisions=len(trace.decisions) + 1,  # the one that says it was kept comes next
        )

    def _unkept(self, trace: Trace, error: Exception) -> None:
        """Never silently lost. What somebody's own store says may quote a text, so only its kind of error is told."""
        why = str(error) if isinstance(error, EscalationError) else f"the store raised {type(error).__name__}"
        warnings.warn(f"a held call could not be kept for a person: {why}", RuntimeWarning, stacklevel=5)
        blocks = self.on_error == "block"
        action, status = (Action.BLOCK, Status.FAILED_CLOSED) if blocks else (Action.ESCALATE, Status.DEGRADED)
        reason = f"the case could not be kept: {type(error).__name__}"
        trace.record(Decision(layer=_LAYER, action=action, status=status, reason=reason))

    def resolve(
        self, case_id: str, verdict: str, *, by: str, at: datetime, text: Edit | None, note: str, write: Write,
        critic: Model | None = None,
    ) -> Result:  # fmt: skip
        """Decide about a pending case. It is recorded first, so that no answer is released without a record."""
        if verdict not in set(ReviewVerdict):
            raise UnknownComponentError("verdict", str(verdict)[:_MAX_NAME], [known.value for known in ReviewVerdict])
        case, decided = self.store.get(case_id), ReviewVerdict(verdict)
        answer, findings = self._decided(case, decided, by, text, critic)
        found = (*(answer.decisions if answer is not None else ()), *findings)
        given = () if answer is None else answer.texts
        resolution = Resolution(state=STATE_AFTER[decided], by=by.strip()[:_MAX_NAME], at=at, note=note, answer=given)
        return self._close(case, resolution, _numbered(case, resolution, found), write)

    def to_resume(self, case_id: str, *, by: str, request: Request | str | None) -> Request:
        """What the model is to be asked for a pending case without a draft: *request*, or what was kept of it."""
        case = self.store.get(case_id)
        _open_to(case, by)
        if case.draft:
            raise _refused(case, "it has a draft, so the model is not asked again: approve, edit or reject")
        if isinstance(request, str):
            return Request(texts=(Text(path="", text=request, source=Source.USER),), model=case.model)
        if request is not None:
            return request
        if not case.request or not all(text.text for text in case.request):
            raise _refused(case, "its request could not be kept scrubbed: give it again, request=")
        return Request(texts=case.request, model=case.model)

    def resumed(self, case_id: str, result: Result, *, by: str, at: datetime, note: str, write: Write) -> Result:
        """Close the case with the answer of *result*, the call that went on for it, which is as the layers left it.

        The store keeps it scrubbed, as it keeps everything: not every guard has a layer that scrubs answers.
        """
        case = self.store.get(case_id)
        _open_to(case, by)
        if result.response.refusal is not None:
            again = f", as case {result.escalation!r}" if result.escalation else ""
            raise _refused(case, f"what the model answered is withheld in its turn{again}: edit or reject")
        kept = self.draft(result.response.texts, case.request).texts
        resolution = Resolution(state=State.APPROVED, by=by.strip()[:_MAX_NAME], at=at, note=note, answer=kept)
        final = self._close(case, resolution, _numbered(case, resolution, (_resumed(result),)), write)
        return replace(final, response=result.response, decisions=(*result.decisions, *final.decisions))

    def _close(
        self, case: Escalation, resolution: Resolution, decisions: tuple[Decision, ...], write: Write
    ) -> Result:  # fmt: skip
        write(decisions, case, resolution.by)
        try:
            case = self.store.resolve(case.id, resolution)
        except EscalationError:
            late = replace(decisions[-1], id=f"{decisions[-1].id}-late", action=Action.ALLOW, status=Status.SKIPPED)
            write((replace(late, reason="this decision was not kept: the case stands as it was"),), case, resolution.by)
            raise
        return _result(case, decisions)

    def _decided(
        self, case: Escalation, verdict: ReviewVerdict, by: str, text: Edit | None, critic: Model | None
    ) -> tuple[Redacted | None, tuple[Decision, ...]]:
        _open_to(case, by)
        if (text is None) is (verdict is ReviewVerdict.EDIT):
            raise _refused(case, "a text goes with edit, and only with edit")
        return self._answer(case, verdict, text, critic)

    def _answer(
        self, case: Escalation, verdict: ReviewVerdict, text: Edit | None, critic: Model | None
    ) -> tuple[Redacted | None, tuple[Decision, ...]]:
        if verdict is ReviewVerdict.REJECT:
            return None, ()
        if text is None:
            return self._scrubbed(case, case.draft, unfit=case.unfit), ()
        edited = _edited(case, text)
        left = set(case.unfit) - {new.path for new, old in zip(edited, case.draft, strict=False) if new != old}
        answer = self._scrubbed(case, edited, unfit=tuple(left) if case.draft else ())
        return answer, self.recheck(case.request, answer.texts, critic)

    def _scrubbed(self, case: Escalation, texts: Sequence[Text], *, unfit: Sequence[str]) -> Redacted:
        """Scrubbed again on its way out: the file may have been touched, and the constitution may be a newer one."""
        if not texts:
            raise _refused(case, "there is no draft, since the model was not asked or its draft was not kept: "
                           "edit, which writes the answer, reject, or resume it with the model")  # fmt: skip
        if unfit:
            raise _refused(case, f"scrubbed, {len(unfit)} of its texts cannot be given as they are: edit or reject")
        answer = self.draft(texts, case.request)
        if len(answer.texts) != len(texts):
            raise _refused(case, "this guard has no layer that scrubs answers: resolve it with the guard that held it")
        if answer.unfit:
            raise _refused(case, "the answer could not be scrubbed: try again, or reject")
        return answer


def _open_to(case: Escalation, by: str) -> None:
    if case.resolution is not None:
        raise AlreadyResolvedError(case.id, state=case.state, by=case.resolution.by)
    if not by.strip():
        raise _refused(case, "say who decides: by=")


def _resumed(result: Result) -> Decision:
    reason = f"resumed by a person: the model was asked in call {result.call_id}"
    return Decision(layer=_LAYER, action=Action.ALLOW, reason=reason)


def held(reason: str, status: Status) -> Decision:
    """The decision that says what became of a call that is held."""
    return Decision(layer=_LAYER, action=Action.ESCALATE, status=status, reason=reason)


def _result(case: Escalation, decisions: tuple[Decision, ...]) -> Result:
    return Result(
        call_id=case.call_id,
        request=Request(texts=case.request, model=case.model),
        response=case.response,
        decisions=decisions,
        constitution=case.constitution,
        escalation=case.id,
    )


def _distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _refused(case: Escalation, why: str) -> EscalationError:
    return EscalationError(f"case {case.id[:80]!r} stays pending: {why}", case_id=case.id)


def _edited(case: Escalation, text: Edit) -> tuple[Text, ...]:
    if isinstance(text, str):
        if len(case.draft) > 1:
            why = f"its draft has {len(case.draft)} texts, so give the new ones by path: text={{path: text}}"
            raise _refused(case, why)
        only = case.draft[0] if case.draft else Text(path="", text="", source=Source.ASSISTANT)
        return (replace(only, text=text),)
    if not case.draft and set(text) == {""}:
        return (Text(path="", text=text[""], source=Source.ASSISTANT),)
    known = {kept.path for kept in case.draft}
    if unknown := set(text) - known:
        _unknown_path(case, unknown, known)
    return tuple(replace(kept, text=text.get(kept.path, kept.text)) for kept in case.draft)


def _unknown_path(case: Escalation, unknown: set[str], known: set[str]) -> NoReturn:
    """Only the part of a path that is ours is said: behind ``#`` may stand keys that a model wrote."""
    first = min(unknown).partition("#")[0]
    hint = did_you_mean(first, {path.partition("#")[0] for path in known}) or "`show` lists the paths"
    raise _refused(case, f"its draft has no text at {len(unknown)} of the paths given ({hint})")


def _numbered(case: Escalation, resolution: Resolution, before: Sequence[Decision]) -> tuple[Decision, ...]:
    """Ids that go on after the call's own, with a mark: a resolver who came too late has left records as well."""
    action, reason = _DECISION[resolution.state]
    mark = hashlib.sha256(f"{resolution.state}\n{resolution.by}\n{resolution.at.isoformat()}".encode()).hexdigest()[:8]
    decisions = (*before, Decision(layer=_LAYER, action=action, reason=reason))
    return tuple(
        replace(decision, id=f"{case.call_id}.{case.decisions + place:04d}-{mark}")
        for place, decision in enumerate(decisions)
    )
