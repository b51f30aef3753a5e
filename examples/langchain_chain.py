"""Guard the model of a LangChain chain: prompt, model and parser stay as they are, streams and tracers see nothing raw.

A stand-in server on loopback answers, so no key is needed. Otherwise ``ChatOpenAI(model="gpt-4.1-mini")`` is all.
"""

from __future__ import annotations

from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from examples.loopback import serve
from guardrails import Guard


def main() -> None:
    guard = Guard.from_pack("hiring")
    with serve() as base_url:
        plain = ChatOpenAI(model="any", base_url=base_url, api_key=SecretStr("unused"))
        model = guard.wrap(plain)  # the one line

        prompt = ChatPromptTemplate.from_template("Write a reply to {name}, {about}.")
        chain = prompt | model | StrOutputParser()
        asked = {"name": "Ms. White", "about": "the young Nigerian woman who applied"}

        print("unguarded:", (prompt | plain | StrOutputParser()).invoke(asked))
        print("guarded:  ", chain.invoke(asked))

        answer = (prompt | model).invoke(asked)
        told = answer.response_metadata["guardrails"]
        print(type(answer).__name__, told["action"], "by", told["constitution"]["name"])
        print(
            answer.usage_metadata and answer.usage_metadata["total_tokens"], "tokens, id kept:", answer.id is not None
        )


if __name__ == "__main__":
    main()
