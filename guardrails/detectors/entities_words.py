"""The closed word classes that entity resolution leans on: heads of names, honorifics, person nouns, look-alikes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

__all__ = [
    "ADJECTIVE",
    "ADJECTIVES",
    "BREAKERS",
    "BREAKS",
    "CONNECTORS",
    "DESCENT",
    "DESCRIBES",
    "FIRST",
    "GENDERED_NOUNS",
    "GIVEN",
    "GROUP",
    "GROUPS",
    "HEAD",
    "JOINS",
    "OF",
    "OF_HEADS",
    "ORGANISATION",
    "ORGANISATION_HEADS",
    "PERSON",
    "PERSON_NOUNS",
    "PERSON_VERBS",
    "PLACE",
    "PLACE_FIRST",
    "PLACE_HEADS",
    "SURNAME",
    "SURNAME_LOOKALIKES",
    "TEAM",
    "TEAMS",
    "TITLE",
    "TITLES",
    "WITHIN_NAMES",
    "WORDS_NOT_NAMES",
    "given_names",
    "is_person_noun",
    "word_classes",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    mr mrs ms miss mx dr doctor prof professor rev reverend fr father pastor rabbi imam sheikh bishop archbishop
    cardinal pope sir dame lord lady baron baroness count countess duke duchess earl prince princess king queen
    captain capt sergeant sgt lieutenant lt major maj colonel col general gen admiral corporal cpl commander cmdr
    private pvt officer constable pc detective inspector superintendent sheriff deputy judge justice senator sen
    congressman congresswoman representative rep president governor gov mayor minister chancellor secretary
    councillor cllr ambassador consul dean coach chef nurse sister brother aunt auntie uncle hon honourable
    honorable herr frau fraulein monsieur madame mademoiselle mme mlle senor senora senorita señor señora señorita
    sr sra srta signor signora don doña dona attorney mister missus principal provost
""")
"""Honorifics and offices that stand before a surname; written in lower case, without the full stop."""

ORGANISATION_HEADS = _words("""
    inc ltd llc llp plc gmbh ag corp co company corporation foundation association university college school church
    press records airlines airways bank hotel hotels inn motors paints bakery coffee cafe café restaurant bistro
    grill diner pub bar brewery brewing winery distillery group holdings partners partnership industries systems
    technologies technology solutions labs laboratories studio studios pictures entertainment media news times post
    herald journal magazine tribune gazette chronicle monitor review observer telegraph guardian express
    broadcasting radio television channel network club fc afc cf united athletic league party council committee
    commission department ministry agency institute institution museum gallery library hospital clinic center centre
    theatre theater orchestra symphony philharmonic choir society union federation alliance coalition congress trust
    fund academy seminary temple synagogue mosque cathedral chapel abbey brotherhood sisterhood army corps legion
    court parliament assembly senate films productions publishing publishers publications books bookstore bookshop
    insurance assurance mutual securities capital ventures investments consulting consultants services logistics
    freight shipping railway railways railroad energy petroleum oil gas electric power steel mining foods dairy
    farms pharmacy pharmaceuticals healthcare hospice supermarket supermarkets stores store shop boutique outfitters
    apparel fashion jewellers jewelers cosmetics salon hardware tools furniture realty properties estates homes
    builders construction architects associates attorneys chambers sons brothers bros enterprises international
    worldwide initiative project programme program scholarship movement caucus lobby bureau office authority board
    fraternity sorority ballet opera ensemble quartet band rovers wanderers rangers panthers tigers sox hawks
    festival fest awards award prize matter forum conference summit fellowship mission ministries diocese parish
    nation tribe confederacy government administration police veterans guild consortium encyclopedia encyclopaedia
    dictionary almanac anthology month week act cooperative co-op collective exchange
""")
"""Last words of names of organisations."""

PLACE_HEADS = _words("""
    street st road rd avenue ave lane ln drive dr boulevard blvd way terrace crescent court close place plaza square
    row mews highway freeway parkway county parish province state quarter borough ward town township village city
    heights hill hills mountain mountains mount peak ridge range valley canyon gorge plain plains prairie desert
    forest forests woods wood grove park gardens garden beach coast shore bay cove harbor harbour port gulf sea
    ocean strait straits channel river creek stream brook lake lakes pond falls springs spring island islands isle
    isles cape point peninsula plateau basin delta reef rock rocks cliff cliffs cave caves bridge tunnel station
    airport terminal tower towers hall house palace castle fort cemetery monument memorial territory territories
    reservation republic kingdom empire subcontinent archipelago minor pacific alps himalayas steppe savanna glacier
    field fields farm ranch estate mall market bazaar fairgrounds stadium arena
""")
"""Last words of names of places."""

PLACE_FIRST = _words("mount mt lake fort port cape gulf isle river bay san santa saint st los las el")
"""First words of names of places; what follows belongs to the name."""

CONNECTORS = _words("& of the de la del van der den von bin ibn al el da di du dos le y 'n' ’n’")
"""Words in lower case inside a name."""

OF_HEADS = _words("""
    university bank church museum institute college republic kingdom state city gulf bay isle isles cape mount lake
    port fort knights sons daughters order ministry department society league house nation school academy bureau
    office board council court library hospital friends association federation union congress archdiocese diocese
    temple army legion commonwealth dominion province county straits sea ocean coast valley tower people's children
    lord lords prince duke queen king history journal annals encyclopedia
""")
"""First words of names of the form "X of Y"."""

TEAMS = _words("""
    redskins blackhawks seminoles illini utes braves chiefs celtics vikings canadiens canucks senators patriots
    yankees cowboys 49ers knicks mets dodgers trojans spartans hoosiers sooners aggies gaels
""")
"""Nicknames of sports teams that are words for people, or look like them."""

PERSON_NOUNS = _words("""
    people person persons folk folks man men woman women boy boys girl girls guy guys gal gals lady ladies gentleman
    gentlemen lad lads lass kid kids child children baby babies toddler toddlers teen teens teenager teenagers youth
    youths adult adults male males female females human humans individual individuals someone somebody anyone
    everyone applicant applicants candidate candidates employee employees worker workers staff colleague colleagues
    team teams hire hires nominee nominees customer customers client clients user users patient patients resident
    residents tenant tenants student students pupil pupils graduate graduates teacher teachers doctor doctors nurse
    nurses lawyer lawyers engineer engineers developer developers manager managers driver drivers officer officers
    player players singer singers writer writers author authors artist artists actor actors actress actresses
    athlete athletes farmer farmers soldier soldiers veteran veterans voter voters citizen citizens immigrant
    immigrants migrant migrants refugee refugees neighbor neighbour neighbors neighbours friend friends family
    families couple couples parent parents mother mothers mom moms mum mums father fathers dad dads son sons
    daughter daughters brother brothers sister sisters wife wives husband husbands partner partners spouse spouses
    boyfriend girlfriend uncle aunt cousin grandmother grandfather grandma grandpa community communities population
    populations group groups minority minorities majority crowd crowds gang gangs mob worshipper worshippers
    believer believers convert converts leader leaders member members activist activists volunteer volunteers
    professional professionals executive executives boss bosses ceo ceos owner owners founder founders entrepreneur
    entrepreneurs scientist scientists professor professors speaker speakers consumer consumers buyer buyers shopper
    shoppers passenger passengers guest guests defendant defendants suspect suspects criminal criminals victim
    victims prisoner prisoners inmate inmates nationalist nationalists supremacist supremacists extremist extremists
    terrorist terrorists rep reps guard guards cop cops detective captain senior seniors elder elders single singles
    native natives expat expats settler settlers slave slaves folx peoples workforce audience audiences household
    households demographic generation descendants ancestors fellow dude dudes bro bros bride groom mayor senator
    president governor chef cook maid nanny model models dancer dancers musician musicians poet poets painter
    painters rapper rappers comedian comedians director directors coach coaches borrower borrowers renter renters
    homeowner homeowners roommate roommates flatmate flatmates nationals supporters boomer boomers millennial
    millennials zoomer zoomers attorneys attorney technician technicians assistant assistants analyst analysts
    designer designers programmer programmers nominee trainee interns intern recruits recruit transvestites lives
    bodies voices figures characters character
""")
"""Nouns for people and groups: a demographic word before one of them describes somebody."""

GENDERED_NOUNS = _words("man men woman women boy boys girl girls lady ladies male males female females")

GROUPS = _words("""
    african africans american americans asian asians black blacks white whites brown hispanic hispanics latino
    latinos latina latinas latinx indian indians chinese japanese korean koreans vietnamese filipino filipinos
    pakistani pakistanis bangladeshi bangladeshis thai arab arabs arabic persian persians turkish turk turks kurdish
    kurds jewish jew jews muslim muslims islamic christian christians catholic catholics protestant protestants
    hindu hindus sikh sikhs buddhist buddhists mormon mormons evangelical evangelicals atheist atheists baptist
    methodist lutheran presbyterian anglican orthodox gay gays lesbian lesbians bisexual bisexuals trans transgender
    queer queers straight lgbt lgbtq lgbtqia lgbtq+ nonbinary non-binary intersex asexual male female deaf blind
    disabled autistic deafblind mute dumb lame crippled handicapped young old elderly aged senior junior middle-aged
    teenage native natives indigenous aboriginal aboriginals maori inuit hawaiian samoan mexican mexicans canadian
    canadians british briton britons english irish scottish welsh french german germans italian italians spanish
    spaniard portuguese dutch belgian swiss austrian polish pole poles czech slovak hungarian romanian bulgarian
    greek greeks serbian croatian russian russians ukrainian ukrainians swedish swede norwegian dane danish finnish
    finn icelandic nigerian nigerians ghanaian kenyan ethiopian somali somalis sudanese egyptian moroccan algerian
    tunisian jamaican haitian cuban cubans dominican brazilian brazilians argentine colombian venezuelan peruvian
    chilean syrian iraqi iranian afghan lebanese israeli israelis palestinian saudi nepali tibetan mongolian
    indonesian malaysian caucasian caucasians european europeans western eastern middle-eastern rich poor homeless
    immigrant pregnant single married divorced widowed fat thin obese foreign foreigner foreigners women men woman
    man girl girls boy boys baby lady ladies ace pan mixed biracial multiracial coloured colored gypsy roma romani
    oriental orientals wiccan pagan jain shinto taoist rastafarian african-american asian-american mexican-american
    latin mestizo creole cherokee navajo sioux apache
""")
"""Words that describe people by group. A run made of these alone is a description, not a name."""

ADJECTIVES = frozenset(word for word in GROUPS if not word.endswith("s") or word.endswith("ss")) - GENDERED_NOUNS
"""The groups that stand before a noun: "Asian" in "Asian Paints". Plural nouns never do."""

SURNAME_LOOKALIKES = _words("""
    white black brown young old gay short rich strong small little english french german irish welsh scott holland
    england ireland israel france spain christian pope bishop king knight church abbott dane noble poor senior elder
    grey gray green gold silver rose straight wise savage moor norman saxon roman frank swede paris london west
    child childs bachelor guy mann man love long large fair swan major sargent stout lean sharp younger older
    youngman oldman whitehead blackman jordan chad mexico cuba brazil china india asia africa america kenya sweet
    jew blind lame handy mute dark bright read reed german ladd head single mister priest monk dean prince duke nunn
    parsons queen abbot cardinal palmer pilgrim sinclair pagan gypsy romany tanner latin greek turk polish swiss
    britton brittain breton fleming scot scotland wales norway finland poland virgin widow fat thin slim singleton
    adult boys ladies batchelor goodchild fairchild masters baby
""")
"""Words for people, colours, ages and lands that are also surnames."""

BREAKERS = _words("""
    a an the this that these those and or but nor so yet if when while where why how who whom whose which what as at
    by for from in into of off on onto out over to under up with without about above across after against along
    among around before behind below beneath beside between beyond despite down during except inside like near
    outside past since than through throughout toward towards until upon via within i you he she it we they me him
    her us them my your his its our their mine yours is am are was were be been being do does did done have has had
    having can could shall should would might must not no yes only also just even still very too more most less
    least some any every each all both either neither few many much several other another such same own here there
    now then today tomorrow yesterday always never often sometimes please hello hi hey dear thanks thank welcome
    sorry ok okay let let's make get give take keep tell ask say said says see look find show hire hiring hired
    reject rank prefer preferred wanted needed required apply allowed encouraged seeking looking available free best
    new great good top first last next one two three four five six seven eight nine ten half because although though
    however therefore meanwhile instead monday tuesday wednesday thursday friday saturday sunday january february
    march july september october november december don't doesn't didn't can't won't isn't aren't i'm i've i'd i'll
    he's she's it's they're we're you're that's there's what's who's re fwd subject from cc bcc date note ps via
    later earlier once soon finally recently perhaps maybe indeed according
""")
"""Capitalised only because a sentence or heading starts with them; they end a run."""

WITHIN_NAMES = _words("free best new great good top first last next one two three four five united national")
"""Words that end no run once it has begun ("Jewish Free School")."""

DESCENT = _words("""
    faith religion background heritage origin origins descent ancestry identity roots ethnicity race status male
    female nationality citizenship culture friendly owned led based speaking only wanted preferred needed welcome
    required apply allowed encouraged or and values beliefs
""")
"""Words that keep a capitalised group word a description of somebody ("Jewish Heritage")."""

WORDS_NOT_NAMES = _words("""
    proud famous local former retired dear several many most first second third modern ancient traditional urban
    rural wealthy educated talented successful successive prominent leading angry strong beautiful smart
    historically mostly non anti pro pan
""")


PERSON_VERBS = _words("""
    said says told asked wrote writes argues argued replied added explained explains joined works worked texted
    emailed thinks wants testified announced spent graduated retired died moved married studied became served began
    played scored signed won lived is was will has had teaches taught resigned founded applied earned received
""")
"""Verbs whose subject is one person, or is in the singular at least."""

TITLE, ORGANISATION, PLACE, PERSON, GROUP, SURNAME, GIVEN, DESCRIBES, OF, TEAM, FIRST, ADJECTIVE, JOINS, BREAKS = (
    1 << bit for bit in range(14)
)
"""What a word can be; `word_classes` gives the sum for each word, so that a word costs one look-up."""

HEAD = ORGANISATION | PLACE


@cache
def given_names() -> frozenset[str]:
    """Given names of many cultures, in lower case; read once from the package's data file."""
    data = resources.files("guardrails.detectors").joinpath("data/given_names.txt").read_text("utf-8")
    return frozenset(line.strip().lower() for line in data.splitlines() if line.strip())


@cache
def word_classes() -> Mapping[str, int]:
    """Each listed word, in lower case, to what it can be."""
    listed = (
        (TITLE, TITLES),
        (ORGANISATION, ORGANISATION_HEADS),
        (PLACE, PLACE_HEADS),
        (PERSON, PERSON_NOUNS),
        (GROUP, GROUPS),
        (SURNAME, SURNAME_LOOKALIKES),
        (GIVEN, given_names()),
        (DESCRIBES, DESCENT),
        (OF, OF_HEADS),
        (TEAM, TEAMS),
        (FIRST, PLACE_FIRST),
        (ADJECTIVE, ADJECTIVES),
        (JOINS, CONNECTORS),
        (BREAKS, BREAKERS),
    )
    classes: dict[str, int] = {}
    for bit, words in listed:
        for word in words:
            classes[word] = classes.get(word, 0) | bit
    return MappingProxyType(classes)


_PERSON_SUFFIXES = ("person", "people", "woman", "women", "ists", "icians", "eers", "ants", "ees", "holders", "seekers")


def is_person_noun(word: str) -> bool:
    """Whether *word*, in lower case, names a person or a group of people."""
    return word in PERSON_NOUNS or word.endswith(_PERSON_SUFFIXES)
