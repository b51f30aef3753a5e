"""The README and the documentation say what is so: fences run, outputs are real, links lead somewhere."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from examples.loopback import serve
from tests.helpers.fences import Fence, fences, matches
from tests.helpers.source_files import ROOT, pages

FENCES = [fence for page in pages() for fence in fences(page, ROOT)]
PAGES = [page.relative_to(ROOT).as_posix() for page in pages()]
LANGUAGES = {"json", "python", "sh", "text", "toml", "yaml"}

by_place = pytest.mark.parametrize("fence", FENCES, ids=lambda fence: fence.place)


def in_language(language: str) -> list[Fence]:
    return [fence for fence in FENCES if fence.language == language and fence.not_run is None]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a reader has in front of them: the examples and the packs, in a folder that may be written to."""
    for folder in ("examples", "constitutions"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def model_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A stand-in for the model, so that pages can say ``OpenAI()`` as a reader would."""
    with serve() as base_url:
        monkeypatch.setenv("OPENAI_BASE_URL", base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "unused")
        yield


@pytest.mark.usefixtures("copy", "model_server")
@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs_from_top_to_bottom(page: str) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    for fence in in_language("python"):
        if fence.page == page:
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                # Blank lines in front make the line numbers of a traceback those of the page.
                exec(compile("\n" * (fence.line - 1) + fence.code, fence.page, "exec"), names)  # noqa: S102
            assert_shown(fence, printed.getvalue())
    assert names["__name__"] == "__main__"


@pytest.mark.usefixtures("model_server")
@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run_from_top_to_bottom(page: str, copy: Path) -> None:
    for fence in in_language("sh"):
        if fence.page == page:
            finished = run_shell(fence.code, copy)
            assert finished.returncode in expected_codes(fence), f"{fence.place}: {finished.stderr}"
            assert "Traceback" not in finished.stderr, fence.place
            assert_shown(fence, finished.stdout)
    assert copy.is_dir()


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


def run_shell(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c" if "# exit code" in code else "-ec", code],
        cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def expected_codes(fence: Fence) -> set[int]:
    """0, unless the page shows another code in a comment: ``constitution check ...  # exit code 1``."""
    return {int(code) for code in re.findall(r"# exit code (\d)", fence.code)} or {0}


def assert_shown(fence: Fence, printed: str) -> None:
    if fence.output is not None:
        assert matches(fence.output, printed), f"{fence.place} prints:\n{printed}"


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
