"""The text that retrieval may embed: what is cut goes with the words that would dangle, and nothing comes back."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.rag.policy import SearchPolicy
from guardrails.text.edits import edit
from guardrails.text.vocabulary import words
from guardrails.types import Form, Moderation, Sense, Span

__all__ = ["Cut", "cleaned"]

_ROUNDS: Final = 3
_CODE: Final = str.maketrans("`", " ")  # a query is no place for code, and editing leaves code alone
_SPACES: Final = re.compile(r"\s+")
_SIGNS: Final = re.compile(r"\s+([,.;:!?])|(?:^|(?<=\s))[,;:/|=-]+(?=\s|$)")
_LEAD: Final = re.compile(
    r"^(?:[\s,;:.&/-]+|(?:and|or|who|that|which|with|for|from|of|in|by|is|are|whose)\s)+", re.IGNORECASE
)
_TAIL: Final = re.compile(
    r"(?:[\s,;:&/-]+|\s(?:and|or|who|that|which|with|for|from|of|in|by|is|are|under|over|a|an|the|to|at))+$",
    re.IGNORECASE,
)
_LOOSE_ENDS: Final = words("and or who that which with for from of in by is are under over a an the to at")
_HOW_MANY: Final = re.compile(r"^how(?! (?:many|much|do|does|can|to|is|are)\b)\s", re.IGNORECASE)
_SUBSTITUTED: Final = frozenset({"role", "proxy"})
"""A waitress becomes a server: the work is what is looked for. Other nouns for people go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """``[start, end)`` leaves the text; *instead* takes its place where it says more than the attribute."""

    start: int
    end: int
    form: Form = Form.ADJECTIVE
    instead: str = field(default="", repr=False)

    @classmethod
    def of(cls, span: Span) -> Cut:
        """What to do with the detector's *span*."""
        said = span.neutral if span.neutral and _SUBSTITUTED.intersection(span.tags) else ""
        instead = "" if said is None or "person" in said.split() else said
        return cls(start=span.start, end=span.end, form=span.form, instead=instead)


def cleaned(text: str, cuts: Sequence[Cut], policy: SearchPolicy, *, kept: Collection[str] = ()) -> str:
    """*text* without *cuts*, its pronouns made "they". Wording in *kept* (lower case) stays.

    The result is looked at again, because a cut can bring words together that then speak of people; after three rounds
    what is found is cut without regard to grammar. It holds no wording about people beyond *kept* and what *policy*
    leaves alone.
    """
    clean = _without(text.translate(_CODE), _disjoint(cuts))
    for _ in range(_ROUNDS):
        left = _left(clean, policy, kept)
        if not left:
            return clean
        clean = _without(clean, [Cut.of(span) for span in left])
    for span in reversed(_left(clean, policy, kept)):
        clean = clean[: span.start] + " " + clean[span.end :]
    return _tidy(clean)


def _left(text: str, policy: SearchPolicy, kept: Collection[str]) -> list[Span]:
    return [
        span
        for span in policy.detect(text)
        if span.sense is Sense.PERSON
        and policy.mode(span.attribute) is not Moderation.KEEP
        and "pronoun" not in span.tags
        and text[span.start : span.end].lower() not in kept
    ]


def _disjoint(cuts: Sequence[Cut]) -> list[Cut]:
    """Sorted; of two that overlap the longer covers the other, or both become one."""
    merged: list[Cut] = []
    for cut in sorted(cuts, key=lambda one: (one.start, -one.end)):
        if merged and cut.start < merged[-1].end:
            if cut.end > merged[-1].end:
                merged[-1] = Cut(start=merged[-1].start, end=cut.end, form=Form.PHRASE)
        else:
            merged.append(cut)
    return merged


def _without(text: str, cuts: Sequence[Cut]) -> str:
    parts: list[str] = []
    plan: list[tuple[Span, Moderation]] = []
    at = shift = 0
    for cut in cuts:
        parts.append(text[at : cut.start])
        if cut.instead:
            parts.append(cut.instead)
            shift += len(cut.instead) - (cut.end - cut.start)
        else:
            parts.append(text[cut.start : cut.end])
            span = Span(start=cut.start + shift, end=cut.end + shift, attribute="", form=cut.form)
            plan.append((span, Moderation.REMOVE))
        at = cut.end
    given = "".join((*parts, text[at:]))
    return _cased(text, _tidy(edit(given, plan, pronouns="neutralise").text, text))


def _tidy(text: str, given: str = "") -> str:
    """*text* without blanks, signs and small words that hang loose; how *given* began and ended is left alone."""
    text = _SIGNS.sub(lambda found: found[1] or "", _SPACES.sub(" ", text))
    text, whole = _SPACES.sub(" ", text).strip(), _SPACES.sub(" ", given).strip().lower()
    lead, tail = _LEAD.match(text), _TAIL.search(text) if _ends_loosely(text) else None
    if tail is not None and not whole.endswith(text[tail.start() :].lower()):
        text = text[: tail.start()]
    if lead is not None and not whole.startswith(lead[0].lower()):
        text = text[lead.end() :]
    return _HOW_MANY.sub("", text).strip()


def _ends_loosely(text: str) -> bool:
    """Whether `_TAIL` can find anything; cheap, for that pattern is tried at every place of the text."""
    return text[text.rfind(" ") + 1 :].lower() in _LOOSE_ENDS or text[-1:] in ",;:&/-"


def _cased(given: str, clean: str) -> str:
    """A sentence that lost its beginning got a capital; a query keeps the letters it was typed with."""
    first = re.match(r"\w+", clean)
    if first is None or not first[0][0].isupper() or re.search(rf"\b{re.escape(first[0])}\b", given):
        return clean
    return clean[0].lower() + clean[1:]
