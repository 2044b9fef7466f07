"""Countries as they are said of a party: "Acme Ltd, Cyprus", "a Russian citizen", "из России"."""

from __future__ import annotations

import re

from bot.questions.party_words import phrases

COUNTRIES = phrases(
    """
    russia | russian federation | belarus | ukraine | iran | iraq | syria | cuba | north korea | dprk | china |
    hong kong | turkey | türkiye | united arab emirates | uae | cyprus | switzerland | germany | france | italy
    | spain | united kingdom | uk | united states | usa | venezuela | lebanon | libya | yemen | sudan | south
    sudan | somalia | myanmar | burma | kazakhstan | armenia | georgia | azerbaijan | uzbekistan | kyrgyzstan |
    tajikistan | turkmenistan | moldova | serbia | israel | india | pakistan | afghanistan | mexico | colombia |
    nicaragua | panama | liberia | malta | greece | latvia | lithuania | estonia | poland | finland | luxembourg
    | liechtenstein | monaco | british virgin islands | cayman islands | seychelles | marshall islands |
    singapore | malaysia | indonesia | vietnam | thailand | japan | south korea | egypt | algeria | tunisia |
    morocco | mali | niger | nigeria | ethiopia | eritrea | zimbabwe | south africa | congo
    """
)

# Russian for those that questions name most, in the forms that follow a comma and "из"; what screening compares with
_RUSSIAN = {
    "россия": "Russia",
    "россии": "Russia",
    "россию": "Russia",
    "рф": "Russia",
    "российская федерация": "Russia",
    "беларусь": "Belarus",
    "беларуси": "Belarus",
    "белоруссия": "Belarus",
    "украина": "Ukraine",
    "украины": "Ukraine",
    "казахстан": "Kazakhstan",
    "казахстана": "Kazakhstan",
    "кипр": "Cyprus",
    "кипра": "Cyprus",
    "китай": "China",
    "китая": "China",
    "турция": "Turkey",
    "турции": "Turkey",
    "иран": "Iran",
    "ирана": "Iran",
    "сирия": "Syria",
    "оаэ": "UAE",
    "швейцария": "Switzerland",
    "армения": "Armenia",
    "грузия": "Georgia",
}
_NATIONALITIES = {
    "russian": "Russia",
    "belarusian": "Belarus",
    "belarussian": "Belarus",
    "ukrainian": "Ukraine",
    "iranian": "Iran",
    "syrian": "Syria",
    "chinese": "China",
    "turkish": "Turkey",
    "cypriot": "Cyprus",
    "swiss": "Switzerland",
    "german": "Germany",
    "british": "United Kingdom",
    "emirati": "UAE",
    "kazakh": "Kazakhstan",
    "armenian": "Armenia",
    "georgian": "Georgia",
    "azerbaijani": "Azerbaijan",
    "uzbek": "Uzbekistan",
    "serbian": "Serbia",
    "moldovan": "Moldova",
    "lebanese": "Lebanon",
    "iraqi": "Iraq",
    "cuban": "Cuba",
    "venezuelan": "Venezuela",
    "north korean": "North Korea",
}
_COUNTRY = "|".join(re.escape(name) for name in (*COUNTRIES, *_RUSSIAN))
_OF_A_COUNTRY = re.compile(
    rf",? \(?(?:(?:who is |that is )?(?:a |an )?(?:national|citizen|resident) of|(?:nationality|citizenship|country):?|"
    rf"from|registered in|based in|incorporated in|flag(?:ged)?|гражданин|гражданка|из) (?:the )?"
    rf"(?P<country>{_COUNTRY})\)?$",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    rf",? \(?(?:an? )?(?P<people>{'|'.join(_NATIONALITIES)}) "
    r"(?-i:citizen|national|nationality|passport holder|businessman|businesswoman|oligarch)\)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"(?:\s*,\s*|\s*\()(?P<country>{_COUNTRY})\)?[\s,]*$", re.IGNORECASE)


def is_country(words: str) -> bool:
    return words.strip().casefold() in COUNTRIES or words.strip().casefold() in _RUSSIAN


def tells_a_country(words: str) -> bool:
    """Whether the words say only of what country somebody is: "Russian citizen"."""
    return bool(_NATIONAL.fullmatch(f" {words.strip()}"))


def country_of(name: str) -> tuple[str, str]:
    """A name without the country said after it, and that country, or "".

    After a comma or in brackets only where the name is not printed all in capitals: lists print so, and there the
    country is part of it ("BANK MELLI, IRAN").
    """
    if match := _OF_A_COUNTRY.search(name):
        return name[: match.start()], _english(match["country"])
    if match := _NATIONAL.search(name):
        return name[: match.start()], _NATIONALITIES[match["people"].lower()]
    if (
        (match := _BESIDE.search(name))
        and not name[: match.start()].isupper()
        and not is_country(name[: match.start()])
    ):
        return name[: match.start()], _english(match["country"])
    return name, ""


def _english(country: str) -> str:
    return _RUSSIAN.get(country.casefold(), country)
