"""Telling people apart once their descriptions are gone: "two people", "some people" and "others", "person A"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from guardrails.text.counting import counted, number_of, one_of, plural_of, summed
from guardrails.text.grammar import COPULAS, MODIFIERS, PLURAL_DETERMINERS
from guardrails.text.individuals import Individuals, Mention
from guardrails.text.neutral import Item
from guardrails.text.nouns import NounPhrase
from guardrails.text.phrases import plain_op
from guardrails.text.tidy import Op
from guardrails.text.words import after, before, gap_after, gap_before

__all__ = ["resolve"]

_AND = re.compile(r"(?:, | and | & |, and | as well as |/| plus )$")
_OR = re.compile(r"(?: or |, or | and/or | nor )$")
_PREFERENCE = re.compile(
    r" (?:over|above|before|ahead of|below|under|instead of|rather than|than|as opposed to|(?:but |and )?not|versus"
    r"|vs\.?) $"
)
_SENTENCE_END = re.compile(r"[.!?\n\r]")
_COUNTED = re.compile(r"\b(two|both|couple|pair|three|four)\b", re.IGNORECASE)
_COUNTS = {"three": 3, "four": 4}
_REACH = 120
_FAR = 200  # characters between two groups that are still contrasted
_EACH = frozenset(("each", "every", "any", "no", "this", "that", "another"))
_POSSESSIVE = frozenset(["my", "your", "his", "her", "its", "our", "their"])


def resolve(text: str, items: Sequence[Item], individuals: Individuals) -> list[Op]:
    """Raw edits for *items*, in text order; *individuals* are those of the conversation."""
    phrases = [item for item in items if isinstance(item, NounPhrase)]
    if not phrases:
        return [item for item in items if isinstance(item, Op)]
    chains = _chains(text, items) if len(phrases) > 1 else {}
    letters = _letters(phrases, chains, individuals)
    return _finish(text, _merged(text, items, chains, letters) if chains else items, letters)


def _merged(text: str, items: Sequence[Item], chains: dict[int, int], letters: Mapping[Mention, str]) -> list[Item]:
    """*items* with each coordination made one where it can be, and with who is pointed back to in it."""
    merged: list[Item] = []
    counted_in: set[tuple[str, ...]] = set()
    skip = 0
    for index, item in enumerate(items):
        if index < skip:
            continue
        size = chains.get(index, 0)
        chain = [member for member in items[index : index + size] if isinstance(member, NounPhrase)]
        free = size and not any(_is_lettered(member, letters) for member in chain)
        together = _together(text, chain) if free else None
        if together is not None and any(member.many for member in chain):
            counted_in |= {member.key for member in chain if not member.many}
        back = one_of(item, counted_in) if counted_in and isinstance(item, NounPhrase) else None
        merged.append(together or back or item)
        skip = index + size if together else index + 1
    return merged


def _chains(text: str, items: Sequence[Item]) -> dict[int, int]:
    """Where phrases of one noun are coordinated: index of the first, and how many."""
    chains: dict[int, int] = {}
    first = 0
    for index in range(1, len(items)):
        if _coordinated(text, items[index - 1], items[index]):
            chains[first] = index + 1 - first
        else:
            first = index
    return chains


def _coordinated(text: str, left: Item, right: Item) -> bool:
    if isinstance(left, Op) or isinstance(right, Op) or right.left - left.stop > 12:
        return False
    gap = text[left.stop : right.left]
    if left.many is not right.many:
        counts = number_of(left) > 0 < number_of(right) and plural_of(left) == plural_of(right)
        return counts and _AND.match(gap) is not None
    return _alike(left.noun.lower(), right.noun.lower()) and (_AND.match(gap) is not None or _OR.match(gap) is not None)


def _alike(left: str, right: str) -> bool:
    """Whether one noun is the other, or the other with words before it: "entry-level candidates" and "candidates"."""
    return left == right or left.endswith(" " + right) or right.endswith(" " + left)


def _together(text: str, chain: Sequence[NounPhrase]) -> Item | None:
    """One phrase for a coordination: "a man and a woman" are "two people", "men and women" are people."""
    first, last = chain[0]._replace(noun=min((member.noun for member in chain), key=len)), chain[-1]
    if (total := _total(text, chain)) is not None:
        return total
    if {member.determiner for member in chain[1:]} - {"", first.determiner}:
        return None
    either = _OR.match(text[chain[-2].stop : last.left]) is not None
    lead = before(text, first.left, first.floor)
    one = lead is not None and (lead.low == "as" or lead.low in COPULAS)  # "as an immigrant and a mother"
    pair = lead if lead is not None and lead.low in (("either", "neither") if either else ("both",)) else None
    if (told := _told_before(text, chain)) is not None:
        return told
    if first.many or either or one or first.determiner in _EACH:
        if pair is None:
            return first._replace(end=last.stop, stop=last.stop, ceiling=last.ceiling, kept=False)
        lead_word = "neither" if pair.low == "neither" else first.determiner  # "both" and "either" go
        noun = f"{lead_word} {first.noun}".lstrip()
        return first._replace(left=pair.start, start=pair.start, end=last.stop, stop=last.stop, noun=noun, kept=False)
    if first.determiner not in {"a", "the", "", *_POSSESSIVE}:
        return None
    return counted(chain, first.left if pair is None else pair.start)


def _total(text: str, chain: Sequence[NounPhrase]) -> Op | None:
    """ "two men and a woman" as three people; "or" adds nothing up."""
    first = chain[0]
    if any(_OR.match(text[one.stop : other.left]) for one, other in pairwise(chain)):
        return None
    lead = before(text, first.left, first.floor)
    return summed(chain, lead.start if lead is not None and lead.low == "both" else first.left)


def _told_before(text: str, chain: Sequence[NounPhrase]) -> Op | None:
    """The deletion of an apposition to what was counted: "two students, a boy and a girl, came"."""
    first, last = chain[0], chain[-1]
    left = gap_before(text, first.left, first.floor)
    if left <= first.floor or text[left - 1] not in ",:–—-" or first.determiner not in ("a", "the") or first.many:
        return None
    counted = _COUNTED.search(text, max(0, left - _REACH), left)
    if counted is None or _SENTENCE_END.search(text, counted.end(), left):
        return None
    number = _COUNTS.get(counted[1].lower(), 2)
    if number != len(chain):
        return None
    start = gap_before(text, left - 1, first.floor)
    closes = text[last.stop : last.stop + 1] == text[left - 1] and text[left - 1] != ":"
    return Op(start, last.stop + closes, "", first.span)


def _letters(phrases: Sequence[NounPhrase], chains: dict[int, int], individuals: Individuals) -> Mapping[Mention, str]:
    """The letters of individuals, where more than one is meant by a noun and one is pointed back to."""
    mentions = [_mention(phrase) for phrase in phrases if _is_individual(phrase)]
    together = len(chains) == 1 and len(phrases) == next(iter(chains.values()))
    return individuals.tell_apart(mentions, together=together) if mentions else {}


def _mention(phrase: NounPhrase) -> Mention:
    return Mention(phrase.noun.lower(), phrase.key, phrase.determiner != "a")


def _is_individual(phrase: NounPhrase) -> bool:
    return phrase.determiner in ("a", "the", "this", "that") and not phrase.many and not phrase.said


def _is_lettered(phrase: NounPhrase, letters: Mapping[Mention, str]) -> bool:
    return bool(letters) and _is_individual(phrase) and _mention(phrase) in letters


def _finish(text: str, items: Sequence[Item], letters: Mapping[Mention, str]) -> list[Op]:
    ops: list[Op] = []
    previous: NounPhrase | None = None
    for item in items:
        if isinstance(item, Op):
            ops.append(item)
            continue
        if _is_lettered(item, letters):
            ops.append(_lettered(text, item, letters))
            continue
        op = plain_op(text, item)
        if previous is not None and item.left - previous.stop <= _FAR and _contrasts(text, previous, item):
            op = _contrasted(text, ops, previous, item) or op
        ops.append(op)
        previous = item if op.new or item.kept else previous
    return [op for op in ops if op.end > op.start]


def _lettered(text: str, phrase: NounPhrase, letters: Mapping[Mention, str]) -> Op:
    letter = letters[_mention(phrase)]
    noun = _noun(text, phrase)
    return Op(phrase.left, phrase.stop, f"{phrase.noun if noun == 'one' else noun} {letter}", phrase.span)


def _contrasts(text: str, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether two groups or two people of one noun meet in one sentence."""
    if right.left < left.stop or left.many != right.many or left.noun.lower() != right.noun.lower():
        return False
    if set(left.key) <= set(right.key) or set(right.key) <= set(left.key):
        return False
    if left.said or right.said or text[left.stop : left.stop + 1] in ("'", "’"):
        return False
    counted_off = left.determiner in ("more", "fewer") and text[left.stop : right.left] == " than "
    if (left.determiner not in ("", "the", "a") and not counted_off) or right.determiner not in ("", "the", "a"):
        return False
    return text[right.stop : right.stop + 1] not in ("'", "’") and not _SENTENCE_END.search(text, left.stop, right.left)


def _contrasted(text: str, ops: list[Op], left: NounPhrase, right: NounPhrase) -> Op | None:
    follower = after(text, right.stop, right.ceiling)
    modified = follower is not None and follower.low in MODIFIERS
    gap = text[left.stop : right.left]
    if not left.many and _PREFERENCE.match(gap):
        return Op(left.stop, right.stop, "", right.span)
    if not left.many:
        both = left.determiner == right.determiner == "a" and not modified
        return Op(right.left, right.stop, f"another {_noun(text, right)}", right.span) if both else None
    if _PREFERENCE.match(gap):
        return Op(left.stop, right.stop, "", right.span)
    lead = before(text, left.left, left.floor)
    if (lead is not None and (lead.low == "of" or lead.low in PLURAL_DETERMINERS)) or ops[-1].span is not left.span:
        return None
    if not ops[-1].new.startswith("some "):
        if left.kept:
            ops[-1] = Op(left.left, gap_after(text, left.end), "some ", left.span)
        else:
            ops[-1] = Op(left.left, left.end, f"some {left.noun}", left.span)
    return Op(right.left, right.stop, "others", right.span)


def _noun(text: str, phrase: NounPhrase) -> str:
    return text[phrase.end : phrase.stop].strip() if phrase.kept else phrase.noun
