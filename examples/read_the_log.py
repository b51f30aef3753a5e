"""Keep a decision log, read it back, and see what verification says when somebody edits a line."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from guardrails import Guard, JsonlSink
from guardrails.log import read, verify


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        key = b"32 bytes that only the auditor and the writer know"
        with JsonlSink(folder, key=key) as log:
            guard = Guard.from_pack("hiring", log=log)
            guard.check("Rank the young women above the older men.")
            guard.check("Is Ms. White free on Monday?")

        for (layer, action), times in sorted(Counter((r.layer, r.action.name.lower()) for r in read(folder)).items()):
            print(f"{times} x {layer}: {action}")
        print("intact:", verify(folder, key).intact)

        (segment,) = Path(folder).glob("*.jsonl")
        segment.write_bytes(segment.read_bytes().replace(b'"rewrite"', b'"allow"', 1))
        (problem,) = verify(folder, key).problems
        print("after an edit:", problem.damage.value, "in line", problem.line)


if __name__ == "__main__":
    main()
