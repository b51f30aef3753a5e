"""Reading the clause around a span: its verb, its subject, and whether a sentence ends or begins here."""

from __future__ import annotations

from typing import NamedTuple

from guardrails.text.grammar import COPULAS, DETERMINERS, FUNCTION_WORDS, PRONOUNS, SUBJECTS, is_intensifier
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before, gap_before

__all__ = [
    "Copula",
    "copula_before",
    "ends_clause",
    "is_question",
    "is_somebody_else",
    "is_wh_question",
    "name_is",
    "sentence_start",
    "subject_before",
]

_BETWEEN = words(
    "not also now currently both either already still just only actually all always never really probably a an "
    "the too so very quite rather even recently newly formerly previously apparently obviously clearly"
)
_PASSIVE = words(
    "get gets got getting gotten go goes went going turn turns turned make makes made born left rendered raised "
    "sound sounds sounded appear appears appeared"
)
_IDENTIFY = frozenset(["identify", "identifies", "identified", "identifying"])
_ASKING = frozenset(("why", "how", "when", "where"))
_STOPS = (". ", "\n", "? ", "! ", ": ")  # a stop before a line end needs no search of its own
_FINITE = frozenset(("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"))
_QUANTIFIERS = DETERMINERS - PRONOUNS
_GENERIC = frozenset(("person", "people", "persons", "individual", "individuals", "human", "humans"))
_NO_SUBJECTS = DETERMINERS - SUBJECTS
_CONTRACTING = SUBJECTS | {"what", "where", "here"}


class Copula(NamedTuple):
    """The verb that links a subject to what is said of it. *start* is where it begins, after the subject's last letter.

    *bare* is the verb without "not"; *adjective_only* marks verbs that take no noun ("got", "looks").
    """

    start: int
    end: int
    bare: str
    negated: bool
    adjective_only: bool
    article: int  # where an article that belongs to the complement begins, or -1


def copula_before(text: str, pos: int, floor: int, word: Word | None = None) -> Copula | None:
    """The linking verb of which ``text[pos:]`` is the complement, adverbs and "not" between them allowed.

    *word* is the one before *pos*, where the caller has read it.
    """
    negated, article, at = False, -1, pos
    for _ in range(4):
        word = word or before(text, at, floor)
        if word is None:
            return None
        low = word.low
        if low in COPULAS or low in _PASSIVE:
            bare = low.removesuffix("n't") if low != "n't" else low
            adjective_only = low in _PASSIVE or low[:4] in ("look", "seem", "feel", "fel", "felt")
            return Copula(word.start, word.end, bare, negated or bare != low, adjective_only, article)
        if low == "as" and (verb := before(text, word.start, floor)) and verb.low in _IDENTIFY:
            return Copula(verb.start, word.end, verb.low, negated, False, article)
        if "'" in low:
            stem, mark, ending = low.partition("'")
            if stem in _CONTRACTING and ending in ("s", "m", "re"):
                return Copula(word.start + len(stem), word.end, mark + ending, negated, False, article)
        if low not in _BETWEEN and not is_intensifier(low):
            return None
        negated = negated or low == "not"
        if low in ("a", "an", "the") and (at == pos or text[at : at + 5] == "only "):
            article = word.start
        at, word = word.start, None
    return None


def name_is(text: str, pos: int, floor: int) -> Copula | None:
    """The "'s" of a name or noun before an adjective that has no noun: "Anna's pregnant"."""
    word = before(text, pos, floor)
    if word is None or not word.low.endswith("'s"):
        return None
    return Copula(word.end - 2, word.end, "'s", False, False, -1)


def sentence_start(text: str, pos: int, floor: int = 0) -> int:
    """Where the sentence around *pos* begins, at most 200 characters back."""
    low = max(floor, pos - 200)
    start = low
    for stop in _STOPS:
        found = text.rfind(stop, start, pos)
        start = found + 1 if found >= 0 else start
    while start < pos and text[start] in " \t\n\r":
        start += 1
    return start


def ends_clause(text: str, pos: int) -> bool:
    """Whether the sentence or clause stops at *pos*: punctuation, a line end or the end of the text."""
    while pos < len(text) and text[pos] in " \t":
        pos += 1
    return pos >= len(text) or text[pos] in '.!?;\n\r)]"”—–' or text[pos] == ":"


def is_question(text: str, pos: int, floor: int) -> bool:
    """Whether the words before *pos* ask ("Is she", "Are the candidates"): a linking verb opens the sentence."""
    first = after(text, sentence_start(text, pos), pos)
    if first is not None and first.low in _ASKING:
        first = after(text, first.end, pos)
    if first is not None and first.low in COPULAS and first.low not in ("looks", "look", "being"):
        return True
    subject = before(text, pos, floor)
    if subject is None or subject.low not in SUBJECTS:
        return False
    verb = before(text, subject.start, floor)
    return verb is not None and verb.low in COPULAS and gap_before(text, subject.start, floor) == verb.end


def is_wh_question(text: str, pos: int) -> bool:
    """Whether the words before *pos* ask who or which: "Who was", "Which of them is"."""
    first = after(text, sentence_start(text, pos), pos)
    return first is not None and first.low in ("who", "which", "who's") and first.text[0].isupper()


def subject_before(text: str, pos: int, floor: int) -> Word | None:
    """The word that ends the subject of the verb at *pos*."""
    word = before(text, pos, floor)
    return word if word is None or word.low not in _NO_SUBJECTS else None


def is_somebody_else(subject: Word | None, verb: str) -> bool:
    """Whether *subject* is a noun of its own: "the driver is" a person and not what the caller calls people."""
    if subject is None or verb not in _FINITE or not subject.text.islower() or not subject.text.isalpha():
        return False
    return subject.low in _QUANTIFIERS or (subject.low not in FUNCTION_WORDS and subject.low not in _GENERIC)
