"""Letters and signs that are drawn like a Latin letter, and digits that stand for one.

A selection from Unicode Technical Standard 39 (confusables.txt): what NFKC and case folding leave alone and what people
really use to hide a word.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CONFUSABLES", "SWAPS"]

_LATIN: Final = "abbcdeeeefghhiijkklmnoopqrstuvwwwxxyyy"
_CYRILLIC: Final = "аьвсԁеёѐҽғԍһніїјкқӏмпоөрԛгѕтцѵԝѡшхҳуүў"
_GREEK_LATIN: Final = "abccdefniijklmvonpotuxywz"
_GREEK: Final = "αβϲςδεϝηιίϳκλμνοπρστυχγωζ"
_SMALL_CAPITALS_LATIN: Final = "abcdefghijklmnoprstuvwyz"
_SMALL_CAPITALS: Final = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"
_OTHER_LATIN: Final = "aagiiojdhltouhgqn"
_OTHER: Final = "ɑɐɡıɩøȷđħłŧօսհցզո"
_SIGNS_ASCII: Final = "-----''''''\"\"  "
_SIGNS: Final = "‐‑‒–−’‘ʼʻ′´“”\u2028\u2029"

CONFUSABLES: Final[dict[str, str]] = {
    **dict(zip(_CYRILLIC, _LATIN, strict=True)),
    **dict(zip(_GREEK, _GREEK_LATIN, strict=True)),
    **dict(zip(_SMALL_CAPITALS, _SMALL_CAPITALS_LATIN, strict=True)),
    **dict(zip(_OTHER, _OTHER_LATIN, strict=True)),
    **dict(zip(_SIGNS, _SIGNS_ASCII, strict=True)),
    "æ": "ae",
    "œ": "oe",
}
"""Case-folded character to what it is read as."""

SWAPS: Final[dict[str, str]] = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    "$": "s",
    "!": "i",
    "|": "l",
}
"""Signs that stand for a letter inside a disguised word ("w0man", "l3sbian"); never applied to a whole text."""
