"""What spaCy loads by its entry point when a pipeline asks for our component; nothing else imports it."""

from __future__ import annotations

from guardrails.integrations.spacy import register

__all__ = ["guardrails_spans"]

guardrails_spans = register()
