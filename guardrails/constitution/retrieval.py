"""The ``retrieval`` part of the format: what an index may hold, and what a search may use."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guardrails.constitution.base import Part

__all__ = ["ExpansionPart", "GroundingPart", "ResolvePart", "RetrievalPart", "SummaryPart"]


class GroundingPart(Part):
    """When a term of a query counts as a value of the tenant's own data."""

    min_count: int = Field(
        default=1,
        ge=1,
        le=1_000_000,
        strict=True,
        description="Records that must have the term as a value of one non-protected field, 1 to 1000000.",
    )
    sample: int = Field(
        default=20,
        ge=1,
        le=1000,
        strict=True,
        description="Records looked at to see in which fields the term stands, 1 to 1000.",
    )


class ResolvePart(Part):
    """How names in a query find the tenant's entities."""

    fuzzy: float = Field(
        default=0.9,
        gt=0,
        le=1,
        strict=True,
        description="Similarity from which a name counts as an entity's, above 0 and at most 1; 1 is exact.",
    )
    filter: Literal["exact", "never"] = Field(
        default="exact",
        description="Whether a name that a query looks up becomes a filter: `exact` (where it is written as a name and "
        "a field that may be searched by holds it) or `never`.",
    )


class ExpansionPart(Part):
    """Walking from hits to related records."""

    hold_back: Literal["never", "demographic", "always"] = Field(
        default="demographic",
        description="When there is none: `never`, `always`, or `demographic`, where a query had demographic wording "
        "and asked for a concept.",
    )
    hops: int = Field(default=1, ge=1, le=5, strict=True, description="Edges to walk from a hit, 1 to 5.")
    min_score: float = Field(
        default=0.5,
        ge=0,
        le=1,
        strict=True,
        description="Similarity from which a hit is walked from, 0 to 1.",
    )


class SummaryPart(Part):
    """What a model sees of the records it summarises."""

    per_record: int = Field(
        default=1000, ge=50, le=100_000, strict=True, description="Characters of one record, 50 to 100000."
    )


class RetrievalPart(Part):
    """What an index of records may hold, and what a search over it may use."""

    projection: Literal["reject", "strip", "moderate"] = Field(
        default="reject",
        description="What happens to a record that would carry a protected key or wording into the index: `reject` "
        "(it goes to the dead letters), `strip` (the field stays out), `moderate` (wording in free text is taken out, "
        "a protected field stays out).",
    )
    grounding: GroundingPart = Field(
        default=GroundingPart.model_construct(), description="When a term is grounded in the tenant's data."
    )
    resolve: ResolvePart = Field(
        default=ResolvePart.model_construct(), description="When a name counts as an entity's."
    )
    expansion: ExpansionPart = Field(
        default=ExpansionPart.model_construct(), description="How hits lead on to related records."
    )
    summary: SummaryPart = Field(
        default=SummaryPart.model_construct(), description="How much a model sees of the records it summarises."
    )
