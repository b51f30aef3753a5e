from __future__ import annotations

import hashlib
import hmac
import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.log.chain import GENESIS, Sealer, hasher, key_id, unseal


def rows(count: int) -> list[dict[str, object]]:
    return [{"n": number} for number in range(count)]


def sealed(key: bytes | None, count: int = 3) -> list[bytes]:
    return Sealer(key).seal(rows(count), GENESIS).lines.splitlines(keepends=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", [None, b"secret"], ids=["plain", "keyed"])
def test_anyone_can_recompute_a_line_with_the_standard_library(key: bytes | None) -> None:
    previous = GENESIS
    for line in sealed(key):
        body, stated = re.fullmatch(rb'(.*),"hash":"([0-9a-f]{64})"}\n', line).groups()  # type: ignore[union-attr]
        digest = hmac.new(key, body, "sha256") if key else hashlib.sha256(body)
        assert stated.decode() == digest.hexdigest()
        assert orjson.loads(line)["previous"] == previous
        previous = stated.decode()


def test_sealing_in_two_batches_gives_the_same_lines_as_in_one() -> None:
    sealer = Sealer(b"k")
    first = sealer.seal(rows(3)[:2], GENESIS)  # type: ignore[arg-type]
    second = sealer.seal(rows(3)[2:], first.head)  # type: ignore[arg-type]
    assert first.lines + second.lines == b"".join(sealed(b"k"))


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"{}\n", b'{"a":1}', b"\xff" * 200 + b"\n", b'[1,"hash":"' + b"0" * 64 + b'"}\n', b"x" * 100],
    ids=["nothing", "blank", "object", "torn", "binary", "array", "letters"],
)
def test_a_line_that_was_not_sealed_is_none(line: bytes) -> None:
    assert unseal(line) is None


def test_a_sealed_line_comes_apart() -> None:
    entry = unseal(sealed(None, 1)[0])
    assert entry is not None
    assert (entry.previous, entry.fields["n"], hasher(None)(entry.body)) == (GENESIS, 0, entry.stated)


@given(place=st.integers(0, 10**6), change=st.integers(1, 255))
def test_no_byte_of_a_line_can_change_unnoticed(place: int, change: int) -> None:
    line = bytearray(sealed(b"k", 1)[0])
    line[place % len(line)] ^= change
    entry = unseal(bytes(line))
    assert entry is None or hasher(b"k")(entry.body) != entry.stated


@pytest.mark.parametrize(
    "value",
    ["\ud800", 2**80, -(2**80), {"name": "\udfff", "n": 2**70}, ("\ud800", 1)],
    ids=["surrogate", "huge", "negative", "mapping", "sequence"],
)
def test_what_json_cannot_hold_is_written_in_another_way(value: object) -> None:
    lines = Sealer(None).seal([{"value": value}], GENESIS).lines  # type: ignore[dict-item]
    assert unseal(lines) is not None


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        hasher(b"")


def test_a_key_has_a_name_that_does_not_give_it_away() -> None:
    assert key_id(None) is None
    assert key_id(b"one") != key_id(b"two")
    assert b"secret" not in (key_id(b"secret") or "").encode()
