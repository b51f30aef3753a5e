"""Words that could be about people or about things: what else in the query and in the tenant's data decides."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.entities_words import is_person_noun
from guardrails.detectors.senses_verdict import BEFORE_PERSON, NO_PERSON, OF_SUBJECT
from guardrails.rag.catalogue.capabilities import Admits
from guardrails.rag.query.fieldnames import field_names_of
from guardrails.rag.tenant import Tenant
from guardrails.text.vocabulary import words
from guardrails.text.words import after
from guardrails.types import Form, Sense, Span

__all__ = ["about_people", "ambiguous_here", "meant_by_a_field"]

_BEFORE_UNKNOWN: Final = "before a noun that is no known person"
_UNDECIDED: Final = frozenset({NO_PERSON, _BEFORE_UNKNOWN, "said of a thing"})
"""What the detector says where it found nobody; in a query the person need not be named."""
_STYLED: Final = re.compile(r"(?:dr|mr|mrs|ms|mx|miss|prof)\b\.?\s", re.IGNORECASE)
_NAMES: Final = frozenset({Sense.NAME, Sense.ORGANISATION, Sense.PLACE, Sense.TITLE})
_WEARERS: Final = words("men women mens womens man woman boys girls kids baby babies child children ladies")
_NO_GOODS: Final = words(
    "in on at of for from with without to and or but who whom whose that which under over above below near "
    "around by as than like since until before after is are was were have has can could should will would must "
    "buy buys bought want wants like likes need needs prefer love wear wears use uses order orders choose"
)

_WORKS: Final = ("ant", "ants", "or", "ors", "er", "ers", "ist", "ists", "ian", "ians", "man", "men")
"""Endings of words for who does something; a detector that said "person" is believed where one stands."""
_COMPARED: Final = words("cheaper smaller larger bigger lower higher newer older longer shorter lighter softer paper")
_ORIGIN: Final = frozenset({"race", "ethnicity", "nationality"})


def meant_by_a_field(text: str, span: Span, tenant: Tenant) -> bool:
    """Whether a field of the catalogue may be what *span* means.

    Not where it describes somebody: in "black nurses" the word is no colour although the catalogue has one. In "black
    men shoes" it is, because the shoes are what is described; and where no document is about people, what stands right
    before a thing describes that ("indian curry cheaper than 20").
    """
    if span.sense in _NAMES:
        return False
    if span.sense is not Sense.PERSON:
        return True
    if span.reason == BEFORE_PERSON:
        return _before_goods(text, span.end) or (not _knows_people(tenant) and _before_thing(text, span.end))
    return span.reason != OF_SUBJECT and span.form in (Form.NOUN, Form.ADJECTIVE)


def _before_goods(text: str, end: int) -> bool:
    wearer = after(text, end)
    if wearer is None or wearer.low not in _WEARERS:
        return False
    goods = after(text, wearer.end)
    return goods is not None and goods.low not in _NO_GOODS and not is_person_noun(goods.low)


def _before_thing(text: str, end: int) -> bool:
    """Whether none of the words up to the next preposition names people."""
    word = after(text, end)
    thing = word is not None
    while word is not None and word.low not in _NO_GOODS:
        if is_person_noun(word.low) or (word.low.endswith(_WORKS) and word.low not in _COMPARED):
            return False
        word = after(text, word.end)
    return thing


def _knows_people(tenant: Tenant) -> bool:
    """Whether anything about people's attributes is in *tenant*'s documents."""
    stated = any(one.attribute is not None for one in tenant.schema.fields) or bool(tenant.schema.protected)
    return stated or any(one.attribute is not None for one in tenant.capabilities.fields.values())


def ambiguous_here(text: str, span: Span, tenant: Tenant) -> bool:
    """Whether a look-alike that nothing beside it explains may be about people, because the records are.

    "black" alone is a colour in a shop; in a directory of people whose documents know the race of each it is not.
    """
    if span.reason not in _UNDECIDED or not about_people(tenant, span.attribute):
        return False
    follower = after(text, span.end)
    if span.reason == _BEFORE_UNKNOWN:  # "young Dr. Black", in a directory
        return follower is not None and _STYLED.match(text, follower.start) is not None
    return follower is None or follower.low in _NO_GOODS


def about_people(tenant: Tenant, attribute: str) -> bool:
    """Whether *tenant*'s documents state *attribute* of somebody, in whatever field; origin goes by several names."""
    akin = _ORIGIN if attribute in _ORIGIN else {attribute}
    if any(one.attribute in akin for one in tenant.schema.fields):
        return True
    if akin.intersection(field_names_of(tenant.schema).protected.values()):
        return True
    return any(
        profile.attribute in akin or (profile.admits is Admits.PERSON_DEMOGRAPHIC and profile.attribute is None)
        for profile in tenant.capabilities.fields.values()
    )
