"""The parts of the format about judging: principles, the critique, what happens on errors, and the log."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from guardrails.constitution.base import Part, Prose, RuleName, fault
from guardrails.types import OnError, Principle, Severity

__all__ = ["BudgetPart", "CritiquePart", "LogPart", "OnErrorPart", "PrinciplePart", "SampledPart", "Streaming"]


class PrinciplePart(Part):
    """A norm in plain language, with what to critique and how to revise."""

    id: str = Field(
        pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        max_length=60,
        description="Name in decisions and reports: kebab-case, at most 60 characters, once in a constitution.",
    )
    text: Prose = Field(
        description="The norm, in one or two sentences; the critic model reads it. At most 2000 characters."
    )
    revise: str = Field(
        default="", max_length=2000, description="How to rewrite what breaks it. At most 2000 characters."
    )
    severity: Literal["low", "medium", "high"] = Field(default="medium", description="How bad it is to break it.")
    source: str = Field(default="", max_length=500, description="The statute, standard or paper it rests on.")
    rules: tuple[RuleName, ...] = Field(
        default=(),
        description="Embedded rules that find it broken without a model. With none, only a critic model can judge "
        "it. A rule that several principles name counts for the first of them.",
    )

    def value(self) -> Principle:
        """As the critics take it."""
        return Principle(
            id=self.id,
            text=self.text,
            revise=self.revise,
            severity=Severity[self.severity.upper()],
            source=self.source,
            rules=self.rules,
        )


class SampledPart(Part):
    """A share of the calls, drawn by the call's id: the same id is always judged the same way."""

    sampled: float = Field(ge=0, le=1, strict=True, description="Share of the calls, 0 to 1.")


def _when(given: object) -> object:
    """One complaint instead of one for each form that `when` could have."""
    if isinstance(given, SampledPart) or given in ("always", "flagged"):
        return given
    share = given.get("sampled") if isinstance(given, dict) and len(given) == 1 else None
    if isinstance(share, int | float) and not isinstance(share, bool) and 0 <= share <= 1:
        return given
    raise fault("not a way to choose calls", "use always, flagged, or {sampled: 0.1} with a share from 0 to 1")


_When: TypeAlias = Annotated[Literal["always", "flagged"] | SampledPart, BeforeValidator(_when)]
Streaming: TypeAlias = Literal["hold", "sentence"]


class BudgetPart(Part):
    """Caps on the critique of one call; the best draft so far wins when one is reached."""

    tokens: int = Field(
        default=4000, ge=1, le=1_000_000, strict=True, description="Tokens of the critic model, 1 to 1000000."
    )
    seconds: float = Field(
        default=20.0, gt=0, le=600, strict=True, description="Wall-clock seconds, above 0 and at most 600."
    )


class CritiquePart(Part):
    """How drafts are judged and revised."""

    critic: Literal["auto", "rules", "llm"] = Field(
        default="auto",
        description="Who judges: `rules` (embedded, no model), `llm` (a critic model), `auto` (rules; once a critic "
        "model is named, it decides, and what the rules see differently it is asked again).",
    )
    model: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(
        default=None, description="Name of the critic model; a guard that wraps a client may name it instead."
    )
    when: _When = Field(
        default="always",
        description="Which drafts the critic model is asked about: `always`, `flagged` (those the rules find something "
        "in) or `{sampled: 0.1}` (a share of all calls). The rules judge the others.",
    )
    rounds: int = Field(
        default=2,
        ge=0,
        le=5,
        strict=True,
        description="Most revisions of one draft, 0 to 5; 0 judges and never revises.",
    )
    budget: BudgetPart = Field(default=BudgetPart.model_construct(), description="Caps on one call's critique.")
    unresolved: OnError = Field(
        default=OnError.ESCALATE,
        description="What happens to a draft that still breaks a principle after the last round: `escalate` (held for "
        "a person), `block`, `scrub` (released scrubbed and marked), `allow` (released and marked).",
    )


class OnErrorPart(Part):
    """What a layer that cannot do its work does instead."""

    moderation: OnError = Field(
        default=OnError.BLOCK, description="Detection of the input failed; `scrub` goes on and leaves it to the output."
    )
    critique: OnError = Field(
        default=OnError.SCRUB,
        description="The critic could not be asked; `scrub` releases the scrubbed draft, `degraded`.",
    )
    scrub: Literal["block", "escalate", "allow"] = Field(
        default="block", description="Detection of the output failed; nothing comes after it, so there is no `scrub`."
    )
    escalation: Literal["block", "escalate"] = Field(
        default="block",
        description="A held call could not be kept for a person: it is blocked, or stays held without a case.",
    )


class LogPart(Part):
    """What is written about each decision."""

    text: Literal["none", "redacted", "full"] = Field(
        default="none",
        description="How much of the texts is stored: `none`, `redacted` (all protected wording masked) or `full` (the "
        "request as it was asked and the answer as it was given).",
    )
    on_error: Literal["block", "continue"] = Field(
        default="block",
        description="What happens to an answer whose record cannot be written: withheld, or given with a warning.",
    )
