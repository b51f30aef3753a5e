"""Queries for the proofs: pairs that differ in a demographic term alone, and queries that only look demographic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from guardrails.rag.types import Entry
from tests.helpers import rag_words as words
from tests.helpers.rag_world import entries

__all__ = ["Asked", "Pair", "look_alikes", "pairs"]

_ADJECTIVES = (
    "Black", "white", "Asian", "Muslim", "Christian", "Jewish", "Hindu", "gay", "lesbian", "female", "male", "young",
    "elderly", "deaf", "blind", "disabled", "autistic", "Nigerian", "Polish", "Mexican", "transgender", "pregnant",
    "unmarried", "middle-aged", "Latino", "Catholic", "bisexual", "African American", "45-year-old",
)  # fmt: skip
_AFTER = (
    "who is Muslim", "who is gay", "who is blind", "who is 62 years old", "in her fifties", "in his twenties",
    "with autism", "with a disability", "of African descent", "older than 60", "younger than 30", "aged 25 to 35",
    "born in 1961", "who uses a wheelchair", "who is deaf",
)  # fmt: skip
_SAID = (
    "gender: female",
    "gender: male",
    "religion: Hindu",
    "race = Black",
    "age > 50",
    "age < 30",
    "nationality: Polish",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two queries to one tenant that differ in one demographic term."""

    tenant: str
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query, what kind of look-alike it has, and which entries are right."""

    tenant: str
    query: str
    kind: str
    right: Callable[[Entry], bool]


def pairs(number: int, seed: int = 11) -> Iterator[Pair]:
    """As many pairs: descriptions before the noun, behind it, and conditions on a field."""
    chance = Random(seed)
    for at in range(number):
        role = chance.choice(sorted(words.ROLES))
        task, city = chance.choice(words.ROLES[role]), chance.choice(words.CITIES)
        slots, shape = (
            (_ADJECTIVES, "experienced {} {role} who {task}"),
            (_AFTER, "{role} {} in {city}"),
            (_SAID, "{role} in {city}, {}, who {task}"),
            (_ADJECTIVES, "{} {role} based in {city}"),
        )[at % 4]
        one, other = chance.sample(slots, 2)
        filled = [shape.format(term, role=role, task=task, city=city) for term in (one, other)]
        yield Pair(tenant="people" if at % 3 else "jobs", one=filled[0], other=filled[1])


def look_alikes(number: int, seed: int = 12) -> Iterator[Asked]:
    """As many queries with colours, cuisines, names and languages that are also words for people."""
    chance = Random(seed)
    makers = (_colour, _cuisine, _name, _language)
    for at in range(number):
        yield makers[at % 4](chance)


def _colour(chance: Random) -> Asked:
    color, thing = chance.choice(("black", "white", "brown", "yellow", "red")), chance.choice(sorted(words.GARMENTS))
    material = chance.choice(words.MATERIALS)
    return Asked(
        tenant="catalogue", kind="colour", query=f"{color} {material} {thing}",
        right=lambda entry: entry.fields.get("colour") == color and thing in entry.text.lower(),
    )  # fmt: skip


def _cuisine(chance: Random) -> Asked:
    cuisine, thing = chance.choice(words.CUISINES), chance.choice(sorted(words.FOODS))
    return Asked(
        tenant="catalogue", kind="cuisine", query=f"{cuisine} {thing}",
        right=lambda entry: entry.fields.get("cuisine") == cuisine and thing in entry.text.lower(),
    )  # fmt: skip


def _name(chance: Random) -> Asked:
    surnames = ("Black", "Brown", "White", "Young", "Gay", "Old", "English", "French", "Christian", "Straight", "Gray")
    held = [one for one in entries("people") if str(one.fields["name"]).split()[-1] in surnames]
    name = str(chance.choice(held).fields["name"])
    return Asked(tenant="people", kind="name", query=name, right=lambda entry: entry.fields["name"] == name)


def _language(chance: Random) -> Asked:
    language, role = chance.choice(words.LANGUAGES), chance.choice(sorted(words.ROLES))
    query = chance.choice(
        (f"{language}-speaking {role}", f"{role} who speaks {language}", f"{role} fluent in {language}")
    )

    def right(entry: Entry) -> bool:
        spoken = entry.fields["languages"]
        return entry.fields["role"] == role and isinstance(spoken, tuple) and language in spoken

    return Asked(tenant="people", kind="language", query=query, right=right)
