"""Fair search over a directory of people and a shop: one word, two right answers; no model, no download."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from guardrails import text_model
from guardrails.rag import MemoryStore, RagGuard
from guardrails.rag.embeddings import HashedEmbeddings
from guardrails.rag.tenant_file import read_tenant

DATA = Path(__file__).parent / "data"


def records(name: str) -> Iterator[object]:
    """The records of one tenant; some have columns that say who people are."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def model(prompt: str) -> str:
    """Stands in for a chat model: it names the first record, and says too much about it."""
    return "The closest is Amir Haddad, a nurse in Berlin [1]. He is a young Arab man [1]. See also [7]."


def main() -> None:
    guard = RagGuard(MemoryStore(HashedEmbeddings()))
    for name in ("directory", "shelf"):
        report = guard.ingest(records(name), read_tenant(DATA / f"{name}.json"))
        print(f"{name}: {report.accepted} records")

    for tenant, query in [
        ("directory", "black nurses with intensive care in Berlin"),
        ("directory", "white nurses with intensive care in Berlin"),
        ("directory", "letters to Ruth Black"),
        ("shelf", "black dress under 100 euros"),
        ("shelf", "Black & Decker drill"),
        ("directory", "older than 60"),
    ]:
        found = guard.search(query, tenant, k=2)
        bounds = [bound for condition in found.moderated.conditions for bound in condition.bounds]
        filters = [f"{bound.field} {bound.relation} {bound.value}" for bound in bounds]
        print(repr(query))
        print(f"   searched for {found.moderated.clean_query!r} where {filters}: {[hit.id for hit in found.hits]}")

    answer = guard.answer("young nurses with intensive care in Berlin", "directory", text_model(model))
    print(answer.text)
    print("cites", answer.cited)
    for decision in answer.decisions:
        if decision.action:
            print(f"  {decision.layer:<10} {decision.action.name.lower():<9} {decision.reason}")


if __name__ == "__main__":
    main()
