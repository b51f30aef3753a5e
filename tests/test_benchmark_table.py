"""The table of figures is made from what the benchmarks report, and only between its markers."""

from __future__ import annotations

import pytest

from tests.benchmarks.table import PAGE, table, written_into


def a_benchmark(name: str, median: float, **also: float) -> dict[str, object]:
    return {"fullname": f"tests/{name}", "name": name, "stats": {"median": median}, "extra_info": also}


@pytest.mark.parametrize(
    ("median", "shown"), [(2.0, "2 s"), (0.0123, "12.3 ms"), (4.5e-5, "45 us"), (8e-8, "80 ns")], ids=str
)
def test_a_time_is_shown_in_the_unit_that_fits(median: float, shown: str) -> None:
    assert f"| {shown} |" in table([a_benchmark("test_bench_it", median)])


def test_a_row_has_a_readable_name_and_what_else_was_measured() -> None:
    row = table([a_benchmark("test_bench_check_of_a_text[clean-20]", 1.0, added_ms=0.5, kept=0.9)]).splitlines()[-1]
    assert row == "| check of a text[clean-20] | 1 s | added_ms 0.5, kept 0.9 |"


def test_only_the_figures_of_the_page_are_replaced() -> None:
    page = PAGE.read_text(encoding="utf-8")
    once = written_into(page, "FIGURES")
    assert written_into(once, "FIGURES") == once
    assert once.startswith(page.partition("<!-- figures")[0])
