"""What was added in passing: phrases after a noun, words in brackets or between commas, the value of a label."""

from __future__ import annotations

import re

from guardrails.text.clauses import copula_before, ends_clause
from guardrails.text.governed import governed_op
from guardrails.text.grammar import ARTICLES, FUNCTION_WORDS, PLURAL_DETERMINERS, PREPOSITIONS, PRONOUNS
from guardrails.text.places import Place, Predicate
from guardrails.text.predicates import own_predicate, predicate_op
from guardrails.text.tidy import Op
from guardrails.text.units import has_more
from guardrails.text.verbs import is_finite
from guardrails.text.words import Word, after, before, gap_after, gap_before

__all__ = ["aside", "labelled", "phrase_op"]

_LABEL = re.compile(
    r"(?:^|[\n|;•*-]|\b)[ \t]{0,4}\**[A-Za-z][A-Za-z /]{1,24}\**[ \t]{0,2}[:=]\**[ \t]{0,4}$"
)  # "Gender: "
_RELATIVE = re.compile(r"(?:who|that|which|whose)\b", re.IGNORECASE)
_LEADS = frozenset(("aged", "age", "born"))
_GOVERNING = frozenset(("of", "for", "by", "from", "about", "like", "to"))
_GOING_ON = FUNCTION_WORDS - PRONOUNS - PLURAL_DETERMINERS - ARTICLES  # "Anna, Black, two years in sales" is a list
_BEFORE_VALUE = " \t*:="
_UNSAID = "undisclosed"


def labelled(place: Place) -> Op | None:
    """ "Gender: female" at the end of a line or list item: a value that says nothing."""
    text, start = place.text, place.start
    if start == 0 or text[start - 1] not in _BEFORE_VALUE:  # most places end here
        return None
    if text[max(0, start - 6) : start].rstrip(" \t*")[-1:] not in (":", "="):
        return None
    right = gap_after(text, place.end)
    if (right < len(text) and text[right] not in "\n\r,;|.)") or _LABEL.search(
        text[max(0, start - 40) : start]
    ) is None:
        return None
    return Op(start, place.end, _UNSAID, place.span)


def aside(place: Place) -> Op | None:
    """ "Anna (female), ..." and "Anna, Black, ...": brackets and commas go too."""
    text, floor = place.text, place.floor
    left = gap_before(text, place.start, floor)
    if left <= floor or text[left - 1] not in "(,":
        return None
    right = gap_after(text, place.end, place.ceiling)
    if right >= place.ceiling:
        return None
    if text[left - 1] == "(" and text[right] == ")":
        return Op(gap_before(text, left - 1, floor), right + 1, "", place.span)
    if text[left - 1] == "," and text[right] == "," and not _in_list(place, left - 1, right + 1):
        follower = after(text, right + 1, place.ceiling)
        goes_on = follower is not None and (is_finite(follower.low) or follower.low in _GOING_ON)
        return Op(left - 1, right + goes_on, "", place.span)
    return None


def _in_list(place: Place, left: int, right: int) -> bool:
    """Whether the commas separate the items of a list rather than enclose an afterthought."""
    word = after(place.text, right, place.ceiling)
    return word is not None and word.low in ("and", "or")


def phrase_op(place: Place, lead: Word | None) -> Op:
    """ "with a disability", "in her sixties", "who uses a wheelchair": goes with its commas and its "and".

    *lead* is the word before.
    """
    text, start = place.text, place.start
    if lead is not None and lead.low in _LEADS and text[start : start + 1].isdigit():
        place, lead = place._replace(start=lead.start), before(text, lead.start, place.floor)
    if place.span.neutral:
        return Op(place.start, place.end, place.span.neutral, place.span)
    if text[place.end - 1] in "aAnNeE" and (last := before(text, place.end, start)) and last.low in ARTICLES:
        return Op(start, last.start, "", place.span)  # "articulate for a": the article is that of the noun to come
    if (op := labelled(place)) is not None:
        return op
    verb = copula_before(text, place.start, place.floor, lead) if lead is not None else None
    if verb is not None and verb.article < 0:
        return predicate_op(Predicate(place, verb))
    return governed_op(place) or aside(place) or _hanging(place, lead)


def _hanging(place: Place, lead: Word | None) -> Op:
    """The edit of what hangs on the noun before it, together with the *lead* word that tied it there."""
    if lead is not None and lead.low in ARTICLES:
        governor = before(place.text, lead.start, place.floor)
        start = governor.start if governor is not None and governor.low in PREPOSITIONS else lead.start
        return Op(start, place.end, "", place.span)
    if lead is not None and lead.low in _GOVERNING and place.text[place.start].isalpha():
        return Op(lead.start, place.end, "", place.span)
    if lead is not None and is_finite(lead.low) and _is_object(place):
        return own_predicate(place._replace(start=lead.start))
    return _joined(place, lead) or Op(place.start, place.end, "", place.span)


def _is_object(place: Place) -> bool:
    """Whether the phrase is what a verb has or uses rather than how or where: "they/them pronouns"."""
    first = after(place.text, place.start, place.end)
    if first is None or first.low in PREPOSITIONS or first.low.endswith(("ing", "ed", "er")):
        return False
    return first.low not in ("born", "who", "that", "which", "whose", "and") and ends_clause(place.text, place.end)


def _joined(place: Place, lead: Word | None) -> Op | None:
    """ "in her sixties and with a degree", "with a degree and in her sixties", "who is Muslim and has"."""
    text, start, end = place.text, place.start, place.end
    link = after(text, end, place.ceiling)
    if link is not None and link.low in ("and", "or", "but"):
        follower = after(text, link.end, place.ceiling)
        relative = _RELATIVE.match(text, start, end)
        if follower is not None and relative and is_finite(follower.low):
            return Op(relative.end(), link.end, "", place.span)
        if follower is not None and (follower.low in PREPOSITIONS or follower.low == "who"):
            return Op(start, follower.start, "", place.span)
        first = after(text, start, end)
        if first is not None and first.low == "with" and has_more(text, end, place.ceiling):
            return Op(first.end, link.end, "", place.span)
    if lead is not None and lead.low in ("and", "or") and before(text, lead.start, place.floor) is not None:
        return Op(gap_before(text, lead.start, place.floor), end, "", place.span)
    return None
