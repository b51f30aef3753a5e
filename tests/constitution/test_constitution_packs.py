"""The packs that come with the library: found, sourced, and provided with cases of both kinds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from guardrails.constitution import (
    Constitution,
    json_schema,
    lexicon_path,
    load_pack,
    pack_names,
    pack_path,
    packs_folder,
)
from guardrails.constitution.packs import find_packs
from guardrails.errors import ConstitutionError, UnknownComponentError
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, Source

PACKS = pack_names()
STRICTNESS = tuple(Moderation)  # least to most
CITES = re.compile(r"\d")  # every source has an article, a section, a year or a number


def changes(constitution: Constitution) -> tuple[int, int]:
    """How many cases must change, and how many must not."""
    spared = sum(1 for case in constitution.tests if case.expect.action == "allow" or not _is_changed(case.expect))
    return len(constitution.tests) - spared, spared


def _is_changed(expect: object) -> bool:
    return any(getattr(expect, name) for name in ("attributes", "principles", "absent"))


def test_the_packs_are_there() -> None:
    assert {"fairness", "health", "hiring", "housing", "insurance", "lending", "search", "support"} <= set(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_has_cases_of_both_kinds(name: str) -> None:
    must_change, must_not = changes(load_pack(name))
    assert must_change >= 10
    assert must_not >= 10
    assert min(must_change, must_not) / max(must_change, must_not) > 0.6


@pytest.mark.parametrize("name", PACKS)
def test_every_principle_says_how_to_revise_and_where_it_comes_from(name: str) -> None:
    for principle in load_pack(name).principles:
        assert principle.revise, principle.id
        assert CITES.search(principle.source), principle.id


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_is_named_as_its_file_and_keeps_none_of_the_seven(name: str) -> None:
    constitution = load_pack(name)
    assert constitution.name == name
    for actions in (constitution.moderation_actions(), constitution.scrub_actions()):
        for words in actions.values():
            assert Moderation.KEEP not in {words[attribute] for attribute in PROTECTED_ATTRIBUTES}


@pytest.mark.parametrize("name", sorted(set(PACKS) - {"fairness"}))
def test_a_pack_keeps_all_that_fairness_says(name: str) -> None:
    base, pack = load_pack("fairness"), load_pack(name)
    assert set(base.attributes) <= set(pack.attributes)
    assert {one.id for one in base.principles} <= {one.id for one in pack.principles}
    given, kept = base.moderation_actions()[Source.USER], pack.moderation_actions()[Source.USER]
    assert all(STRICTNESS.index(kept[attribute]) >= STRICTNESS.index(word) for attribute, word in given.items())


@pytest.mark.parametrize("name", PACKS)
def test_no_case_is_in_two_packs(name: str) -> None:
    others = {case.text for other in PACKS if other != name for case in load_pack(other).tests}
    assert not others & {case.text for case in load_pack(name).tests}


@pytest.mark.parametrize("name", PACKS)
def test_the_json_schema_accepts_every_pack(name: str) -> None:
    pack = yaml.safe_load(pack_path(name).read_text(encoding="utf-8"))
    assert [*jsonschema.Draft202012Validator(json_schema()).iter_errors(pack)] == []


@pytest.mark.parametrize(
    "extra",
    [{"nmae": "x"}, {"moderation": {"user": "hide"}}, {"critique": {"rounds": 9}}, {"protected_attributes": ["age"]}],
    ids=["key", "word", "range", "one of the seven"],
)
def test_the_json_schema_refuses_what_the_loader_refuses(extra: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"constitution": 1, "name": "a", "version": "1", **extra}, json_schema())


def test_the_json_schema_is_json_of_draft_2020() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


def installed(root: Path, folder: str) -> Path:
    """A package folder under *root* with the packs in *folder*."""
    package = root / "guardrails"
    package.mkdir(parents=True)
    packs = root / folder
    packs.mkdir(parents=True)
    (packs / "fairness.yaml").touch()
    return package


@pytest.mark.parametrize("folder", ["guardrails/_packs", "constitutions"], ids=["wheel", "source tree"])
def test_packs_are_found_in_the_package_and_beside_it(tmp_path: Path, folder: str) -> None:
    assert find_packs(installed(tmp_path, folder)) == tmp_path / folder


def test_packs_in_the_package_go_before_a_folder_beside_it(tmp_path: Path) -> None:
    package = installed(tmp_path, "guardrails/_packs")
    (tmp_path / "constitutions").mkdir()
    (tmp_path / "constitutions" / "fairness.yaml").touch()
    assert find_packs(package) == package / "_packs"


def test_an_installation_without_packs_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConstitutionError, match="the packs are missing from this installation"):
        find_packs(tmp_path / "guardrails")


def test_lexicons_are_found_beside_the_packs() -> None:
    assert lexicon_path("en") == packs_folder() / "lexicons" / "en.yaml"
    for name in ("xx", "en.cues", "../en", ""):
        with pytest.raises(UnknownComponentError, match="unknown lexicon"):
            lexicon_path(name)


def test_a_pack_loads_from_any_working_folder(tmp_path: Path) -> None:
    code = "from guardrails.constitution import load_pack; print(load_pack('hiring').digest)"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == load_pack("hiring").digest
