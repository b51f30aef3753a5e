"""Applying a plan to a text: what is neutralised, removed or masked, and the grammar around it mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from guardrails.text.mentions import neutral_ops
from guardrails.text.tidy import Op, settle
from guardrails.types import Form, Moderation, Span

__all__ = ["Change", "Edited", "edit"]

_ACTIVE = frozenset({Moderation.NEUTRALISE, Moderation.REMOVE, Moderation.MASK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``[start, end)`` of the text given becomes *replacement*. *span* is what caused it; ``None``: agreement."""

    start: int
    end: int
    replacement: str = field(repr=False)
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The edited text; *changes* are sorted and disjoint, and applying them to the text given yields *text*."""

    text: str = field(repr=False)
    changes: tuple[Change, ...] = ()


def edit(
    text: str,
    plan: Sequence[tuple[Span, Moderation]],
    *,
    person: str = "person",
    pronouns: Literal["keep", "neutralise"] = "keep",
) -> Edited:
    """*text* with each span of *plan* (sorted, disjoint) moderated. *person* is the singular noun for somebody.

    Linear in the text and pure: the same span in the same surroundings always becomes the same words.
    """
    active = [(span, how) for span, how in plan if how in _ACTIVE and _usable(text, span, pronouns)]
    ops = neutral_ops(text, active, person)
    return _applied(text, settle(text, ops))


def _usable(text: str, span: Span, pronouns: str) -> bool:
    if not 0 <= span.start < span.end <= len(text):
        return False
    return pronouns == "neutralise" or not (span.form is Form.PRONOUN or "pronoun" in span.tags)


def _applied(text: str, ops: Sequence[Op]) -> Edited:
    if not ops:
        return Edited(text=text)
    parts: list[str] = []
    at = 0
    for op in ops:
        parts += (text[at : op.start], op.new)
        at = op.end
    parts.append(text[at:])
    changes = tuple(Change(start=op.start, end=op.end, replacement=op.new, span=op.span) for op in ops)
    return Edited(text="".join(parts), changes=changes)
