"""Wording in records that no sentence holds: codes behind a name, words that signs join, what is percent-encoded."""

from __future__ import annotations

import pytest

from guardrails.constitution import load_pack
from guardrails.rag import Field, FieldKind, GuardedEmbeddings, IndexProjection, Outcome, RecordSchema
from guardrails.rag.records.wording import decoded, loosened
from tests.helpers.rag_tenants import WordEmbeddings

NOTES = RecordSchema(id="id", fields=(Field(path="note", kind=FieldKind.FREE_TEXT),))
PROJECTION = IndexProjection(NOTES)

LEAKING = [
    # a code behind the name of what it states
    ("Sex F, ten years at the bench", "gender"),
    ("gender: M. Early shift", "gender"),
    ("| sex | F | trade | joiner |", "gender"),
    ("sex\tM\ttrade\tjoiner", "gender"),
    ("GENDER/X, joiner", "gender"),
    # a word behind the name, with any sign between or none
    ("race - Asian. Restores boats", "race"),
    ("ethnicity > Kurdish", "ethnicity"),
    ("gender\tfemale\ntrade\tjoiner", "gender"),
    ("gender is female", "gender"),
    # any value where the name is somebody's
    ("the applicant's religion is Zoroastrian", "religion"),
    ("her nationality was Bruneian", "nationality"),
    # words that signs join or set off
    ("Sales.Muslim.Hull", "religion"),
    ("blind_joiner since May", "disability"),
    ("joiner [Black] with a van", "race"),
    ("nurse|female|Hull", "gender"),
    ("Jewish\u200bjoiner", "religion"),
    # encoded
    ("%7B%22gender%22%3A%22female%22%7D", "gender"),
    ("trade%3A%20joiner%3B%20gender%3A%20female", "gender"),
]


@pytest.mark.parametrize(("text", "attribute"), LEAKING, ids=range(len(LEAKING)))
def test_a_record_that_states_an_attribute_without_a_sentence_is_kept_out(text: str, attribute: str) -> None:
    found = PROJECTION.project({"id": "1", "note": text})
    assert found.outcome is Outcome.REJECTED
    assert attribute in {leak.attribute for leak in found.leaks}


@pytest.mark.parametrize("text", [text for text, _ in LEAKING], ids=range(len(LEAKING)))
def test_moderation_takes_it_out_or_leaves_the_text_out(text: str) -> None:
    moderate = load_pack("search")
    moderate = moderate.model_copy(
        update={"retrieval": moderate.retrieval.model_copy(update={"projection": "moderate"})}
    )
    found = IndexProjection(NOTES, moderate).project({"id": "1", "note": text})
    if found.entry is not None:
        assert PROJECTION.project({"id": "1", "note": found.entry.text}).leaks == ()


def test_queries_that_differ_in_a_code_embed_alike() -> None:
    embeddings = GuardedEmbeddings(WordEmbeddings())
    assert embeddings.embed_query("joiner, gender: F") == embeddings.embed_query("joiner, gender: M")


@pytest.mark.parametrize(
    "text",
    [
        "See www.women.example.com, or mail young.black@example.org",
        "Scans white_paper.pdf and old_rates.csv",
        "Paints [Black] gates and [White] doors",
        "Sex education is taught next door",
        "gender pay gap reports; gender - neutral job ads",
        "race - day timing",
        "navy|black|white threads",
        "sizes [M] and [F], vitamin F, section M",
        "religion is a topic of the archive",
        "blind_rivets and dead_bolts in Node.js",
        "reports to Dr.Black and J.White in St.Helens",
        "50% off oak, 20% off ash, 30% off elm",
        "the club's race was cancelled",
    ],
)
def test_what_only_has_the_shape_of_it_is_indexed(text: str) -> None:
    assert PROJECTION.project({"id": "1", "note": text}).outcome is Outcome.ACCEPTED


def test_loosened_text_keeps_every_place() -> None:
    text = "a.b [c] d_e f|g x@y.example.com\u200bz 3.5"
    assert loosened(text) is not None
    assert len(loosened(text) or "") == len(text)
    assert loosened("plain words. And more, 3.5 of them") is None


@pytest.mark.parametrize("text", ["", "100%", "5%25", "%zz%zz%zz"])
def test_what_is_not_encoded_is_not_decoded(text: str) -> None:
    assert decoded(text) is None
