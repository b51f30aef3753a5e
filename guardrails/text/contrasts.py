"""Two of a kind set apart by what they are ("..., one Black and the other white"): the contrast goes as a whole."""

from __future__ import annotations

import re

from guardrails.text.tidy import Op
from guardrails.text.units import Unit

__all__ = ["REACH", "contrast_op"]

_BE = r"(?:[ ](?:who|that))?(?:['’]s|[ ](?:is|was|were|being|has|identif(?:ies|ied)[ ]as))?"
_ARTICLE = r"(?:[ ](?:an?|from[ ]an?|of))?"
# " - one ", ", one of them a ", ": one who is ", "One is "
_ONE = re.compile(
    rf"(?P<mark>[ ]?[-–—(][ ]?|[,:;][ ]|(?:^|(?<=[.!?])[ ]?))"
    rf"(?:the[ ]first|one)(?:[ ]of[ ](?:them|whom|which))?{_BE}{_ARTICLE}[ ]$",
    re.IGNORECASE,
)
# " and the other ", " student, while the second is a "
_OTHER = re.compile(
    rf"(?:[ ][\w'-]{{2,20}})?,?(?:[ ](?:and|but|while|whereas))?[ ](?:one|another|the[ ]other|the[ ]second)"
    rf"(?:[ ]one|[ ]of[ ](?:them|whom))?{_BE}{_ARTICLE}[ ]$"
)
# " student)", ",", "."
_CLOSE = re.compile(r"(?:[ ][\w'-]{2,20})?[ ]?(?P<close>[).,;:!?–—\n-]|$)")
REACH = 60
"""Characters between two units that may be set against each other; the caller asks about no others."""


def contrast_op(text: str, first: Unit, second: Unit, others: bool) -> Op | None:
    """The deletion of both descriptions with all that joins them, or ``None`` when they are no such pair."""
    if first.how is not second.how:
        return None
    opened = _ONE.search(text[max(first.floor, first.start - REACH) : first.start])
    if opened is None or _OTHER.fullmatch(text[first.end : second.start]) is None:
        return None
    closed = _CLOSE.match(text, second.end, min(len(text), second.end + REACH))
    if closed is None:
        return None
    start = first.start - (opened.end() - opened.start())
    mark, close, end = opened["mark"].strip(), closed["close"], closed.start("close")
    if not mark:
        if not others or close not in (".", "!"):
            return None
        return Op(start, closed.end(), "", first.spans[-1])
    if (mark, close) in (("(", ")"), ("-", "-"), ("–", "–"), ("—", "—"), (",", ",")):
        end = closed.end()
    return Op(start, end, "", first.spans[-1])
