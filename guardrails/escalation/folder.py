"""A folder of held calls: one file for a case, a second one for its resolution, and nothing is ever rewritten.

Files rather than a database: they are read and backed up with any tool, a dead process leaves no lock behind, and
"exactly one resolver wins" is what ``link`` promises - it fails when the name is taken, and a name that is there is
there with all its content.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from guardrails.errors import AlreadyResolvedError, EscalationError, UnknownEscalationError
from guardrails.escalation.case import Escalation, Resolution, State
from guardrails.escalation.form import case_of, dumps, resolution_of
from guardrails.escalation.store import OnUnreadable, in_order

__all__ = ["FolderEscalations"]

T = TypeVar("T")

_CASE, _RESOLUTION = ".case.json", ".resolved.json"
_PLAIN = re.compile(r"[0-9a-z][0-9a-z-]{0,79}")  # "0193a1b2c3d4e5f6a7b8c9d0e1f2"
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MAX_BYTES = 64 * 1024 * 1024


class FolderEscalations:
    """Cases in *folder*, shared by every process that is given it. Files are readable by their owner only.

    Nothing is touched before the first case. What is written has reached the disk when a method returns.
    """

    __slots__ = ("folder",)

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    def put(self, case: Escalation, /) -> None:
        content = dumps(case)
        path = self._path(case.id, _CASE)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not _create(path, content) and path.read_bytes() != content:
                raise EscalationError("another case with this id is kept already", case_id=case.id, path=str(path))
        except OSError as error:
            raise _trouble("kept", path, error, case.id) from error

    def get(self, case_id: str, /) -> Escalation:
        path = self._path(case_id, _CASE)
        try:
            case = _read(path, case_id)
        except FileNotFoundError:
            raise UnknownEscalationError(case_id, self._ids()) from None
        if case.id != case_id:
            raise EscalationError(
                "this file holds another case: put back the one it held", case_id=case_id, path=str(path)
            )
        return case

    def cases(self, state: State | None = None, *, on_unreadable: OnUnreadable | None = None) -> tuple[Escalation, ...]:
        return in_order(self._all(on_unreadable), state)

    def resolve(self, case_id: str, resolution: Resolution, /) -> Escalation:
        case = self.get(case_id)
        path = self._path(case_id, _RESOLUTION)
        try:
            won = case.resolution is None and _create(path, dumps(resolution))
        except OSError as error:
            raise _trouble("resolved", path, error, case_id) from error
        if not won:
            first = case.resolution or self.get(case_id).resolution
            said = ("resolved", "somebody") if first is None else (first.state.value, first.by)
            raise AlreadyResolvedError(case_id, state=said[0], by=said[1])
        return case.resolved(resolution)

    def __repr__(self) -> str:
        return f"FolderEscalations({str(self.folder)!r})"

    def _path(self, case_id: str, kind: str) -> Path:
        """Ids of our own are names of files as they are; any other id is hashed, whatever it holds."""
        if _PLAIN.fullmatch(case_id):
            return self.folder / (case_id + kind)
        return self.folder / f"x-{hashlib.sha256(case_id.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}{kind}"

    def _all(self, on_unreadable: OnUnreadable | None) -> Iterator[Escalation]:
        for path in self._files():
            try:
                yield _read(path, path.name.removesuffix(_CASE))
            except FileNotFoundError:
                continue  # deleted by whoever keeps the folder, since it was listed
            except EscalationError as error:
                if on_unreadable is None:
                    raise
                on_unreadable(error)

    def _files(self) -> list[Path]:
        try:
            return sorted(path for path in self.folder.iterdir() if path.name.endswith(_CASE))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _trouble("listed", self.folder, error, "") from error

    def _ids(self) -> list[str]:
        return [path.name.removesuffix(_CASE) for path in self._files()]


def _create(path: Path, content: bytes) -> bool:
    """Make *path* with all of *content*, or nothing; ``False`` when it is there already."""
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write(draft, content)
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            return _create_without_links(path, content)
    finally:
        with suppress(OSError):
            draft.unlink()
    _settle(path.parent)
    return True


def _create_without_links(path: Path, content: bytes) -> bool:
    """Where the file system knows no links: still exactly one wins, but a crash in between leaves a torn file."""
    try:
        _write(path, content)
    except FileExistsError:
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    with open(path, "wb", opener=lambda name, _: os.open(name, _FLAGS, 0o600)) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open a folder
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _read(path: Path, case_id: str) -> Escalation:
    """The case in *path* with its resolution. ``FileNotFoundError`` when there is no case."""
    case = _decoded(path, case_of, case_id)
    resolved = path.with_name(path.name.removesuffix(_CASE) + _RESOLUTION)
    try:
        return case.resolved(_decoded(resolved, resolution_of, case_id))
    except FileNotFoundError:
        return case


def _decoded(path: Path, read: Callable[[bytes], T], case_id: str) -> T:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("it is larger than any case")
        return read(path.read_bytes())
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _trouble("read", path, error, case_id) from error
    except ValueError as error:
        what = f"this file is damaged: {error}; put it back from a backup, or move it away to give the case up"
        raise EscalationError(what, case_id=case_id, path=str(path)) from None


def _trouble(done: str, path: Path, error: OSError, case_id: str) -> EscalationError:
    what = (error.strerror or type(error).__name__).lower()
    if error.errno in _DENIED:
        step = "let this user read and write there, or give another folder"
    elif error.errno in _FULL:
        step = "free some space, or give another folder"
    else:
        step = "give another folder"
    return EscalationError(f"the case cannot be {done}: {what}; {step}", case_id=case_id, path=str(path))
