"""An ingest that is killed, again and again, at moments that chance picks: the next one ends with the same index."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from random import Random

import pytest

from tests.helpers.rag_killed import SIZE, ingested, left_in

KILLS = 3
MOMENT = 0.03  # seconds after a batch was begun in which the process may be killed: about as long as one takes


class Runs:
    """Ingests into one folder, each in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._start = folder, multiprocessing.get_context("forkserver")
        self._start.set_forkserver_preload(["tests.helpers.rag_killed"])

    def run(self, batches: int | None = None, moment: float = 0.0) -> bool:
        """Whether it came to its end; with *batches* it is killed *moment* seconds after it has begun so many."""
        here, there = self._start.Pipe()
        process = self._start.Process(target=ingested, args=(self._folder, there))
        process.start()
        there.close()
        try:
            begun = 0
            while batches is None or begun < batches:
                if here.recv() == "done":
                    break
                begun += 1
            else:
                process.join(moment)
                process.kill()
            process.join()
        finally:
            here.close()
        return process.exitcode == 0


@pytest.mark.parametrize("seed", [1])
def test_an_ingest_that_is_killed_at_any_moment_ends_with_the_index_of_an_undisturbed_one(
    tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)
    (tmp_path / "whole").mkdir()
    (tmp_path / "killed").mkdir()
    _, there = multiprocessing.Pipe()
    ingested(tmp_path / "whole", there)
    runs = Runs(tmp_path / "killed")
    ended = [runs.run(chance.randint(1, 5), chance.random() * MOMENT) for _ in range(KILLS)]
    assert ended == [False] * KILLS
    assert runs.run()
    whole, killed = left_in(tmp_path / "whole"), left_in(tmp_path / "killed")
    assert len(whole["points"]) >= SIZE
    assert killed == whole
