"""The command line: ``constitution``, whose sub-commands are imported when they are used."""

from __future__ import annotations

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.lazy import LazyGroup

__all__ = ["main"]

_COMMANDS = {
    "check": ("guardrails.cli.check", "Run a text through a constitution, without a model."),
    "doctor": ("guardrails.cli.doctor", "Look at this installation and say what is wrong with it."),
    "escalations": ("guardrails.cli.escalations", "List, look at and resolve the calls that wait for a person."),
    "eval": ("guardrails.cli.eval", "Measure against labelled data."),
    "judge": ("guardrails.cli.judge", "Judge statements or answers, one JSON object a line."),
    "log": ("guardrails.cli.log", "Read the decision log, or verify it."),
    "neutralise": ("guardrails.cli.neutralise", "Moderate texts as a pack says, one JSON object a line."),
    "rag": ("guardrails.cli.rag", "Search records fairly."),
    "run": ("guardrails.cli.run", "Ask a model, guarded."),
    "schema": ("guardrails.cli.schema", "Print the JSON Schema of a constitution, for editors."),
    "scrub": ("guardrails.cli.scrub", "Take protected attributes out of records, one JSON object a line."),
    "show": ("guardrails.cli.show", "Print a constitution as it is applied, and where each line comes from."),
    "spans": ("guardrails.cli.spans", "Find protected wording, one JSON object a line."),
    "test": ("guardrails.cli.test", "Run the cases that constitutions carry."),
}
"""Name -> module and summary: `--help` lists them without importing any."""


@click.group(cls=LazyGroup, commands_in=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="constitutional-guardrails", prog_name="constitution")
@debug_option
def main() -> None:
    """Guard LLM calls whose answers touch people, by a YAML constitution.

    \b
    Examples:
      constitution check letter.txt --pack hiring
      echo "Invite the deaf woman." | constitution check - --pack hiring --json
      constitution run "Draft a rejection letter" --pack hiring --model gpt-4.1-mini
      constitution test my.yaml

    \b
    Exit codes:
      0  allowed, or changed
      1  blocked or withheld, a failed case, a broken log
      2  wrong usage, an input or a constitution that cannot be used, no key
      3  the guard failed, or the model could not be reached

    \b
    Completion of commands, options and pack names:
      bash   eval "$(_CONSTITUTION_COMPLETE=bash_source constitution)"
      zsh    eval "$(_CONSTITUTION_COMPLETE=zsh_source constitution)"
      fish   _CONSTITUTION_COMPLETE=fish_source constitution | source
    """
