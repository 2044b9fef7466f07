"""Kinds of party, as sets are asked for: banks, vessels, oligarchs; and what of that no list says."""

from __future__ import annotations

from typing import NamedTuple

from bot.sanctions.party import Schema


class KindOfParty(NamedTuple):
    """`schema`: the type that lists give such a party, where they do. `words`: words that stand in for what no list
    says, looked for in names; none where nothing does."""

    called: str
    schema: Schema | None = None
    words: tuple[str, ...] = ()


# name -> schema, words of names, words that are typed ("*" for any ending)
_TABLE = """
vessels | Vessel | | vessels vessel ships tankers tanker boats судна суда танкеры schiffe
vessels | Vessel | | navires buques fleet
yachts | Vessel | yacht | yachts superyachts megayachts яхты yacht
aircraft | Airplane | | aircraft planes airplanes jets helicopters самолеты самолёты літаки
aircraft | Airplane | | flugzeuge avions aviones
persons | Person | | individuals people persons individual men women citizens nationals
persons | Person | | businessmen businesspeople люди физлица personen personnes personas лица
persons | Person | | особи
oligarchs | Person | oligarch | oligarchs oligarch billionaires tycoons олигархи олігархи oligarchen
oligarchs | Person | oligarch | oligarques oligarcas олигархов
ministers | Person | minister | ministers officials politicians generals governors deputies министры
ministers | Person | minister | чиновники
relatives | Person | relative | relatives wives daughters sons
banks | LegalEntity | bank banka banque banco | banks bank банки банков bancos banques banken
companies | LegalEntity | | companies company firms firm organisations organizations businesses
companies | LegalEntity | | corporations компании компаний компанії фирмы organizations empresas
companies | LegalEntity | | unternehmen firmen sociétés entreprises organisation
insurers | LegalEntity | insurance | insurers insurance
airlines | LegalEntity | airline airlines avia | airlines airline авиакомпании
funds | LegalEntity | fund | funds foundations
ministries | LegalEntity | ministry | ministries agencies
refineries | LegalEntity | refinery refining | refineries
shipyards | LegalEntity | shipyard shipbuilding | shipyards
traders | LegalEntity | trading trade | traders
wallets | CryptoWallet | | wallets addresses crypto cryptocurrency bitcoin cryptowallets кошельки
exchanges | LegalEntity | exchange | exchanges
universities | LegalEntity | university institute | universities institutes
parties | | | parties entities entity party names entries listings designations everyone
parties | | | everybody anyone subsidiaries
"""


def _read() -> dict[str, KindOfParty]:
    found: dict[str, KindOfParty] = {}
    for line in _TABLE.strip().splitlines():
        called, schema, words, typed = (part.strip() for part in line.split("|"))
        kind = KindOfParty(called, Schema(schema) if schema else None, tuple(words.split()))
        found |= dict.fromkeys(typed.split(), kind)
    return found


KINDS = _read()
