"""Guard LLM calls whose answers touch people."""

__version__ = "0.1.0"
