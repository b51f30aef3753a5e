"""Filters in the words of a store's own translator: what one lacks is said by others that mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from langchain_core.structured_query import Comparator, Comparison, Operation, Operator, Visitor

from guardrails.rag.store import Filter

__all__ = ["fitted"]

_ORDERS: Final = {Comparator.GTE: Comparator.GT, Comparator.LTE: Comparator.LT}


def fitted(where: Filter, translator: Visitor) -> Filter | None:
    """*where* in the comparators and operators that *translator* allows; ``None`` where it cannot say it at all.

    Translators of Qdrant, Elasticsearch, OpenSearch and Milvus know no "unequal" but a "not", that of PGVector knows
    "less" but no "at most".
    """
    if isinstance(where, Comparison):
        return next((way for way in _ways(where) if _allowed(way, translator)), None)
    inner = [fitted(one, translator) for one in where.arguments if isinstance(one, Comparison | Operation)]
    kept = [one for one in inner if one is not None]
    made = Operation(where.operator, [*kept])
    return made if len(kept) == len(where.arguments) and _allowed(made, translator) else None


def _ways(one: Comparison) -> Iterator[Filter]:
    """*one*, then what means the same."""
    yield one
    equal = Comparison(Comparator.EQ, one.attribute, one.value)
    if one.comparator is Comparator.NE:
        yield Operation(Operator.NOT, [equal])
        yield Comparison(Comparator.NIN, one.attribute, [one.value])
    elif (order := _ORDERS.get(one.comparator)) is not None:
        yield Operation(Operator.OR, [Comparison(order, one.attribute, one.value), equal])


def _allowed(part: Filter, translator: Visitor) -> bool:
    comparators, operators = translator.allowed_comparators, translator.allowed_operators
    if isinstance(part, Comparison):
        return comparators is None or part.comparator in comparators
    return (operators is None or part.operator in operators) and all(
        _allowed(one, translator) for one in part.arguments if isinstance(one, Comparison | Operation)
    )
