"""Given names that are forms of one another: transliterations, diminutives, and the same name across languages."""

from __future__ import annotations

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
    "evgeny evgeni evgeniy evgenii yevgeny yevgeni yevgeniy yevgenii eugene yevhen evhen yauhen",
    "evgenia evgeniya yevgenia yevgeniya yevheniia eugenia",
    "elena yelena olena helena alena",
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
    "ludmila lyudmila liudmila lyudmyla",
    "maksim maxim maksym maxym max",
    "maria mariya mariia mary marie",
    "mikhail michael mykhailo mykhaylo mihail mikhael mikhayil miguel michel misha mikail",
    "nikita mykyta mikita",
    "nikolai nikolay nikolaj nicholas mykola nicolae nikola mikalai nicolas",
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
    "william bill will",
    "james jim",
    "benjamin ben bibi",
    "thomas tom",
    "timothy tim",
    "jeffrey jeff",
    "anthony tony antonio anton",
    "barack barry",
)
_GROUP_OF: dict[str, int] = {name: number for number, group in enumerate(_GROUPS) for name in group.split()}


def same_given_name(one: str, other: str) -> bool:
    """Whether the two words are forms of one given name."""
    group = _GROUP_OF.get(one)
    return group is not None and group == _GROUP_OF.get(other)


def different_given_names(one: str, other: str) -> bool:
    """Whether both words are known given names, and of different people: Oleg and Olga, Ivan and Igor."""
    group, other_group = _GROUP_OF.get(one), _GROUP_OF.get(other)
    return group is not None and other_group is not None and group != other_group


def forms_of(name: str) -> tuple[str, ...]:
    """All forms of the given name, itself too; nothing where it is not known."""
    group = _GROUP_OF.get(name)
    return tuple(_GROUPS[group].split()) if group is not None else ()
