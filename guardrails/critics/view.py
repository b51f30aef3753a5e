"""What a rule sees of one sentence: its words, the groups it mentions, and the request it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guardrails.critics.mentions import Mention, mentions
from guardrails.critics.sentences import Sentence
from guardrails.types import Span

__all__ = ["View", "view_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """*group_at* gives the mention that starts at a word; *inside* the mention that covers it."""

    text: str = field(repr=False)
    sentence: Sentence
    words: tuple[str, ...] = field(repr=False)
    groups: tuple[Mention, ...] = ()
    group_at: Mapping[int, Mention] = field(default_factory=dict)

    def attribute_in(self, start: int, end: int) -> str | None:
        """The attribute of the first group that words ``[start, end)`` touch."""
        for group in self.groups:
            if group.start < end and start < group.end:
                return group.attribute
        return None


def view_of(text: str, sentence: Sentence, spans: Sequence[Span]) -> View:
    """The view of one sentence of *text*; *spans* are those of the whole text or of its neighbourhood."""
    groups = mentions(sentence, spans) if spans else ()
    return View(
        text=text,
        sentence=sentence,
        words=sentence.words,
        groups=groups,
        group_at={group.start: group for group in groups},
    )
