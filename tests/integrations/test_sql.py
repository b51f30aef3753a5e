"""A tenant's database grounds wording: whole values of open columns, asked safely, kept for a while."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, event, text

from guardrails import Action, Guard
from guardrails.constitution import load_text
from guardrails.errors import DetectorError, GuardrailsError
from guardrails.integrations.sql import SqlCatalogue
from guardrails.policy import compile_policy
from guardrails.types import Status

ROWS = [("Black", "Old Navy"), ("off white", "Écru & Co"), ("100%", "d'Or"), ("_", "; DROP TABLE products; --")]
COLUMNS = {"products": ["colour", "brand"], "places": ["name"]}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = create_engine(f"sqlite:///{tmp_path / 'shop.db'}")
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE products (colour TEXT, brand TEXT, gender TEXT)"))
        connection.execute(text('CREATE TABLE places (name TEXT, "odd ""name" TEXT)'))
        for colour, brand in ROWS:
            connection.execute(
                text("INSERT INTO products VALUES (:colour, :brand, 'female')"), {"colour": colour, "brand": brand}
            )
        connection.execute(text("INSERT INTO places VALUES ('Blind River', 'quoted')"))
    yield made
    made.dispose()


@pytest.fixture
def asked(engine: Engine) -> list[tuple[str, Any]]:
    """Statements that reach the database, with their parameters."""
    statements: list[tuple[str, Any]] = []

    def keep(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", keep)
    return statements


@pytest.mark.parametrize(
    ("term", "field"),
    [
        ("black", "colour"),
        ("BLACK", "colour"),
        ("ｂｌａｃｋ", "colour"),
        ("Off  White", "colour"),
        ("old navy", "brand"),
        ("écru & co", "brand"),
        ("ÉCRU & CO", "brand"),
        ("blind river", "name"),
        ("100%", "colour"),
        ("d'or", "brand"),
        ("; drop table products; --", "brand"),
        ("quoted", None),
        ("female", None),
        ("blac", None),
        ("%", None),
        ("x' OR '1'='1", None),
        ("", None),
        (" ", None),
        ("\x00", None),
        ("\ud800", None),
        ("black" * 60, None),
    ],
)
def test_a_value_is_found_whole_in_any_case_and_nothing_else_is(engine: Engine, term: str, field: str | None) -> None:
    assert SqlCatalogue(engine, COLUMNS).field_of(term) == field


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_no_term_breaks_the_query_or_changes_the_data(engine: Engine, term: str) -> None:
    assert SqlCatalogue(engine, COLUMNS).field_of(term) in {None, "colour"}
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM products")).scalar() == len(ROWS)


def test_all_columns_are_asked_in_one_round_trip_with_bound_parameters(
    engine: Engine, asked: list[tuple[str, Any]]
) -> None:
    assert SqlCatalogue(engine, COLUMNS).field_of("Blind River") == "name"
    ((statement, parameters),) = asked
    assert statement.startswith("SELECT")
    assert "blind river" not in statement.casefold()
    assert "blind river" in parameters


def test_an_answer_is_kept_found_or_not(engine: Engine, asked: list[tuple[str, Any]]) -> None:
    catalogue = SqlCatalogue(engine, COLUMNS)
    for term in ("black", "pink", "black", "pink", "  black "):
        catalogue.field_of(term)
    assert len(asked) == 2


def test_the_terms_used_last_are_kept_and_no_more(engine: Engine, asked: list[tuple[str, Any]]) -> None:
    catalogue = SqlCatalogue(engine, COLUMNS, size=2)
    for term in ("a", "b", "a", "c", "a"):  # b is the one to go
        catalogue.field_of(term)
    assert len(asked) == 3
    catalogue.field_of("b")
    assert len(asked) == 4


def test_an_answer_grows_stale(engine: Engine, asked: list[tuple[str, Any]]) -> None:
    now = [0.0]
    catalogue = SqlCatalogue(engine, COLUMNS, seconds=60, clock=lambda: now[0])
    assert catalogue.field_of("pink") is None
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO products VALUES ('Pink', '', '')"))
    now[0] = 59
    assert catalogue.field_of("pink") is None
    now[0] = 61
    assert catalogue.field_of("pink") == "colour"


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"products": ["colour", "gender"]}, "'products.gender' holds gender"),
        ({"people": ["dateOfBirth"]}, "'people.dateOfBirth' holds age"),
        ({"products": []}, "at least one column"),
        ({}, "at least one column"),
    ],
)
def test_protected_columns_and_none_at_all_are_refused(
    engine: Engine, columns: dict[str, list[str]], message: str
) -> None:
    with pytest.raises(GuardrailsError, match=message):
        SqlCatalogue(engine, columns)


def test_something_else_than_an_engine_is_refused() -> None:
    with pytest.raises(GuardrailsError, match="synchronous SQLAlchemy Engine"):
        SqlCatalogue("sqlite://", COLUMNS)


def test_names_of_columns_are_quoted_and_schemas_understood(engine: Engine) -> None:
    assert SqlCatalogue(engine, {"main.places": ['odd "name']}).field_of("Quoted") == 'odd "name'


def test_its_repr_names_columns_and_no_value(engine: Engine) -> None:
    assert repr(SqlCatalogue(engine, COLUMNS)) == "<SqlCatalogue: products.colour, products.brand, places.name>"


@pytest.mark.parametrize("columns", [{"nowhere": ["colour"]}, {"products": ["nothing"]}], ids=["table", "column"])
def test_a_database_that_cannot_answer_is_an_error_that_does_not_say_the_term(
    engine: Engine, columns: dict[str, list[str]]
) -> None:
    catalogue = SqlCatalogue(engine, columns)
    with pytest.raises(DetectorError, match="catalogue: the database could not be asked: OperationalError") as caught:
        catalogue.field_of("secretterm")
    assert isinstance(caught.value.__cause__, sqlalchemy.exc.OperationalError)
    assert "secretterm" not in f"{caught.value}{caught.value.__cause__}"


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    late = create_engine(f"sqlite:///{tmp_path / 'late.db'}")
    catalogue = SqlCatalogue(late, {"products": ["colour"]})
    with pytest.raises(DetectorError):
        catalogue.field_of("black")
    with late.begin() as connection:
        connection.execute(text("CREATE TABLE products (colour TEXT)"))
        connection.execute(text("INSERT INTO products VALUES ('black')"))
    assert catalogue.field_of("black") == "colour"
    late.dispose()


def test_threads_share_a_catalogue(engine: Engine) -> None:
    catalogue, found = SqlCatalogue(engine, COLUMNS, size=3), list[str | None]()
    terms = ["black", "old navy", "pink", "blind river"] * 10
    threads = [threading.Thread(target=lambda: found.extend(map(catalogue.field_of, terms))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {value: found.count(value) for value in found} == {"colour": 40, "brand": 40, None: 40, "name": 40}


OWN = """
constitution: 1
name: own
version: "1.0"
extends: fairness
moderation: {user: neutralise, except: [name, grounded, relevant]}
on_error: {moderation: %s}
"""


def test_a_value_of_the_database_is_spared_and_the_record_names_the_column(engine: Engine) -> None:
    policy = compile_policy(load_text(OWN % "block", file="own.yaml"), catalogue=SqlCatalogue(engine, COLUMNS))
    asks = "I want whatever black people like."
    result = Guard.from_policy(policy).check(asks)
    assert result.request.texts[0].text == asks
    assert [(d.rule, d.reason) for d in result.decisions if d.layer == "moderate"] == [
        ("grounded", "value of the catalogue field colour")
    ]


@pytest.mark.parametrize(
    ("on_error", "action", "status"),
    [("block", Action.BLOCK, Status.FAILED_CLOSED), ("escalate", Action.ESCALATE, Status.FAILED_CLOSED)],
)
def test_a_database_that_is_away_meets_the_layer_s_policy(
    tmp_path: Path, on_error: str, action: Action, status: Status
) -> None:
    away = create_engine(f"sqlite:///{tmp_path / 'no' / 'such.db'}")
    policy = compile_policy(load_text(OWN % on_error, file="own.yaml"), catalogue=SqlCatalogue(away, COLUMNS))
    result = Guard.from_policy(policy).check("A deaf customer called.")
    assert (result.action, result.decisions[0].status) == (action, status)
