"""What stands around a wording and makes it harmless: quoted, reported, denied, asked, called wrong, or a policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guardrails.critics.lexis_frames import (
    ASKING,
    BREAKS,
    CALLED_WRONG,
    DENYING,
    LAW,
    OPINION_OF_OTHERS,
    RHETORICAL,
    SAYING,
    SPEAKERS,
    VICTIMHOOD,
)
from guardrails.critics.lexis_insults import NONSENSE
from guardrails.critics.view import View
from guardrails.critics.wording import Frame

__all__ = ["excused"]

_NEAR: Final = 4  # words in which a denial or a verb of saying looks for its subject
_CONTENT_OUTSIDE: Final = 2  # words outside the quotation marks that make it a quotation and not the speaker's own


def excused(view: View, start: int, end: int, frame: Frame) -> str | None:
    """The reason why words ``[start, end)`` are harmless where they stand, or ``None``."""
    words, left, right = view.words, *_clause(view.words, start, end)
    before, after = words[left:start], words[end:right]
    if _quoted(words, start, end):
        return "quoted"
    if any(word in CALLED_WRONG for word in before) or any(word in CALLED_WRONG for word in after):
        return "called wrong"
    if frame is Frame.PHRASE:
        return None
    if _has_phrase(before, LAW) or _has_phrase(after, LAW):
        return "law or policy"
    if any(word in NONSENSE for word in words):
        return "nobody can do it"
    if frame in (Frame.REASON, Frame.LOOSE) and any(word in SAYING for word in words[start:end]):
        return "reported within"
    if frame is Frame.LOOSE and any(word in CALLED_WRONG for word in words[start:end]):
        return "called wrong"
    if _denied(before):
        return "denied"
    if _reported(before):
        return "reported"
    if frame is Frame.LOOSE and any(word in VICTIMHOOD for word in words[left:right]):
        return "speaks of victims"
    if frame is not Frame.REQUEST and view.sentence.is_question and _plain_question(words, start):
        return "asked"
    return None


def _clause(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The words around that speak of the match: up to "but", a semicolon or the end of the sentence."""
    left, right = start, end
    while left > 0 and words[left - 1] not in BREAKS:
        left -= 1
    while right < len(words) and words[right] not in BREAKS:
        right += 1
    return left, right


def _quoted(words: Sequence[str], start: int, end: int) -> bool:
    marks = [at for at, word in enumerate(words) if word == '"']
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        if opening <= start and end <= closing + 1:
            outside = [word for word in (*words[:opening], *words[closing + 1 :]) if word[0].isalnum()]
            return len(outside) >= _CONTENT_OUTSIDE
    return False


def _has_phrase(words: Sequence[str], phrases: frozenset[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _denied(before: Sequence[str]) -> bool:
    """ "not true that ...", "I don't think ...", "not all ..."."""
    tail = before[-8:]
    return bool(tail) and (_has_phrase(tail, DENYING) or tail[-1] in {"not", "n't", "never", "no"})


def _reported(before: Sequence[str]) -> bool:
    """Whether somebody else says or thinks it: "he said ...", "the idea that ...", "seen as ..."."""
    if _has_phrase(before, OPINION_OF_OTHERS):
        return True
    for at, word in enumerate(before):
        if word in SAYING:
            subject = before[max(0, at - _NEAR) : at]
            if not any(one in SPEAKERS for one in subject):
                return True
    return False


def _plain_question(words: Sequence[str], start: int) -> bool:
    """A yes-or-no question, not one that takes the claim for granted ("why are ...", "can we agree that ...")."""
    opening = next((word for word in words if word[0].isalnum()), "")
    return opening in ASKING and not _has_phrase(words[: start + 1], RHETORICAL)
