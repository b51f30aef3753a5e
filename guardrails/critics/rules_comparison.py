"""Rules on groups of people ranked against each other, or against everybody else."""

from __future__ import annotations

from typing import Final

from guardrails.critics.wording import Wording, statements

__all__ = ["TABLE"]

_RANKED = Wording(rule="comparison", why="groups ranked against each other", confidence=0.85)
_PRONE = Wording(rule="generalisation", why="a group called more prone to wrong", confidence=0.75)

TABLE: Final = (
    *statements(
        _RANKED,
        """
        <group!> {post}? {be} {adv}* {bad_comparative} ...3 than
        <group!> {post}? {be} {adv}* less ...1 {good} ...3 than
        <group!> {post}? {be} ...3 less|more ...1 {good}|{bad} than
        <group!> {post}? {adv}* {be_not} as {good} as
        <group!> {post}? {be} {adv}* {above} ...3 than|to <group>
        <group!> {post}? {be} {adv}* superior|inferior
        <group!> {post}? {make} {adv}? better|worse|bad|poor|terrible|lousy|great|good _
        <group!> {post}? ...3 more|less {worthily} than <group>
        <group!> {post}? {be} {adv}* better|worse at|with|than
        """,
    ),
    *statements(
        _PRONE,
        """
        <group!> {post}? {be} {adv}* more? likely|prone|inclined|apt|bound|liable to ...2 {misdeed}
        """,
    ),
)
