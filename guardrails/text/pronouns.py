"""Third-person pronouns made neutral, with the verbs that agree with them."""

from __future__ import annotations

from guardrails.text.tidy import Op

__all__ = ["pronoun_ops"]


def pronoun_ops(text: str) -> list[Op]:
    return []
