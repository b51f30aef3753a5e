"""Cases that wait for a person, and a guard that holds whatever the planted words stand in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from guardrails import Critique, Guard, Moderate, Principle, RuleCritic, Scrub, Treatment
from guardrails.escalation import Escalation, EscalationStore
from guardrails.log import Sink
from guardrails.middleware import Budget
from guardrails.types import ConstitutionRef, Moderation, OnError, Source, Span, Text

__all__ = ["BROKEN", "CREATED", "PLANTED", "a_case", "find_planted", "holding"]

CREATED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PLANTED = "woman"
BROKEN = "Women are bad at maths. The woman left."
"""A draft that breaks a principle by the embedded rules, and holds the planted word."""

_PRINCIPLE = Principle(id="no-generalisation", text="Say nothing of a whole group.", rules=("generalisation",))


def find_planted(text: str) -> Sequence[Span]:
    """Every place of the planted word, in the singular and the plural."""
    spans, at = [], -1
    while (at := text.lower().find("wom", at + 1)) >= 0:
        spans.append(Span(start=at, end=at + len(PLANTED), attribute="gender"))
    return spans


def holding(
    store: EscalationStore | str | None,
    *,
    log: Sink | None = None,
    scrub: Moderation = Moderation.MASK,
    **options: object,
) -> Guard:
    """A guard that holds a draft which generalises, and masks the planted word everywhere."""
    everywhere = dict.fromkeys((Source.ASSISTANT, Source.TOOL_CALL), scrub)
    moderation = Treatment(detect=find_planted, actions={Source.USER: Moderation.MASK})
    layers = [
        Moderate(moderation),
        Scrub(Treatment(detect=find_planted, actions=everywhere)),
        Critique([_PRINCIPLE], RuleCritic(find_planted), budget=Budget(rounds=0), unresolved=OnError.ESCALATE),
    ]
    return Guard(layers, escalations=store, log=log, **options)  # type: ignore[arg-type]


def a_case(case_id: str = "0193a1b2c3d4", **changes: object) -> Escalation:
    """A pending case; *changes* replace its fields."""
    fields: dict[str, object] = {
        "id": case_id,
        "call_id": case_id,
        "created": CREATED,
        "constitution": ConstitutionRef(name="hiring", version="1.2.0", digest="d" * 64),
        "reasons": ("critique: unresolved after revision: 1 found",),
        "principles": ("merit-only",),
        "attributes": ("gender",),
        "request": (Text(path="/messages/0/content", text="Write a note.", source=Source.USER),),
        "draft": (Text(path="/choices/0/message/content", text="A person left.", source=Source.ASSISTANT),),
        "decisions": 5,
    }
    return Escalation(**(fields | changes))  # type: ignore[arg-type]
