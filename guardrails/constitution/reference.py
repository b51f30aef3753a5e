"""The reference of the format, written from the schema.

``python -m guardrails.constitution.reference > docs/constitution.md`` brings the page up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final

from guardrails.constitution.compose import MAX_BYTES, MAX_DEPTH
from guardrails.constitution.json_schema import json_schema
from guardrails.constitution.load import load_pack
from guardrails.constitution.vocabulary import FURTHER_ATTRIBUTES, RULE_NAMES
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, OnError

__all__ = ["reference"]

_WORDS: Final[Mapping[Moderation, str]] = {
    Moderation.KEEP: "left as it is, and not recorded",
    Moderation.ANNOTATE: "left as it is, and recorded",
    Moderation.NEUTRALISE: "replaced so that the sentence stays whole and says nothing of the attribute",
    Moderation.REMOVE: "taken out, for search queries and other text that need not be a sentence",
    Moderation.MASK: "replaced by a marker that names the attribute",
    Moderation.BLOCK: "the whole call is refused",
}

_ON_ERROR: Final = ", ".join(f"`{word}`" for word in OnError)

_TITLES: Final[Mapping[str, str]] = {
    "ModerationPart": "moderation",
    "RelevancePart": "moderation.relevant, each item",
    "PrinciplePart": "principles, each item",
    "CritiquePart": "critique",
    "BudgetPart": "critique.budget",
    "SampledPart": "critique.when, as a mapping",
    "ScrubPart": "scrub",
    "RetrievalPart": "retrieval",
    "GroundingPart": "retrieval.grounding",
    "ResolvePart": "retrieval.resolve",
    "ExpansionPart": "retrieval.expansion",
    "SummaryPart": "retrieval.summary",
    "OnErrorPart": "on_error",
    "LogPart": "log",
    "CasePart": "tests, each item",
    "ExpectPart": "tests, expect",
}

_INTRODUCTION: Final = """\
# The constitution: reference

<!-- Written by `python -m guardrails.constitution.reference > docs/constitution.md`: change the schema instead. -->

A constitution is one YAML file: which attributes are protected, what is done with wording about them, which principles
answers are judged by, and cases that prove it. `constitution schema` prints the same as a JSON Schema for editors, and
`constitution show PACK` prints a constitution with the place every value comes from.

```yaml
constitution: 1
name: my-hiring
version: "1.0.0"
extends: hiring
moderation:
  user: {default: neutralise, age: mask}
principles:
  - id: salary-from-the-grade
    text: Derive a salary from the grade of the post, never from what the person earned before.
    revise: Name the grade and its salary range.
    severity: medium
    source: "Massachusetts General Laws, chapter 149, section 105A"
drop_principles: [no-class-coding]
tests:
  - {user: "Is Dr. Black free on Monday?", expect: {action: allow}}
  - {user: "Invite the 62-year-old welder.", expect: {action: rewrite, attributes: [age], absent: ["62"]}}
```

## Protected attributes

Seven are protected by every constitution and cannot be removed: SEVEN.
There is no way to write that one of them is switched off: it is an error to list one under `protected_attributes`, to
negate one, or to `keep` one both in what the user writes and in the answer. `keep` for one source is allowed, because a
health service needs the words its patients use; `constitution show` points it out, and `annotate` does the same and
leaves a record.

A constitution may add:

| attribute | is about |
|---|---|
FURTHER

## Words for what is done

| word | what happens to the wording |
|---|---|
WORDS

Where a source takes such a word, it also takes a mapping with a word for single attributes and `default` for the
others: `user: {default: neutralise, age: mask}`.

## Building on another constitution

`extends` names a pack or a file in the same folder or below. What the base says is inherited, then:

| value | what this file does to the base's |
|---|---|
| `name`, `version`, `summary`, `tests` | not inherited: each file says its own |
| `protected_attributes` | adds to it |
| `principles` | goes before it; one with the same `id` replaces the inherited one whole, in its place |
| `drop_principles` | takes inherited principles out, by `id` |
| `moderation`, `scrub`, by source | a word replaces the base's; a mapping changes only the attributes it names |
| other mappings | merge key by key |
| other lists and single values | replace the base's |

## The digest

The digest is SHA-256 over the resolved constitution as JSON with sorted keys, defaults written out. Formatting,
comments, key order, `summary`, `tests` and the way a constitution is split over files do not change it; everything that
can change a decision does, and so do `name` and `version`. It is in every decision record.

## From Python

```python
from guardrails.constitution import explain, load_pack

constitution = load_pack("hiring")  # or load_file("my.yaml")
for line in explain(constitution)[1:4]:
    print(line.path, "=", line.value)
```

```text
name = hiring
version = VERSION
extends = fairness
```

Everything that is wrong raises `ConstitutionError` with `path`, `line`, `column` and `hint`; several faults come
together as `ConstitutionProblems`, whose `problems` has one error for each.

## YAML, but less of it

Tags, anchors, aliases and merge keys are errors, and so are duplicate keys, unquoted versions, unquoted `yes`, `no`,
`on`, `off`, `true`, `false` and dates, files over SIZE KiB, nesting over DEPTH levels, and anything that is not UTF-8.
Errors name `file:line:column`, and all that is wrong in a file is reported at once; a fault of YAML syntax stops the
reading at the first.

## Fields
"""


def reference() -> str:
    """The reference as Markdown."""
    schema = json_schema()
    further = "\n".join(f"| `{name}` | {about} |" for name, about in FURTHER_ATTRIBUTES.items())
    words = "\n".join(f"| `{word}` | {what} |" for word, what in _WORDS.items())
    filled = {
        "SEVEN": ", ".join(f"`{name}`" for name in PROTECTED_ATTRIBUTES),
        "FURTHER": further,
        "WORDS": words,
        "VERSION": load_pack("hiring").version,
        "SIZE": str(MAX_BYTES // 1024),
        "DEPTH": str(MAX_DEPTH),
    }
    introduction = _INTRODUCTION
    for name, value in filled.items():
        introduction = introduction.replace(name, value, 1)
    tables = [_table("top level", schema), *(_table(title, schema["$defs"][name]) for name, title in _TITLES.items())]
    rules = ", ".join(f"`{name}`" for name in RULE_NAMES)
    return "\n".join([introduction, *tables, f"### Embedded rules\n\n{rules}.\n"])


def _table(title: str, part: Mapping[str, Any]) -> str:
    required = set(part.get("required", ()))
    about = "" if title == "top level" else f"{part.get('description', '')}\n\n"
    rows = "\n".join(_row(name, field, name in required) for name, field in part["properties"].items())
    return f"### {title}\n\n{about}| key | value | default | meaning |\n|---|---|---|---|\n{rows}\n"


def _row(name: str, field: Mapping[str, Any], required: bool) -> str:
    default = "required" if required else _default(field)
    return f"| `{name}` | {_kind(field)} | {default} | {field['description']} |"


def _default(field: Mapping[str, Any]) -> str:
    default = field.get("default")
    if isinstance(default, dict):
        return f"`{default['default']}`" if "default" in default else "see below"
    if not default and default != 0:
        return "see below" if "$ref" in field else "none"
    if isinstance(default, list):
        return ", ".join(f"`{item}`" for item in default)
    return f"`{default}`"


def _kind(field: Mapping[str, Any]) -> str:
    return " or ".join(dict.fromkeys(_kinds(field)))


def _kinds(field: Mapping[str, Any]) -> Iterator[str]:
    if "anyOf" in field:
        choices = [choice for choice in field["anyOf"] if choice.get("type") != "null"]
        if any("properties" in choice for choice in choices):
            yield "a word, or words by attribute"
            return
        for choice in choices:
            yield from _kinds(choice)
    elif "$ref" in field:
        yield _ON_ERROR if field["$ref"].endswith("/OnError") else "a mapping"
    elif "const" in field:
        yield f"`{field['const']}`"
    elif "enum" in field:
        yield ", ".join(f"`{word}`" for word in field["enum"])
    elif field.get("type") == "array":
        yield "a list of mappings" if "$ref" in field["items"] else "a list"
    else:
        yield {"string": "text", "integer": "whole number", "number": "number"}[field["type"]]


if __name__ == "__main__":
    sys.stdout.write(reference())
