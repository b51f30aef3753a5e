"""Entities that something other than a run of capitals gives away: quotes, addresses, commands, introductions."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

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
# Portrait of a Widow by Anna Weiss; no "Elderly Man Bitten by Dog"
_BY = re.compile(r" by (?:[Tt]he )?[A-Z][a-z]")
_TITLE_BEFORE = re.compile(
    r"(?:(?<=^)|(?<=[.!?:;,\n(] )|(?<=[a-z] ))"
    r"((?:[A-Z][\w'’]{0,20} (?:(?:of|the|a|an|in|and|to|for|on|with|is) ){0,2}){1,7}[A-Z][\w'’]{0,20})$"
)
_LONGEST = 100  # characters of a title
_DONE = ("ed", "en", "hit", "shot", "led", "run", "held", "made", "seen", "found", "told", "hurt", "caught", "left")
# a series called The White Queen
_CALLED = re.compile(
    rf"\b(?:{_WORK}) (?:called|titled|named|entitled) "
    r"([A-Z][^.,!?;\n\"“]{0,60}?)(?= which| that| by| on| for|[.,!?;\n]|$)"
)
# Confessions of an Indian Teenager: nobody capitalises a noun after "a" but in a title
_ARTICLED = re.compile(
    r"[A-Z](?<!\w.)[\w'’]{1,20}(?: [A-Z][\w'’]{1,20}){0,2} (?:of|for|in|from|to|with) an? "
    r"((?:[A-Z][\w'’-]{1,20} ){0,3}[A-Z][\w'’-]{1,20})(?=[.,!?;:]| [a-z\d]|$)"
)
_ARTICLED_HINT = re.compile(r" an? [A-Z]")  # cheap, and after one of these in every match of the above
_LINKING = (" of", " for", " in", " from", " to", " with")
_LOWER = re.compile(r"(?<!\w)[a-z]{4}")
# Rate The Old Hindus: A History 3 of 6 stars
_RATED = re.compile(
    r"\b(?:[Rr]ate|[Gg]ive) ([A-Z][^\n.!?]{4,80}?) (?:an? )?(?:\d|zero|one|two|three|four|five|six)\b(?= |$|[.!?])"
)
# play white wedding by billy idol
_COMMAND = re.compile(
    r"(?:^|[.!?] |: )(?:please |can you |could you |hey \w{1,12},? |open \w{1,12} and )?"
    r"(?:play|queue(?: up)?|stream)(?: me)? (?!with |for |against |the role |a part |a |an |down |up |along )"
    r"([^\n.!?]{1,80})",
    re.IGNORECASE,
)
# add black velvet to my wedding playlist
_PLAYLIST = re.compile(
    r"(?:^|[.!?] |: )(?:please |can you |could you )?(?:add|put|include|insert|queue) ([^\n.!?]{1,90}? playlist\b"
    r"(?: (?:named|called|titled) [^\n.!?]{1,60})?)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|(?<![\w@.])@\w{2,40}")
# stops at the query, which may say anything
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'?]{1,300}|(?<![\w@.])[\w-]{2,60}\.(?:com|org|net|io|co\.uk)\b")
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


def cued_regions(text: str) -> Iterator[Region]:
    """Works, addresses, links and introduced names of *text*, in no order; they may overlap.

    One search for all marks comes first: a regex that finds nothing costs a hundred times as much.
    """
    automaton, finders = _marks()
    lowered = text.lower() if text.isascii() else text.lower().encode("utf-8", "ignore").decode()
    found = automaton.find_matches_as_indexes(lowered, overlapping=True)
    wanted = {finders[index] for index, _, _ in found}
    for find, _ in _MARKS:
        if find in wanted:
            yield from find(text)


def _regions(pattern: re.Pattern[str], text: str, group: int, kind: Sense, reason: str) -> Iterator[Region]:
    for match in pattern.finditer(text):
        yield Region(match.start(group), match.end(group), kind, reason)


def _quoted(text: str) -> Iterator[Region]:
    yield from _regions(_QUOTED_AFTER_CUE, text, 1, Sense.TITLE, "title of a work in quotes")
    yield from _regions(_QUOTED_BEFORE_CUE, text, 1, Sense.TITLE, "title of a work in quotes")


def _called(text: str) -> Iterator[Region]:
    return _regions(_CALLED, text, 1, Sense.TITLE, "title of a work after its kind")


def _addresses(text: str) -> Iterator[Region]:
    return _regions(_ADDRESS, text, 0, Sense.NAME, "address or handle")


def _links(text: str) -> Iterator[Region]:
    return _regions(_LINK, text, 0, Sense.ORGANISATION, "web address")


def _commanded(text: str) -> Iterator[Region]:
    for pattern in (_COMMAND, _PLAYLIST):
        for match in pattern.finditer(text):
            if not words.is_person_noun(match[1].rpartition(" ")[2].lower()):
                yield Region(match.start(1), match.end(1), Sense.TITLE, "named in a command to a player")


def _credited(text: str) -> Iterator[Region]:
    for by in _BY.finditer(text):
        match = _TITLE_BEFORE.search(text, max(0, by.start() - _LONGEST), by.start())
        if match is not None and not match[1].endswith(_DONE):
            yield Region(match.start(1), match.end(1), Sense.TITLE, "title of a work before its maker")


def _titled(text: str) -> Iterator[Region]:
    if not any(text.endswith(_LINKING, 0, hint.start()) for hint in _ARTICLED_HINT.finditer(text)):
        return
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


_MARKS: tuple[tuple[Callable[[str], Iterator[Region]], tuple[str, ...]], ...] = (
    (_quoted, ('"', "“", " '", "‘")),
    (_commanded, ("play", "queue", "stream")),
    (_credited, (" by ",)),
    (_called, ("called ", "titled ", "named ")),
    (_titled, (" a ", " an ")),
    (_rated, ("rate ", "give ")),
    (_addresses, ("@",)),
    (_links, ("://", "www.", ".com", ".org", ".net", ".io", ".co.uk")),
    (_introduced, ("name", "call me", "yours truly", "sincerely", "regards", "cheers")),
)
"""What is looked for, and the wording in lower case of which some is in everything it finds."""


@cache
def _marks() -> tuple[Any, list[Callable[[str], Iterator[Region]]]]:
    library: Any = importlib.import_module("ahocorasick_rs")  # on first use: importing the package stays light
    marks = [(mark, find) for find, marks in _MARKS for mark in marks]
    return library.AhoCorasick([mark for mark, _ in marks]), [find for _, find in marks]
