"""Words that turn a condition round: "not black", "anything but navy", "outside Hull", "apart from those in Cork"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guardrails.text.vocabulary import words

__all__ = ["Denial", "denial_before", "denials"]

_LISTING: Final = (
    r"(?:any|every)(?:thing|one|body|where) (?:but|except)|(?:any|every|all)(?: other)? \w{1,16} but|all but"
    r"|(?:other|elsewhere) than|apart from|aside from|with the exception of|not (?:including|counting)"
    r"|without|except(?:ing|ed)?(?: for)?|exclud(?:e|es|ing)|excl\.?|barring|minus|avoid(?:ing)?|omit(?:ting)?"
    r"|skip(?:ping)?|ignor(?:e|ing)|leav(?:e|ing) out|neither"
)
"""What is followed by a list as a rule: "except Hull, Cork" keeps both out."""
_OUTSIDE: Final = r"outside(?: of)?|away from"
_SINGLE: Final = (
    r"rather than|instead of|as opposed to"
    r"|(?:(?:does|do|did|is|are|was|were|has|have|had|can|could|should|must|may|might|will|would) )?not"
    r"|\w{1,8}n['’]t|(?:do|does|did|is|are|was|were|ca|wo)nt|cannot|never|nor|no|non|nothing|nobody|none|nowhere"
)
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<listing>{_LISTING})|(?P<outside>{_OUTSIDE})|{_SINGLE})(?=[ :-])|(?:(?<=\s)|^)[-!](?=\w)",
    re.IGNORECASE,
)
_WORDS: Final = words(
    "but not no nor non never none nothing nobody nowhere neither cannot other elsewhere apart aside exception without "
    "except excepting excepted exclude excludes excluding excl barring minus avoid avoiding omit omitting skip "
    "skipping ignore ignoring leave leaving outside away rather instead opposed dont doesnt didnt isnt arent wasnt "
    "werent cant wont"
)
"""One of these is in every denial, but for those of `_MARKS`; looked up before the pattern is tried."""
_MARKS: Final = ("n't", "n’t", "N'T", "N’T", " -", " !")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FILLER: Final = (
    r"be|been|being|to|ha(?:s|ve|d)|speak(?:s|ing)?|knows?|wants?|likes?|needs?|live[sd]?|living|work(?:s|ed|ing)?|based"
    r"|located|com(?:es?|ing)|made|in|at|from|by|of|on|for|with|near|the|an?|any|those|these|anyone|anybody|anything"
    r"|someone|somebody|people|ones?|who|that|which|are|is|as|also"
)
"""Words between a denial and what it denies that change neither."""
_FILLERS: Final = re.compile(rf"(?:[ :-]{{1,2}}(?:{_FILLER})(?!\w)){{0,6}}(?:[ :-]{{1,2}}[\"“'‘(]?)?$", re.IGNORECASE)
_STEP: Final = re.compile(rf"(?:{_FILLER})[ :-]{{1,2}}[\"“'‘(]?(?=\w)", re.IGNORECASE)
_REACH: Final = 72  # characters before a value in which its denial begins
_STEPS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial that begins at *start*. *listing*: bare commas join what it denies; *outside*: it denies places only."""

    start: int
    listing: bool
    outside: bool


def denial_before(text: str, start: int) -> Denial | None:
    """What denies the words at *start*; ``None`` when nothing does."""
    low = max(0, start - _REACH)
    if not _may_deny(text[low:start]):
        return None
    for cue in _CUE.finditer(text, low, start + 1):  # the blank behind it has to be seen
        if cue.end() <= start and _FILLERS.match(text, cue.end(), start):
            return _denial(cue)
    return None


def denials(text: str) -> Iterator[tuple[Denial, int]]:
    """Every denial in *text*, with each place where what it denies may begin, the nearest first."""
    for cue in _CUE.finditer(text) if _may_deny(text) else ():
        at = cue.end()
        while at < len(text) and text[at] in ' :-"“‘(':
            at += 1
        for _ in range(_STEPS):
            yield _denial(cue), at
            if (step := _STEP.match(text, at)) is None:
                break
            at = step.end()


def _may_deny(text: str) -> bool:
    return (
        not _WORDS.isdisjoint(_WORD.findall(text.lower()))
        or text[:1] in ("-", "!")
        or any(mark in text for mark in _MARKS)
    )


def _denial(cue: re.Match[str]) -> Denial:
    outside = cue["outside"] is not None
    return Denial(start=cue.start(), listing=outside or cue["listing"] is not None, outside=outside)
