"""Applying a plan to a text: what is neutralised, removed or masked, and the grammar around it mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from guardrails.text.code import Code
from guardrails.text.contrasts import REACH, contrast_op
from guardrails.text.dangling import undangled
from guardrails.text.individuals import Individuals
from guardrails.text.neutral import Item, neutral_items
from guardrails.text.people import resolve
from guardrails.text.pronouns import pronoun_ops
from guardrails.text.removal import removal_op
from guardrails.text.tidy import Op, settle
from guardrails.text.units import Unit, gather
from guardrails.text.verbs import plural_verb
from guardrails.types import Form, Moderation, Span

__all__ = ["Change", "Edited", "edit"]

_UNSAID = "Undisclosed."
_PRONOUN = Form.PRONOUN
_NEUTRALISE, _REMOVE, _MASK = Moderation.NEUTRALISE, Moderation.REMOVE, Moderation.MASK  # for every unit
_ACTIVE = (_NEUTRALISE, _REMOVE, _MASK)  # no set: an enum's hash is slow


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``[start, end)`` of the text given becomes *replacement*. *span* is what caused it; ``None``: agreement."""

    start: int
    end: int
    replacement: str = field(repr=False)
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The edited text."""

    text: str = field(repr=False)
    _ops: tuple[Op, ...] = field(default=(), repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed, sorted and disjoint: applying it to the text given yields *text*."""
        return tuple(Change(start=op.start, end=op.end, replacement=op.new, span=op.span) for op in self._ops)


def edit(
    text: str,
    plan: Sequence[tuple[Span, Moderation]],
    *,
    person: str = "person",
    pronouns: Literal["keep", "neutralise"] = "keep",
    individuals: Individuals | None = None,
) -> Edited:
    """*text* with each span of *plan* (sorted, disjoint) moderated. *person* is the singular noun for somebody.

    ``pronouns="neutralise"`` also turns every "he" and "she" of the text into "they". Code between backticks is left
    alone. Linear in the text and pure: the same span in the same surroundings always becomes the same words.
    *individuals*, which have read *text*, keep the letters of people ("person A") the same through a conversation.
    """
    code = Code(text)
    active = [(span, how) for span, how in plan if how in _ACTIVE and _usable(span, len(text))]
    if code.any:
        active = [(span, how) for span, how in active if not code.covers(span.start, span.end)]
    ops: list[Op] = []
    if active:
        query = all([how is _REMOVE for _, how in active])  # noqa: C419 - a list is faster
        ops = resolve(text, _read(text, gather(text, active), person), individuals or Individuals((text,)))
        ops = undangled(text, ops, "" if query else person)
    if pronouns == "neutralise":
        ops = _merged(text, ops, [op for op in pronoun_ops(text) if not code.covers(op.start, op.end)])
    if not ops:
        return Edited(text=text)
    return _said(text, _applied(text, settle(text, ops)), active)


def _said(text: str, result: Edited, active: Sequence[tuple[Span, Moderation]]) -> Edited:
    """*result*, or a word that says nothing where nothing is left: an empty message is no message."""
    if any(letter.isalnum() for letter in result.text) or not any(letter.isalnum() for letter in text):
        return result
    if not any(how is _NEUTRALISE for _, how in active):
        return result
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return _applied(text, [Op(start, end, _UNSAID, active[0][0])])


def _read(text: str, units: Sequence[Unit], person: str) -> list[Item]:
    items: list[Item] = []
    previous: Span | None
    others = _has_more(text)
    skip, previous = False, None
    for unit, following in zip_longest(units, units[1:]):
        if skip:
            skip = False
        elif (
            following is not None
            and following.start - unit.end <= REACH
            and (pair := contrast_op(text, unit, following, others)) is not None
        ):
            items.append(pair)
            skip = True
        else:
            items += _items(text, unit, person, others, previous)
        previous = unit.spans[-1]
    return items


def _items(text: str, unit: Unit, person: str, others: bool, previous: Span | None) -> list[Item]:
    if unit.how is _MASK:
        span = unit.spans[0]
        return [Op(span.start, span.end, f"[{span.attribute}]", span)]
    if unit.how is _REMOVE:
        return [removal_op(text, unit, others)]
    return neutral_items(text, unit, person, others, previous)


def _usable(span: Span, length: int) -> bool:
    return 0 <= span.start < span.end <= length and span.form is not _PRONOUN and "pronoun" not in span.tags


def _has_more(text: str) -> bool:
    """Whether the text has more than one sentence or line."""
    body = text.rstrip(" \t\r\n.!?\"”')")
    return any(stop in body for stop in (". ", "! ", "? ", "\n"))


def _merged(text: str, ops: Sequence[Op], more: Sequence[Op]) -> list[Op]:
    """Both in order; of two that overlap the one from the plan stays, its verb agreeing with "they"."""
    merged: list[Op] = []
    index = 0
    for op in ops:
        while index < len(more) and more[index].end <= op.start:
            merged.append(more[index])
            index += 1
        while index < len(more) and more[index].start < op.end:
            if more[index].start == op.start and text[op.start].isalpha():
                op = _agreeing(op)
            index += 1
        merged.append(op)
    return merged + list(more[index:])


def _agreeing(op: Op) -> Op:
    """*op* with a verb it begins with in the plural: "is a person" after "they"."""
    verb, blank, rest = op.new.partition(" ")
    return op._replace(new=plural_verb(verb) + blank + rest) if verb in ("is", "was", "has", "does") else op


def _applied(text: str, ops: Sequence[Op]) -> Edited:
    if not ops:
        return Edited(text=text)
    parts: list[str] = []
    at = 0
    for start, end, new, _ in ops:
        parts += (text[at:start], new)
        at = end
    parts.append(text[at:])
    return Edited(text="".join(parts), _ops=tuple(ops))
