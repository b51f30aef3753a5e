"""Runs of capitalised words: where they are, what stands left and right of them, and whether they are a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from guardrails.detectors.entities_words import (
    BREAKERS,
    BREAKS,
    GROUP,
    JOINS,
    OF,
    PERSON,
    SURNAME,
    TEAM,
    WITHIN_NAMES,
    is_person_noun,
    word_classes,
)

__all__ = ["Segment", "Token", "segments"]

_UPPER = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_ABBREVIATION = r"(?:rof|rs|r|s|x|ev|en|ep|ov|t|gt|apt|ol|on)\."
_TAIL = r"\w{0,40}(?:[’'\-][^\W\d_]\w{0,30}){0,3}"
_CONNECTOR = r"(?:&|of(?: the)?|de(?: la)?|del|la|van(?: de[rn])?|von|bin|ibn|al|el|da|di|du|dos|le|y|['’]n['’])"


@cache
def _run(upper: str) -> re.Pattern[str]:
    """A word, an abbreviated title ("Dr.") or initials ("J.K."), and those that follow: "Bank of the West".

    The look-behind comes after the letter so that the search can skip to capitals.
    """
    rest = rf"(?:{_ABBREVIATION}|\.(?:[{upper}]\.){{0,2}}|{_TAIL})"
    return re.compile(rf"[{upper}](?<!\w.){rest}(?:[ \t]{{1,2}}(?:{_CONNECTOR}[ \t])?[{upper}]{rest}){{0,11}}")


_POSSESSIVE = ("'s", "’s")

# the next words when they are in lower case: " women", " female candidates"
_NEXT = re.compile(r"[ \t]{1,2}\n?([a-z][a-z'’-]{0,30})(?:[ \t]{1,2}([a-z][a-z'’-]{0,30}))?")
_LOWER_WORD = re.compile(r"(?<!\w)[a-z]{4}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“”(\[•*-])[\s\"“'(*-]{0,4}$")
_WHERE = frozenset({"at", "in", "on", "with", "near", "here", "there", "alone"})
_FUNCTION = frozenset({"and", "or", "is", "was", "has", "had", "said", "says", "who"})
_LOOKS_LIKE = GROUP | SURNAME | TEAM


class Token(NamedTuple):
    """One capitalised word or connector.

    *word* is in lower case without a full stop or possessive ending; *end* leaves the possessive ending out. *classes*
    is what the word can be, *dotted* whether a full stop follows, *upper* whether it is in capitals throughout.
    """

    start: int
    end: int
    word: str
    classes: int
    dotted: bool
    upper: bool


class Segment(NamedTuple):
    """Capitalised words in a row, cut at words that are capitalised only because a sentence starts with them."""

    text: str
    tokens: list[Token]

    def next_word(self, end: int) -> str:
        """The lower-case word right after *end*, or an empty string."""
        match = _NEXT.match(self.text, end)
        return match[1] if match else ""

    def describes_people(self, end: int) -> bool:
        """Whether one of the two words after *end* is a person noun: what stands before is then no surname."""
        match = _NEXT.match(self.text, end)
        if match is None:
            return False
        first, second = match[1], match[2]
        if is_person_noun(first):
            return first != "lives" or second not in _WHERE
        return bool(second) and first not in BREAKERS and first not in _FUNCTION and is_person_noun(second)

    def previous_word(self, start: int) -> str:
        """The word right before *start* in lower case, or an empty string."""
        left = self.text[max(0, start - 24) : start]
        if left[-1:] not in (" ", "\t") or not (words := left.split()):
            return ""
        word = words[-1].lstrip("\"'“‘(").lower()
        return word if word.isalpha() else ""

    def starts_sentence(self, start: int) -> bool:
        """Whether a capital at *start* says nothing, because a sentence begins there."""
        return start == 0 or _SENTENCE_START.search(self.text, max(0, start - 6), start) is not None

    def is_headline(self) -> bool:
        """Whether everything around is capitalised too, so that capitals say nothing."""
        start, end = self.tokens[0].start, self.tokens[-1].end
        left = self.text[max(0, start - 60) : start].rpartition("\n")[2]
        right = self.text[end : end + 60].partition("\n")[0]
        if not left.strip() and not right.strip(" .!?"):
            return len(self.tokens) > 3
        return not (_LOWER_WORD.search(left) or _LOWER_WORD.search(right))


def segments(text: str, established: Set[str]) -> Iterator[Segment]:
    """The segments of *text* in order, without single words that look like nothing else and are not *established*.

    Linear: each run is looked at once. *established* may grow while the segments are taken.
    """
    classes = word_classes()
    for run in _run("A-Z" if text.isascii() else _UPPER).finditer(text):  # few letters are found faster
        raw = run[0]
        if " " in raw or "\t" in raw:
            yield from _cut(text, run.start(), raw)
            continue
        word = raw.lower()
        known = classes.get(word)
        if known is None:
            word = word.removesuffix(".").removesuffix("'s").removesuffix("’s")
            known = classes.get(word, 0)
        if (known & _LOOKS_LIKE or word in established) and not known & BREAKS:
            start = run.start()
            yield Segment(text, [Token(start, start + len(word), word, known, raw[-1] == ".", raw.isupper())])


def _cut(text: str, start: int, run: str) -> list[Segment]:
    found: list[Segment] = []
    held: list[Token] = []
    for raw in run.replace("\t", " ").split(" "):
        if raw:
            token = _token(raw, start)
            capital = raw[0].isupper()
            if _breaks(token, capital, held):
                if held:
                    found.append(Segment(text, held))
                held = []
            elif capital or held:
                held.append(token)
        start += len(raw) + 1
    if held:
        found.append(Segment(text, held))
    return [segment for segment in found if _trimmed(segment.tokens)]


def _breaks(token: Token, capital: bool, held: list[Token]) -> bool:
    """Whether *token* ends what is held: a word of no name, or "of" after no head ("Shares of Asian Paints")."""
    if not capital:
        return token.word == "of" and not any(one.classes & OF for one in held)
    return bool(token.classes & BREAKS) and not (held and token.word in WITHIN_NAMES)


def _token(raw: str, start: int) -> Token:
    word = raw.lower()
    classes = word_classes().get(word)
    if classes is None:
        if word.endswith(_POSSESSIVE):
            raw, word = raw[:-2], word[:-2]
        word = word.rstrip(".")
        classes = word_classes().get(word)
        if classes is None:
            classes = PERSON if is_person_noun(word) else _compound(word)
    return Token(start, start + len(raw), word, classes, raw[-1:] == ".", len(raw) > 1 and raw.isupper())


def _compound(word: str) -> int:
    """ "African-born" is a group word because of its first part; "White-Jones" is settled by its last."""
    head, hyphen, tail = word.partition("-")
    if not hyphen:
        return 0
    known, last = word_classes().get(head, 0), word_classes().get(tail, 0)
    return known & GROUP if last or tail in _ENDINGS else 0


_ENDINGS = frozenset({"born", "owned", "led", "speaking", "run", "based", "only", "friendly", "dominated", "centric"})


def _trimmed(held: list[Token]) -> list[Token]:
    """*held* without connectors at its end, in place."""
    while held and held[-1].classes & JOINS and held[-1].word in _LOOSE:
        held.pop()
    return held


_LOOSE = frozenset({"&", "of", "the"})
