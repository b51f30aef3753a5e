"""A catalogue in a database: is this wording a value of one of the named, non-protected columns?"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from guardrails.detectors.keys import attribute_of_key
from guardrails.errors import DetectorError, GuardrailsError
from guardrails.extras import require
from guardrails.forking import renewed_in_children

__all__ = ["SqlCatalogue"]

_LONGEST: Final = 200
"""Characters of a term that is worth asking about: a longer one is no value of a catalogue."""


class _Column(NamedTuple):
    table: str
    name: str


class SqlCatalogue:
    """A `Catalogue` over text columns of a SQL database, for any dialect of SQLAlchemy 2.

    *engine* is a synchronous ``Engine``; *columns* names tables (``"products"``, ``"shop.products"``) and their
    columns. A column whose name says that it is protected is refused. One read-only query with bound parameters asks
    all columns about a term; answers for the *size* terms used last are kept for *seconds*, as keyed hashes, never as
    text. Nothing is asked when the catalogue is made. Safe under threads.
    """

    def __init__(
        self,
        engine: Any,
        columns: Mapping[str, Iterable[str]],
        *,
        size: int = 1024,
        seconds: float = 300.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sql = require("sqlalchemy", extra="sql")
        if not isinstance(engine, self._sql.Engine):
            raise GuardrailsError("a catalogue needs a synchronous SQLAlchemy Engine: sqlalchemy.create_engine(...)")
        self._engine = engine
        self._columns = tuple(_open_columns(columns))
        self._query = self._build_query()
        self._size, self._seconds, self._clock, self._key = size, seconds, clock, secrets.token_bytes(16)
        self._known: OrderedDict[bytes, tuple[float, str | None]] = OrderedDict()
        self._start_anew()
        renewed_in_children(self)

    def _start_anew(self) -> None:
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<SqlCatalogue: {', '.join(f'{table}.{name}' for table, name in self._columns)}>"

    def field_of(self, term: str, /) -> str | None:
        """The first named column that holds *term* as a whole value, any case; ``None`` when none does.

        Raises `DetectorError` when the database cannot be asked, so that the layer's ``on_error`` decides.
        """
        folded = " ".join(unicodedata.normalize("NFKC", term).split())
        if not folded or len(folded) > _LONGEST or not folded.isprintable():  # drivers choke on NUL and surrogates
            return None
        name = hashlib.blake2b(folded.encode(), digest_size=16, key=self._key).digest()
        with self._lock:
            known = self._known.get(name)
            if known is not None and self._clock() < known[0]:
                self._known.move_to_end(name)
                return known[1]
        field = self._ask(folded)
        with self._lock:
            self._known[name] = (self._clock() + self._seconds, field)
            self._known.move_to_end(name)
            if len(self._known) > self._size:
                self._known.popitem(last=False)
        return field

    def _build_query(self) -> Any:
        """One row: for each column 1 or 0. ``CASE`` because not every dialect selects a bare ``EXISTS``."""
        sql = self._sql
        forms = sql.bindparam("forms", expanding=True)
        cells = []
        for number, (table, name) in enumerate(self._columns):
            schema, _, bare = table.rpartition(".")
            column = sql.column(name, sql.String)
            source = sql.table(bare, column, schema=schema or None)
            # lower() of SQLite knows ASCII only, so the usual spellings are asked for as well.
            holds = sql.or_(sql.func.lower(column) == sql.bindparam("lower"), column.in_(forms))
            found = sql.exists(sql.select(sql.literal(1)).select_from(source).where(holds))
            cells.append(sql.case((found, 1), else_=0).label(f"c{number}"))
        return sql.select(*cells)

    def _ask(self, term: str) -> str | None:
        forms = sorted({term, term.lower(), term.upper(), term.title(), term.capitalize(), term.casefold()})
        try:
            with self._engine.connect() as connection:
                row = connection.execute(self._query, {"lower": term.lower(), "forms": forms}).one()
        except self._sql.exc.SQLAlchemyError as error:
            if isinstance(error, self._sql.exc.StatementError):
                error.hide_parameters = True  # they are what a person wrote
            reason = f"the database could not be asked: {type(error).__name__}"
            raise DetectorError("catalogue", reason) from error
        return next((column.name for column, holds in zip(self._columns, row, strict=True) if holds), None)


def _open_columns(columns: Mapping[str, Iterable[str]]) -> list[_Column]:
    named = [_Column(table, name) for table, names in columns.items() for name in names]
    if not named:
        raise GuardrailsError("a catalogue needs at least one column: {'products': ['colour']}")
    for table, name in named:
        attribute = attribute_of_key(name) or attribute_of_key(f"{table}.{name}")
        if attribute is not None:
            raise GuardrailsError(f"column {f'{table}.{name}'!r} holds {attribute}: protected columns ground nothing")
    return named
