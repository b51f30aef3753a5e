"""Runs the fences of a page as a reader would; ``python -m tests.helpers.page_runner`` writes the real outputs anew."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from examples.loopback import serve
from tests.helpers.fences import Fence, fences, matches
from tests.helpers.source_files import ROOT, pages

__all__ = ["Ran", "copy_for_reader", "run_page"]


def copy_for_reader(folder: Path) -> None:
    """Put the examples and the packs into *folder*."""
    for name in ("examples", "constitutions"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What running one fence came to; *code* is the exit code of a command."""

    fence: Fence
    printed: str
    errors: str = ""
    code: int = 0


def run_page(page: Path, folder: Path) -> Iterator[Ran]:
    """Run the fences of *page* from top to bottom in *folder*: Python in one namespace, commands in a shell."""
    names: dict[str, object] = {"__name__": "__main__"}
    with contextlib.chdir(folder):
        for fence in fences(page, ROOT):
            if fence.save_as is not None:
                (folder / fence.save_as).write_text(fence.code, encoding="utf-8")
            if fence.not_run is None and fence.language == "python":
                yield _python(fence, names)
            elif fence.not_run is None and fence.language == "sh":
                yield _shell(fence, folder)


def _python(fence: Fence, names: dict[str, object]) -> Ran:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        # Blank lines in front make the line numbers of a traceback those of the page.
        exec(compile("\n" * (fence.line - 1) + fence.code, fence.page, "exec"), names)  # noqa: S102
    return Ran(fence=fence, printed=printed.getvalue())


def _shell(fence: Fence, folder: Path) -> Ran:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    # A page that shows a failing command says so in a comment: then only the last command's code counts.
    flags = "-c" if "# exit code" in fence.code else "-ec"
    finished = subprocess.run(
        ["bash", flags, fence.code],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Ran(fence=fence, printed=finished.stdout, errors=finished.stderr, code=finished.returncode)


def _rewrite(page: Path, folder: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for ran in run_page(page, folder):
        fence = ran.fence
        if fence.output is not None and not matches(fence.output, ran.printed):
            shown = "\n".join(line.rstrip() for line in ran.printed.strip("\n").splitlines())
            before = f"{fence.code}```\n\n```text\n"
            text = text.replace(f"{before}{fence.output}```", f"{before}{shown}\n```", 1)
    page.write_text(text, encoding="utf-8")


def _main() -> None:
    with tempfile.TemporaryDirectory() as scratch, serve() as base_url:
        os.environ |= {"OPENAI_BASE_URL": base_url, "OPENAI_API_KEY": "unused", "NO_COLOR": "1", "HOME": scratch}
        os.environ["GUARDRAILS_LOG_DIR"] = f"{scratch}/state"
        for number, page in enumerate(pages()):
            folder = Path(scratch) / str(number)
            copy_for_reader(folder)
            _rewrite(page, folder)


if __name__ == "__main__":
    _main()
