"""LangChain's own standard tests for chat models, on a guarded stand-in and on the guarded `ChatOpenAI`.

Which of them do not apply, and why, is in `docs/integrations/langchain.md`.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from langchain_core.language_models import BaseChatModel
from langchain_openai import ChatOpenAI
from langchain_tests.integration_tests import ChatModelIntegrationTests
from langchain_tests.unit_tests import ChatModelUnitTests

from guardrails import Guard
from guardrails.integrations.langchain import GuardedChatModel
from tests.helpers.langchain import ScriptedChat
from tests.helpers.server import Upstream

GUARD = Guard.from_pack("hiring")

TLS = ssl.create_default_context()

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*in beta"),
    pytest.mark.filterwarnings("ignore:Received a Pydantic BaseModel V1 schema"),
    pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning"),
]


class GuardedStandIn(GuardedChatModel):
    """Made with the stand-in's parameters."""

    def __new__(cls, **options: Any) -> Any:
        return GUARD.wrap(ScriptedChat(script=["Hello to you."], **options))


class GuardedChatOpenAI(GuardedChatModel):
    """Made with the parameters of `ChatOpenAI`."""

    def __new__(cls, **options: Any) -> Any:
        return GUARD.wrap(ChatOpenAI(**options))


class TestStandInUnit(ChatModelUnitTests):
    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return GuardedStandIn


class TestStandIn(ChatModelIntegrationTests):
    has_tool_calling = has_structured_output = False

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return GuardedStandIn


class _OfOpenAI:
    """What both kinds of test are told about `ChatOpenAI`."""

    supports_json_mode = True
    model_override_value = "able"

    @pytest.fixture(autouse=True)
    def _served(self, upstream: Upstream) -> Iterator[None]:
        with httpx.Client(verify=TLS) as client:
            # Without connections that outlive a test's event loop, which langchain-openai's own clients share.
            alone = httpx.AsyncClient(verify=TLS, limits=httpx.Limits(max_keepalive_connections=0))
            self.options = {"base_url": upstream.base_url, "http_client": client, "http_async_client": alone}
            yield

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return GuardedChatOpenAI

    @property
    def chat_model_params(self) -> dict[str, Any]:
        return {"model": "able", "api_key": "k", "stream_usage": True, **self.options}


class TestChatOpenAIUnit(_OfOpenAI, ChatModelUnitTests):
    pass


class TestChatOpenAI(_OfOpenAI, ChatModelIntegrationTests):
    pass
