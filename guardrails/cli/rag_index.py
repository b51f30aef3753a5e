"""The folder that ``rag ingest`` writes and ``rag search`` opens: whose records are in it, and what embedded them."""

from __future__ import annotations

import hashlib
import importlib
import math
import operator
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson

from guardrails.cli.errors import Failure, warn

if TYPE_CHECKING:
    from guardrails.rag import Capabilities, QdrantStore, Tenant

__all__ = ["IndexFolder", "embeddings_of"]

_FORMAT: Final = 1
_DEFAULT: Final = "guardrails.rag.embeddings:HashedEmbeddings"
_PROBE: Final = "a green chair beside the garden door"
_SAME: Final = 0.99  # cosine of the probe's two vectors; a hosted model's differ a little from call to call


def embeddings_of(named: str | None) -> Any:
    """The embeddings called ``MODULE:NAME``, or made by a function of that name; hashed words for ``None``."""
    module, _, name = (named or _DEFAULT).partition(":")
    try:
        found = getattr(importlib.import_module(module), name)
        return found if hasattr(found, "embed_query") and not isinstance(found, type) else found()
    except (ImportError, AttributeError, ValueError, TypeError) as error:
        raise Failure(f"--embeddings {named}: no embeddings there ({type(error).__name__}); give module:name") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holding:
    """One tenant's records: the digest of their schema, and whether the last ingest came to its end."""

    schema: str
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    """What ``index.json`` says. *probe* is the vector of one sentence: other embeddings give it another."""

    embeddings: str
    probe: tuple[float, ...]
    tenants: Mapping[str, _Holding] = field(default_factory=dict)

    @classmethod
    def of_json(cls, data: bytes) -> _Manifest:
        read: Any = orjson.loads(data)
        if read["format"] != _FORMAT:
            raise ValueError("another format")
        tenants = {str(name): _Holding(**held) for name, held in read["tenants"].items()}
        return cls(embeddings=str(read["embeddings"]), probe=tuple(map(float, read["probe"])), tenants=tenants)

    def to_json(self) -> bytes:
        return orjson.dumps({"format": _FORMAT, **asdict(self)}, option=orjson.OPT_INDENT_2)


class IndexFolder:
    """One tenant's part of an index on disk. Several tenants may share a folder, and one process at a time has it."""

    def __init__(self, path: str, tenant: Tenant) -> None:
        self.path, self._tenant = Path(path), tenant
        self._schema = hashlib.sha256(repr(tenant.schema).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def state(self) -> Path:
        """The file that remembers how far the tenant's ingest has come."""
        return self.path / f"{_file_name(self._tenant.id)}.state"

    @contextmanager
    def written(self, embeddings: str | None) -> Iterator[QdrantStore]:
        """The store to write to. The tenant's part counts as half-written until `finish`."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Failure(f"{self.path}: no folder can be made here ({type(error).__name__})") from None
        known = self._manifest()
        if known is None and any((self._qdrant / "collection").glob("*")):
            raise Failure(f"{self.path}: nothing says which embeddings made this index; use a new folder")
        with self._store(known, embeddings) as (store, manifest):
            self._write(manifest, whole=False)
            yield store

    def finish(self, capabilities: Capabilities) -> None:
        """Keep what the tenant's records admit: the ingest came to its end."""
        _replace(self._admits, capabilities.to_json())
        known = self._manifest()
        if known is not None:
            self._write(known, whole=True)

    @contextmanager
    def read(self, embeddings: str | None) -> Iterator[tuple[QdrantStore, Capabilities]]:
        """The store to search, and what the tenant's records admit. Nothing is written."""
        from guardrails.rag import Capabilities

        known = self._manifest()
        if known is None or not (self._qdrant / "meta.json").exists():
            raise Failure(f"{self.path}: no index here; 'constitution rag ingest --index' makes one")
        self._check(known.tenants.get(self._tenant.id))
        with self._store(known, embeddings) as (store, _):
            yield store, Capabilities.from_json(self._admits.read_bytes())

    def _check(self, held: _Holding | None) -> None:
        """Whether the tenant may be searched here. What other tenants the folder holds is not told."""
        if held is None:
            raise Failure(f"{self.path}: holds no records of the tenant {self._tenant.id!r}; ingest them first")
        if held.schema != self._schema:
            raise Failure(f"{self.path}: made under another schema of {self._tenant.id!r}; ingest into a new folder")
        if not self._admits.exists():
            raise Failure(f"{self.path}: the ingest has not come to its end; give its command again")
        if not held.whole:
            warn(f"{self.path}: the last ingest has not come to its end; give its command again")

    @contextmanager
    def _store(self, known: _Manifest | None, embeddings: str | None) -> Iterator[tuple[QdrantStore, _Manifest]]:
        from guardrails.rag import QdrantStore

        named = embeddings or (known.embeddings if known else _DEFAULT)
        model = embeddings_of(named)
        probe = tuple(map(float, model.embed_query(_PROBE)))
        if known is not None and not _alike(known.probe, probe):
            reason = f"made with other embeddings ({known.embeddings}) than {named}, or they have changed"
            raise Failure(f"{self.path}: {reason}; name those, or ingest into a new folder")
        store = QdrantStore(model, path=self._qdrant)
        try:
            yield store, known or _Manifest(embeddings=named, probe=probe)
        finally:
            store.close()

    @property
    def _qdrant(self) -> Path:
        return self.path / "qdrant"

    @property
    def _admits(self) -> Path:
        return self.path / f"{_file_name(self._tenant.id)}.capabilities.json"

    def _manifest(self) -> _Manifest | None:
        try:
            return _Manifest.of_json((self.path / "index.json").read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Failure(f"{self.path}: the index cannot be read ({type(error).__name__})") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Failure(
                f"{self.path}: index.json is damaged or of another version; ingest into a new folder"
            ) from None

    def _write(self, manifest: _Manifest, *, whole: bool) -> None:
        held = {**manifest.tenants, self._tenant.id: _Holding(schema=self._schema, whole=whole)}
        _replace(self.path / "index.json", replace(manifest, tenants=held).to_json())


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    if len(one) != len(other):
        return False
    lengths = math.hypot(*one) * math.hypot(*other)
    return one == other or (lengths > 0 and sum(map(operator.mul, one, other)) / lengths >= _SAME)


def _file_name(tenant: str) -> str:
    """A name for the files of *tenant* that no other tenant has, also where a disk does not know capitals."""
    readable = "".join(char if char.isalnum() or char in "-_" else "-" for char in tenant.lower())[:80]
    return readable if readable == tenant else f"{readable}-{hashlib.sha256(tenant.encode()).hexdigest()[:8]}"


def _replace(path: Path, data: bytes) -> None:
    """All of *data*, or the file as it was."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
