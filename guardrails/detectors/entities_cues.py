"""Entities that something other than a run of capitals gives away: quotes, addresses, commands, introductions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from guardrails.detectors import entities_words as words
from guardrails.types import Sense

__all__ = ["WORK_NOUNS", "Region", "cued_regions"]


class Region(NamedTuple):
    """A stretch of text that is an entity."""

    start: int
    end: int
    kind: Sense
    reason: str


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WORK_NOUNS = _words("""
    film movie book novel novella song album show sitcom series musical opera poem painting podcast documentary
    comic manga anime videogame game soundtrack track magazine playlist article essay memoir titled entitled episode
    watched watching reading
""")
"""Words before the title of a work."""

_WORK = "|".join(WORK_NOUNS)
# the novel "Young Blind Boys", watched 'White Chicks'
_QUOTED_AFTER_CUE = re.compile(
    rf"\b(?:{_WORK}|called|named|read|watch|saw|sang|listened to|listening to),? ?"
    r"[\"“'‘]([^\"“”\n]{1,80}?)[\"”'’](?!\w)"
)
# "Black Boy" by Richard Wright, "White Christmas" (1954)
_QUOTED_BEFORE_CUE = re.compile(
    r"[\"“]([^\"“”\n]{1,80})[\"”],? (?:by [A-Z]|\(\d{4}\)|is a (?:film|movie|novel|song|book|show|series))"
)
# a series called The White Queen
_CALLED = re.compile(
    rf"\b(?:{_WORK}) (?:called|titled|named|entitled) "
    r"([A-Z][^.,!?;\n\"“]{0,60}?)(?= which| that| by| on| for|[.,!?;\n]|$)"
)
# Confessions of an Indian Teenager: nobody capitalises a noun after "a" but in a title
_ARTICLED = re.compile(
    r"\b[A-Z][\w'’]{1,20}(?: [A-Z][\w'’]{1,20}){0,2} (?:of|for|in|from|to|with) an? "
    r"((?:[A-Z][\w'’-]{1,20} ){0,3}[A-Z][\w'’-]{1,20})(?=[.,!?;:]| [a-z\d]|$)"
)
_LOWER = re.compile(r"(?<!\w)[a-z]{4}")
# Rate The Old Hindus: A History 3 of 6 stars
_RATED = re.compile(
    r"\b(?:[Rr]ate|[Gg]ive) ([A-Z][^\n.!?]{4,80}?) (?:an? )?(?:\d|zero|one|two|three|four|five|six)\b(?= |$|[.!?])"
)
# play white wedding by billy idol
_COMMAND = re.compile(
    r"(?:^|[.!?] |: )(?:please |can you |could you |hey \w{1,12},? |open \w{1,12} and )?(?:play|queue|stream)(?: me)?"
    r" (?!with |for |against |the role |a part |a |an |down |up |along )([^\n.!?]{1,80})",
    re.IGNORECASE,
)
# add black velvet to my wedding playlist
_PLAYLIST = re.compile(
    r"(?:^|[.!?] |: )(?:please |can you |could you )?(?:add|put|include|insert|queue) ([^\n.!?]{1,90}? playlist\b"
    r"(?: (?:named|called|titled) [^\n.!?]{1,60})?)",
    re.IGNORECASE,
)
_COMMAND_VERBS = ("play", "queue", "stream")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|(?<![\w@.])@\w{2,40}")
# stops at the query, which may say anything
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'?]{1,300}|(?<![\w@.])[\w-]{2,60}\.(?:com|org|net|io|co\.uk)\b")
_LINK_MARKS = ("://", "www.", ".com", ".org", ".net", ".io", ".co.uk")
# my name is christian white; lower case is allowed, but no verb or article after it
_INTRODUCED = re.compile(
    r"(?:[Nn]ame[^?.!\n]{0,24}\?(?:\s{1,3}[A-Z]\w{1,12}:)?|"
    r"\b[Nn]ame is|\b[Nn]ame['’]s|\b(?:[Ff]irst |"
    r"[Ll]ast |[Ff]ull |[Ss]ur)?[Nn]ame:|\b[Cc]all me|\b[Yy]ours truly,?|"
    r"\b[Ss]incerely,?|\b[Rr]egards,?|\b[Cc]heers,?)\s{1,3}"
    r"((?!not |a |an |the |on |in |often |so |very |too |that |to |just |listed |being )"
    r"(?:[^\W\d_]\. ?){0,2}[^\W\d_][\w'’-]{0,30}"
    r"(?: (?!and |but |from |i |who |a |an |in |or |is |was |with |at |here |as |because |so |on )"
    r"[^\W\d_][\w'’-]{0,30})?)"
)
_INTRODUCTIONS = ("name", "call me", "yours truly", "sincerely", "regards", "cheers")


def _any(text: str, marks: tuple[str, ...]) -> bool:
    """A plain search is many times cheaper than a regex that finds nothing."""
    for mark in marks:  # noqa: SIM110 - a generator costs more than the search
        if mark in text:
            return True
    return False


def _regions(pattern: re.Pattern[str], text: str, group: int, kind: Sense, reason: str) -> Iterator[Region]:
    for match in pattern.finditer(text):
        yield Region(match.start(group), match.end(group), kind, reason)


def cued_regions(text: str) -> Iterator[Region]:
    """Works, addresses, links and introduced names of *text*, in no order; they may overlap."""
    if _any(text, ('"', "“", " '", "‘")):
        yield from _regions(_QUOTED_AFTER_CUE, text, 1, Sense.TITLE, "title of a work in quotes")
        yield from _regions(_QUOTED_BEFORE_CUE, text, 1, Sense.TITLE, "title of a work in quotes")
    lowered = text.lower()
    if _any(lowered, _COMMAND_VERBS):
        yield from _commanded(text)
    if _any(text, ("called ", "titled ", "named ")):
        yield from _regions(_CALLED, text, 1, Sense.TITLE, "title of a work after its kind")
    if " a " in text or " an " in text:
        yield from _titled(text)
    if _any(text, ("Rate ", "rate ", "Give ", "give ")):
        yield from _rated(text)
    if "@" in text:
        yield from _regions(_ADDRESS, text, 0, Sense.NAME, "address or handle")
    if _any(text, _LINK_MARKS):
        yield from _regions(_LINK, text, 0, Sense.ORGANISATION, "web address")
    if _any(lowered, _INTRODUCTIONS):
        yield from _introduced(text)


def _commanded(text: str) -> Iterator[Region]:
    for pattern in (_COMMAND, _PLAYLIST):
        for match in pattern.finditer(text):
            if not words.is_person_noun(match[1].rpartition(" ")[2].lower()):
                yield Region(match.start(1), match.end(1), Sense.TITLE, "named in a command to a player")


def _titled(text: str) -> Iterator[Region]:
    for match in _ARTICLED.finditer(text):
        first, last = match[0].partition(" ")[0].lower(), match[1].rpartition(" ")[2].lower()
        described = words.word_classes().get(first, 0) & (words.PERSON | words.GROUP | words.BREAKS)
        if not described and words.word_classes().get(last, 0) & words.PERSON and _in_lower_case(text, match):
            yield Region(match.start(), match.end(), Sense.TITLE, "noun capitalised after an article")


def _in_lower_case(text: str, match: re.Match[str]) -> bool:
    """Whether the words around are not capitalised as well, as in a headline."""
    around = text[max(0, match.start() - 40) : match.start()] + text[match.end() : match.end() + 40]
    return _LOWER.search(around) is not None


def _rated(text: str) -> Iterator[Region]:
    for match in _RATED.finditer(text):
        named = match[1].lower().split()
        classes = words.word_classes()
        if len(named) > 2 and not any(
            classes.get(word, 0) & (words.PERSON | words.GROUP) for word in (named[0], named[-1])
        ):
            yield Region(match.start(1), match.end(1), Sense.TITLE, "work that is rated")


def _introduced(text: str) -> Iterator[Region]:
    for match in _INTRODUCED.finditer(text):
        named = match[1].lower().rstrip(".").split()
        if not words.is_person_noun(named[-1]) and not all(word in words.BREAKERS for word in named):
            yield Region(match.start(1), match.end(1), Sense.NAME, "name that introduces itself")
