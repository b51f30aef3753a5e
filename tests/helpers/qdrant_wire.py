"""Qdrant's REST calls on loopback, as far as a store makes them, answered by the engine that its client has for tests.

It shows what the real client sends and what a store makes of answers and failures. It is no server of Qdrant's: how
that one indexes, scales or bounds a request is not shown.
"""

from __future__ import annotations

import json
import threading
from typing import Any

from pydantic_core import to_jsonable_python
from qdrant_client import QdrantClient, models

from tests.helpers.server import Recorded, Scripted

__all__ = ["QdrantWire"]


class QdrantWire:
    """What is stored, in memory, and *indexed*: each payload index that was asked for, with its type.

    *fails* answers the request of that number, from 0, with status 503.
    """

    def __init__(self) -> None:
        self._engine = QdrantClient(":memory:", force_disable_check_same_thread=True)
        self._lock = threading.Lock()
        self.indexed: dict[str, str] = {}
        self.requests = 0
        self.fails = -1

    def __call__(self, asked: Recorded) -> Scripted:
        with self._lock:
            self.requests += 1
            if self.requests - 1 == self.fails:
                return _said({"error": "canary: quotes a record"}, 503)
            _, _, name, *rest = asked.path.split("/")
            if not rest and asked.method == "GET" and not self._engine.collection_exists(name):
                return _said({"error": "not found"}, 404)
            if not rest and asked.method == "PUT" and self._engine.collection_exists(name):
                return _said({"error": "already exists"}, 409)
            return _said(self._answer(asked.method, name, "/".join(rest), json.loads(asked.content or b"{}")))

    def _answer(self, method: str, name: str, what: str, body: dict[str, Any]) -> object:
        engine = self._engine
        match method, what:
            case "GET", "exists":
                return {"exists": engine.collection_exists(name)}
            case "GET", "":
                return engine.get_collection(name)
            case "PUT", "":
                return engine.create_collection(name, models.VectorParams(**body["vectors"]))
            case "PUT", "index":
                self.indexed[body["field_name"]] = body["field_schema"]
                return models.UpdateResult(status=models.UpdateStatus.COMPLETED)
            case "PUT", "points":
                return engine.upsert(name, models.PointsList(**body).points)
            case "POST", "points":
                return engine.retrieve(name, body["ids"])
            case "POST", "points/query":
                asked = models.QueryRequest(**body)
                return engine.query_points(name, asked.query, query_filter=asked.filter, limit=asked.limit or 10)
            case "POST", "points/count":
                return engine.count(name, count_filter=models.CountRequest(**body).filter)
            case "POST", "points/scroll":
                scrolled = models.ScrollRequest(**body)
                points, after = engine.scroll(name, scroll_filter=scrolled.filter, limit=scrolled.limit or 10)
                return {"points": points, "next_page_offset": after}
            case "POST", "facet":
                return engine.facet(name, key=body["key"], limit=body["limit"], exact=True)
        raise AssertionError(f"no call that a store makes: {method} {what}")


def _said(result: object, status: int = 200) -> Scripted:
    told = {"result": to_jsonable_python(result), "status": "ok", "time": 0.0}
    return Scripted(content=json.dumps(told).encode(), status=status)
