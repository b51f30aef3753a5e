"""Answers that pick one of several people by group where the context does not tell (unsupported attribution).

The form is that of BBQ (Parrish et al. 2022, arXiv 2110.08193): a context that introduces people, a question who of
them did or is something, an answer that names one. The answer stands when the context says more of that person than who
they are, or states what was asked; "it is not known" always stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guardrails.critics.grounding import content_words, stem, supplied
from guardrails.critics.lexis import entries
from guardrails.critics.sentences import Sentence, sentences
from guardrails.types import Detector, Finding, Form, Principle, Request, Sense, Severity, Source, Text

__all__ = ["UNKNOWN_ANSWER", "attributed"]

UNKNOWN_ANSWER: Final = "There is not enough information to tell."

_ASKS_WHO: Final = frozenset(["who", "which", "whose", "whom"])
_UNDECIDED: Final = entries("""
    ambiguous, both, cannot, depends, either, equally, impossible, insufficient, n't, neither, no, nobody, none, not,
    unanswerable, uncertain, unclear, undetermined, undisclosed, unknown, unsure
""")
_KINDS: Final = entries("group, kind, people, person, sort, type")  # "What group of people ...?"
_LONGEST_ANSWER: Final = 40  # words; longer first sentences argue and do not point
_DESCRIBES: Final = frozenset(["the", "a", "an", "one"])
_SAYS_OF_OTHER: Final = entries("""
    are, boy, clearly, did, does, friend, girl, got, guy, had, has, is, just, kept, lady, made, man, neighbor,
    neighbour, one, person, student, was, went, were, woman
""")  # "the other was late", "the other one"
_PAIRS: Final = entries("both, two, other, another")
_JOINING: Final = entries("and, or, with, while, than")
_ARTICLES: Final = entries("a, an, another, her, his, my, one, our, the, their")
_SEXES: Final = entries("boy, girl, guy, ladi, lady, man, woman")
_ASKS_AGE: Final = entries("eldest, older, oldest, younger, youngest")  # what the description itself answers
_NAME: Final = r"[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){0,2}"
_SAID_OF: Final = r"(?:,? (?:who|is|was|has|had|a|an|the) [^.?!;]{1,60}?)?"
_TWO_NAMES: Final = re.compile(
    rf"({_NAME}){_SAID_OF},? (?:and|or|with|while) (?:(?:my|his|her) \w{{1,20}} )?({_NAME})"
)  # "Ada and Ben", "Ada, who is deaf, and Ben", "Ada Stone, a cook, with her friend Ben"
_MOST_READ: Final = 20_000  # characters of one supplied text
_SUPPORT: Final = 0.7  # share of the question's words that one sentence about the person must have


def attributed(request: Request, answer: Text, principle: Principle, detect: Detector) -> Iterator[Finding]:
    """A finding when *answer* points at a person whom nothing supplied tells apart but a description."""
    question = _question(request)  # there is none most often, and then the answer is not read
    reply = None if question is None else next(sentences(answer.text), None)
    if question is None or reply is None or _ASKS_AGE & set(question.words) or not _points(reply):
        return
    spans = [span for span in detect(answer.text) if span.sense is Sense.PERSON and span.start < reply.end]
    attribute = next((span.attribute for span in spans), None)
    name = _named(answer.text[reply.start : reply.end], _pairs(request))
    if attribute is None and not name and not _DESCRIBES & set(reply.words[:2]):
        return
    keys = _keys(reply, [answer.text[span.start : span.end] for span in spans], question)
    context = [one for text in supplied(request) for one in sentences(text) if one.words != question.words]
    if any(sentence.words == reply.words for sentence in context):  # somebody else said it, in these words
        return
    if keys and (name or _has_rival(context, detect)) and _introduced_only(keys, name, question, context, detect):
        yield Finding(
            principle=principle.id,
            path=answer.path,
            start=reply.start,
            end=reply.end,
            severity=min(Severity.MEDIUM, principle.severity),
            confidence=0.8,
            rule="unsupported_attribution",
            attribute=attribute,
            why="the facts given do not tell which person is meant",
            replacement=UNKNOWN_ANSWER,
        )


def _pairs(request: Request) -> Iterator[tuple[str, str]]:
    """The names that the context brings in two by two, with no more than a description between them."""
    for text in supplied(request):
        yield from _TWO_NAMES.findall(text[:_MOST_READ])


def _named(reply: str, pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Stems of the name of the one of a pair whom *reply* names, and not both: "Ada", beside "Ada and Ben"."""
    for one, other in pairs:
        if (one in reply) is not (other in reply):
            return frozenset(stem(part) for part in (one if one in reply else other).lower().split())
    return frozenset()


def _points(reply: Sentence) -> bool:
    """Whether *reply* is short enough to point at somebody, and does not leave it open."""
    return len(reply.words) <= _LONGEST_ANSWER and not _UNDECIDED & set(reply.words)


def _has_rival(context: Sequence[Sentence], detect: Detector) -> bool:
    """Whether the context brings in more than one person: two group words, "both", or "a cook and a surgeon"."""
    groups = {word for sentence in context for word in _group_words(" ".join(sentence.words), detect)}
    return len(groups) > 1 or any(
        _PAIRS & set(words) or any(_joins_two(words, at) for at, word in enumerate(words) if word in _JOINING)
        for words in (sentence.words for sentence in context)
    )


def _joins_two(words: Sequence[str], at: int) -> bool:
    """ "a cook and a surgeon": an article behind the joint, and one shortly before it."""
    return at + 1 < len(words) and words[at + 1] in _ARTICLES and bool(_ARTICLES & set(words[max(0, at - 5) : at]))


def _question(request: Request) -> Sentence | None:
    """The last question of the user, if it asks who."""
    asked = [text.text for text in request.texts if text.source is Source.USER and "?" in text.text]
    found = None
    for text in asked:
        for sentence in sentences(text):
            if sentence.is_question:
                found = sentence
    return found if found is not None and _asks_who(found.words) else None


def _asks_who(words: tuple[str, ...]) -> bool:
    opening = set(words[:4])
    return bool(_ASKS_WHO & opening) or ("what" in opening and bool(_KINDS & set(words[:6])))


def _keys(reply: Sentence, groups: Sequence[str], question: Sentence) -> frozenset[str]:
    """Stems that tell the person pointed at from others: of the group words, or else of the description."""
    named = frozenset(stem(word) for group in groups for word in group.lower().replace("-", " ").split())
    asked = content_words(question.words)
    described = content_words(reply.words) - asked
    if named <= _SEXES and described - _SEXES:  # "the man with the walker"
        return described - _SEXES
    return (named - asked) or described


def _introduced_only(
    keys: frozenset[str], name: frozenset[str], question: Sentence, context: Sequence[Sentence], detect: Detector
) -> bool:
    """Whether the context brings the person in, by *keys* or by *name*, and then tells nothing of that person alone."""
    counts = Counter(part for sentence in context for word in sentence.words for part in _parts(word))
    told = [counts[key] for key in keys if counts[key]]
    if not told or min(told) > 1 or any(counts[part] > 1 for part in name):
        return False
    return not _by_contrast(keys, counts, context, detect) and not _stated(keys, question, context, detect)


def _parts(word: str) -> frozenset[str]:
    return frozenset({stem(word), *map(stem, word.split("-"))})


def _by_contrast(keys: frozenset[str], counts: Counter[str], context: Sequence[Sentence], detect: Detector) -> bool:
    """Whether "the other", who is the person pointed at, is spoken of beside a rival: one spoken of again, or at
    least in another sentence than the one that brings the person in."""
    rivals = {part for sentence in context for part in _group_words(" ".join(sentence.words), detect)} - keys
    again = any(counts[part] > 1 for part in rivals)
    return any(
        again or not (keys & content_words(words) or "one" in words[:at])
        for words in (sentence.words for sentence in context)
        for at in range(len(words) - 2)
        if words[at : at + 2] == ("the", "other") and words[at + 2] in _SAYS_OF_OTHER
    )


def _group_words(text: str, detect: Detector) -> Iterator[str]:
    for span in detect(text):
        if span.sense is Sense.PERSON and span.form is not Form.PRONOUN:
            yield from content_words(tuple(text[span.start : span.end].lower().replace("-", " ").split()))


def _stated(keys: frozenset[str], question: Sentence, context: Sequence[Sentence], detect: Detector) -> bool:
    """Whether one sentence says what was asked, of nobody but the person pointed at."""
    asked = content_words(question.words)
    for sentence in context:
        words = content_words(sentence.words)
        if len(asked) > 1 and keys <= words and len(asked & words) >= _SUPPORT * len(asked):
            people = [span for span in detect(" ".join(sentence.words)) if span.sense is Sense.PERSON]
            if len({span.start for span in people if span.form is not Form.PRONOUN}) <= len(keys):
                return True
    return False
