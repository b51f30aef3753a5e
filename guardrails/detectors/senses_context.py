"""The words beside a term, nearest first, and which of them begin with a capital."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.once import once

__all__ = ["Window"]

# "woman", "i'm", "men's", a dash with its space, a sign, an empty line
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[a-zA-Z]{1,3}\b)?|-\s|[^\w\s]|\n")
# the same where all is ASCII and nothing is contracted, at a third of the cost
_PLAIN_TOKEN: Final = re.compile(r"[a-zA-Z\d]+|-[\s\x1c-\x1f]|[^\w\s\x1c-\x1f]|\n", re.ASCII)
_OPENERS: Final = frozenset((*".!?:;\"'([*\u2022\n", "- "))
_REACH: Final = 64  # characters looked at on each side: about ten words


class Window:
    """A term at ``[start, end)`` of the folded *text*; *cased* is the text before folding case, *mixed* whether it has
    lower-case words, so that a capital says something. What is asked is cut out on first use, at constant cost.
    """

    def __init__(self, *, text: str, cased: str, start: int, end: int, mixed: bool) -> None:
        self.text, self.cased, self.start, self.end, self.mixed = text, cased, start, end, mixed

    @once
    def after(self) -> list[str]:
        """Words and signs after the term."""
        return _tokens(self.text, self.end, self.end + _REACH)

    @once
    def before(self) -> list[str]:
        """Words and signs before the term, nearest first; the farthest may be cut short."""
        return _tokens(self.text, max(0, self.start - _REACH), self.start)[::-1]

    @once
    def _cased_after(self) -> list[str]:
        return _tokens(self.cased, self.end, self.end + _REACH)

    @once
    def _cased_before(self) -> list[str]:
        return _tokens(self.cased, max(0, self.start - _REACH), self.start)[::-1]

    def large_before(self, place: int) -> bool:
        """Whether the word at *place* of `before` begins with a capital."""
        return place < len(self._cased_before) and self._cased_before[place][0].isupper()

    def acronym_before(self, place: int) -> bool:
        """Whether the word at *place* of `before` is all capitals, as no person's name is ("GC")."""
        return self.large_before(place) and len(self.before[place]) > 1 and self._cased_before[place].isupper()

    def large_after(self, place: int) -> bool:
        """Whether the word at *place* of `after` begins with a capital."""
        return place < len(self._cased_after) and self._cased_after[place][0].isupper()

    @once
    def capital(self) -> bool:
        """Whether the term begins with a capital letter."""
        return self.cased[self.start].isupper()

    @property
    def initial(self) -> bool:
        """Whether the term begins its sentence, where a capital says nothing."""
        return not self.before or self.prior in _OPENERS

    @once
    def prior(self) -> str:
        """The word before, or an empty string."""
        return self.before[0] if self.before else ""

    @once
    def following(self) -> str:
        """The word after, or an empty string."""
        return self.after[0] if self.after else ""

    @once
    def joined_before(self) -> bool:
        """Whether a hyphen ties the term to the word before ("anti-gay")."""
        at = self.start
        return at > 1 and self.text[at - 1] == "-" and self.text[at - 2].isalnum()

    @property
    def joint(self) -> str:
        """The word a hyphen ties the term to, before it, or an empty string."""
        return self.before[1] if self.joined_before and len(self.before) > 1 else ""

    @once
    def joined_after(self) -> bool:
        """Whether a hyphen ties the term to the word after ("black-owned")."""
        at = self.end
        return at + 1 < len(self.text) and self.text[at] == "-" and self.text[at + 1].isalnum()


def _tokens(text: str, start: int, end: int) -> list[str]:
    piece = text[start:end]
    if piece.replace(" ", "").isalnum():
        return piece.split()
    return (_PLAIN_TOKEN if piece.isascii() and "'" not in piece else _TOKEN).findall(piece)
