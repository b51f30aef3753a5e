from __future__ import annotations

import gc
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from guardrails.errors import SinkError
from guardrails.log import Damage, JsonlSink, MemorySink, Record, read, records_of, verify
from tests.helpers.log import START, a_decision, a_sink, some_records


def only_segment(folder: Path) -> list[dict[str, object]]:
    (path,) = folder.iterdir()
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def test_a_segment_is_a_header_the_records_and_a_closing_line(tmp_path: Path) -> None:
    with a_sink(tmp_path) as sink:
        sink.write(some_records(2))
    header, *records, closing = only_segment(tmp_path)
    assert (header["event"], closing["event"], closing["records"]) == ("open", "close", 2)
    assert [record["seq"] for record in records] == [0, 1]


def test_segments_sort_by_the_time_they_were_started(tmp_path: Path) -> None:
    sink = a_sink(tmp_path)
    for number in range(3):
        sink.write(some_records(call_id=f"call-{number}"))
        sink.close()
    assert [record.call_id for record in read(tmp_path)] == ["call-0", "call-1", "call-2"]
    names = sorted(path.name for path in tmp_path.iterdir())
    assert all(re.fullmatch(r"20260301T1200\d\d\.0{6}Z-\d+-0000\.jsonl", name) for name in names)


def test_nothing_is_touched_before_the_first_record(tmp_path: Path) -> None:
    with JsonlSink(tmp_path / "log") as sink:
        sink.write(())
    assert not (tmp_path / "log").exists()


def test_what_is_written_is_in_the_file_at_once(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path)
    sink.write(some_records(1))
    assert len(list(read(tmp_path))) == 1


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path / "a" / "b")
    sink.write(some_records())
    (segment,) = (tmp_path / "a" / "b").iterdir()
    assert (segment.parent.stat().st_mode & 0o077, segment.stat().st_mode & 0o077) == (0, 0)


def test_closing_twice_is_fine_and_writing_afterwards_starts_a_new_segment(tmp_path: Path) -> None:
    sink = a_sink(tmp_path)
    sink.write(some_records())
    sink.close()
    sink.close()
    sink.write(some_records())
    sink.close()
    verification = verify(tmp_path)
    assert verification.intact
    assert len(verification.segments) == 2
    assert not verification.unclosed


def test_a_sink_that_goes_away_closes_its_segment(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path)
    sink.write(some_records())
    del sink
    gc.collect()
    assert not verify(tmp_path).unclosed


def test_a_grown_segment_gives_way_to_a_new_one(tmp_path: Path) -> None:
    with a_sink(tmp_path, segment_bytes=2000) as sink:
        for _ in range(10):
            sink.write(some_records())
    verification = verify(tmp_path)
    assert verification.intact
    assert len(verification.segments) > 2
    assert verification.records == 10


def test_threads_share_a_segment_and_batches_stay_together(tmp_path: Path) -> None:
    with JsonlSink(tmp_path, key=b"k") as sink, ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: sink.write(some_records(3, call_id=f"call-{n}")), range(100)))
    verification = verify(tmp_path, b"k")
    calls = [record.call_id for record in read(tmp_path)]
    assert verification.intact
    assert len(verification.segments) == 1
    assert all(len(set(calls[place : place + 3])) == 1 for place in range(0, 300, 3))


def test_two_sinks_on_one_folder_do_not_mix(tmp_path: Path) -> None:
    with JsonlSink(tmp_path) as one, JsonlSink(tmp_path) as two:
        for _ in range(5):
            one.write(some_records())
            two.write(some_records())
    verification = verify(tmp_path)
    assert verification.intact
    assert [segment.records for segment in verification.segments] == [5, 5]


def test_a_header_links_to_the_segments_that_were_there(tmp_path: Path) -> None:
    for _ in range(2):
        with JsonlSink(tmp_path) as sink:
            sink.write(some_records())
    first, second = sorted(tmp_path.iterdir())
    (link,) = orjson.loads(second.read_bytes().splitlines()[0])["heads"]
    assert link["segment"] == first.name
    assert link["end"] == first.stat().st_size


def test_a_header_links_to_the_last_segments_only(tmp_path: Path) -> None:
    sink = a_sink(tmp_path)
    for _ in range(40):
        sink.write(some_records())
        sink.close()
    newest = max(tmp_path.iterdir())
    assert len(orjson.loads(newest.read_bytes().splitlines()[0])["heads"]) == 32
    assert verify(tmp_path).intact


@pytest.mark.parametrize("tail", [b"", b'{"schema":"guardrails.dec', b"\xff\xfe"], ids=["empty", "torn", "binary"])
def test_the_torn_end_of_a_crash_does_not_stop_the_next_start(tmp_path: Path, tail: bytes) -> None:
    (tmp_path / "20250101T000000.000000Z-1-0000.jsonl").write_bytes(tail)
    with JsonlSink(tmp_path) as sink:
        sink.write(some_records())
    assert len(list(read(tmp_path))) == 1


def test_a_file_in_the_place_of_the_folder_is_a_sink_error_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("")
    with pytest.raises(SinkError, match="folder of its own") as caught:
        JsonlSink(tmp_path / "log").write(some_records())
    assert caught.value.path == str(tmp_path / "log")


def test_a_deleted_segment_is_missed_by_its_successor_and_nothing_more_is_lost(tmp_path: Path) -> None:
    with a_sink(tmp_path / "log") as sink:
        sink.write(some_records(call_id="lost"))
        (lost,) = (tmp_path / "log").iterdir()
        shutil.rmtree(tmp_path / "log")
        sink.write(some_records(call_id="kept"))
    assert [record.call_id for record in read(tmp_path / "log")] == ["kept"]
    (problem,) = verify(tmp_path / "log").problems
    assert problem.damage is Damage.MISSING
    assert lost.name in problem.explanation


def test_an_object_in_a_field_is_a_sink_error_and_the_chain_goes_on(tmp_path: Path) -> None:
    with JsonlSink(tmp_path) as sink:
        sink.write(some_records())
        odd = records_of([a_decision(rule=object())], call_id="c", constitution=None, time=START)
        with pytest.raises(SinkError, match="JSON"):
            sink.write(odd)
        sink.write(some_records())
    assert verify(tmp_path).intact
    assert verify(tmp_path).records == 2


def test_fsync_writes_the_same_log(tmp_path: Path) -> None:
    with JsonlSink(tmp_path, fsync=True) as sink:
        sink.write(some_records(2))
    assert verify(tmp_path).records == 2


def test_an_empty_key_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="empty"):
        JsonlSink(tmp_path, key=b"")


def test_the_key_is_not_in_the_repr(tmp_path: Path) -> None:
    assert "secret" not in repr(JsonlSink(tmp_path, key=b"secret"))


def test_a_memory_sink_keeps_everything_in_order() -> None:
    sink = MemorySink()
    sink.write(some_records(2))
    sink.write(some_records(1, call_id="next"))
    assert [record.call_id for record in sink.records] == ["call-1", "call-1", "next"]
    assert all(isinstance(record, Record) for record in sink.records)
