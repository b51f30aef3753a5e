"""What everyday words can be: a person, a group, a thing of some sense; closed word classes of English grammar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from guardrails.detectors.derive import plural_of
from guardrails.detectors.lexicon import WordClass
from guardrails.types import Sense

__all__ = ["ARTICLES", "BE", "BECOME", "DETERMINERS", "FUNCTION", "PERSON_PRONOUNS", "Vocabulary"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES: Final = _words("a an the")
DETERMINERS: Final = ARTICLES | _words(
    "this that these those my your his her its our their another each every any some no both either neither all most many "
    "few several one two three four five six seven eight nine ten more fewer which whose what such"
)
BE: Final = _words(
    "is are was were be been being am 's 're i'm im you're youre he's she's they're we're it's that's who's there's isn't "
    "aren't wasn't weren't ain't what's here's everyone's somebody's someone's"
)
BECOME: Final = _words(
    "become becomes became becoming feel feels felt remain remains remained seem seems seemed look looks looked turned "
    "stay stays stayed identify identifies identified born considered called get gets got getting go grow grew"
)
PERSON_PRONOUNS: Final = _words(
    "i you he she we they who whom me him them us myself yourself himself herself themselves ourselves themself "
    "everyone everybody someone somebody anyone anybody nobody one other others both u ya y'all yall another"
)
THING_PRONOUNS: Final = _words("it this that these those there everything something anything nothing what")
_PREPOSITIONS: Final = _words(
    "about above across after against along among amongst around as at before behind below beneath beside besides between "
    "beyond by despite down during except for from in inside into like near of off on onto out outside over past per since "
    "than through throughout till to toward towards under underneath until up upon via with within without vs versus"
)
_AUXILIARIES: Final = _words(
    "do does did done doing have has had having can could will would shall should may might must ought cannot can't won't "
    "don't doesn't didn't couldn't wouldn't shouldn't haven't hasn't hadn't i'd i'll i've you'd you'll you've he'd he'll "
    "she'd she'll they'd they'll they've we'd we'll we've it'd it'll let's let not never ever"
)
_CONJUNCTIONS: Final = _words(
    "and or nor but yet so if because although though while when where whereas unless that than then"
)
_QUESTION: Final = _words("who whom whose which what why how when where whether")
_VERBS: Final = _words(
    "say says said saying ask asks asked tell told think thinks thought know knows knew believe believes believed want "
    "wants wanted need needs needed make makes made take takes took give gives gave come comes came go goes went gone see "
    "sees saw seen find finds found keep keeps kept put puts show shows showed use uses used try tries tried live lives "
    "lived dies died die deserve deserves belong belongs should get gets got getting apply applies applied only too very "
    "also just even now here there today tomorrow yesterday again already still enough please thanks sorry yes no ok okay "
    "lol instead anyway tend tends vote votes voted suffer suffers seem seems face faces faced earn earns receive receives"
)
FUNCTION: Final = (
    DETERMINERS
    | BE
    | PERSON_PRONOUNS
    | THING_PRONOUNS
    | _PREPOSITIONS
    | _AUXILIARIES
    | _CONJUNCTIONS
    | _QUESTION
    | _VERBS
) - _words("other others one ones past like both another")

_PERSON_ENDINGS: Final = (
    "ist",
    "ician",
    "ologist",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "eer",
    "smith",
    "logian",
)
_AGENT_ENDINGS: Final = ("er", "or", "ian", "ee", "ant")
_SENSES: Final = (
    (WordClass.FOOD, Sense.FOOD),
    (WordClass.LANGUAGE, Sense.LANGUAGE),
    (WordClass.OBJECT, Sense.OBJECT),
    (WordClass.COLOUR, Sense.OBJECT),
    (WordClass.TECHNICAL, Sense.TECHNICAL),
)
_PLURALISED: Final = (
    WordClass.PERSON,
    WordClass.NOT_PERSON,
    WordClass.FOOD,
    WordClass.OBJECT,
    WordClass.COLOUR,
    WordClass.TECHNICAL,
)


class Vocabulary:
    """The cue words of a lexicon with their plurals, and endings for what no list has."""

    __slots__ = ("_classes", "_people", "_things")

    def __init__(self, words: Mapping[WordClass, frozenset[str]], people: Iterable[str] = ()) -> None:
        """*people* are the lexicon's own nouns for persons."""
        self._classes = {name: _with_plurals(words.get(name, frozenset()), name) for name in WordClass}
        self._people = frozenset(people)
        self._classes[WordClass.PERSON] |= self._people
        self._things: dict[str, Sense] = {}
        for name, sense in reversed(_SENSES):
            self._things.update(dict.fromkeys(self._classes[name], sense))

    def has(self, name: WordClass, word: str) -> bool:
        """Whether *word* is listed in the class *name*."""
        return word in self._classes[name]

    def ascribes(self, word: str) -> bool:
        """Whether *word* is itself a noun for a person by an attribute ("woman", "teenager")."""
        return word in self._people

    def listed_person(self, word: str) -> bool:
        """Whether a list says that *word* is a person or a group of people."""
        return word in self._classes[WordClass.PERSON] or word in self._classes[WordClass.GROUP]

    def person(self, word: str) -> bool:
        """Whether *word* is a person: listed, or an occupation by its ending ("welder", "oncologist")."""
        if self.listed_person(word):
            return True
        if len(word) < 5 or word in self._things or word in FUNCTION or word in self._classes[WordClass.NOT_PERSON]:
            return False
        return self.sure_ending(word) or word.removesuffix("s").endswith(_AGENT_ENDINGS)

    def sure_ending(self, word: str) -> bool:
        """Whether the ending alone says person ("-ist", "-woman"), exceptions aside."""
        return (
            len(word) > 4
            and word.removesuffix("s").endswith(_PERSON_ENDINGS)
            and word not in self._classes[WordClass.NOT_PERSON]
        )

    def thing(self, word: str) -> Sense | None:
        """The sense a term has before the thing *word*, or ``None`` if it is not known as one."""
        return self._things.get(word)

    def modifier(self, word: str) -> bool:
        """Whether *word* may stand between a term and its noun or verb without telling anything."""
        return word in self._classes[WordClass.MODIFIER] or (len(word) > 4 and word.endswith("ly"))


def _with_plurals(words: frozenset[str], name: WordClass) -> frozenset[str]:
    return words | {plural_of(word) for word in words} if name in _PLURALISED else words
