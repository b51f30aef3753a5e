"""Attributes that a text may speak of because of what it is about: food and pregnancy, interpreters and deafness."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from typing import Any

__all__ = ["Relevance", "relevant_attributes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """Attributes that stay in a text which speaks of one of *topics* (words or phrases, matched whole, any case)."""

    attributes: frozenset[str]
    topics: tuple[str, ...]

    def applies(self, text: str) -> bool:
        """Whether *text* speaks of a topic."""
        return bool(relevant_attributes((self,), text))


def relevant_attributes(rules: tuple[Relevance, ...], text: str) -> frozenset[str]:
    """The attributes that *rules* spare in *text*. One search, whatever the number of topics."""
    if not rules:
        return frozenset()
    automaton, attributes = _prepared(rules)
    lowered = text.lower() if text.isascii() else text.lower().encode("utf-8", "replace").decode()  # half a character
    found = [
        attributes[index]
        for index, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True)
        if _is_whole(lowered, start, end)
    ]
    return frozenset().union(*found)


@cache  # of what a policy says, never of a text
def _prepared(rules: tuple[Relevance, ...]) -> tuple[Any, tuple[frozenset[str], ...]]:
    library: Any = importlib.import_module("ahocorasick_rs")  # on first use: importing the package stays light
    topics = [(topic.lower(), rule.attributes) for rule in rules for topic in rule.topics if topic]
    return library.AhoCorasick([topic for topic, _ in topics]), tuple(attributes for _, attributes in topics)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and _in_word(text[start - 1])) and not (end < len(text) and _in_word(text[end]))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
