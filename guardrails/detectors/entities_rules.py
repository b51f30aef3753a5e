"""Which part of a run of capitalised words is a person's name, an organisation or a place, and which cue says so."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import NamedTuple

from guardrails.detectors import entities_words as words
from guardrails.detectors.entities_tokens import Segment, Token
from guardrails.types import Sense

__all__ = ["Claim", "claims"]


class Claim(NamedTuple):
    """Tokens ``[first, last)`` of a segment are one entity. *established* is the surname later mentions may use."""

    first: int
    last: int
    kind: Sense
    reason: str
    established: str = ""


_Rule = Callable[[Segment, int], Claim | None]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATED = _set("mr mrs ms mx dr prof rev sen gov lt sgt capt col gen hon")
_LEGAL_FORMS = _set("inc ltd llc llp plc gmbh ag corp co sons brothers bros airlines airways")
_NOT_INITIALS = _set("u.s u.k d.c l.a u.n e.u n.y u.s.a u.a.e p.m a.m i")
_COLOURS = _set("white black brown")
_NOT_A_BRAND = (
    "ed",
    "ly",
    "ers",
    "ors",
    "ans",
    "ites",
    "ists",
    "crats",
    "ees",
    "ents",
    "ants",
    "ish",
    "ese",
    "ian",
    "ians",
)
_ATTENDED = _set("university college")
_SUFFIXES = _set("jr sr ii iii iv")
_NO_SURNAME = words.GROUP | words.PERSON | words.DESCRIBES | words.HEAD | words.JOINS
_ENDS_A_NAME = _set("& of the")


def _can_be_surname(token: Token) -> bool:
    return bool(token.classes & words.SURNAME) or not token.classes & _NO_SURNAME


def _is_person(token: Token) -> bool:
    return bool(token.classes & words.PERSON)


def _is_noun(token: Token) -> bool:
    """Whether the word can only be a person noun: "native" stands before nouns as well."""
    return token.classes & (words.PERSON | words.ADJECTIVE) == words.PERSON


def _is_group(token: Token) -> bool:
    return bool(token.classes & words.GROUP)


def _name_end(segment: Segment, first: int) -> int:
    """Where the surname that starts at token *first* ends: "White", "van der Berg", "King Young Jr."."""
    tokens, last = segment.tokens, first
    while last < len(tokens) and last < first + 4:
        token = tokens[last]
        if token.classes & words.JOINS and segment.text[token.start].islower():
            if token.word in _ENDS_A_NAME or last + 1 >= len(tokens):
                break
        elif token.word == "&" or not (_can_be_surname(token) or token.word in _SUFFIXES):
            break
        last += 1
    return last


def _named(segment: Segment, first: int, last: int, reason: str) -> Claim:
    final = segment.tokens[last - 1]
    surname = segment.tokens[last - 2] if final.word in _SUFFIXES and last - first > 1 else final
    return Claim(first, last, Sense.NAME, reason, surname.word)


def _described(segment: Segment, last: int) -> bool:
    """Whether the last token before *last* describes a person noun instead of ending a name."""
    final = segment.tokens[last - 1]
    if last < len(segment.tokens):
        return bool(segment.tokens[last].classes & (words.GROUP | words.PERSON))
    return _is_group(final) and segment.describes_people(final.end)


def _title_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "Dr. Black", "Mrs White-Jones": the title stays outside, unless it can be a given name ("Earl")."""
    tokens = segment.tokens
    if not tokens[index].classes & words.TITLE or index + 1 >= len(tokens):
        return None
    first = index + 1
    while first < len(tokens) - 1 and tokens[first].classes & words.TITLE:
        first += 1
    last = _name_end(segment, first)
    if last == first and tokens[index].word in _ABBREVIATED and not _described(segment, first + 1):
        last = first + 1  # "Mrs. Baptist": whatever stands alone after a title
    if last == first or (tokens[index].word not in _ABBREVIATED and _described(segment, last)):
        return None
    start = index if tokens[index].classes & words.GIVEN else first
    return _named(segment, start, last, "surname after a title")


def _initials_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "J. K. Old", "W. English"."""
    tokens, first = segment.tokens, index
    while first < len(tokens) and tokens[first].dotted and len(tokens[first].word.replace(".", "")) <= 3:
        if tokens[first].classes & words.TITLE or tokens[first].word in _NOT_INITIALS:
            return None
        first += 1
    if first == index or first >= len(tokens):
        return None
    last = _name_end(segment, first)
    return (
        None if last == first or _described(segment, last) else _named(segment, index, last, "surname after initials")
    )


def _given_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "Jordan Black", "Gay Talese": a given name and a word that can be a surname."""
    tokens = segment.tokens
    token = tokens[index]
    if not token.classes & words.GIVEN or index + 1 >= len(tokens):
        return None
    last = _name_end(segment, index + 1)
    if last == index + 1:
        return None
    if token.word == "gay" and tokens[index + 1].word in _COLOURS:
        return None
    ambiguous = token.classes & (words.GROUP | words.SURNAME)
    if (ambiguous or last < len(tokens) or _is_group(tokens[last - 1])) and _described(segment, last):
        return None
    return _named(segment, index, last, "given name and surname")


def _unknown_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "Zbigniew English": a capitalised word nobody listed before a word that is a surname as well."""
    tokens = segment.tokens
    if index or len(tokens) != 2 or not tokens[1].classes & words.SURNAME or tokens[0].classes & words.SURNAME:
        return None
    word = tokens[0].word
    if (
        tokens[0].upper
        or word in words.WORDS_NOT_NAMES
        or word.endswith(("ly", "ing", "ed", "ic", "ish", "ese", "ian", "al", "ous"))
    ):
        return None
    if not _can_be_surname(tokens[0]) or (segment.starts_sentence(tokens[0].start) and not _acts(segment)):
        return None
    if segment.is_headline() or segment.describes_people(tokens[1].end):
        return None
    return _named(segment, 0, 2, "capitalised word and surname inside a sentence")


def _acts(segment: Segment) -> bool:
    """Whether what follows the segment says that one person does something: "'s", "lives", "was"."""
    end = segment.tokens[-1].end
    return segment.text.startswith(("'s", "’s"), end) or segment.next_word(end) in words.PERSON_VERBS


def _headed(segment: Segment, index: int) -> Claim | None:
    """A run that ends in the head of a name: "White Plains", "Christian County", "Deaf Dog Coffee"."""
    tokens = segment.tokens
    head = next((at for at in range(len(tokens) - 1, index, -1) if tokens[at].classes & words.HEAD), None)
    if head is None or (head + 1 < len(tokens) and tokens[head].classes & words.TITLE):
        return None
    first = index
    named = tokens[head].word in _LEGAL_FORMS or segment.previous_word(tokens[index].start) == "the"
    if not named and segment.is_headline():
        first = max(index, head - 3)
        if first > index or any(_is_noun(token) for token in tokens[first:head]):
            return None
    if _adjective_of_a_person(segment, first, head):
        first += 1
    if first >= head:
        return None
    if tokens[head].classes & words.PLACE:
        return Claim(first, head + 1, Sense.PLACE, "capitalised name with the head of a place")
    return Claim(first, head + 1, Sense.ORGANISATION, "capitalised name with the head of an organisation")


def _adjective_of_a_person(segment: Segment, first: int, head: int) -> bool:
    """ "a Black Harvard University student": the first word belongs to the noun after the name."""
    tokens = segment.tokens
    if head - first < 2 or not _is_group(tokens[first]) or _is_person(tokens[first + 1]):
        return False
    if not words.is_person_noun(segment.next_word(tokens[head].end)):
        return False
    return tokens[head].word in _ATTENDED or segment.previous_word(tokens[first].start) in ("a", "an")


def _joined(segment: Segment, index: int) -> Claim | None:
    """ "Black & Decker": names joined by an ampersand, unless both only describe people or colours."""
    tokens = segment.tokens
    at = next((i for i in range(index + 1, len(tokens) - 1) if tokens[i].word == "&"), None)
    if at is None:
        return None
    left, right = tokens[at - 1], tokens[at + 1]
    if all(side.classes & (words.GROUP | words.PERSON) for side in (left, right)):
        return None
    if _is_group(right) and segment.describes_people(tokens[-1].end):
        return None
    return Claim(index, len(tokens), Sense.ORGANISATION, "names joined by an ampersand")


def _of_name(segment: Segment, index: int) -> Claim | None:
    """ "Church of Scotland", "Daughters of the American Revolution"."""
    tokens = segment.tokens
    if not tokens[index].classes & words.OF or index + 2 >= len(tokens) or tokens[index + 1].word != "of":
        return None
    first = index + 3 if tokens[index + 2].word == "the" else index + 2
    last = first
    while last < len(tokens) and last < first + 4 and not _is_person(tokens[last]):
        last += 1
    return None if last == first else Claim(index, last, Sense.ORGANISATION, "capitalised name joined by of")


def _place_first(segment: Segment, index: int) -> Claim | None:
    """ "Lake Black", "Fort White": a geographic word before the name."""
    tokens = segment.tokens
    if not tokens[index].classes & words.FIRST or index + 1 >= len(tokens):
        return None
    last = index + 1
    while last < len(tokens) and last < index + 3 and _can_be_surname(tokens[last]):
        last += 1
    if last == index + 1 or _described(segment, last):
        return None
    return Claim(index, last, Sense.PLACE, "capitalised name after a geographic word")


_NO_BRAND = words.GROUP | words.PERSON | words.DESCRIBES | words.TITLE


def _brand(segment: Segment, index: int) -> Claim | None:
    """ "Old Navy", "Asian Paints": a group word before a capitalised word that is no word for people."""
    tokens = segment.tokens
    if not tokens[index].classes & words.ADJECTIVE or index + 1 >= len(tokens):
        return None
    if any(token.classes & _NO_BRAND for token in tokens[index + 1 :]):
        return None
    follower, final = tokens[index + 1], tokens[-1]
    if follower.classes & (words.GIVEN | words.JOINS) or final.word.endswith(_NOT_A_BRAND):
        return None
    if segment.is_headline() or words.is_person_noun(segment.next_word(final.end)):
        return None
    return Claim(index, len(tokens), Sense.ORGANISATION, "group word inside a capitalised name")


def _team(segment: Segment, index: int) -> Claim | None:
    """ "Washington Redskins", "the Blackhawks"."""
    at = next((i for i in range(index, len(segment.tokens)) if segment.tokens[i].classes & words.TEAM), None)
    return None if at is None else Claim(index, at + 1, Sense.ORGANISATION, "nickname of a sports team")


_INITIAL = 1 << 20
_HERE: tuple[tuple[int, _Rule], ...] = (
    (words.TITLE, _title_and_surname),
    (_INITIAL, _initials_and_surname),
    (words.FIRST, _place_first),
    (words.GIVEN, _given_and_surname),
    (words.ADJECTIVE, _brand),
)
"""Rules about the word a name starts with, strongest first, each with the class of word it needs there."""
_AHEAD: tuple[tuple[int, _Rule], ...] = (
    (words.JOINS, _joined),
    (words.HEAD, _headed),
    (words.TEAM, _team),
)
"""Rules about a word further on."""
_HERE_NEEDED = words.OF | words.TITLE | _INITIAL | words.FIRST | words.GIVEN | words.ADJECTIVE | words.SURNAME


def claims(segment: Segment, established: Set[str] = frozenset()) -> list[Claim]:
    """The entities of a segment, first to last. *established* are surnames seen to the left."""
    tokens = segment.tokens
    present = 0
    for token in tokens:
        present |= token.classes | (_INITIAL if token.dotted else 0)
    seen = any([token.word in established for token in tokens])  # noqa: C419 - a list is faster for two words
    ahead = [rule for needed, rule in _AHEAD if needed & present]
    if not (ahead or seen or present & _HERE_NEEDED):
        return []
    if all([token.upper or token.word == "&" for token in tokens]):  # noqa: C419 - a list is faster for two words
        return []
    found: list[Claim] = []
    index = 0
    while index < len(tokens):
        claim = _claim(segment, index, ahead) or _mentioned(segment, index, established)
        if claim is None:
            index += 1
        else:
            found.append(claim)
            index = claim.last
    return found


def _claim(segment: Segment, index: int, ahead: list[_Rule]) -> Claim | None:
    """A name of an organisation or a place beats the name of a person in it."""
    token = segment.tokens[index]
    here = token.classes | (_INITIAL if token.dotted else 0)
    if here & words.OF and (claim := _of_name(segment, index)):
        return claim
    for rule in ahead:
        if claim := rule(segment, index):
            return claim
    for needed, rule in _HERE:
        if here & needed and (claim := rule(segment, index)):
            return claim
    return _unknown_and_surname(segment, index)


def _mentioned(segment: Segment, index: int, established: Set[str]) -> Claim | None:
    """ "Yesterday Young": a surname that is already known."""
    token = segment.tokens[index]
    if token.word not in established or _described(segment, index + 1):
        return None
    if segment.previous_word(token.start) in ("a", "an"):
        return None
    return Claim(index, index + 1, Sense.NAME, "surname established earlier")
