"""A plain client as a critic's model, over HTTP: what the server understands is found out once."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator

import openai
import pytest

from guardrails.errors import CriticError
from guardrails.flow import CriticCall, ModelCall
from guardrails.integrations.asking import async_critic_model, critic_model
from guardrails.types import Request, Response
from tests.helpers.server import Upstream, serve

CALL = CriticCall(instructions="Judge.", prompt="<draft>", schema={"type": "object"}, max_tokens=50, timeout_s=5)
REFUSED = {"error": {"message": "no such parameter"}}


def completion(text: str | None) -> dict[str, object]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "1", "object": "chat.completion", "created": 0, "model": "judge-1",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7},
    }  # fmt: skip


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with serve() as upstream:
        yield upstream


Ask = Callable[[CriticCall], Awaitable[Response]]


@pytest.fixture(params=["sync", "async"])
async def ask(upstream: Upstream, request: pytest.FixtureRequest) -> object:
    if request.param == "async":
        async with openai.AsyncOpenAI(base_url=upstream.base_url, api_key="x", max_retries=1) as client:
            yield async_critic_model(client, model="fallback")
        return
    with openai.OpenAI(base_url=upstream.base_url, api_key="x", max_retries=1) as plain:
        model = critic_model(plain, model="fallback")

        async def asked(call: CriticCall) -> Response:
            return model(call)

        yield asked


async def test_an_answer_comes_back_with_its_model_and_its_cost(upstream: Upstream, ask: Ask) -> None:
    upstream.say(completion('{"verdicts": []}'))
    reply = await ask(CALL)
    assert (reply.texts[0].text, reply.model, reply.tokens) == ('{"verdicts": []}', "judge-1", 7)
    assert upstream.last["model"] == "fallback"
    assert upstream.last["response_format"]["type"] == "json_schema"
    assert [turn["role"] for turn in upstream.last["messages"]] == ["system", "user"]


async def test_a_server_without_json_schema_is_asked_more_simply_and_that_is_remembered(
    upstream: Upstream, ask: Ask
) -> None:
    upstream.say(REFUSED, status=400)
    upstream.say(completion("{}"))
    upstream.say(completion("{}"))
    await ask(CALL)
    await ask(CALL)
    formats = [request.body["response_format"]["type"] for request in upstream.requests]
    assert formats == ["json_schema", "json_object", "json_object"]
    assert '"type":"object"' in upstream.last["messages"][0]["content"].replace(" ", "")


async def test_a_server_that_understands_nothing_is_an_error(upstream: Upstream, ask: Ask) -> None:
    for _ in range(4):
        upstream.say(REFUSED, status=400)
    with pytest.raises(CriticError, match="answered 400"):
        await ask(CALL)


async def test_no_answer_is_an_error(upstream: Upstream, ask: Ask) -> None:
    upstream.say(completion(None))
    with pytest.raises(CriticError, match="gave no answer"):
        await ask(CALL)


async def test_the_client_waits_and_tries_again_as_the_server_asks(upstream: Upstream, ask: Ask) -> None:
    upstream.say(REFUSED, status=429, headers={"retry-after-ms": "1"})
    upstream.say(completion("{}"))
    assert (await ask(CALL)).texts[0].text == "{}"
    assert len(upstream.requests) == 2


async def test_the_clients_own_errors_stay_what_they_are(upstream: Upstream, ask: Ask) -> None:
    upstream.say(REFUSED, status=401)
    with pytest.raises(openai.AuthenticationError):
        await ask(CALL)


async def test_only_a_critic_is_answered(ask: Ask) -> None:
    with pytest.raises(TypeError, match="answers a critic's calls"):
        await ask(ModelCall(request=Request(texts=())))  # type: ignore[arg-type]


def test_judging_by_hand_reads_like_this(upstream: Upstream) -> None:
    from guardrails.critics import LLMCritic
    from guardrails.flow import drive
    from guardrails.types import Principle, Source, Text

    verdict = {"principle": "kind", "broken": False, "findings": []}
    upstream.say(completion(json.dumps({"verdicts": [verdict]})))
    draft = Response(texts=(Text(path="", text="Fine.", source=Source.ASSISTANT),))
    with openai.OpenAI(base_url=upstream.base_url, api_key="x") as client:
        critic = LLMCritic(model="judge")
        verdicts = drive(
            critic.judge(Request(texts=()), draft, (Principle(id="kind", text="Be kind."),)), critic_model(client)
        )
    assert (verdicts.judged, verdicts.findings, verdicts.tokens) == (("kind",), (), 7)
