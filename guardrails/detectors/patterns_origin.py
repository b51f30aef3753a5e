"""Patterns of a country somebody comes from and of a faith somebody took up or keeps."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.patterns import Pattern
from guardrails.types import Form

__all__ = ["ORIGIN_PATTERNS"]

_COUNTRIES: Final = (
    "afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|barbados|"
    "belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|brazil|bulgaria|burkina faso|burma|burundi|cambodia|"
    "cameroon|canada|cape verde|chad|chile|china|colombia|congo|costa rica|croatia|cuba|cyprus|czechia|denmark|"
    "djibouti|dominica|ecuador|egypt|el salvador|england|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|"
    "gabon|gambia|georgia|germany|ghana|great britain|greece|grenada|guatemala|guinea|guyana|haiti|honduras|"
    "hong kong|hungary|"
    "iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kosovo|"
    "kurdistan|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|lithuania|luxembourg|madagascar|malawi|"
    "malaysia|mali|malta|mauritania|mauritius|mexico|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|"
    "nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|norway|oman|pakistan|palestine|"
    "panama|papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|"
    "saudi arabia|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|"
    "south sudan|soviet union|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|"
    "thailand|togo|tonga|trinidad|tunisia|turkey|turkmenistan|uganda|ukraine|united kingdom|united states|uruguay|"
    "uzbekistan|venezuela|vietnam|wales|yemen|zambia|zimbabwe|africa|asia|eastern europe|the caribbean|latin america|"
    "south america|the middle east"
)
_FAITHS: Final = (
    "islam|christianity|judaism|hinduism|buddhism|sikhism|catholicism|jainism|mormonism|protestantism|taoism|"
    "zoroastrianism|paganism|wicca|atheism|orthodoxy|the bahai faith"
)
_CAME: Final = (
    *("born in", "born and raised in", "born and bred in", "raised in", "originally from", "comes from", "came from"),
    *("hails from", "emigrated from", "immigrated from", "migrated from", "moved here from", "fled"),
    *("has roots in", "with roots in", "citizen of", "citizens of"),
)


_NAMED: Final = (
    r"he|she|they|i|who|person|people|man|woman|anyone|anybody|someone|candidates?(?: (?:[a-z]|\d{1,3}))?|"
    r"[a-z]{2,10}(?:ers?|ors?|ists?|ants?|ents?|ees?)(?: (?:[a-z]|\d{1,3}))?"
)
_SOUNDING: Final = (
    r"(?!(?:english|british|american|common|basic|public|generic) )[a-z]{2,14}(?:ish|ese|an|ic|ch|i|im|u|ew)"
)


def _pattern(name: str, triggers: tuple[str, ...], regex: str, reason: str, form: Form, **more: object) -> Pattern:
    whole = rf"(?<!\w){regex}(?!\w)"
    attribute = name.partition(".")[0]
    more = {"checked": True} | more
    return Pattern(name=name, attribute=attribute, triggers=triggers, regex=whole, reason=reason, form=form, **more)  # type: ignore[arg-type]


ORIGIN_PATTERNS: Final = (
    _pattern(  # "born in Ghana", "originally from India"; "a style born in Italy" is said of a thing
        "nationality.country",
        _CAME,
        r"(?:born(?: and (?:raised|bred))? in|raised in|originally from|comes from|came from|hails from|"
        r"(?:em|im|)migrated from|moved here from|fled(?: from)?|(?:has|with) roots in|citizens? of) (?:the )?"
        rf"(?:{_COUNTRIES})",
        "a country somebody comes from",
        Form.PHRASE,
    ),
    _pattern(  # "a nurse from Ghana", "the people from Peru"; not "the postman from India Street"
        "nationality.from",
        ("from",),
        r"(?:man|woman|men|women|people|person|persons|boy|girl|boys|girls|guy|guys|lady|ladies|gentleman|kid|kids|family|"
        r"families|immigrants?|migrants?|refugees?|foreigners?|those|someone|anyone|everyone|[a-z]{2,10}(?:ers?|ors?|ists?|"
        r"ants?|ents?)|nurses?|mechanics?|cooks?|chefs?|maids?|guests?|clerks?|friends?) "
        rf"(?P<span>from (?:the )?(?:{_COUNTRIES}))(?! (?:[a-z]{{2,10}} )?(?:to|and back)\b)",
        "a country somebody comes from",
        Form.PHRASE,
    ),
    _pattern(  # "he is from Nigeria"; "the parcel is from Nigeria" is said of a thing
        "nationality.is_from",
        (
            "is from",
            "are from",
            "am from",
            "was from",
            "were from",
            "i'm from",
            "he's from",
            "she's from",
            "they're from",
        ),
        rf"(?:is|are|am|was|were|i'm|he's|she's|they're) (?P<span>from (?:the )?(?:{_COUNTRIES}))",
        "a country somebody comes from",
        Form.PHRASE,
        checked=False,
        said=True,
    ),
    _pattern(  # "has a Jewish surname", "the Turkish family name on the form"
        "ethnicity.surname",
        ("surname", "surnames", "last name", "family name"),
        rf"(?:an? )?{_SOUNDING} (?:sounding )?(?:surname|last name|family name)s?",
        "a name that tells where somebody is from",
        Form.PHRASE,
        tags=("proxy",),
        checked=False,
    ),
    _pattern(  # "she has an Arabic name"; a file or a town has one too
        "ethnicity.name",
        ("name", "names"),
        rf"(?:{_NAMED}) (?:has|have|had|having|with) (?P<span>an? {_SOUNDING} (?:sounding )?(?:first )?names?)",
        "a name that tells where somebody is from",
        Form.PHRASE,
        tags=("proxy",),
        checked=False,
    ),
    _pattern(  # "a Sudanese national has paid"; not "the Sudanese national team"
        "nationality.national",
        ("national", "nationals"),
        r"(?!(?:inter|multi|supra|trans) )[a-z]{3,20}(?:an|ish|ese|i|ch|eek|iss|lsh|ani) nationals?"
        r"(?=[.,;:!?)]|$| (?:has|have|had|is|was|are|were|who|with|living|residing|working|and|or|in|from|to|may|must|"
        r"can|should|will|applied|aged)\b)",
        "a citizen of a country",
        Form.NOUN,
    ),
    _pattern(  # "converted to Islam", "practises Judaism"
        "religion.kept",
        (
            *("converted to", "converts to", "converting to", "convert to", "practises", "practices", "practising"),
            *("practicing", "follows", "follower of", "followers of", "embraced", "raised in"),
        ),
        r"(?:convert(?:ed|s|ing)? to|practi[sc]es|practi[sc]ing|follows|followers? of|embraced|raised in) "
        rf"(?:{_FAITHS})",
        "a faith somebody took up or keeps",
        Form.PHRASE,
    ),
)
