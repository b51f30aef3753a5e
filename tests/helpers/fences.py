"""The code fences of a Markdown page, with their places, and what stands right after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = ["Fence", "fences", "matches"]

_OPENING = re.compile(r"^```(\w+)?\s*$")
_SAVE_AS = re.compile(r"Save this as `([\w.-]+)`")
_NOT_RUN = re.compile(r"^<!-- not run here: (.+) -->$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """One fence. *line* is that of its first line of code, from 1.

    *output* is the ``text`` fence right behind it: what the code prints, where a line of ``...`` stands for any lines
    and ``…`` for any characters. *not_run* is the reason of a ``<!-- not run here: REASON -->`` right above it,
    *save_as* the name in a ``Save this as `NAME` `` there.
    """

    page: str
    line: int
    language: str
    code: str
    output: str | None = None
    not_run: str | None = None
    save_as: str | None = None

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"


def fences(path: Path, root: Path) -> list[Fence]:
    """Every fence of the page, in order; an output belongs to the fence before it and is none of its own."""
    found: list[Fence] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    above, number, last_end = "", 0, -10
    while number < len(lines):
        opening = _OPENING.match(lines[number])
        if opening is None:
            above = lines[number] or above
            number += 1
            continue
        end = lines.index("```", number + 1)
        language, code = opening[1] or "", "\n".join(lines[number + 1 : end]) + "\n"
        if language == "text" and found and not any(line.strip() for line in lines[last_end + 1 : number]):
            found[-1] = replace(found[-1], output=code)
        else:
            reason, name = _NOT_RUN.match(above), _SAVE_AS.search(above)
            found.append(
                Fence(
                    page=path.relative_to(root).as_posix(),
                    line=number + 2,
                    language=language,
                    code=code,
                    not_run=reason[1] if reason else None,
                    save_as=name[1] if name else None,
                )
            )
        last_end, above, number = end, "", end + 1
    return found


def matches(expected: str, printed: str) -> bool:
    """Whether *printed* is what the page shows, up to the parts it leaves out and blanks at the ends of lines."""
    pattern = "\n".join(_line_pattern(line.rstrip()) for line in expected.strip("\n").splitlines())
    given = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())
    return re.fullmatch(pattern, given) is not None


def _line_pattern(line: str) -> str:
    if line.strip() == "...":
        return r"(?:.*\n)*?.*"
    return ".*?".join(re.escape(part) for part in line.split("…"))
