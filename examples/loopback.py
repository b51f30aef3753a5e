"""A stand-in for a model server, so that the examples run without a key: it speaks enough of the OpenAI HTTP API."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["parrot", "serve"]


def parrot(prompt: str) -> str:
    """What the stand-in says to *prompt*: it writes without thinking, as some models do."""
    return f"Draft for your request ({prompt}): We are looking for a young and energetic colleague."


@contextmanager
def serve(answer: Callable[[str], str] = parrot) -> Iterator[str]:
    """Serve chat completions on a free loopback port; yields the base URL. *answer* maps a prompt to a reply."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            reply = json.dumps(_completion(asked, answer)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Say nothing: an example prints its own story."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(asked: dict[str, Any], answer: Callable[[str], str]) -> dict[str, object]:
    message = {"role": "assistant", "content": answer(asked["messages"][-1]["content"])}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": asked["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 20, "completion_tokens": 20, "total_tokens": 40},
    }
