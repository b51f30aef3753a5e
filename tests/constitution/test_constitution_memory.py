"""``memory``: read, inherited, explained, part of the digest, and handed to the guard."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails import Guard
from guardrails.constitution import explain, load_file, load_pack
from guardrails.errors import ConstitutionError

HEAD = 'constitution: 1\nname: ours\nversion: "1.0.0"\nextends: {}\n'


def written(folder: Path, name: str, *, extends: str = "fairness", more: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(HEAD.format(extends) + more, encoding="utf-8")
    return path


def test_without_the_key_what_a_model_was_sent_is_kept() -> None:
    assert load_pack("hiring").memory == "moderated"
    assert Guard.from_pack("hiring").memory == "moderated"
    assert Guard([]).memory == "moderated"


def test_a_guard_keeps_what_was_said_where_the_constitution_says_so(tmp_path: Path) -> None:
    assert Guard.from_file(written(tmp_path, "raw", more="memory: raw\n")).memory == "raw"


def test_it_is_inherited_and_can_be_taken_back(tmp_path: Path) -> None:
    written(tmp_path, "base", more="memory: raw\n")
    assert load_file(written(tmp_path, "heir", extends="base.yaml")).memory == "raw"
    assert load_file(written(tmp_path, "other", extends="base.yaml", more="memory: moderated\n")).memory == "moderated"


def test_it_is_shown_with_the_place_it_was_written_at(tmp_path: Path) -> None:
    (line,) = [
        one for one in explain(load_file(written(tmp_path, "raw", more="memory: raw\n"))) if one.path == "memory"
    ]
    assert line.value == "raw"
    assert line.origin is not None
    assert line.origin.line == 5


def test_it_changes_the_digest(tmp_path: Path) -> None:
    raw, plain = (load_file(written(tmp_path, "one", more=more)).digest for more in ("memory: raw\n", ""))
    assert raw != plain


def test_another_word_is_an_error_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ConstitutionError, match="one of: moderated, raw") as caught:
        load_file(written(tmp_path, "wrong", more="memory: both\n"))
    assert caught.value.line == 5
