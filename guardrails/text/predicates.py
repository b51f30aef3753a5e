"""What becomes of "is Muslim", "I'm 45 and", "who is deaf": the clause goes, or it keeps a neutral noun."""

from __future__ import annotations

import re

from guardrails.text.clauses import Copula, copula_before, ends_clause, is_question, sentence_start, subject_before
from guardrails.text.fallbacks import follows_edit, neutral_predicate
from guardrails.text.grammar import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BLAMING,
    COPULAS,
    DETERMINERS,
    FUNCTION_WORDS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
    is_intensifier,
)
from guardrails.text.number import is_plural
from guardrails.text.places import Place, Predicate
from guardrails.text.tidy import Op
from guardrails.text.verbs import is_adjective, is_base, is_finite
from guardrails.text.words import Word, after, before, gap_after, gap_before

__all__ = ["bare_complement", "own_predicate", "predicate_op", "second_question"]

_LINK = re.compile(r"[ \t]{0,3}(,?)[ \t]{0,3}(?:(and|but|yet|or|(?<=,[ ])so)\b[ \t]{1,3})?", re.IGNORECASE)  # ", and "
_ENDING = re.compile(r"['’](?:s|m|re|ve)\b", re.IGNORECASE)  # "'m"
_RELATIVE = frozenset(("who", "that", "which", "whom"))
_REASONS = frozenset(("because", "since", "as", "although", "though", "whereas"))
_PERSONAL = frozenset(("i", "you", "he", "she", "we", "they", "it"))
_THIRD = frozenset(("he", "she", "it", "who", "that"))
_NEW_SUBJECT = _PERSONAL | {"my", "your", "his", "her", "our", "their"} | DETERMINERS | QUESTION_WORDS
_ASKED = _PERSONAL | {"this", "that", "there"}
_PRONOUNS = frozenset(("he", "she", "they"))
_SEVERAL = frozenset(("team", "staff", "crew", "family", "company", "board", "office", "department", "group", "firm"))
_CONTRACTED = frozenset(("he's", "she's", "it's", "hes", "shes"))
_ARTICLES = ARTICLES | POSSESSIVES
_JOINING = frozenset(("and", "but", "so", "yet", "or"))
_VAGUE = frozenset(("stuff", "all", "everything", "whatever", "things", "such", "so", "co"))
_SINGULAR_BE = frozenset(("is", "was", "'s"))
_HAVING = frozenset(("has", "have", "had", "uses", "use", "used", "receives", "receive", "received"))
_NONFINITE = frozenset(("being", "been", "becoming", "to"))


def own_predicate(place: Place) -> Op:
    """The edit of a place that holds its own verb: "is 45 years old", "uses a wheelchair", "I'm deaf"."""
    text = place.text
    first = after(text, place.start, place.end)
    while first is not None and first.low in SUBJECTS and first.end < place.end:
        place = place._replace(start=gap_after(text, first.end, place.end))
        first = after(text, place.start, place.end)
    outer = copula_before(text, place.start, place.floor)
    if outer is not None and outer.article < 0:
        return predicate_op(Predicate(place, outer))
    verb = _own_verb(place, first)
    if (verb.bare in COPULAS and not _is_likeness(text, verb)) or verb.bare.startswith("'"):
        inner = place._replace(start=gap_after(text, verb.end, place.end))
        return predicate_op(Predicate(inner, verb))
    return predicate_op(Predicate(place._replace(start=verb.start), verb, own=True))


def _is_likeness(text: str, verb: Copula) -> bool:
    """ "looks like": no linking verb that a neutral noun could follow."""
    word = after(text, verb.end)
    return word is not None and word.low == "like"


def _own_verb(place: Place, first: Word | None) -> Copula:
    if first is None:
        ending = _ENDING.match(place.text, place.start, place.end)
        return Copula(place.start, ending.end() if ending else place.start, "'s", False, False, -1)
    stem, mark, _ = first.low.partition("'")
    cut = first.start + (len(stem) if mark and stem in _PERSONAL else 0)
    bare = first.low[cut - first.start :]
    return Copula(cut, first.end, bare.removesuffix("n't"), bare.endswith("n't"), False, -1)


def bare_complement(place: Place, verb: Copula) -> Op | None:
    """ "is a woman and has": the clause goes when another takes its place; ``None`` leaves the noun to be replaced."""
    if verb.adjective_only:
        return None
    subject = subject_before(place.text, verb.start, place.floor)
    if subject is None or subject.low.split("'")[0] in ("there", "here"):
        return None
    start = verb.article if verb.article >= 0 else place.start
    said = Predicate(place._replace(start=start), verb)
    ends = ends_clause(place.text, place.end) or place.text[place.end : place.end + 1] == ","
    if (op := _continued(said, subject, noun=True)) is not None or place.span.neutral or not ends:
        return op
    return _relative(said, subject) or _subordinate(said, subject)


def predicate_op(said: Predicate) -> Op:
    """The edit that takes *said* out of its sentence."""
    place = said.place
    subject = subject_before(said.text, said.verb.start, place.floor)
    if is_question(said.text, place.start, place.floor) and not said.own:
        if (op := second_question(place)) is not None:
            return op
        return _relative(said, subject) or _subordinate(said, subject) or neutral_predicate(said, subject)
    for rule in (_participle, _continued, _last_of_list, _relative, _subordinate):
        op = rule(said, subject)
        if op is not None:
            return op
    whole = _whole_sentence(said, subject) if place.others else None
    return whole or neutral_predicate(said, subject)


def second_question(place: Place) -> Op | None:
    """ "Is she married, and *does she* drive?": the first question goes."""
    text = place.text
    link = _LINK.match(text, place.end, place.ceiling)
    verb = after(text, link.end(), place.ceiling) if link is not None and link[2] else None
    first = after(text, sentence_start(text, place.start, place.floor), place.start)
    if verb is None or first is None or first.low not in AUXILIARIES or not _asks(text, verb, place.ceiling):
        return None
    return Op(first.start, verb.start, "", place.span)


def _participle(said: Predicate, _: Word | None) -> Op | None:
    """ "Being gay, he moved": the opening goes with its comma."""
    right = gap_after(said.text, said.place.end, said.place.ceiling)
    start = said.verb.start
    lead = before(said.text, start, said.place.floor)
    if said.verb.bare != "being":
        return None
    if lead is not None and lead.low in BLAMING and ends_clause(said.text, said.place.end):
        return Op(lead.start, said.place.end, "", said.place.span)  # "fired for being gay"
    if said.text[right : right + 1] != "," or right >= said.place.ceiling:
        return None
    if lead is not None and lead.low in BLAMING:
        start = lead.start
    left = gap_before(said.text, start, said.place.floor)
    if left > said.place.floor and said.text[left - 1] == ",":  # "She, being Muslim, left"
        return Op(left - 1, right + 1, "", said.place.span)
    if start != sentence_start(said.text, start, said.place.floor):
        return None
    return Op(start, gap_after(said.text, right + 1, said.place.ceiling), "", said.place.span)


def _continued(said: Predicate, subject: Word | None, *, noun: bool = False) -> Op | None:
    """ "She is Muslim and has", "I'm deaf, how do I", "is 45, lives in": what follows takes the place."""
    place = said.place
    link = _LINK.match(said.text, place.end, place.ceiling)
    if link is None or not (link[1] or link[2]):
        return None
    follower = after(said.text, link.end(), place.ceiling)
    if follower is None or follower.low in _VAGUE or (subject is not None and subject.low in _RELATIVE and not link[2]):
        return None
    if (link[2] == "or" and not is_adjective(follower.low)) or (follower.low == "which" and not link[2]):
        return None  # "He is deaf, which his manager knows"
    if link[2] and (op := _second_complement(said, follower) or _second_object(said, follower)) is not None:
        return op
    bare = follower.low.split("'")[0]
    if _asks(said.text, follower, place.ceiling):
        return _before_question(said, subject, follower)
    if bare in _NEW_SUBJECT and not (bare in ("a", "an") and not link[2]):
        return _new_clause(said, subject, follower, joined=bool(link[2]))
    if _goes_on(said, subject, follower, joined=bool(link[2])):
        return _next_verb(said, follower)
    if said.own or (not link[2] and not is_adjective(follower.low)):
        return None
    if noun and (follower.low in PREPOSITIONS or not (is_adjective(follower.low) or _is_graded(said, follower))):
        return None
    if follower.low in FUNCTION_WORDS and follower.low not in PREPOSITIONS and follower.low != "not":
        return None
    return Op(_after_negation(said), follower.start, "", place.span)


def _asks(text: str, verb: Word, ceiling: int) -> bool:
    """ "I'm 17, *can I* apply?": a verb before its subject opens a question."""
    subject = after(text, verb.end, ceiling) if verb.low in AUXILIARIES else None
    return subject is not None and subject.low in _ASKED


def _before_question(said: Predicate, subject: Word | None, verb: Word) -> Op | None:
    """A pronoun's clause goes where the question asks about something else as well; another's has to stay."""
    if subject is None or subject.low.split("'")[0] not in _PERSONAL:
        return None
    return (
        Op(subject.start, verb.start, "", said.place.span)
        if _opens_clause(said.text, subject, said.place.floor)
        else None
    )


def _is_graded(said: Predicate, word: Word) -> bool:
    """ "very polite"."""
    described = after(said.text, word.end, said.place.ceiling) if is_intensifier(word.low) else None
    return described is not None and is_adjective(described.low)


def _is_verb(said: Predicate, word: Word) -> bool:
    """Whether *word* governs a noun phrase, as a verb does and a describing word does not: "heads the team".

    After "is" and "was" a word in "s" is one too: "is blind but types fast".
    """
    if word.low in FUNCTION_WORDS:
        return False
    if said.verb.bare in _SINGULAR_BE and word.low.endswith("s") and not word.low.endswith(("ss", "us", "'s", "less")):
        return True
    article = after(said.text, word.end, said.place.ceiling)
    return article is not None and article.low in _ARTICLES


def _second_complement(said: Predicate, follower: Word) -> Op | None:
    """ "She is a Muslim and *a hard worker*", "it is old and *it's tired*": the verb keeps the other complement."""
    place = said.place
    if follower.low in _CONTRACTED and said.verb.bare in ("is", "'s"):
        return Op(place.start, follower.end, "", place.span)
    if follower.low in ("a", "an") and not said.own and not _has_verb(said, follower):
        return Op(_after_negation(said), follower.start, "", place.span)
    return None


def _second_object(said: Predicate, follower: Word) -> Op | None:
    """ "She has two kids and *no car*": the verb keeps the other object."""
    if not said.own or said.verb.bare not in _HAVING or follower.low not in DETERMINERS or _has_verb(said, follower):
        return None
    return Op(gap_after(said.text, said.verb.end, said.place.end), follower.start, "", said.place.span)


def _has_verb(said: Predicate, article: Word) -> bool:
    """Whether "and a ..." begins a clause of its own: "She is deaf and a friend helps her"."""
    word: Word | None = article
    for _ in range(4):
        word = after(said.text, word.end, said.place.ceiling) if word is not None else None
        if word is None or word.low in PREPOSITIONS:
            return False
        if is_finite(word.low):
            return True
    return False


def _new_clause(said: Predicate, subject: Word | None, follower: Word, *, joined: bool) -> Op | None:
    """The next clause has a subject of its own: a pronoun's clause goes whole, another's gives its verb to it."""
    if subject is None:
        follows = joined and not said.own and follower.low in _PRONOUNS and follows_edit(said)
        return Op(said.verb.start, follower.end, "", said.place.span) if follows else None
    if subject.low.split("'")[0] in _PERSONAL and _opens_clause(said.text, subject, said.place.floor):
        return Op(subject.start, follower.start, "", said.place.span)
    one = follower.low == "it" or (subject.low not in _SEVERAL and not is_plural(subject.low))
    if joined and one and subject.low not in SUBJECTS and follower.low in ("he", "she", "it"):
        return Op(said.verb.start, follower.end, "", said.place.span)
    return None


def _goes_on(said: Predicate, subject: Word | None, follower: Word, *, joined: bool) -> bool:
    """Whether *follower* is the next verb of the same subject, or an adverb before it: "and now runs"."""
    third = subject is None or not _takes_base(subject)
    ahead = after(said.text, follower.end, said.place.ceiling) if joined and follower.low in ADVERBS else None
    if ahead is not None and is_finite(ahead.low, third=third):
        return True
    return follower.low == "be" == said.verb.bare or is_finite(follower.low, third=third) or _is_verb(said, follower)


def _next_verb(said: Predicate, follower: Word) -> Op | None:
    """The next verb of the same subject takes the place of this one."""
    bare = said.verb.bare
    if follower.low in ("do", "don't"):  # "so do not ask her" is no verb of hers
        return None
    if bare in _NONFINITE or (bare in ("be", "become", "get") and not is_base(follower.low)):
        return None
    return Op(said.verb.start, follower.start, " " if bare.startswith("'") else "", said.place.span)


def _takes_base(subject: Word) -> bool:
    low = subject.low.split("'")[0]
    return low in MODALS or (low not in _THIRD and (low in _PERSONAL or low == "to" or is_plural(low)))


def _after_negation(said: Predicate) -> int:
    """The complement's start, or that of the "not" before it, which must not fall on what follows."""
    word = before(said.text, said.place.start, said.verb.end)
    return word.start if word is not None and word.low == "not" else said.place.start


def _opens_clause(text: str, subject: Word, floor: int) -> bool:
    left = gap_before(text, subject.start, floor)
    if left == 0 or not (text[left - 1].isalnum() or text[left - 1] in "'’"):
        return True
    word = before(text, left, floor)
    return word is not None and word.low in _JOINING


def _last_of_list(said: Predicate, _: Word | None) -> Op | None:
    """ "She is kind and Muslim", "kind, Muslim and funny": the item goes with what joined it."""
    text, place = said.text, said.place
    left = gap_before(text, place.start, place.floor)
    word = before(text, place.start, place.floor)
    if word is not None and word.low in ("and", "or", "but"):
        left = gap_before(text, word.start, place.floor)
        left -= left > place.floor and text[left - 1] == ","
    elif not (left > place.floor and text[left - 1] == ","):
        return None
    else:
        left -= 1
    return Op(left, place.end, "", place.span) if said.verb.end < left else None


def _relative(said: Predicate, subject: Word | None) -> Op | None:
    """ "a candidate who is Muslim": the relative clause goes."""
    if subject is None or subject.low.split("'")[0] not in _RELATIVE:
        return None
    start = gap_before(said.text, subject.start, said.place.floor)
    if start == subject.start or start <= 0 or not (said.text[start - 1].isalnum() or said.text[start - 1] in ",)"):
        return None
    if said.text[start - 1] == "," and said.text[said.place.end : said.place.end + 1] == ",":
        return Op(start - 1, said.place.end + 1, "", said.place.span)
    return Op(start, said.place.end, "", said.place.span)


def _subordinate(said: Predicate, subject: Word | None) -> Op | None:
    """ "..., because she is Muslim." and "... and he is deaf.": the clause goes with its conjunction."""
    text, place = said.text, said.place
    if subject is not None and subject.low in ("and", "but") and ends_clause(text, place.end):
        return Op(gap_before(text, subject.start, place.floor), place.end, "", place.span)
    if subject is None or subject.low.split("'")[0] not in _PERSONAL:
        return None
    joint = before(text, subject.start, place.floor)
    if joint is None or (joint.low not in _REASONS and joint.low not in ("and", "but")):
        return None
    right = gap_after(text, place.end, place.ceiling)
    comma = text[right : right + 1] == "," and right < place.ceiling
    if not comma and not ends_clause(text, place.end):
        return None
    left = gap_before(text, joint.start, place.floor)
    if joint.start == sentence_start(text, joint.start, place.floor):
        return Op(joint.start, gap_after(text, right + 1, place.ceiling), "", place.span) if comma else None
    if left <= place.floor or not (text[left - 1].isalnum() or text[left - 1] in ",)"):
        return None
    return Op(left - (text[left - 1] == ","), place.end, "", place.span)


def _whole_sentence(said: Predicate, subject: Word | None) -> Op | None:
    """A sentence of a pronoun and its predicate, where the text has others."""
    text, place = said.text, said.place
    if subject is None or subject.low.split("'")[0] not in _PERSONAL or not ends_clause(text, place.end):
        return None
    if subject.start != sentence_start(text, subject.start, place.floor):
        return None
    end = place.end
    while end < place.ceiling and text[end] in " \t.!":
        end += 1
    if end < len(text) and text[end] not in "\n\r" and not text[end - 1].isspace():
        return None
    return Op(subject.start, end, "", place.span)
