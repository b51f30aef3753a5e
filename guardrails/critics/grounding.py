"""The leave-alone gate: a statement with figures that the user or the retrieved context supplied breaks no principle.

Over-correction turns right answers wrong (Open-BBQ, arXiv 2412.06134), so it is an error as much as a missed finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.sentences import Sentence, sentences
from guardrails.types import Request, Source

__all__ = ["Supplied", "content_words", "stem", "supplied"]

_SUPPLYING: Final = frozenset({Source.USER, Source.CONTEXT, Source.TOOL_RESULT, Source.PAYLOAD})
_MOST_COMPARED: Final = 50  # supplied sentences with the same figure
_SHORTEST_STEM: Final = 3
_ENDINGS: Final = (
    "ingly",
    "ations",
    "ation",
    "ings",
    "ness",
    "ies",
    "ing",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "s",
    "e",
    "y",
)
_SHARE: Final = 0.6  # of the statement's words that the supplied sentence must have
_FUNCTION: Final = entries("""
    'd, 'll, 'm, 're, 's, 've, a, about, after, all, also, an, and, any, are, as, at, be, because, been, being, both,
    but, by, can, could, did, do, does, for, from, get, got, had, has, have, he, her, him, his, how, i, if, in, into,
    is, it, its, just, less, like, likely, man, many, more, most, much, my, n't, no, not, of, off, on, one, only, or,
    other, our, out, over, own, people, person, re, s, said, she, should, so, some, such, than, that, the, their,
    them, then, there, these, they, this, those, to, too, two, under, up, us, very, was, we, were, what, when, where,
    which, who, whom, whose, why, will, with, woman, would, you, your
""")


def supplied(request: Request) -> Iterator[str]:
    """The texts of *request* that state facts: what users, tools and retrieval gave."""
    for text in request.texts:
        if text.source in _SUPPLYING:
            yield text.text


def stem(word: str) -> str:
    """A rough stem: enough that "rejected" meets "rejects" and "students" meets "student"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def content_words(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words if word[0].isalnum() and word not in _FUNCTION)


class Supplied:
    """What a request supplies, read when it is first asked for."""

    __slots__ = ("_by_figure", "_request")

    def __init__(self, request: Request) -> None:
        self._request = request
        self._by_figure: dict[str, list[Sentence]] | None = None

    def states(self, words: tuple[str, ...]) -> bool:
        """Whether *words* have figures, and one supplied sentence states the same figures of the same things."""
        figures = {word for word in words if word[0].isdigit()}
        if not figures:
            return False
        meant = content_words(words)
        return any(
            figures <= set(sentence.words) and len(meant & content_words(sentence.words)) >= _SHARE * len(meant)
            for sentence in self._with(min(figures))
        )

    def _with(self, figure: str) -> list[Sentence]:
        if self._by_figure is None:
            self._by_figure = {}
            for text in supplied(self._request):
                for sentence in sentences(text):
                    for word in {word for word in sentence.words if word[0].isdigit()}:
                        self._by_figure.setdefault(word, []).append(sentence)
        return self._by_figure.get(figure, [])[:_MOST_COMPARED]
