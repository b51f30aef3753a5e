"""Screen candidates into a schema: each field is guarded on its own, and what comes out is still a valid `Screening`.

The stand-in on loopback judges like a careless model: it names age, origin and gender where skills were asked for.
"""

from __future__ import annotations

import json

from langchain_openai import ChatOpenAI
from pydantic import BaseModel, Field, SecretStr

from examples.loopback import serve
from guardrails import Guard

CANDIDATES = {
    "A-17": "Ms. Black, a young Nigerian woman, led a sales team of nine for ten years.",
    "B-04": "Mr. Young, who is 61 years old, kept the books of Black & Decker in Warsaw.",
}


class Screening(BaseModel):
    """What a recruiter is shown."""

    reference: str
    summary: str = Field(max_length=200)
    years: int = Field(ge=0, le=60)
    invite: bool


def careless(prompt: str) -> str:
    """Repeats what it was told about a person, and judges by it."""
    reference, _, about = prompt.partition(": ")
    summary = f"{about} A good fit, although women are too emotional to lead."
    return json.dumps({"reference": reference, "summary": summary, "years": 10, "invite": True})


def main() -> None:
    guard = Guard.from_pack("hiring")
    with serve(careless) as base_url:
        model = guard.wrap(ChatOpenAI(model="any", base_url=base_url, api_key=SecretStr("unused")))
        screen = model.with_structured_output(Screening)

        for reference, about in CANDIDATES.items():
            screening = Screening.model_validate(screen.invoke(f"{reference}: {about}"))
            print(type(screening).__name__, screening.model_dump())


if __name__ == "__main__":
    main()
