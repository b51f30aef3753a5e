"""Numbers, amounts and dates as people write them: "50k", "1,200.50", "since March 2020"."""

from __future__ import annotations

import re
from typing import Final

from guardrails.rag.terms import Relation

__all__ = ["BOUND", "DATE", "NUMBER", "bounds_of_date", "number_of", "relation_of"]

NUMBER: Final = (
    r"(?:[€$£]\s?)?(?:\d{1,3}(?:[,' ]\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?)"
    r"(?:\s?[km](?![\w]))?"
)
"""A number in digits, with or without a currency before it."""

_RELATIONS: Final = {
    Relation.LT: "under|below|less than|fewer than|cheaper than|lower than|smaller than|younger than|shorter than",
    Relation.LTE: "at most|up to|no more than|not more than|maximum of|maximum|max",
    Relation.GT: "over|above|more than|greater than|higher than|longer than|older than|bigger than|exceeding",
    Relation.GTE: "at least|no less than|not less than|minimum of|minimum|min|starting at",
    Relation.EQ: "exactly|equal to",
}
_SIGNS: Final = {
    "<": Relation.LT,
    "<=": Relation.LTE,
    "≤": Relation.LTE,
    ">": Relation.GT,
    ">=": Relation.GTE,
    "≥": Relation.GTE,
    "=": Relation.EQ,
    "==": Relation.EQ,
    ":": Relation.EQ,
    "!=": Relation.NE,
    "<>": Relation.NE,
}
_WORDS: Final = {word: relation for relation, words in _RELATIONS.items() for word in words.split("|")}
BOUND: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
"""Words that bound a number."""

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
DATE: Final = (
    r"(?:(?:19|20)\d\d(?:-[01]\d(?:-[0-3]\d)?)?"
    rf"|(?:{_DAY} )?(?:{'|'.join(_MONTHS)})[a-z]{{0,6}} (?:{_DAY},? )?(?:19|20)\d\d)(?![\w-])"
)
"""A year, a month or a day: "2020", "2020-03", "2020-03-01", "March 2020", "1 March 2020", "March 1st, 2020"."""
_NAMED: Final = re.compile(r"(?:(\d{1,2})[a-z]* )?([a-z]{3})[a-z]* (?:(\d{1,2})[a-z]*,? )?(\d{4})")

_LAST_DAY: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def relation_of(words: str) -> Relation | None:
    """What *words* or a sign say: "at least" is GTE."""
    folded = " ".join(words.lower().split())
    return _WORDS.get(folded) or _SIGNS.get(folded)


def number_of(text: str) -> float | int:
    """The number that *text*, which `NUMBER` matched, stands for."""
    digits = text.strip("€$£ ").lower()
    factor = {"k": 1_000, "m": 1_000_000}.get(digits[-1:], 1)
    digits = digits.rstrip("km ")
    if re.fullmatch(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?", digits):
        digits = re.sub(r"[,' ]", "", digits)
    value = float(digits.replace(",", ".")) * factor
    return int(value) if value.is_integer() else value


def bounds_of_date(text: str) -> tuple[str, str]:
    """First and last day, in ISO 8601, of the year, month or day that *text* names (`DATE` matched it)."""
    named = _NAMED.fullmatch(text.lower())
    parts = text.split("-") if named is None else [named[4], f"{_MONTHS.index(named[2]) + 1:02d}"]
    if named is not None and (day := named[1] or named[3]):
        parts.append(f"{int(day):02d}")
    if len(parts) == 3:
        return "-".join(parts), "-".join(parts)
    if len(parts) == 1:
        return f"{parts[0]}-01-01", f"{parts[0]}-12-31"
    year, month = parts
    last = 29 if month == "02" and int(year) % 4 == 0 else _LAST_DAY[(int(month) - 1) % 12]
    return f"{year}-{month}-01", f"{year}-{month}-{last}"
