"""Countries as they are said of a party: "Acme Ltd, Cyprus", "a Russian citizen", "из России"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.questions.spotting.party_words import phrases
from bot.questions.spotting.sheet import Sheet, Sort, beginnings

COUNTRIES = phrases(
    """
    russia | russian federation | belarus | ukraine | iran | iraq | syria | cuba | north korea | dprk | china
    | hong kong | turkey | türkiye | united arab emirates | uae | cyprus | switzerland | germany | france |
    italy | spain | united kingdom | uk | united states | usa | venezuela | lebanon | libya | yemen | sudan |
    south sudan | somalia | myanmar | burma | kazakhstan | armenia | georgia | azerbaijan | uzbekistan |
    kyrgyzstan | tajikistan | turkmenistan | moldova | serbia | israel | india | pakistan | afghanistan |
    mexico | colombia | nicaragua | panama | liberia | malta | greece | latvia | lithuania | estonia | poland
    | finland | luxembourg | liechtenstein | monaco | british virgin islands | cayman islands | seychelles |
    marshall islands | singapore | malaysia | indonesia | vietnam | thailand | japan | south korea | egypt |
    algeria | tunisia | morocco | canada | australia | new zealand | netherlands | belgium | austria | norway
    | sweden | denmark | brazil | argentina | palau | gabon | cook islands | comoros | cameroon | tanzania |
    bahamas | isle of man | jersey | mali | niger | nigeria | ethiopia | eritrea | zimbabwe | south africa |
    congo
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
_PEOPLES = {
    "americans": "United States",
    "chinese": "China",
    "turks": "Turkey",
    "syrians": "Syria",
    "serbs": "Serbia",
    "российск": "Russia",
    "русск": "Russia",
    "белорусск": "Belarus",
    "иранск": "Iran",
    "китайск": "China",
    "украинск": "Ukraine",
    "сирийск": "Syria",
    "російськ": "Russia",
    "білоруськ": "Belarus",
    "іранськ": "Iran",
    "росія": "Russia",
    "росії": "Russia",
    "білорусь": "Belarus",
    "іран": "Iran",
    "russische": "Russia",
    "russe": "Russia",
    "rusos": "Russia",
    "rusas": "Russia",
    "iranische": "Iran",
    "iranien": "Iran",
    "iraníes": "Iran",
    "dutch": "Netherlands",
    "maltese": "Malta",
    "panamanian": "Panama",
    "liberian": "Liberia",
    "greek": "Greece",
    "french": "France",
    "italian": "Italy",
    "spanish": "Spain",
    "japanese": "Japan",
    "indian": "India",
    "pakistani": "Pakistan",
    "afghan": "Afghanistan",
    "yemeni": "Yemen",
    "sudanese": "Sudan",
    "libyan": "Libya",
    "mexican": "Mexico",
    "colombian": "Colombia",
    "israeli": "Israel",
    "burmese": "Myanmar",
    "somali": "Somalia",
    "nicaraguan": "Nicaragua",
}
_NAMES = {name: name.title() for name in COUNTRIES} | _RUSSIAN
_ADJECTIVES = _NATIONALITIES | _PEOPLES
_SPOT = re.compile(
    r"(?<![\w-])(?:(?P<name>"
    + "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
    + r")|(?P<people>"
    + "|".join(re.escape(name) for name in sorted(_ADJECTIVES, key=len, reverse=True))
    + r")(?:s|(?<=ск)\w*|(?<=ськ)\w*|n|r)?)(?![\w-])",
    re.IGNORECASE,
)


class Country(NamedTuple):
    """A country as screening compares it; `people`: said as of what country somebody or something is."""

    name: str
    people: bool


_TELLING = beginnings(word.split()[0] for word in (*_NAMES, *_ADJECTIVES))


def mark_countries(sheet: Sheet) -> None:
    if sheet.may_hold(_TELLING):
        sheet.mark_all(Sort.COUNTRY, _SPOT, _country)


def _country(match: re.Match[str]) -> Country | None:
    if match["name"]:
        typed = match["name"].casefold()
        return Country(_RUSSIAN.get(typed, match["name"]), False)
    return Country(_ADJECTIVES[match["people"].casefold()], True)
