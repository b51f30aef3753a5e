"""Reading what a user names: a file or standard input, as text, with a place and a next step when it is none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from guardrails.cli.errors import Failure

__all__ = ["MAX_BYTES", "read_key", "read_text"]

MAX_BYTES = 16 * 1024 * 1024
"""A larger input is refused: split it, since every text is judged as a whole."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LARGE = 500_000  # bytes; seconds of work
_PROBED = 8192  # bytes in which a NUL means that this is no text


def read_text(file: str, *, limit: int = MAX_BYTES) -> str:
    """The text of *file*, or of standard input for ``-``. A byte-order mark is left out, line ends are kept."""
    data = _read(file, limit)
    name = "standard input" if file == "-" else file
    if len(data) > limit:
        raise Failure(f"{name}: larger than {limit // 2**20} MiB; split it, every text is judged as a whole")
    if len(data) > _LARGE and sys.stderr.isatty():
        click.echo(f"{name}: {len(data) / 1e6:.1f} MB, which takes a while", err=True)
    if data.startswith(_UTF_16):
        raise Failure(f"{name}: this is UTF-16; convert it: iconv -f UTF-16 -t UTF-8")
    if b"\0" in data[:_PROBED]:
        raise Failure(f"{name}: byte {data.index(0) + 1} is 0, so this is no text; convert it to a text file first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = len(data) - len(error.object)  # the byte-order mark, which the error does not count
        start = error.start + mark
        line = data.count(b"\n", 0, start) + 1
        what = f"{name}:{line}: byte {start + 1} (0x{data[start]:02x}) is not UTF-8"
        raise Failure(f"{what}; save it as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8") from None


def _read(file: str, limit: int) -> bytes:
    if file == "-":
        return _limited(sys.stdin.buffer, limit)
    path = Path(file)
    try:
        if path.is_dir():
            raise Failure(f"{file}: this is a folder; name a file in it, or - for standard input")
        with path.open("rb") as stream:
            return _limited(stream, limit)
    except FileNotFoundError:
        raise Failure(f"{file}: no such file; use - to read standard input") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable path"
        raise Failure(f"{file!r}: {reason.lower()}") from None


def _limited(stream: BinaryIO, limit: int) -> bytes:
    return stream.read(limit + 1)


def read_key(file: str | None, variable: str | None) -> bytes | None:
    """The key of the decision log: the bytes of *file*, or of the environment *variable*'s value, or none."""
    if file is not None:
        key = _read(file, 4096).strip()
        if not key:
            raise Failure(f"{file}: the key is empty")
        return key
    return variable.encode("utf-8", "surrogateescape") if variable else None
