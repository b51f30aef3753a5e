"""Fences around data in a prompt, which the data cannot close: their mark depends on what they enclose."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Final

__all__ = ["fenced", "visible"]

_MARK_LENGTH: Final = 16  # hex digits: 64 bits, and never one that the data contains
_KEPT: Final = frozenset("\n\t")


def fenced(label: str, data: str) -> str:
    """*data* between two marks that name *label* and a hash of *data*; invisible characters are taken out.

    To write the closing mark a text would have to contain a hash of itself. The same data gives the same prompt.
    """
    shown = visible(data)
    mark = _mark(label, shown)
    return f"<<<{label} {mark}\n{shown}\n{label} {mark}>>>"


def _mark(label: str, shown: str) -> str:
    salt = 0
    while True:
        mark = hashlib.sha256(f"{salt}\0{label}\0{shown}".encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]
        if mark not in shown:
            return mark
        salt += 1


def visible(text: str) -> str:
    """*text* without control, format, private and tag characters, in which a draft could hide words from people."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        char for char in text if char in _KEPT or (unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cn", "Cs"})
    )
