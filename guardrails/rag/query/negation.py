"""Words that turn a condition round: "not black", "anything but navy", "outside Hull", "apart from those in Cork"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guardrails.text.vocabulary import words

__all__ = ["Denial", "cues_before", "denial_before", "denials", "may_deny"]

_LISTING: Final = (
    r"(?:any|every|all|each)(?:thing|one|body|where)?(?: (?!(?:not|no|nor|without|but) )[\w-]{1,16}){0,5}"
    r" (?:but|except|save|bar)(?! also )|(?:other|elsewhere)(?: \w{1,16})? than|different (?:from|to|than)"
    r"|unlike|(?:the )?opposite (?:of|to)|opposed to|against|had enough of|apart from|aside from|with the exception of"
    r"|not (?:including|counting)|without|except(?:ing|ed)?(?: for)?|exclud(?:e|es|ing)|excl\.?|barring|minus|sans"
    r"|avoid(?:ing)?|omit(?:ting)?|skip(?:ping)?|ignor(?:e|ing)|reject(?:ing)?|remov(?:e|ing)|drop(?:ping)?"
    r"|discard(?:ing)?|ban(?:ning)?|forget(?:ting)?|refus(?:e|es|ing)|dismiss(?:ing)?|deselect(?:ing)?|hid(?:e|ing)|strik(?:e|ing)"
    r"|nix|disregard(?:ing)?|eliminat(?:e|ing)|prohibit(?:ing)?|den(?:y|ies|ying)|(?:save|but) for|bar"
    r"|(?:leav(?:e|es|ing)|rul(?:e|es|ing)|keep(?:ing)?|filter(?:ing)?|screen(?:ing)?|weed(?:ing)?"
    r"|tak(?:e|ing)|cut(?:ting)?|count(?:ing)?) out|steer clear of|get rid of|unless|hat(?:e|es|ing)|dislik(?:e|es|ing)"
    r"|neither"
)
"""What is followed by a list as a rule: "except Hull, Cork" keeps both out."""
_OUTSIDE: Final = r"outside(?: of)?|(?:away|far) from|beyond"
_SINGLE: Final = (
    r"rather than|instead of|in (?:lieu|place) of|as opposed to|no to"
    r"|(?:(?:does|do|did|is|are|was|were|has|have|had|can|could|should|must|may|might|will|would|need) )?not"
    r"|\w{1,8}n['’]t|(?:do|does|did|is|are|was|were|ca|wo|ai)nt|cannot|never|nor|no|non|nothing|nobody|none|nowhere"
    r"|(?P<weak>hardly|barely|scarcely)"
)
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<listing>{_LISTING})|(?P<outside>{_OUTSIDE})|{_SINGLE})(?=[ :(\"-])"
    r"|(?:(?<=[\s(])|^)[-!~^](?=\w)",
    re.IGNORECASE,
)
_WORDS: Final = words(
    "but not no nor non never none nothing nobody nowhere neither cannot other elsewhere apart aside exception "
    "without except excepting excepted exclude excludes excluding excluded excl barring bar save minus sans avoid "
    "avoiding omit omitting skip skipping ignore ignoring reject rejecting remove removing drop dropping discard "
    "discarding ban banning forget out outside away far beyond rather instead opposed unless hate hates hating "
    "dislike dislikes disliking clear rid different unlike opposite against enough refuse refuses refusing dismiss "
    "dismissing deselect deselecting hide hiding strike striking nix disregard disregarding eliminate eliminating "
    "prohibit prohibiting deny denies denying lieu place aint forgetting hardly barely scarcely dont doesnt didnt "
    "isnt arent wasnt werent cant wont "
)
"""One of these is in every denial that stands before a value, but for those of `_MARKS`; looked up first."""
_MARKS: Final = ("n't", "n’t", "N'T", "N’T", " -", " !", " ~", " ^", "(-", "(!")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FILLER: Final = (
    r"be|been|being|to|ha(?:s|ve|d)|speak(?:s|ing)?|knows?|wants?|likes?|needs?|live[sd]?|living|work(?:s|ed|ing)?|based"
    r"|located|com(?:es?|ing)|made|see|show|me|us|include|included|consider|get|find|give|return|interested|looking|please|in|at|from|by|of|on|for|with|near|the|an?|any|those|these|anyone|anybody|anything"
    r"|someone|somebody|people|ones?|who|that|which|are|is|as|also"
)
"""Words between a denial and what it denies that change neither."""
_FILLERS: Final = re.compile(
    rf"(?:[ :-]{{1,2}}(?:{_FILLER})(?!\w)){{0,6}}(?:[ :-]{{0,2}}[\"“'‘(]{{0,2}})?$", re.IGNORECASE
)
_STEP: Final = re.compile(rf"(?:{_FILLER})[ :-]{{1,2}}[\"“'‘(]?(?=\w)", re.IGNORECASE)
_BREAK: Final = re.compile(
    r"[,;.?!()]|(?<!\w)(?:but(?! (?:also|not|no)(?!\w))|although|though|while|because|since|if|needed|required"
    r"|necessary|and (?:in|from|near|by|with|who|speak\w*|liv\w+|works?))(?!\w)",
    re.IGNORECASE,
)
"""Where the reach of a denial ends, unless what it denies goes on behind it."""
_REACH: Final = 72  # characters before a value in which its denial begins
_STEPS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial in ``[start, end)``. *listing*: bare commas join what it denies; *outside*: it is said of places.

    *unsure*: it may not deny after all ("not without", "hardly").
    """

    start: int
    end: int
    listing: bool = False
    outside: bool = False
    unsure: bool = False


def denial_before(text: str, start: int) -> Denial | None:
    """What denies the words at *start*; ``None`` when nothing does."""
    low = max(0, start - _REACH)
    if not may_deny(text[low:start]):
        return None
    before: re.Match[str] | None = None
    for cue in _CUE.finditer(text, low, start + 1):  # the blank behind it has to be seen
        if cue.end() <= start and _FILLERS.match(text, cue.end(), start):
            twice = before is not None and _FILLERS.match(text, before.end(), cue.start()) is not None
            return _denial(cue, unsure=twice)
        before = cue
    return None


def cues_before(text: str, start: int) -> Iterator[Denial]:
    """Every denial in the clause that the words at *start* stand in, however far from them; none of a mere sign."""
    low = max(0, start - _REACH)
    if not may_deny(text[low:start]):
        return
    low = max((found.end() for found in _BREAK.finditer(text, low, start)), default=low)
    for cue in _CUE.finditer(text, low, start + 1):
        if cue.end() <= start and cue[0] not in "-!~^":
            yield _denial(cue)


def denials(text: str) -> Iterator[tuple[Denial, int]]:
    """Every denial in *text*, with each place where what it denies may begin, the nearest first."""
    for cue in _CUE.finditer(text) if may_deny(text) else ():
        at = cue.end()
        while at < len(text) and text[at] in ' :-"“‘(':
            at += 1
        for _ in range(_STEPS):
            yield _denial(cue), at
            if (step := _STEP.match(text, at)) is None:
                break
            at = step.end()


def may_deny(text: str) -> bool:
    """Whether a denial can stand in *text* before what it denies; cheap."""
    return (
        not _WORDS.isdisjoint(_WORD.findall(text.lower()))
        or text[:1] in ("-", "!", "~", "^")
        or any(mark in text for mark in _MARKS)
    )


def _denial(cue: re.Match[str], *, unsure: bool = False) -> Denial:
    outside = cue["outside"] is not None
    return Denial(
        start=cue.start(), end=cue.end(), listing=outside or cue["listing"] is not None, outside=outside,
        unsure=unsure or cue["weak"] is not None,
    )  # fmt: skip
