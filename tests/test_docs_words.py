"""One word per idea: nobody uses the words that the glossary gives up."""

from __future__ import annotations

import ast
import re

import pytest

from tests.helpers.source_files import ROOT, modules, pages

GLOSSARY = ROOT / "docs" / "glossary.md"
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)[1:]
AVOIDED = [word.strip() for _, _, words in ROWS for word in words.split(",")]

READ = [*(page for page in pages() if page != GLOSSARY), ROOT / "CHANGELOG.md"]


def prose(markdown: str) -> str:
    """The page without its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", markdown, flags=re.MULTILINE | re.DOTALL))


def uses(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None


@pytest.mark.parametrize("page", READ, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_keeps_to_the_glossary(page: object) -> None:
    text = prose((ROOT / str(page)).read_text(encoding="utf-8"))
    assert not [word for word in AVOIDED if uses(word, text)]


@pytest.mark.parametrize("module", modules("guardrails"), ids=lambda module: module.name)
def test_docstrings_keep_to_the_glossary(module: object) -> None:
    tree = getattr(module, "tree", None)
    assert isinstance(tree, ast.Module)
    documented = [
        node for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]  # fmt: skip
    text = "\n".join(ast.get_docstring(node) or "" for node in documented)
    assert not [word for word in AVOIDED if uses(word, text)]


def test_the_glossary_gives_up_words() -> None:
    assert len(ROWS) >= 20
    assert {"tripwire", "whitelist", "reask", "violation"} <= set(AVOIDED)


def test_a_word_is_explained_once() -> None:
    words = [word for word, _, _ in ROWS]
    assert len(words) == len(set(words))
    assert words[0] == "constitution"


def test_every_action_and_status_is_in_the_concepts() -> None:
    from guardrails import Action, Source, Status

    concepts = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
    names = [*(action.name.lower() for action in Action), *Status, *Source]
    assert not [name for name in names if f"| `{name}` |" not in concepts]


def test_every_field_of_a_record_is_on_the_page_of_the_log() -> None:
    from dataclasses import fields

    from guardrails.log import Record

    page = (ROOT / "docs" / "log.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?`) \|", page, re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert {field.name for field in fields(Record)} | {"schema", "previous", "hash"} == explained
