"""The one form in which values of fields are compared: any case, any spacing, one spelling of each character."""

from __future__ import annotations

import unicodedata
from typing import TypeVar, overload

__all__ = ["folded"]

Value = TypeVar("Value")


@overload
def folded(value: str) -> str: ...
@overload
def folded(value: Value) -> Value | str: ...
def folded(value: Value) -> Value | str:
    """Text in NFKC, case-folded, with single spaces; everything else as it is."""
    return " ".join(unicodedata.normalize("NFKC", value).casefold().split()) if isinstance(value, str) else value
