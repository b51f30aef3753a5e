"""Guard an OpenAI client with one line. A stand-in server on loopback answers, so no key is needed.

With a real server, drop the ``with`` line and let ``OpenAI()`` read OPENAI_API_KEY and OPENAI_BASE_URL.
"""

from __future__ import annotations

from openai import OpenAI

from examples.loopback import serve
from guardrails import Guard


def main() -> None:
    with serve() as base_url, OpenAI(base_url=base_url, api_key="unused") as plain:
        client = Guard.from_pack("hiring").wrap(plain)  # the one line

        answer = client.chat.completions.create(
            model="any",
            messages=[{"role": "user", "content": "Invite the young Nigerian woman to Ms. White's office."}],
        )

        print(type(client).__name__, type(answer).__name__)
        print(answer.choices[0].message.content)
        print(answer.model_extra["guardrails"]["action"] if answer.model_extra else "unguarded")


if __name__ == "__main__":
    main()
