"""Whether a sentence says what people need, may not do by law or suffered, and not what they are worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.lexis_needs import CHILDREN, DANGERS, HARSH, NEED_PHRASES, NEEDS, SPORT

__all__ = [
    "for_safety",
    "has_phrase",
    "long_ago",
    "needed",
    "of_a_rule",
    "of_others",
    "of_sport",
    "pitied",
    "to_the_one_concerned",
]

_HYPOTHESIS: Final = entries("if he, if i, if she, if somebody, if someone, if they, if you, when you")
_RULES: Final = entries("criterion, law, laws, method, methods, requirement, rule, rules, test, tests, wording")
_OURS: Final = entries("""
    add, create, design, draft, i, introduce, make, my, need, our, propose, set, us, want, we, write
""")
_TRIED: Final = entries("""
    attempted to, decided to, plan to, planned to, plotted to, sought to, tried to, wanted to, was ordered to, were
    ordered to
""")
_SPEAKER: Final = entries("i, we, you")
_SUFFERED: Final = entries("""
    are denied, are paid, are treated, be afraid, cry, earn less, face, feel unsafe, fear, go hungry, has to, have to,
    suffer, treated, wait
""")
_FEELING: Final = entries("hate, hates")
_PAST: Final = entries("could, had, was, were")
_CENTURIES: Final = entries("15, 16, 17, 18, 19")
_YEAR: Final = 4  # digits
_SUBJECT: Final = 5  # words before a verb in which its subject stands
_SOON: Final = 3  # words after a group in which what happens to it is said


def has_phrase(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """Whether one of *phrases*, each of whole words with a space between, stands in *words*."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def needed(clause: Sequence[str]) -> bool:
    """Whether *clause* speaks of a need, a barrier, a law or a custom, and of no decision against anybody."""
    if not HARSH.isdisjoint(clause):
        return False
    return not NEEDS.isdisjoint(clause) or has_phrase(clause, NEED_PHRASES)


def for_safety(match: Sequence[str], after: Sequence[str]) -> bool:
    """ "Keep *children* away from the *stove*"."""
    return not CHILDREN.isdisjoint(match) and not DANGERS.isdisjoint(after)


def long_ago(match: Sequence[str], clause: Sequence[str]) -> bool:
    """ "As a Jew he *could* not practise law after *1938*"."""
    return not _PAST.isdisjoint(match) and any(len(word) == _YEAR and word[:2] in _CENTURIES for word in clause)


def to_the_one_concerned(before: Sequence[str]) -> bool:
    """ "If you were passed over because you are deaf, ..."."""
    return has_phrase(before, _HYPOTHESIS)


def of_a_rule(before: Sequence[str], first: str) -> bool:
    """ "A height *rule* excludes most women": the wording is what a rule of nobody's own does."""
    near = before[-_SUBJECT:]
    return first.endswith("s") and not _RULES.isdisjoint(near) and _OURS.isdisjoint(near)


def of_others(before: Sequence[str]) -> bool:
    """ "The regime *wanted to* drive them out": somebody else's plan is told."""
    near = before[-_SUBJECT:]
    return has_phrase(near[-3:], _TRIED) and _SPEAKER.isdisjoint(near)


def pitied(match: Sequence[str], after: Sequence[str]) -> bool:
    """ "I hate that women *have to* be afraid"."""
    return not _FEELING.isdisjoint(match) and has_phrase(after[:_SOON], _SUFFERED)


def of_sport(sentence: Sequence[str]) -> bool:
    """Whether *sentence* speaks of a match, where teams go by the names of peoples."""
    return has_phrase(sentence, SPORT)
