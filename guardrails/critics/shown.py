"""What a stream has shown of a draft stays as it is: only the rest is there to be revised."""

from __future__ import annotations

from dataclasses import replace

from guardrails.types import Response, Verdicts

__all__ = ["keeps_shown", "unshown"]


def unshown(draft: Response, verdicts: Verdicts) -> Verdicts:
    """*verdicts* without the findings in what was shown of *draft*, which nobody can take back."""
    shown = {text.path: text.shown for text in draft.texts if text.shown}
    if not shown:
        return verdicts
    return replace(verdicts, findings=tuple(f for f in verdicts.findings if f.start >= shown.get(f.path, 0)))


def keeps_shown(draft: Response, revised: Response) -> bool:
    """Whether every text of *revised* begins with what was shown of *draft*."""
    new = {text.path: text.text for text in revised.texts}
    return all(new.get(text.path, "").startswith(text.text[: text.shown]) for text in draft.texts if text.shown)
