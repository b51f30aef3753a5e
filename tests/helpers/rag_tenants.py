"""Two small tenants for tests of the query side: a shop whose records are things, and a directory of people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from guardrails.rag import (
    Admits,
    Capabilities,
    Entity,
    EntityIndex,
    Entry,
    Field,
    FieldKind,
    FieldProfile,
    Grounding,
    MemoryStore,
    ModeratedQuery,
    RecordSchema,
    Tenant,
    moderate_query,
    search_policy,
    understand,
)

__all__ = ["PEOPLE", "SHOP", "WordEmbeddings", "filters_in_words", "moderated", "small_store", "tenants"]


class WordEmbeddings:
    """Which of a hundred buckets the words of a text fall into; good enough to tell a coat from a cable."""

    def embed_query(self, text: str, /) -> list[float]:
        vector = [0.0] * 101
        for word in text.lower().replace(",", " ").replace(".", " ").split():
            vector[sum(map(ord, word.removesuffix("s"))) % 101] += 1.0
        return vector

    def embed_documents(self, texts: list[str], /) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


_CATEGORY, _NUMBER = FieldKind.CATEGORY, FieldKind.NUMBER
_SHOP = RecordSchema(
    id="sku",
    fields=(
        Field(path="title", kind=FieldKind.FREE_TEXT),
        Field(path="color", kind=_CATEGORY, filterable=True, aliases=("colour", "shade")),
        Field(path="cuisine", kind=_CATEGORY, filterable=True, aliases=("food",)),
        Field(path="department", kind=_CATEGORY, filterable=True),
        Field(path="price", kind=_NUMBER, filterable=True, aliases=("cost",)),
        Field(path="added", kind=FieldKind.DATE, filterable=True),
    ),
)
_PEOPLE = RecordSchema(
    id="id",
    fields=(
        Field(path="name", kind=FieldKind.NAME, filterable=True),
        Field(path="role", kind=_CATEGORY, filterable=True, aliases=("job",)),
        Field(path="address.city", kind=FieldKind.PLACE, filterable=True),
        Field(path="languages", kind=_CATEGORY, filterable=True, aliases=("language",)),
        Field(path="years_experience", kind=_NUMBER, filterable=True, aliases=("experience",)),
        Field(path="salary", kind=_NUMBER, filterable=True),
        Field(path="bio", kind=FieldKind.FREE_TEXT),
        Field(path="gender", kind=_CATEGORY, attribute="gender"),
        Field(path="race", kind=_CATEGORY, attribute="race"),
        Field(path="age", kind=_NUMBER, attribute="age"),
    ),
    protected=("unionMember",),
)


def _profile(path: str, admits: Admits, values: Sequence[str] = (), attribute: str | None = None) -> FieldProfile:
    return FieldProfile(path=path, admits=admits, values=dict.fromkeys(values, 1), attribute=attribute)


def _of(*profiles: FieldProfile) -> Capabilities:
    return Capabilities(fields={profile.path: profile for profile in profiles})


SHOP = Tenant(
    id="shop",
    schema=_SHOP,
    capabilities=_of(
        _profile("color", Admits.CATALOGUE, ("black", "navy", "white", "olive green")),
        _profile("cuisine", Admits.CATALOGUE, ("indian", "italian", "chinese", "thai")),
        _profile("department", Admits.CATALOGUE, ("women", "men", "kids")),
        _profile("price", Admits.NUMBER),
    ),
    entities=(Entity(id="bd", name="Black & Decker", kind="brand"),),
)
PEOPLE = Tenant(
    id="people",
    schema=_PEOPLE,
    capabilities=_of(
        _profile("role", Admits.CATALOGUE, ("nurse", "engineer", "writer")),
        _profile("address.city", Admits.CATALOGUE, ("berlin", "munich", "new york")),
        _profile("languages", Admits.CATALOGUE, ("french", "german", "spanish", "english")),
        _profile("gender", Admits.PERSON_DEMOGRAPHIC, attribute="gender"),
        _profile("race", Admits.PERSON_DEMOGRAPHIC, attribute="race"),
    ),
    entities=(
        Entity(id="2", name="Gay Talese"),
        Entity(id="3", name="Black & Decker", kind="company"),
        Entity(id="4", name="Gay"),
        Entity(id="5", name="Blackwoman", kind="company"),
        Entity(id="6", name="Young Black"),
        Entity(id="7", name="International Business Machines", aliases=("IBM",)),
    ),
)


def tenants() -> tuple[Tenant, ...]:
    """Both."""
    return SHOP, PEOPLE


def small_store() -> MemoryStore:
    """A store with four products and three people."""
    store = MemoryStore(WordEmbeddings())
    products = (
        ("Black", "Indian", "Women", "dress", 45),
        ("navy", "Italian", "Men", "coat", 180),
        ("white", "Chinese", "Women", "teapot", 30),
        ("Olive Green", "Thai", "Kids", "jacket", 60),
    )
    store.add(
        "shop",
        [
            Entry(
                id=f"s{number}",
                text=f"{color} {thing} {cuisine}",
                fields={"color": color, "cuisine": cuisine, "department": shelf, "price": price, "added": "2024-05-01"},
            )
            for number, (color, cuisine, shelf, thing, price) in enumerate(products)
        ],
    )
    staff = (
        ("Dr. Ruth Black", "Nurse", "Berlin", ("French", "German"), 12),
        ("Ada Stone", "Engineer", "Munich", ("Spanish",), 3),
        ("Gay Talese", "Writer", "New York", ("English",), 40),
    )
    store.add(
        "people",
        [
            Entry(
                id=f"p{number}",
                text=f"{name}, {role} in {city}",
                fields={
                    "name": name, "role": role, "address.city": city, "languages": spoken, "years_experience": years,
                },
            )
            for number, (name, role, city, spoken, years) in enumerate(staff)
        ],
    )  # fmt: skip
    return store


@cache
def _ready(name: str) -> tuple[Tenant, Grounding, EntityIndex]:
    tenant = {one.id: one for one in tenants()}[name]
    names = (Entity(id="p0", name="Dr. Ruth Black"), *tenant.entities) if name == "people" else tenant.entities
    return tenant, Grounding(small_store(), tenant), EntityIndex.of(names)


def moderated(name: str, text: str) -> ModeratedQuery:
    """What the pack ``search`` makes of a query to one of the two tenants."""
    tenant, grounding, names = _ready(name)
    return moderate_query(understand(text, tenant, entities=names), tenant, grounding, search_policy())


def filters_in_words(found: ModeratedQuery) -> list[str]:
    """ "color eq Black", alternatives joined by "or"."""
    return [
        " or ".join(f"{bound.field} {bound.relation} {bound.value}" for bound in condition.bounds)
        for condition in found.conditions
    ]
