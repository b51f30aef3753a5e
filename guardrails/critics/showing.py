"""How a request, its context and a draft are shown to a critic model: as fenced data, principles outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.critics.fence import fenced
from guardrails.types import Principle, Request, Response, Source

__all__ = ["judge_prompt"]

_LABELS: Final = {
    Source.SYSTEM: "SYSTEM",
    Source.USER: "REQUEST",
    Source.ASSISTANT: "EARLIER ANSWER",
    Source.TOOL_CALL: "EARLIER TOOL CALL",
    Source.TOOL_RESULT: "CONTEXT",
    Source.CONTEXT: "CONTEXT",
    Source.PAYLOAD: "CONTEXT",
}
_ROOM: Final = 24_000  # characters of request and context; what is nearest the draft is kept


def judge_prompt(request: Request, draft: Response, principles: Sequence[Principle]) -> str:
    """The data of one judgement. The same request, draft and principles give the same prompt."""
    parts = ["Principles:", *_numbered(principles), ""]
    background = list(_background(request))
    if background:
        parts += ["What the draft answers, for reference only:", *background, ""]
    parts.append("The draft to judge:")
    parts += [fenced("DRAFT", text.text) for text in draft.texts]
    return "\n".join(parts)


def _numbered(principles: Sequence[Principle]) -> Iterator[str]:
    for number, principle in enumerate(principles, 1):
        yield f"{number}. [{principle.id}] {' '.join(principle.text.split())}"


def _background(request: Request) -> Iterator[str]:
    room, kept = _ROOM, []
    for text in reversed(request.texts):
        if not text.text.strip() or room <= 0:
            continue
        kept.append(fenced(_LABELS[text.source], text.text[-room:]))
        room -= len(text.text)
    yield from reversed(kept)
