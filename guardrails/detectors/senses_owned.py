"""Goods, facilities and events that are named after those they are for: "women's running shoes", "the men's final"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS, FUNCTION
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set

__all__ = ["named_after"]

_SHARED: Final = word_set(
    "toilet toilets loo loos restroom restrooms bathroom bathrooms washroom washrooms showers room rooms locker "
    "department departments section sections aisle range collection line size sizes sizing wear fit cut final finals "
    "semifinal semifinals relay heat heats singles doubles team teams squad league tournament championship cup "
    "marathon open edition magazine magazines"
)
_GOODS: Final = word_set(
    "fashion footwear trainers sneakers slippers jeans knitwear outerwear underwear nightwear sportswear accessories "
    "razor razors perfume fragrance aftershave deodorant cologne watches bike bikes wallet wallets jewellery jewelry "
    "rings boots coats jackets dresses suits skirts jumpers sweaters hoodies tops tees polos chinos leggings vests "
    "cardigans blazers hats caps scarves belts bags handbags glasses helmets wetsuit wetsuits swimwear pyjamas pajamas "
    "clubs golf"
)
_OF_A_BODY: Final = word_set("eye eyes hair haired text letter letters wording writing tone line cover card cards")
_JOINERS: Final = frozenset({"and", "or", "&", "/", ","})
_SHELVES: Final = frozenset({",", "/", "|", ">", ";", "&"})
_CLASSIFYING: Final = word_set("a an per")
_REACH: Final = 4


def named_after(window: Window, words: Vocabulary) -> bool:
    """Whether the plural possessive at the term only says whom a thing is for."""
    tokens = window.after
    if not tokens or tokens[0] not in "'\u2019":
        return False
    rest = _beyond(tokens[1:], words)
    owned = window.prior in DETERMINERS - _CLASSIFYING
    if not rest or rest[0] in _SHELVES:
        return not owned and bool(window.before or rest)
    if rest[0].isdecimal():
        return not owned
    for token in rest[:_REACH]:
        if token in _SHARED:
            return True
        if token in FUNCTION or not token[0].isalnum():
            return False
        if not owned and (token in _GOODS or (words.has(WordClass.COLOUR, token) and token not in _OF_A_BODY)):
            return True
    return False


def _beyond(tokens: Sequence[str], words: Vocabulary) -> Sequence[str]:
    """What follows "'s", and a second owner that is joined to the first: "men's and women's sizes"."""
    rest = tokens[1:] if tokens[:1] == ["s"] else tokens
    if len(rest) > 2 and rest[0] in _JOINERS:
        owner = rest[1].removesuffix("'s")
        if words.listed_person(owner) and (owner != rest[1] or rest[2] in "'\u2019"):
            return rest[2:] if owner != rest[1] else rest[3:]
    return rest
