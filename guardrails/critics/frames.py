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
    SELF_NAMED,
    SPEAKERS,
    THINGS,
    TURNED,
    VICTIMHOOD,
)
from guardrails.critics.lexis_insults import NONSENSE
from guardrails.critics.needs import (
    for_safety,
    has_phrase,
    long_ago,
    needed,
    of_a_rule,
    of_others,
    of_sport,
    pitied,
    to_the_one_concerned,
)
from guardrails.critics.view import View
from guardrails.critics.wording import Frame

__all__ = ["excused"]

_REACH: Final = 60  # words on each side that are looked at, so that the work stays linear in long sentences
_NEAR: Final = 4  # words in which a denial or a verb of saying looks for its subject
_NEAR_PHRASE: Final = 6  # words before a phrase that say it is not asked for
_NEGATIONS: Final = frozenset({"not", "n't", "cannot", "never", "unable"})
_GOES_ON: Final = frozenset({"and", "or", ","})
_COMMANDS: Final = frozenset({"argue", "imagine", "pretend", "say", "suggest", "tell", "write"})  # as the first word
_OTHERS: Final = frozenset({"he", "she", "critics", "witnesses"})
_ASKED: Final = frozenset({"asked", "added", "warned", "recalled", "recalls", "remembers", "remembered"})
_MAY_I: Final = frozenset({"am i", "are we", "can i", "can we", "is it", "may i", "may we"})
_CONTENT_OUTSIDE: Final = 2  # words outside the quotation marks that make it a quotation and not the speaker's own


def excused(view: View, start: int, end: int, frame: Frame) -> str | None:
    """The reason why words ``[start, end)`` are harmless where they stand, or ``None``."""
    words, left, right = view.words, *_clause(view.words, start, end)
    before, after = words[left:start], words[end:right]
    if (reason := _said_of_nobody(view, start, end)) is not None:
        return reason
    if _is_wrong(before, words[start:end], after, frame):
        return "called wrong"
    if frame is Frame.PHRASE:
        asked = view.sentence.is_question and " ".join(words[:2]) in _MAY_I
        return "not asked for" if asked or has_phrase(before[-_NEAR_PHRASE:], NOT_ASKED | SELF_NAMED) else None
    if (reason := _told(words, (left, start, end, right), frame)) is not None:
        return reason
    if (frame is Frame.REQUEST or view.sentence.is_question) and has_phrase(words[left:right], NONSENSE):
        return "nobody can do it"
    if frame in (Frame.REASON, Frame.LOOSE) and any(word in SAYING for word in words[start:end]):
        return "reported within"
    if _denied(before) or has_phrase(after, REFUSED) or has_phrase(words[start:end], TURNED):
        return "denied"
    if _reported(before) or (frame is not Frame.REASON and _attributed(words[end:])):
        return "reported"
    if frame is Frame.LOOSE and any(word in VICTIMHOOD for word in words[left:right]):
        return "speaks of victims"
    if frame is not Frame.REQUEST and view.sentence.is_question and _plain_question(words, start):
        return "asked"
    return None


def _told(words: Sequence[str], bounds: tuple[int, int, int, int], frame: Frame) -> str | None:
    """Whether the clause says what is needed, lawful, done by others or suffered."""
    left, start, end, right = bounds
    before, match, after = words[left:start], words[start:end], words[end:right]
    if has_phrase(before, LAW) or has_phrase(after, LAW):
        return "law or policy"
    denies = frame is Frame.CLAIM and not _NEGATIONS.isdisjoint(match)
    if (denies or frame in (Frame.ABILITY, Frame.REASON)) and needed(words[left:right]):
        return "a need, a law or a custom"
    if frame is Frame.REASON and long_ago(match, words[left:right]):
        return "told of the past"
    if frame is Frame.REASON and to_the_one_concerned(before):
        return "said to the one concerned"
    if frame in (Frame.REQUEST, Frame.LOOSE) and for_safety(match, after):
        return "for the safety of children"
    if frame in (Frame.REQUEST, Frame.CLAIM) and of_a_rule(before, match[0]):
        return "what a rule does"
    if of_others(before):
        return "a plan of others"
    if pitied(match, after):
        return "speaks of victims"
    return "speaks of sport" if frame is Frame.CLAIM and of_sport(words[left:right]) else None


def _called_wrong(after: Sequence[str]) -> bool:
    """Whether what follows speaks of the claim, and does not go on with it ("... is dirty and wrong")."""
    return any(word in CALLED_WRONG and (at == 0 or after[at - 1] not in _GOES_ON) for at, word in enumerate(after))


def _is_wrong(before: Sequence[str], match: Sequence[str], after: Sequence[str], frame: Frame) -> bool:
    """Whether the claim is called wrong around it, or what is done is: "*refusing* them is *illegal*"."""
    if any(word in CALLED_WRONG for word in before) or _called_wrong(after):
        return True
    if frame is Frame.LOOSE and any(word in CALLED_WRONG for word in match):
        return True
    return match[0] == "them" and match[-1] in CALLED_WRONG and bool(before) and before[-1].endswith("ing")


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


def _denied(before: Sequence[str]) -> bool:
    """ "not true that ...", "I don't think ...", "not all ..."."""
    tail = before[-8:]
    return bool(tail) and (has_phrase(tail, DENYING) or tail[-1] in {"not", "n't", "cannot", "never", "no"})


def _reported(before: Sequence[str]) -> bool:
    """Whether somebody else says or thinks it: "he said ...", "the idea that ...", "seen as ..."."""
    if has_phrase(before, OPINION_OF_OTHERS):
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
    return not has_phrase(words[: start + 1], RHETORICAL)
