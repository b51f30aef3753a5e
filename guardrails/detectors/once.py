"""A property that is worked out when it is first asked for and is a plain attribute from then on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["once"]

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - used as a decorator
    """`functools.cached_property` without its lock, which costs more than what is cached here."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, instance: object, owner: type) -> T:
        found = self._work(instance)
        setattr(instance, self._name, found)
        return found
