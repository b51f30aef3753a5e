"""Neutralising one unit: what describes vanishes before its noun, nouns become neutral, clauses and asides go."""

from __future__ import annotations

from guardrails.quick import changed
from guardrails.text.articles import with_article
from guardrails.text.asides import aside, labelled, phrase_op
from guardrails.text.clauses import (
    Copula,
    copula_before,
    ends_clause,
    is_question,
    is_somebody_else,
    name_is,
    sentence_start,
    subject_before,
)
from guardrails.text.comparisons import comparison_op
from guardrails.text.fallbacks import CONDITIONS
from guardrails.text.grammar import (
    ARTICLES,
    DETERMINERS,
    FUNCTION_WORDS,
    PLURAL_DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    is_role,
)
from guardrails.text.heads import plain_head
from guardrails.text.nouns import RELATIONS, NounPhrase, noun_phrase
from guardrails.text.number import is_plural, pluralise
from guardrails.text.places import Place, Predicate
from guardrails.text.predicates import bare_complement, own_predicate, predicate_op, second_question
from guardrails.text.tidy import Op
from guardrails.text.units import Piece, Unit, pieces
from guardrails.text.verbs import is_adjective, is_base, plural_verb
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before, gap_after, gap_before
from guardrails.types import Form, Span

__all__ = ["Item", "neutral_items"]

Item = Op | NounPhrase

_ORIGINS = words(
    "descent origin origins heritage ancestry background backgrounds extraction parentage roots ethnicity "
    "nationality faith religion race gender sex sexuality orientation blood lineage stock birth persuasion"
)
_OFFSPRING = frozenset(("child", "children", "kid", "kids", "baby", "babies"))
_ORDINALS = words("first second third fourth fifth next last newborn unborn")  # "after the first child"
_HAVING = frozenset(("have", "has", "had", "having", "with", "without", "raise", "raising"))
_WISHES = frozenset(("preferably", "ideally"))
_FEELING = frozenset(("love", "loves", "hate", "hates", "fear", "fears", "admire", "despise", "blame", "welcome"))
_PLURAL_BE = frozenset(("are", "were", "have", "do", "can", "will", "should", "must", "need"))
_LINKS = ("and", "or", "but", "yet")
_ADJECTIVE, _NOUN, _PHRASE, _PREDICATE = Form.ADJECTIVE, Form.NOUN, Form.PHRASE, Form.PREDICATE  # for every unit
_make = tuple.__new__


def neutral_items(text: str, unit: Unit, person: str, others: bool, previous: Span | None) -> list[Item]:
    """The edits of *unit*, which comes after *previous*; noun phrases are left open so that people can be told apart
    across the text.
    """
    form = unit.spans[0].form
    if form is not _ADJECTIVE and form is not _NOUN:
        place = _make(
            Place, (text, unit.start, unit.end, unit.floor, unit.ceiling, unit.spans[-1], person, others, previous)
        )
        return [own_predicate(place) if form is _PREDICATE else phrase_op(place, unit.lead)]
    items: list[Item] = []
    floor = unit.floor
    heads = pieces(text, unit)
    for index, piece in enumerate(heads):
        ceiling = unit.ceiling if index + 1 == len(heads) else heads[index + 1].start
        here = _make(Place, (text, piece.start, piece.end, floor, ceiling, _nominal(piece), person, others, previous))
        items.append(_piece(here, piece, before(text, piece.start, floor) if index else unit.lead))
        floor, previous = max(floor, items[-1].end), here.span
    return items


def _nominal(piece: Piece) -> Span:
    for span in reversed(piece.spans):
        if span.form is _NOUN or span.form is _ADJECTIVE:
            return span
    return piece.spans[-1]


def _piece(place: Place, piece: Piece, lead: Word | None) -> Item:
    """The edit of *piece*; *lead* stands before it."""
    text, span = place.text, place.span
    if span.neutral and span.form is _ADJECTIVE and not is_role(span.neutral.rpartition(" ")[2]):
        return Op(place.start, place.end, span.neutral, span)
    if span.form is _ADJECTIVE and (op := comparison_op(place)) is not None:
        return op
    head = plain_head(place)
    if head is not None and head.low in _ORIGINS and (op := _origin(place, head)):
        return op
    beside, lead = lead, lead or _line_above(place)
    if head is not None:
        return noun_phrase(place, piece, head, lead, _joint_start(place, head, lead))
    surface = text[span.start : span.end].lower()
    if surface in RELATIONS or (surface in _OFFSPRING and _is_owned(place, lead)):
        return Op(place.start, span.start, "", span)
    place = _child(place, surface, lead)
    if span.form is _ADJECTIVE and lead is not None and lead.low.isdecimal() and _is_bracketed(place, lead):
        place, lead = place._replace(start=lead.start), None  # "(22 Spanish, 5 Italian)"
    if (op := labelled(place) or aside(place)) is not None:
        return op
    if lead is not None and lead.low in _WISHES:
        return _wished(place, lead)
    verb = copula_before(text, place.start, place.floor, beside) if beside is not None else None
    if span.form is _NOUN and not (verb and verb.article < 0 and _describes(text, span)):
        return (verb and bare_complement(place, verb)) or _replaced(place, piece, verb, lead)
    return _headless(place, piece, verb, lead)


def _child(place: Place, surface: str, lead: Word | None) -> Place:
    """Who is a child is no candidate; "a daughter" of nobody is told by age alone."""
    if "kinship" in place.span.tags and place.span.neutral in _OFFSPRING and not _is_owned(place, lead):
        return place._replace(span=changed(place.span, neutral=None), person="person")
    return place._replace(person="person") if surface in _OFFSPRING else place


def _is_bracketed(place: Place, count: Word) -> bool:
    """Whether *count* and the place make an item between brackets or commas."""
    left, right = gap_before(place.text, count.start), gap_after(place.text, place.end)
    return place.text[left - 1 : left] in ("(", ",") and place.text[right : right + 1] in (",", ")")


def _line_above(place: Place) -> Word | None:
    """The article that a line break parts from its noun."""
    text, start = place.text, place.start
    if start <= place.floor or text[start - 1] != "\n":
        return None
    word = before(text, start - 1, place.floor)
    return word if word is not None and word.low in ARTICLES else None


def _replaced(place: Place, piece: Piece, verb: Copula | None, lead: Word | None) -> NounPhrase:
    if verb is not None and (lead is None or lead.low != "the"):
        subject = subject_before(place.text, verb.start, place.floor)
        if is_somebody_else(subject, verb.bare):  # no candidate, whoever it is
            place = place._replace(person="person")
    phrase = noun_phrase(place, piece, None, lead, place.start)
    if verb is None and piece.spans[-1].form is not _PHRASE:
        return phrase
    end = place.end
    if piece.spans[-1].form is _PHRASE:  # "a woman in her sixties and with a degree"
        joint = after(place.text, end, place.ceiling)
        follower = after(place.text, joint.end, place.ceiling) if joint is not None and joint.low in _LINKS else None
        repeated = follower is not None and lead is not None and follower.low == lead.low  # "to women ... or to men"
        end = follower.start - 1 if follower is not None and follower.low in PREPOSITIONS and not repeated else end
    said = verb is not None and (phrase.determiner == "a" or (not phrase.determiner and not _is_asked(place)))
    return phrase._replace(end=end, stop=end, said=said)


def _is_asked(place: Place) -> bool:
    return is_question(place.text, place.start, place.floor)


def _wished(place: Place, word: Word) -> Op:
    """ "a flatmate, preferably female": the afterthought goes with its comma."""
    left = gap_before(place.text, word.start, place.floor)
    return Op(left - (left > place.floor and place.text[left - 1] == ","), place.end, "", place.span)


def _is_owned(place: Place, owner: Word | None) -> bool:
    """ "their child" tells of a relation, "a child" of an age."""
    follower = after(place.text, place.end, place.ceiling)
    while owner is not None and is_adjective(owner.low):  # "with small children"
        owner = before(place.text, owner.start, place.floor)
    if owner is not None and owner.low in ("a", "an"):  # "has a baby"
        owner = before(place.text, owner.start, place.floor)
        return owner is not None and owner.low in _HAVING
    owned = owner is not None and (owner.low in POSSESSIVES or owner.low.endswith("'s"))
    owned = owned or (follower is not None and follower.low == "of")
    if owner is not None and (owner.low in ("no", "any") or owner.low in _ORDINALS):
        return True
    if owner is not None and owner.low in PLURAL_DETERMINERS:
        left = gap_before(place.text, owner.start, place.floor)
        if place.text[left - 1 : left] == "," and ends_clause(place.text, place.end):
            return True  # "married, two children" in a profile
        owner = before(place.text, owner.start, place.floor)
    return owned or (owner is not None and owner.low in _HAVING)


def _describes(text: str, span: Span) -> bool:
    """Whether a noun span is used as an adjective after a linking verb: "being female"."""
    surface = text[span.start : span.end]
    return not is_plural(surface) and not (span.neutral or "").endswith("s")


def _joint_start(place: Place, head: Word, joint: Word | None) -> int:
    """Where the deletion begins when a plain adjective was joined to this one: "a talented and young engineer"."""
    text, floor = place.text, place.floor
    if joint is not None and joint.low in _LINKS:
        end = joint.start
    elif joint is None and (comma := gap_before(text, place.start, floor)) > floor and text[comma - 1] == ",":
        end = comma - 1
    else:
        return place.start
    word = before(text, end, floor)
    if word is None or is_role(word.low) or head.start < place.end:
        return place.start
    earlier = before(text, word.start, floor)
    listed = joint is None and earlier is not None and earlier.low in DETERMINERS and not is_plural(word.low)
    if not listed and not is_adjective(word.low):
        return place.start
    if earlier is not None and earlier.low not in DETERMINERS and _ends_a_thought(earlier.low):
        return place.start  # "as far as I am concerned, young people"
    return gap_before(text, end, floor)


def _ends_a_thought(word: str) -> bool:
    return word in FUNCTION_WORDS or word.endswith("ly")


def _origin(place: Place, head: Word) -> Op | None:
    """ "of Nigerian descent", "from a Muslim background": the whole phrase goes."""
    word = before(place.text, place.start, place.floor)
    if word is not None and word.low in DETERMINERS:
        word = before(place.text, word.start, place.floor)
    if word is None or word.low not in ("of", "from", "with"):
        return None
    cause = before(place.text, word.start, place.floor)
    if cause is not None and cause.low in ("because", "out"):
        return None
    return phrase_op(place._replace(start=word.start, end=head.end), before(place.text, word.start, place.floor))


def _headless(place: Place, piece: Piece, verb: Copula | None, word: Word | None) -> Item:
    """An adjective without a noun: said of a subject, standing for people, or an afterthought."""
    text, floor = place.text, place.floor
    verb = verb or name_is(text, place.start, floor)
    if verb is not None and verb.article < 0:
        identity = next((s for s in piece.spans if s.attribute not in CONDITIONS), place.span)
        return predicate_op(Predicate(place._replace(span=identity), verb))
    if (joint := _second_description(place)) is not None:
        return _replaced(place._replace(start=joint), piece._replace(start=joint), verb, None)
    if (op := _list_item(place)) is not None:
        return op
    follower = _joined_adjective(place)
    if follower is not None:
        return Op(place.start, follower.start, "", place.span)
    if word is not None and word.low == "as":  # "came across as gay"
        return Op(place.start, place.end, with_article(place.person), place.span)
    if word is not None and (word.low in PREPOSITIONS or _determined(place)):
        return (verb and bare_complement(place, verb)) or _replaced(place, piece, verb, word)
    return _standing(place, word)


def _standing(place: Place, word: Word | None) -> Op:
    """An adjective that stands for people, or one that nothing holds."""
    text, floor = place.text, place.floor
    if is_question(text, place.start, floor):
        if (op := second_question(place)) is not None:
            return op
        many = word is not None and is_plural(word.low)
        noun = pluralise(place.person) if many else with_article(place.person)
        return Op(place.start, place.end, noun, place.span)
    if _alone(place) or (ends_clause(text, place.end) and place.start == sentence_start(text, place.start, floor)):
        return Op(place.start, place.end, place.person, place.span)
    if word is None and _acts(place):
        return Op(place.start, place.end, pluralise(place.person), place.span)
    if word is not None and ends_clause(text, place.end) and _takes_object(word.low):
        return Op(place.start, place.end, pluralise(place.person), place.span)
    joined = word is not None and word.low in _LINKS
    start = gap_before(text, word.start, floor) if word is not None and joined else place.start
    return Op(start, place.end, "", place.span)


def _acts(place: Place) -> bool:
    """Whether a sentence begins with the place and goes on with a verb: "Elderly wait longer."."""
    verb = after(place.text, place.end, place.ceiling)
    opens = place.start == sentence_start(place.text, place.start, place.floor)
    return opens and verb is not None and (verb.low in _PLURAL_BE or is_base(verb.low))


def _second_description(place: Place) -> int | None:
    """Where "and devout" of "a kind and devout Hindu" begins: the noun that goes was that of both words."""
    link = before(place.text, place.start, place.floor)
    word = before(place.text, link.start, place.floor) if link is not None and link.low in _LINKS else None
    if link is None or word is None or not is_adjective(word.low):
        return None
    article = before(place.text, word.start, place.floor)
    return link.start if article is not None and article.low in ("a", "an") else None


def _determined(place: Place) -> bool:
    """Whether a determiner stands before, at most two describing words between: "a shifty rich Christian"."""
    at = place.start
    for _ in range(3):
        word = before(place.text, at, place.floor)
        if word is None or is_role(word.low) or (is_plural(word.low) and word.low not in DETERMINERS):
            return False
        if word.low in FUNCTION_WORDS:
            return word.low in DETERMINERS
        at = word.start
    return False


def _takes_object(verb: str) -> bool:
    return verb in _FEELING or is_base(verb) or is_base(plural_verb(verb)) or verb.endswith(("ing", "ed"))


def _list_item(place: Place) -> Op | None:
    """ "kind and Muslim", "kind, Muslim and funny": the item goes with what joined it to the describing word before."""
    text = place.text
    joint = before(text, place.start, place.floor)
    end = joint.start if joint is not None and joint.low in _LINKS else place.start
    left = gap_before(text, end, place.floor)
    comma = left > place.floor and text[left - 1] == ","
    previous = before(text, left - comma, place.floor)
    if not (comma or end < place.start) or previous is None:
        return None
    following = after(text, place.end, place.ceiling)
    amid = comma and following is not None and following.low in _LINKS and not is_plural(previous.low)
    if not is_adjective(previous.low) and (not amid or is_role(previous.low)):
        return None
    earlier = previous.start - 2
    if end < place.start and text[earlier : previous.start] == ", " and before(text, earlier, place.floor):
        return Op(earlier, place.end, f" and {previous.text}", place.span)
    return Op(left - comma, place.end, "", place.span)


def _joined_adjective(place: Place) -> Word | None:
    """The plain adjective that shares the noun to come: "young, *talented* engineers"."""
    text, at = place.text, gap_after(place.text, place.end, place.ceiling)
    comma = text[at : at + 1] == ","
    word = after(text, at + comma, place.ceiling)
    if word is not None and word.low in _LINKS:
        word, comma = after(text, word.end, place.ceiling), True
    if word is None or not comma or word.low in FUNCTION_WORDS:
        return None
    further = after(text, word.end)
    if not is_adjective(word.low) and not (text[at] == "," and further is not None and _is_people(further.low)):
        return None
    return word if further is not None and further.low not in FUNCTION_WORDS else None


def _is_people(noun: str) -> bool:
    """ "young, hungry salespeople": the word between is a describing one, whatever it is."""
    return is_plural(noun) and (is_role(noun) or noun.endswith("people"))


def _alone(place: Place) -> bool:
    """Whether nothing else stands on the line."""
    text = place.text
    left, right = text[max(0, place.start - 12) : place.start], text[place.end : place.end + 12]
    rest = left.rpartition("\n")[2] + right.partition("\n")[0]
    return not any(letter.isalnum() for letter in rest)
