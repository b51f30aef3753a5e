"""From files to constitutions: what can go wrong with a file, and how far a file may reach."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guardrails.constitution import load, load_file, load_pack, load_text
from guardrails.constitution.compose import MAX_BYTES
from guardrails.errors import ConstitutionError, UnknownComponentError
from tests.helpers.constitutions import HEADER


def written(folder: Path, name: str, body: str = "", *, header: str = HEADER) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + body, encoding="utf-8")
    return path


def said(path: Path | str) -> str:
    with pytest.raises(ConstitutionError) as caught:
        load_file(path)
    return str(caught.value)


def test_a_missing_file_a_folder_and_a_device_are_told_apart(tmp_path: Path) -> None:
    assert said(tmp_path / "none.yaml").endswith("none.yaml: no such file")
    assert "this is a folder, not a constitution" in said(tmp_path)
    assert "not a regular file" in said(os.devnull)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert "not a regular file" in said(pipe)


def test_a_path_that_no_system_takes_is_an_error() -> None:
    assert "not a usable path" in said("a\0b.yaml")
    assert said("x" * 5000 + ".yaml").endswith("File name too long")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml")
    path.chmod(0)
    assert "Permission denied" in said(path)


def test_what_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(HEADER.encode() + "summary: Größe\n".encode("latin-1"))
    assert "latin.yaml:4: not UTF-8 text (save it as UTF-8)" in said(path)


def test_a_mebibyte_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    full = "#" * (MAX_BYTES - len(HEADER))
    assert load_file(written(tmp_path, "full.yaml", full)).name == "mine"
    assert "larger than 1 MiB" in said(written(tmp_path, "over.yaml", full + "#"))


def test_a_name_is_a_pack_and_what_looks_like_a_path_is_a_path(tmp_path: Path) -> None:
    path = written(tmp_path, "hiring.yaml")
    assert load("hiring") == load_pack("hiring")
    assert load(str(path)).name == load(path).name == "mine"


@pytest.mark.parametrize(
    "name", ["hirring", "../hiring", "hiring.yaml", "Hiring", "", "a\0b", "lexicons", "/etc/passwd"]
)
def test_an_unknown_pack_is_an_error_that_names_the_packs(name: str) -> None:
    with pytest.raises(UnknownComponentError) as caught:
        load_pack(name)
    assert set(caught.value.known) >= {"fairness", "hiring", "lending", "support"}


def test_an_unknown_pack_gets_a_suggestion() -> None:
    with pytest.raises(UnknownComponentError, match=r"did you mean 'hiring'\?"):
        load_pack("hirring")


def test_a_base_is_found_beside_or_below_the_file(tmp_path: Path) -> None:
    written(tmp_path, "bases/deep/c.yaml", "summary: c\nmoderation: {person: guest}\n")
    written(tmp_path, "bases/b.yaml", "extends: deep/c.yaml\n")
    constitution = load_file(written(tmp_path, "a.yaml", "extends: bases/b.yaml\n"))
    assert constitution.moderation.person == "guest"
    assert constitution.summary == ""


ESCAPES = {
    "up": "extends: ../base.yaml\n",
    "absolute": "extends: /etc/base.yaml\n",
    "down and up": "extends: sub/../../base.yaml\n",
    "with backslashes": "extends: '..\\base.yaml'\n",
}


@pytest.mark.parametrize("body", ESCAPES.values(), ids=ESCAPES)
def test_a_base_outside_the_folder_is_refused_even_if_it_exists(tmp_path: Path, body: str) -> None:
    written(tmp_path, "base.yaml")
    assert "a.yaml:4:10: a base must lie in the folder" in said(written(tmp_path, "inner/a.yaml", body))


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = written(tmp_path, "base.yaml")
    path = written(tmp_path, "inner/a.yaml", "extends: link.yaml\n")
    (tmp_path / "inner" / "link.yaml").symlink_to(outside)
    assert "a base must lie in the folder" in said(path)


def test_a_cycle_is_named_file_by_file(tmp_path: Path) -> None:
    written(tmp_path, "b.yaml", "extends: a.yaml\n")
    text = said(written(tmp_path, "a.yaml", "extends: b.yaml\n"))
    assert "b.yaml:4:10: a constitution cannot extend itself (a.yaml -> b.yaml -> a.yaml)" in text


def test_a_file_that_extends_itself_through_a_link_is_a_cycle(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "extends: b.yaml\n")
    (tmp_path / "b.yaml").symlink_to(path)
    assert "cannot extend itself" in said(path)


def test_eight_levels_are_followed_and_nine_are_not(tmp_path: Path) -> None:
    written(tmp_path, "8.yaml")
    for level in range(7, -1, -1):
        written(tmp_path, f"{level}.yaml", f"extends: {level + 1}.yaml\n")
    assert load_file(tmp_path / "1.yaml").name == "mine"
    assert "more than 8 levels" in said(tmp_path / "0.yaml")


def test_a_base_that_is_not_there_is_named_where_it_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "extends: b.yaml\n")
    assert "a.yaml:4:10: the base cannot be used: no such file" in said(path)
    (tmp_path / "b.yaml").mkdir()
    assert "a.yaml:4:10: the base cannot be used: this is a folder" in said(path)


def test_an_unknown_pack_as_base_is_named_where_it_is_asked_for(tmp_path: Path) -> None:
    text = said(written(tmp_path, "a.yaml", "extends: hirring\n"))
    assert "a.yaml:4:10: unknown pack 'hirring' (did you mean 'hiring'?)" in text


def test_a_fault_of_a_base_is_named_in_the_base(tmp_path: Path) -> None:
    written(tmp_path, "b.yaml", "moderation: {user: maskk}\n")
    path = written(tmp_path, "a.yaml", "extends: b.yaml\nmoderation: {user: mask}\n")
    assert f"{tmp_path / 'b.yaml'}:4:20: 'maskk'" in said(path)


def test_a_text_may_extend_packs_but_no_files() -> None:
    assert load_text(HEADER + "extends: hiring\n").moderation.person == "candidate"
    with pytest.raises(ConstitutionError, match="a text lies in no folder"):
        load_text(HEADER + "extends: hiring.yaml\n")


def test_the_error_of_a_file_has_path_line_and_column(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "streaming: now\n")
    with pytest.raises(ConstitutionError) as caught:
        load_file(path)
    assert (caught.value.path, caught.value.line, caught.value.column) == (str(path), 4, 12)
