"""What is done with the protected spans of one text, and why: shared by the layers on both sides of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from guardrails.detectors.grounding import Catalogue
from guardrails.errors import DetectorError
from guardrails.middleware.relevance import Relevance, relevant_attributes
from guardrails.quick import changed
from guardrails.text.individuals import Individuals
from guardrails.types import Action, Decision, Detector, Moderation, Sense, Source, Span, Status, Text

__all__ = ["Relevance", "Treated", "Treatment"]

_ACTION = {
    Moderation.KEEP: Action.ALLOW,
    Moderation.ANNOTATE: Action.ANNOTATE,
    Moderation.NEUTRALISE: Action.REWRITE,
    Moderation.REMOVE: Action.REWRITE,
    Moderation.MASK: Action.REWRITE,
    Moderation.BLOCK: Action.BLOCK,
}
_IN_JSON = frozenset({Source.TOOL_CALL, Source.PAYLOAD})
_NEVER_BLANK = {Moderation.NEUTRALISE: Moderation.MASK, Moderation.REMOVE: Moderation.MASK}
"""A field whose whole value is protected is masked: a tool must not meet an empty argument."""
_RELEVANT = ("relevant", "relevant to what the text is about")
_KEEP, _NEUTRALISE, _BLOCK = Moderation.KEEP, Moderation.NEUTRALISE, Moderation.BLOCK  # looked up for every span
_PERSON, _REWRITE = Sense.PERSON, Action.REWRITE
_FIELD = "value of a protected field"
_DATA = _IN_JSON | {Source.ASSISTANT, Source.TOOL_RESULT}
"""Where a leaf that stands at a protected key is a field. In what a person pasted, only wording is looked for."""
_TYPE: Final = re.compile(
    r"str(?:ing)?|text|int(?:eger)?|number|numeric|float|bool(?:ean)?|date|enum|object|array|null|(?:var)?char(?:\(\d+\))?",
    re.IGNORECASE,
)
"""Of a column, in what describes data: it states nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """One text after treatment. *action* is the most severe taken on it."""

    text: Text
    decisions: tuple[Decision, ...] = ()

    @property
    def action(self) -> Action:
        return max((d.action for d in self.decisions), default=Action.ALLOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """Detect, decide and edit, by source and attribute.

    *actions* gives for each source one `Moderation` for every attribute, or one per attribute; a source or attribute
    that is not named is left alone. A value of the *catalogue* is spared. *person* is the noun that neutralising uses.
    """

    detect: Detector = field(repr=False)
    actions: Mapping[Source, Moderation | Mapping[str, Moderation]]
    relevant: tuple[Relevance, ...] = ()
    catalogue: Catalogue | None = None
    person: str = "person"
    pronouns: Literal["keep", "neutralise"] = "keep"
    earlier: tuple[Text, ...] = field(default=(), repr=False)

    def after(self, texts: tuple[Text, ...]) -> Treatment:
        """This treatment for texts that follow *texts*: a letter used there ("person A") is given to nobody else."""
        return replace(self, earlier=texts)

    def apply(self, text: Text, *, layer: str, individuals: Individuals | None = None) -> Treated:
        """Treat one text; *individuals* have read it. What the detector raises is raised."""
        if not self._looks_at(text.source) or not text.text:
            return Treated(text=text)
        plan, decisions = self._judged(self._spans(text), text, layer)
        if any([mode is _BLOCK for _, mode in plan]):  # noqa: C419 - a list is faster
            return Treated(text=text, decisions=decisions)
        edited = self._edited(text.text, plan, individuals)
        if edited == text.text:
            return Treated(text=text, decisions=decisions)
        if text.fits is not None and not text.fits(edited):
            return Treated(text=text, decisions=(*(_unfit(d) for d in decisions),))
        return Treated(text=changed(text, text=edited), decisions=decisions)

    def _edited(self, text: str, plan: list[tuple[Span, Moderation]], individuals: Individuals | None) -> str:
        if not plan and self.pronouns == "keep":
            return text
        from guardrails.text.edits import edit  # thirty modules of grammar, for texts with something to edit

        return edit(text, plan, person=self.person, pronouns=self.pronouns, individuals=individuals).text

    def apply_all(self, texts: Iterable[Text], *, layer: str) -> tuple[Treated, ...]:
        """Treat the texts of one request or answer in order: somebody who gets a letter has it in all that follow."""
        individuals = Individuals(text.text for text in self.earlier)
        treated: list[Treated] = []
        for text in texts:
            individuals.read(text.text)
            treated.append(self.apply(text, layer=layer, individuals=individuals))
        return tuple(treated)

    def mode(self, source: Source, attribute: str) -> Moderation:
        """What happens to a person-sense span of *attribute* in a text from *source*."""
        modes = self.actions.get(source, _KEEP)
        return modes if isinstance(modes, Moderation) else modes.get(attribute, _KEEP)

    def attributes(self, source: Source) -> tuple[str, ...]:
        """The attributes that something is done about in texts from *source*, as far as they are named."""
        modes = self.actions.get(source, _KEEP)
        named = {} if isinstance(modes, Moderation) else modes
        return tuple([attribute for attribute, mode in named.items() if mode is not _KEEP])

    def _looks_at(self, source: Source) -> bool:
        modes = self.actions.get(source, _KEEP)
        return modes is not _KEEP if isinstance(modes, Moderation) else bool(self.attributes(source))

    def _spans(self, text: Text) -> list[Span]:
        if (attribute := _attribute_of_field(text)) is not None:
            return [Span(start=0, end=len(text.text), attribute=attribute, reason=_FIELD)]
        return _checked(self.detect(text.text), len(text.text))

    def _judged(
        self, spans: Sequence[Span], text: Text, layer: str
    ) -> tuple[list[tuple[Span, Moderation]], tuple[Decision, ...]]:
        """What is done with each of *spans*, and the decisions about those that anything might be done with."""
        modes: dict[str, Moderation] = {}
        spared = _Sparing(self, text.text)
        whole = len(text.text.strip()) if text.source in _IN_JSON else -1
        plan: list[tuple[Span, Moderation]] = []
        decisions: list[Decision] = []
        for span in spans:
            mode = modes.get(span.attribute)
            if mode is None:
                mode = modes[span.attribute] = self.mode(text.source, span.attribute)
            if mode is _KEEP or (self.pronouns == "keep" and "pronoun" in span.tags):
                continue
            rule, reason = "person", span.reason
            if (exception := spared.exception(span)) is not None:
                mode, (rule, reason) = _KEEP, exception
            elif span.reason is _FIELD or span.end - span.start == whole:
                mode = _NEVER_BLANK.get(mode, mode)
            plan.append((span, mode))
            decisions.append(_decision(text, span, mode, layer, rule, reason))
        return plan, tuple(decisions)


def _attribute_of_field(text: Text) -> str | None:
    """What the key of a leaf says that it states. The result of a tool may be data without JSON around it."""
    pointer = text.path.replace("#", "") if text.source is Source.TOOL_RESULT else text.path.partition("#")[2]
    if not pointer or text.source not in _DATA or _TYPE.fullmatch(text.text.strip()):
        return None
    from guardrails.detectors.keys import attribute_of_pointer

    attribute = attribute_of_pointer(pointer, value=text.text)
    return None if text.text == f"[{attribute}]" else attribute  # masked before


def _checked(found: Sequence[Span], length: int) -> list[Span]:
    """A detector that is wrong about places has failed: its spans would be recorded as treated, and stay."""
    spans, end = list(found), 0
    for span in spans:
        if not end <= span.start < span.end <= length:
            raise DetectorError("detector", "its spans are not sorted, disjoint and inside the text")
        end = span.end
    return spans


class _Sparing:
    """What spares the spans of one text; what the text is about is asked when a person's span is met."""

    __slots__ = ("_catalogue", "_relevant", "_rules", "_text")

    def __init__(self, treatment: Treatment, text: str) -> None:
        self._catalogue, self._rules, self._text = treatment.catalogue, treatment.relevant, text
        self._relevant: frozenset[str] | None = None

    def exception(self, span: Span) -> tuple[str, str] | None:
        """The exception that applies to *span*, as rule and reason."""
        if span.sense is not _PERSON:
            return span.sense.value, span.reason
        if self._catalogue is not None and (field := self._catalogue.field_of(self._text[span.start : span.end])):
            return "grounded", f"value of the catalogue field {field}"
        if self._relevant is None:
            self._relevant = relevant_attributes(self._rules, self._text)
        return _RELEVANT if span.attribute in self._relevant else None


def _decision(text: Text, span: Span, mode: Moderation, layer: str, rule: str, reason: str) -> Decision:
    return Decision(
        layer=layer,
        action=_REWRITE if mode is _NEUTRALISE else _ACTION[mode],  # an enum's hash is slow
        reason=reason,
        source=text.source,
        path=text.path,
        rule=rule,
        attribute=span.attribute,
        span=(span.start, span.end),
    )


def _unfit(decision: Decision) -> Decision:
    if decision.action is not Action.REWRITE:
        return decision
    reason = "the edited value would not fit its schema: original kept, held for a person"
    return replace(decision, action=Action.ESCALATE, status=Status.SKIPPED, reason=reason)
