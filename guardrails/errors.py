"""Every exception the library raises.

    GuardrailsError
      ConstitutionError          path, line, column, hint
        UnknownComponentError    name, known names
      MissingExtraError          extra (also an ImportError)
      Blocked                    result (raised by Result.raise_for_action only)
      GuardFailed                layer, reason; __cause__ is the original
        DetectorError
        CriticError              retryable
          CriticPausedError      failures
      UnguardedEndpointError     path, the endpoint the adapter does not know
      SinkError                  path of the segment or folder
      EscalationError            case_id, path of its file if it has one
        UnknownEscalationError
        AlreadyResolvedError     state, by
      ProjectionError            document, leaks: path and attribute of each
      RecordError                document, path
      StoreError                 store, retryable; __cause__ is the original
      IngestError                path of the file that cannot be used

Text that a person or a model wrote never appears in a message: messages name places, rules, counts and next steps.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.types import Result


__all__ = [
    "AlreadyResolvedError",
    "Blocked",
    "ConstitutionError",
    "CriticError",
    "CriticPausedError",
    "DetectorError",
    "EscalationError",
    "GuardFailed",
    "GuardrailsError",
    "IngestError",
    "MissingExtraError",
    "ProjectionError",
    "RecordError",
    "SinkError",
    "StoreError",
    "UnguardedEndpointError",
    "UnknownComponentError",
    "UnknownEscalationError",
    "did_you_mean",
]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``"did you mean 'age'?"`` for the closest of *known*, or an empty string when none is close."""
    close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""


class GuardrailsError(Exception):
    """Base of every error of this library."""


class ConstitutionError(GuardrailsError):
    """A constitution cannot be used. ``line`` and ``column`` count from 1; ``None`` when no place is known."""

    def __init__(
        self,
        message: str,
        *,
        path: str = "",
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
    ) -> None:
        self.message, self.path, self.line, self.column, self.hint = message, path, line, column, hint
        place = ":".join(str(part) for part in (path or None, line, column) if part is not None)
        super().__init__(": ".join(part for part in (place, message) if part) + (f" ({hint})" if hint else ""))


class UnknownComponentError(ConstitutionError):
    """A constitution or a caller names something that is not registered."""

    def __init__(
        self,
        kind: str,
        name: str,
        known: Iterable[str],
        *,
        path: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.name, self.known = name, tuple(sorted(known))
        hint = did_you_mean(name, self.known) or f"known: {', '.join(self.known) or 'none'}"
        super().__init__(f"unknown {kind} {name!r}", path=path, line=line, column=column, hint=hint)


class MissingExtraError(GuardrailsError, ImportError):
    """An optional dependency is not installed; the message is the command that installs it."""

    def __init__(self, module: str, *, extra: str) -> None:
        self.module, self.extra = module, extra
        command = f"pip install 'constitutional-guardrails[{extra}]'"
        super().__init__(f"{module!r} is needed here and is not installed: {command}")


class Blocked(GuardrailsError):
    """The call was blocked or is held for a person. ``result`` says by what."""

    def __init__(self, result: Result) -> None:
        self.result = result
        rules = {d.rule or d.principle or d.layer for d in result.decisions if d.action is result.action}
        super().__init__(f"{result.action.name.lower()} by {', '.join(sorted(rules))} in call {result.call_id}")


class GuardFailed(GuardrailsError):
    """A layer could not do its work. ``reason`` is safe to log; the original error is ``__cause__``."""

    def __init__(self, layer: str, reason: str) -> None:
        self.layer, self.reason = layer, reason
        super().__init__(f"{layer}: {reason}")


class DetectorError(GuardFailed):
    """A detector raised."""


class CriticError(GuardFailed):
    """A critic could not be reached, or answered with something that is no verdict."""

    def __init__(self, reason: str, *, retryable: bool = False) -> None:
        self.retryable = retryable
        super().__init__("critique", reason)


class CriticPausedError(CriticError):
    """The critic failed *failures* times in a row and is left alone for a while; it was not asked."""

    def __init__(self, *, failures: int) -> None:
        self.failures = failures
        super().__init__(f"not asked: it failed {failures} times in a row and is tried again after a pause")


class UnguardedEndpointError(GuardrailsError):
    """A request went to a generation endpoint the adapter does not know, so nothing would have been guarded."""

    def __init__(self, endpoint: str, *, known: Iterable[str]) -> None:
        self.endpoint, self.known = endpoint, tuple(sorted(known))
        super().__init__(
            f"endpoint {endpoint!r} is not guarded; guarded: {', '.join(self.known)}. "
            f"Allow it by name: guard.wrap(client, allow=({endpoint!r},))"
        )


class SinkError(GuardrailsError):
    """A decision record could not be written."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class EscalationError(GuardrailsError):
    """A case that waits for a person cannot be kept, read or resolved. The message says what to do next."""

    def __init__(self, message: str, *, case_id: str = "", path: str = "") -> None:
        self.case_id, self.path = case_id, path
        super().__init__(f"{path}: {message}" if path else message)


class UnknownEscalationError(EscalationError):
    """No case has this id."""

    def __init__(self, case_id: str, known: Iterable[str]) -> None:
        hint = did_you_mean(case_id, known) or "list the cases to see their ids"
        super().__init__(f"no case {case_id[:80]!r} is kept here ({hint})", case_id=case_id)


class AlreadyResolvedError(EscalationError):
    """Somebody was faster: a case is resolved once. *state* and *by* say how and by whom it was."""

    def __init__(self, case_id: str, *, state: str, by: str) -> None:
        self.state, self.by = state, by
        super().__init__(f"case {case_id[:80]!r} was {state} by {by}; a case is resolved once", case_id=case_id)


class ProjectionError(GuardrailsError):
    """A record would carry protected data into an index. *leaks* are dotted path and attribute of each, never text."""

    def __init__(self, document: str, leaks: Iterable[tuple[str, str]]) -> None:
        self.document, self.leaks = document, tuple(leaks)
        shown = ", ".join(f"{attribute} at {path}" for path, attribute in self.leaks[:5])
        more = f" and {len(self.leaks) - 5} more" if len(self.leaks) > 5 else ""
        super().__init__(
            f"document {document[:80]!r} would bring {shown}{more} into the index: leave the fields out of the schema, "
            "or say 'projection: strip' or 'moderate' under 'retrieval'"
        )


class RecordError(GuardrailsError):
    """A record cannot be indexed as it is. *path* is the dotted place in it; empty for the whole record."""

    def __init__(self, document: str, path: str, reason: str) -> None:
        self.document, self.path, self.reason = document, path, reason
        super().__init__(f"document {document[:80]!r}{path and ', '}{path}: {reason}")


class StoreError(GuardrailsError):
    """A record store could not be used. *retryable* says that the same call may succeed later."""

    def __init__(self, store: str, reason: str, *, retryable: bool = False) -> None:
        self.store, self.reason, self.retryable = store, reason, retryable
        super().__init__(f"{store}: {reason}")


class IngestError(GuardrailsError):
    """An ingest cannot start or go on because of a file of its own: *path* of its state or its dead letters."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")
