"""Schemas say what an index may hold, and refuse what it may not."""

from __future__ import annotations

import pytest

from guardrails.errors import GuardrailsError
from guardrails.rag import Field, FieldKind, RecordSchema, Tenant

TEXT = Field(path="about", kind=FieldKind.FREE_TEXT)


@pytest.mark.parametrize(
    "path", ["gender", "patient.ethnicGroup", "dateOfBirth", "self_id.race", "maritalStatus", "sexualOrientation"]
)
@pytest.mark.parametrize("searchable", [True, False])
def test_a_field_with_a_protected_name_cannot_be_indexed(path: str, searchable: bool) -> None:
    field = Field(path=path, kind=FieldKind.CATEGORY, searchable=searchable, filterable=not searchable)
    with pytest.raises(GuardrailsError, match=f"'{path}' states .* by its name"):
        RecordSchema(id="id", fields=(TEXT, field))


def test_a_protected_field_may_be_named_if_it_is_not_used() -> None:
    field = Field(path="gender", kind=FieldKind.CATEGORY, attribute="gender")
    assert not field.searchable
    assert RecordSchema(id="id", fields=(TEXT, field)).open_fields == (TEXT,)


@pytest.mark.parametrize("searchable", [True, False])
def test_a_field_marked_protected_cannot_be_used(searchable: bool) -> None:
    with pytest.raises(GuardrailsError, match="'segment' states age: it can be neither"):
        Field(
            path="segment", kind=FieldKind.CATEGORY, attribute="age", searchable=searchable, filterable=not searchable
        )


def test_the_gender_of_a_product_is_whom_it_is_cut_for() -> None:
    fields = (TEXT, *(Field(path=path, kind=FieldKind.CATEGORY) for path in ("sku", "brand", "price", "gender")))
    assert len(RecordSchema(id="sku", fields=fields).open_fields) == 5


@pytest.mark.parametrize("path", ["", "a..b", ".a", "a. .b"])
def test_a_path_is_dotted_keys(path: str) -> None:
    with pytest.raises(GuardrailsError, match="dotted path"):
        Field(path=path, kind=FieldKind.NAME)


def test_a_field_stands_in_a_schema_once_and_something_is_searchable() -> None:
    with pytest.raises(GuardrailsError, match="'about' is in the schema twice"):
        RecordSchema(id="id", fields=(TEXT, TEXT))
    with pytest.raises(GuardrailsError, match="at least one searchable field"):
        RecordSchema(id="id", fields=(Field(path="city", kind=FieldKind.PLACE, searchable=False),))


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 201])
def test_a_tenant_has_a_printable_id(name: str) -> None:
    with pytest.raises(GuardrailsError, match="id of a tenant"):
        Tenant(id=name, schema=RecordSchema(id="id", fields=(TEXT,)))
