"""Words that carry little by themselves: particles, titles, and the stock words of company names."""

from __future__ import annotations

from enum import Enum

from bot.screening import weights
from bot.screening.words.data import data_parts


class Role(Enum):
    """The part that a word plays in a name: what it is called, what it weighs, and whether it tells little."""

    NAME = "name", weights.NAME
    PATRONYMIC = "patronymic", weights.FATHERS_NAME
    PARTICLE = "particle", weights.PARTICLE, True
    TITLE = "title", weights.TITLE, True
    FORM = "legal form", weights.LEGAL_FORM, True
    STOCK = "stock word", weights.STOCK_WORD
    INITIAL = "initial", weights.LETTER
    NUMBER = "number", weights.NUMBER

    def __init__(self, label: str, weight: float, light: bool = False) -> None:
        self.label, self.weight, self.light = label, weight, light
        self.at = len(type(self).__members__)  # its place among the roles


# A member of an Enum is found slowly (0.2 µs in Python 3.11), and these are asked for dozens of times a name.
ROLES = tuple(Role)
(
    ROLE_NAME,
    ROLE_PATRONYMIC,
    ROLE_PARTICLE,
    ROLE_TITLE,
    ROLE_FORM,
    ROLE_STOCK,
    ROLE_INITIAL,
    ROLE_NUMBER,
) = ROLES


def words_in(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = words_in(
    """
    al el ul ad as ash at az an ar bin ibn ben bint binti wa e de del della di da do dos das la las le les los
    lo y of the and und et van von der den ter ten zu zum du des in for to na abu abou fi wal ould
    oglu ogly kyzy ogli kizi uulu
    """
)

SONS = words_in("oglu ogly ogli kyzy kizi uulu")  # and daughters: what stands before is the father's name

GENERATIONS = words_in("jr sr")
SHIPS = words_in("mt mv")
ARTICLES = words_in("al el ul")
# What says of a firm that all of it is meant.
WHOLES = words_in(
    "group groupe grupo gruppe gruppo gruppa grup holding holdings kholding concern konzern kontsern corporation "
    "korporatsiya kompaniya company compagnie compania"
)

# Particles that are surnames where they stand last: Stephen Lo.
SURNAMES_TOO = words_in("lo le la an do du ten to van ad as fi wa ar ben das san bin da di ye")

TITLES = words_in(
    """
    mr mrs ms miss dr prof professor sir lord lady jr sr general gen colonel col major maj captain capt
    lieutenant lt sheikh shaykh sheik shaikh haji hajji hajj alhaj mullah mulla maulavi mawlawi maulawi qari
    hafiz sayyid sayed ayatollah imam ustad president minister ambassador judge brigadier admiral commander cmdr
    hon esq phd eng ing monsieur madame herr frau senor senora dona prezident gospodin gospozha doktor mv mt ss
    """
)

STOCK_WORDS = words_in(
    """
    bank banking banco banque bankasi company corporation group grupo gruppe holding holdings trading trade
    international intl global industries industry industrial commercial services service enterprise enterprises
    general national state federal central investment investments capital finance financial management
    development technology technologies engineering construction shipping marine maritime logistics transport
    trust fund foundation institute institution organization organisation association center centre office
    bureau department ministry agency committee union society federation republic government systems solutions
    research production products export import oil gas energy petroleum petrochemical chemical atomic nuclear
    steel electronics
    aviation airlines air insurance exchange university factory plant works complex scientific design joint
    stock limited public private comercial comercializadora inmobiliaria constructora servicios inversiones
    distribuidora empresa sociedad middle east russia russian iran iranian china chinese moscow tehran islamic
    arab front movement army party world first new united star societe generale internationale nationale compagnie
    groupe industrie industriale nazionale internazionale internacional nacional aktiebolaget
    naucho zavod kompaniya obshchestvo predpriyatie
    """
)


def _parts(name: str) -> list[frozenset[str]]:
    return [frozenset(" ".join(lines).split()) for lines in data_parts(name)]


PLACES = next(part for part in _parts("common_words.txt") if "moskva" in part)
_PEOPLE_BY_LANGUAGE = _parts("common_people.txt")
COMMON_PEOPLE = frozenset[str]().union(*_PEOPLE_BY_LANGUAGE)
COMMON_WORDS = STOCK_WORDS | COMMON_PEOPLE | frozenset[str]().union(*_parts("common_words.txt"))


def are_common_people(names: frozenset[str], surnames: frozenset[str]) -> bool:
    """Whether a given name and a surname are common ones of one language: Igor Novikov is, Aleksei Miller is not."""
    return any(not part.isdisjoint(names) and not part.isdisjoint(surnames) for part in _PEOPLE_BY_LANGUAGE)


# Endings of Russian, Ukrainian and Belarusian patronymics in their Latin spellings.
_PATRONYMIC_ENDS = tuple(
    sorted(
        words_in(
            """
    ovich evich ovych evych iyovych avich ovitch evitch ovic ovna evna ivna ichna ainich yevich avna owna iovych
    """
        )
    )
)
_SHORT_PATRONYMICS = words_in(
    """
    ilyich ilich illich kuzmich lukich fomich nikitich savvich illych ilyichna ilinichna nikitichna
    """
)


def is_patronymic(word: str) -> bool:
    """Whether the word can be a patronymic by its form. Abramovich can, too: it is a surname where it stands last."""
    return word in _SHORT_PATRONYMICS or (len(word) >= 7 and word.endswith(_PATRONYMIC_ENDS))
