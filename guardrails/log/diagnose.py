"""Naming the kind of damage at the first line of a segment that does not fit the chain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from guardrails.log.chain import GENESIS, Hasher
from guardrails.log.read import Line, lines

__all__ = ["Damage", "Problem", "diagnose"]


class Damage(StrEnum):
    """What happened to a log, as far as the chain can tell."""

    EDITED = "edited"
    DROPPED = "dropped"
    MOVED = "moved"
    INSERTED = "inserted"
    DUPLICATED = "duplicated"
    TRUNCATED = "truncated"
    MISSING = "missing segment"
    RENAMED = "renamed segment"
    UNSIGNED = "not signed"
    WRONG_KEY = "wrong key"
    KEY_NEEDED = "key needed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """The first damage in one segment: *line* counts from 1, *explanation* never quotes a line."""

    file: str
    line: int
    damage: Damage
    explanation: str

    @property
    def place(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.line}"


def diagnose(path: Path, broken: Line, *, expected: str, hashed: Hasher) -> Problem:
    """What is wrong with *broken*, where a line following the hash *expected* should stand.

    Reads the whole segment again, keeping its hashes; done once a segment and only for a damaged one.
    """
    damage, explanation = _kind(path, broken, expected, hashed)
    return Problem(file=broken.file, line=broken.number, damage=damage, explanation=explanation)


def _kind(path: Path, broken: Line, expected: str, hashed: Hasher) -> tuple[Damage, str]:
    before: set[str] = set()
    after: set[str] = set()
    fits_next = False
    for line in lines(path):
        if line.entry is None or line.number == broken.number or hashed(line.entry.body) != line.entry.stated:
            continue
        (before if line.number < broken.number else after).add(line.entry.stated)
        fits_next = fits_next or (line.number == broken.number + 1 and line.entry.previous == expected)
    entry = broken.entry
    if entry is None or hashed(entry.body) != entry.stated:
        if fits_next:
            return Damage.INSERTED, "this line was not written by this log, and the chain goes on after it"
        return Damage.EDITED, "this line is not the one that was written"
    if entry.stated in before:
        return Damage.DUPLICATED, "this line was copied from further up"
    if entry.previous in after:
        return Damage.MOVED, "this line belongs further down"
    if fits_next or entry.previous == GENESIS:
        return Damage.INSERTED, "this line comes from another place, and does not belong here"
    return Damage.DROPPED, "a line is missing before this one, or was replaced"
