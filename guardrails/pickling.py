"""What can be pickled, and a clear word about what cannot."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["check_picklable"]


def check_picklable(parts: Iterable[object], *, whole: str) -> None:
    """Raises ``TypeError`` that names the one of *parts*, so that the *whole* cannot be pickled."""
    import pickle

    for part in parts:
        try:
            pickle.dumps(part)
        except Exception as error:
            name = f"its {type(part).__name__} cannot be ({type(error).__name__})"
            how = f"make the {whole} where it runs, or of parts that can be: a pack, a file, folders"
            raise TypeError(f"this {whole} cannot be pickled: {name}; {how}") from error
