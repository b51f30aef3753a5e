"""Commands to a media player or a shop name works without quotes or capitals: "add this song to women of jazz"."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS
from guardrails.detectors.wordset import word_set

__all__ = ["names_a_work"]

_ASKING: Final = (
    r"(?:please |hey \w{1,12},? |can you |could you |would you |will you |i want (?:you )?to |i'd like (?:you )?to |"
    r"i would like (?:you )?to |i need (?:you )?to |let's |let me |help me |go |just |i wish to |i want |"
    r"i'm looking for )"
)
_WORKS: Final = r"(?:album|song|track|tune|artist|singer|band|music)s?"
# Anchored at the start of the text and bounded, so one attempt a term. "put the current track on my latin party mix"
_ADDED: Final = re.compile(
    rf"{_ASKING}?(?:add|put|include|queue) .{{0,60}}?\b{_WORKS}\b.{{0,20}}?\b(?:to|in|into|onto|on) (?:my |the )?"
)
# "rate an old tale of two brothers four of 6 stars"
_RATED: Final = re.compile(
    r"(?:please |i'd )?(?:rate|give) .{4,100}\b(?:stars?|points?|(?:out )?of (?:5|6|five|six)|rating of \w{1,5})\b"
)
# "add fabrice to golden girls": somebody nobody listed goes somewhere, and nothing is said about either
_FILED: Final = re.compile(
    r"(?:add|put|include) (?!(?:a|an|the|my|our|his|her|their|some|more|new) )(\w+(?: \w+){0,2}) (?:to|into|onto) "
)
_COMMANDED: Final = re.compile(
    rf"{_ASKING}{{0,3}}(?:play|watch|hear|listen|see|find|search|look|show|get|rate|give|download|pull up|open|turn on|"
    r"buy|purchase|read|view|locate|browse|where can i|where could i|what time|what times|when (?:is|are|does|will)|"
    r"who (?:rated|wrote|sings|directed)|is|are|what is|what's|in what)\b"
)
_MEDIUM: Final = re.compile(
    r"\b(?:movies?|films?|cinemas?|theat(?:re|er)s?|songs?|albums?|tracks?|tunes?|soundtracks?|playlists?|books?|"
    r"novels?|sagas?|textbooks?|chronicles?|(?:tv|television) (?:shows?|series|programs?|programmes?)|tv|series|"
    r"the shows?|(?:video ?)?games?|trailers?|paintings?|poems?|podcasts?|episodes?|show ?times?|schedules?|itunes|"
    r"spotify|netflix|youtube|last ?fm|deezer|pandora|creative work|work titled|playing|screening)\b"
)
_ABOUT: Final = word_set("about starring featuring with where whose who by on for regarding concerning")
_COMMANDS: Final = word_set(
    "add put include queue rate give play watch find search show look please can could would will i i'd i'm hey let "
    "let's help what what's when who where in is are listen see hear get download pull open turn buy purchase read "
    "view locate browse stream go just"
)
_LONGEST: Final = 160  # characters: a command is one short line


# "watch The Jewish Cardinal"
_WATCHED: Final = re.compile(rf"{_ASKING}{{0,3}}(?:watch|play|listen to|stream|hear) ")


def names_a_work(window: Window, *, people: bool) -> bool:
    """Whether the term stands where such a command names a work or a playlist. *people*: it is a noun for persons."""
    text = window.text
    if len(text) > _LONGEST or text.partition(" ")[0] not in _COMMANDS:
        return False
    added = _ADDED.match(text)
    if added is not None and added.end() <= window.start:
        return True
    rated = _RATED.match(text)
    if rated is not None and window.end < rated.end():
        return "about" not in window.before[:4]
    if _WATCHED.match(text) is not None and window.capital and (window.large_before(0) or window.large_after(0)):
        return not _described(window)
    return _filed(window) or _searched(window, people=people)


def _filed(window: Window) -> bool:
    filed = _FILED.match(window.text)
    return filed is not None and filed.end() <= window.start and "of" in window.before[:1] + window.after[:1]


def _searched(window: Window, *, people: bool) -> bool:
    """ "find the book White Teeth", "what time is Blind Husbands playing": a capital, or a noun without its article."""
    if window.initial or _COMMANDED.match(window.text) is None or _MEDIUM.search(window.text) is None:
        return False
    if _described(window):
        return False
    if window.capital:
        return True
    return people and not window.text.endswith("s", window.start, window.end) and not _articled(window)


def _described(window: Window) -> bool:
    """ "a film about gay couples", "songs by Black women": what the work is about, or who made it."""
    return not _ABOUT.isdisjoint(window.before[:4])


def _articled(window: Window) -> bool:
    return not DETERMINERS.isdisjoint(window.before[:3])
