"""A thousand documents that would carry protected data into an index, each with a canary in what is protected."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

__all__ = ["PREFIX", "canaries", "leaky_documents"]

PREFIX: Final = "Zq7vkXw"
"""Every canary begins with it, and nothing else does."""

_KEYS: Final = (
    "gender", "Gender", "SEX_CD", "ethnicGroup", "ethnic_group", "ethnic-group", "race", "RaceEthnicity", "religion",
    "religious.affiliation", "dateOfBirth", "date_of_birth", "DOB", "birthYear", "maritalStatus", "marital-status",
    "sexualOrientation", "sexual_orientation", "hasDisability", "disability_status", "nationality", "countryOfBirth",
    "pregnancyStatus", "applicantAge", "genderIdentity", "unionMember", "union_member",
)  # fmt: skip
_WORDINGS: Final = (
    "A Muslim {c}woman", "the 62-year-old {c} from Hull", "{c} is a deaf colleague", "an elderly Jewish man, {c}",
    "my lesbian neighbour {c}", "{c}, who uses a wheelchair", "a Black woman called {c}", "a pregnant nurse, {c}",
    "the young Polish immigrant {c}", "a trans man named {c}", "{c} is a Hindu", "a blind pensioner ({c})",
)  # fmt: skip
_WORKS: Final = ("welds bridges", "runs the night shift", "keeps the map room", "repairs lifts", "bakes bread")


_CANARY: Final = re.compile(rb"\0?".join(bytes([char]) for char in PREFIX.lower().encode()) + rb"((?:\0?\d){5})")


def canaries(data: bytes, *, beside_wording: bool = True) -> set[int]:
    """The documents whose canaries are in *data*, in any case (an index keeps folded copies), in UTF-8 and UTF-16.

    Without *beside_wording*, those that only stand in one sentence with wording: when that is edited, they may stay.
    """
    found = {int(match[1].replace(b"\0", b"")) for match in _CANARY.finditer(data.lower())}
    return {number for number in found if beside_wording or _WAYS[number % len(_WAYS)] is not _text}


def leaky_documents(size: int, seed: int = 5) -> Iterator[dict[str, Any]]:
    """Documents of the schema ``people`` of `rag_corpus`: id, name and role are fine, the rest tries to leak."""
    chance = Random(seed)
    for number in range(size):
        canary, key = f"{PREFIX}{number:05d}x", chance.choice(_KEYS)
        base = {
            "id": f"d-{number:05d}",
            "name": "Dana Costa",
            "role": "welder",
            "bio": f"Dana {chance.choice(_WORKS)}.",
        }
        yield {**base, **_WAYS[number % len(_WAYS)](key, canary, chance)}


def _text(_: str, canary: str, chance: Random) -> dict[str, Any]:
    wording = chance.choice(_WORDINGS).format(c=canary)
    return {"bio": f"{wording} {chance.choice(_WORKS)}. Ask the front desk."}


def _labelled(key: str, canary: str, chance: Random) -> dict[str, Any]:
    sign = chance.choice((": ", "=", " = "))
    return {"bio": f"{chance.choice(_WORKS)}{chance.choice(('; ', ', ', chr(10)))}{key}{sign}{canary}"}


def _json(key: str, canary: str, _: Random) -> dict[str, Any]:
    return {"bio": json.dumps({"work": "welds", key: canary})}


def _json_in_json(key: str, canary: str, _: Random) -> dict[str, Any]:
    return {"bio": json.dumps({"form": json.dumps({"self": [{key: canary}]})})}


def _nested(key: str, canary: str, _: Random) -> dict[str, Any]:
    return {"bio": {"profile": {"self_id": {key: canary}}}}


def _listed(key: str, canary: str, _: Random) -> dict[str, Any]:
    return {"languages": ["English", {key: canary}]}


def _beside(key: str, canary: str, _: Random) -> dict[str, Any]:
    return {"bio": {"columns": ["work", key], "rows": [["welds", canary]]}}


def _column(key: str, canary: str, _: Random) -> dict[str, Any]:
    return {key: canary, "extra": {"person": {key: canary}}, "unknown": canary}


def _copied(_: str, canary: str, __: Random) -> dict[str, Any]:
    return {"selfId": {"disability": {"certificate": canary}}, "bio": f"Certificate {canary} is on file."}


_WAYS: Final[tuple[Callable[[str, str, Random], dict[str, Any]], ...]] = (
    _text, _labelled, _json, _json_in_json, _nested, _listed, _beside, _column, _copied,
)  # fmt: skip
