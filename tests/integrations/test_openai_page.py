"""The page about the OpenAI client leaves out no field and no endpoint of the tables in code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guardrails.integrations.routes import GUARDED, PASSED, REFUSED
from guardrails.integrations.wire import chat, completions, embeddings, items, responses
from guardrails.integrations.wire.fields import Field


@pytest.fixture
def shown(repository: Path) -> set[str]:
    """Everything the page sets in code type, methods aside."""
    page = (repository / "docs" / "integrations" / "openai.md").read_text(encoding="utf-8")
    return {code.removeprefix("POST ").removeprefix("GET ") for code in re.findall(r"`([^`\n]+)`", page)}


@pytest.mark.parametrize(
    "fields",
    [chat.MESSAGE, chat.REQUEST, responses.REQUEST, completions.REQUEST, completions.ANSWER, embeddings.REQUEST],
    ids=["message", "chat", "responses", "completions", "completion", "embeddings"],
)
def test_every_field_is_on_the_page(fields: tuple[Field, ...], shown: set[str]) -> None:
    assert {field.pattern for field in fields} <= shown


@pytest.mark.parametrize("kind", items.ITEMS)
def test_every_item_is_on_the_page(kind: str, shown: set[str]) -> None:
    assert {kind, *(field.pattern for field in items.ITEMS[kind])} <= shown


def test_every_endpoint_is_on_the_page(shown: set[str]) -> None:
    assert {pattern for _, pattern, _ in GUARDED} | set(REFUSED) | set(PASSED) <= shown


def test_tests_named_on_the_page_are_there(repository: Path, shown: set[str]) -> None:
    named = {name for name in shown if name.startswith("test_")}
    assert named
    assert not [name for name in named if not (repository / "tests" / "integrations" / name).exists()]
