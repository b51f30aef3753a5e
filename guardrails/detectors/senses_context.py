"""The words beside a term, nearest first, and where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

__all__ = ["Token", "Window", "window_of"]

_TOKEN: Final = re.compile(r"[^\W_]+(?:'[a-z]{1,3}\b)?|[^\w\s]|\n")  # "woman", "i'm", "men's", ","
_OPENERS: Final = frozenset(".!?:;\"'([*\u2022\u2014\n")
_REACH: Final = 80  # characters looked at on each side: about twelve words
_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word or sign at ``[start, end)``; *capital* when the source writes its first letter large."""

    word: str
    start: int
    end: int
    capital: bool


@dataclass(slots=True, kw_only=True)
class Window:
    """A term at ``[start, end)`` of the folded text with its neighbours; *cased* is the text before folding case, *mixed* whether
    it has lower-case words, so that a capital says something."""

    text: str = field(repr=False)
    cased: str = field(repr=False)
    start: int
    end: int
    mixed: bool
    before: tuple[Token, ...] = field(repr=False)
    after: tuple[Token, ...] = field(repr=False)

    @property
    def capital(self) -> bool:
        """Whether the term begins with a capital letter."""
        return self.cased[self.start].isupper()

    @property
    def initial(self) -> bool:
        """Whether the term begins its sentence, where a capital says nothing."""
        return not self.before or self.before[0].word in _OPENERS

    @property
    def prior(self) -> str:
        """The word before, or an empty string."""
        return self.before[0].word if self.before else ""

    @property
    def following(self) -> str:
        """The word after, or an empty string."""
        return self.after[0].word if self.after else ""

    @property
    def joined_before(self) -> bool:
        """Whether a hyphen ties the term to the word before ("anti-gay")."""
        return self.start > 0 and self.text[self.start - 1] == "-"

    @property
    def joined_after(self) -> bool:
        """Whether a hyphen ties the term to the word after ("black-owned")."""
        return self.end < len(self.text) and self.text[self.end] == "-"


def window_of(text: str, cased: str, start: int, end: int, *, mixed: bool) -> Window:
    """The window of ``[start, end)``. Constant cost, whatever the length of *text*."""
    after = _tokens(text, cased, end, min(len(text), end + _REACH))[:_MOST]
    low = max(0, start - _REACH)
    before = _tokens(text, cased, low, start)
    if low and before and (text[low - 1].isalnum()):
        before = before[1:]  # cut in the middle of a word
    return Window(
        text=text, cased=cased, start=start, end=end, mixed=mixed, before=tuple(reversed(before[-_MOST:])), after=tuple(after)
    )


def _tokens(text: str, cased: str, start: int, end: int) -> list[Token]:
    return [
        Token(_sign(text, found), found.start(), found.end(), cased[found.start()].isupper())
        for found in _TOKEN.finditer(text, start, end)
    ]


def _sign(text: str, found: re.Match[str]) -> str:
    """The token; a hyphen that ties no two words together is a dash."""
    word = found.group()
    if word != "-":
        return word
    tied = text[found.start() - 1 : found.start()].isalnum() and text[found.end() : found.end() + 1].isalnum()
    return "-" if tied else "\u2014"
