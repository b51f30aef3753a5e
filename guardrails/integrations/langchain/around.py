"""What a runnable around another says of itself: the other's name, types, schemas, graph and configurable fields."""

from __future__ import annotations

from typing import Any, cast

from langchain_core.runnables import Runnable, RunnableConfig, RunnableSerializable
from langchain_core.runnables.graph import Graph
from langchain_core.runnables.utils import ConfigurableFieldSpec
from pydantic import BaseModel, ConfigDict

__all__ = ["Around"]


class Around(RunnableSerializable[Any, Any]):
    """Looks like *bound* from outside."""

    bound: Runnable[Any, Any]

    model_config = ConfigDict(arbitrary_types_allowed=True)

    def get_name(self, suffix: str | None = None, *, name: str | None = None) -> str:
        return self.bound.get_name(suffix, name=name)

    @property
    def InputType(self) -> type[Any]:  # noqa: N802 - LangChain's name
        return self.bound.InputType

    @property
    def OutputType(self) -> type[Any]:  # noqa: N802 - LangChain's name
        return self.bound.OutputType

    def get_input_schema(self, config: RunnableConfig | None = None) -> type[BaseModel]:
        return cast("type[BaseModel]", self.bound.get_input_schema(config))

    def get_output_schema(self, config: RunnableConfig | None = None) -> type[BaseModel]:
        return cast("type[BaseModel]", self.bound.get_output_schema(config))

    @property
    def config_specs(self) -> list[ConfigurableFieldSpec]:
        return self.bound.config_specs

    def get_graph(self, config: RunnableConfig | None = None) -> Graph:
        return self.bound.get_graph(config)
