"""A constitution as a value: every field described, frozen, and complete once its bases are merged in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator

from guardrails.constitution.base import AddedAttribute, Part, fault, faults
from guardrails.constitution.case import CasePart
from guardrails.constitution.consistency import inconsistencies
from guardrails.constitution.digest import digest_of
from guardrails.constitution.judgement import CritiquePart, LogPart, OnErrorPart, PrinciplePart, Streaming
from guardrails.constitution.nodes import Place
from guardrails.constitution.problems import Problem
from guardrails.constitution.retrieval import RetrievalPart
from guardrails.constitution.treatment import ModerationPart, ScrubPart
from guardrails.constitution.vocabulary import ATTRIBUTES, CANNOT_REMOVE, WHY_SEVEN, removal_of
from guardrails.types import PROTECTED_ATTRIBUTES, ConstitutionRef, Memory, Moderation, Principle, Source

__all__ = ["Constitution"]


def _format(given: object) -> object:
    if isinstance(given, int) and given != 1:
        raise fault("this version of the format is not known here", "this library reads 'constitution: 1'")
    return given


def _added(given: object) -> object:
    """``protected_attributes`` can only add. Every way of writing that one is taken away gets the same answer."""
    if isinstance(given, list | tuple):
        if len(given) > len(ATTRIBUTES):
            raise fault("too many", f"there are {len(ATTRIBUTES)} attributes in all")
        if problems := [*_removals(given)]:
            raise faults(problems)
        return given
    if isinstance(given, set | frozenset):
        return sorted(given)
    raise fault("this is a list of attributes to add; none can be removed", WHY_SEVEN)


def _removals(items: list[object] | tuple[object, ...]) -> Iterator[Problem]:
    for index, item in enumerate(items):
        words = [str(key) for key in item] if isinstance(item, Mapping) else [str(item)]
        if isinstance(item, Mapping):
            yield Problem(loc=(index,), message="this is a list of names to add; none can be removed", hint=WHY_SEVEN)
        elif removed := next(filter(None, map(removal_of, words)), None):
            yield Problem(loc=(index,), message=CANNOT_REMOVE.format(removed), hint=WHY_SEVEN)
        elif item in PROTECTED_ATTRIBUTES:
            message = f"{item!r} is always protected, listed or not"
            yield Problem(loc=(index,), message=message, hint=f"leave it out: {WHY_SEVEN}")


class Constitution(Part):
    """A constitution, resolved: what its bases say is merged in. Equal content has an equal `digest`."""

    model_config = ConfigDict(
        title="Constitution",
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=False,
        populate_by_name=True,
    )

    constitution: Annotated[Literal[1], BeforeValidator(_format)] = Field(description="Version of the format: 1.")
    name: str = Field(
        pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        max_length=60,
        description="Name in records and reports: kebab-case, at most 60 characters.",
    )
    version: str = Field(
        pattern=r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}([-+.][0-9A-Za-z.-]{1,30})?$",
        description='Version of this constitution, in quotes, for example `"1.2.0"`: YAML would read 1.10 as 1.1.',
    )
    extends: str | None = Field(
        default=None,
        max_length=500,
        description="The constitution this one builds on: the name of a pack, or a path to a `.yaml` file inside this "
        "file's folder. Several levels are allowed.",
    )
    summary: str = Field(default="", max_length=2000, description="What it is for. Not part of the digest.")
    protected_attributes: Annotated[tuple[AddedAttribute, ...], BeforeValidator(_added)] = Field(
        default=(),
        description="Attributes protected beside the seven that no constitution can remove "
        f"({', '.join(PROTECTED_ATTRIBUTES)}).",
    )
    moderation: ModerationPart = Field(
        default_factory=ModerationPart, description="What is done with protected wording on its way to the model."
    )
    principles: tuple[PrinciplePart, ...] = Field(
        default=(),
        max_length=200,
        description="Norms that answers are judged by. Principles of a base are inherited; one with the same id "
        "replaces the inherited one whole; an empty list drops none (see `drop_principles`).",
    )
    drop_principles: tuple[str, ...] = Field(default=(), description="Ids of inherited principles to leave out.")
    critique: CritiquePart = Field(default_factory=CritiquePart, description="How answers are judged and revised.")
    scrub: ScrubPart = Field(
        default_factory=ScrubPart, description="What is done with protected wording in what the model answers."
    )
    retrieval: RetrievalPart = Field(
        default_factory=RetrievalPart, description="What search over records (`guardrails.rag`) may index and use."
    )
    streaming: Streaming = Field(
        default="hold",
        description="What is shown of a streamed answer and when: `hold`, nothing before all is judged; `sentence`, "
        "each sentence that the rules clear and scrubbing leaves as it is, and from the first other one on nothing "
        "before all is judged. Without principles, `hold` too shows what scrubbing leaves as it is, unless it blocks.",
    )
    on_error: OnErrorPart = Field(default_factory=OnErrorPart, description="What a layer that fails does instead.")
    log: LogPart = Field(default_factory=LogPart, description="What the decision log holds.")
    memory: Memory = Field(
        default="moderated",
        description="Which words of a conversation a guarded history, checkpointer or agent stores: `moderated`, those "
        "the model was sent; `raw`, those that were said, which are moderated again whenever a model is sent them. "
        "Answers are stored as they were given, and what was withheld is stored in neither wording.",
    )
    tests: tuple[CasePart, ...] = Field(
        default=(),
        max_length=2000,
        description="Cases that must change and cases that must not, run by `constitution test`. Not inherited, not "
        "part of the digest.",
    )

    _origins: Mapping[str, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if problems := [*inconsistencies(self)]:
            raise faults(problems)
        return self

    @property
    def attributes(self) -> tuple[str, ...]:
        """Every protected attribute: the seven, then what was added."""
        return (*PROTECTED_ATTRIBUTES, *(name for name in self.protected_attributes))

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical form, in hex: 64 characters."""
        return digest_of(self)

    @property
    def ref(self) -> ConstitutionRef:
        """How decision records name it."""
        return ConstitutionRef(name=self.name, version=self.version, digest=self.digest)

    @property
    def origins(self) -> Mapping[str, Place]:
        """Dotted path of a value (``moderation.user``, ``principles.merit-only.text``) -> where it was written.

        What is not in it is a default. Empty for a constitution that was not loaded from a file.
        """
        return MappingProxyType(self._origins)

    def moderation_actions(self) -> dict[Source, dict[str, Moderation]]:
        """What is done with texts on their way in: a word for every source and every attribute."""
        return {
            source: {name: words.of(name) for name in self.attributes}
            for source, words in self.moderation.table().items()
        }

    def scrub_actions(self) -> dict[Source, dict[str, Moderation]]:
        """What is done with texts on their way out: a word for every kind of output and every attribute."""
        return {
            source: {name: words.of(name) for name in self.attributes} for source, words in self.scrub.table().items()
        }

    def principle_values(self) -> tuple[Principle, ...]:
        """The principles as critics take them, in order."""
        return tuple(principle.value() for principle in self.principles)

    def located(self, origins: Mapping[str, Place]) -> Self:
        """The same constitution, knowing where each value was written."""
        copy = self.model_copy()
        copy._origins = dict(origins)
        return copy

    def data(self) -> dict[str, Any]:
        """As a constitution may write it: plain values, every field, defaults included."""
        return self.model_dump(mode="json", by_alias=True)
