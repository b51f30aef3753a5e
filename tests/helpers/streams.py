"""Guards for each way of showing a stream, what must never be shown, and texts that put it in every place."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from guardrails import Guard
from guardrails.constitution import load_text
from guardrails.policy import compile_policy
from guardrails.streaming import need_of

__all__ = ["CLEAN", "LOOK_ALIKES", "MODES", "VIOLATIONS", "answers", "guard_of", "holds_forbidden"]

_HEAD = 'constitution: 1\nname: streamed\nversion: "1.0.0"\n'
_SCRUB_ONLY = """\
scrub: {assistant: neutralise, tool_call: mask}
"""
_PACKS = {
    "hold": f"{_HEAD}extends: hiring\nstreaming: hold\n",
    "sentence": f"{_HEAD}extends: hiring\nstreaming: sentence\n",
    "sentence, held when broken": (
        f"{_HEAD}extends: hiring\nstreaming: sentence\ncritique: {{rounds: 0, unresolved: escalate}}\n"
    ),
    "window": f"{_HEAD}{_SCRUB_ONLY}",
}
MODES = tuple(_PACKS)

VIOLATIONS = (
    "Women are too emotional to lead.",
    "We want a digital native.",
    "Old people cannot learn new tools.",
    "Hire whites only.",
    "She was rejected because she is Muslim.",
    "The young Black woman was the weakest of the four.",
)
"""Each is edited, revised or held by the packs of this module."""

_FORBIDDEN = ("women are too", "digital native", "old people", "whites only", "is muslim", "young black")

LOOK_ALIKES = (
    "Ms. Black answered within the hour.",
    "The senior engineer fixed a race condition.",
    "Her black jacket hung by the door.",
    "He speaks Polish and some Irish Gaelic.",
    "Dr. Young read the first draft.",
)
CLEAN = (
    "Both have ten years in sales.",
    "Costs fell by 4.1 percent, e.g. in returns.",
    "See https://example.org/a?b=c for the 3 figures!",
    "Is it done? Yes.",
    '"We shipped it," she said.',
    "Naïve façades cost 12 € 🙂 and 𝒳 more.",
    "- first point\n- second point\n",
    "Title\n\n",
    "ok",
    "...",
)
_CODE = "```\nif a. b\n```\n"
_SEAMS = (" ", "  ", "\n", "\n\n")


@cache
def guard_of(mode: str) -> Guard:
    """The guard that shows streams in *mode*."""
    guard = Guard.from_policy(compile_policy(load_text(_PACKS[mode])))
    assert need_of(guard.middleware) == mode.partition(",")[0]
    return guard


def holds_forbidden(shown: str) -> bool:
    """Whether anything that no stream may show is in *shown*."""
    return any(words in shown.lower() for words in _FORBIDDEN)


@st.composite
def answers(draw: st.DrawFn, *, clean: bool = False) -> str:
    """Up to ten sentences of every kind in any order, joined in several ways; *clean* ones need no layer's work.

    Code, and sentences with nothing between them, which no rule reads as prose, are among the clean ones only.
    """
    pool, seams = ((*CLEAN, _CODE), (*_SEAMS, "")) if clean else (CLEAN + LOOK_ALIKES + VIOLATIONS, _SEAMS)
    parts = draw(st.lists(st.tuples(st.sampled_from(pool), st.sampled_from(seams)), min_size=1, max_size=10))
    return "".join(sentence + seam for sentence, seam in parts)
