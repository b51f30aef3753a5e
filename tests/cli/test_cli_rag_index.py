"""``constitution rag search --index``: the folder that ``rag ingest`` makes is opened, checked and left alone."""

from __future__ import annotations

import gc
import hashlib
import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.rag import QdrantStore
from guardrails.rag.embeddings import HashedEmbeddings
from tests.helpers.cli import as_json, constitution
from tests.helpers.source_files import ROOT

DATA = ROOT / "examples" / "data"
OTHER = "tests.helpers.rag_tenants:WordEmbeddings"
QUERIES = {
    "shelf": ("black dress under 100 euros", "Black & Decker drill", "something warm"),
    "directory": ("young black nurses in Berlin", "Dr. Black, Berlin", "intensive care"),
}


def ingested(folder: Path, name: str, *more: object) -> None:
    ran = constitution(
        "rag", "ingest", DATA / f"{name}.jsonl", "--tenant", DATA / f"{name}.json", "--index", folder, *more
    )
    assert ran.exit_code == 0, ran.output


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Both tenants of the examples in one folder, made by the command."""
    folder = tmp_path_factory.mktemp("made") / "index"
    for name in QUERIES:
        ingested(folder, name)
    yield folder


def asked(command: str, query: str, tenant: object, *where: object) -> Any:
    quiet = () if command == "explain" else ("--no-log",)
    return constitution("rag", command, query, "--tenant", tenant, *where, *quiet, "--json")


def found(result: Any) -> list[tuple[str, Any, object]]:
    return [(hit["id"], pytest.approx(hit["score"], abs=1e-3), hit["fields"]) for hit in as_json(result)["hits"]]


@pytest.mark.parametrize("command", ["search", "explain"])
@pytest.mark.parametrize(("name", "query"), [(name, query) for name, asked in QUERIES.items() for query in asked])
def test_an_index_gives_what_its_records_give(index: Path, command: str, name: str, query: str) -> None:
    tenant = DATA / f"{name}.json"
    stored = asked(command, query, tenant, "--index", index)
    held = asked(command, query, tenant, "--records", DATA / f"{name}.jsonl")
    assert found(stored) == found(held)
    assert found(held)
    assert as_json(stored)["gates"] == as_json(held)["gates"]


def contents(folder: Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_a_search_writes_nothing_to_the_index(index: Path) -> None:
    before = contents(index)
    for _ in range(2):
        assert asked("search", "dress", DATA / "shelf.json", "--index", index).exit_code == 0
    assert contents(index) == before


def test_an_index_remembers_its_embeddings(tmp_path: Path) -> None:
    ingested(tmp_path / "index", "shelf", "--embeddings", OTHER)
    ingested(tmp_path / "index", "shelf")  # and goes on with them
    shelf = DATA / "shelf.json"
    stored = asked("search", "wool coat", shelf, "--index", tmp_path / "index")
    held = asked("search", "wool coat", shelf, "--records", DATA / "shelf.jsonl", "--embeddings", OTHER)
    assert found(stored) == found(held)


def test_an_index_takes_no_records_of_other_embeddings(index: Path) -> None:
    ran = constitution(
        "rag", "ingest", DATA / "shelf.jsonl", "--tenant", DATA / "shelf.json", "--index", index, "--embeddings", OTHER
    )
    assert ran.exit_code == 2
    assert "made with other embeddings" in ran.stderr


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (("--index", "nowhere"), "nowhere: no index here; 'constitution rag ingest --index' makes one"),
        (("--index", DATA), "no index here"),
        (("--index", DATA / "shelf.json"), "no index here"),
        ((), "give --records for a file, or --index"),
        (("--index", "x", "--records", "y"), "and not both"),
    ],
)
def test_where_no_index_is_is_told(where: tuple[object, ...], message: str) -> None:
    result = asked("explain", "dress", DATA / "shelf.json", *where)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_no_folder_is_made_by_looking_into_it(tmp_path: Path) -> None:
    asked("search", "dress", DATA / "shelf.json", "--index", tmp_path / "index")
    assert not list(tmp_path.iterdir())


def other_tenant(folder: Path, **changes: object) -> Path:
    told = json.loads((DATA / "shelf.json").read_text(encoding="utf-8"))
    (folder / "tenant.json").write_text(json.dumps({**told, **changes}), encoding="utf-8")
    return folder / "tenant.json"


def test_another_tenant_is_told_and_those_of_the_folder_are_not(index: Path, tmp_path: Path) -> None:
    result = asked("search", "dress", other_tenant(tmp_path, tenant="Shelf"), "--index", index)
    assert result.exit_code == 2
    assert "holds no records of the tenant 'Shelf'" in result.stderr
    assert "directory" not in result.stderr.replace(str(index), "")


def test_another_schema_is_told(index: Path, tmp_path: Path) -> None:
    result = asked("search", "dress", other_tenant(tmp_path, protected=["buyer"]), "--index", index)
    assert result.exit_code == 2
    assert "another schema" in result.stderr


def test_other_embeddings_are_told(index: Path) -> None:
    result = asked("search", "dress", DATA / "shelf.json", "--index", index, "--embeddings", OTHER)
    assert result.exit_code == 2
    assert f"other embeddings (guardrails.rag.embeddings:HashedEmbeddings) than {OTHER}" in result.stderr


def test_an_index_in_use_is_told(index: Path) -> None:
    store = QdrantStore(HashedEmbeddings(), path=index / "qdrant")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the client leaves its lock file to the garbage collector
        ran = asked("search", "dress", DATA / "shelf.json", "--index", index)
        code, printed, told = ran.exit_code, ran.stdout, ran.stderr
        del ran  # it holds the traceback, and that the file
        gc.collect()
    store.close()
    assert (code, printed) == (3, "")
    assert "another process uses the folder" in told
    assert asked("search", "dress", DATA / "shelf.json", "--index", index).exit_code == 0


def test_an_ingest_that_broke_down_is_told_until_it_came_to_its_end(tmp_path: Path) -> None:
    shelf, folder = DATA / "shelf.json", tmp_path / "index"
    broken = constitution("rag", "ingest", tmp_path / "missing.jsonl", "--tenant", shelf, "--index", folder)
    assert broken.exit_code == 2
    early = asked("search", "dress", shelf, "--index", folder)
    assert (early.exit_code, early.stdout) == (2, "")
    assert "has not come to its end; give its command again" in early.stderr
    ingested(folder, "shelf")
    assert asked("search", "dress", shelf, "--index", folder).stderr == ""


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "embeddings": "x", "probe": 3}'])
def test_a_damaged_index_is_told(tmp_path: Path, said: str) -> None:
    (tmp_path / "index.json").write_text(said, encoding="utf-8")
    result = asked("search", "dress", DATA / "shelf.json", "--index", tmp_path)
    assert result.exit_code == 2
    assert "index.json is damaged or of another version" in result.stderr


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    ingested(tmp_path / "index", "shelf")
    (tmp_path / "index" / "qdrant" / "meta.json").write_text("{", encoding="utf-8")
    result = asked("search", "dress", DATA / "shelf.json", "--index", tmp_path / "index")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "the folder is damaged (JSONDecodeError): put back a copy, or delete it" in result.stderr


def test_tenants_of_alike_names_share_a_folder_and_no_file(tmp_path: Path) -> None:
    folder, row = tmp_path / "index", json.dumps({"sku": "1", "title": "Wool scarf", "colour": "black"})
    for name in ("acme one", "acme-one", "Acme-one"):
        tenant = other_tenant(tmp_path, tenant=name)
        assert constitution("rag", "ingest", "-", "--tenant", tenant, "--index", folder, given=row).exit_code == 0
    assert len(list(folder.glob("*.capabilities.json"))) == len(list(folder.glob("*.state"))) == 3
