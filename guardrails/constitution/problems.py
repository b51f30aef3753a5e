"""What is wrong with a constitution, gathered so that one run reports every place and not only the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from guardrails.constitution.nodes import Place
from guardrails.errors import ConstitutionError

__all__ = ["MOST_FAULTS", "Complaint", "ConstitutionProblems", "Loc", "Problem", "error_at", "error_of", "shown"]

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys and list indices from the top of the document."""

_WORD = re.compile(r"[\w.+-]{1,40}")  # "nuetralise", "usr"; anything longer or with spaces may be somebody's text
MOST_FAULTS = 200
"""Faults that are looked for in one file; a file with more is not a constitution with slips."""

_MOST = 20  # problems listed in one error; the rest is a count


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One complaint about the value at *loc*; *of_key* when it is the key there that is wrong."""

    loc: Loc
    message: str
    hint: str = ""
    of_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A problem where it stands in a file."""

    place: Place
    message: str
    hint: str = ""


class ConstitutionProblems(ConstitutionError):
    """Several things are wrong with a constitution; ``problems`` has one `ConstitutionError` for each.

    ``path``, ``line`` and ``column`` are those of the first; the message has a line for each.
    """

    def __init__(self, problems: Sequence[ConstitutionError]) -> None:
        self.problems = tuple(problems)
        first, rest = self.problems[0], len(self.problems) - _MOST
        lines = [str(problem) for problem in self.problems[:_MOST]]
        super().__init__("\n".join([*lines, f"... and {rest} more"] if rest > 0 else lines))
        self.path, self.line, self.column, self.hint = first.path, first.line, first.column, first.hint


def error_of(complaints: Iterable[Complaint]) -> ConstitutionError:
    """The error for *complaints*, in the order of the places; of several about one place the first is enough."""
    first: dict[Place, Complaint] = {}
    for one in complaints:
        first.setdefault(one.place, one)
    found = [error_at(place, first[place].message, first[place].hint) for place in sorted(first)]
    return found[0] if len(found) == 1 else ConstitutionProblems(found)


def error_at(place: Place, message: str, hint: str = "") -> ConstitutionError:
    """The error for one thing that is wrong at *place*."""
    return ConstitutionError(message, path=place.file, line=place.line, column=place.column, hint=hint)


def shown(word: object) -> str:
    """*word* in quotes if it is short and looks like a word of the format; otherwise nothing of it is repeated."""
    text = word if isinstance(word, str) else ""
    return repr(text) if _WORD.fullmatch(text) else "this"
