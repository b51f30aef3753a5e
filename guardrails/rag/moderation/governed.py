"""What a query's denials come to for one value: it is wanted, kept out or left open, never taken for its opposite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from guardrails.rag.query.negation import Denial, cues_before, denial_before, may_deny
from guardrails.rag.query.negation_after import denial_after, denies_behind
from guardrails.rag.terms import Query

__all__ = ["Denials"]

_ON: Final = re.compile(
    r"\s?(?:,\s?)?(?:and|or|nor|&|/)\s?(?:(?:in|from|by|near|at|of|the|any|with|to)\s){0,3}|\s?/\s?", re.IGNORECASE
)


@dataclass(frozen=True)
class Denials:
    """The denials of *query*, each of which governs the piece that it stands beside, else the rest of its clause."""

    query: Query

    def before(self, start: int) -> Denial | None:
        """What denies the words at *start* right before them."""
        return denial_before(self.query.text, start) if self._any else None

    def after(self, start: int, end: int) -> Denial | None:
        """What denies ``[start, end)`` right behind it."""
        found = denial_after(self.query.text, start, end) if self._any else None
        if found is not None and found.unsure and self._taken_behind(found, end):
            return None
        return found

    def leave_open(self, start: int, end: int) -> bool:
        """Whether a denial further off may mean ``[start, end)``: "no coats in black", "not only in Hull"."""
        if not self._any:
            return False
        for cue in cues_before(self.query.text, start):
            near = [place for place in self._beside.get(cue.start, ()) if place[1] <= start]
            if any(place[0] <= cue.start < place[1] for place in self._pieces):
                continue  # "no more than 50 euros"
            if not near or any(_ON.fullmatch(self.query.text, place[1], start) for place in near):
                return True
        return False

    @cached_property
    def _any(self) -> bool:
        return may_deny(self.query.text) or denies_behind(self.query.text)

    @cached_property
    def _pieces(self) -> tuple[tuple[int, int], ...]:
        conditions = tuple((one.start, one.end) for one in self.query.constraints)
        return (*conditions, *((one.start, one.end) for one in self.query.terms))

    @cached_property
    def _beside(self) -> dict[int, list[tuple[int, int]]]:
        """The pieces right behind each denial, by where it begins."""
        found: dict[int, list[tuple[int, int]]] = {}
        for place in self._pieces:
            if (denial := denial_before(self.query.text, place[0])) is not None:
                found.setdefault(denial.start, []).append(place)
        return found

    def _taken_behind(self, found: Denial, end: int) -> bool:
        """Whether what may deny is said of another piece: "those in Hull are not Muslim"."""
        if any(end + 1 < start < found.end for start, _ in self._pieces):
            return True
        return found.start in self._beside
