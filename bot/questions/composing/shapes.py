"""What is asked, told from what stands in a stretch: the first shape that fits wins.

A line: kind | what must be there, "a/b" for either | what must not | why. What can be there: acts of the lexicon
("listed", and "do:watch" where it is the first of the stretch), spans ("option", "option2" for several, "program",
"list", "measure", "day", "country", "number", "quoted"), "name" of a party, "kind" of party, and what `features` adds.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.questions.ask import Kind

_TABLE = """
explain    | meaning quoted term |  | what does "linked to" mean
explain    | limits | name option kind | what the answers are worth
explain    | privacy | name option | what is kept of questions
help       | meta | name option | the bot itself
digest     | do:pause digest | name | pause the digest until Monday
help       | do:pause | name option | no pause of anything else: said to be none
unwatch    | unwatch | digest |
unwatch    | stop watch | digest | stop alerting me about X
unwatch    | do:stop name/option/program/every | digest listed | unsubscribe from X
unwatch    | watches removed name/option/program |  | remove X from my watches
watch      | watches name/option/program added/do:watch |  | add X to my watch list
watch      | do:watches list | name explain | watch list us_ofac_sdn
watches    | watches | name |
digest     | digest | meaning |
watch      | do:watch | explain why |
watch      | watch name/option/program | explain why links | can somebody alert me if X ...
option     | do:cannot option | name | approve, export, edit option B: told where
help       | do:cannot relief |  | draft an option
help       | do:cannot | listed screen option sources name kind | export this
help       | do:delist name | when day question | delist X
license    | license gl | option | is GL 8 in force
license    | license which/every/explain/count/when/likely/do:license | option permission free+ | which licenses cover X
license    | license name | option permission free+ |
license    | ends license | name option digest watch unwatch do:stop permission | which licenses end soon
license    | ends day/what/every/do:ends/soon | name option digest listed sources watch unwatch do:stop program |
comparison | option2 | name |
comparison | compare option | name |
comparison | ranks | name | which option frees the most
comparison | compare relief/options/free | name program day | which option frees the most
brief      | name reallist | option | is X in the real list
coverage   | name option |  |
coverage   | name options/relief/ranks | listed-only | which options cover X
coverage   | name takes |  | what would it take to get X off the list
coverage   | name frees | change+ listed when day history! do:screen | what would free X
links      | kin1 name | free option program kin | is X's daughter sanctioned
screening  | relative name listed/screen/permission | kin1 free option program kin | is Y, son of X, sanctioned
screening  | relative actor listed/screen/permission | name free option program | is Putin's ex-wife sanctioned
coverage   | name program free |  | if EO 14024 is lifted, is X free
brief      | fifty name |  | a company that X owns half of
brief      | percent links |  | the 50 percent rule, about a company without a name
brief      | fifty | sources |
parties    | setname | links-only option | all Wagner entities
parties    | set links name | owned it permission removed kin free when | which vessels are linked to X
links      | links name | permission removed kin |
links      | kind name do:what/do:every/do:explain | listed free option setname | what yachts has X
links      | links it | name | who owns it
history    | name day | change+ new | what was so on a day
history    | name when | change+ | since when
history    | name removed | new | was X delisted
history    | name added was |  | was X added
history    | name before |  | before something that is no date
changes    | name change+ | kind! | what changed for X
changes    | name new | listed permission do:screen | anything new on X
screening  | name measure |  | is X subject to directive 1
screening  | name |  |
screening  | it list | change+ change sources explain when day | are they on the SDN list
screening  | nameless list/listed/permission/screen | change+ change policy explain measure | is the ship on the list
sources    | sources when | program kind | when was the SDN list updated
sources    | updated list | new day program | are the lists up to date
measure    | measure | change+ option |
parties    | set | change+ added new removed sources policy free option nameless | which or how many of a described set
option     | option | change+ |
changes    | option change+ |  | has option B changed
measure    | measure | change+ |
measure    | measures | name change+ |
changes    | change+/added/removed | sources+ options policy+ explain+ nameless | what changed
changes    | new day/list/kind/program | name explain option | any new vessels this month
changes    | listed day who/what | program policy | who got sanctioned yesterday
changes    | change list day | listed | what did OFAC do yesterday
changes    | day list what | explain+ listed | what did OFAC do yesterday
parties    | count day kind | name option |
sources    | count lists/list/listed | name set option program country day | how many are on the list
parties    | program2 | explain | under both
program    | program |  |
explain    | term meaning | name |
explain    | term explain | listword name | what are secondary sanctions
explain    | term bare | list name |
options    | options every | who name |
options    | do:options question | name |
brief      | actor free | option name | can Trump lift everything alone
brief      | policy question/free/listed/explain | options-which |
brief      | kind free | option name | which oligarchs would be freed
brief      | links question | name it |
options    | options/relief |  |
sources    | sources/list |  |
brief      | policy |  |
brief      | actor | listed |
option     | author it |  | who drafted it
brief      | country permission |  | what may be sold to a country is policy
help       | help |  |
coverage   | free it |  | would it free them
screening  | listed/permission/screen | policy | which of these are sanctioned
"""


class Shape(NamedTuple):
    kind: Kind
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    found = []
    for line in _TABLE.strip().splitlines():
        kind, needs, without, *_ = (part.strip() for part in line.split("|"))
        found.append(
            Shape(Kind(kind), tuple(frozenset(n.split("/")) for n in needs.split()), frozenset(without.split()))
        )
    return tuple(found)


@lru_cache(maxsize=4_000)
def kind_of(features: frozenset[str]) -> Kind | None:
    """The kind of the first shape that fits; None where none does."""
    for shape in shapes():
        if shape.without.isdisjoint(features) and not any(need.isdisjoint(features) for need in shape.needs):
            return shape.kind
    return None
