"""The words beside a term, nearest first, and which of them begin with a capital."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["Window"]

# "woman", "i'm", "men's", a dash with its space, a sign, an empty line
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[a-zA-Z]{1,3}\b)?|-\s|[^\w\s]|\n")
# the same where all is ASCII and nothing is contracted, at a third of the cost
_PLAIN_TOKEN: Final = re.compile(r"[a-zA-Z\d]+|-[\s\x1c-\x1f]|[^\w\s\x1c-\x1f]|\n", re.ASCII)
_OPENERS: Final = frozenset((*".!?:;\"'([*\u2022\n", "- "))
_REACH: Final = 64  # characters looked at on each side: about ten words


class Window:
    """A term at ``[start, end)`` of the folded *text*; *cased* is the text before folding case, *mixed* whether it has
    lower-case words, so that a capital says something. What lies around is cut out at constant cost.

    *before* and *after* are the words and signs on either side, nearest first, the farthest maybe cut short; *prior*
    and *following* the first of them, or empty. *capital*: the term begins with one. *joined_before* and
    *joined_after*: a hyphen ties it to the word there ("anti-gay", "black-owned").
    """

    __slots__ = (
        *("text", "cased", "start", "end", "mixed", "before", "after", "prior", "following"),
        *("capital", "joined_before", "joined_after", "_cased_after", "_cased_before"),
    )

    def __init__(self, *, text: str, cased: str, start: int, end: int, mixed: bool) -> None:
        self.text, self.cased, self.start, self.end, self.mixed = text, cased, start, end, mixed
        self.before = before = _tokens(text, max(0, start - _REACH), start)[::-1]
        self.after = after = _tokens(text, end, end + _REACH)
        self.prior = before[0] if before else ""
        self.following = after[0] if after else ""
        self.capital = cased[start].isupper()
        self.joined_before = start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()
        self.joined_after = end + 1 < len(text) and text[end] == "-" and text[end + 1].isalnum()
        self._cased_after: list[str] | None = None
        self._cased_before: list[str] | None = None

    def large_before(self, place: int) -> bool:
        """Whether the word at *place* of `before` begins with a capital."""
        if self._cased_before is None:
            self._cased_before = _tokens(self.cased, max(0, self.start - _REACH), self.start)[::-1]
        return place < len(self._cased_before) and self._cased_before[place][0].isupper()

    def acronym_before(self, place: int) -> bool:
        """Whether the word at *place* of `before` is all capitals, as no person's name is ("GC")."""
        if not self.large_before(place) or self._cased_before is None:
            return False
        return len(self.before[place]) > 1 and self._cased_before[place].isupper()

    def large_after(self, place: int) -> bool:
        """Whether the word at *place* of `after` begins with a capital."""
        if self._cased_after is None:
            self._cased_after = _tokens(self.cased, self.end, self.end + _REACH)
        return place < len(self._cased_after) and self._cased_after[place][0].isupper()

    @property
    def initial(self) -> bool:
        """Whether the term begins its sentence, where a capital says nothing."""
        return not self.before or self.prior in _OPENERS

    @property
    def joint(self) -> str:
        """The word a hyphen ties the term to, before it, or an empty string."""
        return self.before[1] if self.joined_before and len(self.before) > 1 else ""


def _tokens(text: str, start: int, end: int) -> list[str]:
    piece = text[start:end]
    if piece.replace(" ", "").isalnum():
        return piece.split()
    return (_PLAIN_TOKEN if piece.isascii() and "'" not in piece else _TOKEN).findall(piece)
