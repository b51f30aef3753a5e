"""Closed classes of grammar that patterns are built from: forms of be and have, adverbs, determiners, modals."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries

__all__ = ["GRAMMAR"]


GRAMMAR: Final = {
    "be": entries("""
        'm, 're, 's, act, am, appear, appear to be, are, are being, are considered, be, been, behave, being, ca be, can
        be, do be, do look, do tend to be, have always been, have been, is, look, may be, might be, must be, r, remain,
        seem, seem to be, seems, sound, tend to be, tends to be, turn out to be, was, were, will always be, will be,
        would be
    """),
    "have": entries("""
        've, are known for, do have, got, had, has, have, have got, having, suffer from, tend to have, will have
    """),
    "be_not": entries("""
        're not, 's not, ai n't, are barely, are hardly, are n't, are never, are no longer, are not, ca n't be, can
        never be, can not be, cannot be, is n't, is never, is not, should n't be, should never be, should not be, was
        n't, was not, were n't, were not, will never be, will not be, wo n't be
    """),
    "cannot": entries("""
        are incapable of, are n't able to, are not able to, are not capable of, are too lazy to, are unable to, ca n't,
        can barely, can hardly, can never, can not, cannot, could n't, could never, could not, do n't, do n't know how
        to, do not, do not know how to, does n't, does not, fail to, is not able to, is unable to, lack the ability to,
        never, refuse to, refuses to, will never, will not, wo n't, would never
    """),
    "should": entries("""
        'd better, had better, have to, must, must all, need to, ought to, should, should all, should just
    """),
    "should_not": entries("""
        are not to, can not, may not, must n't, must never, must not, need not, ought not, ought not to, shall not,
        should in no way, should n't, should never, should no longer, should not, should under no circumstances,
        shouldnt
    """),
    "adv": entries("""
        a bit, absolutely, actually, all, all just, almost always, already, also, altogether, always, basically,
        biologically, by nature, clearly, completely, constantly, damn, definitely, entirely, equally, even, everywhere,
        extremely, far too, frankly, frequently, fucking, fundamentally, generally, genetically, honestly, incredibly,
        inherently, innately, just, just so, kinda, known to be, likely to be, literally, mainly, mostly, much,
        naturally, nearly all, no more than, notoriously, obviously, often, only, overly, plain, pretty, probably, prone
        to be, quite, rather, really, simply, so, so damn, so fucking, somewhat, still, such, super, sure, surely,
        terribly, the most, too, totally, truly, typically, undoubtedly, usually, usually so, utterly, very, way too,
        well known for being, without exception
    """),
    "art": entries("""
        a, a big, a bunch, a bunch of, a complete, a constant, a group of, a huge, a kind of, a lot of, a massive, a
        nation of, a pack of, a people of, a race of, a real, a total, an, full of, in the, just a, kind of, like,
        massive, merely, no better than, nothing better than, nothing but, nothing but a, nothing more than, one of the,
        our, real, some, sort of, such a, such an, the, the biggest, the real, the root of all, the very, these, those,
        worse than
    """),
    "and": frozenset({"and", "or", ",", "but also", "and also", ", and", "and just", "/", "&"}),
    "deg": entries("""
        a, a lot of, a single, all, all of, almost all, an, another, any, anybody who is, anyone who is, anything to do
        with, average, each and every, even a single, even one, every, every last, every last one of, every one of,
        every single, every single one of, everybody who is, everyone who is, many, most, most of, nearly all, people
        who are, so many, some, somebody who is, someone who is, such, that, the, the first, the last, the likes of, the
        next, the rest of, the whole, these, this, those, typical, your average
    """),
}
"""Class name to entries; an entry of several words is a phrase."""
