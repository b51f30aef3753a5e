"""``constitution rag search`` and ``explain``: the same gates as the library's, told to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.cli import as_json, constitution
from tests.helpers.source_files import ROOT

DATA = ROOT / "examples" / "data"
DIRECTORY = ("--tenant", DATA / "directory.json", "--records", DATA / "directory.jsonl")
SHELF = ("--tenant", DATA / "shelf.json", "--records", DATA / "shelf.jsonl")


def test_explain_shows_every_gate_in_order() -> None:
    told = as_json(constitution("rag", "explain", "young nurses in Berlin", *DIRECTORY, "--json"))
    order = list(dict.fromkeys(gate["gate"] for gate in told["gates"]))
    assert order == ["understand", "extract", "moderate", "filter", "search text", "retrieve"]
    assert {"gate": "moderate", "piece": "young", "says": "suppressed"}.items() <= told["gates"][4].items()
    assert told["clean_query"] == "nurses"


def test_explain_is_for_people_too() -> None:
    result = constitution("rag", "explain", "Black & Decker drill", *SHELF)
    assert result.exit_code == 0
    for piece in ("resolve", "exact", "Black & Decker", "search text", "1. s5"):
        assert piece in result.stdout


@pytest.mark.parametrize("pair", [("black", "white"), ("female", "male"), ("Muslim", "Hindu")])
def test_a_demographic_term_changes_no_result(pair: tuple[str, str]) -> None:
    one, other = (
        as_json(constitution("rag", "search", f"{word} nurses with intensive care", *DIRECTORY, "--json", "--no-log"))
        for word in pair
    )
    assert one["hits"] == other["hits"]


def test_a_colour_of_the_catalogue_is_a_filter() -> None:
    told = as_json(constitution("rag", "search", "black dress under 100 euros", *SHELF, "--json", "--no-log"))
    assert [hit["id"] for hit in told["hits"]] == ["s3"]


def test_nothing_to_search_for_is_said() -> None:
    result = constitution("rag", "search", "muslim", *DIRECTORY, "--no-log")
    assert result.exit_code == 0
    assert "Nothing is left to search for" in result.stdout


def test_a_search_is_recorded_without_its_words(tmp_path: Path) -> None:
    constitution("rag", "search", "black nurses in Berlin", *DIRECTORY, "--log", tmp_path)
    (segment,) = tmp_path.iterdir()
    written = segment.read_text(encoding="utf-8")
    assert '"layer":"retrieve"' in written
    assert "nurses" not in written


def test_records_that_the_projection_keeps_out_are_told(tmp_path: Path) -> None:
    record = {"sku": "s9", "title": "A dress for young Muslim women", "colour": "black", "price": 1}
    (tmp_path / "r.jsonl").write_text(json.dumps(record), encoding="utf-8")
    result = constitution("rag", "explain", "dress", "--tenant", SHELF[1], "--records", tmp_path / "r.jsonl")
    assert "1 of 1 records are kept out of the index, the first for title" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x", "--tenant", "none.json", "--records", SHELF[3]), "no such file"),
        (("x", "--tenant", SHELF[1], "--records", "none.jsonl"), "no such file"),
        (("x", "--tenant", SHELF[1], "--records", SHELF[1]), ":1: this is no JSON; every line is one record"),
        (("x" * 5000, *SHELF), "at most 4000 characters"),
        (("x", *SHELF, "--pack", "serch"), "did you mean 'search'"),
    ],
)
def test_what_cannot_be_used_is_told(arguments: tuple[object, ...], message: str) -> None:
    result = constitution("rag", "explain", *arguments)
    assert result.exit_code in (2, 3)
    assert message in result.stderr
    assert "Traceback" not in result.output
