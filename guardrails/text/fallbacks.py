"""A neutral predicate for a clause that has to stay: "Being gay is fine" becomes "Being a person is fine"."""

from __future__ import annotations

import re

from guardrails.text.articles import with_article
from guardrails.text.clauses import is_somebody_else, is_wh_question, sentence_start, subject_before
from guardrails.text.grammar import ADVERBS, COPULAS, MODALS
from guardrails.text.number import is_plural, pluralise
from guardrails.text.places import Predicate
from guardrails.text.tidy import Op
from guardrails.text.verbs import is_base
from guardrails.text.words import Word, after, before, gap_before

__all__ = ["CONDITIONS", "follows_edit", "follows_people", "neutral_predicate"]

_PLURAL_BE = frozenset(("are", "were"))
_SINGULARS = frozenset(("i", "he", "she", "it", "you", "who"))
_PLURALS = frozenset(("we", "they", "these", "those"))
_GENERIC = frozenset(("people", "persons", "individuals", "others", "humans", "ones"))
CONDITIONS = frozenset(
    ("pregnancy", "disability", "socioeconomic", "marital_status", "family_status", "veteran", "veteran_status")
)
"""What one is in rather than is: "she said she was in a particular situation"."""
_DID = frozenset(("did", "didn't"))
_DO = _DID | {"do", "does", "don't", "doesn't"}
_PAST = frozenset(("had", "was", "were"))
_CONDITION = "in a particular situation"
_THAT_WAY = "that way"
_PARTITIVE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|all|none|both|each|several|half|few|any|"
    r"\d+) of (?:the|my|our|his|her|their|your|these|those|its)(?: \w{1,20})? $",
    re.IGNORECASE,
)


def neutral_predicate(said: Predicate, subject: Word | None) -> Op:
    """The edit that puts a noun for somebody, or "that way" where none would do, in the place of what was said."""
    text, verb, place = said.text, said.verb, said.place
    if said.own:
        return _own(said, subject)
    if subject is not None and (subject.low in MODALS or subject.low == "to"):  # "applicants should be"
        subject = subject_before(text, subject.start, place.floor)
    many = _is_many(said, subject)
    if place.span.attribute == "age" and text[place.start : place.start + 1].isdigit():
        return Op(_after_not(said), place.end, "that age", place.span)
    if (op := _measured(said)) is not None:
        return op
    if _takes_no_noun(said) or (many and (subject is None or subject.low in _GENERIC)):
        return Op(_after_not(said), place.end, _THAT_WAY, place.span)
    if subject is not None and _PARTITIVE.search(text, place.floor, subject.start):
        return Op(_after_not(said), place.end, _CONDITION, place.span)  # "two of the nurses were people" says nothing
    if is_wh_question(text, place.start):
        return _asked(said, many=many)
    if place.span.attribute in CONDITIONS and not verb.bare.startswith("identif"):
        return Op(_after_not(said), place.end, _CONDITION, place.span)
    noun = _somebody(said, subject, many=many)
    if verb.bare.startswith("identif"):
        be = "are" if verb.bare == "identify" else "is"
        return Op(verb.start, place.end, f"{be} {noun}", place.span)
    if verb.negated and verb.bare in COPULAS and text[verb.start : verb.end].lower() != verb.bare:
        return Op(verb.start, place.end, f"{verb.bare} {noun}", place.span)
    return Op(_after_not(said), place.end, noun, place.span)


def _measured(said: Predicate) -> Op | None:
    """ "too old for this job" judges, and so does "not old enough": "unsuitable for this job"."""
    text, place = said.text, said.place
    follower = after(text, place.end, place.ceiling)
    if follower is None:
        return None
    if follower.low == "enough":
        start = _after_not(said)
        return Op(start, follower.end, "suitable" if start == place.start else "unsuitable", place.span)
    judged = follower.low in ("for", "to") and text[place.start : place.start + 4].lower() == "too "
    return Op(place.start, place.end, "unsuitable", place.span) if judged else None


def _asked(said: Predicate, *, many: bool) -> Op:
    """ "Who is deaf?": "Who is it?"; "Who is likely to be deaf?": "Who is likely?"."""
    place = said.place
    link = before(said.text, said.verb.start, place.floor)
    if said.verb.bare == "be" and link is not None and link.low == "to":
        return Op(link.start, place.end, "", place.span)
    return Op(place.start, place.end, "they" if many else "it", place.span)


def _takes_no_noun(said: Predicate) -> bool:
    becoming = said.verb.bare.startswith(("becom", "becam")) and said.place.span.attribute in CONDITIONS
    return said.verb.adjective_only or becoming


def _somebody(said: Predicate, subject: Word | None, *, many: bool) -> str:
    """The noun that anybody is, and not that of the subject: a candidate is "a person", a person "an individual"."""
    noun = said.place.person
    related = subject is None and not follows_people(said) and follows_edit(said)  # "my partner"
    if noun != "person" and (related or is_somebody_else(subject, said.verb.bare)):
        return "people" if many else "a person"
    named = subject.low.split("'")[0] if subject is not None else ""
    doubled = named in (noun, pluralise(noun)) or (subject is None and follows_people(said))
    if doubled:
        noun = "individual" if noun == "person" else "person"
    return pluralise(noun) if many else with_article(noun)


def follows_people(said: Predicate) -> bool:
    """Whether the subject is itself a description that becomes a noun for somebody."""
    previous = said.place.previous
    return follows_edit(said) and (previous is None or not (previous.neutral or "kinship" in previous.tags))


def follows_edit(said: Predicate) -> bool:
    """Whether what is edited before is the subject."""
    floor = said.place.floor
    return floor > 0 and gap_before(said.text, said.verb.start, floor) == floor


def _after_not(said: Predicate) -> int:
    """Where the complement begins, its "not" included: nobody is said not to be a person."""
    word = before(said.text, said.place.start, said.verb.end)
    return word.start if word is not None and word.low == "not" else said.place.start


def _own(said: Predicate, subject: Word | None) -> Op:
    place, bare = said.place, said.verb.bare
    low = subject.low if subject is not None else ""
    helper = subject
    if helper is not None and low in ADVERBS:  # "does not have"
        helper = before(said.text, helper.start, place.floor) or helper
        low = helper.low
    if helper is not None and low in _DO:  # "she doesn't have an accent"
        subject = subject_before(said.text, helper.start, place.floor)
    many = _is_many(said, subject)
    condition = place.span.attribute in CONDITIONS
    noun = _CONDITION if condition else _somebody(said, subject, many=many)
    if low == "must":
        return Op(place.start, place.end, "be suitable", place.span)
    if low == "to" or low in MODALS or (is_base(bare) and _is_asked(said)):
        new = "do so" if bare not in ("be", "become") else f"be {noun}"
        if said.text[place.end : place.end + 1] == "?" and low != "to":
            new = ""  # "Do you?"
        return Op(place.start, place.end, new, place.span)
    past = low in _DID or bare in _PAST or (bare.endswith("ed") and not bare.endswith("eed"))
    be = ("were" if many else "was") if past else {"i": "am", "you": "are"}.get(low, "are" if many else "is")
    start = place.start
    if helper is not None and low in _DO:
        start = helper.start
        be = be if past else {"does": "is", "doesn't": "is"}.get(low, "are")
    return Op(start, place.end, f"{be} {noun}", place.span)


def _is_asked(said: Predicate) -> bool:
    """Whether a helping verb opens the sentence: "Do you have", "Can she use"."""
    at = sentence_start(said.text, said.verb.start)
    opener = after(said.text, at, said.verb.start)
    return opener is not None and (opener.low in _DO or opener.low in MODALS)


def _is_many(said: Predicate, subject: Word | None) -> bool:
    low = subject.low.split("'")[0] if subject is not None else ""
    if low in _SINGULARS and said.verb.bare not in _PLURAL_BE:
        return False
    if low in _PLURALS:
        return True
    if subject is None and said.place.previous is not None and follows_edit(said):
        return is_plural(said.text[said.place.previous.start : said.place.previous.end])
    be_plural = said.verb.bare in _PLURAL_BE or said.verb.bare == "'re"
    return low != "you" and (be_plural or (is_plural(low) and (said.own or said.verb.bare == "be")))
