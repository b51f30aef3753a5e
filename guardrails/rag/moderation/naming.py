"""A name that a query looks up becomes a filter: of records that merely read alike, the one that is named is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.rag.moderation.conditions import Bound, Condition
from guardrails.rag.moderation.fates import Fate, TermFate
from guardrails.rag.moderation.governed import Denials
from guardrails.rag.moderation.grounding import Grounding
from guardrails.rag.query.names import written_out
from guardrails.rag.terms import EntityMatch, Match, Query, Relation
from guardrails.text.vocabulary import words

__all__ = ["named_conditions", "shunned"]

_ASIDE: Final = words(
    "a an the all any please find show list get give me us i we need want see look looking up search for who is are "
    "where what s contact details detail profile record records entry address email emails phone number customer "
    "client colleague person brand company employer maker make label called named name by at from of about and or vs "
    "versus compare between both either information info data on"
)
"""Words before a name that leave it what is looked up: not "like", "with", "than", "not", nor what somebody does."""
_LINKED: Final = re.compile(r"(?<!\w)(?:by|at|from|brand|called|named|company|maker)\s{1,2}[\"“'‘]?$", re.IGNORECASE)
_LIKE: Final = re.compile(
    r"(?:['’]s)?\s(?:alternatives?|style|like|or similar|or equivalent|compatible|competitors?|colleagues?|manager|boss"
    r"|team|family|wife|husband|friends?)(?!\w)",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(r"\s?,\s?(?:and |or )?|\s(?:and|or)\s", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


def named_conditions(
    query: Query, grounding: Grounding, denials: Denials, fates: Sequence[TermFate] = ()
) -> tuple[Condition, ...]:
    """What the names in *query* ask for, as conditions on the fields that hold them; none where one of them does not.

    A name counts that is written as one, exactly as a record has it or by a short form, and that nothing before or
    behind makes a mere comparison ("like Ada Black", "Black & Decker compatible"). Those that
    are denied, or that *fates* say are in a filter, ask for nothing more.
    """
    filtered = [one for one in fates if one.fate is Fate.FILTERED]
    matches = [
        match
        for match in query.entities
        if denials.before(match.start) is None
        and denials.after(match.start, match.end) is None
        and not denials.leave_open(match.start, match.end)
        and not any(one.start <= match.start and match.end <= one.end for one in filtered)
    ]
    if not matches:
        return ()
    open_fields = {one.path for one in grounding.fields}
    if not all(_looked_up(query, match, open_fields) for match in matches):
        return ()
    return tuple(map(_condition, matches))


def shunned(denials: Denials, match: EntityMatch, grounding: Grounding) -> Condition | None:
    """What keeps a denied name out ("not by Black & Decker"), said as what asks for it; ``None`` where nothing does."""
    denial = denials.before(match.start) or denials.after(match.start, match.end)
    if denial is None or denial.outside or denial.unsure or match.match is Match.FUZZY or not match.values:
        return None
    if all(one.path != match.entity.kind for one in grounding.fields):
        return None
    return _condition(match)


def _condition(match: EntityMatch) -> Condition:
    return Condition(
        bounds=tuple(Bound(field=match.entity.kind, relation=Relation.EQ, value=value) for value in match.values)
    )


def _looked_up(query: Query, match: EntityMatch, open_fields: set[str]) -> bool:
    text = query.text
    if match.match is Match.FUZZY or not match.values or match.entity.kind not in open_fields:
        return False
    if not written_out(text, match.start, match.end) or _LIKE.match(text, match.end):
        return False
    linked = _LINKED.search(text, 0, _list_start(query, match)) is not None
    return linked or all(word in _ASIDE for word in _before(query, match))


def _list_start(query: Query, match: EntityMatch) -> int:
    """Where the list of names begins that *match* stands in: "by Tern, Young & Vale or Black & Decker"."""
    start = match.start
    for one in sorted(query.entities, key=lambda one: -one.start):
        if one.end <= start and _JOINT.fullmatch(query.text, one.end, start):
            start = one.start
    return start


def _before(query: Query, match: EntityMatch) -> Iterator[str]:
    """The words before *match* that are in no other name."""
    for word in _WORD.finditer(query.text, 0, match.start):
        if not any(one.start <= word.start() < one.end for one in query.entities):
            yield word[0].lower()
