"""What a rule sees of one sentence: its words and the groups it mentions, by name or by "they"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.mentions import Mention, mentions
from guardrails.critics.sentences import Sentence
from guardrails.quick import quick
from guardrails.types import Span

__all__ = ["View", "view_of"]

_PRONOUNS: Final = entries("they, them")
_POINTING: Final = entries("these, those, such, that")
_HEADS: Final = entries("people, kind, lot, folk, folks, creatures, individuals")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """*group_at* gives the mention that starts at a word; *lasting* the group that "they" means from here on;
    *quotes* are the words between a pair of quotation marks, marks included; *agreed* says whether the text agrees with
    what was said to it."""

    text: str = field(repr=False)
    sentence: Sentence
    words: tuple[str, ...] = field(repr=False)
    groups: tuple[Mention, ...] = ()
    group_at: Mapping[int, Mention]
    lasting: Mention | None = None
    quotes: tuple[tuple[int, int], ...] = ()
    agreed: bool = False

    def attribute_in(self, start: int, end: int) -> str | None:
        """The attribute of the first group that words ``[start, end)`` touch."""
        for group in self.groups:
            if group.start < end and start < group.end:
                return group.attribute
        return None


def view_of(
    text: str, sentence: Sentence, spans: Sequence[Span], before: Mention | None = None, *, agreed: bool = False
) -> View:
    """The view of one sentence of *text*, whose spans are *spans*. *before* is what "they" may mean already."""
    named = mentions(sentence, spans) if spans else ()
    last = next((group for group in reversed(named) if group.headed and group.generic), None)
    groups = named
    if before is not None or last is not None:
        groups = tuple(sorted((*named, *_meant(sentence.words, named, before)), key=lambda group: group.start))
    return View(
        text=text,
        sentence=sentence,
        words=sentence.words,
        groups=groups,
        group_at={group.start: group for group in groups},
        lasting=last or (before if len(groups) > len(named) else None),
        agreed=agreed,
        quotes=_quotes(sentence.words) if '"' in sentence.words else (),
    )


def _meant(words: Sequence[str], named: Sequence[Mention], before: Mention | None) -> Iterator[Mention]:
    """Pronouns that stand for a group named before them."""
    for at, word in enumerate(words):
        end = at + 1
        if word in _POINTING and end < len(words) and words[end] in _HEADS:
            end += 1
        elif word not in _PRONOUNS:
            continue
        if any(group.start < end and at < group.end for group in named):
            continue
        of_here = [group for group in named if group.end <= at and group.headed and group.generic]
        if (group := of_here[-1] if of_here else before) is not None:
            yield Mention(start=at, end=end, attribute=group.attribute, headed=True, generic=True)


def _quotes(words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    marks = [at for at, word in enumerate(words) if word == '"']
    return tuple((opening, closing + 1) for opening, closing in zip(marks[::2], marks[1::2], strict=False))
