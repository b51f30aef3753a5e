"""When a piece of a query reads as a name, and when a name may stand although it is also a word for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from guardrails.detectors.entities_words import SURNAME_LOOKALIKES, is_person_noun
from guardrails.rag.terms import EntityMatch, Match
from guardrails.text.vocabulary import words
from guardrails.text.words import after, before
from guardrails.types import Sense, Span

__all__ = ["cued", "may_begin", "named_here", "protects", "surname_here", "written_out"]

_TITLE: Final = re.compile(r"\b(?:dr|mr|mrs|ms|mx|prof|professor|doctor)\.?\s{1,2}$", re.IGNORECASE)
_STYLE: Final = re.compile(
    r"\b(?:dr|mr|mrs|ms|mx)\.?\s{1,2}$|\b(?:called|named|(?:sur|last )name)\s{1,2}$", re.IGNORECASE
)
"""What stands before surnames alone: "doctor" and "professor" are also what people do."""
_CALLED: Final = re.compile(
    r"\b(?:called|named|surnamed|(?:sur|last |first |full )?name(?:d| is|:| =)?|known as|signed)\s{1,2}[\"'“‘]?$",
    re.IGNORECASE,
)
_CUES: Final = words(
    "dr mr mrs ms mx prof professor doctor called named surnamed name surname signed is named as known"
)
"""The last word of what `_TITLE` and `_CALLED` find; looked up before they are tried."""
_SIGNS: Final = frozenset({". ", ": ", "= "})
_QUOTES: Final = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}
_ALWAYS_CAPITAL: Final = frozenset({"nationality", "religion", "ethnicity", "caste"})
"""Wording about these is written with a capital anyway, so that one says nothing."""
_WORD: Final = re.compile(r"[\w'’]+")
_LEFT: Final = 24  # characters in which a cue before a name is looked for
_LOWER: Final = re.compile(r"\b[a-z]{3}")


def named_here(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` reads as a name: after a title or "called", in quotes, or in capitals among others."""
    return cued(text, start, end) or (_capitalised(text, start, end) and _LOWER.search(text) is not None)


def may_begin(text: str, start: int) -> bool:
    """Whether what begins at *start* could read as a name, whatever its length; cheap, for `named_here` decides."""
    if text[start].isupper() or text[start - 1 : start] in _QUOTES:
        return True
    word = before(text, start)
    if (word is None or word.low not in _CUES) and text[start - 2 : start] not in _SIGNS:
        return False
    left = text[max(0, start - _LEFT) : start]
    return _TITLE.search(left) is not None or _CALLED.search(left) is not None


def protects(text: str, match: EntityMatch, spans: Sequence[Span]) -> bool:
    """Whether *match* is a name here, where the detector's *spans* may say that people are described.

    A name that holds no wording about people always is. Otherwise a cue decides: a title, "called", quotes, or that the
    detector itself took the word for a name. Without one, an exact name must say more than that wording ("gay talese"),
    be the whole query, or be written like a name with no person noun behind it. A fuzzy match never is a name without a
    cue: "black women" is not the company Blackwoman.
    """
    covered = [span for span in spans if span.start < match.end and match.start < span.end]
    described = [span for span in covered if span.sense is Sense.PERSON]
    if not described:
        return True
    if cued(text, match.start, match.end):
        return True
    if match.match is Match.FUZZY:
        return False
    if _says_more(text, match, described) or _alone(text, match):
        return True
    return not _ALWAYS_CAPITAL & {span.attribute for span in described} and _written_like_one(text, match)


def cued(text: str, start: int, end: int) -> bool:
    """Whether a title, "called" or quotes say that ``[start, end)`` is a name."""
    left = text[max(0, start - _LEFT) : start]
    if _TITLE.search(left) or _CALLED.search(left):
        return True
    closing = _QUOTES.get(text[start - 1 : start])
    return closing is not None and text[end : end + 1] == closing


def surname_here(text: str, span: Span) -> bool:
    """Whether *span*, which a detector may take for wording about people, is a surname by what stands before it.

    "mr gay", but not "dr female", "doctor young" or "named gay men".
    """
    if text[span.start : span.end].lower() not in SURNAME_LOOKALIKES:
        return False
    if _STYLE.search(text, max(0, span.start - _LEFT), span.start) is None:
        return False
    follower = after(text, span.end)
    return follower is None or not is_person_noun(follower.low)


def written_out(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is written as a name, and not a piece of a text in small or in capital letters."""
    if cued(text, start, end) or not any(char.isalnum() for char in text[:start] + text[end:]):
        return True
    return _capitalised(text, start, end) and not text.isupper()


def _says_more(text: str, match: EntityMatch, described: Sequence[Span]) -> bool:
    """Whether the name has a word that is neither the wording about people nor a noun for them."""
    for word in _WORD.finditer(text, match.start, match.end):
        inside = any(span.start < word.end() and word.start() < span.end for span in described)
        if not inside and not is_person_noun(word[0].lower()) and len(word[0]) > 1:
            return True
    return False


def _alone(text: str, match: EntityMatch) -> bool:
    rest = text[: match.start] + text[match.end :]
    return not any(char.isalnum() for char in rest)


def _written_like_one(text: str, match: EntityMatch) -> bool:
    """Capitals that nothing else in the query has, and no person noun behind: "invoices for Gay"."""
    if not _capitalised(text, match.start, match.end) or _LOWER.search(text) is None:
        return False
    follower = after(text, match.end)
    if follower is not None and (is_person_noun(follower.low) or follower.text[:1].isupper()):
        return False
    return match.start > 0 or text[match.end : match.end + 2] in ("'s", "’s")


def _capitalised(text: str, start: int, end: int) -> bool:
    return all(
        word[0][0].isupper() or word[0][0].isdigit() or word[0].lower() == "and"
        for word in _WORD.finditer(text, start, end)
    )
