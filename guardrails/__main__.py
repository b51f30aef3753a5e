"""``python -m guardrails`` is the ``constitution`` command."""

from __future__ import annotations

from guardrails.cli import main

if __name__ == "__main__":
    main(prog_name="constitution")
