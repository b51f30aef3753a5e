"""Verbs in the third person: telling that a word is one, and giving the form that follows *they*."""

from __future__ import annotations

from guardrails.text.vocabulary import words

__all__ = ["ADJECTIVAL", "is_adjective", "is_base", "is_finite", "plural_verb"]


_PLURAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "goes": "go",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
    "dies": "die",
    "lies": "lie",
    "ties": "tie",
    "vies": "vie",
}
_MODALS = words(
    "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't "
    "needn't did didn't do don't had hadn't have haven't am are were aren't weren't ain't"
)
_PAST = words(
    "ate broke caught fed fled flew forgot froze hid laid lent rang rode rose shook slept sold stole struck swore "
    "threw tore woke became began bought brought built came chose cut did drew drove fell felt fought found gave got "
    "grew had "
    "heard held kept knew led left lost made met paid put ran read said sang sat saw sent set spent spoke stood "
    "swam taught thought told took understood went won wore wrote"
)
_PEOPLE_IN_ATES = words("candidates graduates undergraduates postgraduates delegates associates advocates magistrates")
_BASE = words(
    "accept ache act adore agree aim allow answer appear apply appreciate argue arrive ask attend avoid believe "
    "belong blog bring build buy call care carry change check choose claim clean climb coach code collect come "
    "complete consider continue cook cope cost create cry cycle dance deal decide deliver demand depend describe "
    "deserve design develop dislike drink drive earn eat edit enjoy expect explain face fail fear feel fight fill "
    "find finish fit fly follow forget gain get give go grow handle hate have hear help hide hire hold hope "
    "identify imagine improve insist intend join juggle keep know lack laugh lead lean learn leave let like "
    "listen live look lose love maintain make manage mean meet mentor mind miss move need offer open operate "
    "oversee own paint pass pay perform pick plan play practise practice prefer prepare pray produce program "
    "promise prove provide publish pull push raise read realise realize receive recommend record refuse remain "
    "remember rent repair report represent require research respect return rely ride run save say search see seek "
    "seem sell send serve settle share show sing sit sleep smile smoke solve sound speak specialise specialize "
    "spend stand start stay stop struggle study succeed suffer suggest supervise support swim take talk teach "
    "tell tend test think train travel treat trust try turn understand use value visit volunteer vote wait walk "
    "want waste watch wear win wish wonder work worry write"
)
ADJECTIVAL = words(
    "accomplished acclaimed ashamed based bored born certified committed concerned confused dedicated delighted "
    "determined devoted disciplined disorganised divorced educated employed engaged excited exhausted experienced "
    "expected focused gifted interested involved known licensed limited located married motivated organised "
    "organized overqualified pleased polished prepared qualified registered related relaxed reserved respected "
    "retired satisfied scared seasoned self-employed single skilled surprised talented tired trained trusted "
    "unemployed unqualified untrained used widowed worried"
)
_ADJECTIVE_ENDINGS = (
    "ful", "ous", "ive", "less", "able", "ible", "ing", "ed", "ish", "ary", "ic", "al", "ent", "ant",
    "ern", "some", "worthy", "like", "est",
)  # fmt: skip
_ADJECTIVES = words(
    "ambitious bad bubbly cheerful decent devout eager fresh gentle humble hungry junior senior keen neat sensible "
    "big bold brave bright busy calm capable clever cold competent cool easy energetic fast fit free friendly "
    "fun funny good great happy hard hard-working healthy highly honest keen kind large late lazy lean likely "
    "lonely lovely loyal mature new nice open polite poor popular proud quick quiet ready reliable rude sad safe "
    "sharp short shy silent skilful slow small smart strong sure sweet tall tidy tough vain warm weak well wise "
    "witty wealthy rich angry dirty greedy needy ugly pretty stupid dumb rough noisy"
)


def is_finite(verb: str, *, third: bool = True) -> bool:
    """Whether *verb*, in lower case, can head a clause whose subject was named before ("and *has* ten years").

    *third* is false when the subject is I, you, we or they, whose present tense has no ending.
    """
    if verb in _PLURAL or verb in _MODALS or verb in _PAST:
        return True
    if third and verb.endswith("s") and not verb.endswith(("ss", "ous", "us")):
        made = len(verb) > 6 and verb.endswith(("ises", "izes", "ates")) and not _is_mates(verb)
        return made or plural_verb(verb) in _BASE
    if verb.endswith("ed") and not verb.endswith("eed") and verb not in ADJECTIVAL:
        return True
    return not third and verb in _BASE


def _is_mates(word: str) -> bool:
    """ "flatmates", "candidates": people, though the ending is that of "celebrates"."""
    return word.endswith("mates") or word in _PEOPLE_IN_ATES


def is_base(verb: str) -> bool:
    """Whether *verb*, in lower case, is a common verb without an ending: "work", "have"."""
    return verb in _BASE or verb in ("have", "do", "be")


def is_adjective(word: str) -> bool:
    """Whether *word*, in lower case, looks like a describing word: "talented", "punctual", "kind"."""
    return word in _ADJECTIVES or word in ADJECTIVAL or (word.endswith(_ADJECTIVE_ENDINGS) and word not in _BASE)


def plural_verb(verb: str) -> str:
    """The form of the lower-case third-person *verb* after "they": "is" to "are", "tries" to "try", "can" to "can"."""
    if verb in _PLURAL:
        return _PLURAL[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    if verb.endswith("s") and not verb.endswith(("ss", "us", "'s")) and len(verb) > 2:
        return verb[:-1]
    return verb
