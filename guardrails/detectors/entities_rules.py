"""Which part of a run of capitalised words is a person's name, an organisation or a place, and which cue says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


Rule = Callable[[Segment, int], Claim | None]

_ABBREVIATED = frozenset("mr mrs ms mx dr prof mr. mrs. ms. mx. dr. prof. rev. sen. gov. lt. sgt. capt. col. gen.".split())
_LEGAL_FORMS = frozenset("inc ltd llc llp plc gmbh ag corp co sons brothers bros & airlines airways".split())
_COUNTRIES_AS_INITIALS = frozenset("u.s. u.k. d.c. l.a. u.n. e.u. n.y. u.s.a. u.a.e. p.m. a.m. i.".split())
_COLOURS = frozenset("white black brown".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NOT_A_BRAND = ("ed", "ly", "ers", "ors", "ans", "ites", "ists", "crats", "ees", "ents", "ants", "ish", "ese")
_SUFFIXES = frozenset("jr sr jr. sr. ii iii iv".split())


def _bare(token: Token) -> str:
    return token.word.rstrip(".")


def _is_group(word: str) -> bool:
    return word in words.GROUPS or word.partition("-")[0] in words.GROUPS


def _can_be_surname(token: Token) -> bool:
    word = _bare(token)
    if word in words.SURNAME_LOOKALIKES:
        return True
    return not (
        _is_group(word)
        or words.is_person_noun(word)
        or word in words.DESCENT
        or word in words.ORGANISATION_HEADS
        or word in words.PLACE_HEADS
        or word in words.CONNECTORS
    )


def _name_end(segment: Segment, first: int) -> int:
    """Where the surname that starts at token *first* ends: "White", "van der Berg", "King Young Jr."."""
    tokens, last = segment.tokens, first
    while last < len(tokens) and last < first + 4:
        if tokens[last].word in words.CONNECTORS:
            if tokens[last].word in ("&", "of", "of the") or last + 1 >= len(tokens):
                break
        elif not (_can_be_surname(tokens[last]) or tokens[last].word in _SUFFIXES):
            break
        last += 1
    return last


def _named(segment: Segment, first: int, last: int, reason: str) -> Claim | None:
    if last <= first:
        return None
    final = segment.tokens[last - 1]
    surname = segment.tokens[last - 2] if final.word in _SUFFIXES and last - first > 1 else final
    return Claim(first, last, Sense.NAME, reason, _bare(surname))


def title_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "Dr. Black", "Mrs White-Jones": the title itself stays outside the name."""
    tokens = segment.tokens
    if _bare(tokens[index]) not in words.TITLES or index + 1 >= len(tokens):
        return None
    first = index + 1
    while first < len(tokens) - 1 and _bare(tokens[first]) in words.TITLES:
        first += 1
    last = _name_end(segment, first)
    if last == first or (tokens[index].word not in _ABBREVIATED and _described(segment, last)):
        return None
    return _named(segment, first, last, "surname after a title")


def _described(segment: Segment, last: int) -> bool:
    """Whether the last token before *last* describes a person noun instead of ending a name."""
    final = segment.tokens[last - 1]
    if last < len(segment.tokens):
        follower = _bare(segment.tokens[last])
        return _is_group(follower) or words.is_person_noun(follower)
    return _is_group(_bare(final)) and segment.describes_people(final.end)


def initials_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "J. K. Old", "W. English"."""
    tokens = segment.tokens
    first = index
    while first < len(tokens) and tokens[first].word.endswith(".") and len(tokens[first].word.replace(".", "")) <= 3:
        if _bare(tokens[first]) in words.TITLES or tokens[first].word in _COUNTRIES_AS_INITIALS:
            return None
        first += 1
    if first == index or first >= len(tokens):
        return None
    last = _name_end(segment, first)
    if last == first or _described(segment, last):
        return None
    return _named(segment, index, last, "surname after initials")


def given_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "Jordan Black", "Gay Talese": a given name and a word that can be a surname."""
    tokens = segment.tokens
    word = _bare(tokens[index])
    if word.partition("-")[0] not in words.given_names() or index + 1 >= len(tokens):
        return None
    last = _name_end(segment, index + 1)
    if last == index + 1:
        return None
    ambiguous = word in words.GROUPS or word in words.SURNAME_LOOKALIKES
    if ambiguous and word == "gay" and _bare(tokens[index + 1]) in _COLOURS:
        return None
    if _described(segment, last) and (ambiguous or last < len(tokens) or _bare(tokens[last - 1]) in words.GROUPS):
        return None
    return _named(segment, index, last, "given name and surname")


def unknown_and_surname(segment: Segment, index: int) -> Claim | None:
    """ "Zbigniew English": a capitalised word nobody listed before a word that is a surname as well."""
    tokens = segment.tokens
    if index or len(tokens) != 2 or segment.starts_sentence(tokens[0].start):
        return None
    word, surname = _bare(tokens[0]), _bare(tokens[1])
    if surname not in words.SURNAME_LOOKALIKES or word in words.WORDS_NOT_NAMES or word in words.SURNAME_LOOKALIKES:
        return None
    if not _can_be_surname(tokens[0]) or word.endswith(("ly", "ing", "ed")) or tokens[0].upper:
        return None
    if segment.is_headline() or segment.describes_people(tokens[1].end):
        return None
    return _named(segment, 0, 2, "capitalised word and surname inside a sentence")


def headed(segment: Segment, index: int) -> Claim | None:
    """A run that ends in the head of a name: "White Plains", "Christian County", "Deaf Dog Coffee"."""
    tokens = segment.tokens
    head = next((at for at in range(len(tokens) - 1, index, -1) if _is_head(_bare(tokens[at]))), None)
    if head is None:
        return None
    word, first = _bare(tokens[head]), index
    if word not in _LEGAL_FORMS and segment.is_headline():
        first = max(index, head - 2)
        if first > index or any(words.is_person_noun(_bare(token)) for token in tokens[first:head]):
            return None
    if _adjective_of_a_person(segment, first, head):
        first += 1
    if first >= head:
        return None
    kind = Sense.PLACE if word in words.PLACE_HEADS else Sense.ORGANISATION
    return Claim(first, head + 1, kind, f"capitalised name with the head of {_article(kind)}")


def _article(kind: Sense) -> str:
    return "a place" if kind is Sense.PLACE else "an organisation"


def _is_head(word: str) -> bool:
    return word in words.ORGANISATION_HEADS or word in words.PLACE_HEADS


def _adjective_of_a_person(segment: Segment, first: int, head: int) -> bool:
    """ "a Black Harvard University student": the first word belongs to the noun after the name."""
    tokens = segment.tokens
    if head - first < 2 or not _is_group(_bare(tokens[first])) or words.is_person_noun(_bare(tokens[first + 1])):
        return False
    after = segment.next_word(tokens[head].end)
    return segment.previous_word(tokens[first].start) in ("a", "an") and words.is_person_noun(after)


def joined(segment: Segment, index: int) -> Claim | None:
    """ "Black & Decker": names joined by an ampersand, unless both only describe people or colours."""
    tokens = segment.tokens
    at = next((i for i in range(index + 1, len(tokens) - 1) if tokens[i].word == "&"), None)
    if at is None:
        return None
    sides = (_bare(tokens[at - 1]), _bare(tokens[at + 1]))
    if all(_is_group(side) or words.is_person_noun(side) for side in sides):
        return None
    if segment.describes_people(tokens[-1].end) and _is_group(sides[1]):
        return None
    return Claim(index, len(tokens), Sense.ORGANISATION, "names joined by an ampersand")


def of_name(segment: Segment, index: int) -> Claim | None:
    """ "Church of Scotland", "Daughters of the American Revolution"."""
    tokens = segment.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].word not in ("of", "of the"):
        return None
    if _bare(tokens[index]) not in words.OF_HEADS:
        return None
    last = index + 2
    while last < len(tokens) and last < index + 6 and not words.is_person_noun(_bare(tokens[last])):
        last += 1
    if last == index + 2:
        return None
    return Claim(index, last, Sense.ORGANISATION, "capitalised name joined by of")


def place_first(segment: Segment, index: int) -> Claim | None:
    """ "Lake Black", "Fort White": a geographic word before the name."""
    tokens = segment.tokens
    if _bare(tokens[index]) not in words.PLACE_FIRST or index + 1 >= len(tokens):
        return None
    last = index + 1
    while last < len(tokens) and last < index + 3 and _can_be_surname(tokens[last]):
        last += 1
    if last == index + 1 or _described(segment, last):
        return None
    return Claim(index, last, Sense.PLACE, "capitalised name after a geographic word")


def brand(segment: Segment, index: int) -> Claim | None:
    """ "Old Navy", "Asian Paints": a group word before a capitalised word that is no word for people."""
    tokens = segment.tokens
    if _bare(tokens[index]) not in words.ADJECTIVES or index + 1 >= len(tokens):
        return None
    rest = [_bare(token) for token in tokens[index + 1 :]]
    if any(_is_group(word) or words.is_person_noun(word) or word in words.DESCENT for word in rest):
        return None
    if rest[0] in words.TITLES or rest[0] in words.given_names() or rest[-1].endswith(_NOT_A_BRAND):
        return None
    if segment.is_headline() or words.is_person_noun(segment.next_word(tokens[-1].end)):
        return None
    return Claim(index, len(tokens), Sense.ORGANISATION, "group word inside a capitalised name")


def team(segment: Segment, index: int) -> Claim | None:
    """ "Washington Redskins", "the Blackhawks"."""
    tokens = segment.tokens
    at = next((i for i in range(index, len(tokens)) if tokens[i].word in words.TEAMS), None)
    if at is None:
        return None
    return Claim(index, at + 1, Sense.ORGANISATION, "nickname of a sports team")


_RULES: tuple[Rule, ...] = (
    of_name,
    joined,
    headed,
    team,
    title_and_surname,
    initials_and_surname,
    place_first,
    given_and_surname,
    brand,
    unknown_and_surname,
)


def claims(segment: Segment) -> Iterator[Claim]:
    """The entities of a segment of two or more words, first to last."""
    tokens = segment.tokens
    if all(token.upper or token.word in words.CONNECTORS for token in tokens):
        return
    index = 0
    while index < len(tokens):
        found = next((claim for rule in _RULES if (claim := rule(segment, index)) is not None), None)
        if found is None:
            index += 1
            continue
        yield found
        index = found.last
