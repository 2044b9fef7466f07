"""Small sets of words that tell where one name ends. Not lists of parties to screen: only hints for splitting."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


LEGAL_FORMS = words(
    """
    a a.s a/s ab ag ao aps as asa b b.v bhd bv c c.v cia cjsc co company corp corporation cv d.o.o dd de dmcc
    doo dwc-llc eood est establishment fz-llc fzc fzco fze gmbh group holding holdings ii iii inc incorporated
    jr jsc k.k kft kg kk l limited llc llp lp ltd ltda n n.v nv oao offshore ohg ojsc ood ooo oy oyj p pao pjsc
    plc pte pty pvt r s s.a s.l s.p.a s.p.r r.l s.r.l s.r.o sa sal sarl sas sdn sl sons spa sr srl sro v y zao zrt
    ао гмбх зао ип оао ооо пао
    """
)

_DOTTED = frozenset(form.replace(".", "") for form in LEGAL_FORMS if len(form) > 1)


def is_form(word: str) -> bool:
    """Whether a folded word is a legal form, with its full stops or without: s.a, c.v, ltd. Not a letter alone."""
    return len(word) > 1 and (word in LEGAL_FORMS or word.replace(".", "") in _DOTTED)


# Words that many names share. A name of these alone is told from a command by them ("Watch Trading House").
GENERIC = words(
    """
    agency airlines army association aviation bank brigade bureau capital center centre chemical commercial
    committee central company construction corporation council defence defense department development electronics energy
    engineering enterprise enterprises establishment exchange export factory federation finance financial force
    forces foundation front fund gas general global group holding holdings house import industrial industries
    institute insurance international investment investments logistics management marine maritime media metals
    military mining ministry movement national news office oil organisation organization partners party
    petrochemical petroleum plant press research security service services shipping society software state steel
    systems technologies technology trading transport union university works
    """
)

# Words of grammar. In small letters no name begins, goes on or ends with one.
FUNCTION_WORDS = words(
    """
    i me my we us our you your u he him his she her it its they them their this that these those who whom whose which
    what where when why how is are was were be been being do does did done has have had can could may might must shall
    should will would not no if whether or nor but because than then so as at by from into to with about against there
    here any some please pls
    """
)

NAME_ENDS = GENERIC | LEGAL_FORMS

BE = words("is are was were ist sind war est sont está están")

JOINERS = words(
    """
    of and the for de la del du des der von van et y e und и та & al bin el
    """
)
PARTICLES = words("de la del du des della di da dos der den van von ter bin bint ibn al el ul ad abu")
SPLITTERS = frozenset(
    ["and", "or", "nor", "und", "oder", "et", "ou", "y", "o", "и", "или", "та", "або", "чи", "plus", "n"]
)
PARCEL = words(
    """
    from born dob nationality citizen national of passport holder based registered incorporated
    resident a an who is was in the with flag flagged flying out из гражданин гражданка родом inn
    imo
    """
)
OPENERS = words(
    """
    is are was were do does did has have can could may should would will what who which when where
    why how any check screen watch compare show list give tell find
    """
)
TITLES = frozenset(["mr", "mrs", "ms", "dr", "herr", "herrn", "frau", "г-н", "господин", "mme", "monsieur", "madame"])
SIBLINGS = frozenset(["brothers", "sisters", "twins", "family", "братья", "брати"])

# Names that hold "and".
FIRMS_WITH_AND = frozenset(
    phrases(
        """
    abercrombie and fitch | allen and overy | arnold and porter | bain and company | baker and mckenzie | bang
    and olufsen | barnes and noble | bed bath and beyond | black and decker | bosnia and herzegovina | brown and
    root | crate and barrel | crown and caliber | dolce and gabbana | dun and bradstreet | ernst and young |
    fortnum and mason | goldman and sachs | harland and wolff | heckler and koch | herbert smith and freehills |
    import and export | johnson and johnson | king and spalding | legal and general | lloyd and partners | lock
    and stock | marks and spencer | mckinsey and company | moody and sons | norton and sons | oil and gas |
    pratt and whitney | procter and gamble | rolls and royce | sea and air | simon and schuster | slaughter and
    may | smith and nephew | smith and wesson | standard and poor's | standard and poors | sullivan and cromwell
    | tate and lyle | trinidad and tobago | watson and crick | white and case
    """
    )
)

# Parties that questions name most and whose names stand by themselves, so that "and" between two of them parts.
SURELY_TWO = words(
    """
    abramovich aeroflot alfa-bank alfabank alrosa aven beeline deripaska eurochem evraz fridman gazprom
    gazprombank gazpromneft gref hamas hezbollah hikvision hizballah houthis huawei kadyrov kaspersky kerimov
    kostin kovalchuk lavrov lukashenko lukoil medvedev megafon melnichenko miller mmk mordashov mts nlmk norinco
    nornickel novatek otkritie pdvsa petrochina phosagro polyus potanin prigozhin prokhorov promsvyazbank psb
    putin raiffeisen rosatom rosbank rosneft rosselkhozbank rossiya rostec rotenberg rusal sberbank sechin
    severstal shoigu sovcombank sovcomflot surgutneftegas tatneft timchenko tinkoff tokarev transneft uralkali
    usmanov veb vekselberg vk vtb yandex zte абрамович авен алроса аэрофлот втб газпром газпромбанк греф
    дерипаска лукойл миллер новатэк путин росатом роснефть ростех ротенберг русал сбербанк сечин совкомфлот
    сургутнефтегаз тимченко транснефть усманов фридман
    """
)

GIVEN_NAMES = words(
    """
    abd abdul abdullah ahmad ahmed aleksandr aleksei aleksey alexander alexandr alexei alexey ali alisher
    anatoli anatoliy anatoly andrei andrey anna anthony anton arkadiy arkady artem bashar boris brian carlos
    charles chen daniil david denis dmitri dmitriy dmitry donald eduard edward ekaterina elena elizabeth evgeniy
    evgeny fidel fyodor gennadiy gennady george georgy german grigoriy grigory hans hasan hassan hugo husayn
    hussein ibrahim igor ilya irina ivan james jason jean jennifer john jorge jose joseph juan kevin khalid kim
    kirill klaus konstantin leonid lev li linda luis mahmoud mahmud maksim margarita maria mark mary maxim
    michael miguel mikhail mohamed mohammad mohammed muhammad mustafa nasser natalia natalya nicolas nikita
    nikolai nikolaj nikolay oksana oleg olga omar patricia paul pavel pedro peter petr pierre piotr pyotr ramzan
    richard robert roman ronald ruslan rustam saeed said semyon sergei sergej sergey stanislav steven suleiman
    suleyman svetlana tatiana tatyana thomas timur umar vadim valentin valentina valeriy valery vasiliy vasily
    victor viktor viktoria vitaliy vitaly vladimir vladislav vyacheslav wang william yakov yegor yevgeniy
    yevgeny youssef yuri yuriy yury yusuf zakhar zhang александр алексей алишер андрей аркадий борис виктор
    владимир геннадий дмитрий евгений иван игорь константин максим михаил николай олег павел роман сергей юрий
    """
)
