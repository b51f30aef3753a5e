"""Misspelt words for people: "femlae nurses" is asked as "female nurses" is, and embeddings read both alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from guardrails.text.vocabulary import words
from guardrails.types import Detector, Sense, Span

__all__ = ["misspelt"]

_COMMON: Final = words(
    "female women woman girls ladies black white asian african american hispanic latino latina arabic arab "
    "european caucasian muslim christian jewish hindu buddhist catholic protestant sikh atheist young younger elderly "
    "older teenage middle-aged disabled blind autistic pregnant lesbian bisexual transgender straight single married "
    "unmarried divorced widowed immigrant migrant foreign native indian pakistani bangladeshi chinese japanese "
    "korean vietnamese filipino nigerian ghanaian kenyan somali polish romanian bulgarian hungarian russian ukrainian "
    "turkish syrian afghan iranian mexican brazilian colombian german french italian spanish portuguese"
)
"""What is asked for often enough to be misspelt often; rarer words lie too close to words for other things."""
_WORD: Final = re.compile(r"[a-z]{4,16}", re.IGNORECASE)
_SHORT, _LONG = 6, 7  # letters from which a doubled letter, and a missing one, still leave the word in no doubt
_REASON: Final = "a misspelt word for people"


def misspelt(text: str, detect: Detector) -> Iterator[Span]:
    """The words of *text* that are a slip away from wording about people, by what *detect* says of it spelt right.

    Slips are two letters that changed places, and in longer words one that is missing or doubled. A word that is not
    about people once it is spelt right ("blakc boots") is left alone.
    """
    known = _slips()
    found = [(one.start(), one.end(), known[low]) for one in _WORD.finditer(text) if (low := one[0].lower()) in known]
    if not found:
        return
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []  # in the text spelt right, and in the text
    at = length = 0
    for start, end, right in found:
        parts += [text[at:start], right]
        length += start - at
        places.append((length, length + len(right), start, end))
        length, at = length + len(right), end
    for span in detect("".join((*parts, text[at:]))):
        for first, last, start, end in places:
            if span.sense is Sense.PERSON and span.start < last and first < span.end:
                yield replace(span, start=start, end=end, reason=_REASON)


@cache
def _slips() -> dict[str, str]:
    made: dict[str, str] = {}
    for word in _COMMON:
        for slip in _slips_of(word):
            if slip not in _COMMON:
                made.setdefault(slip, word)
    return made


def _slips_of(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(1, len(word)):
        if len(word) >= _LONG and at < len(word) - 1:
            yield word[:at] + word[at + 1 :]
        if len(word) >= _SHORT:
            yield word[:at] + word[at] + word[at:]
