"""Closed classes of grammar that patterns are built from: forms of be and have, adverbs, determiners, modals."""

from __future__ import annotations

from typing import Final

__all__ = ["GRAMMAR"]


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


GRAMMAR: Final = {
    "be": _entries(
        "are, is, 're, 's, were, was, be, been, being, am, 'm, seem, seems, remain, are being, must be, will be, ca be,"
        " would be, tend to be, tends to be, appear, appear to be, seem to be, look, are considered, can be, have been,"
        " will always be, have always been, turn out to be, do tend to be, sound, act, behave, do be, might be, may be, do look"
    ),
    "have": _entries("have, has, 've, had, having, got, have got, do have, suffer from, are known for, tend to have, will have"),
    "be_not": _entries(
        "are not, is not, are n't, is n't, 're not, 's not, were n't, was n't, were not, was not, aren, ai n't, arent,"
        " isnt, can not be, ca n't be, cannot be, cant be, will never be, are never, is never, can never be, wo n't be,"
        " will not be, should not be, should never be, should n't be, are hardly, are barely, are no longer"
    ),
    "cannot": _entries(
        "can not, ca n't, cannot, cant, could not, could n't, can never, could never, are unable to, is unable to,"
        " are not able to, are n't able to, is not able to, are incapable of, are not capable of, will never, never,"
        " would never, wo n't, will not, do n't know how to, do not know how to, dont, do n't, do not, does not,"
        " does n't, can barely, can hardly, refuse to, refuses to, are too lazy to, fail to, lack the ability to"
    ),
    "should": _entries("should, must, ought to, need to, have to, 'd better, had better, should just, should all, must all"),
    "should_not": _entries(
        "should not, should n't, should never, must not, must n't, ought not to, ought not, shall not, can not, may not,"
        " shouldnt, should no longer, must never, are not to, need not, should in no way, should under no circumstances"
    ),
    "adv": _entries(
        "absolutely, actually, all, almost always, already, also, altogether, always, basically, biologically, by nature,"
        " clearly, completely, constantly, definitely, entirely, especially, even, ever, everywhere, extremely, frankly,"
        " frequently, fucking, fundamentally, generally, genetically, honestly, incredibly, inherently, innately, just,"
        " kinda, known to be, likely to be, literally, mainly, mostly, much, naturally, nearly all, no more than,"
        " notoriously, obviously, often, only, overly, particularly, plain, prone to be, probably, pretty, quite, rather,"
        " really, simply, so, so damn, sometimes, somewhat, still, such, super, sure, surely, terribly, that, the most,"
        " too, totally, truly, typically, usually, utterly, very, well known for being, way too, without exception, a bit,"
        " damn, frankly, all just, just so, far too, usually so, so fucking, undoubtedly, more, most, less, equally"
    ),
    "art": _entries(
        "a, an, the, such a, such an, nothing but, nothing but a, nothing more than, a bunch of, a bunch, a pack of,"
        " a lot of, a group of, a race of, full of, some, our, a nation of, a people of, kind of, sort of, these, those,"
        " the biggest, a real, real, the real, a huge, a big, a complete, a total, the very, one of the, a kind of, worse than,"
        " like, nothing better than, merely, just a, a massive, massive, the root of all, no better than, in the, a constant"
    ),
    "i": frozenset({"i", "we", "people", "everyone", "everybody"}),
    "and": frozenset({"and", "or", ",", "but also", "and also", ", and", "and just", "/", "&"}),
    "deg": _entries("all, most, many, every, any, these, those, the, such, typical, average, your average, some, so many, a lot of, nearly all, almost all"),
}
"""Class name to entries; an entry of several words is a phrase."""
