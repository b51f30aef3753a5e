"""What of a call's texts goes into its records: nothing, what is left without protected wording, or all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from guardrails.types import Action, Decision, Status, Text

if TYPE_CHECKING:
    from guardrails.middleware.redact import Redactor

__all__ = ["LogText", "LoggedTexts"]

LogText: TypeAlias = Literal["none", "redacted", "full"]

_LAYER: Final = "text"
_MOST: Final = 100_000
"""Characters of one text that are kept: a line of the log must stay readable."""


@dataclass(frozen=True, slots=True)
class LoggedTexts:
    """*how*, as the constitution says; *mask* takes protected wording out of texts that follow others."""

    how: LogText
    mask: Redactor | None = None

    @classmethod
    def of(cls, how: LogText, layers: Iterable[object]) -> LoggedTexts:
        """For the calls of a guard with *layers*, by whose detector the wording is found."""
        if how == "none":
            return cls(how)
        from guardrails.middleware.redact import masker_of

        return cls(how, masker_of(layers))

    def __call__(self, asked: Sequence[Text], answer: Sequence[Text]) -> Iterator[tuple[Decision, str]]:
        """For each text of the request as it was asked and of the answer as it was given, a decision to record it by,
        and what is kept of it. Where nobody can say what is protected, one decision says that nothing is kept.
        """
        if self.mask is None:
            return
        if self.how == "redacted" and not self.mask.treatments:
            reason = "no layer says what is protected: no text is kept"
            yield Decision(layer=_LAYER, action=Action.ALLOW, status=Status.SKIPPED, reason=reason), ""
            return
        for what, texts, earlier in (("request", asked, ()), ("answer", answer, asked)):
            kept = texts if self.how == "full" else self.mask(texts, earlier).texts
            for text in kept:
                yield self._decision(what, text), _writable(text.text[:_MOST])

    def _decision(self, what: str, text: Text) -> Decision:
        cut = f", its first {_MOST} characters" if len(text.text) > _MOST else ""
        reason = f"the {what}, {self.how}{cut}"
        return Decision(layer=_LAYER, action=Action.ALLOW, reason=reason, source=text.source, path=text.path)


def _writable(text: str) -> str:
    """Half a surrogate pair has no place in a file."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
