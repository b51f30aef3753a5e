"""A tenant in a JSON file: what it may say, and where each mistake is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrails.errors import GuardrailsError
from guardrails.rag import FieldKind
from guardrails.rag.tenant_file import read_tenant, tenant_of_json
from tests.helpers.source_files import ROOT

GOOD: dict[str, Any] = {
    "tenant": "shop",
    "id": "sku",
    "fields": [{"path": "color", "kind": "category", "filterable": True, "aliases": ["colour"]}],
    "protected": ["unionMember"],
    "entities": [{"id": "7", "name": "Black & Decker", "aliases": ["B&D"], "kind": "brand"}],
}


def test_a_tenant_is_read() -> None:
    tenant = tenant_of_json(GOOD)
    assert (tenant.id, tenant.schema.id, tenant.schema.protected) == ("shop", "sku", ("unionMember",))
    assert (tenant.schema.fields[0].kind, tenant.schema.fields[0].aliases) == (FieldKind.CATEGORY, ("colour",))
    assert [(one.name, one.aliases) for one in tenant.entities] == [("Black & Decker", ("B&D",))]


@pytest.mark.parametrize("name", ["directory", "shelf"])
def test_the_examples_are_read(name: str) -> None:
    assert read_tenant(ROOT / "examples" / "data" / f"{name}.json").id == name


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"tenant": ""}, "/tenant: a text"),
        ({"tenant": None}, "/tenant: a text"),
        ({"fields": {}}, "/fields: a list"),
        ({"fields": [7]}, "/fields/0: an object"),
        ({"fields": [{"path": "x", "kind": "catgory"}]}, "/fields/0/kind: .*did you mean 'category'"),
        ({"fields": [{"path": "x", "kind": "category", "filterabel": True}]}, "did you mean 'filterable'"),
        ({"fields": [{"path": "x", "kind": "category", "filterable": "yes"}]}, "/fields/0/filterable: true or false"),
        ({"fields": [{"path": "gender", "kind": "category", "filterable": True}]}, "states gender by its name"),
        ({"fields": []}, "at least one searchable field"),
        ({"protected": "gender"}, "/protected: a list"),
        ({"protected": [7]}, "/protected: a list of texts"),
        ({"entities": [{"id": "7"}]}, "/entities/0/name: a text"),
        ({"tenants": "x"}, "did you mean 'tenant'"),
    ],
)
def test_a_mistake_is_told_with_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(GuardrailsError, match=message):
        tenant_of_json({**GOOD, **change})


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"{", r"t\.json:1:2: this is no JSON"), (b"\xff\xfe\x00", "no UTF-8 text"), (b"[]", r"t\.json: /: an object")],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "t.json").write_bytes(content)
    with pytest.raises(GuardrailsError, match=message):
        read_tenant(tmp_path / "t.json")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuardrailsError, match=r"none\.json: no such file"):
        read_tenant(tmp_path / "none.json")


def test_a_mark_at_the_beginning_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text("\ufeff" + json.dumps(GOOD), encoding="utf-8")
    assert read_tenant(tmp_path / "t.json").id == "shop"
