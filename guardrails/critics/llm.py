"""The critic that asks a model: all principles in one structured call, quotes checked, only quoted text rewritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guardrails.critics.answers import Malformed, Quoted, read_replacements, read_verdicts, verdict_schema
from guardrails.critics.prompts import JUDGE, REPAIR
from guardrails.critics.quotes import locate
from guardrails.critics.rewriting import Passage, passages, revise_call, rewritten
from guardrails.critics.showing import judge_prompt
from guardrails.errors import CriticError
from guardrails.flow import CriticCall, Flow
from guardrails.types import Finding, Principle, Request, Response, Text, Verdicts

__all__ = ["LLMCritic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMCritic:
    """Judges every principle, with or without rules. Whoever drives the flow answers its `CriticCall`.

    *model* is the critic model's name; ``None`` leaves it to the driver. *max_tokens* caps each answer, *timeout_s* is
    in seconds. `judge` makes one call, and a second when the answer had the wrong form; then it raises `CriticError`.
    `revise` makes one.
    """

    model: str | None = None
    max_tokens: int | None = None
    timeout_s: float | None = None

    @property
    def name(self) -> str:
        return "llm"

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """Findings whose quote stands in *draft*; the others are counted in `Verdicts.discarded`."""
        if not principles or not draft.texts:
            return Verdicts(judged=tuple(principle.id for principle in principles))
        call = self._call(JUDGE, judge_prompt(request, draft, principles), verdict_schema(principles))
        (reply,) = yield (call,)
        tokens = reply.tokens or 0
        try:
            quoted = read_verdicts(_text(reply), principles)
        except Malformed as malformed:
            (reply,) = yield (replace(call, prompt=call.prompt + REPAIR.format(problem=malformed)),)
            tokens += reply.tokens or 0
            quoted = _second(reply, principles)
        return self._verdicts(quoted, draft, principles, reply, tokens)

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """*draft* with the quoted passages rewritten; a passage the model fails on is replaced or dropped by rule."""
        found = passages(draft, verdicts.findings)
        if not found:
            return draft
        (reply,) = yield (self._revision(draft, found, principles),)
        try:
            replacements = read_replacements(_text(reply), len(found))
        except Malformed:
            replacements = {}
        return rewritten(draft, found, replacements)

    def revise_request(
        self, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> CriticCall | None:
        """The revision as data, for a caller who asks a model of their own; ``None`` when nothing was found."""
        found = passages(draft, verdicts.findings)
        return self._revision(draft, found, principles) if found else None

    def _revision(self, draft: Response, found: Sequence[Passage], principles: Sequence[Principle]) -> CriticCall:
        instructions, prompt, schema = revise_call(draft, found, principles)
        return self._call(instructions, prompt, schema)

    def _call(self, instructions: str, prompt: str, schema: Mapping[str, object]) -> CriticCall:
        return CriticCall(
            instructions=instructions,
            prompt=prompt,
            schema=schema,
            model=self.model,
            max_tokens=self.max_tokens,
            timeout_s=self.timeout_s,
        )

    def _verdicts(
        self, quoted: Sequence[Quoted], draft: Response, principles: Sequence[Principle], reply: Response, tokens: int
    ) -> Verdicts:
        known = {principle.id: principle for principle in principles}
        found = [_finding(one, known[one.principle], draft.texts) for one in quoted]
        kept = tuple(dict.fromkeys(finding for finding in found if finding is not None))
        return Verdicts(
            findings=kept,
            judged=tuple(known),
            discarded=sum(finding is None for finding in found),
            model=reply.model or self.model,
            tokens=tokens,
        )


def _second(reply: Response, principles: Sequence[Principle]) -> tuple[Quoted, ...]:
    try:
        return read_verdicts(_text(reply), principles)
    except Malformed as malformed:
        raise CriticError(f"the critic's answer has no usable form: {malformed}") from None


def _text(reply: Response) -> str:
    if reply.refusal is not None:
        raise CriticError("the critic model refused to judge")
    return "".join(text.text for text in reply.texts)


def _finding(quoted: Quoted, principle: Principle, texts: Sequence[Text]) -> Finding | None:
    """The finding with its place in the draft, or ``None`` when the quote stands nowhere in it."""
    for text in texts:
        if (place := locate(quoted.quote, text.text)) is not None:
            return Finding(
                principle=quoted.principle,
                path=text.path,
                start=place[0],
                end=place[1],
                severity=min(quoted.severity, principle.severity),
                confidence=quoted.confidence,
                why=quoted.why,
            )
    return None
