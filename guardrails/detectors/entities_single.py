"""When one capitalised word that looks like a word for people is a name, and which neighbour says so."""

from __future__ import annotations

import re
from collections.abc import Set

from guardrails.detectors import entities_words as words
from guardrails.detectors.entities_tokens import Segment

__all__ = ["single_name"]

# Hi Christian, | Regards,\nJordan
_GREETING = re.compile(
    r"\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|cc|CC|[Tt]o|[Ff]rom|named|[Ss]igned|[Aa]ttn|[Rr]egards|[Cc]heers|[Tt]hanks|"
    r"[Ll]ove)[,:]?\s{1,3}$"
)
_TO_OR_FROM = re.compile(r"\b(?:to|from)\s{1,3}$")
# my son Israel
_RELATION = re.compile(r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]{2,12} )?[a-z]{3,14} $")
# White et al., Black (1998), Brown v. Board
_CITED = re.compile(r"(?:['’]s)? (?:et al|\(\d{4}|v\. |vs\. )|, \d{4}\)")
_SAYS = re.compile(
    r",? (?:said|says|told|asked|wrote|writes|argues|argued|replied|added|explained|explains|joined|works|worked|texted|"
    r"emailed|called me|thinks|wants|and I|testified|announced)\b"
)
_GIVEN_AFTER = re.compile(r", ([A-Z][\w-]{1,30})(?![\w'’])")
_LOWER_AFTER_COMMA = re.compile(r", (?:and |or |but )?[a-z]|[ \t]+(?:and|or) [a-z]|-")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER_CAPITALISED = _set("""
    young old rich short strong little small straight wise savage poor senior elder bright fat thin slim lame mute large
    long fair lean sharp baby child bachelor single love
""")
"""Words for people that no style guide capitalises inside a sentence."""


def single_name(segment: Segment, established: Set[str]) -> str:
    """Why the one word of *segment* is a name, or an empty string. *established* are surnames seen to the left."""
    token = segment.tokens[0]
    if token.upper or segment.describes_people(token.end):
        return ""
    if token.word in established:
        return "" if segment.previous_word(token.start) in ("a", "an") else "surname established earlier"
    if not token.classes & words.SURNAME:
        return ""
    return _right_cue(segment) or _left_cue(segment)


def _right_cue(segment: Segment) -> str:
    token, text = segment.tokens[0], segment.text
    if _CITED.match(text, token.end):
        return "surname in a citation"
    if _SAYS.match(text, token.end):
        return "name before a verb of speech"
    given = _GIVEN_AFTER.match(text, token.end)
    if given and words.word_classes().get(given[1].lower(), 0) & ~words.GROUP == words.GIVEN:
        return "surname before a given name"
    return ""


def _left_cue(segment: Segment) -> str:
    token, text = segment.tokens[0], segment.text
    left = text[max(0, token.start - 32) : token.start]
    if _GREETING.search(left) and not segment.next_word(token.end):
        directed = _TO_OR_FROM.search(left) and token.classes & words.GROUP
        return "" if directed else "name in a greeting or signature"
    if token.classes & words.GIVEN and _RELATION.search(left):
        return "name after a relation"
    if token.word not in _NEVER_CAPITALISED or left[-1:] != " " or left.rstrip()[-1:] == ",":
        return ""
    if segment.starts_sentence(token.start) or _LOWER_AFTER_COMMA.match(text, token.end) or segment.is_headline():
        return ""
    return "capitalised inside a sentence"
