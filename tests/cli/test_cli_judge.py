"""``constitution judge --critic llm``: one call a line, verdicts with evidence, failures by line."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from click.testing import Result

from guardrails.constitution import load_pack
from tests.helpers.cli import constitution
from tests.helpers.server import Upstream, serve

TEXT = "The plan is sound. Secret sentence about women."


@pytest.fixture
def upstream(monkeypatch: pytest.MonkeyPatch) -> Iterator[Upstream]:
    with serve() as upstream:
        monkeypatch.setenv("OPENAI_BASE_URL", upstream.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-a-secret")
        yield upstream


def judge(*rows: object, model: str = "judge", critic: str = "llm") -> Result:
    given = "".join(json.dumps(row) + "\n" for row in rows)
    return constitution("judge", "-", "--critic", critic, "--model", model, "--retries", 0, given=given)


def says(upstream: Upstream, **findings: list[dict[str, object]]) -> None:
    verdicts = [
        {"principle": one.id, "broken": one.id in findings, "findings": findings.get(one.id, [])}
        for one in load_pack("fairness").principle_values()
    ]
    message = {"role": "assistant", "content": json.dumps({"verdicts": verdicts})}
    upstream.say({"id": "1", "model": "judge-1", "choices": [{"index": 0, "message": message}], "usage": {}})


def test_a_verdict_has_the_quote_and_the_principle(upstream: Upstream) -> None:
    norm = load_pack("fairness").principle_values()[0].id
    says(upstream, **{norm: [{"quote": "Secret sentence", "severity": "high", "confidence": 0.8, "why": "it does"}]})
    result = judge({"id": "a", "text": TEXT})
    assert result.exit_code == 0, result.stderr
    row = json.loads(result.stdout)
    assert (row["id"], row["label"], row["score"]) == ("a", "biased", 0.8)
    assert [(one["quote"], one["principle"]) for one in row["findings"]] == [("Secret sentence", norm)]


def test_context_and_question_are_shown_to_the_model(upstream: Upstream) -> None:
    says(upstream)
    result = judge({"id": 1, "context": "Two nurses met.", "question": "Who left?", "answer": "Nobody knows."})
    assert json.loads(result.stdout)["label"] == "benign"
    assert "Two nurses met." in upstream.seen and "Who left?" in upstream.seen and "Nobody knows." in upstream.seen


def test_a_line_without_a_usable_verdict_is_marked_and_the_others_go_on(upstream: Upstream) -> None:
    nonsense = {"choices": [{"message": {"role": "assistant", "content": "Secret nonsense"}}]}
    upstream.say(nonsense)
    upstream.say(nonsense)
    says(upstream)
    result = judge({"id": 1, "text": TEXT}, {"id": 2, "text": TEXT})
    assert result.exit_code == 3
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["label"], second["label"]) == (1, None, "benign")
    assert "no usable form" in first["error"]
    assert "Secret" not in result.stdout + result.stderr


def test_a_server_that_fails_ends_the_command_with_the_next_step(upstream: Upstream) -> None:
    upstream.say({"error": {"message": "secret"}}, status=401)
    result = judge({"id": 1, "text": TEXT})
    assert result.exit_code == 2
    assert "check OPENAI_API_KEY" in result.stderr
    assert "ecret" not in result.stderr.replace("OPENAI_API_KEY", "")


@pytest.mark.parametrize("options", [["--critic", "llm"], ["--model", "judge"], ["--critic", "rules", "--model", "x"]])
def test_a_model_and_its_critic_go_together(options: list[str]) -> None:
    result = constitution("judge", "-", *options, given="")
    assert result.exit_code == 2
    assert "--critic llm and --model NAME go together" in result.stderr
