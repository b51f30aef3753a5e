"""Singular and plural of the nouns that stand for people."""

from __future__ import annotations

__all__ = ["is_plural", "pluralise", "possessive"]

_IRREGULAR = {
    "person": "people",
    "child": "children",
    "grandchild": "grandchildren",
    "stepchild": "stepchildren",
    "man": "men",
    "woman": "women",
    "human": "humans",
    "wife": "wives",
    "life": "lives",
    "spokesperson": "spokespeople",
    "salesperson": "salespeople",
    "chairperson": "chairpeople",
    "layperson": "laypeople",
    "tradesperson": "tradespeople",
    "businessperson": "businesspeople",
    "parent-in-law": "parents-in-law",
    "child-in-law": "children-in-law",
    "sibling-in-law": "siblings-in-law",
}
_PLURALS = frozenset(_IRREGULAR.values()) | {
    "folk",
    "folks",
    "gentlemen",
    "ladies",
    "kids",
    "guys",
    "everyone",
    "staff",
}
_SINGULAR_S = ("ss", "ous", "ius", "rus", "nus", "pus", "sis", "xis", "this", "his", "'s", "’s")
_POSTMODIFYING = frozenset(("of", "with", "without", "from", "in", "on", "who", "whose", "living", "using", "at"))


def is_plural(noun: str) -> bool:
    """Whether the last word of *noun* is a plural: "young women", "whites", "the grandmothers-in-law"."""
    low = noun.lower()
    return _is_plural_word(low) if low.isalpha() else _is_plural_phrase(low)


def _is_plural_word(word: str) -> bool:
    if word[-1] == "s":
        return (len(word) > 2 and not word.endswith(_SINGULAR_S)) or word in _PLURALS
    return word in _PLURALS or (word.endswith("men") and (word.endswith("women") or _is_men(word)))


def _is_men(word: str) -> bool:
    """ "chairmen" and not "omen" or "women"."""
    return len(word) > 4 and not word.endswith("omen")


def _is_plural_phrase(noun: str) -> bool:
    words = noun.split()
    if not words:
        return False
    cut = next((index for index, word in enumerate(words) if index and word in _POSTMODIFYING), len(words))
    word = words[cut - 1]
    head = word.rsplit("-", 1)[-1]
    if head in _PLURALS or word in _PLURALS or (word.endswith("men") and _is_men(word)):
        return True
    if word.endswith("women"):
        return True
    if "-in-" in word:
        return is_plural(word.split("-in-", 1)[0])
    return len(head) > 2 and head.endswith("s") and not head.endswith(_SINGULAR_S)


def pluralise(noun: str) -> str:
    """The plural of *noun*, which may have words before its head: "team member" to "team members"."""
    lead, space, last = noun.rpartition(" ")
    low = last.lower()
    for single, plural in _IRREGULAR.items():
        if low == single or (low.endswith(single) and low.endswith(("person", "woman", "child"))):
            return lead + space + last[: len(last) - len(single)] + plural
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s")


def possessive(noun: str) -> str:
    """*noun* with its ending: "candidates'", "people's"."""
    return noun + ("'" if noun.lower().endswith("s") and is_plural(noun) else "'s")
