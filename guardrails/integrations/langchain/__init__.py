"""LangChain: guarded chat models, runnables, histories and documents, on one translation of messages to texts."""
