"""Which drafts are worth a critic model: those that the rules doubt, or a share of all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from guardrails.critics.critic import Critic
from guardrails.types import Verdicts

__all__ = ["Screen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """*critic* judges every draft first, and what it says stands unless the draft is passed on.

    Passed on are drafts it finds something in (*share* ``None``), or a *share* of all calls in [0, 1], drawn by the
    call's id: the same id is always judged the same way.
    """

    critic: Critic
    share: float | None = None

    def passes_on(self, call_id: str, verdicts: Verdicts) -> bool:
        """Whether the model is asked about this call."""
        if self.share is None:
            return bool(verdicts.findings)
        drawn = int.from_bytes(hashlib.sha256(call_id.encode()).digest()[:8], "big")
        return drawn < self.share * 2**64

    @property
    def reason(self) -> str:
        """Why a draft was not passed on, for the record."""
        return "the rules found nothing" if self.share is None else "this call is not in the sample"
