"""Hold an answer for a person: the caller gets a reference, a reviewer edits the draft, the log says who did."""

from __future__ import annotations

import tempfile
from pathlib import Path

from guardrails import Guard, JsonlSink, text_model
from guardrails.errors import AlreadyResolvedError
from guardrails.escalation import FolderEscalations, State
from guardrails.log import read, verify

PACK = """
constitution: 1
name: reviewed-hiring
version: "1.0.0"
extends: hiring
summary: A draft that breaks a principle is not revised; it waits for a person.
critique: {rounds: 0, unresolved: escalate}
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name, JsonlSink(Path(name) / "decisions") as log:
        folder = Path(name)
        (folder / "reviewed.yaml").write_text(PACK, encoding="utf-8")
        cases = FolderEscalations(folder / "cases")
        guard = Guard.from_file(folder / "reviewed.yaml", log=log, escalations=cases)
        model = text_model(lambda prompt: "We want a digital native. The young Nigerian woman we hired is one.")

        result = guard.run("Write two lines about our new colleague.", model)
        print("the caller sees:", result.text.replace(result.escalation or "", "REFERENCE"))

        (case,) = cases.cases(State.PENDING)
        print("a reviewer sees:", case.draft[0].text)
        print("it breaks:", ", ".join(case.principles))

        edited = "Our new colleague learns new tools quickly."
        print("the caller may now have:", guard.resolve(case.id, "edit", text=edited, by="R. Okafor").text)
        try:
            guard.resolve(case.id, "approve", by="somebody else")
        except AlreadyResolvedError as error:
            print("too late:", error.state, "by", error.by)

        for record in read(folder / "decisions"):
            if record.layer == "escalation":
                print("in the log:", record.action.name.lower(), "-", record.reason, "-", record.by)
        print("intact:", verify(folder / "decisions").intact)


if __name__ == "__main__":
    main()
