from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.log import Record, as_json, records_of
from guardrails.log.record import from_json
from guardrails.types import Action, ConstitutionRef, Decision, Source, Status
from tests.helpers.log import START, a_decision, some_records

FIELDS = [
    "schema",
    "id",
    "call_id",
    "seq",
    "time",
    "constitution",
    "source",
    "layer",
    "rule",
    "principle",
    "attribute",
    "action",
    "status",
    "reason",
    "span",
    "path",
    "model",
    "tokens",
    "duration_ms",
    "tenant",
]


def test_a_line_has_the_fields_of_the_schema_in_order() -> None:
    (record,) = some_records()
    assert list(as_json(record)) == FIELDS
    assert as_json(record)["schema"] == "guardrails.decision/1"


def test_ids_come_from_the_call_and_count_from_nought() -> None:
    assert [(record.id, record.seq) for record in some_records(2, call_id="c")] == [("c.0000", 0), ("c.0001", 1)]


def test_the_number_in_an_id_wins_when_a_call_is_logged_in_parts() -> None:
    (record,) = records_of([a_decision(id="c.0007")], call_id="c", constitution=None, time=START)
    assert (record.id, record.seq) == ("c.0007", 7)


@pytest.mark.parametrize("foreign", ["other.0007", "c.x", "c.", "x", "c.²"])
def test_an_id_of_another_shape_is_kept_and_the_place_counts(foreign: str) -> None:
    (record,) = records_of([a_decision(id=foreign)], call_id="c", constitution=None, time=START)
    assert (record.id, record.seq) == (foreign, 0)


def test_time_is_written_in_utc() -> None:
    evening = START.astimezone(timezone(timedelta(hours=5, minutes=30)))
    (record,) = some_records(time=evening)
    assert orjson.loads(orjson.dumps(as_json(record), option=orjson.OPT_UTC_Z))["time"] == "2026-03-01T12:00:00Z"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        some_records(time=datetime(2026, 3, 1))


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/messages/0/content", "/messages/0/content"),
        ("/tool/arguments#/patient name", "/tool/arguments"),
        ("#/whole", ""),
        ("/a#/b#/c", "/a"),
        ("/" + "k" * 9000, "/" + "k" * 511),
    ],
    ids=["plain", "nested", "root", "twice", "long"],
)
def test_a_path_stops_where_the_keys_may_be_user_data(path: str, logged: str) -> None:
    (record,) = records_of([a_decision(path=path)], call_id="c", constitution=None, time=START)
    assert record.path == logged


def test_actions_and_statuses_are_lower_case_words() -> None:
    decision = a_decision(action=Action.ESCALATE, status=Status.FAILED_OPEN)
    (record,) = records_of([decision], call_id="c", constitution=None, time=START)
    assert (as_json(record)["action"], as_json(record)["status"]) == ("escalate", "failed_open")


decisions = st.builds(
    Decision,
    layer=st.sampled_from(["moderate", "critique", "scrub"]),
    action=st.sampled_from(Action),
    status=st.sampled_from(Status),
    reason=st.just("adjective before a person noun"),
    source=st.none() | st.sampled_from(Source),
    span=st.none() | st.tuples(st.integers(0, 99), st.integers(100, 10**6)),
    model=st.none() | st.text(st.characters(codec="utf-8"), max_size=20),
    tokens=st.none() | st.integers(0, 10**6),
    duration_ms=st.none() | st.integers(0, 10**6).map(float),
)


@given(decision=decisions, tenant=st.none() | st.just("t"))
def test_a_record_comes_back_from_its_json(decision: Decision, tenant: str | None) -> None:
    ref = ConstitutionRef(name="n", version="1", digest="d")
    (record,) = records_of([decision], call_id="c", constitution=ref, time=START, tenant=tenant)
    assert from_json(orjson.loads(orjson.dumps(as_json(record)))) == record


@pytest.mark.parametrize(
    "damage",
    [{"schema": "other/1"}, {"action": "explode"}, {"status": None}, {"seq": None, "time": "noon"}, {"source": "x"}],
    ids=lambda damage: next(iter(damage)),
)
def test_what_is_no_record_is_a_value_error(damage: dict[str, object]) -> None:
    fields = orjson.loads(orjson.dumps(as_json(some_records()[0])))
    with pytest.raises(ValueError, match=r".+"):
        from_json(fields | damage)


def test_a_missing_field_is_a_value_error() -> None:
    fields = orjson.loads(orjson.dumps(as_json(some_records()[0])))
    del fields["layer"]
    with pytest.raises(ValueError, match="KeyError"):
        from_json(fields)


def test_records_are_frozen_values() -> None:
    (record,) = some_records()
    assert replace(record) == record
    assert not hasattr(record, "__dict__")
    assert isinstance(record, Record)
