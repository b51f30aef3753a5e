"""Every field that is covered, generated from the tables: a planted term reaches neither the model nor the caller."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
import respx
from openai import OpenAI

from guardrails.integrations.wire import chat, completions, embeddings, items, responses
from guardrails.integrations.wire.fields import Field
from tests.helpers.guards import NEUTRAL, TERM, neutralising
from tests.helpers.openai_api import chat as chat_body
from tests.helpers.openai_api import response as response_body

BASE = "https://api.example.org/v1"


def planted(pattern: str, value: Any = f"the {TERM}!") -> Any:
    """A JSON value with *value* where *pattern* says, and nothing else."""
    for token in reversed(pattern.split("/") if pattern else []):
        value = [value] if token == "*" else {token: value}
    return value


def _merged(body: dict[str, Any], pattern: str) -> dict[str, Any]:
    return {**body, **planted(pattern)}


def _requests() -> list[tuple[str, str, dict[str, Any]]]:
    """Endpoint, pattern and body of every covered request field."""
    roles = ("system", "developer", "user", "assistant", "tool", "function", "unheard of")
    chats = [
        (f"chat/completions {role} {f.pattern}", "chat/completions", {"messages": [_merged({"role": role}, f.pattern)]})
        for role in roles
        for f in chat.MESSAGE
    ]
    chats += [(f"chat/completions {f.pattern}", "chat/completions", planted(f.pattern)) for f in chat.REQUEST]
    inputs = [
        (f"responses {kind} {f.pattern}", "responses", {"input": [_merged({"type": kind}, f.pattern)]})
        for kind, fields in items.ITEMS.items()
        for f in fields
    ]
    inputs += [(f"responses {f.pattern}", "responses", planted(f.pattern)) for f in responses.REQUEST]
    inputs += [("responses unheard of", "responses", {"input": [{"type": "new", "text": f"the {TERM}!"}]})]
    rest = [(f"completions {f.pattern}", "completions", planted(f.pattern)) for f in completions.REQUEST]
    rest += [(f"embeddings {f.pattern}", "embeddings", planted(f.pattern)) for f in embeddings.REQUEST]
    return [*chats, *inputs, *rest]


def _answers() -> list[tuple[str, str, dict[str, Any]]]:
    """Endpoint, pattern and body of every covered field of an answer."""
    said = [
        (
            f"chat/completions {f.pattern}",
            "chat/completions",
            {"choices": [{"index": 0, "message": planted(f.pattern)}]},
        )
        for f in chat.MESSAGE
    ]
    said += [
        (f"responses {kind} {f.pattern}", "responses", {"output": [_merged({"type": kind}, f.pattern)]})
        for kind, fields in items.ITEMS.items()
        for f in fields
    ]
    return said + [(f"completions {f.pattern}", "completions", planted(f.pattern)) for f in completions.ANSWER]


def _params(cases: list[tuple[str, str, dict[str, Any]]]) -> list[Any]:
    return [pytest.param(endpoint, body, id=name) for name, endpoint, body in cases]


def _call(endpoint: str, body: dict[str, Any], answer: dict[str, Any]) -> tuple[Any, Any]:
    """What the server got and the caller was given, over httpx and respx."""
    with respx.mock(base_url=BASE) as router, httpx.Client() as http:
        called = router.post(f"/{endpoint}").mock(return_value=httpx.Response(200, json=answer))
        client = neutralising().wrap(OpenAI(base_url=BASE, api_key="k", http_client=http, max_retries=0))  # type: ignore[arg-type]
        given = client.post(f"/{endpoint}", body=body, cast_to=httpx.Response)
        return json.loads(called.calls.last.request.content), given.json()


_HARMLESS: dict[str, dict[str, Any]] = {
    "chat/completions": chat_body("fine"),
    "responses": response_body("fine"),
    "completions": {"choices": [{"index": 0, "text": "fine"}]},
    "embeddings": {"data": []},
}


@pytest.mark.parametrize(("endpoint", "body"), _params(_requests()))
def test_term_in_a_request_does_not_reach_the_model(endpoint: str, body: dict[str, Any]) -> None:
    sent, _ = _call(endpoint, body, _HARMLESS[endpoint])
    assert sent == json.loads(json.dumps(body).replace(TERM, NEUTRAL))


@pytest.mark.parametrize(("endpoint", "answer"), _params(_answers()))
def test_term_in_an_answer_does_not_reach_the_caller(endpoint: str, answer: dict[str, Any]) -> None:
    _, given = _call(endpoint, {}, answer)
    assert NEUTRAL in json.dumps(given)
    assert TERM not in json.dumps(given)


@pytest.mark.parametrize(("endpoint", "body"), _params(_requests()))
def test_json_inside_a_string_is_edited_by_leaf_only(endpoint: str, body: dict[str, Any]) -> None:
    inner = json.dumps({TERM: [TERM, 1, None]})
    nested = json.loads(json.dumps(body).replace(json.dumps(f"the {TERM}!"), json.dumps(inner)))
    sent, _ = _call(endpoint, nested, _HARMLESS[endpoint])
    clean = json.dumps({TERM: [NEUTRAL, 1, None]}, separators=(",", ":"))
    assert sent == json.loads(json.dumps(nested).replace(json.dumps(inner), json.dumps(clean)))


def test_tables_hold_no_field_twice() -> None:
    tables: list[tuple[Field, ...]] = [chat.MESSAGE, chat.REQUEST, responses.REQUEST, *items.ITEMS.values()]
    for table in tables:
        assert len({f.pattern for f in table}) == len(table)
