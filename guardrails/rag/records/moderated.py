"""A value without what would have leaked, where it can be had: wording taken out of texts, fields out of JSON."""

from __future__ import annotations

from guardrails.middleware.treatment import Treatment
from guardrails.rag.records.leaks import Found, LeakFinder
from guardrails.rag.records.surroundings import Surroundings
from guardrails.rag.types import FieldKind
from guardrails.text.edits import edit
from guardrails.types import Moderation, Source, Span

__all__ = ["Moderator"]

_CHANGES = (Moderation.REMOVE, Moderation.MASK)


class Moderator:
    """Edits wording as the constitution says for retrieved context; what it would only note is neutralised here.

    An index must not hold the wording at all: a value in which something is left after the edit is left out whole.
    """

    def __init__(self, treatment: Treatment, finder: LeakFinder) -> None:
        self._treatment, self._finder = treatment, finder

    def __call__(self, value: object, kind: FieldKind, leaks: tuple[Found, ...], around: Surroundings) -> str | None:
        """*value* without the *leaks* in it, or ``None`` when it has to be left out."""
        if not isinstance(value, str) or kind is not FieldKind.FREE_TEXT:
            return None
        plan = [(leak.span, self._how(leak.span)) for leak in leaks if leak.span is not None]
        if len(plan) < len(leaks):
            return None
        treatment = self._treatment
        edited = edit(value, plan, person=treatment.person, pronouns=treatment.pronouns).text.strip()
        return edited if edited and not self._finder(edited, kind, around) else None

    def _how(self, span: Span) -> Moderation:
        how = self._treatment.mode(Source.CONTEXT, span.attribute)
        return how if how in _CHANGES else Moderation.NEUTRALISE
