"""Verifying a decision log: is every line the one that was written, in its place, and are all segments there?"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from guardrails.log.chain import GENESIS, Entry, Hasher, hasher, key_id
from guardrails.log.diagnose import Damage, Problem, diagnose
from guardrails.log.read import Line, lines
from guardrails.log.record import SCHEMA, Json
from guardrails.log.segment import SEGMENT_SCHEMA, Head, segment_files

__all__ = ["Damage", "Ending", "Problem", "SegmentReport", "Verification", "verify"]


class Ending(StrEnum):
    """How a segment ends. Only ``closed`` says that nothing is missing at its end."""

    CLOSED = "closed"
    OPEN = "open or crashed"
    TORN = "torn last line"


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentReport:
    """What one segment holds. *head* is the hash of its last good line: keep it elsewhere to notice a lost end."""

    file: str
    lines: int
    records: int
    ending: Ending
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What `verify` found: at most one *problem* a segment (its first), in order of the segments."""

    folder: str
    segments: tuple[SegmentReport, ...]
    problems: tuple[Problem, ...]

    @property
    def intact(self) -> bool:
        """Nothing was edited, dropped, moved or put in, as far as the chain reaches."""
        return not self.problems

    @property
    def unclosed(self) -> tuple[SegmentReport, ...]:
        """Segments still being written, left by a crash, or whose end was cut off and no later segment knows of it."""
        return tuple(segment for segment in self.segments if segment.ending is not Ending.CLOSED)

    @property
    def records(self) -> int:
        """How many good records there are."""
        return sum(segment.records for segment in self.segments)


def verify(folder: str | os.PathLike[str], key: bytes | None = None, *, since: datetime | None = None) -> Verification:
    """Check every line of every segment in *folder*, in constant memory.

    With *key*, a segment that was not written with it is a problem. *since* (aware) leaves out segments started
    earlier, and forgives links to them: for logs whose old segments were deleted on purpose.
    ``OSError`` when the folder cannot be listed.
    """
    first = "" if since is None else f"{since.astimezone(UTC):%Y%m%dT%H%M%S}"
    paths = [path for path in segment_files(Path(folder)) if path.name >= first]
    links, problems = _links(Path(folder), paths, hasher(key), first)
    walks = [_Walk(path, key, links.get(path.name, ())) for path in paths]
    for walk in walks:
        walk.run()
        problems += [walk.problem] if walk.problem is not None else []
    return Verification(
        folder=str(folder),
        segments=tuple(walk.report() for walk in walks),
        problems=tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))),
    )


def _links(
    folder: Path, paths: Sequence[Path], hashed: Hasher, first: str
) -> tuple[Mapping[str, Sequence[Head]], list[Problem]]:
    """The heads that authentic headers link to, by segment; and a problem for each header whose target is gone."""
    links: dict[str, list[Head]] = {}
    problems = []
    for path in paths:
        for head in _heads_in(path, hashed):
            links.setdefault(head.segment, []).append(head)
            if head.segment >= first and not (folder / head.segment).is_file():
                what = f"this segment was started when {head.segment} was there, which is gone"
                problems.append(Problem(file=path.name, line=1, damage=Damage.MISSING, explanation=what))
                break
    return links, problems


def _heads_in(path: Path, hashed: Hasher) -> list[Head]:
    try:
        line = next(lines(path), None)
    except OSError:
        return []  # reported when the segment is walked
    entry = None if line is None else line.entry
    heads = None if entry is None else entry.fields.get("heads")
    if entry is None or hashed(entry.body) != entry.stated or not isinstance(heads, Sequence):
        return []
    return [_linked(head) for head in heads if isinstance(head, Mapping)]


def _linked(head: Mapping[str, Json]) -> Head:
    end = head.get("end")
    return Head(
        segment=Path(str(head.get("segment"))).name,
        end=end if isinstance(end, int) else -1,
        hash=str(head.get("hash")),
    )


@dataclass(slots=True)
class _Walk:
    """One pass over one segment, up to its first problem."""

    path: Path
    key: bytes | None
    links: Sequence[Head]
    head: str = GENESIS
    lines: int = 0
    records: int = 0
    size: int = 0
    ending: Ending = Ending.OPEN
    problem: Problem | None = None
    seen: set[tuple[int, str]] = field(default_factory=set)

    def report(self) -> SegmentReport:
        return SegmentReport(
            file=self.path.name, lines=self.lines, records=self.records, ending=self.ending, head=self.head
        )

    def run(self) -> None:
        hashed, linked = hasher(self.key), {(link.end, link.hash) for link in self.links}
        try:
            for line in lines(self.path):
                self.problem = self._check(line, hashed)
                if self.problem is not None or line.torn:
                    break
                self.lines, self.size = line.number, line.end
                if (line.end, self.head) in linked:
                    self.seen.add((line.end, self.head))
        except OSError as error:
            what = f"the segment cannot be read: {(error.strerror or type(error).__name__).lower()}"
            self.problem = self._problem(max(self.lines, 1), Damage.UNREADABLE, what)
        if self.problem is None and (missed := linked - self.seen):
            self.problem = self._missed(min(missed)[0])

    def _check(self, line: Line, hashed: Hasher) -> Problem | None:
        if self.ending is Ending.CLOSED:
            return self._problem(line.number, Damage.INSERTED, "the segment was closed before this line")
        if line.torn:
            self.ending = Ending.TORN
            return None
        entry = line.entry
        if line.number == 1 and (problem := self._key_problem(entry)) is not None:
            return problem
        if entry is None or hashed(entry.body) != entry.stated or entry.previous != self.head:
            return diagnose(self.path, line, expected=self.head, hashed=hashed)
        self.head = entry.stated
        return self._header(entry) if line.number == 1 else self._body(line, entry)

    def _key_problem(self, entry: Entry | None) -> Problem | None:
        """Told before the hashes are looked at, which would all be wrong."""
        if entry is None or entry.fields.get("event") != "open":
            return None
        stated = entry.fields.get("key_id")
        if stated == key_id(self.key):
            return None
        if self.key is None:
            return self._problem(1, Damage.KEY_NEEDED, "the segment is signed: give the key to verify it")
        if stated is None:
            return self._problem(1, Damage.UNSIGNED, "the segment is not signed, and a key was given")
        return self._problem(1, Damage.WRONG_KEY, "the segment was signed with another key, or its header was edited")

    def _header(self, entry: Entry) -> Problem | None:
        if entry.fields.get("schema") != SEGMENT_SCHEMA or entry.fields.get("event") != "open":
            return self._problem(1, Damage.EDITED, "the segment does not begin with a header")
        if entry.fields.get("segment") != self.path.name:
            return self._problem(1, Damage.RENAMED, "the file was renamed, or is a copy of another segment")
        return None

    def _body(self, line: Line, entry: Entry) -> Problem | None:
        if entry.fields.get("schema") == SCHEMA:
            self.records += 1
            return None
        if entry.fields.get("event") != "close":
            return self._problem(line.number, Damage.INSERTED, "neither a record nor a closing line")
        self.ending = Ending.CLOSED
        if entry.fields.get("records") != self.records:
            return self._problem(line.number, Damage.DROPPED, "the closing line counts another number of records")
        return None

    def _missed(self, end: int) -> Problem:
        """A later segment saw a line here that is not here now."""
        if end > self.size:
            what = f"a later segment saw {end} bytes of this one, and {self.size} are left"
            return self._problem(max(self.lines, 1), Damage.TRUNCATED, what)
        return self._problem(1, Damage.EDITED, "a later segment saw other lines in this one")

    def _problem(self, line: int, damage: Damage, explanation: str) -> Problem:
        return Problem(file=self.path.name, line=line, damage=damage, explanation=explanation)
