"""A folder of cases: owner-only, shared by processes, never half-written, and honest about damage."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guardrails.errors import AlreadyResolvedError, EscalationError, UnknownEscalationError
from guardrails.escalation import FolderEscalations, Resolution, State
from tests.helpers.escalations import CREATED, a_case

CASE = a_case().id + ".case.json"
RESOLVED = a_case().id + ".resolved.json"
SECRET = "the planted words"


@pytest.fixture
def cases(tmp_path: Path) -> FolderEscalations:
    store = FolderEscalations(tmp_path / "cases")
    store.put(a_case())
    return store


def approved(name: str = "Ada") -> Resolution:
    return Resolution(state=State.APPROVED, by=name, at=CREATED, answer=a_case().draft)


def test_nothing_is_touched_before_the_first_case(tmp_path: Path) -> None:
    store = FolderEscalations(tmp_path / "cases")
    assert store.cases() == ()
    assert not (tmp_path / "cases").exists()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_folder_and_files_are_readable_by_their_owner_only(cases: FolderEscalations) -> None:
    cases.resolve(a_case().id, approved())
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (cases.folder, *cases.folder.iterdir())}
    assert modes == {"cases": 0o700, CASE: 0o600, RESOLVED: 0o600}


def test_a_case_is_never_rewritten_and_nothing_else_is_left_behind(cases: FolderEscalations) -> None:
    before = (cases.folder / CASE).read_bytes()
    cases.resolve(a_case().id, approved())
    with pytest.raises(AlreadyResolvedError):
        cases.resolve(a_case().id, approved("Eve"))
    assert sorted(path.name for path in cases.folder.iterdir()) == [CASE, RESOLVED]
    assert (cases.folder / CASE).read_bytes() == before


def test_another_process_sees_it_at_once(cases: FolderEscalations) -> None:
    assert FolderEscalations(cases.folder).get(a_case().id) == a_case()
    FolderEscalations(str(cases.folder)).resolve(a_case().id, approved())
    assert cases.get(a_case().id).state is State.APPROVED


_RACER = """
import sys
from guardrails.errors import AlreadyResolvedError
from guardrails.escalation import FolderEscalations, Resolution, State
from tests.helpers.escalations import CREATED
store, name = FolderEscalations(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
try:
    store.resolve(sys.argv[3], Resolution(state=State.EDITED, by=name, at=CREATED))
    print("won", flush=True)
except AlreadyResolvedError as error:
    print("lost to " + error.by, flush=True)
"""


def test_of_several_processes_exactly_one_resolves(cases: FolderEscalations, repository: Path) -> None:
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", _RACER, str(cases.folder), f"racer-{number}", a_case().id],
            cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in range(4)
    ]  # fmt: skip
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [racer.communicate(timeout=60)[0].strip() for racer in racers]
    winner = said.index("won")
    assert sorted(said) == sorted(["won", *[f"lost to racer-{winner}"] * 3])
    assert cases.get(a_case().id).resolved_by == f"racer-{winner}"


@pytest.mark.parametrize("name", [CASE, RESOLVED])
@pytest.mark.parametrize("content", [b"", b"{", b"[]", SECRET.encode(), json.dumps({"schema": SECRET}).encode()])
def test_a_damaged_file_is_named_with_the_next_step_and_never_read_as_pending(
    cases: FolderEscalations, name: str, content: bytes
) -> None:
    cases.resolve(a_case().id, approved())
    (cases.folder / name).write_bytes(content)
    for ask in (lambda: cases.get(a_case().id), lambda: cases.resolve(a_case().id, approved()), lambda: cases.cases()):
        with pytest.raises(EscalationError, match="backup") as caught:
            ask()
        assert str(cases.folder / name) in str(caught.value)
        assert SECRET not in str(caught.value)


def test_a_damaged_case_does_not_hide_the_others(cases: FolderEscalations) -> None:
    cases.put(a_case("broken"))
    (cases.folder / "broken.case.json").write_bytes(b"{")
    told: list[EscalationError] = []
    assert [case.id for case in cases.cases(on_unreadable=told.append)] == [a_case().id]
    assert [error.path for error in told] == [str(cases.folder / "broken.case.json")]


def test_a_file_of_another_case_under_this_name_is_not_believed(cases: FolderEscalations) -> None:
    cases.put(a_case("other"))
    (cases.folder / CASE).write_bytes((cases.folder / "other.case.json").read_bytes())
    with pytest.raises(EscalationError, match="holds another case"):
        cases.get(a_case().id)


def test_a_draft_left_by_a_crash_is_no_case(cases: FolderEscalations) -> None:
    (cases.folder / ".0011223344556677.tmp").write_bytes(b"{")
    (cases.folder / "notes.txt").write_text("mine")
    assert len(cases.cases()) == 1


def test_a_folder_that_is_a_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "cases").write_text("not a folder")
    store = FolderEscalations(tmp_path / "cases")
    for ask in (lambda: store.put(a_case()), lambda: store.cases(), lambda: store.get("x")):
        with pytest.raises(EscalationError, match="give another folder") as caught:
            ask()
        assert "cases" in caught.value.path


@pytest.mark.parametrize(
    ("number", "step"),
    [(errno.ENOSPC, "free some space"), (errno.EACCES, "let this user"), (errno.EIO, "give another folder")],
)
def test_a_disk_that_refuses_leaves_no_case_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    def refuse(file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    store = FolderEscalations(tmp_path / "cases")
    with pytest.raises(EscalationError, match=step):
        store.put(a_case())
    assert list((tmp_path / "cases").iterdir()) == []


def test_where_there_are_no_links_one_still_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(source: object, target: object) -> None:
        raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(os, "link", unsupported)
    store = FolderEscalations(tmp_path / "cases")
    store.put(a_case())
    store.put(a_case())
    store.resolve(a_case().id, approved())
    with pytest.raises(AlreadyResolvedError, match="approved by Ada"):
        store.resolve(a_case().id, approved("Eve"))
    assert sorted(path.name for path in store.folder.iterdir()) == [CASE, RESOLVED]


def test_a_deleted_case_is_unknown(cases: FolderEscalations) -> None:
    (cases.folder / CASE).unlink()
    with pytest.raises(UnknownEscalationError):
        cases.get(a_case().id)
