"""What must not get out on the way of a query: suppressed wording, and protected values that a store holds anyway."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from guardrails import text_model
from guardrails.errors import StoreError
from guardrails.rag import Entry, Filter, Hit, MemoryStore, RagGuard
from guardrails.rag.types import Field, FieldValue
from tests.helpers.rag_tenants import WordEmbeddings, small_store, tenants

SUPPRESSED = (
    ("Latina nurses in Berlin", ("latina",)),
    ("femlae nurses in Berlin", ("femlae", "female")),
    ("gender: female nurses in Berlin", ("female", "gender: ")),
    ("nurses in Berlin older than sixty", ("older than", "sixty")),
    ("Muslim or Jewish nurses in Berlin, ranked by race", ("muslim", "jewish", "by race")),
    ("nurse (f) in Berlin whose religion is Jain", ("(f)", "jain")),
)
PLANTED: dict[str, FieldValue] = {
    "race": "canary-1",
    "dateOfBirth": "canary-2",
    "profile.selfIdentification.ethnicGroup": "canary-3",
    "UNION-MEMBER": "canary-4",  # a key of the tenant's documents
    "notes": '{"religion": "canary-5", "shift": {"has_disability": "canary-6", "when": "night"}}',
    "tags": ('{"maritalStatus": "canary-7"}', "Gender: canary-8"),
}


def planted() -> MemoryStore:
    """Records that another program wrote, with what no index of ours would hold."""
    store = small_store()
    text = "Nurse in Berlin. Religion: canary-9. A deaf woman in her fifties."
    fields: dict[str, FieldValue] = {"name": "Noor Vance", "address.city": "Berlin", "role": "Nurse", **PLANTED}
    store.add("people", [Entry(id="px", text=text, fields=fields)])
    return store


class Asked:
    """An extractor and a model that remember all they are shown."""

    def __init__(self, answer: str = "Noor Vance works in Berlin [1].") -> None:
        self.seen: list[str] = []
        self._answer = answer

    def extract(self, text: str, fields: Sequence[Field]) -> list[Mapping[str, object]]:
        self.seen.append(f"{text} {[one.path for one in fields]}")
        return []

    def model(self, prompt: str) -> str:
        self.seen.append(prompt)
        return self._answer


@pytest.mark.parametrize(("query", "gone"), SUPPRESSED)
def test_suppressed_wording_reaches_neither_model_nor_log_nor_reprs(
    tmp_path: Path, query: str, gone: tuple[str, ...]
) -> None:
    asked = Asked()
    guard = RagGuard(small_store(), tenants=tenants(), log=tmp_path / "log", extractor=asked.extract)
    answer = guard.answer(query, "people", text_model(asked.model))
    shown = [re.sub(r"such as race,.*?age\.", "", text, flags=re.DOTALL) for text in asked.seen[1:]]  # the task's list
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "log").rglob("*") if path.is_file())
    assert len(shown) >= 1
    assert kept
    for word in gone:
        for place, text in (("prompt", "".join(shown)), ("log", kept), ("repr", repr(answer))):
            assert word not in text.lower(), (place, word)


def test_protected_values_of_a_store_reach_neither_the_model_nor_the_log(tmp_path: Path) -> None:
    asked = Asked()
    guard = RagGuard(planted(), tenants=tenants(), log=tmp_path / "log")
    answer = guard.answer("nurse in Berlin", "people", text_model(asked.model), k=5)
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "log").rglob("*") if path.is_file())
    assert "px" in [hit.id for hit in answer.search.hits]
    (prompt,) = asked.seen
    assert "Noor Vance" in prompt
    assert "night" in prompt
    for text in (prompt, kept, repr(answer), answer.text):
        assert not re.findall(r"canary-\d+", text)
    assert not [word for word in ("deaf", "woman", "fifties") if word in prompt]


@pytest.mark.parametrize(
    "draft",
    [
        "Two of the nurses are women [1] and one is a Muslim man [2].",
        "Grouped by ethnicity: Black nurses: Ruth [1]. White nurses: Ada [2].",
        "Sorted by age, the oldest first: Ruth [1], who is 58, then Ada [2].",
    ],
)
def test_an_answer_along_demographic_lines_is_changed_and_keeps_its_citations(draft: str) -> None:
    guard = RagGuard(planted(), tenants=tenants())
    answer = guard.answer("black nurses", "people", text_model(lambda _: draft), k=2)
    told = answer.text.lower()
    assert not [word for word in ("women", "muslim", "black nurses", "white nurses", "58") if word in told]
    assert set(answer.cited) | set(answer.lost) == {hit.id for hit in answer.search.hits}
    assert answer.cited or answer.withheld


class Quoting(MemoryStore):
    """A store that is down and says what it was asked."""

    def __init__(self) -> None:
        super().__init__(WordEmbeddings())

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        raise ConnectionError(f"while searching {query} where {where}")


def test_an_error_quotes_neither_the_query_nor_its_values() -> None:
    with pytest.raises(StoreError) as caught:
        RagGuard(Quoting(), tenants=tenants()).search("black nurses who knit in zebracity", "people")
    assert not [word for word in ("black", "nurses", "zebracity") if word in f"{caught.value} {caught.value!r}"]
