"""Finding a model's quote in the draft: exactly, or past white space, invisible characters and kinds of quote marks."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["locate"]

_SAME: Final = str.maketrans("’‘ʼ`´“”„«»–—‑−…", "'''''\"\"\"\"\"----.")
_WRAPPERS: Final = "\"'“”‘’«»…. \t\n"
_SHORTEST: Final = 2  # letters or digits that make a quote evidence


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """The half-open range of *quote* in *text*, or ``None``. Linear, but for the search of `str.find`."""
    if sum(char.isalnum() for char in quote) < _SHORTEST:
        return None
    if (start := text.find(quote)) >= 0:
        return start, start + len(quote)
    plain, places = _plain(text)
    for wanted in dict.fromkeys((_plain(quote)[0].strip(), _plain(quote.strip(_WRAPPERS))[0].strip())):
        if wanted and (start := plain.find(wanted)) >= 0:
            return places[start], places[start + len(wanted) - 1] + 1
    return None


def _plain(text: str) -> tuple[str, list[int]]:
    """*text* as compared, and where each of its characters came from."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text.translate(_SAME)):
        if char.isspace():
            if chars and chars[-1] == " ":
                continue
            chars.append(" ")
        elif unicodedata.category(char) in {"Cf", "Cc"}:
            continue
        else:
            lower = char.lower()
            chars.append(lower if len(lower) == 1 else char)
        places.append(place)
    return "".join(chars), places
