"""What may enter an index is checked before it does: by key, inside data, in labels and in wording."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guardrails.constitution import load_text
from guardrails.errors import ProjectionError, RecordError
from guardrails.rag import Field, FieldKind, IndexProjection, Outcome, RecordSchema
from tests.helpers.rag_corpus import SCHEMAS, corpus

SCHEMA = RecordSchema(
    id="id",
    fields=(
        Field(path="name", kind=FieldKind.NAME),
        Field(path="role", kind=FieldKind.CATEGORY, filterable=True),
        Field(path="orientation", kind=FieldKind.CATEGORY, filterable=True),
        Field(path="salutation", kind=FieldKind.CATEGORY),
        Field(path="notes", kind=FieldKind.FREE_TEXT),
        Field(path="address.city", kind=FieldKind.PLACE, filterable=True),
        Field(path="experience", kind=FieldKind.NUMBER, searchable=False, filterable=True),
        Field(path="hired", kind=FieldKind.DATE, searchable=False, filterable=True),
    ),
    protected=("unionMember",),
    protected_in="privateKeys",
)
CLEAN = {"id": "7", "name": "Dana Black", "role": "welder", "notes": "Welds bridges.", "address": {"city": "Cork"}}


def projection(mode: str = "reject", **also: str) -> IndexProjection:
    own = "".join(f"\nmoderation: {{{key}: {value}}}" for key, value in also.items())
    text = f'constitution: 1\nname: own\nversion: "1"\nextends: search\nretrieval: {{projection: {mode}}}{own}\n'
    return IndexProjection(SCHEMA, load_text(text))


PROJECTION = projection()


def test_an_entry_has_the_searchable_fields_as_text_and_the_filterable_ones_as_values() -> None:
    entry = PROJECTION.of({**CLEAN, "experience": 4, "hired": "2020-01-31", "unknown": "never"})
    assert entry.text == "Dana Black\nrole: welder\nWelds bridges.\ncity: Cork"
    assert entry.fields == {"role": "welder", "address.city": "Cork", "experience": 4, "hired": "2020-01-31"}


def test_lists_are_walked_through_and_flat_keys_are_found() -> None:
    entry = PROJECTION.of({**CLEAN, "role": ["welder", None, "diver"], "address": [{"city": "Cork"}, {"city": "Hull"}]})
    assert entry.fields["role"] == ("welder", "diver")
    assert entry.fields["address.city"] == ("Cork", "Hull")
    assert PROJECTION.of({"id": 7, "notes": "x", "address.city": "Ghent"}).fields == {"address.city": "Ghent"}


LEAKS: list[tuple[dict[str, Any], str, str]] = [
    # by its key, where the value or the record decides
    ({"orientation": "gay"}, "orientation", "sexual_orientation"),
    ({"salutation": "Mrs"}, "salutation", "gender"),
    # keys inside objects and lists, in every style
    ({"notes": {"ethnicGroup": "Zed-1"}}, "notes.ethnicGroup", "ethnicity"),
    ({"notes": {"patient": {"ethnic_group": "Zed-1"}}}, "notes.patient.ethnic_group", "ethnicity"),
    ({"notes": [{"a": [{"Marital-Status": "Zed-1"}]}, "x"]}, "notes.0.a.0.Marital-Status", "marital_status"),
    ({"notes": [{"question": "Gender", "answer": "Zed-1"}]}, "notes.answer", "gender"),
    ({"notes": {"columns": ["name", "religion"], "rows": [["A", "Zed-1"]]}}, "notes.rows.0.1", "religion"),
    ({"notes": [{"name": "union member", "value": "Zed-1"}]}, "notes.name", "a key of these documents"),
    ({"notes": {"columns": ["work", "unionMember"], "rows": [["A", "Zed-1"]]}}, "notes.columns.1",
     "a key of these documents"),
    # wording that stands as a key
    ({"notes": '{"a deaf welder": 41}'}, "notes", "disability"),
    # JSON inside strings, also inside itself
    ({"notes": json.dumps({"dateOfBirth": "1980-01-02"})}, "notes.dateOfBirth", "age"),
    ({"notes": json.dumps({"form": json.dumps({"SEX_CD": "F"})})}, "notes.form#.SEX_CD", "gender"),
    # fields written into a text
    ({"notes": "Role: welder; Religion: Zed-1; City: Cork"}, "notes", "religion"),
    ({"notes": "dob=1980-02-01"}, "notes", "age"),
    ({"notes": 'exported "ethnicity": "Zed-1"'}, "notes", "ethnicity"),
    # wording
    ({"notes": "A deaf welder, works on bridges."}, "notes", "disability"),
    ({"notes": "Met the 62-year-old on site."}, "notes", "age"),
    ({"notes": "She is a Muslim and works nights."}, "notes", "religion"),
    ({"role": "female"}, "role", "gender"),
    ({"role": ["welder", "Muslim"]}, "role.1", "religion"),
    ({"name": "an elderly Muslim woman from the next street"}, "name", "religion"),
    # keys a schema or a document lists itself, in any style
    ({"notes": {"union_member": "yes"}}, "notes.union_member", "a key of these documents"),
    ({"notes": "Union member: yes"}, "notes", "a key of these documents"),
    ({"notes": '{"shoeSize": 41}', "privateKeys": ["shoe_size"]}, "notes.shoeSize", "a key of these documents"),
    # a protected value that is repeated elsewhere
    ({"notes": "Certificate GdB-50123 seen.", "disability": {"proof": "GdB-50123"}}, "notes", "disability"),
    ({"notes": "Born? See 1980-02-01.", "dateOfBirth": "1980-02-01"}, "notes", "age"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "path", "attribute"), LEAKS, ids=[f"{path}-{name}" for _, path, name in LEAKS])
def test_what_would_leak_is_named_by_document_path_and_attribute(
    more: dict[str, Any], path: str, attribute: str
) -> None:
    projected = PROJECTION.project({**CLEAN, **more})
    assert projected.outcome is Outcome.REJECTED
    assert projected.entry is None
    assert (path, attribute) in {(leak.path, leak.attribute) for leak in projected.leaks}
    assert {leak.document for leak in projected.leaks} == {"7"}


@pytest.mark.parametrize(("more", "path", "attribute"), LEAKS, ids=[f"{path}-{name}" for _, path, name in LEAKS])
def test_stripped_values_stay_out_of_the_entry(more: dict[str, Any], path: str, attribute: str) -> None:
    projected = projection("strip").project({**CLEAN, **more})
    assert projected.outcome is Outcome.CHANGED
    assert projected.entry is not None
    held = projected.entry.text + repr(projected.entry.fields)
    for leaked in (
        "Zed-1",
        "gay",
        "Mrs",
        "1980",
        "deaf",
        "62",
        "Muslim",
        "female",
        "SEX",
        "GdB",
        "union",
        "Union",
        "41",
    ):
        assert leaked not in held
    assert "Dana Black" in held or path == "name"


@pytest.mark.parametrize("action", ["neutralise", "remove", "mask", "annotate"])
def test_moderated_texts_keep_the_rest_of_the_sentence(action: str) -> None:
    record = {**CLEAN, "notes": "A deaf welder in her fifties, works on bridges.", "orientation": "gay"}
    projected = projection("moderate", context=action).project(record)
    assert projected.outcome is Outcome.CHANGED
    assert projected.entry is not None
    assert "works on bridges" in projected.entry.text
    assert not {"deaf", "fifties", "gay"} & set(projected.entry.text.lower().replace(",", "").split())
    assert {leak.attribute for leak in projected.leaks} >= {"disability", "age", "sexual_orientation"}


def test_a_record_of_which_nothing_is_left_is_rejected_in_every_mode() -> None:
    record = {"id": 1, "notes": {"gender": "x"}}
    for mode in ("reject", "strip", "moderate"):
        assert projection(mode).project(record).outcome is Outcome.REJECTED


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Sami Gay", "notes": "Sami Gay restores staircases; ask Gay about oak."},
        {"notes": "Black cables, white sockets, and a race condition fixed. Speaks Polish."},
        {"notes": "Opens at 10:30, see https://example.org/age: closed on Monday"},
        {"notes": "Step-free rooms for deaf guests, with wheelchair access."},
        {"orientation": "landscape"},
        {"salutation": "Captain"},
        {"role": "senior engineer"},
        {"notes": '{"colour": "black", "sizes": [4, 5]}'},
        {"notes": "[draft] price: 4; weight: 3 kg"},
        {"dateOfBirth": "1980-02-01", "gender": "F", "selfId": {"race": "Black"}},
    ],
)
def test_names_look_alikes_topics_and_columns_outside_the_schema_reject_nothing(more: dict[str, Any]) -> None:
    projected = PROJECTION.project({**CLEAN, **more})
    assert projected.leaks == ()
    assert projected.outcome is Outcome.ACCEPTED


def test_the_audience_of_a_product_is_no_person() -> None:
    fields = tuple(Field(path=path, kind=FieldKind.CATEGORY) for path in ("brand", "colour", "audience"))
    shop = IndexProjection(RecordSchema(id="sku", fields=fields))
    assert shop.of({"sku": 1, "brand": "Tern", "colour": "black", "audience": "women", "price": 4}).text
    assert shop.project({"sku": 1, "name": "Ada", "email": "a@b.c", "audience": "women"}).outcome is Outcome.REJECTED


ALIKE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"name": "Ada Muslim", "role": "Muslim"}, {"role": "Muslim"}),  # part of a name, and of none
    ({"role": "GdB-50123"}, {"role": "GdB-50123", "disability": {"proof": "GdB-50123"}}),  # repeated, and not
    ({"role": "Shoe size: 41"}, {"role": "Shoe size: 41", "privateKeys": ["shoe_size"]}),  # listed, and not
    ({"salutation": "Captain"}, {"salutation": "Mrs"}),
]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("clean", "leaking"), ALIKE, ids=["name", "copy", "listed key", "key by value"])
def test_what_one_record_lets_through_says_nothing_about_the_next(
    clean: dict[str, Any], leaking: dict[str, Any], backwards: bool
) -> None:
    given = [{**CLEAN, **more} for more in (clean, leaking)] * 2
    projection_ = projection()
    outcomes = [projection_.project(record).outcome for record in (reversed(given) if backwards else given)]
    assert outcomes == [Outcome.REJECTED, Outcome.ACCEPTED][:: 1 if backwards else -1] * 2


DEEP: Any = {"x": 1}
for _ in range(80):
    DEEP = [DEEP]
LOOP: list[Any] = []
LOOP.append(LOOP)


@pytest.mark.parametrize(
    ("record", "path", "reason"),
    [
        ([1, 2], "", "a record is an object, not a list"),
        (b"sku,title", "", "a record is an object, not a line that is no JSON in UTF-8"),
        (None, "", "a record is an object, not a NoneType"),
        ({"notes": "x"}, "id", "no id"),
        ({**CLEAN, "id": ""}, "id", "no id"),
        ({**CLEAN, "id": True}, "id", "no id"),
        ({**CLEAN, "id": 1.5}, "id", "no id"),
        ({**CLEAN, "id": [1, 2]}, "id", "no id"),
        ({**CLEAN, "id": "a\nb"}, "id", "printable"),
        ({**CLEAN, "id": "x" * 600}, "id", "512"),
        ({**CLEAN, "experience": float("nan")}, "experience", "not a finite number"),
        ({**CLEAN, "experience": "four"}, "experience", "text where the schema says number"),
        ({**CLEAN, "experience": True}, "experience", "a bool where the schema says number"),
        ({**CLEAN, "hired": "last spring"}, "hired", "not a date such as 2026-03-31"),
        ({**CLEAN, "notes": 4}, "notes", "a int where the schema says free_text"),
        ({**CLEAN, "notes": b"x"}, "notes", "a bytes where"),
        ({**CLEAN, "notes": {"colour": "red"}}, "notes", "an object where the schema says free_text"),
        ({**CLEAN, "notes": [["x"]]}, "notes", "a list of lists"),
        ({**CLEAN, "notes": "x" * 100_001}, "notes", "longer than 100000 characters"),
        ({**CLEAN, "role": "x" * 2_001}, "role", "longer than 2000 characters"),
        ({**CLEAN, "notes": "half \ud800"}, "notes", "lone surrogate"),
        ({**CLEAN, "notes": DEEP}, "notes", "nested deeper than 64 levels"),
        ({**CLEAN, "notes": LOOP}, "notes", "contains itself"),
        ({"id": 1}, "", "nothing to embed"),
    ],
)  # fmt: skip
def test_a_bad_record_is_named_with_the_place_and_nothing_of_it(record: Any, path: str, reason: str) -> None:
    projected = PROJECTION.project(record)
    assert projected.outcome is Outcome.FAULTY
    assert projected.faults[0].path == path
    assert reason in projected.faults[0].reason
    with pytest.raises(RecordError):
        PROJECTION.of(record)


def test_errors_and_reprs_never_quote_a_record() -> None:
    record = {**CLEAN, "notes": "A deaf welder called Quixotic-Canary."}
    with pytest.raises(ProjectionError, match="document '7' would bring disability at notes into the index") as caught:
        PROJECTION.of(record)
    projected = projection("strip").project(record)
    assert "Quixotic" not in str(caught.value) + repr(projected) + repr(PROJECTION.project(record))


@pytest.mark.parametrize("tenant", sorted(SCHEMAS))
def test_every_record_of_the_corpus_is_accepted_without_its_protected_columns(tenant: str) -> None:
    projection = IndexProjection(SCHEMAS[tenant])
    for record in corpus()[tenant][::10]:
        projected = projection.project(record)
        assert projected.outcome is Outcome.ACCEPTED
        assert projected.entry is not None
        assert str(record.get("dateOfBirth")) not in projected.entry.text
        assert not {"gender", "maritalStatus", "unionMember"} & set(projected.entry.fields)


@pytest.mark.parametrize("key", ["unionMember", "union_member", "Union-Member"])
def test_a_schema_cannot_index_a_key_it_lists_as_protected(key: str) -> None:
    with pytest.raises(Exception, match="states a key listed as protected"):
        RecordSchema(id="id", fields=(Field(path=f"a.{key}", kind=FieldKind.CATEGORY),), protected=("unionMember",))
