"""Compile a constitution into layers: every name resolved, the order derived, nothing left to interpret."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from os import PathLike
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from guardrails.constitution import Constitution, lexicon_path, load_file, load_pack
from guardrails.critics import RuleCritic
from guardrails.critics.critic import Critic
from guardrails.detectors.deferred import deferred
from guardrails.detectors.grounding import Catalogue
from guardrails.detectors.memo import remembering
from guardrails.flow import Middleware
from guardrails.middleware import Budget, Critique, Moderate, Relevance, Screen, Scrub, Treatment
from guardrails.middleware.logged import LogText
from guardrails.pausing import Pausing
from guardrails.types import ConstitutionRef, Detector, Memory, Moderation, OnError, Source

if TYPE_CHECKING:
    from guardrails.detectors.resolvers import EntityResolver

__all__ = ["Given", "Layer", "Policy", "compile_policy", "english_detector", "policy_of_file", "policy_of_pack"]


class Given(TypedDict, total=False):
    """What a guard knows beside its constitution.

    *critic_model* names the critic model where the constitution names none. *catalogue* is what the tenant's data
    admits: its values are spared where the constitution lists the exception ``grounded``. *entities* are names to
    spare, *resolvers* find more of them.
    """

    critic_model: str | None
    catalogue: Catalogue | None
    entities: Iterable[str]
    resolvers: Sequence[EntityResolver]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer, with what it does in a line for people (`constitution show` prints it)."""

    name: str
    middleware: Middleware
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A compiled constitution. *layers* stand outermost first; *moderation* and *scrubbing* are what two apply."""

    constitution: ConstitutionRef
    moderation: Treatment
    scrubbing: Treatment
    layers: tuple[Layer, ...]
    on_log_error: Literal["block", "continue"]
    on_escalation_error: Literal["block", "escalate"] = "block"
    log_text: LogText = "none"
    memory: Memory = "moderated"

    @property
    def middleware(self) -> tuple[Middleware, ...]:
        """The layers as a guard takes them."""
        return tuple(layer.middleware for layer in self.layers)


def english_detector(*, entities: Iterable[str] = (), resolvers: Sequence[EntityResolver] = ()) -> Detector:
    """The detector over the English lexicon that comes with the library, all attributes.

    *entities* are names to spare, *resolvers* find more of them; without either it is built once a process, when the
    first text comes. It remembers the spans of texts it has seen (not the texts), so unchanged turns are not scanned
    again.
    """
    known = tuple(entities)
    return _english_detector(known, tuple(resolvers)) if known or resolvers else _plain_english_detector()


@cache
def _plain_english_detector() -> Detector:
    return _english_detector((), ())


def _english_detector(entities: tuple[str, ...], resolvers: tuple[EntityResolver, ...]) -> Detector:
    detect = deferred(partial(_built, entities, resolvers))
    return remembering(detect, remade=partial(english_detector, entities=entities, resolvers=resolvers))


def _built(entities: tuple[str, ...], resolvers: tuple[EntityResolver, ...]) -> Detector:
    from guardrails.constitution.lexicon import load_lexicon
    from guardrails.detectors.detector import build_detector

    return build_detector(load_lexicon(lexicon_path("en")), entities=entities, resolvers=resolvers)


def policy_of_pack(name: str, **given: Unpack[Given]) -> Policy:
    """The policy of a pack that comes with the library."""
    with Pausing():
        return compile_policy(load_pack(name), **given)


def policy_of_file(path: str | PathLike[str], **given: Unpack[Given]) -> Policy:
    """The policy of a constitution in a file of your own."""
    with Pausing():
        return compile_policy(load_file(path), **given)


def compile_policy(constitution: Constitution, *, detect: Detector | None = None, **given: Unpack[Given]) -> Policy:
    """Resolve *constitution* to layers.

    The order is derived, not configured. Moderation is outermost: whatever happens inside, the model and the critic see
    moderated input only. Scrubbing stands outside critique, so that what a reviser writes is scrubbed like what the
    model wrote. Critique is innermost: it judges the model's own words, with nothing changed underneath its quotes.
    *detect* replaces the English detector, and with it what *given* says of names. Raises `ConstitutionError` where
    streams go by sentences and the critic model *given* would judge what the rules clear.
    """
    names, resolvers = tuple(given.get("entities", ())), given.get("resolvers", ())
    early = detect or english_detector(entities=names)  # a resolver cannot be asked about half a text
    detect = detect or english_detector(entities=names, resolvers=resolvers)
    catalogue = given.get("catalogue")
    moderation = _treatment(constitution, constitution.moderation_actions(), detect, catalogue)
    scrubbing = _treatment(constitution, constitution.scrub_actions(), detect, catalogue)
    layers = (
        Layer(
            name="moderate",
            middleware=Moderate(moderation, on_error=constitution.on_error.moderation),
            does="treats protected wording of the request before the model reads it",
        ),
        Layer(
            name="scrub",
            middleware=Scrub(
                scrubbing,
                on_error=OnError(constitution.on_error.scrub),
                early=early if _may_go_early(constitution) else None,
            ),
            does="treats protected wording of the answer, after critique",
        ),
        _critique(constitution, detect, early, given.get("critic_model")),
    )
    return _policy(constitution, moderation, scrubbing, layers)


def _policy(
    constitution: Constitution, moderation: Treatment, scrubbing: Treatment, layers: tuple[Layer, ...]
) -> Policy:
    return Policy(
        constitution=constitution.ref,
        moderation=moderation,
        scrubbing=scrubbing,
        layers=layers,
        on_log_error=constitution.log.on_error,
        on_escalation_error=constitution.on_error.escalation,
        log_text=constitution.log.text,
        memory=constitution.memory,
    )


def _treatment(
    constitution: Constitution,
    actions: dict[Source, dict[str, Moderation]],
    detect: Detector,
    catalogue: Catalogue | None,
) -> Treatment:
    moderation = constitution.moderation
    return Treatment(
        detect=detect,
        actions=actions,
        relevant=tuple(Relevance(attributes=frozenset(r.attributes), topics=r.topics) for r in moderation.relevant),
        catalogue=catalogue if "grounded" in moderation.except_ else None,
        person=moderation.person,
        pronouns=moderation.pronouns,
    )


_WHEN = {True: "where they find something", False: "in a sample of calls"}


def _may_go_early(constitution: Constitution) -> bool:
    """Whether scrubbing may let sentences of a stream go: not where a late one could withhold the whole answer."""
    blocks = Moderation.BLOCK in constitution.scrub_actions()[Source.ASSISTANT].values()
    return constitution.streaming == "sentence" or not (constitution.principles or blocks)


def _critique(constitution: Constitution, detect: Detector, early: Detector, critic_model: str | None) -> Layer:
    part = constitution.critique
    model = part.model or critic_model
    rules: Critic = RuleCritic(detect)
    critic, judge = rules, "the embedded rules"
    screen: Screen | None = None
    if part.critic == "llm" or (part.critic == "auto" and model is not None):
        critic = _asking(model, part.budget.seconds, rules if part.critic == "auto" else None)
        judge = f"the model {model}" if model else "the guarded client's own model"
        if part.when != "always":
            screen = Screen(critic=rules, share=None if part.when == "flagged" else part.when.sampled)
            judge = f"the embedded rules, and {judge} {_WHEN[screen.share is None]},"
    layer = Critique(
        constitution.principle_values(),
        critic,
        budget=Budget(rounds=part.rounds, tokens=part.budget.tokens, seconds=part.budget.seconds),
        unresolved=part.unresolved,
        on_error=constitution.on_error.critique,
        screen=screen,
        early=RuleCritic(early) if constitution.streaming == "sentence" else None,
    )
    does = (
        f"{judge} judges the draft against {len(constitution.principles)} principles; at most {part.rounds} revisions"
    )
    return Layer(name="critique", middleware=layer, does=does)


def _asking(model: str | None, seconds: float, rules: Critic | None) -> Critic:
    """The critic that asks *model*, beside *rules* if there are any."""
    from guardrails.critics import BreakingCritic, CombinedCritic, LLMCritic, RememberingCritic

    # The memory stands outside the breaker: what is known needs no critic that answers.
    asked = RememberingCritic(BreakingCritic(LLMCritic(model=model, timeout_s=seconds)))
    return asked if rules is None else CombinedCritic(rules=rules, model=asked)
