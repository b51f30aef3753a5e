"""Run a module with nothing but loopback to talk to: ``python offline.py MODULE [ARGUMENTS]``.

pytest-socket guards the test process; this guards the programs that tests start.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

__all__ = ["refuse_network"]

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: an address outside this machine is an error."""
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise OSError("this program has no network in tests")
    elif event == "socket.getaddrinfo" and arguments[0] not in (*_LOOPBACK, None):
        raise OSError("this program looks up no names in tests")


if __name__ == "__main__":
    sys.addaudithook(refuse_network)
    sys.path[0] = str(Path.cwd())
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
