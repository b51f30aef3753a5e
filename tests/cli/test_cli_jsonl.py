"""The JSON Lines commands: ids kept, bad lines named by number, figures that follow the labels."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli import main

WOMAN = "Invite the deaf woman."


def run(command: str, *arguments: str, rows: list[object] | None = None, text: str | None = None) -> Result:
    given = text if text is not None else "".join(json.dumps(row) + "\n" for row in rows or [])
    return CliRunner().invoke(main, [command, *arguments], input=given)


def output(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_spans_keep_the_id_and_point_into_the_text() -> None:
    (row,) = output(run("spans", "-", rows=[{"id": "a-1", "text": WOMAN}]))
    assert row["id"] == "a-1"
    spans = row["spans"]
    assert isinstance(spans, list)
    assert [(s["start"], s["end"], s["text"], s["attribute"]) for s in spans] == [
        (11, 15, "deaf", "disability"),
        (16, 21, "woman", "gender"),
    ]


def test_look_alikes_come_only_when_asked_for() -> None:
    rows: list[object] = [{"id": 1, "text": "Dr. Black bought a black dress."}]
    (person,) = output(run("spans", "-", rows=rows))
    (every,) = output(run("spans", "-", "--all", rows=rows))
    assert person["spans"] == []
    assert {span["sense"] for span in every["spans"]} >= {"name", "colour"}  # type: ignore[attr-defined]


def test_neutralise_gives_text_and_decisions() -> None:
    (row,) = output(run("neutralise", "-", "--pack", "hiring", rows=[{"id": 7, "text": WOMAN}]))
    assert (row["id"], row["text"]) == (7, "Invite the candidate.")
    decisions = row["decisions"]
    assert isinstance(decisions, list)
    assert [decision["attribute"] for decision in decisions] == ["disability", "gender"]


@pytest.mark.parametrize(("pronouns", "text"), [("keep", "She is free."), ("neutralise", "They are free.")])
def test_pronouns_can_be_chosen(pronouns: str, text: str) -> None:
    (row,) = output(run("neutralise", "-", "--pronouns", pronouns, rows=[{"id": 1, "text": "She is free."}]))
    assert row["text"] == text


def test_scrub_gives_the_record_without_its_protected_fields() -> None:
    payload = {"name": "Ann White", "dateOfBirth": "1980-02-01", "mileage": 12, "note": "A deaf woman rang."}
    (row,) = output(run("scrub", "-", rows=[{"id": 1, "payload": payload}]))
    assert row["scrubbed"] == ["/dateOfBirth"]
    out = row["output"]
    assert isinstance(out, dict)
    assert out["name"] == "Ann White"
    assert "dateOfBirth" not in out
    assert "deaf" not in out["note"]
    assert [found["path"] for found in row["text_spans"]] == ["/note"]  # type: ignore[attr-defined]


def test_scrub_can_leave_null_in_place() -> None:
    (row,) = output(run("scrub", "-", "--null", rows=[{"id": 1, "payload": {"gender": "F", "n": 1}}]))
    assert row["output"] == {"gender": None, "n": 1}


def test_judge_labels_statements_with_evidence() -> None:
    biased, benign = output(
        run("judge", "-", rows=[{"id": 1, "text": "All women are lazy."}, {"id": 2, "text": "All women may apply."}])
    )
    assert (biased["label"], benign["label"]) == ("biased", "benign")
    assert benign["findings"] == []
    findings = biased["findings"]
    assert isinstance(findings, list)
    assert [finding["quote"] in "All women are lazy." for finding in findings] == [True]


def test_rows_without_an_id_and_empty_lines_are_fine() -> None:
    rows = output(run("spans", "-", text='{"text": "hello"}\n\n{"id": null, "text": "hello"}\n'))
    assert rows == [{"spans": []}, {"id": None, "spans": []}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"id": 1, "text": "a secret"}\n{broken', "-:2: not valid JSON"),
        ('["a secret"]', "-:1: a JSON list"),
        ('{"id": 1}', "row 1: 'text' is missing"),
        ('{"id": 1, "text": 5}', "row 1: 'text' is a int"),
    ],
)
@pytest.mark.parametrize("command", ["spans", "neutralise", "judge"])
def test_a_bad_line_is_named_and_never_quoted(command: str, text: str, message: str) -> None:
    result = run(command, "-", text=text)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "secret" not in result.stderr


@pytest.mark.parametrize("command", ["spans", "neutralise", "scrub", "judge"])
def test_a_missing_file_is_a_usage_error(command: str, tmp_path: Path) -> None:
    result = run(command, str(tmp_path / "none.jsonl"))
    assert result.exit_code == 2
    assert "no such file" in result.stderr


def figures(kind: str, rows: list[Mapping[str, object]], tmp_path: Path, *arguments: str) -> dict[str, object]:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", kind, str(gold), "--json", *arguments])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_eval_spans_counts_what_was_found_and_what_was_not(tmp_path: Path) -> None:
    labels = [{"start": 11, "end": 15, "attribute": "disability", "tier": "core"}]
    wrong = [{"start": 0, "end": 6, "attribute": "age", "tier": "core"}]
    rows: list[Mapping[str, object]] = [
        {"id": 1, "text": WOMAN, "spans": labels, "lookalikes": []},
        {"id": 2, "text": "Monday", "spans": wrong, "lookalikes": []},
    ]
    found = figures("spans", rows, tmp_path)
    assert (found["precision"], found["recall"]) == (0.5, 0.5)


def test_eval_pairs_compares_neutral_texts_and_actions_what_becomes_of_the_call(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [
        {"id": 1, "attribute": "gender", "variants": [{"text": "Hire the woman."}, {"text": "Hire the man."}]},
        {"id": 2, "attribute": "age", "variants": [{"text": "Hire the woman."}, {"text": "Fire the cat."}]},
    ]
    assert figures("pairs", rows, tmp_path)["consistency"] == 0.5
    assert figures("actions", rows, tmp_path, "--pack", "hiring")["consistency"] == 1.0


def test_eval_payloads_and_neutralise_measure_the_same_labels(tmp_path: Path) -> None:
    payloads: list[Mapping[str, object]] = [
        {
            "id": 1,
            "payload": {"gender": "F", "age_of_account": 3, "colour": "red"},
            "protected": [{"path": "/gender", "attribute": "gender"}, {"path": "/colour", "attribute": "age"}],
            "protected_text": [],
            "optional": [],
            "lookalikes": [{"path": "/age_of_account", "why": "age of account"}],
        }
    ]
    found = figures("payloads", payloads, tmp_path)
    assert (found["recall"], found["lookalikes_touched"]) == (0.5, 0.0)
    spans = [{"start": 11, "end": 15, "text": "deaf", "attribute": "disability", "tier": "core"}]
    texts: list[Mapping[str, object]] = [{"id": 1, "text": WOMAN, "spans": spans, "lookalikes": []}]
    assert figures("neutralise", texts, tmp_path)["spans_gone"] == 1.0


def test_eval_prints_a_line_for_each_figure(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": 1, "text": "x", "spans": [], "lookalikes": []}) + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", "spans", str(gold)])
    assert "rows" in result.stdout
    assert all(len(line.split()) == 2 for line in result.stdout.splitlines())
