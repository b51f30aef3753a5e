"""The last check of a deletion: no article, preposition, "and" or verb may be left with nothing after it."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.text.articles import with_article
from guardrails.text.clauses import ends_clause, sentence_start
from guardrails.text.grammar import COPULAS, PREPOSITIONS
from guardrails.text.tidy import Op
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before, gap_after, gap_before

__all__ = ["undangled"]

_DETERMINERS = words("a an the no every my your his our their its whose")
_LINKS = words("and or but nor because since although though as than if who which that")
_NEEDING = COPULAS - {"looks", "look", "looked"} | words(
    "has have had having want wants wanted need needs needed hire hires hired employ employs employed prefer prefers "
    "preferred seek seeks sought reject rejects rejected include includes included"
)
_PASSIVE = COPULAS | words("be been being get gets got getting")
_STEPS = 4
_REACH = 100  # characters; a longer gap is more than blanks


def undangled(text: str, ops: Sequence[Op], person: str) -> list[Op]:
    """*ops* in order, each deletion widened until what is left of it can end a clause or begin one.

    *person* is what a verb gets whose object went; without it, as in a search query, the verb may stand alone.
    """
    mended: list[Op] = []
    floor = 0
    for op in ops:
        if not op.new.strip():
            if mended and not mended[-1].new and op.start - floor < _REACH and not text[floor : op.start].strip(" \t"):
                op = Op(mended.pop().start, max(floor, op.end), "", op.span)
                floor = mended[-1].end if mended else 0
            if op.start < floor:
                mended.append(op)
                floor = max(floor, op.end)
                continue
            follows = bool(mended) and bool(mended[-1].new) and mended[-1].end == op.start  # what was put before it
            op = _ended(text, op, floor, person) if ends_clause(text, op.end) else op
            op = op if follows else _opened(text, op, floor)
        mended.append(op)
        floor = max(floor, op.end)
    return mended


def _ended(text: str, op: Op, floor: int, person: str) -> Op:
    first = after(text, op.start, op.end)
    # A dash or a comma begins an aside, "because" a clause: neither is what a verb before it needs.
    governed = first is not None and first.low not in PREPOSITIONS and first.low not in _LINKS
    start = op.start
    for _ in range(_STEPS):
        word = before(text, start, floor)
        if word is None:
            break
        if governed and person and word.low in _NEEDING and not _is_passive(text, word, floor):
            blank = " " * (start == word.end)
            return Op(start, op.end, blank + with_article(person), op.span)
        if word.low not in _DETERMINERS and word.low not in _LINKS and not (governed and word.low in PREPOSITIONS):
            break
        start = word.start
        governed = True
    return op if start == op.start else Op(start, op.end, "", op.span)


def _is_passive(text: str, verb: Word, floor: int) -> bool:
    """ "was rejected" needs nothing after it."""
    auxiliary = before(text, verb.start, floor)
    if auxiliary is not None and auxiliary.low in ("not", "never"):
        auxiliary = before(text, auxiliary.start, floor)
    return verb.low.endswith("ed") and auxiliary is not None and auxiliary.low in _PASSIVE


def _opened(text: str, op: Op, floor: int) -> Op:
    """Nothing may begin with the "and" that joined it to what went."""
    link = after(text, op.end)
    if link is None or link.low not in ("and", "or"):
        return op
    left = gap_before(text, op.start, floor)
    if op.start != sentence_start(text, op.start, floor) and not (left > floor and text[left - 1] == ","):
        return op
    return Op(op.start, gap_after(text, link.end), "", op.span)
