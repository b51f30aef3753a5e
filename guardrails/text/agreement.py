"""Verbs that must change when their subject becomes "they": beside the pronoun, before it, and coordinated ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.text.grammar import FOCUS
from guardrails.text.tidy import Op
from guardrails.text.verbs import ADJECTIVAL, is_base, plural_verb
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before

__all__ = ["agreeing"]

_INVERTED = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_SKIPPED = words(
    "not also never always often sometimes usually still just only even ever already now then soon once twice "
    "rarely seldom perhaps maybe nowadays thus therefore however really almost quite both himself herself "
    "themself who alone too herself actually"
)
_NOT_VERBS = words("as always perhaps sometimes thus besides afterwards towards nevertheless us yes plus unless")
_PARTICIPLES = words("been got had done gone taken given seen become made come begun written shown known grown left")
_COORDINATED = re.compile(
    r",?[ \t\n](?:and|but|or|then|who)[ \t\n]"
    r"(?:(?:also|then|always|often|never|still|now|usually)[ \t])?(\w+(?:n['’]t)?)\b"
    r"|,[ \t\n](?:(?:also|then|always|often|never|still|now|usually)[ \t])?(\w+(?:n['’]t)?)\b"
)  # " and has", ", lives"
_STOP = re.compile(r"[.!?;:\n\r]|\b(?:I|you|he|she|it|we|they|who|which|that|because|if|when|while|where)\b")
_REACH = 160


def agreeing(text: str, start: int, end: int) -> Iterator[Op]:
    """Edits of the verbs whose subject is the pronoun ``text[start:end]``, in text order but for an inverted one."""
    verb = before(text, start)
    if verb is not None and verb.low in _INVERTED and not _is_answer(text, verb, end):
        yield Op(verb.start, verb.end, _cased(_INVERTED[verb.low], verb.text))
        return
    if text[end : end + 1] in ("'", "’"):
        contracted = _contraction(text, end)
        if contracted is not None:
            yield contracted
            yield from _coordinated(text, contracted.end)
        return
    yield from _following(text, end)


def _following(text: str, at: int) -> Iterator[Op]:
    """The verb after the pronoun and those coordinated with it."""
    word = after(text, at)
    for _ in range(3):
        if word is None or not (word.low in _SKIPPED or (word.low.endswith("ly") and word.low not in FOCUS)):
            break
        at = word.end
        word = after(text, at)
    if word is None:
        yield from _coordinated(text, at)
    elif word.low not in ("and", "or"):
        changed = plural_verb(word.low)
        if changed != word.low and word.low not in _NOT_VERBS:
            yield Op(word.start, word.end, _cased(changed, word.text))
            yield from _coordinated(text, word.end)
        elif word.low.endswith(("ed", "ll")) or word.low in ("had", "did", "will", "can"):
            yield from _coordinated(text, word.end, only=("is", "was", "has", "does"))


def _is_answer(text: str, verb: Word, end: int) -> bool:
    """ "The problem is she has no time": the verb before belongs to another subject when another verb follows."""
    if verb.low in ("does", "doesn't"):
        return False
    follower = after(text, end)
    opener = before(text, verb.start)
    finite = follower is not None and (
        follower.low in _INVERTED or (is_base(plural_verb(follower.low)) and follower.low.endswith("s"))
    )
    modal = follower is not None and follower.low in (
        "can",
        "could",
        "will",
        "would",
        "should",
        "had",
        "did",
        "must",
        "may",
    )
    return opener is not None and (finite or modal)


def _contraction(text: str, end: int) -> Op | None:
    if text[end + 1 : end + 2].lower() != "s" or text[end + 2 : end + 3].isalnum():
        return None
    follower = after(text, end + 2)
    low = follower.low if follower is not None else ""
    done = low in _PARTICIPLES or (low.endswith("ed") and low not in ADJECTIVAL)
    return Op(end, end + 2, text[end] + ("ve" if done else "re"))


def _coordinated(text: str, at: int, only: tuple[str, ...] = ()) -> Iterator[Op]:
    """Later verbs of the same subject: "she lives in Berlin, *speaks* French and *has* ...", to the next subject."""
    limit = min(len(text), at + _REACH)
    stop = _STOP.search(text, at, limit)
    limit = stop.start() if stop is not None else limit
    for found in _COORDINATED.finditer(text, at, limit):
        group = 1 if found[1] else 2
        word = found[group].lower().replace("’", "'")
        changed = plural_verb(word)
        known = word in _INVERTED or is_base(changed)
        if changed != word and known and (not only or word in only) and found.end() < len(text):
            yield Op(found.start(group), found.end(group), changed)


def _cased(new: str, old: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.capitalize() if old[0].isupper() else new
