"""A call that waits for a person: what there is to look at, and what somebody decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from guardrails.types import ConstitutionRef, Response, Text

__all__ = ["STATE_AFTER", "Escalation", "Resolution", "ReviewVerdict", "State"]

_PENDING = "This answer is withheld: a person will review it. The reference is {}."
_REJECTED = "This answer was withheld after a person reviewed it. The reference is {}."


class State(StrEnum):
    """Where a case stands. All but ``pending`` are final."""

    PENDING = "pending"
    APPROVED = "approved"
    EDITED = "edited"
    REJECTED = "rejected"


class ReviewVerdict(StrEnum):
    """What a person may decide: give the kept draft, give another text, give nothing."""

    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"


STATE_AFTER: Final[Mapping[ReviewVerdict, State]] = MappingProxyType(
    {
        ReviewVerdict.APPROVE: State.APPROVED,
        ReviewVerdict.EDIT: State.EDITED,
        ReviewVerdict.REJECT: State.REJECTED,
    }
)
"""The state a verdict brings a case to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One decision about one case. *answer* is what the caller may now have: scrubbed, and empty for a rejection.

    *by* says who decided and *note* why, both as they were given. *at* is aware.
    """

    state: State
    by: str
    at: datetime
    note: str = field(default="", repr=False)
    answer: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """One held call. Its texts are scrubbed before they come here; nothing raw is ever kept.

    *request* is what the model was asked and *draft* what it answered, empty when it was not asked. *unfit* names the
    paths of draft texts that cannot be given as they are: scrubbed, they no longer fit where they belong, or they could
    not be scrubbed and are empty. *reasons* are fixed phrases. *decisions* counts those before the person's.
    """

    id: str
    call_id: str
    created: datetime
    constitution: ConstitutionRef | None = None
    tenant: str | None = None
    model: str | None = None
    reasons: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    request: tuple[Text, ...] = ()
    draft: tuple[Text, ...] = ()
    unfit: tuple[str, ...] = field(default=(), repr=False)
    decisions: int = 0
    resolution: Resolution | None = None

    @property
    def state(self) -> State:
        return State.PENDING if self.resolution is None else self.resolution.state

    @property
    def resolved_at(self) -> datetime | None:
        return None if self.resolution is None else self.resolution.at

    @property
    def resolved_by(self) -> str | None:
        return None if self.resolution is None else self.resolution.by

    @property
    def note(self) -> str:
        return "" if self.resolution is None else self.resolution.note

    @property
    def response(self) -> Response:
        """What the caller may see as things stand: the answer that was released, or a refusal with the reference."""
        if self.resolution is None or self.resolution.state is State.REJECTED:
            said = _PENDING if self.resolution is None else _REJECTED
            return Response(texts=(), model=self.model, refusal=said.format(self.id))
        return Response(texts=self.resolution.answer, model=self.model)

    @property
    def text(self) -> str:
        """`response` as one string."""
        response = self.response
        return response.refusal if response.refusal is not None else "\n".join(text.text for text in response.texts)

    def resolved(self, resolution: Resolution) -> Escalation:
        """The same case with *resolution*."""
        return replace(self, resolution=resolution)
