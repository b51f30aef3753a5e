"""The values that flow through a guarded call: texts in, texts and decisions out.

Frozen, keyword-only, standard library only. Text that a person or a model wrote is left out of every ``repr``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Literal

from guardrails.errors import Blocked
from guardrails.quick import quick

__all__ = [
    "PROTECTED_ATTRIBUTES",
    "Action",
    "ConstitutionRef",
    "Decision",
    "Detector",
    "Finding",
    "Form",
    "Memory",
    "Moderation",
    "OnError",
    "Principle",
    "Request",
    "Response",
    "Result",
    "Sense",
    "Severity",
    "Source",
    "Span",
    "Status",
    "StreamNeed",
    "Text",
    "Verdicts",
]

PROTECTED_ATTRIBUTES = ("race", "ethnicity", "gender", "sexual_orientation", "religion", "disability", "age")
"""No constitution, tenant or caller can take one away; they may add more."""

Memory = Literal["moderated", "raw"]
"""Which words of a conversation are stored: those a model was sent, or those that were said. Never both."""

StreamNeed = Literal["pass", "window", "sentence", "hold"]
"""What a layer needs of an output stream: nothing, a look-ahead, all from the first doubtful sentence on, or all."""


class Source(StrEnum):
    """Where a text came from."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL_CALL = "tool_call"
    TOOL_RESULT = "tool_result"
    CONTEXT = "context"
    PAYLOAD = "payload"


class Action(IntEnum):
    """What was done, least to most severe; the overall action of a call is the maximum."""

    ALLOW = 0
    ANNOTATE = 1
    REWRITE = 2
    REVISE = 3
    ESCALATE = 4
    BLOCK = 5


class Status(StrEnum):
    """Whether a layer did its work. What did not run is never ``applied``."""

    APPLIED = "applied"
    SKIPPED = "skipped"
    DEGRADED = "degraded"
    FAILED_OPEN = "failed_open"
    FAILED_CLOSED = "failed_closed"


class Moderation(StrEnum):
    """What is done with a span."""

    KEEP = "keep"
    ANNOTATE = "annotate"
    NEUTRALISE = "neutralise"
    REMOVE = "remove"
    MASK = "mask"
    BLOCK = "block"


class OnError(StrEnum):
    """What a layer that cannot do its work does instead."""

    BLOCK = "block"
    ESCALATE = "escalate"
    SCRUB = "scrub"
    ALLOW = "allow"


class Sense(StrEnum):
    """What a word that looks like a protected attribute really is here; only ``PERSON`` is moderated."""

    PERSON = "person"
    NAME = "name"
    ORGANISATION = "organisation"
    PLACE = "place"
    COLOUR = "colour"
    OBJECT = "object"
    LANGUAGE = "language"
    FOOD = "food"
    RANK = "rank"
    TECHNICAL = "technical"
    TITLE = "title"
    OTHER = "other"


class Form(StrEnum):
    """How a span sits in its sentence, which decides how it can be neutralised without breaking grammar."""

    ADJECTIVE = "adjective"  # "a Black woman": may be dropped before its noun
    NOUN = "noun"  # "the blind", "whites", "a Muslim": replaced by a person noun
    PHRASE = "phrase"  # "in her sixties", "with a disability", "who uses a wheelchair": dropped after its noun
    PREDICATE = "predicate"  # "is 45 years old": the clause goes
    PRONOUN = "pronoun"  # "she", "his", "he/him"


class Severity(IntEnum):
    """How bad a broken principle is."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One string that a person or a model wrote.

    *path* is a JSON Pointer (RFC 6901) into the native object; ``#`` and a second pointer follow where the string is
    itself JSON (``/messages/2/tool_calls/0/function/arguments#/city``), whose keys a model may have written. *fits*
    says whether an edited text may take this one's place (a schema's enum, pattern or length); ``None``: any may.
    *shown* is how many characters at its beginning a stream has shown already: no layer may change them.
    """

    path: str = field(repr=False)
    text: str = field(repr=False)
    source: Source
    shown: int = field(default=0, repr=False, compare=False)
    fits: Callable[[str], bool] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What goes to the model. *native* is the adapter's own object; the core never looks into it."""

    texts: tuple[Text, ...]
    model: str | None = None
    native: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What comes back. *refusal* is set when the answer was withheld: the adapter then renders it natively."""

    texts: tuple[Text, ...]
    model: str | None = None
    tokens: int | None = None
    refusal: str | None = None
    native: object = field(default=None, repr=False, compare=False)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range ``[start, end)`` of ``str`` indices into the original text.

    *reason* names the cue that chose the sense and never quotes the text. *neutral* replaces the span when it is
    neutralised; ``None`` lets the form decide. *tags* mark ``slur``, ``proxy``, ``reclaimed``.
    """

    start: int
    end: int
    attribute: str
    sense: Sense = Sense.PERSON
    score: float = 1.0
    reason: str = ""
    form: Form = Form.ADJECTIVE
    neutral: str | None = None
    tags: tuple[str, ...] = ()


Detector = Callable[[str], Sequence[Span]]
"""A pure function from a text to its spans, all senses included, sorted and disjoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """A norm in plain language. *rules* names the embedded rules that can find it broken; without, only a model can."""

    id: str
    text: str
    revise: str = ""
    severity: Severity = Severity.MEDIUM
    source: str = ""
    rules: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Evidence that a draft breaks a principle: ``[start, end)`` of the text at *path*.

    *replacement* is what the deterministic reviser puts there (``""`` drops it); ``None`` when only a model can say.
    *why* may quote the draft, so it is never logged; *rule* may be.
    """

    principle: str
    path: str
    start: int
    end: int
    severity: Severity = Severity.MEDIUM
    confidence: float = 1.0
    rule: str = ""
    attribute: str | None = None
    why: str = field(default="", repr=False)
    replacement: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """One judgement of a draft against every principle. *discarded* counts findings whose quote is not in the draft."""

    findings: tuple[Finding, ...] = ()
    judged: tuple[str, ...] = ()
    discarded: int = 0
    model: str | None = None
    tokens: int = 0

    @property
    def broken(self) -> tuple[str, ...]:
        """Ids of the principles found broken, in order of first evidence."""
        return tuple(dict.fromkeys(f.principle for f in self.findings))


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One recorded application of a rule or principle. Offsets refer to the text before the decision."""

    layer: str
    action: Action
    reason: str
    status: Status = Status.APPLIED
    source: Source | None = None
    path: str = field(default="", repr=False)
    rule: str | None = None
    principle: str | None = None
    attribute: str | None = None
    span: tuple[int, int] | None = None
    model: str | None = None
    tokens: int | None = None
    duration_ms: float | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstitutionRef:
    """Which constitution decided: *digest* is SHA-256 of its canonical form, in hex."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a guarded call came to. *request* is what the model saw, *response* what the caller may see.

    *escalation* is the id of the case that was kept, when the answer is held for a person.
    """

    call_id: str
    request: Request
    response: Response
    decisions: tuple[Decision, ...] = ()
    constitution: ConstitutionRef | None = None
    escalation: str | None = None

    @property
    def action(self) -> Action:
        """The most severe action taken."""
        return max((d.action for d in self.decisions), default=Action.ALLOW)

    @property
    def text(self) -> str:
        """The answer as one string: the refusal if it was withheld, else its texts joined by newlines."""
        if self.response.refusal is not None:
            return self.response.refusal
        return "\n".join(text.text for text in self.response.texts)

    def raise_for_action(self) -> Result:
        """Return self, or raise `Blocked` when the answer was blocked or is held for a person."""
        if self.action >= Action.ESCALATE:
            raise Blocked(self)
        return self
