"""Documents on their way through a pipeline: moderated or scrubbed copies, withheld ones left out, none changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from guardrails import Guard
from guardrails.errors import CriticError, UnknownComponentError
from guardrails.integrations.langchain import GuardedDocumentTransformer
from guardrails.log import MemorySink
from guardrails.types import Action
from tests.helpers.guards import NEUTRAL, TERM, Block, Neutralise
from tests.helpers.langchain import Criticised, Withhold, strings_in

SAID, CLEAN = f"the {TERM}!", f"the {NEUTRAL}!"
DEEP = {"by": SAID, "notes": [{"of": SAID}], "page": 3, "share": 0.5, "open": True, "link": None}
DEEP_CLEAN = {**DEEP, "by": CLEAN, "notes": [{"of": CLEAN}]}

Treat = Any
"""``moderate`` or ``scrub``, as a table gives it."""


def _without_decisions(document: Document) -> dict[str, Any]:
    return {key: value for key, value in document.metadata.items() if key != "guardrails"}


@pytest.fixture(params=["moderate", "scrub"])
def treat(request: pytest.FixtureRequest) -> Treat:
    return request.param


def _loaded(query: str) -> list[Document]:
    return [Document(query), Document("plain")]


def _contents(documents: Sequence[Document]) -> list[str]:
    return [document.page_content for document in documents]


def _transformed(guard: Guard, treat: Treat, *documents: Document) -> list[Document]:
    return list(GuardedDocumentTransformer(guard, treat=treat).transform_documents(documents))


def test_content_and_strings_of_the_metadata_are_rewritten_and_nothing_else(treat: Treat) -> None:
    (found,) = _transformed(Guard([Neutralise()]), treat, Document(SAID, id="d1", metadata=DEEP))
    assert (found.page_content, found.id, found.type) == (CLEAN, "d1", "Document")
    assert _without_decisions(found) == DEEP_CLEAN


def test_changed_copy_says_what_was_decided_and_no_text(treat: Treat) -> None:
    (found,) = _transformed(Guard([Neutralise()]), treat, Document(SAID, metadata=DEEP))
    told = found.metadata["guardrails"]
    assert told["action"] == "rewrite"
    assert TERM not in "\n".join(strings_in(found))


def test_what_was_given_stays_as_it_was(treat: Treat) -> None:
    document = Document(SAID, id="d1", metadata=DEEP)
    before = document.model_copy(deep=True)
    (found,) = _transformed(Guard([Neutralise()]), treat, document)
    assert document == before
    assert found is not document
    assert found.metadata is not document.metadata


@pytest.mark.parametrize("content", [CLEAN, ""])
def test_document_with_nothing_to_do_is_the_same_object(treat: Treat, content: str) -> None:
    document = Document(content, metadata={"page": 3, "by": content})
    (found,) = _transformed(Guard([Neutralise()]), treat, document)
    assert found is document


@pytest.mark.parametrize("action", [Action.BLOCK, Action.ESCALATE])
def test_withheld_document_is_left_out_and_the_others_keep_their_order(treat: Treat, action: Action) -> None:
    documents = [Document("one"), Document(SAID), Document("two"), Document("x", metadata=DEEP), Document("three")]
    found = _transformed(Guard([Withhold(action)]), treat, *documents)
    assert [document.page_content for document in found] == ["one", "two", "three"]


def test_no_documents_give_none(treat: Treat) -> None:
    assert _transformed(Guard([Neutralise()]), treat) == []


@pytest.mark.parametrize(("treat", "kept"), [("moderate", 1), ("scrub", 0)])
def test_moderation_takes_a_document_for_a_request_and_scrubbing_for_an_answer(treat: Treat, kept: int) -> None:
    assert len(_transformed(Guard([Block(late=True)]), treat, Document(SAID))) == kept


@pytest.mark.parametrize(("treat", "source"), [("moderate", "context"), ("scrub", "assistant")])
def test_record_says_where_the_text_stood_in_the_document(treat: Treat, source: str) -> None:
    sink = MemorySink()
    _transformed(Guard([Neutralise()], log=sink), treat, Document(SAID, metadata={"by": SAID}))
    places = [(record.source, record.path) for record in sink.records if record.source]
    assert places == [(source, "/page_content"), (source, "/metadata/by")]


async def test_async_twin_gives_the_same(treat: Treat) -> None:
    documents = [Document(SAID, id="d1", metadata=DEEP), Document("plain"), Document("")]
    transformer = GuardedDocumentTransformer(Guard([Neutralise()]), treat=treat)
    found = await transformer.atransform_documents(documents)
    assert [(d.page_content, d.id, _without_decisions(d)) for d in found] == [
        (d.page_content, d.id, _without_decisions(d)) for d in transformer.transform_documents(documents)
    ]


@pytest.mark.parametrize("run", ["invoke", "ainvoke"])
async def test_step_of_a_pipeline_passes_on_clean_documents_only(run: str, treat: Treat) -> None:
    transformer = GuardedDocumentTransformer(Guard([Neutralise()]), treat=treat)
    clean = RunnableLambda(transformer.transform_documents, afunc=transformer.atransform_documents)
    chain: Any = RunnableLambda(_loaded) | clean | RunnableLambda(_contents)
    given = await chain.ainvoke(SAID) if run == "ainvoke" else chain.invoke(SAID)
    assert given == [CLEAN, "plain"]


def test_document_is_not_taken_for_the_verdict_of_a_critic_model() -> None:
    transformer = GuardedDocumentTransformer(Guard([Criticised()]), treat="scrub")
    with pytest.raises(CriticError, match="without a critic model"):
        transformer.transform_documents([Document(SAID)])


def test_unknown_treatment_is_named_with_those_there_are() -> None:
    wrong: Any = "clean"
    with pytest.raises(UnknownComponentError, match=r"'clean'.*moderate.*scrub"):
        GuardedDocumentTransformer(Guard([Neutralise()]), treat=wrong)
