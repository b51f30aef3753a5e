"""What of a call's texts may be kept beside it: each one scrubbed as the guard's own layers scrub, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guardrails.middleware.moderate import Moderate
from guardrails.middleware.scrub import Scrub
from guardrails.middleware.treatment import Treated, Treatment
from guardrails.types import Decision, Moderation, Source, Text

__all__ = ["Redaction", "Redactor", "masker_of", "redactors_of"]

_LAYER = "scrub"
_DATA = frozenset({Source.TOOL_CALL, Source.PAYLOAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """*unfit*: paths of texts that cannot stand in the answer as they are. One that could not be scrubbed is empty."""

    texts: tuple[Text, ...] = ()
    unfit: tuple[str, ...] = field(default=(), repr=False)
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Redactor:
    """Applies *treatments* one after the other. Without any, nobody can say what is protected: no text is kept."""

    treatments: tuple[Treatment, ...]

    def __call__(self, texts: Sequence[Text], earlier: Sequence[Text] = ()) -> Redaction:
        """Every text of *texts*, which follow *earlier* ones, in order. Never raises for what a detector does."""
        if not self.treatments:
            return Redaction()
        ones = [
            self._one(text, treated, n)
            for n, (text, treated) in enumerate(zip(texts, self._treated(texts, earlier), strict=True))
        ]
        return Redaction(
            texts=tuple(text for one in ones for text in one.texts),
            unfit=tuple(path for one in ones for path in one.unfit),
            decisions=tuple(decision for one in ones for decision in one.decisions),
        )

    def _treated(self, texts: Sequence[Text], earlier: Sequence[Text]) -> list[Treated | None]:
        """Each text after all treatments; ``None`` for one that a treatment failed on."""
        results: list[Treated | None] = [Treated(text=replace(text, fits=None)) for text in texts]
        for treatment in self.treatments:
            known = [
                result.text if result is not None else Text(path="", text="", source=Source.ASSISTANT)
                for result in results
            ]
            latest = _all(treatment.after(tuple(earlier)), known)
            results = [_then(before, after) for before, after in zip(results, latest, strict=True)]
        return results

    def _one(self, text: Text, treated: Treated | None, number: int) -> Redaction:
        path = None if treated is None else self._path(text.path, number)
        if treated is None or path is None:
            bare = replace(text, path=text.path.partition("#")[0], text="", fits=None)
            return Redaction(texts=(bare,), unfit=(bare.path,))
        kept = treated.text.text
        fits = path == text.path and (kept == text.text or text.fits is None or text.fits(kept))
        return Redaction(
            texts=(replace(treated.text, path=path),), unfit=() if fits else (path,), decisions=treated.decisions
        )

    def _path(self, path: str, number: int) -> str | None:
        """Behind ``#`` stand keys that a model may have written: a pointer that speaks of a group is numbered."""
        ours, mark, theirs = path.partition("#")
        if not mark:
            return path
        words = theirs.replace("~1", "/").replace("~0", "~").replace("/", ". ").replace("_", " ")
        (treated,) = self._treated((Text(path="", text=words, source=Source.ASSISTANT),), ())
        return None if treated is None else path if treated.text.text == words else f"{ours}#/{number}"


def _all(treatment: Treatment, texts: Sequence[Text]) -> Sequence[Treated | None]:
    """All together, as a layer does it; where one of them fails, each by itself."""
    try:
        return treatment.apply_all(texts, layer=_LAYER)
    except Exception:
        return [_alone(treatment, text) for text in texts]


def _alone(treatment: Treatment, text: Text) -> Treated | None:
    try:
        return treatment.apply(text, layer=_LAYER)
    except Exception:
        return None


def _then(before: Treated | None, after: Treated | None) -> Treated | None:
    if before is None or after is None:
        return None
    return Treated(text=after.text, decisions=(*before.decisions, *after.decisions))


def redactors_of(layers: Iterable[object]) -> tuple[Redactor, Redactor]:
    """How *layers* would have the texts of the request and of the answer kept: the first, the second.

    An answer is scrubbed as the scrub layer scrubs, or else as the moderation layer treats a user's words; a request as
    both do. Wording that a layer would block is masked: there is no way to keep it.
    """
    known = tuple(layers)
    scrubbing = [_keeping(layer.treatment, Source.ASSISTANT) for layer in known if isinstance(layer, Scrub)]
    moderating = [_keeping(layer.treatment, Source.USER) for layer in known if isinstance(layer, Moderate)]
    return Redactor((*moderating, *scrubbing)), Redactor(tuple(scrubbing or moderating))


def masker_of(layers: Iterable[object]) -> Redactor:
    """Masks every person-sense wording in texts of every source, whatever *layers* spare, found by their detector."""
    found = [layer.treatment for layer in layers if isinstance(layer, Moderate | Scrub)][:1]
    masked = dict.fromkeys(Source, Moderation.MASK)
    return Redactor(tuple(Treatment(detect=one.detect, actions=masked, pronouns="neutralise") for one in found))


def _keeping(treatment: Treatment, base: Source) -> Treatment:
    """*treatment*, for texts of every source: what it does not name is treated like a text from *base*."""
    actions = {source: _masking(treatment.actions.get(source, Moderation.KEEP)) for source in treatment.actions}
    words = actions.get(base, Moderation.KEEP)
    every = {source: actions.get(source, words) if source in _DATA else words for source in Source}
    return replace(treatment, actions=every)


def _masking(modes: Moderation | Mapping[str, Moderation]) -> Moderation | Mapping[str, Moderation]:
    if isinstance(modes, Moderation):
        return Moderation.MASK if modes is Moderation.BLOCK else modes
    return {name: Moderation.MASK if mode is Moderation.BLOCK else mode for name, mode in modes.items()}
