"""Wording about people that texts of records state without a sentence: "Sex F", "race - Asian", "Sales.Muslim"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from guardrails.detectors.keys import attribute_of_key
from guardrails.types import Span

__all__ = ["decoded", "labelled_codes", "loosened", "may_label", "named_before"]

_JOINT: Final = re.compile(r"[._|\t\u200b\u200c\u200d\u2060\ufeff](?=[^\W\d_])|[\[\]]")
_LOOSE: Final = str.maketrans({".": ",", "_": " ", "|": ",", "\t": ",", "[": "(", "]": ")"})
_LOOSE_SPACE: Final = {**_LOOSE, **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"), " ")}
_TOKEN: Final = re.compile(r"\S+|\t")
_ADDRESS: Final = re.compile(r"@|://|^www\.|\.(?:com|org|net|io|eu|gov|edu|[a-z]{2})(?:[/:]|[.,;]?$)", re.IGNORECASE)
_ORIGIN: Final = frozenset({"race", "ethnicity", "nationality"})
_LINK: Final = re.compile(
    r"(?<![\w-])(?P<key>[^\W\d_]{3,16}(?: [^\W\d_]{3,16})?)(?:\s?(?:[-–—>|\t]|->|=>)\s?| is | are | was |\s)$"
)
_FAR: Final = 48  # characters in which a name and its link stand before a value
_SEX: Final = re.compile(r"(?<![\w-])(?:sex|gender)[\s|,/>–-]{1,3}(?P<value>[mfwx])(?![\w'’])", re.IGNORECASE)
_WHOSE: Final = re.compile(
    r"(?:['’]s|s['’]|(?<!\w)(?:his|her|their|my|whose)) (?P<key>religion|faith|ethnicity|nationality|ethnic origin"
    r"|sexual orientation|disability|caste) (?:is|was) (?P<value>[A-Z][\w-]+)"
)
_ESCAPE: Final = re.compile(r"%[0-9A-Fa-f]{2}")


def loosened(text: str) -> str | None:
    """*text*, as long as before, with words apart that signs join or set off; ``None`` when none do.

    Addresses stay as they are: a name in one is no statement.
    """
    if _JOINT.search(text) is None:
        return None
    return _TOKEN.sub(lambda found: found[0] if _ADDRESS.search(found[0]) else found[0].translate(_LOOSE_SPACE), text)


def named_before(text: str, span: Span) -> bool:
    """Whether the name of the attribute stands right before what may state it: "race - Asian", "gender female"."""
    found = _LINK.search(text, max(0, span.start - _FAR), span.start)
    if found is None:
        return False
    words = found["key"].split()
    stated = {attribute_of_key(" ".join(words[at:])) for at in range(len(words))}
    return span.attribute in stated or (span.attribute in _ORIGIN and not stated.isdisjoint(_ORIGIN))


def may_label(text: str) -> bool:
    """Whether `labelled_codes` can find anything; cheap."""
    return "ex" in text or "EX" in text or "ender" in text or "ENDER" in text or " is " in text or " was " in text


def labelled_codes(text: str) -> Iterator[tuple[int, int, str]]:
    """Place and attribute of values that only the name before them explains: "Sex F", "whose faith is Zoroastrian"."""
    for found in _SEX.finditer(text):
        yield found.start(), found.end(), "gender"
    for found in _WHOSE.finditer(text):
        yield found.start("key"), found.end(), attribute_of_key(found["key"]) or "religion"


def decoded(text: str) -> str | None:
    """What a percent-encoded *text* says; ``None`` for any other."""
    if "%" not in text or len(_ESCAPE.findall(text)) < 3:
        return None
    return unquote(text)
