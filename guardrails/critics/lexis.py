"""Word lists as they are written in the modules beside this one: entries between commas, phrases of several words."""

from __future__ import annotations

__all__ = ["entries"]


def entries(text: str) -> frozenset[str]:
    """The entries of a list separated by commas; line breaks inside an entry are blanks."""
    return frozenset(" ".join(text.replace(",", " , ").split()).strip(" ,").split(" , "))
