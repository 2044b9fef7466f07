"""Given names that are forms of one another: transliterations, diminutives, and the same name across languages."""

from __future__ import annotations

import re

from bot.screening.phonetic import romanised

_GROUPS = (
    "aleksandr alexander alexandr aleksander alyaksandr aliaksandr oleksandr alexandre alejandro iskander sasha",
    "aleksandra alexandra oleksandra",
    "aleksey aleksei alexei alexey alexi aleksej oleksiy oleksii alyaksey aliaksei",
    "andrey andrei andrew andriy andrii andrej andre andreas",
    "anatoly anatoli anatoliy anatolii anatol",
    "arkady arkadi arkadiy arkadii",
    "boris borys barys",
    "daniel daniil danila danylo danilo",
    "dmitry dmitri dmitriy dmitrii dmytro dimitri dmitrij dzmitry dima",
    "evgeny evgeni evgeniy evgenii yevgeny yevgeni yevgeniy yevgenii eugene yevhen evhen yauhen evgen yevgen",
    "evgenia evgeniya yevgenia yevgeniya yevheniia eugenia",
    "elena yelena olena helena alena alyona",
    "ekaterina yekaterina kateryna catherine katerina katya",
    "fedor fyodor feodor theodore fedir",
    "gennady gennadi gennadiy gennadii hennadiy hennadii",
    "georgy georgi georgiy georgii george heorhiy heorhii",
    "yuri yury yuriy yurii iurii iuri jurij yuriy",
    "grigory grigori grigoriy grigorii gregory hryhoriy hryhorii",
    "igor ihor ihar",
    "ilya ilia illia elijah",
    "irina iryna irene",
    "ivan john ioann jan johann",
    "juan joao",
    "konstantin konstantyn kostyantyn constantine kostiantyn",
    "kirill kyrylo cyril kiril",
    "leonid leonyd",
    "maksim maxim maksym maxym max",
    "maria mariya mariia mary marie",
    "mikhail michael mykhailo mykhaylo mihail mikhael mikhayil miguel michel misha mikail",
    "nikita mykyta mikita",
    "nikolai nikolay nikolaj nicholas mykola mikola nicolae nikola mikalai nicolas mikolai mykolai",
    "natalia natalya nataliya nataliia natasha nathalie",
    "oleg oleh aleh",
    "olga olha volha",
    "pavel pavlo paul pavlos pablo",
    "petr pyotr piotr petro peter pedro pierre",
    "roman ramon",
    "sergey sergei serhiy serhii sergej serguei siarhei syarhey serge sergii sergio",
    "stanislav stanislaw",
    "svetlana svitlana sviatlana",
    "tatiana tatyana tetyana tetiana tatsiana",
    "valery valeri valeriy valerii valeryi",
    "vasily vasili vasiliy vasilii vasyl basil",
    "victor viktor viktar",
    "vladimir volodymyr uladzimir wladimir volodimir vova",
    "vladislav vladyslav uladzislau",
    "vyacheslav viacheslav vjaceslav slava",
    "yakov iakov jacob yakiv",
    "yulia yuliya julia iuliia yuliia",
    "mohammad mohammed muhammad mohamed mohamad muhammed mohd mehmed mehmet mukhammad magomed muhamad mahomed "
    "mokhammed",
    "ahmad ahmed akhmed achmad ahmet akhmad ahamed",
    "ali aliy",
    "hussein hussain husayn husain hosein hossein hussayn houssein hoseyn husseyn hussin",
    "hassan hasan hassen khasan hasen",
    "ibrahim ebrahim ibraheem abraham brahim",
    "yusuf yousef yusif youssef joseph yusef yousuf yosef josef",
    "umar omar omer",
    "uthman osman othman usman ousmane",
    "usama osama oussama",
    "muammar moammar mouammar",
    "qadhafi gaddafi qaddafi kadafi gadhafi kadhafi gadafi qadafi khadafi kaddafi",
    "khalid khaled halid",
    "said saeed sayeed saed sayid",
    "suleiman sulayman soleiman sulaiman suleyman solomon soleyman",
    "mahmud mahmoud mahmood",
    "mustafa mostafa mustapha moustafa",
    "bashar bachar",
    "robert bob rob",
    "james jim",
    "benjamin ben bibi",
    "thomas tom",
    "timothy tim",
    "anthony tony antonio anton",
    "barack barry",
    "lidia lidiya lidiia lidija lydia",
    "nadezhda nadezda nadiya nadiia nadija",
    "gleb hlib glib",
    "graham grahame grem",
    "egor yegor yehor iehor",
    "filipp philipp philip phillip pylyp pilip felipe philippe",
    "anastasia anastasiya anastasiia",
    "galina halyna galyna halina",
    "ludmila lyudmila liudmila lyudmyla",
    "william bill will wiliam uilyam vilyam",
    "jeffrey dzheffri jeff geoffrey",
    "francisco francesco franz francois frank",
    "francesca francisca",
)
_GROUP_OF: dict[str, int] = {name: number for number, group in enumerate(_GROUPS, 1) for name in group.split()}


_BY_ROMAN = {romanised(name): group for name, group in _GROUP_OF.items()}  # kostyantin, as kostyantyn

_FATHERS = {stem: group for name, group in _GROUP_OF.items() if len(stem := name.rstrip("aeiouy")) >= 3}
_FATHERS |= dict.fromkeys(("yak", "yakovl", "iakovl", "jakovl"), _GROUP_OF["yakov"])  # Yakovich, Yakovlevich
_PATRONYMIC = re.compile(r"^([a-z]{3,}?)[aeiouy]*(?:v(i[ct]c?h|ych|ic)|vna|chna)$")


def group_of(name: str, roman: str = "") -> int:
    """The number of the name's group of forms; 0 where it is not known. Two groups are two names: Oleg and Olga.

    `roman` is the name romanised, where it is known. A patronymic belongs with the other forms of the father's name:
    Nikolaevna and Mykolaivna.
    """
    group = _GROUP_OF.get(name, 0) or _BY_ROMAN.get(roman or romanised(name), 0)
    if not group and len(name) >= 6 and (found := _PATRONYMIC.match(name)):
        father = _FATHERS.get(found.group(1), 0)
        group = father and len(_GROUPS) + 2 * father + bool(found.group(2))
    return group


def is_given_name(word: str) -> bool:
    """Whether the word is a known given name or patronymic, and no surname that is grouped with its spellings."""
    return group_of(word) not in (0, _GROUP_OF["qadhafi"])
