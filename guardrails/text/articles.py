"""Choosing *a* or *an* by the sound the next word begins with."""

from __future__ import annotations

import re

__all__ = ["article_for", "starts_with_vowel_sound", "with_article"]

# Spelled with a vowel but said with a consonant: "a European", "a one-off", "a user", "a university".
_CONSONANT_SOUND = re.compile(
    r"(?:eu|ew|one(?:\b|-|s|ness|time)|once|ouija|ub[ieo]|uk|ura[nl]|ure[at]|uri[cn]|us[aeiu]|ut[aeio](?!r)|utop"
    r"|uni(?!n|m[aeiop]|ll|ss)|unanim|uganda|ukul|ukrain|u-)",
    re.IGNORECASE,
)
# Spelled with a consonant but said with a vowel: "an hour", "an honest", "an heir".
_VOWEL_SOUND = re.compile(r"(?:hour|hono|hones|heir|x-|xm|mba\b|mp3)", re.IGNORECASE)
_NUMBER_SOUND = re.compile(r"(?:8|1[18](?!\d)|11,|18,)")  # "an 8", "an 11", "an 18", "an 80"
_SPELLED_VOWELS = frozenset("AEFHILMNORSX")


def starts_with_vowel_sound(word: str) -> bool:
    """Whether *word* is said with a vowel first: "hour" is, "user" is not, "HR" is, "UK" is not."""
    first = word[:1]
    if first.isdigit():
        return _NUMBER_SOUND.match(word) is not None
    head = word.split("-", 1)[0].split("'", 1)[0]
    if len(head) > 1 and head.isupper() and (len(head) <= 3 or not set(head) & set("AEIOU")):
        return first in _SPELLED_VOWELS
    if first.lower() in "aeiouáàâäéèêëíìîïóòôöúùûü" and first:
        return _CONSONANT_SOUND.match(word) is None
    return _VOWEL_SOUND.match(word) is not None


def article_for(word: str, *, like: str) -> str:
    """``a`` or ``an`` before *word*, in the case of the article *like* that stands there now."""
    chosen = "an" if starts_with_vowel_sound(word) else "a"
    if like.isupper() and len(like) > 1:
        return chosen.upper()
    return chosen.capitalize() if like[:1].isupper() else chosen


def with_article(noun: str) -> str:
    """*noun* after its indefinite article: "a person", "an applicant"."""
    return f"{'an' if starts_with_vowel_sound(noun) else 'a'} {noun}"
