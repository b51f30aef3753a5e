"""What stands around a wording and makes it harmless: quoted, reported, denied, asked, called wrong, or a policy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from guardrails.critics.lexis_frames import (
    ASKING,
    BREAKS,
    CALLED_WRONG,
    DENYING,
    LAW,
    NOT_ASKED,
    OPINION_OF_OTHERS,
    REFUSED,
    RHETORICAL,
    SAYING,
    SPEAKERS,
    THINGS,
    TURNED,
    VICTIMHOOD,
)
from guardrails.critics.lexis_insults import NONSENSE
from guardrails.critics.view import View
from guardrails.critics.wording import Frame

__all__ = ["excused"]

_REACH: Final = 60  # words on each side that are looked at, so that the work stays linear in long sentences
_NEAR: Final = 4  # words in which a denial or a verb of saying looks for its subject
_NEAR_PHRASE: Final = 6  # words before a phrase that say it is not asked for
_GOES_ON: Final = frozenset({"and", "or", ","})
_COMMANDS: Final = frozenset({"argue", "imagine", "pretend", "say", "suggest", "tell", "write"})  # as the first word
_OTHERS: Final = frozenset({"he", "she", "critics", "witnesses"})
_ASKED: Final = frozenset({"asked", "added", "warned", "recalled"})
_CONTENT_OUTSIDE: Final = 2  # words outside the quotation marks that make it a quotation and not the speaker's own


def excused(view: View, start: int, end: int, frame: Frame) -> str | None:
    """The reason why words ``[start, end)`` are harmless where they stand, or ``None``."""
    words, left, right = view.words, *_clause(view.words, start, end)
    before, after = words[left:start], words[end:right]
    if (reason := _said_of_nobody(view, start, end)) is not None:
        return reason
    if any(word in CALLED_WRONG for word in before) or _called_wrong(after):
        return "called wrong"
    if frame is Frame.PHRASE:
        return "not asked for" if _has_phrase(before[-_NEAR_PHRASE:], NOT_ASKED) else None
    if _has_phrase(before, LAW) or _has_phrase(after, LAW):
        return "law or policy"
    if (frame is Frame.REQUEST or view.sentence.is_question) and _has_phrase(words[left:right], NONSENSE):
        return "nobody can do it"
    if frame in (Frame.REASON, Frame.LOOSE) and any(word in SAYING for word in words[start:end]):
        return "reported within"
    if frame is Frame.LOOSE and any(word in CALLED_WRONG for word in words[start:end]):
        return "called wrong"
    if _denied(before) or _has_phrase(after, REFUSED) or _has_phrase(words[start:end], TURNED):
        return "denied"
    if _reported(before) or (frame is not Frame.REASON and _attributed(words[end:])):
        return "reported"
    if frame is Frame.LOOSE and any(word in VICTIMHOOD for word in words[left:right]):
        return "speaks of victims"
    if frame is not Frame.REQUEST and view.sentence.is_question and _plain_question(words, start):
        return "asked"
    return None


def _called_wrong(after: Sequence[str]) -> bool:
    """Whether what follows speaks of the claim, and does not go on with it ("... is dirty and wrong")."""
    return any(word in CALLED_WRONG and (at == 0 or after[at - 1] not in _GOES_ON) for at, word in enumerate(after))


def _clause(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The words around that speak of the match: up to "but", a semicolon, the end of the sentence or out of reach."""
    left, right = start, end
    floor, ceiling = max(0, start - _REACH), min(len(words), end + _REACH)
    while left > floor and words[left - 1] not in BREAKS:
        left -= 1
    while right < ceiling and words[right] not in BREAKS:
        right += 1
    return left, right


def _said_of_nobody(view: View, start: int, end: int) -> str | None:
    """Whether the match is a quotation, or ends with a group whose thing is spoken of: "the *women*'s seats"."""
    if _quoted(view, start, end):
        return "quoted"
    possessed = view.words[end : end + 1] == ("'s",) and not THINGS.isdisjoint(view.words[end + 1 : end + 2])
    return "speaks of a thing" if possessed else None


def _quoted(view: View, start: int, end: int) -> bool:
    """Whether the match stands in quotation marks, and the sentence says something outside them."""
    at = bisect_right(view.quotes, (start, len(view.words))) - 1
    if at < 0 or end > view.quotes[at][1]:
        return False
    opening, closing = view.quotes[at]
    around = (*view.words[max(0, opening - _REACH) : opening], *view.words[closing : closing + _REACH])
    return sum(word[0].isalnum() for word in around) >= _CONTENT_OUTSIDE


def _has_phrase(words: Sequence[str], phrases: frozenset[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _denied(before: Sequence[str]) -> bool:
    """ "not true that ...", "I don't think ...", "not all ..."."""
    tail = before[-8:]
    return bool(tail) and (_has_phrase(tail, DENYING) or tail[-1] in {"not", "n't", "cannot", "never", "no"})


def _reported(before: Sequence[str]) -> bool:
    """Whether somebody else says or thinks it: "he said ...", "the idea that ...", "seen as ..."."""
    if _has_phrase(before, OPINION_OF_OTHERS):
        return True
    for at, word in enumerate(before):
        if word in SAYING and (at or word not in _COMMANDS):
            subject = before[max(0, at - _NEAR) : at]
            if not any(one in SPEAKERS for one in subject):
                return True
    return False


def _attributed(after: Sequence[str]) -> bool:
    """Whether the sentence ends by saying whose the claim is: "..., he said."; not "..., he said yes"."""
    last = len(after)
    while last and not after[last - 1][0].isalnum():
        last -= 1
    tail = after[max(0, last - 3) : last]
    return len(tail) == 3 and tail[0] == "," and tail[1] in _OTHERS and (tail[2] in SAYING or tail[2] in _ASKED)


def _plain_question(words: Sequence[str], start: int) -> bool:
    """A yes-or-no question, not one that takes the claim for granted ("why are ...", "can we agree that ...")."""
    first = next((at for at, word in enumerate(words) if word[0].isalnum()), 0)
    if words[first] not in ASKING or words[first + 1 : first + 2] == ("n't",):  # "aren't all ..." takes it for granted
        return False
    return not _has_phrase(words[: start + 1], RHETORICAL)
