"""Short constitutions for tests: only what a test is about is written out."""

from __future__ import annotations

from guardrails.constitution import Constitution, load_text
from guardrails.errors import ConstitutionError

__all__ = ["HEADER", "built", "complaint"]

HEADER = 'constitution: 1\nname: mine\nversion: "1.0"\n'
"""Three lines; what a test adds starts on line 4."""


def built(body: str = "") -> Constitution:
    """The constitution of `HEADER` and *body*."""
    return load_text(HEADER + body, file="mine.yaml")


def complaint(body: str, *, header: str = HEADER) -> str:
    """What the loader says about *body*; fails when it says nothing."""
    try:
        load_text(header + body, file="mine.yaml")
    except ConstitutionError as error:
        return str(error)
    raise AssertionError("the loader accepted it")
