"""Records of three tenants, the same on every machine: people with protected columns, products with colours, job posts.

All of it is made up here, from the words in `rag_words`. The open fields and texts say nothing protected; the protected
columns of people are there to be kept out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, Final, TypeAlias

from guardrails.rag import Field, FieldKind, RecordSchema
from tests.helpers import rag_words as words

__all__ = [
    "CATALOGUE",
    "JOBS",
    "PEOPLE",
    "SCHEMAS",
    "SIZES",
    "Record",
    "catalogue",
    "corpus",
    "jobs",
    "people",
]

Record: TypeAlias = dict[str, Any]

SIZES: Final[Mapping[str, int]] = {"people": 2000, "catalogue": 2500, "jobs": 1500}

PEOPLE = RecordSchema(
    id="id",
    fields=(
        Field(path="name", kind=FieldKind.NAME, filterable=True, aliases=("called", "person")),
        Field(path="role", kind=FieldKind.CATEGORY, filterable=True, aliases=("job", "occupation", "profession")),
        Field(path="department", kind=FieldKind.CATEGORY, filterable=True, aliases=("team",)),
        Field(path="address.city", kind=FieldKind.PLACE, filterable=True, aliases=("in", "based in", "city")),
        Field(path="languages", kind=FieldKind.CATEGORY, filterable=True, aliases=("speaks", "language")),
        Field(path="experience", kind=FieldKind.NUMBER, searchable=False, filterable=True, aliases=("years",)),
        Field(path="bio", kind=FieldKind.FREE_TEXT),
        Field(path="email", kind=FieldKind.IDENTIFIER, searchable=False),
    ),
    protected=("unionMember",),
)
CATALOGUE = RecordSchema(
    id="sku",
    fields=(
        Field(path="title", kind=FieldKind.NAME),
        Field(path="brand", kind=FieldKind.NAME, filterable=True, aliases=("by", "from", "make")),
        Field(path="category", kind=FieldKind.CATEGORY, filterable=True, aliases=("kind", "type")),
        Field(path="colour", kind=FieldKind.CATEGORY, filterable=True, aliases=("color", "in")),
        Field(path="material", kind=FieldKind.CATEGORY, filterable=True, aliases=("made of",)),
        Field(path="cuisine", kind=FieldKind.CATEGORY, filterable=True, aliases=("food",)),
        Field(path="price", kind=FieldKind.NUMBER, searchable=False, filterable=True, aliases=("euros", "cost")),
        Field(path="description", kind=FieldKind.FREE_TEXT),
    ),
)
JOBS = RecordSchema(
    id="id",
    fields=(
        Field(path="title", kind=FieldKind.NAME),
        Field(path="role", kind=FieldKind.CATEGORY, filterable=True),
        Field(path="level", kind=FieldKind.CATEGORY, filterable=True, aliases=("seniority",)),
        Field(path="company.name", kind=FieldKind.NAME, filterable=True, aliases=("employer", "at")),
        Field(path="company.city", kind=FieldKind.PLACE, filterable=True, aliases=("in", "city")),
        Field(path="languages", kind=FieldKind.CATEGORY, filterable=True, aliases=("language",)),
        Field(path="salary", kind=FieldKind.NUMBER, searchable=False, filterable=True, aliases=("pay", "euros")),
        Field(path="posted", kind=FieldKind.DATE, searchable=False, filterable=True),
        Field(path="description", kind=FieldKind.FREE_TEXT),
    ),
)
SCHEMAS: Final[Mapping[str, RecordSchema]] = {"people": PEOPLE, "catalogue": CATALOGUE, "jobs": JOBS}


def corpus() -> dict[str, list[Record]]:
    """All three tenants: 6,000 records."""
    made = {"people": people, "catalogue": catalogue, "jobs": jobs}
    return {tenant: list(made[tenant](size)) for tenant, size in SIZES.items()}


def people(size: int, seed: int = 1) -> Iterator[Record]:
    """A directory; what the tenant also knows of each person stands in columns no index may hold."""
    chance = Random(seed)
    for number in range(size):
        given, surname = chance.choice(words.GIVEN), chance.choice(words.SURNAMES)
        role, city = chance.choice(sorted(words.ROLES)), chance.choice(words.CITIES)
        first, second = chance.sample(words.ROLES[role], 2)
        spoken, years = chance.sample(words.LANGUAGES, chance.randint(1, 3)), chance.randint(1, 38)
        yield {
            "id": f"p-{number:05d}",
            "name": f"{given} {surname}",
            "role": role,
            "department": chance.choice(words.DEPARTMENTS),
            "address": {"city": city, "postcode": f"{chance.randint(1000, 9999)}"},
            "languages": spoken,
            "experience": years,
            "bio": f"{given} {surname} {first} and {second}. {years} years in the trade, now in {city}; "
            f"also {chance.choice(words.ROLES[role])}. Works in {' and '.join(spoken)}.",
            "email": f"{given}.{surname}{number}@example.org".lower(),
            "unionMember": chance.choice([True, False]),
            **_protected(chance),
        }


def _protected(chance: Random) -> Record:
    return {
        "gender": chance.choice(["female", "male", "non-binary"]),
        "dateOfBirth": f"{chance.randint(1955, 2003)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        "selfIdentification": {
            "ethnicGroup": chance.choice(["Black", "White", "Asian", "Roma", "Arab", "mixed"]),
            "religion": chance.choice(["Muslim", "Christian", "Jewish", "Hindu", "none"]),
            "has_disability": chance.choice(["yes", "no"]),
        },
        "maritalStatus": chance.choice(["married", "single", "divorced", "widowed"]),
    }


def catalogue(size: int, seed: int = 2) -> Iterator[Record]:
    """Products: clothes, things for the home, tools and food."""
    chance = Random(seed)
    shelves = {"clothing": words.GARMENTS, "home": words.HOME, "tools": words.TOOLS, "food": words.FOODS}
    for number in range(size):
        shelf = chance.choice(sorted(shelves))
        thing = chance.choice(sorted(shelves[shelf]))
        first, second = chance.sample(shelves[shelf][thing], 2)
        brand, colour, material = (
            chance.choice(words.BRANDS),
            chance.choice(words.COLOURS),
            chance.choice(words.MATERIALS),
        )
        record: Record = {"sku": f"c-{number:05d}", "brand": brand, "category": shelf, "price": chance.randint(4, 900)}
        if shelf == "food":
            cuisine = chance.choice(words.CUISINES)
            record |= {"title": f"{cuisine} {thing}", "cuisine": cuisine}
            about = f"{cuisine} {thing} by {brand}: {first}, {second}. For {cuisine} dishes at home."
        else:
            record |= {"title": f"{colour.capitalize()} {material} {thing}", "colour": colour, "material": material}
            about = f"{thing.capitalize()} in {colour} {material} with {first} and {second}, by {brand}."
        yield {**record, "description": about, "stock": {"warehouse": chance.choice(words.CITIES), "left": number % 40}}


def jobs(size: int, seed: int = 3) -> Iterator[Record]:
    """Posts of employers; ``senior`` and ``junior`` are grades."""
    chance = Random(seed)
    for number in range(size):
        role, level = chance.choice(sorted(words.ROLES)), chance.choice(["junior", "senior", "lead", "trainee"])
        company, city = chance.choice(words.COMPANIES), chance.choice(words.CITIES)
        spoken, tasks = chance.sample(words.LANGUAGES, chance.randint(1, 2)), chance.sample(words.TASKS, 2)
        yield {
            "id": f"j-{number:05d}",
            "title": f"{level.capitalize()} {role}",
            "role": role,
            "level": level,
            "company": {"name": company, "city": city, "staff": chance.randint(4, 4000)},
            "languages": spoken,
            "salary": chance.randint(22, 110) * 1000,
            "posted": f"2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            "description": f"{company} in {city} is looking for a {level} {role}. You will {tasks[0]} and {tasks[1]}. "
            f"We work in {' and '.join(spoken)}.",
        }
