"""Mentions of groups in a sentence: the spans of a detector grown to whole noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.lexis_insults import INSULT
from guardrails.critics.lexis_people import is_person_noun
from guardrails.critics.lexis_traits import BAD_NOUN
from guardrails.critics.sentences import Sentence
from guardrails.types import Form, Sense, Span

__all__ = ["Mention", "mentions"]

_LINKS: Final = entries("""
    a, an, and, are, been, being, by, from, has, have, having, in, is, of, on, or, s, suffer, suffering, their, use,
    uses, was, were, who, whose, with
""")  # between a person noun and what describes it behind: "people who are blind", "kids with a stutter"
_OPENS_PHRASE: Final = entries("from, in, of, on, who, whose, with")
_MARKS_ADJECTIVE_AS_NOUN: Final = entries("all, any, every, many, most, no, only, the, these, those")
_POSSESSIVE: Final = entries("her, his, my, our, your")
_NUMERALS: Final = entries("both, five, four, one, six, three, two")
_DEFINITE: Final = entries("that, the, their, this") | _POSSESSIVE | _NUMERALS
_INDEFINITE: Final = entries("a, an, another")
_DETERMINERS: Final = _DEFINITE | _INDEFINITE | _MARKS_ADJECTIVE_AS_NOUN
_TOLD: Final = entries("had, were")
_ADJECTIVES: Final = 3  # words between an article and its noun
_PLURALS: Final = entries("children, elderly, folk, men, ones, people, those, women")
_COLLECTIVE: Final = entries("community, race")
_REACH: Final = 5  # words between a person noun and a description behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words ``[start, end)``. *headed*: a noun phrase for people, not a bare adjective. *generic*: the group, or
    anybody of it, not one known person. *slur*: the word itself is an insult."""

    start: int
    end: int
    attribute: str
    headed: bool
    generic: bool
    slur: bool = False


def mentions(sentence: Sentence, spans: Sequence[Span]) -> tuple[Mention, ...]:
    """The mentions in *sentence*, from the *spans* of its text that touch it; sorted and disjoint."""
    found: list[Mention] = []
    for first, last, span in _placed(sentence, spans):
        if found and first <= found[-1].end and span.form is not Form.PREDICATE:
            found[-1] = _mention(sentence, found[-1].start, max(last, found[-1].end), span, found[-1])
        elif not found or first >= found[-1].end:
            found.append(_mention(sentence, first, last, span, None))
    return _disjoint(found)


def _placed(sentence: Sentence, spans: Sequence[Span]) -> Iterator[tuple[int, int, Span]]:
    """Spans that ascribe something to people, as word ranges."""
    word, count = 0, len(sentence.words)
    for span in spans:
        if span.sense is not Sense.PERSON or span.form is Form.PRONOUN or "proxy" in span.tags:
            continue
        if span.end <= sentence.start:
            continue
        while word < count and sentence.ends[word] <= span.start:
            word += 1
        last = word
        while last < count and sentence.starts[last] < span.end:
            last += 1
        if last > word:
            yield word, last, span


def _mention(sentence: Sentence, start: int, end: int, span: Span, before: Mention | None) -> Mention:
    words = sentence.words
    headed = span.form is Form.NOUN or is_person_noun(words[end - 1]) or bool(before and before.headed)
    plural = span.form is Form.NOUN and words[end - 1].endswith("s")  # "aren't all Muslims citizens"
    if span.form is Form.ADJECTIVE and _is_trade(words, end):
        end, headed = end + 2, True
    while not plural and end < len(words) and is_person_noun(words[end]):
        end, headed = end + 1, True
    noun = end - 1
    if span.form is not Form.NOUN and (left := _noun_before(words, start)) is not None:
        start, noun, headed = left, left, True
    article = _article(words, start)
    if not headed and article in _MARKS_ADJECTIVE_AS_NOUN | _INDEFINITE and not _describes_thing(words, end):
        headed = True
    return Mention(
        start=before.start if before else start,
        end=end,
        attribute=before.attribute if before else span.attribute,
        headed=headed,
        generic=_is_generic(words[noun], article, words[end] if end < len(words) else ""),
        slur="slur" in span.tags or bool(before and before.slur),
    )


def _is_trade(words: Sequence[str], end: int) -> bool:
    """Whether a noun and a person noun follow the description: "Irish *bus drivers*"."""
    if end + 1 >= len(words) or not words[end].isalpha() or words[end] in _AFTER_GROUP or is_person_noun(words[end]):
        return False
    return words[end + 1].endswith("s") and is_person_noun(words[end + 1])


def _noun_before(words: Sequence[str], start: int) -> int | None:
    """Where the person noun stands that the words from *start* describe from behind: "people [who are] blind"."""
    at = start - 1
    while at >= 0 and start - at <= _REACH and words[at] in _LINKS:
        at -= 1
    if at < 0 or not is_person_noun(words[at]):
        return None
    return at if words[at + 1] in _OPENS_PHRASE else None


def _describes_thing(words: Sequence[str], end: int) -> bool:
    if end >= len(words) or not words[end].isalpha():
        return False
    return words[end] not in _AFTER_GROUP and words[end] not in _NAME_CALLING


_AFTER_GROUP: Final = entries("""
    all, also, always, and, are, as, at, be, been, but, ca, can, cannot, could, did, do, does, for, from, get, had,
    has, have, in, is, just, like, live, make, may, might, must, need, never, not, of, often, on, only, or, really,
    seem, shall, should, still, tend, than, that, to, usually, want, was, were, which, who, whom, will, with, wo,
    work, would
""")


def _article(words: Sequence[str], start: int) -> str:
    """What determines the noun phrase at *start*: the word before it, or one before its adjectives; ``""`` if none."""
    for at in range(start - 1, max(-1, start - 1 - _ADJECTIVES), -1):
        if words[at] in _DETERMINERS:
            return words[at]
        if not words[at].isalpha() or words[at] in _NO_ADJECTIVE:
            break
    return words[start - 1] if start else ""


_NO_ADJECTIVE: Final = _AFTER_GROUP | entries("about, against, by, into, of, over, than, these, under, with, without")
_NAME_CALLING: Final = BAD_NOUN | INSULT  # "these disabled *freaks*" are people, whatever they are called


def _is_generic(noun: str, article: str, following: str) -> bool:
    if noun in _PLURALS or (noun.endswith("s") and len(noun) > 3):
        told = article == "the" and following in _TOLD and is_person_noun(noun)  # "the teenagers were rude to him"
        return not told and article not in _POSSESSIVE and article not in _NUMERALS
    return article not in _DEFINITE or noun in _COLLECTIVE or not is_person_noun(noun)


def _disjoint(found: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            first = kept.pop()
            mention = Mention(
                start=min(first.start, mention.start),
                end=max(first.end, mention.end),
                attribute=first.attribute,
                headed=first.headed or mention.headed,
                generic=first.generic and mention.generic,
                slur=first.slur or mention.slur,
            )
        kept.append(mention)
    return tuple(kept)
