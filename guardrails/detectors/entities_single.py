"""When one capitalised word that looks like a word for people is a name, and which neighbour says so."""

from __future__ import annotations

import re
from collections.abc import Set

from guardrails.detectors import entities_words as words
from guardrails.detectors.entities_tokens import Segment

__all__ = ["single_name"]

_GIVEN_AFTER = re.compile(r", ([A-Z][\w-]{1,30})(?![\w'’])")
# White et al., Black (1998), Brown v. Board
_CITED = re.compile(r"(?:['’]s)? (?:et al|\(\d{4}|v\. |vs\. )|, \d{4}\)")
# my son Israel
_RELATION = re.compile(r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]{2,12} )?[a-z]{3,14} $")
_LISTED = re.compile(r", (?:and |or |but )?[a-z]|[ \t]+(?:and|or) [a-z]|-")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GREETINGS = _set("hi hello hey dear cc to from named signed attn regards cheers thanks love")
_COPULAS = _set("is was will has had")
_ACTS = words.PERSON_VERBS - _COPULAS
_NOT_BEFORE_NAMES = _set("from in of to at by for with and or a an the this that every each no another")
_CITING = frozenset({"et", "v", "vs"})
_NEVER_CAPITALISED = _set("""
    young old rich short strong little small straight wise savage poor senior elder bright fat thin slim lame mute
    large long fair lean sharp baby child bachelor single love
""")
"""Words for people that no style guide capitalises inside a sentence."""


_NO_NOUNS = _set("""
    white black brown young old gay short rich strong little english french irish welsh straight poor wise savage
    bright fat thin slim large long fair sharp green grey gray polish swiss
""")
"""Words for people that are not used as nouns in the singular, so that their possessive is a name's."""


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
    if text.startswith(("'s", "’s"), token.end) and token.word in _NO_NOUNS:
        return "possessive of an adjective"
    after = segment.next_word(token.end)
    if after in _ACTS:
        return "" if segment.previous_word(token.start) in _NOT_BEFORE_NAMES else "name before what one person does"
    if after and after not in _CITING:
        return ""
    if _CITED.match(text, token.end):
        return "surname in a citation"
    given = _GIVEN_AFTER.match(text, token.end)
    if given and words.word_classes().get(given[1].lower(), 0) & ~words.GROUP == words.GIVEN:
        return "surname before a given name"
    return ""


def _left_cue(segment: Segment) -> str:
    token, text = segment.tokens[0], segment.text
    left = text[max(0, token.start - 32) : token.start]
    before = left.split()[-1:] if left[-1:].isspace() else []
    cue = before[0].rstrip(",:").lower() if before else ""
    if cue in _GREETINGS and not segment.next_word(token.end):
        plain = cue in ("to", "from") and before[0] == cue and token.classes & words.GROUP
        return "" if plain else "name in a greeting or signature"
    if left.endswith(("named him ", "named her ", "named them ")):
        return "name that is given"
    if token.classes & words.GIVEN and _RELATION.search(left):
        return "name after a relation"
    if token.word not in _NEVER_CAPITALISED or left[-1:] != " " or cue == "" or before[0].endswith(","):
        return ""
    if segment.starts_sentence(token.start) or _LISTED.match(text, token.end) or segment.is_headline():
        return ""
    return "capitalised inside a sentence"
