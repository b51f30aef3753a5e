"""The embedded critic: deterministic rules that find with evidence or say nothing. No model is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from guardrails.critics.attribution import attributed
from guardrails.critics.clauses import clause
from guardrails.critics.frames import excused
from guardrails.critics.grounding import Supplied
from guardrails.critics.index import Hit, Index
from guardrails.critics.mentions import Mention
from guardrails.critics.revision import revised
from guardrails.critics.rules_dehumanisation import SLUR
from guardrails.critics.rules_registry import UNSUPPORTED, index_of, rule_names
from guardrails.critics.sentences import Sentence, lines
from guardrails.critics.view import View, view_of
from guardrails.critics.wording import Cut, Wording
from guardrails.flow import Flow
from guardrails.types import Detector, Finding, Principle, Request, Response, Span, Text, Verdicts

__all__ = ["RuleCritic", "Rules", "in_sentence", "rule_names", "rules_of"]

_NEGATIONS: Final = frozenset({"not", "n't", "cannot", "never", "nor", "neither"})


@dataclass(frozen=True, slots=True)
class RuleCritic:
    """Judges by the rules that a principle lists in `Principle.rules`; principles without rules are not judged.

    *detect* finds the mentions of groups. The flows never yield: no model is called. Time is linear in the draft,
    a fraction of a millisecond for 300 words beside the time of *detect*.
    """

    detect: Detector

    @property
    def name(self) -> str:
        return "rules"

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """Findings in order of place. Nothing is ever discarded: every quote is cut from the draft."""
        yield from ()
        judged = tuple(principle for principle in principles if principle.rules)
        rules = rules_of(judged)
        found = [finding for text in draft.texts for finding in self._in_text(request, text, rules)]
        return Verdicts(findings=tuple(found), judged=tuple(principle.id for principle in judged))

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """*draft* with every finding replaced or dropped; what no finding touches stays as it was, byte for byte."""
        yield from ()
        return revised(draft, verdicts.findings)

    def _in_text(self, request: Request, text: Text, rules: Rules) -> list[Finding]:
        given = Supplied(request)
        found: list[Finding] = []
        for view in _views(text.text, self.detect(text.text), rules.wordings):
            found += in_sentence(view, text, rules, given)
        if UNSUPPORTED in rules.principles:
            found += attributed(request, text, rules.principles[UNSUPPORTED], self.detect)
        return sorted(found, key=lambda finding: (finding.start, finding.end))


class Rules(NamedTuple):
    """The principle that each rule is for, and the wordings of all of them."""

    principles: Mapping[str, Principle]
    wordings: Index[Wording]


def rules_of(principles: Sequence[Principle]) -> Rules:
    """The rules that *principles* list, each for the first of them that does."""
    by_rule: dict[str, Principle] = {}
    for principle in principles:
        for rule in principle.rules:
            by_rule.setdefault(rule, principle)
    return Rules(by_rule, index_of(frozenset(by_rule)))


def in_sentence(view: View, text: Text, rules: Rules, given: Supplied) -> list[Finding]:
    """What the rules find in one sentence of *text*; nothing where *given* supplied what it states."""
    hits = [*rules.wordings.hits(view)]
    if SLUR.rule in rules.principles:
        hits += [Hit(group.start, group.end, SLUR) for group in view.groups if group.slur]
    if not hits or given.states(view.words):
        return []
    return _best(_findings(view, text, hits, rules.principles))


def _views(text: str, spans: Sequence[Span], wordings: Index[Wording]) -> Iterator[View]:
    """Sentence by sentence, each with its own spans and with what "they" means when it begins.

    Those that mention no group and hold none of the *wordings* are left out, whole lines at a time.
    """
    starts = [span.start for span in spans]
    parts = tuple(lines(text))
    agreed = any("agree" in line.words and any(map(_agrees, line.sentences())) for line in parts)
    lasting: Mention | None = None
    for line in parts:
        here = bool(spans) and bisect_left(starts, line.offset) < bisect_left(starts, line.end)
        if not here and lasting is None and not wordings.opens(line.words, cut=line.runs_on):
            continue
        for sentence in line.sentences():
            within = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if not within and lasting is None and not wordings.opens(sentence.words):
                continue
            view = view_of(text, sentence, within, lasting, agreed=agreed)
            lasting = view.lasting
            yield view


def _agrees(sentence: Sentence) -> bool:
    return "agree" in sentence.words and _NEGATIONS.isdisjoint(sentence.words)


def _findings(
    view: View, text: Text, hits: Sequence[Hit[Wording]], by_rule: Mapping[str, Principle]
) -> Iterator[Finding]:
    for hit in hits:
        wording = hit.value
        if excused(view, hit.start, hit.end, wording.frame):
            continue
        principle = by_rule[wording.rule]
        start, end, put = _cut(view, hit)
        yield Finding(
            principle=principle.id,
            path=text.path,
            start=start,
            end=end,
            severity=min(wording.severity, principle.severity),
            confidence=wording.confidence,
            rule=wording.rule,
            attribute=wording.attribute or view.attribute_in(hit.start, hit.end),
            why=wording.why,
            replacement=put,
        )


def _cut(view: View, hit: Hit[Wording]) -> tuple[int, int, str]:
    sentence = view.sentence
    if hit.value.cut is Cut.SENTENCE:
        return *clause(view, hit.start, hit.end), ""
    put = hit.value.put
    if "{" in put:
        said = [view.text[sentence.starts[at] : sentence.ends[at]] for at in range(hit.start, hit.end)]
        put = put.format(*said, last=said[-1])
    return sentence.starts[hit.start], sentence.ends[hit.end - 1], put


def _best(findings: Iterator[Finding]) -> list[Finding]:
    """One finding for each principle and place, the surest; none inside another of the same principle."""
    kept: list[Finding] = []
    reach: dict[str, int] = {}
    for finding in sorted(findings, key=lambda one: (one.start, -one.end, -one.confidence)):
        if finding.end > reach.get(finding.principle, -1):
            reach[finding.principle] = finding.end
            kept.append(finding)
    return kept
