"""A turn that waits for a person, in the form of LangChain's `HumanInTheLoopMiddleware`: asked about, and decided."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NoReturn, cast

from langchain_core.messages import AIMessage, message_chunk_to_message
from langchain_core.outputs import ChatResult

from guardrails.errors import AlreadyResolvedError, EscalationError, GuardFailed
from guardrails.escalation import Escalation, MemoryEscalations
from guardrails.escalation.form import case_of, dumps
from guardrails.guard import Guard
from guardrails.integrations.langchain.exchange import Exchange
from guardrails.integrations.langchain.info import KEY, result_info
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.langchain.refusal import refusal_message
from guardrails.integrations.langchain.settle import settled
from guardrails.integrations.langchain_agents.state import HeldTurn
from guardrails.types import Request, Result, Text

__all__ = ["ANSWER", "REVIEW", "Draft", "awaiting", "decided", "hold", "question", "review_call", "reviewed"]

REVIEW: Final = "human_review"
"""Name of the call that stands in a held answer until somebody has decided. No tool runs for it."""
ANSWER: Final = "answer"
"""Name of the action that is the answer's content."""

Kind = Literal["approve", "edit", "reject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer before it was held, and its *texts* then; without a *message* none was given, or it is not one."""

    message: AIMessage | None = field(default=None, repr=False)
    texts: tuple[Text, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, exchange: Exchange, result: Result) -> Draft:
        """That of a guarded model's call."""
        drafted = result.response.native
        if not isinstance(drafted, ChatResult) or not drafted.generations:
            return cls()
        message = drafted.generations[0].message
        return cls(message=message, texts=exchange.reply(drafted).texts) if isinstance(message, AIMessage) else cls()

    def scrubbed(self, case: Escalation) -> AIMessage | None:
        """The message with the case's texts in place of its own, or ``None`` if they have no place in it."""
        if self.message is None or {t.path for t in self.texts} != {t.path for t in case.draft}:
            return None
        (scrubbed,) = with_texts([self.message], self.texts, case.draft)
        return cast("AIMessage", message_chunk_to_message(scrubbed))


def hold(case: Escalation, draft: Draft, *, kept: bool) -> HeldTurn:
    """*case* as it waits in an agent's state. *kept*: the guard's own store has it."""
    message = draft.scrubbed(case)
    return HeldTurn(
        reference=case.id,
        case="" if kept else dumps(case).decode("ascii"),
        draft=message,
        approvable=message is not None and not case.unfit,
        released=None,
    )


def awaiting(message: AIMessage, turn: HeldTurn) -> AIMessage:
    """*message*, a refusal, with the call for a review."""
    call = {"name": REVIEW, "args": {"reference": turn["reference"]}, "id": review_call(turn), "type": "tool_call"}
    return message.model_copy(update={"tool_calls": [call]})


def review_call(turn: HeldTurn) -> str:
    """Id of the call that stands for the review of *turn*."""
    return f"review_{turn['reference']}"


def reviewed(guard: Guard, turn: HeldTurn) -> Generator[dict[str, Any], object, AIMessage]:
    """Yields what to ask a person, until an answer decides; returns what the agent may say then.

    An answer that decides nothing is asked for again, with what was unclear about it as ``error``.
    """
    asked = question(guard, turn)
    while True:
        answer = yield asked
        try:
            return decided(guard, turn, answer)
        except EscalationError as error:
            asked = {**asked, "error": str(error)}


def question(guard: Guard, turn: HeldTurn) -> dict[str, Any]:
    """What a person is asked: an action for the answer's content and one for each of its tool calls."""
    case = _case(guard, turn)
    why = "; ".join((*case.reasons, *(f"principle {name}" for name in case.principles)))
    actions = [{**action, "description": f"Held for review: {why}"} for action in _actions(turn["draft"])]
    allowed = _allowed(turn, case)
    return {
        "action_requests": actions,
        "review_configs": [
            {"action_name": name, "allowed_decisions": list(allowed)}
            for name in dict.fromkeys(action["name"] for action in actions)
        ],
        "reference": turn["reference"],
    }


def _actions(draft: AIMessage | None) -> list[dict[str, Any]]:
    calls = [{"name": call["name"], "args": call["args"]} for call in (draft.tool_calls if draft else ())]
    content = draft.content if draft else ""
    return [{"name": ANSWER, "args": {"content": content}}, *calls] if content or not calls else calls


def _allowed(turn: HeldTurn, case: Escalation) -> tuple[Kind, ...]:
    if turn["approvable"]:
        return ("approve", "edit", "reject")
    return ("edit", "reject") if turn["draft"] is not None or not case.draft else ("reject",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruling:
    """What was decided about a turn as a whole. *edited*: the draft after that, or what was written."""

    verdict: Kind
    by: str
    note: str = field(default="", repr=False)
    edited: AIMessage | None = field(default=None, repr=False)


def decided(guard: Guard, turn: HeldTurn, answer: object) -> AIMessage:
    """What the agent may say, by a person's *answer* to `question`: a refusal where it was rejected.

    An answer is given whole or not at all: one rejected action rejects it. Raises `EscalationError` for an *answer*
    that decides nothing; the turn then goes on waiting.
    """
    case = _case(guard, turn)
    ruling = _ruled(turn, case, answer)
    if turn["case"]:
        store = MemoryEscalations()
        store.put(case)
        guard = guard.keeping(store)
    base = ruling.edited or turn["draft"]
    try:
        result = guard.resolve(case.id, ruling.verdict, by=ruling.by, text=_text(ruling, case), note=ruling.note)
    except AlreadyResolvedError:  # at the guard's desk, before somebody resumed the agent
        base, result = turn["draft"], _resolved(guard, case)
    return _released(base, result)


def _text(ruling: _Ruling, case: Escalation) -> str | dict[str, str] | None:
    if ruling.verdict != "edit" or ruling.edited is None:
        return None
    texts = message_texts([ruling.edited], answer=True)
    return {text.path: text.text for text in texts} if case.draft else str(ruling.edited.text)


def _resolved(guard: Guard, case: Escalation) -> Result:
    assert guard.escalations is not None  # noqa: S101 - it has just said how the case was resolved
    known = guard.escalations.get(case.id)
    asked = Request(texts=known.request, model=known.model)
    return Result(call_id=known.call_id, request=asked, response=known.response, escalation=known.id)


def _released(base: AIMessage | None, result: Result) -> AIMessage:
    if result.response.refusal is not None:
        return refusal_message(result, base)
    told = {KEY: result_info(result)}
    if base is None or not (texts := message_texts([base], answer=True)):
        return AIMessage(result.text, response_metadata=told, id=base.id if base else None)
    if {text.path for text in texts} != {text.path for text in result.response.texts}:
        return AIMessage(result.text, response_metadata=told, id=base.id)  # written anew at the guard's desk
    (message,) = with_texts([base], texts, result.response.texts)
    return cast("AIMessage", message.model_copy(update={"response_metadata": {**message.response_metadata, **told}}))


def _case(guard: Guard, turn: HeldTurn) -> Escalation:
    if turn["case"]:
        return case_of(turn["case"].encode("ascii"))
    if guard.escalations is None:
        raise EscalationError("the guard that held this turn kept its cases in a store: give the agent that guard")
    return guard.escalations.get(turn["reference"])


def _ruled(turn: HeldTurn, case: Escalation, answer: object) -> _Ruling:
    actions = _actions(turn["draft"])
    decisions = answer.get("decisions") if isinstance(answer, Mapping) else None
    if not isinstance(decisions, Sequence) or len(decisions) != len(actions):
        _unclear(turn, f'resume with {{"decisions": [...]}}, one for each of its {len(actions)} actions')
    allowed = _allowed(turn, case)
    kinds = [one.get("type") if isinstance(one, Mapping) else None for one in decisions]
    if any(kind not in allowed for kind in kinds):
        _unclear(turn, f"the type of each decision has to be {' or '.join(allowed)}")
    by = next((one["by"] for one in decisions if isinstance(one.get("by"), str)), "reviewer")
    if "reject" in kinds:
        notes = (one["message"] for one in decisions if isinstance(one.get("message"), str))
        return _Ruling(verdict="reject", by=by, note=next(notes, ""))
    if "edit" not in kinds:
        return _Ruling(verdict="approve", by=by)
    wanted = [_edit(turn, action, one) for action, one in zip(actions, decisions, strict=True)]
    return _Ruling(verdict="edit", by=by, edited=_edited(turn, wanted))


def _edit(turn: HeldTurn, action: Mapping[str, Any], decision: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of *action* as somebody wants them."""
    if decision["type"] != "edit":
        kept: dict[str, Any] = action["args"]
        return kept
    edited = decision.get("edited_action")
    args = edited.get("args") if isinstance(edited, Mapping) else None
    if not isinstance(edited, Mapping) or not isinstance(args, dict) or edited.get("name") != action["name"]:
        _unclear(turn, f'an edit of {action["name"]!r} goes with {{"edited_action": {{"name": ..., "args": {{...}}}}}}')
    return args


def _edited(turn: HeldTurn, wanted: Sequence[Mapping[str, Any]]) -> AIMessage:
    """The draft with the arguments that are *wanted*: it keeps its calls, and the keys of what is in them."""
    draft = turn["draft"]
    if draft is None:
        return AIMessage(str(wanted[0].get("content", "")))
    calls = wanted[-len(draft.tool_calls) :] if draft.tool_calls else ()
    changed: dict[str, Any] = {}
    if len(calls) < len(wanted):
        changed["content"] = wanted[0].get("content", draft.content)
    if calls:
        pairs = zip(draft.tool_calls, calls, strict=True)
        changed["tool_calls"] = [old if old["args"] == new else {**old, "args": new} for old, new in pairs]
    try:
        message = draft.model_copy(update=settled(draft, changed))
        same = _paths(message) == _paths(draft)
    except (GuardFailed, ValueError, TypeError):
        same = False
    if not same:
        _unclear(turn, "an edit keeps the fields and blocks of what it edits, and empties none")
    return message


def _paths(message: AIMessage) -> set[str]:
    return {text.path for text in message_texts([message], answer=True)}


def _unclear(turn: HeldTurn, why: str) -> NoReturn:
    raise EscalationError(f"case {turn['reference']!r} stays pending: {why}", case_id=turn["reference"])
