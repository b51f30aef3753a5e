"""Runs of capitalised words: where they are, what stands left and right of them, and whether they are a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from guardrails.detectors.entities_words import BREAKERS, CONNECTORS, is_person_noun

__all__ = ["Segment", "Token", "segments"]

_UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_WORD = rf"[{_UPPER}]\w{{0,40}}(?:[’'\-][^\W\d_]\w{{0,30}}){{0,3}}"
_ABBREVIATION = rf"(?:(?:[{_UPPER}]\.){{1,3}}|(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Sr|Jr|Rev|Sen|Rep|Gov|Lt|Sgt|Capt|Col|Gen|Hon|St|Mt|Ft|Fr)\.)"
_ELEMENT = rf"(?:{_ABBREVIATION}|{_WORD})"
_CONNECTOR = r"(?:&|of|of the|de|de la|del|la|van|van der|van den|von|bin|ibn|al|el|da|di|du|dos|le|y|'n'|’n’)"

# "Mrs. Jane White-Jones", "Bank of the West", "Black & Decker"; initials may touch: "J.K. Old"
_RUN = re.compile(rf"(?<!\w){_ELEMENT}(?:[ \t]{{1,2}}(?:{_CONNECTOR}[ \t])?{_ELEMENT}){{0,11}}")
_TOKEN = re.compile(rf"{_ELEMENT}|{_CONNECTOR}(?![\w])")
_POSSESSIVE = ("'s", "’s")

# the next word when it is in lower case: " women", " female candidates"
_NEXT = re.compile(r"[ \t]{1,2}\n?([a-z][a-z'’-]{0,30})")
_NEXT_TWO = re.compile(r"[ \t]{1,2}\n?([a-z][a-z'’-]{0,30})(?:[ \t]{1,2}([a-z][a-z'’-]{0,30}))?")
_LOWER_WORD = re.compile(r"(?<!\w)[a-z]{4}")
_PREVIOUS = re.compile(r"([^\W\d_]{1,20})[ \t]{1,2}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“”(\[•*-])[\s\"“'(*-]{0,4}$")
_FUNCTION = frozenset("and or is was has had said says who".split())


class Token(NamedTuple):
    """One capitalised word or connector; *end* leaves a possessive ending out, *word* is in lower case."""

    start: int
    end: int
    word: str
    upper: bool


class Segment(NamedTuple):
    """Capitalised words in a row, cut at words that are capitalised only because a sentence starts with them."""

    text: str
    tokens: tuple[Token, ...]

    def next_word(self, end: int) -> str:
        """The lower-case word right after *end*, or an empty string."""
        match = _NEXT.match(self.text, end)
        return match[1] if match else ""

    def describes_people(self, end: int) -> bool:
        """Whether one of the two words after *end* is a person noun: what stands before is then no surname."""
        match = _NEXT_TWO.match(self.text, end)
        if match is None:
            return False
        first, second = match[1], match[2]
        if is_person_noun(first):
            return True
        return bool(second) and first not in BREAKERS and first not in _FUNCTION and is_person_noun(second)

    def previous_word(self, start: int) -> str:
        """The word right before *start* in lower case, or an empty string."""
        match = _PREVIOUS.search(self.text, max(0, start - 24), start)
        return match[1].lower() if match else ""

    def starts_sentence(self, start: int) -> bool:
        """Whether a capital at *start* says nothing, because a sentence begins there."""
        return _SENTENCE_START.search(self.text, max(0, start - 6), start) is not None or start == 0

    def is_headline(self) -> bool:
        """Whether everything around is capitalised too, so that capitals say nothing."""
        if len(self.tokens) < 2:
            return False
        start, end = self.tokens[0].start, self.tokens[-1].end
        left = self.text[max(0, start - 60) : start].rpartition("\n")[2]
        right = self.text[end : end + 60].partition("\n")[0]
        if not left.strip() and not right.strip(" .!?"):
            return len(self.tokens) > 3
        return not (_LOWER_WORD.search(left) or _LOWER_WORD.search(right))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        raw = match[0]
        stop = match.end()
        if raw.endswith(_POSSESSIVE):
            raw, stop = raw[:-2], stop - 2
        yield Token(match.start(), stop, raw.lower(), len(raw) > 1 and raw.isupper())


def segments(text: str) -> Iterator[Segment]:
    """The segments of *text* in order. Linear: each run is looked at once."""
    for run in _RUN.finditer(text):
        held: list[Token] = []
        for token in _tokens(text, run.start(), run.end()):
            if token.word in BREAKERS and text[token.start].isupper():
                if held:
                    yield _segment(text, held)
                held = []
            elif held or token.word not in CONNECTORS:
                held.append(token)
        if held:
            yield _segment(text, held)


def _segment(text: str, held: list[Token]) -> Segment:
    while held and held[-1].word in CONNECTORS:
        held.pop()
    return Segment(text, tuple(held))
