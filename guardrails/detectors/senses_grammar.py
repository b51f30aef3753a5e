"""The closed word classes of English: what can stand in a noun phrase, what ends it, what is said of whom."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.wordset import word_set

__all__ = ["ARTICLES", "BE", "BECOME", "DETERMINERS", "FUNCTION", "PERSON_PRONOUNS", "THING_PRONOUNS"]

ARTICLES: Final = word_set("a an the")
DETERMINERS: Final = ARTICLES | word_set(
    "this that these those my your his her its our their another each every any some no both either neither all "
    "most many few several one two three four five six seven eight nine ten more fewer which whose what such"
)
BE: Final = word_set(
    "is are was were be been being am 's 're i'm im you're youre he's she's they're we're it's that's who's "
    "there's isn't aren't wasn't weren't ain't what's here's everyone's somebody's someone's"
)
BECOME: Final = word_set(
    "become becomes became becoming feel feels felt remain remains remained seem seems seemed look looks looked "
    "turned sound sounds sounded appear appears appeared stay stays stayed identify identifies identified born "
    "considered called get gets got getting go grow grew"
)
PERSON_PRONOUNS: Final = word_set(
    "i you he she we they who whom me him them us myself yourself himself herself themselves ourselves themself "
    "everyone everybody someone somebody anyone anybody nobody one other others both u ya y'all yall another"
)
THING_PRONOUNS: Final = word_set("it this that these those there everything something anything nothing what")
_PREPOSITIONS: Final = word_set(
    "about above across after against along among amongst around as at before behind below beneath beside besides "
    "between beyond by despite down during except for from in inside into like near of off on onto out outside "
    "over past per since than through throughout till to toward towards under underneath until up upon via with "
    "within without vs versus"
)
_AUXILIARIES: Final = word_set(
    "do does did done doing have has had having can could will would shall should may might must ought cannot "
    "can't won't don't doesn't didn't couldn't wouldn't shouldn't haven't hasn't hadn't i'd i'll i've you'd "
    "you'll you've he'd he'll she'd she'll they'd they'll they've we'd we'll we've it'd it'll let's let not never "
    "ever"
)
_CONJUNCTIONS: Final = word_set(
    "and n or nor but yet so if because although though while when where whereas unless that than then"
)
_QUESTION: Final = word_set("who whom whose which what why how when where whether")
_VERBS: Final = word_set(
    "say says said saying ask asks asked tell told think thinks thought know knows knew believe believes believed "
    "want wants wanted need needs needed make makes made take takes took give gives gave come comes came go goes "
    "went gone see sees saw seen find finds found keep keeps kept put puts show shows showed use uses used try "
    "tries tried live lives lived dies died die deserve deserves belong belongs should get gets got getting apply "
    "applies applied only too very also just even now here there today tomorrow yesterday again already still "
    "enough please thanks sorry yes no ok okay lol instead anyway tend tends vote votes voted suffer suffers seem "
    "seems earn earns receive receives"
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
) - word_set("other others one ones past like both another")
