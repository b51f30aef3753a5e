"""Texts with their spans marked in place: ``a [young/a] [woman/n@gender]``, ``[mothers/n=parent]``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from guardrails.text.edits import Edited, edit
from guardrails.types import Form, Moderation, Span

_MARK = re.compile(r"\[([^\[\]/]+)/([anpvo])(?:@(\w+))?(?:=([^\]]*))?\]")
_FORMS = {"a": Form.ADJECTIVE, "n": Form.NOUN, "p": Form.PHRASE, "v": Form.PREDICATE, "o": Form.PRONOUN}


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The plain text and its spans; the attribute is ``gender`` unless given after ``@``."""
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for found in _MARK.finditer(marked):
        parts += (marked[at : found.start()], found[1])
        length += found.start() - at
        spans.append(
            Span(
                start=length,
                end=length + len(found[1]),
                attribute=found[3] or "gender",
                form=_FORMS[found[2]],
                neutral=found[4],
            )
        )
        length += len(found[1])
        at = found.end()
    return "".join(parts) + marked[at:], spans


def edited(
    marked: str,
    how: Moderation = Moderation.NEUTRALISE,
    *,
    person: str = "person",
    pronouns: Literal["keep", "neutralise"] = "keep",
) -> str:
    """The text that comes of *marked* when every span is treated *how*."""
    text, spans = unmark(marked)
    return edit(text, [(span, how) for span in spans], person=person, pronouns=pronouns).text


def replayed(text: str, result: Edited) -> str:
    """*text* with the changes applied by hand, after checking that they are sorted and disjoint."""
    parts: list[str] = []
    at = 0
    for change in result.changes:
        assert at <= change.start <= change.end <= len(text)
        parts += (text[at : change.start], change.replacement)
        at = change.end
    return "".join(parts) + text[at:]


Table = Sequence[tuple[str, str]]
