"""Rules on what is believed of patients by group: that they feel less, make it up, do not follow, or are worth less.

After Hoffman et al. 2016 (PNAS 113(16), beliefs about pain), Goddu et al. 2018 (J. Gen. Intern. Med. 33(5), words of
doubt in records) and 45 CFR 84.57 (the value of a life with a disability).
"""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Wording, statements

__all__ = ["TABLE"]

_BODY = Wording(rule="generalisation", why="a body or a pain ascribed to a group", confidence=0.8)
_DOUBT = Wording(rule="generalisation", why="patients of a group distrusted as such", confidence=0.8)
_WORTH = Wording(rule="generalisation", why="a life valued by its group", confidence=0.75)

TABLE: Final = (
    *statements(
        _BODY,
        """
        <group!> {post}? {adv}* feel|feels|experience|need|needs|require ...1 less|little|no {pain}
        <group!> {post}? do|does not|n't {adv}* feel|need|require {pain}
        <group!> {post}? {adv}* tolerate|tolerates|bear|endure|handle|stand {pain} better|well|easily|more
        <group!> {post}? {adv}* {have} {art}? ...1 higher|high|greater {pain}? tolerance|threshold
        <group!> {post}? {be} {adv}* less sensitive to {pain}
        <group!> {post}? {adv}* {have} {art}? thicker skin|bones|skulls
        """,
    ),
    *statements(
        _DOUBT,
        """
        <group!> {post}? {be} {adv}* {art}? {distrusted}
        <group!> {post}? {adv}* exaggerate|exaggerates|fake|fakes|overstate|invent|imagine|dramatise ...2 {complaint}
        <group!> {post}? {adv}* make|makes up ...2 {complaint}
        <group!> {post}? {adv}* never|rarely|seldom take|takes|follow|follows|keep|keeps|finish their ...1 {regimen}
        """,
    ),
    *statements(
        _WORTH,
        """
        <group!> {post}? {adv}* {have} {art}? ...1 lower|worse|poorer|little|no quality of life
        <group!> {post}? {be} {adv}* {art}? waste of ...1 resources|money|beds|time|organs|space
        """,
    ),
)
