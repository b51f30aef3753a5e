"""Entities that something other than capitals gives away: works in quotes, addresses, media commands, single names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from guardrails.detectors import entities_words as words
from guardrails.detectors.entities_tokens import Segment
from guardrails.types import Sense

__all__ = ["Region", "cued_regions", "single_name"]


class Region(NamedTuple):
    """A stretch of text that is an entity."""

    start: int
    end: int
    kind: Sense
    reason: str


_WORK = (
    r"film|movie|book|novel|novella|song|album|show|sitcom|series|musical|opera|poem|painting|podcast|documentary|comic|"
    r"manga|anime|videogame|video game|game|soundtrack|single|track|magazine|playlist|article|essay|memoir|titled|"
    r"entitled|episode"
)
# the novel "Young Blind Boys", watched 'White Chicks'
_QUOTED_AFTER_CUE = re.compile(
    rf"\b(?:{_WORK}|called|named|read|reading|watch|watched|watching|saw|sang|listened to|listening to),? ?"
    r"[\"“'‘]([^\"“”\n]{1,80}?)[\"”'’](?!\w)",
    re.IGNORECASE,
)
# "Black Boy" by Richard Wright, "White Christmas" (1954)
_QUOTED_BEFORE_CUE = re.compile(r"[\"“]([^\"“”\n]{1,80})[\"”],? (?:by [A-Z]|\(\d{4}\)|is a (?:film|novel|song|book))")
# the film Black Panther
_TITLE_AFTER_CUE = re.compile(
    rf"\b(?:{_WORK}|watched|watching|reading) ((?:[A-Z][\w'’-]{{0,30}})"
    r"(?: (?:of |the |and |in |on |a |to |for ){0,2}[A-Z][\w'’-]{0,30}){1,7})"
)
# play white wedding by billy idol; add black velvet to my playlist
_COMMAND = re.compile(
    r"(?:^|[.!?] )(?:please |can you |could you |hey \w{1,12},? )?(?:play|queue|stream|put on|add)(?: me)?"
    r" (?!with |for |against |the role |a part )(.{1,80}?) (?:by|from|on|to (?:my|the)) \w",
    re.IGNORECASE,
)
_PLAYLIST = re.compile(r"\bplaylist (?:named |called |titled )?([^\n.,!?]{1,60})", re.IGNORECASE)
_ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|(?<![\w@])@\w{2,40}")
_LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>\"']{1,300}|\b[\w-]{2,60}\.(?:com|org|net|io|co\.uk)\b", re.IGNORECASE)
# my name is christian white; lower case is allowed, but no verb or article after it
_INTRODUCED = re.compile(
    r"\b(?:[Nn]ame is|[Nn]ame['’]s|[Ff]irst name:|[Ll]ast name:|[Ss]urname:|[Ss]urname is|[Ff]ull name:|[Nn]ame:|[Cc]all me|"
    r"[Yy]ours truly,?|[Ss]incerely,?|[Rr]egards,?|[Cc]heers,?)\s{1,3}"
    r"((?!not |a |an |the |on |in |often |so |very |too |that |to |just )[^\W\d_][\w'’.-]{0,30}"
    r"(?: (?!and |but |from |i |who |a |an |in |or |is |was |with |at |here |as |because |so )[^\W\d_][\w'’.-]{0,30})?)"
)
_GREETING = re.compile(r"(?:\b(?:hi|hello|hey|dear|cc|to|from|named|signed|attn|regards|cheers|thanks|love)[,:]?)\s{1,3}$", re.I)
_KINSHIP = re.compile(r"\b(?:my|our|his|her|their) (?:[a-z]{2,12} )?[a-z]{3,14}$")
_CITED = re.compile(r"(?:['’]s)? (?:et al|\(\d{4}|v\. |vs\. )|, \d{4}\)|,? [A-Z]\.")
_SAYS = re.compile(
    r",? (?:said|says|told|asked|wrote|writes|argues|argued|replied|added|explained|explains|joined|works|worked|texted|"
    r"emailed|called me|thinks|wants|and I)\b"
)
_INVERTED = re.compile(r", ([A-Z][\w-]{1,30})(?![\w'’])")
_LOWER_AFTER_COMMA = re.compile(r",? (?:and |or |but )?[a-z]")
_NEVER_CAPITALISED = frozenset(
    "young old rich short strong little small straight wise savage poor senior elder bright fat thin slim lame mute large "
    "long fair lean sharp baby child bachelor single love".split()
)


def _work(match: re.Match[str], reason: str) -> Region:
    return Region(match.start(1), match.end(1), Sense.TITLE, reason)


def _works(text: str) -> Iterator[Region]:
    if '"' in text or "“" in text or "'" in text or "‘" in text:
        for pattern in (_QUOTED_AFTER_CUE, _QUOTED_BEFORE_CUE):
            yield from (_work(match, "title of a work in quotes") for match in pattern.finditer(text))
    for match in _TITLE_AFTER_CUE.finditer(text):
        last = match[1].rpartition(" ")[2].lower()
        if not (last in words.GROUPS or words.is_person_noun(last)):
            yield _work(match, "title of a work after its kind")


def _commands(text: str) -> Iterator[Region]:
    lowered = text.lower()
    if "play" in lowered or "queue" in lowered or "stream" in lowered or "put on" in lowered or "add " in lowered:
        for pattern in (_COMMAND, _PLAYLIST):
            yield from (_work(match, "named in a command to a player") for match in pattern.finditer(text))


def cued_regions(text: str) -> Iterator[Region]:
    """Works, addresses, links and introduced names of *text*, in no order; they may overlap."""
    yield from _works(text)
    yield from _commands(text)
    if "@" in text:
        yield from (Region(m.start(), m.end(), Sense.NAME, "address or handle") for m in _ADDRESS.finditer(text))
    if "." in text:
        yield from (Region(m.start(), m.end(), Sense.ORGANISATION, "web address") for m in _LINK.finditer(text))
    for match in _INTRODUCED.finditer(text):
        words_of = match[1].lower().split()
        if not words.is_person_noun(words_of[-1]) and not all(w in words.BREAKERS for w in words_of):
            yield Region(match.start(1), match.end(1), Sense.NAME, "name that introduces itself")


def single_name(segment: Segment, established: set[str]) -> str:
    """Why the one word of *segment* is a name, or an empty string."""
    token = segment.tokens[0]
    word, text = token.word, segment.text
    surname = word in words.SURNAME_LOOKALIKES
    given = word in words.given_names()
    if not (surname or given or word in established) or segment.describes_people(token.end):
        return ""
    if word in established:
        previous = segment.previous_word(token.start)
        return "" if previous in ("a", "an") else "surname established earlier"
    left = text[max(0, token.start - 28) : token.start]
    if _GREETING.search(left) and not segment.next_word(token.end):
        return "name in a greeting or signature"
    if _CITED.match(text, token.end):
        return "surname in a citation"
    if _SAYS.match(text, token.end):
        return "name before a verb of speech"
    if surname and (inverted := _INVERTED.match(text, token.end)) and inverted[1].lower() in words.given_names():
        return "surname before a given name"
    if given and word not in words.SURNAME_LOOKALIKES and _KINSHIP.search(left.rstrip()):
        return "name after a relation"
    if word in _NEVER_CAPITALISED and not segment.starts_sentence(token.start):
        plain = left[-1:] == " " and not _LOWER_AFTER_COMMA.match(text, token.end) and not left.rstrip().endswith(",")
        return "capitalised inside a sentence" if plain else ""
    return ""
