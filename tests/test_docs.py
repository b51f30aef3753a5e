"""The README and the documentation say what is so: fences run, outputs are real, links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from examples.loopback import serve
from tests.helpers.fences import Fence, fences, matches
from tests.helpers.page_runner import copy_for_reader, run_page
from tests.helpers.source_files import ROOT, pages

FENCES = [fence for page in pages() for fence in fences(page, ROOT)]
PAGES = [page.relative_to(ROOT).as_posix() for page in pages()]
LANGUAGES = {"json", "python", "sh", "text", "toml", "yaml"}

by_place = pytest.mark.parametrize("fence", FENCES, ids=lambda fence: fence.place)


def in_language(language: str) -> list[Fence]:
    return [fence for fence in FENCES if fence.language == language and fence.not_run is None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What a reader has in front of them: the examples and the packs, in a folder that may be written to."""
    copy_for_reader(tmp_path)
    return tmp_path


@pytest.fixture
def model_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A stand-in for the model, so that pages can say ``OpenAI()`` as a reader would."""
    with serve() as base_url:
        monkeypatch.setenv("OPENAI_BASE_URL", base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "unused")
        yield


@pytest.mark.usefixtures("model_server")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_from_top_to_bottom_and_shows_what_is_printed(page: str, copy: Path) -> None:
    ran = list(run_page(ROOT / page, copy))
    for one in ran:
        assert one.code in expected_codes(one.fence), f"{one.fence.place}: {one.errors}"
        assert "Traceback" not in one.errors, one.fence.place
        shown = one.fence.output is None or matches(one.fence.output, one.printed)
        assert shown, f"{one.fence.place} prints (`make docs` writes it):\n{one.printed}"
    wanted = [fence.place for fence in FENCES if fence.page == page and fence.language in {"python", "sh"}]
    skipped = [fence.place for fence in FENCES if fence.not_run is not None]
    assert [one.fence.place for one in ran] == [place for place in wanted if place not in skipped]


@pytest.mark.parametrize("fence", in_language("yaml"), ids=lambda fence: fence.place)
def test_a_constitution_on_a_page_can_be_used(fence: Fence, tmp_path: Path) -> None:
    from guardrails import Guard

    keys = yaml.safe_load(fence.code)
    head = {"constitution": 1, "name": "example", "version": "1.0.0", "extends": "fairness", "summary": "An example."}
    missing = {key: value for key, value in head.items() if key not in keys} if "constitution" not in keys else {}
    path = tmp_path / "example.yaml"
    path.write_text(yaml.safe_dump(missing, sort_keys=False) * bool(missing) + fence.code, encoding="utf-8")
    assert Guard.from_file(path).constitution is not None


@by_place
def test_a_fence_names_its_language(fence: Fence) -> None:
    assert fence.language in LANGUAGES


@by_place
def test_only_a_command_may_stay_unrun_and_says_why(fence: Fence) -> None:
    if fence.not_run is not None:
        assert fence.language == "sh"
        assert len(fence.not_run.split()) >= 3


def test_the_readme_begins_with_the_two_commands_that_a_newcomer_pastes() -> None:
    main_job, tests = [fence for fence in FENCES if fence.page == "README.md" and fence.language == "sh"][:2]
    assert len(main_job.code.splitlines()) == len(tests.code.splitlines()) == 1
    assert "constitution check examples/data/" in main_job.code
    assert "/pytest -n auto" in tests.code


def test_few_fences_stay_unrun() -> None:
    assert len([fence for fence in FENCES if fence.not_run is not None]) <= 6


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (ROOT / page).parent / path if path else ROOT / page
        assert linked.exists(), f"{page} -> {target}"
        if anchor:
            assert anchor in anchors(linked), f"{page} -> {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    open_pages = [ROOT / "README.md"]
    while open_pages:
        page = open_pages.pop()
        reached.add(page)
        for target in re.findall(r"\]\(([^)\s#]+\.md)[^)]*\)", page.read_text(encoding="utf-8")):
            linked = (page.parent / target).resolve()
            if linked not in reached and linked.exists():
                open_pages.append(linked)
    assert {ROOT / page for page in PAGES} <= reached


def anchors(page: Path) -> set[str]:
    """The anchors that a Markdown renderer gives the headings of *page*."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def expected_codes(fence: Fence) -> set[int]:
    """0, unless the page shows another code in a comment: ``constitution check ...  # exit code 1``."""
    return {int(code) for code in re.findall(r"# exit code (\d)", fence.code)} or {0}


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\nb", "a\nc", False),
        ("a\n...\nd", "a\nb\nc\nd", True),
        ("call … took … ms", "call 7f took 12 ms", True),
        ("a", "a\nb", False),
    ],
)
def test_an_output_is_compared_with_what_is_printed(expected: str, printed: str, same: bool) -> None:
    assert matches(expected, printed) is same
