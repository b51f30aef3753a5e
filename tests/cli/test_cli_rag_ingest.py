"""``constitution rag ingest``: what goes in, what is told, and what the shell is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guardrails.rag import Capabilities, QdrantStore
from guardrails.rag.embeddings import HashedEmbeddings
from tests.helpers.cli import as_json, constitution
from tests.helpers.source_files import ROOT

TENANT = ROOT / "examples" / "data" / "shelf.json"
ROWS = [
    {"sku": "1", "title": "Wool scarf", "colour": "black", "price": 20, "gender": "canary-1"},
    {"sku": "2", "title": "Left by a deaf woman: canary-2", "colour": "navy"},
    {"sku": "1", "title": "Twice"},
]


def lines(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)) + "\n\nno json\n", encoding="utf-8")
    return path


def test_what_is_in_and_what_is_not_is_told_and_the_exit_code_says_so(tmp_path: Path) -> None:
    letters = tmp_path / "out.jsonl"
    ran = constitution(
        "rag", "ingest", lines(tmp_path), "--tenant", TENANT, "--index", tmp_path / "ix", "--letters", letters, "--json"
    )
    assert ran.exit_code == 1
    told = as_json(ran)
    assert (told["read"], told["accepted"], told["resumed"]) == (4, 1, 0)
    assert told["rejected"] == {"disability": 1}
    assert len(letters.read_text().splitlines()) == 3
    assert "canary" not in letters.read_text() + ran.output
    kept = Capabilities.from_json((tmp_path / "ix" / "shelf.capabilities.json").read_bytes())
    assert [profile.path for profile in kept.admits("black")] == ["colour"]
    store = QdrantStore(HashedEmbeddings(), path=tmp_path / "ix" / "qdrant")
    assert store.count("shelf", "colour", "black") == 1
    store.close()


def test_the_same_command_again_goes_on_where_it_was(tmp_path: Path) -> None:
    given = lines(tmp_path)
    arguments = ("rag", "ingest", given, "--tenant", TENANT, "--index", tmp_path / "ix", "--json")
    constitution(*arguments)
    with given.open("a", encoding="utf-8") as more:
        more.write(json.dumps({"sku": "3", "title": "Felt hat"}) + "\n")
    told = as_json(constitution(*arguments))
    assert (told["resumed"], told["read"], told["accepted"]) == (4, 5, 2)


def test_a_table_has_numbers_and_empty_cells(tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("sku,title,colour,price,gender\n1,Wool hat,,12.5,F\n2,Felt hat,red,9,M\n", encoding="utf-8")
    ran = constitution("rag", "ingest", table, "--tenant", TENANT, "--index", tmp_path / "ix")
    assert (ran.exit_code, ran.output) == (0, "2 of 2 records are in the index of shelf\n")


def test_embeddings_of_your_own_are_named_by_module(tmp_path: Path) -> None:
    name = "tests.helpers.rag_embeddings:corpus_embeddings"
    ran = constitution(
        "rag", "ingest", "-", "--tenant", TENANT, "--index", tmp_path, "--embeddings", name,
        given=json.dumps(ROWS[0]),
    )  # fmt: skip
    assert ran.exit_code == 0


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"records": "missing.jsonl"}, "no such file"),
        ({"--tenant": "missing.json"}, "no such file"),
        ({"--embeddings": "nowhere"}, "give module:name"),
        ({"--embeddings": "json:nothing"}, "give module:name"),
        ({"--pack": "serch"}, "did you mean 'search'?"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, changes: dict[str, str], message: str) -> None:
    given = {"records": str(lines(tmp_path)), "--tenant": str(TENANT), "--index": str(tmp_path / "ix"), **changes}
    records = given.pop("records")
    ran = constitution("rag", "ingest", records, *(word for pair in given.items() for word in pair))
    assert ran.exit_code == 2 or (ran.exit_code == 3 and "missing.json" in ran.output)
    assert message in ran.output
