"""Runs of adjacent spans that speak of one person, and what each run becomes."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.text.grammar import DETERMINERS, FUNCTION_WORDS, is_intensifier, is_role
from guardrails.text.number import is_plural, pluralise
from guardrails.text.tidy import Op
from guardrails.text.words import after, before
from guardrails.types import Form, Moderation, Span

__all__ = ["neutral_ops"]

_JOINERS = frozenset((" ", "-", ", ", " and ", " or ", "/", " & ", ", and ", ", or "))


def neutral_ops(text: str, active: Sequence[tuple[Span, Moderation]], person: str) -> list[Op]:
    """The raw edits for *active* spans, in text order."""
    ops: list[Op] = []
    run: list[Span] = []
    for span, how in active:
        if run and not (how is Moderation.NEUTRALISE and text[run[-1].end : span.start] in _JOINERS):
            ops.append(_run_op(text, run, person, ops[-1].end if ops else 0))
            run = []
        if how is Moderation.MASK:
            ops.append(Op(span.start, span.end, f"[{span.attribute}]", span))
        elif how is Moderation.REMOVE:
            ops.append(Op(span.start, span.end, "", span))
        elif span.form in (Form.ADJECTIVE, Form.NOUN):
            run.append(span)
        else:
            if run:
                ops.append(_run_op(text, run, person, ops[-1].end if ops else 0))
                run = []
            ops.append(Op(span.start, span.end, span.neutral or "", span))
    if run:
        ops.append(_run_op(text, run, person, ops[-1].end if ops else 0))
    return ops


def _run_op(text: str, run: Sequence[Span], person: str, floor: int) -> Op:
    start, end, last = run[0].start, run[-1].end, run[-1]
    while (adverb := before(text, start, floor)) and run[0].form is Form.ADJECTIVE and is_intensifier(adverb.low):
        start = adverb.start
    following = after(text, end)
    if following and (is_role(following.low) or last.form is Form.ADJECTIVE and following.low not in FUNCTION_WORDS):
        return Op(start, end, "", last)
    leading = before(text, start, floor)
    surface = text[last.start : last.end]
    many = is_plural(surface) or len(run) > 1 and any(s.form is Form.NOUN for s in run[:-1])
    if leading and leading.low == "the" and last.form is Form.NOUN and not surface[:1].isupper() and not many:
        many = surface.lower() not in ("man", "woman", "boy", "girl", "lady")
    if last.form is Form.ADJECTIVE and not (leading and leading.low in DETERMINERS):
        return Op(start, end, last.neutral or person, last)
    noun = last.neutral or person
    return Op(start, end, pluralise(noun) if many and not is_plural(noun) else noun, last)
