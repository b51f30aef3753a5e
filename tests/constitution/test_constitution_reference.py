"""The reference page is what the schema says, and its example works."""

from __future__ import annotations

import re
from pathlib import Path

from guardrails.constitution import json_schema, load_text
from guardrails.constitution.reference import reference
from guardrails.constitution.vocabulary import ATTRIBUTES, RULE_NAMES
from guardrails.types import Moderation


def test_the_page_is_current(repository: Path) -> None:
    page = (repository / "docs" / "constitution.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python -m guardrails.constitution.reference > docs/constitution.md"


def test_the_example_is_a_constitution() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", reference(), flags=re.DOTALL)
    constitution = load_text(example)
    assert constitution.principles[0].id == "salary-from-the-grade"
    assert "no-class-coding" not in {principle.id for principle in constitution.principles}


def test_every_field_word_attribute_and_rule_is_on_the_page() -> None:
    page, schema = reference(), json_schema()
    parts = [schema, *(part for part in schema["$defs"].values() if "properties" in part)]
    names = {name for part in parts for name in part["properties"]}
    for name in [*names, *ATTRIBUTES, *RULE_NAMES, *Moderation]:
        assert f"`{name}`" in page, name


def test_every_field_is_described() -> None:
    schema = json_schema()
    for part in [schema, *(part for part in schema["$defs"].values() if "properties" in part)]:
        for name, field in part["properties"].items():
            assert field["description"].endswith((".", ":")), name
