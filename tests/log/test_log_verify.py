from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.log import Damage, Ending, read, verify
from guardrails.log.chain import GENESIS, Sealer
from tests.helpers.log import START, a_sink, some_records

KEY = b"a key that nobody else has"
Lines = list[bytes]


def a_log(folder: Path, *, key: bytes | None = KEY, segments: int = 1, records: int = 6) -> list[Path]:
    sink = a_sink(folder, key=key)
    for segment in range(segments):
        for number in range(records):
            sink.write(some_records(call_id=f"call-{segment}-{number}"))
        sink.close()
    return sorted(folder.iterdir())


def rewrite(path: Path, change: Callable[[Lines], Lines]) -> None:
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


def test_a_whole_log_is_intact(tmp_path: Path) -> None:
    a_log(tmp_path, segments=3)
    verification = verify(tmp_path, KEY)
    assert (verification.intact, verification.unclosed, verification.records) == (True, (), 18)
    assert [(report.lines, report.ending) for report in verification.segments] == [(8, Ending.CLOSED)] * 3


def test_an_empty_or_absent_folder_is_intact(tmp_path: Path) -> None:
    assert verify(tmp_path).intact
    assert verify(tmp_path / "none").segments == ()


@pytest.mark.parametrize(
    ("change", "line", "damage"),
    [
        (lambda ls: [*ls[:3], ls[3].replace(b"rewrite", b"allow"), *ls[4:]], 4, Damage.EDITED),
        (lambda ls: [*ls[:3], *ls[4:]], 4, Damage.DROPPED),
        (lambda ls: ls[1:], 1, Damage.DROPPED),
        (lambda ls: [*ls[:2], ls[3], ls[2], *ls[4:]], 3, Damage.MOVED),
        (lambda ls: [*ls[:3], ls[2], *ls[3:]], 4, Damage.DUPLICATED),
        (lambda ls: [*ls[:3], b'{"schema":"guardrails.decision/1"}\n', *ls[3:]], 4, Damage.INSERTED),
        (lambda ls: [*ls[:3], b"\n", *ls[3:]], 4, Damage.INSERTED),
        (lambda ls: [*ls[:3], Sealer(KEY).seal([{"a": 1}], GENESIS).lines, *ls[3:]], 4, Damage.INSERTED),
        (lambda ls: [*ls, b"more"], 9, Damage.INSERTED),
        (lambda ls: [*ls, ls[-1]], 9, Damage.INSERTED),
        (lambda ls: [*ls[:3], ls[3][:20] + b"\n" + ls[3][20:], *ls[4:]], 4, Damage.EDITED),
        (lambda ls: [*ls[:3], ls[3][:-1], *ls[4:]], 4, Damage.EDITED),
        (lambda ls: [b"\x00" * 40 + b"\n"], 1, Damage.EDITED),
        (lambda ls: [*ls[:3], b"x" * 3_000_000 + b"\n", *ls[4:]], 4, Damage.EDITED),
    ],
    ids=[
        "edited", "dropped", "header dropped", "swapped", "duplicated", "inserted", "blank line", "signed insertion",
        "after the end", "closed twice", "line split", "lines joined", "another file", "huge line",
    ],
)  # fmt: skip
def test_the_first_broken_line_is_named(
    tmp_path: Path, change: Callable[[Lines], Lines], line: int, damage: Damage
) -> None:
    (path,) = a_log(tmp_path)
    rewrite(path, change)
    (problem,) = verify(tmp_path, KEY).problems
    assert (problem.place, problem.damage) == (f"{path.name}:{line}", damage)


def test_without_a_key_careless_edits_are_found_too(tmp_path: Path) -> None:
    (path,) = a_log(tmp_path, key=None)
    rewrite(path, lambda ls: [*ls[:3], ls[3].replace(b"rewrite", b"allow"), *ls[4:]])
    assert verify(tmp_path).problems[0].line == 4


def test_a_forger_without_the_key_cannot_seal_a_new_history(tmp_path: Path) -> None:
    (path,) = a_log(tmp_path)
    forged = a_log(tmp_path / "forged", key=b"guessed")[0]
    path.write_bytes(forged.read_bytes())
    assert verify(tmp_path, KEY).problems[0].damage is Damage.WRONG_KEY


@pytest.mark.parametrize(
    ("written", "given", "damage"),
    [(None, KEY, Damage.UNSIGNED), (KEY, None, Damage.KEY_NEEDED), (KEY, b"another", Damage.WRONG_KEY)],
    ids=["unsigned", "no key", "another key"],
)
def test_keys_that_do_not_fit_are_said_so(
    tmp_path: Path, written: bytes | None, given: bytes | None, damage: Damage
) -> None:
    a_log(tmp_path, key=written)
    assert verify(tmp_path, given).problems[0].damage is damage


def test_a_dropped_segment_is_missed_by_the_next(tmp_path: Path) -> None:
    first, second, _ = a_log(tmp_path, segments=3)
    first.unlink()
    problem = verify(tmp_path, KEY).problems[0]
    assert (problem.place, problem.damage) == (f"{second.name}:1", Damage.MISSING)
    assert first.name in problem.explanation


def test_segments_older_than_a_date_may_be_deleted_on_purpose(tmp_path: Path) -> None:
    first, second, _ = a_log(tmp_path, segments=3)
    first.unlink()
    stamp = second.name[:15]
    since = START.replace(hour=int(stamp[9:11]), minute=int(stamp[11:13]), second=int(stamp[13:15]))
    assert verify(tmp_path, KEY, since=since).intact
    second.unlink()
    assert not verify(tmp_path, KEY, since=since).intact
    assert verify(tmp_path, KEY, since=since + timedelta(seconds=1)).intact


def test_a_renamed_or_copied_segment_is_noticed(tmp_path: Path) -> None:
    (path,) = a_log(tmp_path)
    copy = tmp_path / f"20270101T000000.000000Z-1-0000{path.suffix}"
    copy.write_bytes(path.read_bytes())
    (problem,) = verify(tmp_path, KEY).problems
    assert (problem.place, problem.damage) == (f"{copy.name}:1", Damage.RENAMED)


def test_a_cut_end_is_seen_by_the_next_segment(tmp_path: Path) -> None:
    first, _ = a_log(tmp_path, segments=2)
    rewrite(first, lambda ls: ls[:-2])
    (problem,) = verify(tmp_path, KEY).problems
    assert (problem.place, problem.damage) == (f"{first.name}:6", Damage.TRUNCATED)


def test_a_cut_end_of_the_last_segment_leaves_it_unclosed_and_not_broken(tmp_path: Path) -> None:
    (path,) = a_log(tmp_path)
    rewrite(path, lambda ls: ls[:-1])
    verification = verify(tmp_path, KEY)
    assert verification.intact
    assert [report.ending for report in verification.unclosed] == [Ending.OPEN]


def test_a_torn_last_line_is_told_and_not_called_broken(tmp_path: Path) -> None:
    (path,) = a_log(tmp_path)
    rewrite(path, lambda ls: [*ls[:-2], ls[-2][:50]])
    verification = verify(tmp_path, KEY)
    assert verification.intact
    assert [(report.ending, report.lines) for report in verification.unclosed] == [(Ending.TORN, 6)]
    places: list[str] = []
    assert len(list(read(tmp_path, on_unreadable=places.append))) == 5
    assert places == [f"{path.name}:7"]


def test_a_segment_of_another_history_is_noticed_by_those_that_saw_the_first(tmp_path: Path) -> None:
    first, _ = a_log(tmp_path, segments=2)
    other = a_log(tmp_path / "other", segments=1, records=7)[0]
    assert first.name == other.name
    first.write_bytes(other.read_bytes())
    assert verify(tmp_path, KEY).problems[0].damage is Damage.EDITED


@pytest.mark.parametrize("kind", ["edit", "drop", "swap", "insert", "duplicate", "cut"])
@given(data=st.data())
def test_any_damage_to_a_closed_signed_segment_is_found(
    tmp_path_factory: pytest.TempPathFactory, kind: str, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("log")
    path, _ = a_log(folder, segments=2, records=4)
    whole = path.read_bytes()
    path.write_bytes(damaged(whole, kind, data))
    followed = verify(folder, KEY)
    assert followed.intact is (path.read_bytes() == whole)
    for later in sorted(folder.iterdir())[1:]:
        later.unlink()
    alone = verify(folder, KEY)
    assert (alone.intact and not alone.unclosed) is (path.read_bytes() == whole)


def damaged(whole: bytes, kind: str, data: st.DataObject) -> bytes:
    rows = whole.splitlines(keepends=True)
    one, two = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(rows) - 1))
    if kind == "edit":
        edited, place = bytearray(whole), data.draw(st.integers(0, len(whole) - 1))
        edited[place] ^= data.draw(st.integers(1, 255))
        return bytes(edited)
    if kind == "cut":
        return whole[: data.draw(st.integers(0, len(whole)))]
    if kind == "swap":
        rows[one], rows[two] = rows[two], rows[one]
    elif kind == "drop":
        del rows[one]
    else:
        rows.insert(one, rows[two] if kind == "duplicate" else data.draw(st.binary(max_size=80)) + b"\n")
    return b"".join(rows)
