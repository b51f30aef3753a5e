from __future__ import annotations

from pathlib import Path

import click
import pytest

from guardrails.cli.inputs import read_key, read_text
from tests.helpers.cli import constitution


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"fine\nna\xefve\n", "file.txt:2: byte 8 (0xef) is not UTF-8; save it as UTF-8"),
        (b"\xef\xbb\xbfok \xff", "file.txt:1: byte 7 (0xff) is not UTF-8"),
        (b"\xff\xfeh\0i\0", "file.txt: this is UTF-16; convert it"),
        (b"\x7fELF\x02\x01\x01\0\0", "file.txt: byte 8 is 0, so this is no text"),
        (b"cut off \xe2\x82", "file.txt:1: byte 9 (0xe2) is not UTF-8"),
    ],
    ids=["latin-1", "behind a mark", "utf-16", "binary", "cut off"],
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    result = constitution("check", path)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_byte_order_mark_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_bytes(b"\xef\xbb\xbfHello\r\n")
    assert read_text(str(tmp_path / "file.txt")) == "Hello\r\n"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    result = constitution("check", tmp_path)
    assert (result.exit_code, "this is a folder" in result.stderr) == (2, True)


@pytest.mark.parametrize("name", ["none.txt", "a\0b"], ids=["missing", "null"])
def test_what_cannot_be_opened_is_refused(tmp_path: Path, name: str) -> None:
    result = constitution("check", tmp_path / name)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")


def test_a_text_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("x" * 100)
    assert len(read_text(str(path), limit=100)) == 100
    with pytest.raises(click.ClickException, match="larger than"):
        read_text(str(path), limit=99)


def test_bytes_that_are_no_text_on_standard_input_are_refused() -> None:
    result = constitution("check", "-", given=b"\xc3(")
    assert (result.exit_code, "standard input:1: byte 1" in result.stderr) == (2, True)


def test_a_key_is_the_content_of_its_file_without_the_space_around_it(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b" secret\xff\n")
    assert read_key(str(tmp_path / "key"), "variable") == b"secret\xff"
    assert read_key(None, "variable") == b"variable"
    assert read_key(None, "") is None
    assert read_key(None, None) is None


def test_an_empty_key_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\n")
    with pytest.raises(click.ClickException, match="empty"):
        read_key(str(tmp_path / "key"), None)
