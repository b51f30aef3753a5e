"""One person of each of many peoples, faiths, conditions and orientations, in a plain sentence."""

from __future__ import annotations

from tests.hostile.expectations import listed

_NATIONS = listed(
    "Albanian, Angolan, Armenian, Bahraini, Belarusian, Bolivian, Botswanan, Burmese, Cambodian, Cameroonian, "
    "Congolese, Croatian, Cypriot, Ecuadorian, Eritrean, Estonian, Fijian, Gambian, Georgian, Guatemalan, "
    "Haitian, Honduran, Icelandic, Jamaican, Jordanian, Kazakh, Laotian, Latvian, Libyan, Malawian, Maltese, "
    "Mongolian, Nepali, Nicaraguan, Omani, Paraguayan, Qatari, Rwandan, Senegalese, Slovenian, Sudanese, "
    "Tanzanian, Tongan, Tunisian, Ugandan, Uruguayan, Uzbek, Yemeni, Zambian, Zimbabwean"
)
_PEOPLES = listed(
    "Basque, Berber, Catalan, Hausa, Hmong, Igbo, Inuit, Kurdish, Navajo, Pashtun, Sami, Tamil, Tibetan, Uyghur, "
    "Yoruba, Zulu"
)
_FAITHS = listed(
    "Anglican, Baha'i, Baptist, Buddhist, Hindu, Jain, Lutheran, Methodist, Mormon, Muslim, Pentecostal, "
    "Presbyterian, Quaker, Rastafarian, Shia, Sikh, Sunni, Taoist, Wiccan, Zoroastrian"
)
_CONDITIONS = listed(
    "arthritis, autism, bipolar disorder, cystic fibrosis, dementia, Down syndrome, dwarfism, dyscalculia, "
    "epilepsy, fibromyalgia, multiple sclerosis, muscular dystrophy, Parkinson's disease, schizophrenia, sickle "
    "cell disease, spina bifida, Tourette's, a learning disability, a hearing loss, a mental illness"
)
_ORIENTATIONS = listed("asexual, bisexual, gay, heterosexual, homosexual, lesbian, pansexual, queer, straight")

CASES: tuple[str, ...] = (
    *(f"The parcel was signed for by {{{n}|nationality}} staff." for n in _NATIONS[::2]),
    *(f"My dentist is {{{n}|nationality/ethnicity}}." for n in _NATIONS[1::2]),
    *(f"a {{{p}|ethnicity/race/nationality}} schoolteacher from the coast" for p in _PEOPLES),
    *(f"We let the room to a {{{f}|religion}} couple." for f in _FAITHS),
    *(f"a volunteer {{with {c}|disability}}" for c in _CONDITIONS),
    *(f"The mayor is {{{o}|orientation}} and popular." for o in _ORIENTATIONS),
    # the same words about things
    *(f"We imported {n} timber and {n} coffee." for n in _NATIONS[::5]),
    *(f"The {f} hymn book is out of print." for f in _FAITHS[::4]),
    *(f"A lecture on {c} was cancelled." for c in _CONDITIONS[::4]),
)
