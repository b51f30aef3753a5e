"""Embeddings without a model: hashed words and parts of words, for the command line, examples and first steps."""

from __future__ import annotations

import hashlib
import math
import re
from functools import lru_cache
from typing import Final

__all__ = ["HashedEmbeddings"]

_WORD: Final = re.compile(r"\w+")
_PART: Final = 4  # letters of a part of a word: "engineer" and "engineering" share five
_PART_WEIGHT: Final = 0.3


class HashedEmbeddings:
    """Texts are close when they share words, or parts of words. The same text gives the same vector everywhere.

    A place to start from and to test with: it knows no synonyms. *dimensions* is the length of a vector.
    """

    __slots__ = ("dimensions",)

    def __init__(self, dimensions: int = 512) -> None:
        self.dimensions = dimensions

    def embed_query(self, text: str, /) -> list[float]:
        """The vector of *text*, of length 1; all zeros where there is no word."""
        vector = [0.0] * self.dimensions
        for word in _WORD.findall(text.lower()):
            for place, weight in _places(word, self.dimensions):
                vector[place] += weight
        length = math.sqrt(sum(value * value for value in vector))
        return [value / length for value in vector] if length else vector

    def embed_documents(self, texts: list[str], /) -> list[list[float]]:
        """As `embed_query`, for many."""
        return [self.embed_query(text) for text in texts]


@lru_cache(maxsize=65_536)
def _places(word: str, dimensions: int) -> tuple[tuple[int, float], ...]:
    parts = [word[at : at + _PART] for at in range(len(word) - _PART + 1)] if len(word) > _PART else []
    return (
        (_place(f"w:{word}", dimensions), 1.0),
        *((_place(f"p:{part}", dimensions), _PART_WEIGHT) for part in parts),
    )


def _place(name: str, dimensions: int) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big") % dimensions
