"""Which calls are guarded, which pass, and which are refused."""

from __future__ import annotations

from typing import Any

import pytest
from openai import OpenAI

from guardrails import UnguardedEndpointError
from guardrails.integrations.routes import GUARDED, PASSED, REFUSED, route
from tests.helpers.guards import TERM, neutralising
from tests.helpers.server import Upstream

_ROOTS = ("", "/v1", "/gateway/openai/v1", "/openai/deployments/gpt", "/openai")


@pytest.mark.parametrize("root", _ROOTS)
@pytest.mark.parametrize(("method", "pattern", "wire"), GUARDED, ids=[f"{m} {p}" for m, p, _ in GUARDED])
def test_guarded_endpoint_is_known_under_every_root(root: str, method: str, pattern: str, wire: Any) -> None:
    found = route(method, f"{root}/{pattern.replace('*', 'some_id')}")
    assert found is not None
    assert found.wire is wire
    assert found.root == root or (found.root, root) == ("/", "")


@pytest.mark.parametrize("name", REFUSED)
def test_generation_we_do_not_read_is_refused_unless_allowed(name: str) -> None:
    for path in (f"/v1/{name}", f"/v1/{name}/some_id/more"):
        with pytest.raises(UnguardedEndpointError) as caught:
            route("POST", path)
        assert caught.value.endpoint == name
        assert route("POST", path, (name,)) is None
        assert route("GET", path) is None


@pytest.mark.parametrize("name", PASSED)
def test_what_generates_nothing_passes(name: str) -> None:
    assert route("POST", f"/v1/{name}") is None
    assert route("POST", f"/v1/{name}/some_id/more") is None


@pytest.mark.parametrize(
    ("path", "endpoint"),
    [
        ("/v1/generate", "generate"),
        ("/v1/chat/completions/x/y", "chat/completions/x/y"),
        ("/openai/deployments/gpt/rerank", "rerank"),
        ("/v1/responses/resp_1/steer", "responses/resp_1/steer"),
    ],
)
def test_unknown_endpoint_is_refused_by_a_name_that_allows_it(path: str, endpoint: str) -> None:
    with pytest.raises(UnguardedEndpointError) as caught:
        route("POST", path)
    assert caught.value.endpoint == endpoint
    assert route("POST", path, (endpoint,)) is None


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("/api/projects/ours/openai/v1/generate", ""),
        ("/files/v1/generate", ""),
        ("/projects/ours/generate", "/projects/ours/"),
        ("/openai/deployments/files/generate", ""),
    ],
)
def test_what_a_root_is_called_lets_nothing_pass(path: str, root: str) -> None:
    with pytest.raises(UnguardedEndpointError) as caught:
        route("POST", path, root=root)
    assert caught.value.endpoint == "generate"
    assert route("POST", path.replace("generate", "files"), root=root) is None


def test_client_with_a_root_of_its_own_refuses_what_is_unknown_below_it(plain: OpenAI, upstream: Upstream) -> None:
    rooted = plain.with_options(base_url=f"{plain.base_url}projects/ours/")
    with pytest.raises(UnguardedEndpointError, match="'generate'"):
        neutralising().wrap(rooted).post("/generate", body={"input": TERM}, cast_to=object)
    assert upstream.requests == []


def test_allowing_one_name_allows_no_other() -> None:
    with pytest.raises(UnguardedEndpointError):
        route("POST", "/v1/images/generations", ("images/edits", "generation", "image"))


def test_guarded_endpoint_stays_guarded_whatever_is_allowed() -> None:
    assert route("POST", "/v1/chat/completions", ("chat/completions", "chat")) is not None


def test_client_passes_what_generates_nothing(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain)
    assert client.models.list().data[0].id == "echo"
    client.post("/moderations", body={"input": TERM}, cast_to=object)
    assert upstream.last == {"input": TERM}


def test_client_refuses_once_without_retrying(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain.with_options(max_retries=2))
    with pytest.raises(UnguardedEndpointError, match="images"):
        client.images.generate(prompt=TERM)
    assert upstream.requests == []


@pytest.mark.parametrize("allow", ["images", ("images",), ["images/generations"]])
def test_allowed_endpoint_is_called(plain: OpenAI, upstream: Upstream, allow: Any) -> None:
    neutralising().wrap(plain, allow=allow).images.generate(prompt="a tree")
    assert upstream.last["prompt"] == "a tree"
