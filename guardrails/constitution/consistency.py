"""What no single field can see: names that must exist elsewhere, and combinations that could not do what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from guardrails.constitution.problems import Loc, Problem, shown
from guardrails.constitution.vocabulary import WHY_SEVEN
from guardrails.constitution.words import Words
from guardrails.errors import did_you_mean
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, OnError

if TYPE_CHECKING:
    from guardrails.constitution.schema import Constitution

__all__ = ["inconsistencies"]


def inconsistencies(constitution: Constitution) -> Iterator[Problem]:
    """Everything that is wrong with the whole while its parts are right."""
    yield from _undeclared(constitution)
    yield from _unseen(constitution)
    yield from _repeated(constitution)
    yield from _exceptions(constitution)
    yield from _critique(constitution)
    yield from _unknown_principles(constitution)


def _undeclared(constitution: Constitution) -> Iterator[Problem]:
    """Attributes that are spoken of and not protected here."""
    known = constitution.attributes
    spoken: list[tuple[Loc, str]] = []
    for part in ("moderation", "scrub"):
        for source, words in getattr(constitution, part).table().items():
            spoken += [((part, source.value, name), name) for name, _ in words.named]
    for index, relevance in enumerate(constitution.moderation.relevant):
        spoken += [
            (("moderation", "relevant", index, "attributes", at), name) for at, name in enumerate(relevance.attributes)
        ]
    for index, case in enumerate(constitution.tests):
        spoken += [
            (("tests", index, "expect", "attributes", at), name) for at, name in enumerate(case.expect.attributes)
        ]
    for loc, name in spoken:
        if name not in known:
            yield Problem(
                loc=loc, message=f"{name!r} is not protected here", hint=f"add it: protected_attributes: [{name}]"
            )


def _unseen(constitution: Constitution) -> Iterator[Problem]:
    """One of the seven that is let through without a trace on both sides of the model is removed in effect."""
    user, answer = constitution.moderation.user, constitution.scrub.assistant
    for name in PROTECTED_ATTRIBUTES:
        if user.of(name) is Moderation.KEEP and answer.of(name) is Moderation.KEEP:
            yield Problem(
                loc=("scrub", "assistant", name),
                message=f"{name!r} is kept in the user's text and in the answer: that would remove its protection",
                hint=f"use 'annotate', which changes nothing and leaves a record, in one of them; {WHY_SEVEN}",
            )


def _repeated(constitution: Constitution) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for index, principle in enumerate(constitution.principles):
        seen[principle.id] += 1
        if seen[principle.id] == 2:
            yield Problem(loc=("principles", index, "id"), message=f"duplicate principle id {principle.id!r}")
    for index, name in enumerate(constitution.protected_attributes):
        if name in constitution.protected_attributes[:index]:
            yield Problem(loc=("protected_attributes", index), message=f"{name!r} is listed twice")


def _exceptions(constitution: Constitution) -> Iterator[Problem]:
    moderation = constitution.moderation
    if "name" not in moderation.except_:
        message = "names are always spared"
        yield Problem(loc=("moderation", "except"), message=message, hint="keep 'name' in the list")
    if moderation.relevant and "relevant" not in moderation.except_:
        message = "'relevant' is filled, and 'except' does not list it: the list would be ignored"
        yield Problem(loc=("moderation", "relevant"), message=message, hint="add 'relevant' to 'except'")


def _critique(constitution: Constitution) -> Iterator[Problem]:
    critique = constitution.critique
    if critique.critic == "rules" and critique.model is not None:
        hint = "use 'critic: auto' or 'critic: llm', or leave the model out"
        yield Problem(
            loc=("critique", "model"), message="'critic: rules' asks no model: it would be ignored", hint=hint
        )
    if critique.critic == "rules" and critique.when != "always":
        hint = "use 'critic: auto' or 'critic: llm', or leave 'when' out: rules judge every draft"
        message = "'critic: rules' asks no model: 'when' would be ignored"
        yield Problem(loc=("critique", "when"), message=message, hint=hint)
    asked = critique.critic == "llm" or (critique.critic == "auto" and critique.model is not None)
    if constitution.streaming == "sentence" and asked and critique.when != "flagged":
        hint = "use 'when: flagged', which asks the model where the rules find something, or 'streaming: hold'"
        message = (
            "'sentence' shows what the rules clear before a model is asked, and here the model judges what they clear"
        )
        yield Problem(loc=("streaming",), message=message, hint=hint)
    if _leaves_alone(constitution.scrub.assistant):
        relying = {"critique.unresolved": critique.unresolved, "on_error.critique": constitution.on_error.critique}
        if keys := [key for key, word in relying.items() if word is OnError.SCRUB]:
            message = f"this changes nothing in answers, yet {' and '.join(keys)} say 'scrub'"
            hint = "set them to block, escalate or allow, or neutralise answers"
            yield Problem(loc=("scrub", "assistant"), message=message, hint=hint)


def _leaves_alone(words: Words) -> bool:
    quiet = (Moderation.KEEP, Moderation.ANNOTATE)
    return all(words.of(name) in quiet for name in PROTECTED_ATTRIBUTES)


def _unknown_principles(constitution: Constitution) -> Iterator[Problem]:
    known = {principle.id for principle in constitution.principles}
    for index, _ in enumerate(constitution.drop_principles):  # what could be dropped is gone once a file is loaded
        yield Problem(loc=("drop_principles", index), message="nothing to drop: there is no 'extends'")
    for index, case in enumerate(constitution.tests):
        for at, name in enumerate(case.expect.principles):
            if name not in known:
                loc = ("tests", index, "expect", "principles", at)
                hint = did_you_mean(name, known) or f"known: {', '.join(sorted(known)) or 'none'}"
                yield Problem(loc=loc, message=f"unknown principle {shown(name)}", hint=hint)
