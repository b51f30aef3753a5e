"""What a whole moderation costs (fold, match, names, senses, edit, decisions), beside `re` and beside Presidio."""

from __future__ import annotations

import re
import subprocess
import sys
import timeit
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guardrails.constitution import lexicon_path, load_pack
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import build_detector
from guardrails.middleware import Treatment
from guardrails.policy import compile_policy
from guardrails.types import Source, Text
from tests.benchmarks.test_bench_detectors import Density, every_density, prose


@pytest.fixture(scope="module")
def treatment() -> Treatment:
    """The hiring pack's, over a detector that remembers nothing."""
    return compile_policy(load_pack("hiring"), detect=build_detector(load_lexicon(lexicon_path("en")))).moderation


def moderation(treatment: Treatment, words: int, density: Density) -> Callable[[], object]:
    text = Text(path="", text=prose(words, density), source=Source.USER)
    return lambda: treatment.apply(text, layer="moderate")


def fastest(work: Callable[[], object], number: int) -> float:
    return min(timeit.repeat(work, number=number, repeat=5)) / number


def terms() -> list[str]:
    return sorted({entry.term for entry in load_lexicon(lexicon_path("en")).entries})[::4][:600]


@every_density
@pytest.mark.parametrize("words", [20, 300, 5_000])
def test_bench_moderation(benchmark: Any, treatment: Treatment, words: int, density: Density) -> None:
    assert benchmark(moderation(treatment, words, density))


@every_density
def test_bench_moderation_beside_an_alternation_of_600_terms(
    benchmark: Any, treatment: Treatment, density: Density
) -> None:
    alternation = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms()))})\b", re.IGNORECASE)
    ours, text = moderation(treatment, 300, density), prose(300, density)
    benchmark(ours)
    share = fastest(ours, 20) / fastest(lambda: alternation.findall(text), 3)
    benchmark.extra_info["share of a 600-term re"] = round(share, 3)
    assert share < 1


@every_density
def test_bench_moderation_beside_presidio_with_600_denied_terms(
    benchmark: Any, treatment: Treatment, density: Density
) -> None:
    """Presidio as its own documentation sets it up: default recognisers, deny lists, analyze and then anonymize."""
    presidio = pytest.importorskip("presidio_analyzer")
    anonymizer = pytest.importorskip("presidio_anonymizer").AnonymizerEngine()
    from guardrails.integrations.presidio import loaded_engine

    analyzer = presidio.AnalyzerEngine(nlp_engine=loaded_engine(), supported_languages=["en"])
    analyzer.registry.add_recognizer(presidio.PatternRecognizer(supported_entity="GROUP", deny_list=terms()))
    ours, text = moderation(treatment, 300, density), prose(300, density)

    def theirs() -> None:
        anonymizer.anonymize(text=text, analyzer_results=analyzer.analyze(text, language="en"))

    benchmark(ours)
    times = fastest(theirs, 1) / fastest(ours, 20)
    benchmark.extra_info["presidio, times ours"] = round(times, 1)
    assert times > 1


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the size of a process is read from /proc")
def test_bench_memory_of_the_default_lexicon(benchmark: Any) -> None:
    script = (
        "import pathlib, resource\n"
        "from guardrails.constitution import lexicon_path\n"
        "from guardrails.constitution.lexicon import load_lexicon\n"
        "from guardrails.detectors import build_detector\n"
        "def pages(): return int(pathlib.Path('/proc/self/statm').read_text().split()[1])\n"
        "before = pages()\n"
        "detect = build_detector(load_lexicon(lexicon_path('en')))\n"
        "detect('The young woman is deaf.')\n"
        "print((pages() - before) * resource.getpagesize())\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    benchmark.extra_info["MiB added"] = round(int(done.stdout) / 2**20, 1)
    benchmark.pedantic(lambda: None, rounds=1)
    assert 0 < int(done.stdout) < 40 * 2**20
