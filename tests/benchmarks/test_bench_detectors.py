"""What finding spans costs: against a plain alternation of `re`, by length of the text and by size of the lexicon."""

from __future__ import annotations

import itertools
import re
import timeit
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Literal, get_args

import pytest

from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import Entry, Kind, Lexicon, build_detector
from guardrails.types import Detector

FILLER = (
    "The applicant has worked for several years in customer support and has led two projects that reduced the average "
    "response time of the service desk by almost a third. "
)
DENSE = ("a young Black woman", "a wheelchair user", "our Indian colleague", "in her sixties", "a senior engineer")
FORTY = ("a young candidate", "a wheelchair user", "our Indian colleague", "in her sixties", "a Muslim teacher")
Density = Literal["dense", "one in forty"]
every_density = pytest.mark.parametrize("density", get_args(Density))


def prose(words: int, density: Density = "dense") -> str:
    """*words* words: with 19 spans in 300 words, or with one span in forty words, each of three words of a phrase."""
    return " ".join(itertools.islice(_dense() if density == "dense" else _one_in_forty(), words))


def _dense() -> Iterator[str]:
    count = 0
    while True:
        words = [*FILLER.split(), *DENSE[count % len(DENSE)].split()]
        count += len(words)
        yield from words


def _one_in_forty() -> Iterator[str]:
    filler = itertools.cycle(FILLER.split())
    for phrase in itertools.cycle(FORTY):
        yield from itertools.islice(filler, 37)
        yield from phrase.split()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(lexicon_path("en"))


@pytest.fixture(scope="module")
def detect(lexicon: Lexicon) -> Detector:
    return build_detector(lexicon)


def fastest(work: Callable[[], object], number: int = 20) -> float:
    return min(timeit.repeat(work, number=number, repeat=5)) / number


@every_density
@pytest.mark.parametrize("words", [60, 300, 5_000])
def test_bench_spans_of_prose(benchmark: Any, detect: Detector, words: int, density: Density) -> None:
    text = prose(words, density)
    assert benchmark(detect, text)


def test_one_span_in_forty_words(detect: Detector) -> None:
    assert len(detect(prose(300, "one in forty"))) == 300 // 40


def test_bench_loading_the_lexicon_and_building(benchmark: Any) -> None:
    assert benchmark(lambda: build_detector(load_lexicon(lexicon_path("en"))))


@every_density
def test_bench_against_an_alternation_of_600_terms(
    benchmark: Any, lexicon: Lexicon, detect: Detector, density: Density
) -> None:
    terms = sorted({entry.term for entry in lexicon.entries})[::4][:600]
    alternation = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.IGNORECASE)
    text = prose(300, density)
    benchmark(detect, text)
    ratio = fastest(lambda: detect(text)) / fastest(lambda: alternation.findall(text), 3)
    benchmark.extra_info["share of a 600-term re"] = round(ratio, 3)
    assert ratio < 1


def test_bench_5000_words_against_300(benchmark: Any, detect: Detector) -> None:
    short, long = prose(300), prose(5_000)
    benchmark(detect, long)
    ratio = fastest(lambda: detect(long), 3) / fastest(lambda: detect(short))
    benchmark.extra_info["times 300 words"] = round(ratio, 1)
    assert ratio < 60


def test_bench_50000_terms_against_ours(benchmark: Any, lexicon: Lexicon, detect: Detector) -> None:
    more = tuple(Entry(term=f"Zz{number:05d}ian", attribute="ethnicity", kind=Kind.DEMONYM) for number in range(50_000))
    large = build_detector(replace(lexicon, entries=lexicon.entries + more))
    text = prose(300)
    benchmark(large, text)
    ratio = fastest(lambda: large(text)) / fastest(lambda: detect(text))
    benchmark.extra_info["times our lexicon"] = round(ratio, 2)
    assert ratio < 5


@pytest.mark.parametrize("unit", ["a.a.", "\u200b", "a", "(", "old ", "black and ", "man-", "1a", "a ", "é"])
def test_bench_hostile_text(benchmark: Any, detect: Detector, unit: str) -> None:
    half, whole = unit * (50_000 // len(unit)), unit * (100_000 // len(unit))
    benchmark.pedantic(detect, (whole,), rounds=1)
    ratio = fastest(lambda: detect(whole), 1) / max(fastest(lambda: detect(half), 1), 1e-6)
    benchmark.extra_info["times half of it"] = round(ratio, 1)
    assert ratio < 8
