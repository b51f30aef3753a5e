"""Patterns of descent, place of birth, impairments, aids, pronoun declarations, pregnancy, family and faith."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.patterns import Pattern
from guardrails.detectors.patterns_age import NUMBER
from guardrails.types import Form

__all__ = ["PERSON_PATTERNS"]

_AIDS: Final = (
    r"wheelchairs?|walkers?|walking frame|walking stick|walking aid|rollator|canes?|crutch(?:es)?|hearing aids?|"
    r"cochlear implants?|guide dog|service dog|service animal|assistance dog|prosthetic(?: \w{2,10})?|prosthesis|"
    r"leg braces?|mobility scooter|mobility aids?|insulin pump|feeding tube|colostomy bag|screen reader|oxygen tank|"
    r"ventilator|braille"
)
_AID_WORDS: Final = (
    "wheelchair|wheelchairs|walker|walking frame|walking stick|rollator|cane|crutch|crutches|hearing aid|hearing aids|"
    "cochlear implant|cochlear implants|guide dog|service dog|service animal|assistance dog|prosthetic|prosthesis|"
    "leg brace|leg braces|mobility scooter|mobility aid|mobility aids|insulin pump|feeding tube|colostomy bag|"
    "screen reader|oxygen tank|braille"
)
_IMPAIRMENTS: Final = (
    "impairment|impairments|disorder|disorders|syndrome|disability|disabilities|handicap|handicaps|limb difference|"
    "dystrophy|palsy|sclerosis|deformity|disfigurement|hearing loss|vision loss|sight loss|memory loss|amputation|"
    "amputations|paralysis"
)
_AILMENTS: Final = "mental health|depression|anxiety|burnout|a breakdown|chemotherapy|cancer|surgery|rehab"
_DOING: Final = (
    "seeing|hearing|walking|speaking|reading|learning|standing|breathing|moving|remembering|concentrating|swallowing"
)
_LINEAGE: Final = "descent|ancestry|heritage|extraction|parentage|origin|origins|ethnicity|lineage"
_NO_LINE: Final = (
    "the|this|that|unknown|its|natural|common|our|animal|plant|vegetable|bacterial|viral|process|data|marine|human|mineral|"
    "volcanic|biological|synthetic|fungal|same|certain|similar|different|cultural|architectural|industrial"
)
_NO_PLACE: Final = (
    "first|second|third|last|new|still|low|high|free|base|noble|well|self|natural|twice|air|water|blood|food|insect|"
    "tick|mosquito|vector|sea|soil|re|un|earth|royal|ill|later|to|be|was|were|is|being|are|been|and|or|not|also|of|the"
)
_NO_NATION: Final = "all|anti|pan|inter|un|non|pro|pre|north|south|latin|central|euro|mid|trans|ultra|very"
_KINDS_OF_IMPAIRED: Final = (
    "visually|aurally|vision|sight|hearing|speech|language|print|mobility|motor|physically|mentally|cognitively|"
    "intellectually|developmentally|emotionally|psychiatrically|learning|sensory|severely|profoundly|multiply|"
    "neurologically|orthopedically|behaviorally|behaviourally|memory|immune|differently|partially|totally|newly"
)
_USING: Final = (
    "confined to|bound to|uses?|using|used|needs?|needing|requires?|requiring|relies on|relying on|wears?|wearing"
)


def _pattern(name: str, triggers: str, regex: str, reason: str, **more: object) -> Pattern:
    whole = rf"(?<!\w){regex}(?!\w)"
    words = tuple(triggers.split("|"))
    attribute = name.partition(".")[0]
    return Pattern(name=name, attribute=attribute, triggers=words, regex=whole, reason=reason, **more)  # type: ignore[arg-type]


PERSON_PATTERNS: Final = (
    _pattern(  # "a native German speaker"
        "nationality.native_speaker",
        "speaker|speakers",
        r"(?:non )?native(?: level)? [a-z]{3,14} speakers?",
        "a language from birth",
        form=Form.NOUN,
        tags=("proxy",),
    ),
    _pattern(  # "Lagos-born"; "first-born" is no place
        "nationality.born",
        "born",
        rf"(?!(?:{_NO_PLACE}) )[a-z]{{3,20}} born(?! (?:in|on|to|into|with|of|out|from|again|as|at|\d))",
        "a place of birth",
        form=Form.ADJECTIVE,
        checked=True,
        hyphen=True,
    ),
    _pattern(  # "Ruritanian-American": any people before the hyphen
        "nationality.hyphenated",
        "american|americans|canadian|canadians|australian|australians|british",
        rf"(?!(?:{_NO_NATION}) )[a-z]{{4,20}} (?:americans?|canadians?|australians?|british)",
        "a hyphenated people",
        form=Form.ADJECTIVE,
        checked=True,
        hyphen=True,
    ),
    _pattern(  # "of Korean descent", "with Irish and Scottish ancestry"
        "ethnicity.descent",
        _LINEAGE,
        rf"(?:of|with|from) (?!(?:{_NO_LINE}) )(?:an? )?(?:[a-z]{{3,20}} ){{1,2}}"
        rf"(?:and [a-z]{{3,20}} )?(?:{_LINEAGE})",
        "a line of descent",
    ),
    _pattern(  # "with Greek roots", "has Turkish ancestry"
        "ethnicity.roots",
        "roots|ancestry|heritage|ancestors|forebears",
        r"(?:with|has|have|had|having) (?:distant |partial |some |strong |deep )?(?!(?:deep|strong|the|its|their|grass|"
        r"cultural|family|rich|common|historic|industrial|square) )[a-z]{3,20}(?:ian|sh|ese|ean|an|ek|ch|i|ic) "
        r"(?:roots|ancestry|heritage|ancestors|forebears)",
        "a line of descent",
    ),
    _pattern(  # "without sight", "without the use of his legs"
        "disability.without",
        "without",
        r"(?:people|person|anyone|someone|man|woman|men|women|child|children|girl|boy|those|individuals?|students?|"
        r"workers?|patients?|candidates?|applicants?|employees?|who (?:is|are|live|lives)) "
        r"(?P<span>without (?:the use of (?:his|her|their|both) )?(?:sight|hearing|speech|vision|legs|arms|limbs|hands|"
        r"a leg|an arm|a hand|eyesight))",
        "a sense or limb that is missing",
    ),
    _pattern(  # "with a hearing impairment", "has a learning disability"; not "dealing with a disorder"
        "disability.with",
        _IMPAIRMENTS,
        r"(?<!dealing )(?<!deal )(?<!cope )(?<!coping )(?:with|has|have|had|having) "
        rf"(?:an? |some |severe |mild |multiple )?(?:[a-z']{{2,20}} ){{0,3}}(?:{_IMPAIRMENTS})",
        "a condition after 'with' or 'has'",
    ),
    _pattern(  # "with difficulty walking", "has trouble hearing"
        "disability.difficulty",
        "difficulty|difficulties|trouble",
        r"(?:with |has |have |having |had )?(?:some |severe )?(?:difficult(?:y|ies)|trouble) (?:in |with )?"
        rf"(?:{_DOING})",
        "a difficulty in doing something",
    ),
    _pattern(  # "visually challenged", "aurally impaired"
        "disability.impaired",
        "impaired|challenged|disabled|handicapped|disturbed|delayed",
        rf"(?:{_KINDS_OF_IMPAIRED}) (?:impaired|challenged|disabled|handicapped|disturbed|delayed)",
        "an impairment by its kind",
        form=Form.ADJECTIVE,
    ),
    _pattern(  # "who uses a wheelchair", "in a wheelchair", "with a cane"; not "in a wheelchair lift"
        "disability.aid",
        _AID_WORDS,
        rf"(?:(?:who |that )?(?:{_USING}|has|have|had) (?:an? |his |her |their |my )?|in an? |with (?:an? )?|on )"
        r"(?:manual |electric |power |motorised |motorized |white )?"
        rf"(?:{_AIDS})(?! (?:ramp|access|tax|lift|basketball|user|users))",
        "an aid somebody uses",
    ),
    _pattern(  # "a cane-using uncle", "a hearing-aid-wearing boy"
        "disability.aid_compound",
        "using|wearing|assisted",
        rf"(?:{_AIDS}) (?:using|wearing|assisted)",
        "an aid somebody uses",
        form=Form.ADJECTIVE,
        checked=True,
        hyphen=True,
    ),
    _pattern(  # "who use sign language", "communicates in BSL sign language"
        "disability.sign",
        "sign language",
        r"(?:uses?|using|communicates? (?:in|with|through)|relies on|rely on) (?:[a-z]{3,10} )?sign language",
        "a language of the deaf",
    ),
    _pattern(  # "who needs a carer", "who require full-time care"
        "disability.care",
        "care|carer|carers|caregiver|dialysis",
        r"who (?:needs?|requires?|has|have|gets?|receives?) (?:an? )?(?:full time |round the clock |24 hour |constant |"
        r"daily |personal |social |palliative |nursing |live in |special ){0,2}(?:care|carers?|caregiver|dialysis)",
        "care somebody needs",
    ),
    _pattern(  # "a gap year for mental health", "a career break because of depression"
        "disability.time_off",
        _AILMENTS,
        r"(?:gap|gap year|break|leave|sabbatical|(?:time|year|months|weeks|signed) off|off work|absent|absence) "
        r"(?:[a-z]{2,8} )?(?P<span>(?:for|with|due to|because of|owing to|over) "
        r"(?:(?:his|her|their|my|your|poor) ){0,2}"
        rf"(?:{_AILMENTS})(?: (?:reasons|issues|problems|treatment|grounds))?)",
        "a condition somebody took time off for",
    ),
    _pattern(  # "lost his hearing", "has lost their eyesight"
        "disability.lost",
        "sight|eyesight|hearing|mobility",
        r"(?:has |have |had )?(?:lost|losing|loses?|regained) (?:his|her|their|my|your|our|most of (?:his|her|their)) "
        r"(?:sight|eyesight|hearing|mobility)",
        "a sense that is lost",
    ),
    _pattern(  # "people with MS are"; "has MS Office" and "with Ms Obi" are not
        "disability.ms",
        "ms",
        r"(?:with|has|have|had|having|developed) ms(?=[.,;:!?)]|$| (?:and|or|but|is|are|was|were|who|for|since|can|may|"
        r"must|should|need|needs|often)\b)",
        "a condition after 'with' or 'has'",
    ),
    _pattern(  # "hay fever sufferers"
        "disability.sufferer",
        "sufferer|sufferers",
        r"(?!(?:the|an?|fellow|other|all|many|some|most|of|for|to|and|or|as|long|these|those|such|poor|his|her|our|their|main|"
        r"worst|biggest|silent|no|every|each|two|three) )[a-z']{2,20} sufferers?",
        "somebody who has a condition",
        form=Form.NOUN,
    ),
    _pattern(  # "a copper-skinned man", "swarthy-complexioned"; not "thick-skinned"
        "race.skinned",
        "skinned|complexioned",
        r"(?!(?:thick|thin|soft|smooth|tough|rough|tight|loose|clear) )[a-z]{3,14} (?:skinned|complexioned)",
        "a colour of skin",
        form=Form.ADJECTIVE,
        checked=True,
        hyphen=True,
    ),
    _pattern(  # "attracted to both sexes", "people attracted to other women"
        "sexual_orientation.attracted",
        "attracted to",
        r"(?:sexually |romantically |only ){0,2}attracted to (?:both |only |other |any |all |more than one ){0,2}"
        r"(?:men and women|women and men|men|women|males|females|boys|girls|guys|the (?:same|opposite) (?:sex|gender)|"
        r"sexes|sex|genders?|people of (?:any|all|the same|every) (?:sex|gender)s?)",
        "whom somebody is attracted to",
    ),
    _pattern(  # "in her third trimester"
        "pregnancy.trimester",
        "trimester",
        r"in (?:the|her|my|their|your) (?:first|second|third|final|last) trimester",
        "a stage of pregnancy",
    ),
    _pattern(  # "on a student visa", "holds an H-1B visa"
        "nationality.visa",
        "visa|visas",
        r"(?:on|with|holding|holds?|has|have) (?:an? |h(?:is|er) |their )?(?:student|work|working holiday|tourist|"
        r"visitor|temporary(?: work)?|skilled worker|spousal|spouse|family|fianc[eé]e?|h 1b|f 1|j 1|l 1|o 1|tier 2|"
        r"dependant|dependent|resident|partner|youth mobility|graduate|expired|u|t) visas?",
        "a visa somebody is on",
    ),
    _pattern(  # "missing a leg", "with one arm"
        "disability.limb",
        "missing|lost|with one|with only one|amputated",
        r"(?:missing|lost|with only one|with one|amputated) (?:an? |his |her |their |one |both )?"
        r"(?:legs?|arms?|hands?|foot|feet|limbs?|eyes?|fingers?)",
        "a missing limb",
    ),
    _pattern(  # "she/her", "they/them pronouns", "xe/xem/xyr"; "he/she" declares nothing
        "gender.pronouns",
        "he/him|she/her|they/them|she/they|he/they|they/she|they/he|xe/xem|ze/zir|ze/hir|ey/em|fae/faer|ve/ver|it/its|"
        "pronouns",
        r"(?:(?!(?:he/she|his/her|him/her|she/he)(?!\w))[a-z]{1,5}/[a-z]{1,6}(?:/[a-z]{1,7})?(?: pronouns)?|"
        r"(?:any|all|no|neo|gender neutral|she|he|they|male|female|feminine|masculine) pronouns)",
        "a pronoun declaration",
        tags=("declaration",),
    ),
    _pattern(  # "the nurse (f) on duty"; neither "driver (m/f/d)", which is anybody, nor "distance (m)"
        "gender.mark",
        "f|m",
        r"[a-z]{2,20} \((?P<span>[fm])(?=\))",
        "a mark of gender beside a person",
        beside=True,
    ),
    _pattern(  # "six months pregnant", "22 weeks pregnant"
        "pregnancy.months",
        "pregnant",
        rf"{NUMBER} (?:weeks|months) pregnant",
        "a length of pregnancy",
        form=Form.PREDICATE,
    ),
    _pattern(  # "expecting their first child", "expecting twins"
        "pregnancy.expecting",
        "expecting",
        r"expecting (?:an? |(?:his|her|their|my|our|your) )?(?:new |first |second |third |fourth )?"
        r"(?:child|baby|babies|twins|triplets)",
        "a child on its way",
    ),
    _pattern(  # "a proud mother of three"
        "family_status.parent_of",
        "mother of|father of|mom of|mum of|dad of|parent of",
        rf"(?:mother|father|mom|mum|dad|parent) of {NUMBER}",
        "a number of children",
        form=Form.NOUN,
    ),
    _pattern(  # "has three children", "with four kids"
        "family_status.children",
        "children|kids|daughters|sons",
        rf"(?:has|have|having|had|with|raising) {NUMBER} (?:young |small |little |grown |adult |grown up )?"
        r"(?:children|kids|daughters|sons)",
        "a number of children",
    ),
    _pattern(  # "receiving housing benefit", "living on welfare"
        "socioeconomic.benefits",
        "benefit|benefits|welfare|food stamps|universal credit|jobseeker's allowance|income support|medicaid|the dole",
        r"(?:receiving|claiming|getting|drawing|(?:living|relying|surviving) on) (?:[a-z]{4,13} )?"
        r"(?:benefits?|welfare|food stamps|universal credit|jobseeker's allowance|income support|medicaid|the dole)",
        "public support somebody lives on",
    ),
    _pattern(  # "of the Hindu faith"
        "religion.faith",
        "faith|religion",
        r"(?:of|from|practicing|practising) (?:the )?(?!the |this |that |his |her |their |our |good |bad |in )"
        r"[a-z']{3,20} (?:faith|religion)",
        "a faith somebody is of",
    ),
)
